// The lanes of the timeline: a bar or a sign for all that has a date, fuzzy where the date is.

import { el, svg } from "./dom.js";
import { t } from "./words.js";

const ROW = 16; // pixels
const GAP = 6; // between a label and the next mark
const LETTER = 6.3; // pixels of a letter of a label, about
const LONGEST = 34; // letters of a label
const LEAST = 6; // letters that still say something
export const POINT_DAYS = 31; // what lasts no longer is a sign, not a bar
const FADE = 28; // pixels over which an end that is not known fades

export class Lanes {
  constructor(lanes, axis, onpick) {
    this.lanes = lanes; // [{ title, colour, marks: [{ id, name, words, first, last, start, end, planned, unsure }] }]
    this.axis = axis;
    this.onpick = onpick;
    this.marks = new Map(); // id → its element
    this.canvas = svg("svg", { class: "gt-lanes", role: "group", "aria-label": t("timeline-lanes.what-was-when") });
    this.titles = el("div", { class: "gt-lane-titles" });
    this.canvas.addEventListener("keydown", (event) => this.walk(event));
  }

  draw(width) {
    this.axis.width = width;
    this.marks.clear();
    let top = 0;
    const drawn = [];
    const titles = [];
    for (const lane of this.lanes) {
      const rows = pack(lane.marks, this.axis, width);
      const height = Math.max(rows.length, 1) * ROW + 10;
      titles.push(el("div", { class: "gt-lane-title", style: `top: ${top}px; height: ${height}px` }, lane.title));
      drawn.push(svg("line", { class: "gt-lane-rule", x1: 0, x2: width, y1: top + 0.5, y2: top + 0.5 }));
      rows.forEach((row, i) => row.forEach((placed) => drawn.push(this.mark(placed, lane, top + 5 + i * ROW))));
      top += height;
    }
    const ticks = this.axis.ticks().map(({ day }) => svg("line", { class: "gt-tick", x1: this.axis.x(day), x2: this.axis.x(day), y1: 0, y2: top }));
    for (const [name, value] of Object.entries({ width, height: top, viewBox: `0 0 ${width} ${top}` })) this.canvas.setAttribute(name, value);
    this.canvas.replaceChildren(gradients(this.lanes), ...ticks, ...drawn);
    this.titles.replaceChildren(...titles);
    this.titles.style.height = `${top}px`;
    this.canvas.querySelector(".gt-mark")?.setAttribute("tabindex", "0");
  }

  mark({ entry, x, until, label, at, anchor, isInside }, lane, y) {
    const shapes = entry.isPoint ? sign(entry, lane, x, y) : bar(entry, lane, x, until, y, this.axis);
    const text = label ? svg("text", { class: isInside ? `is-inside on-${lane.tone}` : null, x: at, y: y + 12, "text-anchor": anchor }, label) : null;
    const mark = svg("g", { class: "gt-mark", role: "button", tabindex: "-1", "aria-label": [entry.name, entry.words].filter(Boolean).join(", "), "data-mark-id": entry.id,
      onclick: () => this.onpick(entry), onkeydown: (event) => { if (event.key === "Enter" || event.key === " ") { event.preventDefault(); this.onpick(entry); } } },
      svg("title", {}, [entry.name, entry.words].filter(Boolean).join(", ")), ...shapes, text);
    this.marks.set(entry.id, mark);
    return mark;
  }

  // What is not so in the period fades; nothing moves.
  fade(isOut, picked) {
    for (const lane of this.lanes) {
      for (const entry of lane.marks) {
        const mark = this.marks.get(entry.id);
        mark?.classList.toggle("is-out", isOut(entry));
        mark?.classList.toggle("is-picked", entry.id === picked);
      }
    }
  }

  walk(event) {
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    const marks = [...this.canvas.querySelectorAll(".gt-mark")];
    const next = marks[(marks.indexOf(document.activeElement) + step + marks.length) % marks.length];
    marks.forEach((mark) => mark.setAttribute("tabindex", mark === next ? "0" : "-1"));
    next?.focus();
  }
}

