// Names on the map, drawn on one canvas: the important first, none over another.

import * as L from "./leaflet.js";
import { GROUND } from "./theme.js";

const MARGIN = 0.25; // of the map's size on each side, so that a drag does not run out of names

export const Names = L.Layer.extend({
  initialize(pane) {
    this.pane = pane;
    this.ground = [];
    this.features = [];
    this.signs = [];
    this.theme = "light";
  },

  onAdd(map) {
    this.canvas = document.createElement("canvas");
    this.canvas.className = "leaflet-zoom-hide";
    this.canvas.setAttribute("aria-hidden", "true");
    map.getPane(this.pane).append(this.canvas);
    map.on("moveend resize", this.redraw, this);
    this.redraw();
  },

  onRemove(map) {
    map.off("moveend resize", this.redraw, this);
    this.canvas.remove();
  },

  // Entries: { text, position: LatLng, font, from: least zoom, colour: a key of the theme,
  // below: pixels by which the name stands under its position, dot: whether the position is
  // marked }; the first is drawn first. No name is drawn twice, or over a sign.
  setGround(entries) {
    this.ground = entries;
  },

  setFeatures(entries) {
    this.features = entries;
    this.redraw();
  },

  // Positions that no name may cover: those of the signs.
  setSigns(positions) {
    this.signs = positions;
  },

  redraw() {
    const map = this._map;
    if (!map) return;
    const size = map.getSize();
    const origin = L.point(-size.x * MARGIN, -size.y * MARGIN).round();
    const extent = size.multiplyBy(1 + 2 * MARGIN).round();
    const ratio = window.devicePixelRatio || 1;
    this.canvas.width = extent.x * ratio;
    this.canvas.height = extent.y * ratio;
    this.canvas.style.width = `${extent.x}px`;
    this.canvas.style.height = `${extent.y}px`;
    L.DomUtil.setPosition(this.canvas, map.containerPointToLayerPoint(origin));
    const context = this.canvas.getContext("2d");
    context.scale(ratio, ratio);
    context.translate(-origin.x, -origin.y);
    this.draw(context, map, L.bounds(origin, origin.add(extent)));
  },

  draw(context, map, extent) {
    const zoom = map.getZoom();
    const taken = this.signs.map((position) => {
      const at = map.latLngToContainerPoint(position);
      return L.bounds(at.subtract([7, 7]), at.add([7, 7]));
    });
    const said = new Set();
    const colours = GROUND[this.theme];
    context.textAlign = "center";
    context.textBaseline = "middle";
    context.lineJoin = "round";
    for (const entry of [...this.features, ...this.ground]) {
      if (zoom < entry.from || said.has(entry.text)) continue;
      const at = map.latLngToContainerPoint(entry.position).add([0, entry.below]);
      if (!extent.contains(at)) continue;
      context.font = entry.font;
      const half = context.measureText(entry.text).width / 2 + 4;
      const box = L.bounds(at.subtract([half, 8]), at.add([half, 8]));
      if (taken.some((other) => other.overlaps(box))) continue;
      taken.push(box);
      said.add(entry.text);
      if (entry.dot) mark(context, at.subtract([0, entry.below]), colours);
      context.strokeStyle = colours.halo;
      context.lineWidth = 3;
      context.strokeText(entry.text, at.x, at.y);
      context.fillStyle = colours[entry.colour];
      context.fillText(entry.text, at.x, at.y);
    }
  },
});

function mark(context, at, colours) {
  context.beginPath();
  context.arc(at.x, at.y, 1.75, 0, 2 * Math.PI);
  context.fillStyle = colours.name;
  context.fill();
}
