// The signs of the map and of its legend: shapes that can be told apart without colour.

import { el, svg } from "./dom.js";

const SIZE = 26; // of the box round a point's sign, in pixels
const MIDDLE = SIZE / 2;

export const SIGN_RADIUS = { triangle: 7, square: 6, diamond: 7, circle: 9 };

// A point's sign: an element of its own, whose painted shape is what can be clicked.
export function pointSign({ shape, mark, colour, count }) {
  const box = svg("svg", { width: SIZE, height: SIZE, viewBox: `0 0 ${SIZE} ${SIZE}`, "aria-hidden": "true" });
  const hollow = mark === "hollow";
  const paint = { class: `gt-shape${hollow ? " is-hollow" : ""}`, fill: colour, style: `--gt-sign: ${colour}` };
  if (mark === "dotted") paint["stroke-dasharray"] = "1.5 2.5";
  if (mark === "dashed") paint["stroke-dasharray"] = "4 2.5";
  if (mark === "dotted" || mark === "dashed") paint.class += " is-broken";
  box.append(outline(shape, paint));
  if (count) {
    box.append(svg("text", { class: "gt-count", x: MIDDLE, y: MIDDLE + 3.6, "text-anchor": "middle" }, String(count)));
  }
  if (mark === "struck") {
    box.append(svg("line", { class: "gt-strike", x1: 3, y1: SIZE - 5, x2: SIZE - 3, y2: 5 }));
  }
  return el("div", { class: "gt-sign" }, box);
}

function outline(shape, paint) {
  if (shape === "triangle") {
    return svg("path", { ...paint, d: `M${MIDDLE} ${MIDDLE - 7}l7 12.5h-14z` });
  }
  if (shape === "square") {
    return svg("rect", { ...paint, x: MIDDLE - 5.5, y: MIDDLE - 5.5, width: 11, height: 11 });
  }
  if (shape === "diamond") {
    return svg("path", { ...paint, d: `M${MIDDLE} ${MIDDLE - 7.5}l7.5 7.5-7.5 7.5-7.5-7.5z` });
  }
  return svg("circle", { ...paint, cx: MIDDLE, cy: MIDDLE, r: 9 });
}

const DASHES = { dashed: "9 6", dotted: "1 6", struck: "14 4 2 4", hollow: "3 3" };
const DOUBLE_DASHES = { dashed: "12 6", dotted: "2 4", struck: "14 4 2 4", hollow: "5 3" };

// The dash of a line or of an area's edge; a double line has no round ends, so other lengths.
export function dashOf(mark, shape) {
  return (shape === "double" ? DOUBLE_DASHES : DASHES)[mark] || null;
}

// A small picture of a sign for the legend and the list.
export function legendSign({ shape, mark, colour, count }) {
  if (shape in SPECIAL) return SPECIAL[shape](colour);
  if (SIGN_RADIUS[shape]) {
    const sign = pointSign({ shape, mark, colour, count });
    sign.classList.add("gt-legend");
    return sign;
  }
  const box = svg("svg", { width: SIZE, height: SIZE, viewBox: `0 0 ${SIZE} ${SIZE}`, "aria-hidden": "true" });
  const line = { stroke: colour, fill: "none", "stroke-dasharray": dashOf(mark, shape) };
  if (shape === "line") {
    box.append(svg("path", { ...line, "stroke-width": 3, d: "M2 17C9 6 16 20 24 9" }));
  } else if (shape === "double") {
    box.append(svg("path", { ...line, "stroke-width": 1.5, d: "M2 15C9 4 16 18 24 7M2 19C9 8 16 22 24 11" }));
  } else {
    box.append(svg("rect", { x: 4, y: 6, width: 18, height: 14, stroke: colour, fill: colour, "fill-opacity": shape === "hatch" ? 0 : 0.16 }));
  }
  if (shape === "hatch") {
    box.append(svg("path", { ...line, "stroke-width": 1, d: "M4 13l7-7M4 20L18 6M11 20l11-11M18 20l4-4" }));
  }
  return el("div", { class: "gt-sign gt-legend" }, box);
}

// What is no sign of a feature, but of what is known or done with it.
const SPECIAL = {
  halo: (colour) => sample(svg("circle", { cx: MIDDLE, cy: MIDDLE, r: 11, fill: colour, "fill-opacity": 0.16, stroke: colour, "stroke-opacity": 0.5 }), svg("circle", { cx: MIDDLE, cy: MIDDLE, r: 3, fill: colour })),
  picked: (colour) => sample(svg("circle", { class: "gt-picked-sample", cx: MIDDLE, cy: MIDDLE, r: 8, fill: colour, "stroke-width": 3 })),
  faded: (colour) => sample(svg("circle", { cx: MIDDLE, cy: MIDDLE, r: 9, fill: colour, "fill-opacity": 0.25 })),
};

function sample(...shapes) {
  return el("div", { class: "gt-sign gt-legend" }, svg("svg", { width: SIZE, height: SIZE, viewBox: `0 0 ${SIZE} ${SIZE}`, "aria-hidden": "true" }, ...shapes));
}

// The hatching of a country, in a layer's colour; the angle tells two layers apart.
export function hatchPattern(renderer, id, colour, angle) {
  const defs = renderer._container.querySelector("defs") || renderer._container.insertBefore(svg("defs"), renderer._container.firstChild);
  if (!defs.querySelector(`[id="${id}"]`)) {
    defs.append(
      svg("pattern", { id, width: 10, height: 10, patternUnits: "userSpaceOnUse", patternTransform: `rotate(${angle})` },
        svg("rect", { width: 10, height: 10, fill: colour, "fill-opacity": 0.03 }),
        svg("line", { x1: 0, y1: 0, x2: 0, y2: 10, stroke: colour, "stroke-width": 1.5, "stroke-opacity": 0.4 })),
    );
  }
  return `url(#${id})`;
}
