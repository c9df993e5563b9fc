// While a period is moved or played, the map and what is beside it go along, before the server answers.

import { el } from "./dom.js";
import { limitsOf } from "./limits.js";
import { isoOf } from "./time-axis.js";
import { fadeOn, isWithin } from "./time-strip.js";

const PAUSE = 250; // milliseconds between two lists: a long one takes its time

export class Following {
  constructor(page, marks) {
    this.page = page;
    this.marks = marks; // [{ id, first, last }] in days
    this.words = el("p", { class: "gt-then", "aria-hidden": "true", "data-testid": "then", hidden: true }); // the handles say it aloud
  }

  show(range, words) {
    this.words.textContent = words;
    this.words.hidden = false;
    fadeOn(this.page.canvas, new Set(this.marks.filter(({ first, last }) => !isWithin(first, last, range)).map(({ id }) => id)));
    this.range = range;
    this.timer ??= setTimeout(() => this.list(), PAUSE);
  }

  list() {
    this.timer = null;
    const { list, content, visible, data } = this.page;
    if (!list.element.isConnected) return;
    const [since, until] = (this.range || []).map(isoOf);
    list.show(visible, list.words, limitsOf(content, { ...data, period: { since, until, words: this.words.textContent } }).ids);
  }

  // What Python says holds again.
  end() {
    if (this.words.hidden) return;
    clearTimeout(this.timer);
    this.timer = null;
    this.words.hidden = true;
    const { canvas, list, visible, limits } = this.page;
    fadeOn(canvas, new Set());
    list.show(visible, list.words, limits.ids);
  }
}
