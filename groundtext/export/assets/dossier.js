// Draws the map of a dossier from the JSON block of its page, and joins it to the list of passages.
// Text of documents and features reaches the page by textContent and attributes only.
"use strict";

const INK = "#22211f";
const PANES = { base: 200, water: 210, doubt: 350, area: 400, line: 420, point: 600 };
const SVG = "http://www.w3.org/2000/svg";

function svgElement(name, attributes) {
  const element = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  return element;
}

function asButton(element, label) {
  element.setAttribute("tabindex", "0");
  element.setAttribute("role", "button");
  element.setAttribute("aria-label", label);
  element.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    element.dispatchEvent(new MouseEvent("click", { bubbles: true }));
  });
}

function nameTip(feature) {
  const tip = document.createElement("span");
  tip.className = "map-name";
  tip.dir = "auto";
  tip.textContent = feature.status ? `${feature.name} · ${feature.status}` : feature.name;
  return tip;
}

// --- the base map -------------------------------------------------------------------------------

function drawBaseMap(map, basemap) {
  const style = {
    country: { color: "#b9b3a6", weight: 0.6, fillColor: "#f6f4ef", fillOpacity: 1 },
    lake: { color: "#b8ccd6", weight: 0.5, fillColor: "#dfe9ee", fillOpacity: 1 },
    river: { color: "#c3d5de", weight: 0.8, fill: false },
  };
  for (const [kind, pane] of [["country", "base"], ["lake", "water"], ["river", "water"]]) {
    const features = basemap.features.filter((feature) => feature.properties.kind === kind);
    if (!features.length) continue;
    // SVG and not canvas: paper gets a canvas blank, as it is painted in the next frame.
    const renderer = L.svg({ pane, padding: 0.3 });
    L.geoJSON(features, { pane, interactive: false, renderer, style: style[kind] }).addTo(map);
  }
}

// --- features -----------------------------------------------------------------------------------

function hatchId(colour) {
  return `hatch-${colour.replace(/[^0-9a-z]/gi, "")}`;
}

function hatchPattern(colour) {
  const pattern = svgElement("pattern", {
    id: hatchId(colour), width: 8, height: 8, patternUnits: "userSpaceOnUse", patternTransform: "rotate(45)",
  });
  pattern.append(svgElement("path", { d: "M0 0 V8", stroke: colour, "stroke-width": 2.5, "stroke-opacity": 0.55 }));
  return pattern;
}

function pathStyle(feature) {
  const dash = { dashed: "8 6", dotted: "1 5" }[feature.mark] ?? null;
  const line = { color: feature.colour, weight: 3, opacity: 1, dashArray: dash, fill: false };
  const area = { color: feature.colour, weight: 1.2, opacity: 1, dashArray: dash, fillColor: feature.colour, fillOpacity: 0.12 };
  return { line, double: { ...line, weight: 5 }, area, hatch: { ...area, fillColor: `url(#${hatchId(feature.colour)})`, fillOpacity: 1 } }[feature.shape] ?? area;
}

function shapeOf(stack) {
  const shared = stack.every((each) => each.mark === stack[0].mark);
  const feature = shared ? stack[0] : { ...stack[0], mark: "" };
  const stroke = { stroke: feature.colour, "stroke-width": 2, fill: feature.mark === "hollow" ? "#fff" : feature.colour };
  const dots = feature.mark === "dotted" ? { "stroke-dasharray": "2 3", fill: "#fff" } : {};
  const paths = { triangle: "M0 -8 L8 6 L-8 6 Z", square: "M-6 -6 H6 V6 H-6 Z", diamond: "M0 -8 L8 0 L0 8 L-8 0 Z" };
  if (paths[feature.shape]) return [svgElement("path", { d: paths[feature.shape], ...stroke, ...dots })];
  const parts = [svgElement("circle", { r: 9, ...stroke, fill: "#fff", ...dots })];
  const number = svgElement("text", { y: 4 });
  number.textContent = String(stack.length);
  parts.push(number);
  if (feature.mark === "struck") parts.push(svgElement("path", { d: "M-9 9 L9 -9", stroke: INK, "stroke-width": 2 }));
  return parts;
}

