// How names, dates and words are marked in a text that is read.

import { el } from "./dom.js";
import { t } from "./words.js";

export function readingKey() {
  return el("div", { class: "gt-reading-key", role: "group", "aria-label": t("documents-key.how-names-and-dates-are") },
    el("span", { class: "gt-literal" }, t("documents-key.a-place")), " · ",
    el("span", { class: "gt-associative" }, t("documents-key.an-actor-by-its-place")), " · ",
    el("span", {}, t("documents-key.a-name-inside-another-no")), " · ",
    el("span", { class: "gt-match" }, t("documents-key.the-words-that-made-a")), " · ",
    el("span", { class: "gt-date" }, t("documents-key.a-date-pick-it-for")), " · ",
    el("span", { class: "is-boilerplate" }, t("documents-key.not-part-of-the-text")));
}
