// The years under the map: a period to pick, and years to play.

import { button, el } from "./dom.js";
import { TimeAxis, clamp, dayOf, dayOfIso, inWords, spansOf, toEdtf, yearOf } from "./time-axis.js";
import { Brush } from "./time-brush.js";
import { t } from "./words.js";

const A_YEAR_TAKES = 900; // milliseconds

// Steps through the years, a window of twelve months after another; `move` shows one.
export class Player {
  constructor({ axis, shown, move, rest }) {
    Object.assign(this, { axis, shown, move, rest });
    this.onkey = (event) => this.key(event);
    this.onback = () => this.halt();
    this.element = button(t("time-strip.play-the-years"), () => this.toggle(), { class: "gt-do", "aria-pressed": "false" });
  }

  toggle() {
    if (this.playing) {
      this.stop();
      return;
    }
    this.say(t("time-strip.pause"), true);
    let year = this.next();
    const last = yearOf(this.axis.domain[1]);
    const step = () => {
      if (!this.element.isConnected) { // the reader has gone to another page
        this.halt();
        return;
      }
      this.move([dayOf(year, 0), dayOf(year + 1, 0) - 1]);
      year += 1;
      if (year >= last) this.stop();
    };
    this.playing = setInterval(step, A_YEAR_TAKES);
    document.addEventListener("keydown", this.onkey, true);
    addEventListener("popstate", this.onback); // another address says another period
    step();
  }

  // The year after the first of the period that is shown, which may begin before the axis, or never.
  next() {
    const [first, last] = this.axis.domain.map(yearOf);
    const begins = this.shown()?.[0];
    if (begins === undefined || begins < this.axis.domain[0]) return first;
    const next = yearOf(begins) + 1;
    return next < last ? next : first;
  }

  // Escape stops the years before it closes anything, wherever the keyboard is.
  key(event) {
    if (event.key !== "Escape") return;
    event.preventDefault();
    event.stopPropagation();
    this.stop();
  }

  stop() {
    this.halt();
    this.rest();
  }

  halt() {
    this.end();
    this.say(t("time-strip.play-the-years"), false);
  }

  say(words, isOn) {
    this.element.textContent = words;
    this.element.setAttribute("aria-pressed", String(isOn));
  }

  end() {
    clearInterval(this.playing);
    document.removeEventListener("keydown", this.onkey, true);
    removeEventListener("popstate", this.onback);
    this.playing = null;
  }
}

export class TimeStrip {
  // `marks` are [{ first, last }] in days; `change` is told while the period moves, `settle` then,
  // and `rest` when it stands where the address has it.
  constructor(marks, { change, settle, rest }) {
    this.rest = rest;
    const { short } = spansOf(marks);
    this.axis = new TimeAxis(...short);
    this.brush = new Brush(this.axis, { change: (range) => change(range, yearOrWords(range, this.axis.domain)), settle: (range) => settle(edtfOf(range, this.written)) });
    this.player = new Player({ axis: this.axis, shown: () => this.brush.range, move: (range) => this.brush.move(range, false), rest: () => settle(edtfOf(this.brush.range, this.written)) });
    this.years = el("div", { class: "gt-years", "aria-hidden": "true" });
    this.line = el("div", { class: "gt-strip-line" }, this.years, this.brush.element);
    this.brush.over(this.line);
    this.element = el("section", { class: "gt-strip", "aria-label": t("time-strip.years") }, this.player.element, this.line);
    new ResizeObserver(() => this.fit()).observe(this.line);
  }

  fit() {
    this.axis.width = this.line.clientWidth;
    if (!this.axis.width) return;
    this.years.replaceChildren(...this.axis.ticks().map(({ day, words }) => el("span", { style: `left: ${this.axis.x(day)}px` }, words)));
    this.brush.place();
  }

  set(period, { from_, to }) {
    const range = rangeOf(period);
    this.written = { range, from_, to };
    if (this.player.playing) return;
    this.brush.set(range);
    this.rest();
  }
}

// The days of the period in the address, endless where it has no end; null for all times.
export function rangeOf({ since, until }) {
  if (!since && !until) return null;
  return [dayOfIso(since) ?? -Infinity, dayOfIso(until) ?? Infinity];
}

// A period as the address has it. An end that was not moved stays as it was written there.
export function edtfOf(range, written) {
  if (!range) return { from_: "", to: "" };
  const [first, last] = range;
  const before = written?.range || [];
  return {
    from_: first === before[0] ? written.from_ : Number.isFinite(first) ? toEdtf(first) : "",
    to: last === before[1] ? written.to : Number.isFinite(last) ? toEdtf(last) : "",
  };
}

export function wordsOf(range, [least, most]) {
  return range ? t("time-strip.period", { from: inWords(Math.max(range[0], least)), to: inWords(Math.min(range[1], most - 1)) }) : t("time-strip.all-times", { from: yearOf(least), to: yearOf(most) - 1 });
}

// A year is said as such: it is what one reads while years are played.
function yearOrWords(range, domain) {
  const [first, last] = (range || domain).map((day) => clamp(day, domain[0], domain[1] - 1));
  const year = yearOf(first);
  return first === dayOf(year, 0) && last === dayOf(year + 1, 0) - 1 ? String(year) : wordsOf(range, domain);
}

// Whether something that lasted from one day to another was so in a period.
export function isWithin(first, last, range) {
  if (!range) return true;
  return (first === null || first <= range[1]) && (last === null || last >= range[0]);
}

// On a map, what was not so in a period fades; a sign of several fades when all of them do.
export function fadeOn(canvas, out) {
  for (const element of canvas.querySelectorAll("[data-feature-id], [data-feature-ids]")) {
    const own = element.dataset.featureIds?.split(" ") || [element.dataset.featureId];
    element.classList.toggle("is-past", own.every((id) => out.has(id)));
  }
}
