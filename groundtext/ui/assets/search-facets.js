// By what a search can be limited further, with what each choice leaves.

import { bdi, el } from "./dom.js";
import { holds, term, toggled } from "./searching.js";
import { t } from "./words.js";

const FEW = 5; // values that are shown at once

export function facetList(facets, text, change) {
  return facets.map((facet) => section(facet, text, change));
}

function section({ operator, heading, counts, values }, text, change) {
  const isOfPassages = counts === "passages";
  const inWords = (count) => (isOfPassages ? t("count.count-passages", { count }) : t("count.count-features", { count }));
  const rows = values.map(({ value, label, count }) => {
    const written = term(operator, value);
    const isOn = holds(text, written);
    return el("li", {}, el("button", { type: "button", class: "gt-facet", "aria-pressed": String(isOn), "data-facet": written, onclick: () => change(toggled(text, written)) },
      el("span", { class: "gt-facet-name" }, bdi(label)), el("span", { class: "gt-number", "aria-hidden": "true" }, count.toLocaleString("en")), el("span", { class: "gt-aside" }, ` ${inWords(count)}`)));
  });
  const rest = rows.length > FEW + 1 ? rows.splice(FEW) : [];
  return el("section", {}, el("h2", { title: isOfPassages ? t("search-facets.numbers-count-passages") : t("search-facets.numbers-count-features") }, heading), el("ul", {}, ...rows),
    rest.length ? el("details", {}, el("summary", {}, t("common.length-more", { length: rest.length })), el("ul", {}, ...rest)) : null);
}
