// The features on the map. Each is drawn by exactly one element with its id; doubt lies below.

import * as L from "./leaflet.js";
import { SIGN_RADIUS, dashOf, hatchPattern } from "./signs.js";
import { markerOf, stacksOf } from "./stacks.js";

const AREA_SHAPES = ["area", "hatch"];
const LONGEST_NAME = 40; // characters of a name on the map; the list has the whole of it
const TOUCH_WIDTH = 16; // pixels: a thin line can be hit with a finger
const PICKED_ABOVE = 1e6; // of the stacking order: over every other sign
const LINE_WIDTH = { line: 3, double: 6 };
const ALONG_WIDTH = 1.5; // pixels, of a line that runs along others and stands beside them
const BESIDE = "translate(5px, -5px)";

export class Features {
  constructor(map, { features, layers, colours }, onpick) {
    this.map = map;
    this.onpick = onpick;
    this.all = new Map(features.map((feature) => [feature.id, feature]));
    this.byId = this.all; // those that are drawn while their layers are on
    this.largestFirst = [...features].sort((one, other) => extent(other) - extent(one));
    this.layers = layers;
    this.colours = colours;
    this.renderers = Object.fromEntries(
      ["areas", "touch", "casing", "lines"].map((pane) => [pane, L.svg({ pane, padding: 0.4 })]),
    );
    Object.values(this.renderers).forEach((renderer) => renderer.addTo(map));
    // Doubt is drawn apart by layer: taking one away does not make the others be painted again.
    this.doubts = new Map(layers.map(({ id }) => [id, L.svg({ pane: "doubt", padding: 0.4 }).addTo(map)]));
    this.groups = new Map(layers.map((layer) => [layer.id, null]));
    this.visible = new Set();
    this.picked = new Set();
    this.marked = []; // the paths that bear the mark of what is picked
    this.signs = new Map(); // by the ids a sign stands for
    this.casing = L.layerGroup().addTo(map);
    this.points = L.layerGroup().addTo(map);
    map.on("zoomend", () => this.drawPoints());
  }

  // Draw only these features, or all of them for null.
  only(ids, layerIds = this.layers.map((layer) => layer.id)) {
    this.groups.forEach((group) => group?.remove());
    this.groups = new Map(this.layers.map((layer) => [layer.id, null]));
    this.byId = ids ? new Map([...this.all].filter(([id]) => ids.has(id))) : this.all;
    this.show(layerIds);
  }

  // Show exactly these layers.
  show(layerIds) {
    const visible = new Set(layerIds);
    const changed = [...this.groups.keys()].filter((id) => visible.has(id) !== this.visible.has(id) || (visible.has(id) && !this.groups.get(id)));
    this.visible = visible;
    for (const id of changed) {
      if (!visible.has(id)) this.groups.get(id)?.remove();
      else if (this.groups.get(id)) this.groups.get(id).addTo(this.map);
      else this.groups.set(id, this.draw(id).addTo(this.map));
    }
    const shapes = new Set(changed.flatMap((id) => this.of(id)).map(({ properties }) => properties.shape));
    if (AREA_SHAPES.some((shape) => shapes.has(shape))) this.orderAreas();
    this.drawPoints();
    this.mark();
  }

  // Mark features as picked; ids that are not drawn are passed over.
  pick(ids) {
    this.picked = new Set(ids);
    this.mark();
  }

  bounds(ids) {
    const bounds = L.latLngBounds([]);
    for (const id of ids) {
      const feature = this.all.get(id);
      if (feature) bounds.extend(L.geoJSON(feature).getBounds());
    }
    return bounds;
  }

  // Names for the map: those with passages first, areas and lines from afar, points from near.
  nameEntries(features) {
    const entries = features
      .filter((feature) => feature.properties.shape !== "hatch")
      .map((feature) => nameEntry(feature, middle(feature)));
    return entries.sort((one, other) => other.weight - one.weight || (one.text < other.text ? -1 : 1));
  }

  // Where signs stand at this zoom.
  signPositions() {
    return [...this.signs.values()].map(({ marker }) => marker.getLatLng());
  }

  of(layerId) {
    return [...this.byId.values()].filter((feature) => feature.properties.layer === layerId);
  }