// Put marks into as few rows as they and their labels need. A label stands after its mark, before
// it where there is no room, and else inside.
function pack(marks, axis, width) {
  const rows = [];
  const ends = [];
  const [least, most] = axis.domain;
  for (const entry of [...marks].sort((one, other) => (one.first ?? least) - (other.first ?? least))) {
    const x = axis.x(entry.first ?? least);
    const until = entry.isPoint ? x : Math.max(axis.x(entry.last ?? most), x + 3);
    const placed = { entry, x, until, ...labelled(entry.name, x, until, width) };
    const row = ends.findIndex((end) => end <= placed.from - GAP);
    const at = row < 0 ? ends.length : row;
    (rows[at] ||= []).push(placed);
    ends[at] = placed.to;
  }
  return rows;
}

// Where a label has no room whole, as much of it stands where there is most.
function labelled(name, x, until, width) {
  const whole = shortened(name, LONGEST);
  const room = { after: width - until - 8, before: x - 8, inside: until - x - FADE };
  const widest = Math.max(...Object.values(room));
  const [side] = Object.entries(room).find(([, pixels]) => pixels >= whole.length * LETTER) || Object.entries(room).find(([, pixels]) => pixels === widest);
  const letters = Math.floor(room[side] / LETTER);
  const label = letters < LEAST ? "" : shortened(whole, letters);
  const long = label.length * LETTER;
  if (side === "after") return { label, at: until + 8, anchor: "start", from: x - 6, to: until + 8 + long };
  if (side === "before") return { label, at: x - 8, anchor: "end", from: x - 8 - long, to: until + 6 };
  return { label, at: x + 8, anchor: "start", isInside: true, from: x - 6, to: until + 6 };
}

function shortened(name, letters) {
  return name.length > letters ? `${name.slice(0, letters - 1).replace(/…$/, "").trimEnd()}…` : name;
}

function sign(entry, lane, x, y) {
  const fuzzy = entry.width > POINT_DAYS / 4 ? "is-fuzzy" : "";
  return [svg("circle", { class: `gt-mark-shape ${fuzzy} ${entry.unsure ? "is-unsure" : ""}`, cx: x, cy: y + 8, r: 5, fill: lane.colour, stroke: lane.colour })];
}

// A bar; its ends fade where they lie between two days, or are not known.
function bar(entry, lane, x, until, y, axis) {
  const [startLast, endFirst] = [entry.start ? axis.x(entry.start[1] ?? axis.domain[1]) : x + FADE, entry.end ? axis.x(entry.end[0] ?? axis.domain[0]) : until - FADE];
  const from = Math.min(Math.max(startLast, x), until);
  const to = Math.max(Math.min(endFirst, until), from);
  const pieces = [];
  if (from > x) pieces.push(svg("rect", { class: "gt-mark-shape", x, y: y + 2, width: from - x, height: 12, fill: `url(#${lane.key}-in)` }));
  if (to > from) pieces.push(svg("rect", { class: "gt-mark-shape", x: from, y: y + 2, width: to - from, height: 12, fill: lane.colour }));
  if (until > to) pieces.push(svg("rect", { class: "gt-mark-shape", x: to, y: y + 2, width: until - to, height: 12, fill: `url(#${lane.key}-out)` }));
  if (!pieces.length) pieces.push(svg("rect", { class: "gt-mark-shape", x, y: y + 2, width: 3, height: 12, fill: lane.colour }));
  if (entry.planned) pieces.push(svg("line", { class: "gt-mark-planned", x1: until, x2: axis.x(entry.planned[1] ?? axis.domain[1]), y1: y + 8, y2: y + 8, stroke: lane.colour }));
  return pieces;
}

function gradients(lanes) {
  const stops = (colour, opacities) => opacities.map((opacity, i) => svg("stop", { offset: i, "stop-color": colour, "stop-opacity": opacity }));
  return svg("defs", {}, ...lanes.flatMap(({ key, colour }) => [
    svg("linearGradient", { id: `${key}-in` }, ...stops(colour, [0.08, 1])),
    svg("linearGradient", { id: `${key}-out` }, ...stops(colour, [1, 0.08])),
  ]));
}
