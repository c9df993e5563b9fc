// How names, dates and words are marked in a text that is read.

import { el } from "./dom.js";

export function readingKey() {
  return el("div", { class: "gt-reading-key", role: "group", "aria-label": "How names and dates are marked" },
    el("span", { class: "gt-literal" }, "a place"), " · ",
    el("span", { class: "gt-associative" }, "an actor by its place’s name"), " · ",
    el("span", {}, "a name inside another: no mark"), " · ",
    el("span", { class: "gt-match" }, "the words that made a link"), " · ",
    el("span", { class: "gt-date" }, "a date: pick it for its meaning"), " · ",
    el("span", { class: "is-boilerplate" }, "not part of the text: never evidence"));
}
