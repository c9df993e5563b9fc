// The places that a document names, as small dots: those that are meant; with the switch, what
// stands for an actor by its place's name too, hollow, as what it is.

import * as L from "./leaflet.js";
import { bdi, el } from "./dom.js";
import { t } from "./words.js";

const LOOK = {
  literal: { radius: 3.5, weight: 1, fillOpacity: 0.9 },
  associative: { radius: 7, weight: 1.5, fillOpacity: 0, dashArray: "2 3" },
};

export class NamedPlaces {
  constructor(map, onturn) {
    this.onturn = onturn; // (are actors shown?)
    this.dots = L.layerGroup().addTo(map);
    this.renderer = L.svg({ pane: "names" });
    this.withActors = false;
    this.passages = [];
    this.count = el("span", { class: "gt-about" });
    this.input = el("input", { type: "checkbox", "data-testid": "actors-switch", onchange: () => this.turn() });
    this.element = el("label", { class: "gt-actors" }, this.input, el("span", {}, t("documents-places.actors-by-their-place-s")), this.count);
  }

  show(passages, colour) {
    this.passages = passages;
    this.colour = colour;
    const actors = this.mentions().filter(({ reading }) => reading === "associative").length;
    this.count.replaceChildren("(", bdi(String(actors)), " here)");
    this.draw();
  }

  turn() {
    this.withActors = this.input.checked;
    this.onturn(this.withActors);
    this.draw();
  }

  mentions() {
    return this.passages.flatMap(({ passage }) => passage.mentions).filter(({ at }) => at);
  }

  // One dot a place and reading, however often it is named.
  draw() {
    this.dots.clearLayers();
    const drawn = new Set();
    for (const { at, reading } of this.mentions()) {
      const key = `${reading} ${at}`;
      if (!LOOK[reading] || drawn.has(key) || (reading === "associative" && !this.withActors)) continue;
      drawn.add(key);
      const [lon, lat] = at;
      const look = { ...LOOK[reading], color: this.colour, fillColor: this.colour, interactive: false, pane: "names", renderer: this.renderer, className: `gt-dot is-${reading}` };
      L.circleMarker([lat, lon], look).addTo(this.dots);
    }
  }
}