  draw(layerId) {
    const group = L.featureGroup();
    group.paths = new Map();
    for (const feature of this.largestFirst.filter(({ id, properties }) => this.byId.has(id) && properties.layer === layerId)) {
      this.drawDoubt(feature).forEach((layer) => group.addLayer(layer));
      if (feature.properties.shape in SIGN_RADIUS) continue;
      const drawn = AREA_SHAPES.includes(feature.properties.shape) ? this.drawArea(feature) : this.drawLine(feature);
      drawn.forEach((layer) => group.addLayer(layer));
      group.paths.set(feature.id, drawn.find((path) => path.options.bearsId));
    }
    return group;
  }

  drawDoubt(feature) {
    const { band, halo_m: radius, layer } = feature.properties;
    const colour = this.colours.get(layer);
    const style = { pane: "doubt", renderer: this.doubts.get(layer), interactive: false, stroke: true, color: colour, weight: 0.7, opacity: 0.35, fillColor: colour, fillOpacity: 0.09 };
    if (band) return [L.geoJSON(band, { ...style, style })];
    if (!radius) return [];
    const [lon, lat] = feature.geometry.coordinates;
    return [L.circle([lat, lon], { ...style, radius })];
  }

  drawArea(feature) {
    const { shape, mark, layer } = feature.properties;
    const colour = this.colours.get(layer);
    const style = { color: colour, weight: 1.2, opacity: 0.9, fillColor: colour, fillOpacity: 0.12, dashArray: dashOf(mark) };
    const area = this.path(feature, "areas", style);
    if (shape === "hatch") {
      const index = this.layers.findIndex((known) => known.id === layer);
      const angle = index % 2 ? 45 : -45;
      area.on("add", () => {
        const path = area.getElement();
        path.style.fill = hatchPattern(this.renderers.areas, `gt-hatch-${index}`, colour, angle);
        path.style.fillOpacity = "1";
      });
    }
    return [area];
  }

  drawLine(feature) {
    const { shape, mark, layer } = feature.properties;
    if (feature.properties.along) return this.drawBeside(feature);
    const style = { color: this.colours.get(layer), weight: LINE_WIDTH[shape], fill: false, lineCap: shape === "line" && mark === "dotted" ? "round" : "butt", dashArray: dashOf(mark, shape) };
    const touch = this.path(feature, "touch", { weight: TOUCH_WIDTH, opacity: 0, fill: false }, false);
    const line = this.path(feature, "lines", style);
    if (shape !== "double") {
      // Two routes on one course: the upper one's dashes are not filled by the lower one's.
      const clearing = { weight: LINE_WIDTH[shape] + 1.5, fill: false, lineCap: "butt", className: "gt-gap", interactive: false };
      return [line, touch, this.path(feature, "lines", clearing, false)].reverse();
    }
    const gap = { weight: 2.6, fill: false, lineCap: "butt", dashArray: dashOf(mark, shape), className: "gt-gap", interactive: false };
    return [line, touch, this.path(feature, "lines", gap, false)];
  }

  // A thin line beside the lines that it runs along, whose dashes it would fill on their course.
  drawBeside(feature) {
    const { layer, mark } = feature.properties;
    const style = { color: this.colours.get(layer), weight: ALONG_WIDTH, fill: false, lineCap: "butt", dashArray: dashOf(mark, "line") };
    return [this.path(feature, "touch", { weight: TOUCH_WIDTH / 2, opacity: 0, fill: false }, false), this.path(feature, "lines", style)];
  }

  // A Leaflet path of a feature; only the one that bears the id is the feature's element.
  path(feature, pane, style, bearsId = true) {
    const layer = L.GeoJSON.geometryToLayer(feature, {});
    L.setOptions(layer, { pane, renderer: this.renderers[pane], smoothFactor: 0.7, bearsId, ...style });
    layer.on("click", (event) => {
      L.DomEvent.stop(event);
      this.onpick([feature.id]);
    });
    if (feature.properties.along) layer.on("add", () => { layer.getElement().style.transform = BESIDE; });
    if (bearsId) {
      layer.on("add", () => layer.getElement().setAttribute("data-feature-id", feature.id));
    }
    return layer;
  }

