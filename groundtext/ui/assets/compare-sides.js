// What each document says of one thing, side by side.

import { bdi, el } from "./dom.js";
import { linkTo, pathTo } from "./navigation.js";
import { quoteElement, sourceLine } from "./quote.js";
import { t } from "./words.js";

const FACTS = new Set([t("fact.kind"), t("fact.operator"), t("fact.country"), t("fact.status"), t("fact.when"), t("fact.where"), t("fact.uncertain"), t("fact.also-called")]);

export function sideBySide(panel, { documents }) {
  const byDocument = documents.map((document) => ({ document, passages: panel.passages.filter((passage) => passage.document === document.id) }));
  const speaking = byDocument.filter(({ passages }) => passages.length);
  const silent = byDocument.filter(({ passages }) => !passages.length);
  return [
    el("h2", { class: "gt-name" }, bdi(panel.name)),
    facts(panel.facts),
    ...panel.disagreements.map((each) => dispute(each, null, panel.id)),
    said(speaking),
    speaking.length ? el("div", { class: "gt-sides", "data-testid": "sides" }, ...speaking.map((side) => column(side, panel.id))) : el("p", { class: "gt-said" }, t("common.no-document-here-mentions-it")),
    silence(silent, speaking.length),
  ];
}

function facts(pairs) {
  const rows = pairs.filter(([name]) => FACTS.has(name)).flatMap(([name, words]) => [el("dt", {}, name), el("dd", {}, bdi(words))]);
  return el("dl", { class: "gt-facts" }, ...rows);
}

// One thing that documents say differently: every statement with its words and who says them.
export function dispute({ aspect, statements }, name, id) {
  const rows = statements.map((each) => el("li", { class: "gt-statement" },
    el("p", { class: "gt-stated" }, bdi(each.says)),
    el("blockquote", { class: "gt-quote", dir: "auto", lang: each.language || undefined }, each.quote),
    sourceLine(each), el("p", { class: "gt-deeds" }, reader(each, id))));
  const words = t("common.documents-disagree-on-the-aspect", { aspect });
  return el("article", { class: "gt-compare-dispute", "data-testid": "disagreement", "data-aspect": aspect },
    ...(name ? [el("h3", {}, name), el("p", {}, words)] : [el("h3", {}, words)]), el("ul", {}, ...rows));
}

// When, where and how it ended by each document, where a passage says so.
function said(speaking) {
  const rows = speaking.flatMap(({ document, passages }) => passages.filter((passage) => passage.said).map((passage) => ({ document, words: passage.said })));
  if (!rows.length) return null;
  const isSame = new Set(rows.map(({ words }) => words)).size === 1;
  return el("section", { "aria-label": t("compare-sides.what-they-say-of-date") },
    el("h3", { class: "gt-compare-head" }, isSame ? t("compare-sides.all-say-the-same-of") : t("compare-sides.what-they-say-of-date")),
    el("table", { class: "gt-said-table" }, el("thead", {}, el("tr", {}, el("th", { scope: "col" }, t("common.document")), el("th", { scope: "col" }, t("compare-sides.says")))),
      el("tbody", {}, ...rows.map(({ document, words }) => el("tr", {}, el("th", { scope: "row" }, bdi(document.title)), el("td", {}, bdi(words)))))));
}

function column({ document, passages }, id) {
  return el("article", { class: "gt-side-column", "data-document-id": document.id },
    el("header", {}, el("h3", {}, bdi(document.title)),
      el("p", { class: "gt-source" }, bdi([document.author, document.publisher, document.published].filter(Boolean).join(" · "))),
      el("p", { class: "gt-number" }, t("count.count-passages", { count: passages.length }))),
    ...passages.map((passage) => el("div", { class: "gt-side-passage" },
      passage.group ? el("p", { class: "gt-kind" }, t("common.about-the-group"), bdi(passage.group)) : null,
      quoteElement(passage),
      passage.said ? el("p", { class: "gt-says" }, t("common.says"), bdi(passage.said)) : null,
      el("p", { class: "gt-why" }, t("common.why"), bdi(passage.reason)),
      el("p", { class: "gt-deeds" }, reader(passage, id)))));
}

function silence(silent, anySpeak) {
  if (!silent.length || !anySpeak) return null;
  return el("p", { class: "gt-compare-silence", "data-testid": "silence" }, t("compare-sides.silent-about-it", { count: silent.length }),
    ...silent.flatMap(({ document }, i) => [i ? ", " : "", bdi(document.title)]), ".");
}

function reader(place, feature) {
  return linkTo(pathTo.passage(place, feature), t("common.show-in-document"));
}
