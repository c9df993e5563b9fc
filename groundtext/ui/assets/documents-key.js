// How names, dates and words are marked in a text that is read.

import { button, el } from "./dom.js";
import { t } from "./words.js";

// The key and what else helps to read; where there is little room a button opens it, and the text comes first.
export function readingAids(...aids) {
  const toggle = button(t("documents-key.how-names-and-dates-are"), () => {
    toggle.setAttribute("aria-expanded", String(box.classList.toggle("is-open")));
  }, { class: "gt-plain gt-aids-toggle", "aria-expanded": "false" });
  const box = el("div", { class: "gt-aids" }, toggle, el("div", {}, readingKey(), ...aids));
  return box;
}

function readingKey() {
  return el("div", { class: "gt-reading-key", role: "group", "aria-label": t("documents-key.how-names-and-dates-are") },
    el("span", { class: "gt-literal" }, t("documents-key.a-place")), " · ",
    el("span", { class: "gt-associative" }, t("documents-key.an-actor-by-its-place")), " · ",
    el("span", {}, t("documents-key.a-name-inside-another-no")), " · ",
    el("span", { class: "gt-match" }, t("documents-key.the-words-that-made-a")), " · ",
    el("span", { class: "gt-date" }, t("documents-key.a-date-pick-it-for")), " · ",
    el("span", { class: "is-boilerplate" }, t("documents-key.not-part-of-the-text")));
}
