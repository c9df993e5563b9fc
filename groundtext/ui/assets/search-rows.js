// What is found, row by row.

import { bdi, el } from "./dom.js";
import { linkTo, pathTo } from "./navigation.js";
import { pieces, sourceLine } from "./quote.js";
import { legendSign } from "./signs.js";
import { t } from "./words.js";

export function featureRow({ id, name, about, layer }, content) {
  const drawn = content?.features.find((feature) => feature.id === id)?.properties;
  const sign = drawn ? legendSign({ shape: drawn.shape, mark: drawn.mark, colour: content.colours.get(layer) }) : null;
  return el("li", { class: "gt-search-feature" }, sign, el("span", {}, link(pathTo.feature(id), bdi(name)), el("span", { class: "gt-about" }, bdi(about))));
}

export function passageEntry(passage) {
  const { quote, start, end, document, marks, language, targets, spelt } = passage;
  return el("li", { class: "gt-search-passage" },
    el("blockquote", { class: "gt-quote", dir: "auto", lang: language || undefined, "data-testid": "passage", "data-document-id": document, "data-start": start, "data-end": end }, ...pieces(quote, start, marks, [])),
    sourceLine(passage),
    spelt ? el("p", { class: "gt-also" }, t("search-rows.found-by-another-spelling-of")) : null,
    el("p", { class: "gt-deeds" },
      link(pathTo.passage(passage), t("common.show-in-document")),
      ...targets.map((target) => link(pathTo.passage(passage, target.id), [t("search-rows.supports"), bdi(target.name)]))));
}

export function documentRow(document) {
  const about = [document.author, document.publisher, document.published].filter(Boolean).join(" · ");
  return el("li", {}, link(pathTo.document(document.id), bdi(document.title)), el("span", { class: "gt-about" }, bdi(about)));
}

export function placeRow({ name, about, feature }, change) {
  const own = feature ? link(pathTo.feature(feature), bdi(name))
    : el("button", { type: "button", class: "gt-link", onclick: () => change(`"${name.replaceAll('"', "")}"`) }, bdi(name));
  return el("li", {}, own, el("span", { class: "gt-about" }, bdi(about)));
}

function link(path, words) {
  return linkTo(path, words, { class: "gt-link" });
}