function signIcon(stack) {
  const svg = svgElement("svg", { viewBox: "-14 -14 28 28", width: 28, height: 28, class: "map-sign-shape" });
  const outline = svgElement("circle", { r: 12, fill: "none", stroke: "none", class: "outline" });
  svg.append(outline, ...shapeOf(stack));
  return L.divIcon({ html: svg, className: "map-sign", iconSize: [28, 28] });
}

/** The features as drawn: by id, what to add to the map and how to show that it is picked. */
class Drawing {
  constructor(map, pick) {
    this.map = map;
    this.pick = pick;
    this.visible = new Set();
    this.layersById = new Map();
    this.pickedIds = [];
  }

  draw(features) {
    this.clear();
    const points = new Map();
    for (const feature of features.filter((each) => this.visible.has(each.layer))) {
      if (feature.geometry.type === "Point") {
        const spot = feature.geometry.coordinates.join(" ");
        points.set(spot, [...(points.get(spot) ?? []), feature]);
      } else {
        this.addPath(feature);
      }
    }
    points.forEach((stack) => this.addPoints(stack));
    this.show(this.pickedIds);
  }

  clear() {
    for (const { layers } of this.layersById.values()) layers.forEach((layer) => layer.remove());
    this.layersById.clear();
  }

  addPath(feature) {
    const layers = [];
    if (feature.doubt) {
      layers.push(L.geoJSON(feature.doubt, { pane: "doubt", interactive: false, style: { stroke: false, fillColor: feature.colour, fillOpacity: 0.14 } }));
    }
    const pane = feature.shape === "line" || feature.shape === "double" ? "line" : "area";
    const path = L.geoJSON(feature.geometry, { pane, style: pathStyle(feature) });
    layers.push(path);
    if (feature.shape === "double") {
      layers.push(L.geoJSON(feature.geometry, { pane, interactive: false, style: { color: "#fff", weight: 2.2, opacity: 1 } }));
    }
    layers.forEach((layer) => layer.addTo(this.map));
    const element = path.getLayers()[0].getElement();
    element.dataset.featureId = feature.id;
    if (feature.shape === "hatch") this.hatch(element.ownerSVGElement, feature.colour);
    this.join(path, element, feature, () => this.pick(feature.id));
    const plain = pathStyle(feature);
    this.layersById.set(feature.id, {
      layers, element,
      outline: (on) => path.setStyle({ color: on ? INK : plain.color, weight: plain.weight + (on ? 2 : 0) }),
    });
  }

  hatch(svg, colour) {
    if (!svg.querySelector(`#${hatchId(colour)}`)) svg.prepend(hatchPattern(colour));
  }

  addPoints(stack) {
    const [lon, lat] = stack[0].geometry.coordinates;
    const radius = Math.max(...stack.map((feature) => feature.radius_m));
    const halo = L.circle([lat, lon], { pane: "doubt", radius, interactive: false, color: stack[0].colour, weight: 0.75, opacity: 0.4, fillOpacity: 0.16 });
    const marker = L.marker([lat, lon], { pane: "point", icon: signIcon(stack), keyboard: false });
    const layers = radius > 0 ? [halo, marker] : [marker];
    layers.forEach((layer) => layer.addTo(this.map));
    const element = marker.getElement();
    if (stack.length === 1) element.dataset.featureId = stack[0].id;
    else element.dataset.featureIds = stack.map((feature) => feature.id).join(" ");
    this.join(marker, element, stack[0], () => (stack.length === 1 ? this.pick(stack[0].id) : this.openList(stack, marker)), stack);
    const circle = element.querySelector(".outline");
    for (const feature of stack) {
      this.layersById.set(feature.id, {
        layers, element,
        outline: (on) => { circle.setAttribute("stroke", on ? INK : "none"); circle.setAttribute("stroke-width", 3); },
      });
    }
  }

  join(layer, element, feature, onClick, stack = [feature]) {
    const label = stack.length === 1 ? feature.name : `${stack.length} at one place: ${stack.map((each) => each.name).join("; ")}`;
    asButton(element, label);
    element.classList.toggle("without-quotes", !stack.some((each) => each.has_quotes));
    layer.on("click", onClick);
    if (stack.length === 1) layer.bindTooltip(() => nameTip(feature), { sticky: true });
  }

