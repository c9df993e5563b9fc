// Names on the map as SVG: browsers print a canvas with an opaque ground over what lies below it.

import * as L from "./leaflet.js";
import { svg } from "./dom.js";
import { Names } from "./names.js";

const MARGIN = 0.25; // of the map's size on each side, so that a drag does not run out of names

export const VectorNames = Names.extend({
  onAdd(map) {
    this.sheet = svg("svg", { class: "leaflet-zoom-hide", "aria-hidden": "true" });
    map.getPane(this.pane).append(this.sheet);
    map.on("moveend zoomend resize", this.redraw, this);
    this.redraw();
  },

  onRemove(map) {
    map.off("moveend zoomend resize", this.redraw, this);
    this.sheet.remove();
  },

  redraw() {
    const map = this._map;
    if (!map) return;
    const size = map.getSize();
    const origin = L.point(-size.x * MARGIN, -size.y * MARGIN).round();
    const extent = size.multiplyBy(1 + 2 * MARGIN).round();
    this.sheet.setAttribute("width", extent.x);
    this.sheet.setAttribute("height", extent.y);
    this.sheet.setAttribute("viewBox", `${origin.x} ${origin.y} ${extent.x} ${extent.y}`);
    this.sheet.replaceChildren();
    L.DomUtil.setPosition(this.sheet, map.containerPointToLayerPoint(origin));
    this.draw(new Pen(this.sheet), map, L.bounds(origin, origin.add(extent)));
  },
});

// The part of a canvas context that drawing names needs, writing SVG.
class Pen {
  constructor(sheet) {
    this.sheet = sheet;
    this.ruler = document.createElement("canvas").getContext("2d");
  }

  measureText(text) {
    this.ruler.font = this.font;
    return this.ruler.measureText(text);
  }

  beginPath() {}

  arc(cx, cy, r) {
    this.dot = { cx, cy, r };
  }

  fill() {
    this.sheet.append(svg("circle", { ...this.dot, fill: this.fillStyle }));
  }

  // The stroke comes with the fill, below it.
  strokeText() {}

  fillText(text, x, y) {
    const name = svg("text", { x, y, fill: this.fillStyle, stroke: this.strokeStyle, "stroke-width": this.lineWidth, "stroke-linejoin": "round", "paint-order": "stroke", "text-anchor": "middle", "dominant-baseline": "central" }, text);
    name.style.font = this.font;
    this.sheet.append(name);
  }
}
