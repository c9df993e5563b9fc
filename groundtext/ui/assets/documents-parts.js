// The parts of the documents page: the list, the text with what helps to read it, the map beside it.

import { Actors } from "./documents-actors.js";
import { Detail } from "./documents-detail.js";
import { DocumentList } from "./documents-list.js";
import { Reading } from "./documents-reading.js";
import { DocumentText } from "./documents-text.js";
import { el } from "./dom.js";
import { t } from "./words.js";

// Make them for a page, and put them where Streamlit shows it.
export function buildParts(page) {
  page.canvas = el("div", { class: "gt-map", "data-testid": "evidence-map", role: "region", "aria-label": t("documents-parts.map-of-what-this-document") });
  page.notices = el("div", { class: "gt-notices", role: "alert" });
  page.voice = el("p", { class: "gt-voice", role: "status" });
  page.list = new DocumentList({ onpick: (id) => page.pick({ document: id }) });
  page.head = el("div", {});
  page.text = new DocumentText({ onpick: (passage, feature) => page.pickPassage(passage, feature) });
  page.actors = new Actors((passage) => page.pickPassage(passage, ""));
  page.detail = new Detail({
    step: (by) => page.step(by), pickFeature: (id) => page.pickFeature([id]), showOnMap: () => page.zoom(), close: () => page.close(), copy: () => page.copy(), say: (words) => page.say(words),
    original: () => page.shown?.original || "", add: () => page.adder?.open(), marked: () => page.adder?.marked,
    mentions: (mention) => page.reading.mentions.of(mention), mention: () => page.reading.mentions.at, nextMention: (mention) => page.nextMention(mention),
  });
  page.side = el("div", { class: "gt-below" }, page.detail.element);
  page.reader = el("section", { class: "gt-reader", tabindex: "0", "aria-label": t("common.document") }, page.notices, page.head);
  page.reading = new Reading(page.reader, page.text);
  page.reader.append(page.reading.outline.element, page.text.element);
  const root = el("div", { class: "gt-root gt-documents" },
    el("h1", { class: "gt-aside" }, t("common.documents")),
    page.list.element, page.reader, page.reading.minimap.element,
    el("div", { class: "gt-beside" }, el("div", { class: "gt-stage" }, page.canvas, page.voice), page.side));
  root.addEventListener("keydown", (event) => page.key(event));
  page.settle(root);
}
