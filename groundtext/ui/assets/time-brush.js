// The period that is picked on a timeline: dragged with a pointer, or moved with the arrow keys.

import { el } from "./dom.js";
import { addMonths, clamp, dayOf, inWords, monthOf, yearOf } from "./time-axis.js";
import { t } from "./words.js";

const STEPS = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1, PageDown: -12, PageUp: 12 }; // months
const ENDS = ["pointerup", "pointercancel"];
const LEAST = 4; // pixels that are a drag and not a click

export class Brush {
  constructor(axis, { change, settle }) {
    this.axis = axis;
    this.onchange = change; // while it moves
    this.onsettle = settle; // once it rests
    this.range = null; // [first, last] in days; null for all times
    this.band = el("div", { class: "gt-brush-band" });
    this.handles = ["from", "to"].map((side, i) => el("div", { class: `gt-brush-handle is-${side}`, role: "slider", tabindex: "0", "aria-label": i ? t("time-brush.end-of-the-period") : t("time-brush.beginning-of-the-period"), "aria-orientation": "horizontal", "data-brush": side, onkeydown: (event) => this.key(event, i) }));
    this.element = el("div", { class: "gt-brush", "data-testid": "brush" }, this.band, ...this.handles);
    this.place();
  }

  // Let a pointer draw and move the period anywhere on an element that it lies in.
  over(surface) {
    surface.addEventListener("pointerdown", (event) => this.grab(event, surface));
  }

  set(range) {
    this.range = range;
    this.place();
  }

  get shown() {
    const [least, most] = this.axis.domain;
    return this.range ? this.range.map((day) => clamp(day, least, most)) : [least, most];
  }

  place() {
    const [first, last] = this.shown;
    const [from, to] = [this.axis.x(first), this.axis.x(last)];
    this.band.hidden = !this.range;
    this.band.style.left = `${from}px`;
    this.band.style.width = `${Math.max(to - from, 1)}px`;
    this.handles.forEach((handle, i) => {
      handle.style.left = `${i ? to : from}px`;
      const day = Math.min(this.shown[i], this.axis.domain[1] - 1); // the last day of the last year
      handle.setAttribute("aria-valuemin", yearOf(this.axis.domain[0]));
      handle.setAttribute("aria-valuemax", yearOf(this.axis.domain[1]));
      handle.setAttribute("aria-valuenow", (yearOf(day) + monthOf(day) / 12).toFixed(2));
      handle.setAttribute("aria-valuetext", inWords(day));
    });
  }

  move(range, isSettled) {
    const [least, most] = this.axis.domain;
    const [first, last] = [...range].sort((one, other) => one - other);
    // What reaches the edge goes on beyond it: the axis may begin later than what there is.
    this.range = first <= least && last >= most - 1 ? null : [first <= least ? -Infinity : first, last >= most - 1 ? Infinity : last];
    this.place();
    this.onchange(this.range);
    if (isSettled) this.onsettle(this.range);
  }

  key(event, i) {
    const months = STEPS[event.key];
    const edge = { Home: this.axis.domain[0], End: this.axis.domain[1] }[event.key];
    if (months === undefined && edge === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    const range = this.range ? [...this.range] : [-Infinity, Infinity];
    const from = this.shown[i];
    const moved = edge ?? addMonths(from + (i && from < this.axis.domain[1] ? 1 : 0), months) - (i ? 1 : 0);
    range[i] = i ? Math.max(moved, range[0]) : Math.min(moved, range[1]);
    this.move(range, true);
  }

  // A handle is dragged, the band is moved, and a drag anywhere else draws a new one. The pointer
  // is held from when it is a drag: a press on what lies over the brush stays a press on that.
  grab(event, surface) {
    if (event.button) return;
    const side = this.handles.indexOf(event.target);
    const whole = event.target === this.band ? [...this.shown] : null;
    const left = this.element.getBoundingClientRect().left;
    const start = event.clientX - left;
    const other = (this.range || [-Infinity, Infinity])[1 - side];
    const anchor = side >= 0 ? other : this.axis.day(start);
    let dragged = side >= 0;
    const drag = (moved) => {
      const x = moved.clientX - left;
      if (!dragged && Math.abs(x - start) < LEAST) return;
      dragged = true;
      if (!surface.hasPointerCapture(event.pointerId)) surface.setPointerCapture(event.pointerId);
      const by = this.axis.day(x) - this.axis.day(start);
      this.move(whole ? this.shifted(whole, by) : [anchor, this.axis.day(x)], false);
    };
    const drop = () => {
      surface.removeEventListener("pointermove", drag);
      for (const end of ENDS) removeEventListener(end, drop);
      if (dragged) this.move(this.rounded(this.shown, side), true);
    };
    surface.addEventListener("pointermove", drag);
    for (const end of ENDS) addEventListener(end, drop); // it may be let go elsewhere
  }

  shifted([first, last], by) {
    const [least, most] = this.axis.domain;
    const shift = clamp(by, least - first, most - last);
    return [first + shift, last + shift];
  }

  // Whole months, which the address can say; of one side only, where the other was not moved.
  rounded([first, last], side = -1) {
    const held = this.range || [-Infinity, Infinity];
    return [
      side === 1 ? held[0] : dayOf(yearOf(first), monthOf(first)),
      side === 0 ? held[1] : dayOf(yearOf(last), monthOf(last) + 1) - 1,
    ];
  }
}