  // Large areas below small ones, so that each can be hit, whichever layer came last.
  orderAreas() {
    const isArea = ({ properties }) => AREA_SHAPES.includes(properties.shape) && this.visible.has(properties.layer);
    this.largestFirst.filter(isArea).forEach((feature) => this.pathOf(feature)?.bringToFront());
  }

  pathOf(feature) {
    return this.groups.get(feature.properties.layer)?.paths.get(feature.id);
  }

  // Draw the points of this zoom; a sign that stands for the same features as before stays.
  drawPoints() {
    const shown = this.layers
      .filter((layer) => this.visible.has(layer.id))
      .flatMap((layer) => this.of(layer.id))
      .filter((feature) => feature.properties.shape in SIGN_RADIUS);
    const before = this.signs;
    this.signs = new Map();
    for (const stack of stacksOf(this.map, shown)) {
      const ids = stack.members.map((feature) => feature.id).sort();
      const key = ids.join(" ");
      const marker = before.get(key)?.marker || markerOf(stack, ids, this.colours, this.onpick).addTo(this.points);
      marker.setLatLng(stack.position);
      before.delete(key);
      this.signs.set(key, { ids, marker });
    }
    before.forEach(({ marker }) => this.points.removeLayer(marker));
    this.markPoints();
  }

  mark() {
    this.casing.clearLayers();
    this.marked.forEach((path) => path.getElement()?.classList.remove("is-picked"));
    this.marked = [];
    for (const feature of [...this.picked].map((id) => this.byId.get(id)).filter(Boolean)) {
      const path = this.visible.has(feature.properties.layer) ? this.pathOf(feature) : null;
      if (!path) continue;
      path.getElement()?.classList.add("is-picked");
      this.marked.push(path);
      if (AREA_SHAPES.includes(feature.properties.shape)) path.bringToFront();
      else this.drawCasing(feature);
    }
    this.markPoints();
  }

  drawCasing(feature) {
    const width = feature.properties.along ? ALONG_WIDTH : LINE_WIDTH[feature.properties.shape];
    for (const [weight, className] of [[width + 8, "gt-casing"], [width + 2, "gt-gap"]]) {
      const style = { weight, fill: false, className, interactive: false };
      this.casing.addLayer(this.path(feature, "casing", style, false));
    }
  }

  // Northern signs stand over southern ones, whose points reach up into them.
  markPoints() {
    for (const { ids, marker } of this.signs.values()) {
      const isPicked = ids.some((id) => this.picked.has(id));
      marker.getElement().classList.toggle("is-picked", isPicked);
      const { y } = this.map.latLngToLayerPoint(marker.getLatLng());
      marker.setZIndexOffset(PICKED_ABOVE * isPicked - 2 * y);
    }
  }
}

function nameEntry(feature, centre) {
  const { name, shape, passages } = feature.properties;
  const isPoint = shape in SIGN_RADIUS;
  const from = isPoint ? 6.5 : shape === "area" ? 6 : 5.5;
  const text = name.split(/ \(|, |: /)[0].slice(0, LONGEST_NAME);
  return { text, position: centre, font: "500 11px system-ui, sans-serif", from: passages ? from - 0.5 : from, colour: "feature", below: isPoint ? 16 : 0, weight: passages };
}

// Where a name stands: on a line, half-way along its vertices; else in the middle.
function middle(feature) {
  const { type, coordinates } = feature.geometry;
  if (type !== "LineString") return L.geoJSON(feature).getBounds().getCenter();
  const at = (coordinates.length - 1) / 2;
  const [one, other] = [coordinates[Math.floor(at)], coordinates[Math.ceil(at)]];
  return L.latLng((one[1] + other[1]) / 2, (one[0] + other[0]) / 2);
}

function extent(feature) {
  const bounds = L.geoJSON(feature).getBounds();
  return bounds.isValid() ? (bounds.getEast() - bounds.getWest()) * (bounds.getNorth() - bounds.getSouth()) : 0;
}

export function coloursOf(layers) {
  const isColour = /^#[0-9a-f]{6}$/i;
  return new Map(layers.map(({ id, colour }) => [id, isColour.test(colour) ? colour : "#555555"]));
}
