// The map of a dossier, drawn by the same modules as the app's, and joined to the list of passages.
// Text of documents and features reaches the page by textContent and attributes only.

import * as L from "./leaflet.js";
import { bdi, el } from "./dom.js";
import { Features, coloursOf } from "./features.js";
import { Ground, addPanes } from "./ground.js";
import { VectorNames } from "./vector-names.js";

const ANCHOR = "#entry-";
const PAPER = { width: 680, height: 470 }; // pixels: as wide as A4 between its margins

export function drawDossier(map) {
  document.documentElement.classList.add("with-script");
  const block = JSON.parse(document.getElementById("dossier-block").textContent);
  const dossier = new Dossier(map, block);
  window.addEventListener("hashchange", () => dossier.follow());
  if (block.picked && !window.location.hash && articleOf(block.picked)) {
    window.history.replaceState(null, "", anchorOf(block.picked));
  }
  dossier.follow();
  window.groundtextMap = map;
  document.querySelector("[data-testid=evidence-map]").dataset.ready = "true";
}

class Dossier {
  constructor(map, { layers, features, basemap }) {
    this.map = map;
    this.content = features;
    addPanes(map);
    map.setMinZoom(2).setMaxZoom(12);
    L.control.scale({ imperial: false, maxWidth: 140 }).addTo(map);
    this.ground = new Ground(map, "light");
    // SVG and no canvas, which paper would get blank.
    this.ground.renderer = L.svg({ pane: "ground", padding: 0.3 });
    this.ground.names = Object.assign(new VectorNames("names"), { theme: "light" });
    this.ground.show(basemap);
    this.features = new Features(map, { layers, features, colours: coloursOf(layers) }, (ids) => this.pickAt(ids));
    this.toggles = [...document.querySelectorAll("input[data-layer-id]")];
    this.toggles.forEach((toggle) => toggle.addEventListener("change", () => this.draw()));
    this.draw();
    fitWhenPrinting(map);
  }

  draw() {
    const visible = new Set(this.toggles.filter((toggle) => toggle.checked).map((toggle) => toggle.dataset.layerId));
    this.features.show(visible);
    const shown = this.content.filter((feature) => visible.has(feature.properties.layer));
    this.ground.names.setSigns(this.features.signPositions());
    this.ground.names.setFeatures(this.features.nameEntries(shown));
  }

  pickAt(ids) {
    if (ids.length === 1) window.location.hash = anchorOf(ids[0]);
    else this.openList(ids);
  }

  // What lies on one spot, to choose from.
  openList(ids) {
    const features = ids.map((id) => this.features.byId.get(id));
    const rows = features.map(({ id, properties: { name, status } }) => el("li", {},
      el("button", { type: "button", "data-list-feature-id": id, onclick: () => { this.map.closePopup(); this.pickAt([id]); } }, bdi(name), ` · ${status}`)));
    const list = el("ul", { class: "stack-list" }, ...rows);
    const [lon, lat] = features[0].geometry.coordinates;
    L.popup({ maxWidth: 320 }).setLatLng([lat, lon]).setContent(list).openOn(this.map);
    list.querySelector("button").focus();
  }

  // Show the entry that the address names, or all of them.
  follow() {
    const { hash } = window.location;
    const article = hash.startsWith(ANCHOR) ? articleOf(decodeURIComponent(hash.slice(ANCHOR.length))) : null;
    this.features.pick(article ? [article.dataset.entryId, ...linked(article, ".members").map((each) => each.dataset.entryId)] : []);
    showOnly(article ? [article, ...linked(article, ".groups")] : []);
    document.querySelector("[data-testid=evidence-panel]").dataset.featureId = article?.dataset.entryId ?? "";
    if (!article) return;
    article.focus({ preventScroll: true });
    article.scrollIntoView({ block: "nearest" });
  }
}

function anchorOf(id) {
  return ANCHOR + encodeURIComponent(id);
}

function articleOf(id) {
  return document.getElementById(`entry-${id}`);
}

// The entries that an entry's members or groups link to.
function linked(article, part) {
  return [...article.querySelectorAll(`${part} a`)].map((link) => articleOf(decodeURIComponent(link.hash.slice(ANCHOR.length))));
}

function showOnly(articles) {
  document.documentElement.classList.toggle("with-pick", articles.length > 0);
  for (const article of document.querySelectorAll("article")) article.classList.toggle("picked", articles.includes(article));
  for (const section of document.querySelectorAll(".layer-section")) {
    section.classList.toggle("holds-pick", articles.some((article) => section.contains(article)));
  }
}

function fitWhenPrinting(map) {
  const frame = document.querySelector(".map-frame");
  let bounds = null;
  const resize = (style) => {
    frame.style.cssText = style;
    map.invalidateSize({ animate: false, pan: false });
    map.fitBounds(bounds, { animate: false });
  };
  window.addEventListener("beforeprint", () => {
    map.closePopup();
    bounds = map.getBounds();
    resize(`flex:none;width:${PAPER.width}px;height:${PAPER.height}px`);
  });
  window.addEventListener("afterprint", () => resize(""));
}