  openList(stack, marker) {
    const list = document.createElement("ul");
    list.className = "stack-list";
    for (const feature of stack) {
      const button = document.createElement("button");
      button.dataset.listFeatureId = feature.id;
      button.append(nameTip(feature));
      button.addEventListener("click", () => { this.map.closePopup(); this.pick(feature.id); });
      const row = document.createElement("li");
      row.append(button);
      list.append(row);
    }
    L.popup({ maxWidth: 300 }).setLatLng(marker.getLatLng()).setContent(list).openOn(this.map);
    list.querySelector("button").focus();
  }

  show(ids) {
    const wanted = new Set(ids);
    // Members of one stack share an outline, so the picked ones come last.
    const drawn = [...this.layersById].sort(([one], [other]) => wanted.has(one) - wanted.has(other));
    for (const [id, { element, outline }] of drawn) {
      outline(wanted.has(id));
      element.classList.toggle("is-picked", wanted.has(id));
    }
    this.pickedIds = ids;
  }
}

// --- the list -----------------------------------------------------------------------------------

function entryIds(article) {
  return [...article.querySelectorAll(".groups a")].map((link) => decodeURIComponent(link.hash.slice(1)));
}

function showEntries(id) {
  const article = id && document.getElementById(`entry-${id}`);
  const shown = article ? [article, ...entryIds(article).map((each) => document.getElementById(each))] : [];
  document.documentElement.classList.toggle("with-pick", shown.length > 0);
  for (const each of document.querySelectorAll("article")) each.classList.toggle("picked", shown.includes(each));
  for (const section of document.querySelectorAll(".layer-section")) {
    section.classList.toggle("holds-pick", shown.some((each) => section.contains(each)));
  }
  const panel = document.querySelector("[data-testid=evidence-panel]");
  panel.dataset.featureId = article ? id : "";
  if (article) article.focus({ preventScroll: true });
  if (article) article.scrollIntoView({ block: "nearest" });
  return article;
}

function drawnIds(article) {
  if (!article) return [];
  const members = [...article.querySelectorAll(".members a")].map((link) => link.hash.slice("#entry-".length));
  return [article.dataset.entryId, ...members];
}

// --- printing -----------------------------------------------------------------------------------

function fitWhenPrinting(map) {
  let bounds = null;
  window.addEventListener("beforeprint", () => {
    map.closePopup();
    bounds = map.getBounds();
    document.querySelector(".map-frame").style.cssText = "flex:none;width:680px;height:470px";
    map.invalidateSize({ animate: false, pan: false });
    map.fitBounds(bounds, { animate: false });
  });
  window.addEventListener("afterprint", () => {
    document.querySelector(".map-frame").style.cssText = "";
    map.invalidateSize({ animate: false, pan: false });
    map.fitBounds(bounds, { animate: false });
  });
}

function drawDossier(map) {
  document.documentElement.classList.add("with-script");
  const { features, basemap, picked } = JSON.parse(document.getElementById("dossier-block").textContent);
  for (const [name, order] of Object.entries(PANES)) map.createPane(name).style.zIndex = order;
  L.control.scale({ imperial: false }).addTo(map);
  drawBaseMap(map, basemap);
  const goTo = (id) => { window.location.hash = `entry-${id}`; };
  const drawing = new Drawing(map, goTo);
  const toggles = [...document.querySelectorAll("input[data-layer-id]")];
  const redraw = () => {
    drawing.visible = new Set(toggles.filter((toggle) => toggle.checked).map((toggle) => toggle.dataset.layerId));
    drawing.draw(features);
  };
  const follow = () => {
    const hash = decodeURIComponent(window.location.hash);
    drawing.show(drawnIds(showEntries(hash.startsWith("#entry-") ? hash.slice("#entry-".length) : "")));
  };
  toggles.forEach((toggle) => toggle.addEventListener("change", redraw));
  window.addEventListener("hashchange", follow);
  redraw();
  if (picked && !window.location.hash && document.getElementById(`entry-${picked}`)) {
    window.history.replaceState(null, "", `#entry-${picked}`);
  }
  follow();
  fitWhenPrinting(map);
  window.groundtextMap = map;
  document.querySelector("[data-testid=evidence-map]").dataset.ready = "true";
}
