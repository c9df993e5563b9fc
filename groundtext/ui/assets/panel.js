// The evidence panel: what is known of a feature, and each passage that supports it, verbatim.

import { citer } from "./cite.js";
import { toClipboard } from "./clipboard.js";
import { directionOf } from "./direction.js";
import { bdi, button, el } from "./dom.js";
import { linkTo, pathTo } from "./navigation.js";
import { quoteElement } from "./quote.js";
import { t } from "./words.js";

const CLIPPED = new Set([t("fact.waypoints"), t("fact.sources"), t("fact.note")]);

export class Panel {
  constructor(actions) {
    this.actions = actions; // close, zoom, reset, pick(id), showLayer(id), say(words)
    this.element = el("section", { class: "gt-evidence", "data-testid": "evidence-panel", "aria-label": t("common.evidence"), tabindex: "-1", hidden: true });
    this.element.addEventListener("keydown", (event) => this.step(event));
    this.passages = [];
    this.at = 0;
    this.backTo = ""; // the words of the button that leads back
  }

  clear() {
    this.element.hidden = true;
    this.element.removeAttribute("data-feature-id");
    this.element.replaceChildren();
  }

  // Say that a panel is on its way, or why it is not; it bears its feature's id only when it is.
  wait(words) {
    this.element.hidden = false;
    this.element.removeAttribute("data-feature-id");
    this.element.replaceChildren(this.head(), el("p", { class: "gt-said", role: "status" }, words));
  }

  show(panel, { document = "", start = null } = {}) {
    this.panel = panel;
    this.element.hidden = false;
    this.element.dataset.featureId = panel.id;
    this.passages = panel.passages.map((passage) => this.passage(passage));
    this.element.replaceChildren(...[
      this.head(),
      el("h2", { class: "gt-name" }, bdi(panel.name)),
      this.facts(panel.facts),
      this.members(panel),
      this.compare(panel),
      ...panel.disagreements.map((dispute) => this.dispute(dispute)),
      this.stepper(),
      ...this.passages.map(({ element }) => element),
      this.groups(panel),
    ].filter(Boolean));
    this.element.scrollTop = 0;
    const asked = panel.passages.findIndex((passage) => passage.document === document && (start === null || passage.start === start));
    this.go(Math.max(asked, 0), asked > 0);
  }

  head() {
    return el("div", { class: "gt-head" },
      button(this.backTo, this.actions.close, { class: "gt-plain" }),
      el("span", { class: "gt-space" }),
      button(t("common.zoom-to-it"), this.actions.zoom, { class: "gt-plain" }),
      button(t("panel.reset-the-view"), this.actions.reset, { class: "gt-plain" }));
  }

  facts(facts) {
    const rows = facts.map(([name, phrase]) => {
      const long = CLIPPED.has(name) && phrase.length > 140;
      const words = long ? el("details", {}, el("summary", {}, bdi(`${phrase.slice(0, 90)}…`)), bdi(phrase)) : bdi(phrase);
      return [el("dt", {}, name), el("dd", {}, words)];
    });
    return el("dl", { class: "gt-facts" }, ...rows.flat());
  }

  // Where several documents speak of it, they can be set side by side.
  compare({ id, passages }) {
    const count = new Set(passages.map(({ document }) => document)).size;
    if (count < 2) return null;
    return el("p", { class: "gt-members" }, linkTo(pathTo.comparison(id), t("panel.compare-documents", { count }), { class: "gt-link" }));
  }

  stepper() {
    const count = this.passages.length;
    if (!count) return el("p", { class: "gt-said" }, t("common.no-document-here-mentions-it"));
    this.position = el("span", { role: "status" });
    return el("div", { class: "gt-stepper" }, this.position,
      button("‹", () => this.go(this.at - 1, true), { "aria-label": t("common.previous-passage"), "aria-keyshortcuts": "ArrowLeft", title: t("common.previous-passage-2"), class: "gt-step" }),
      button("›", () => this.go(this.at + 1, true), { "aria-label": t("common.next-passage"), "aria-keyshortcuts": "ArrowRight", title: t("common.next-passage-2"), class: "gt-step" }));
  }

  go(index, scroll) {
    if (!this.passages.length) return;
    this.at = (index + this.passages.length) % this.passages.length;
    this.position.textContent = t("common.number-of-count", { number: this.at + 1, count: t("count.count-passages", { count: this.passages.length }) });
    this.passages.forEach(({ element }, i) => {
      if (i === this.at) element.setAttribute("aria-current", "true");
      else element.removeAttribute("aria-current");
    });
    if (scroll) this.passages[this.at].element.scrollIntoView({ block: "nearest" });
  }

  step(event) {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step || event.target.closest("input, summary")) return;
    event.preventDefault();
    this.go(this.at + step, true);
  }

  passage(passage) {
    const kind = el("p", { class: "gt-kind" }, el("span", { class: "gt-tag" }, passage.kind),
      passage.group ? el("span", { class: "gt-tag" }, t("common.about-the-group"), bdi(passage.group)) : null,
      passage.status === "confirmed" ? el("span", { class: "gt-tag" }, t("common.confirmed-by-a-reviewer")) : null);
    const why = el("p", { class: "gt-why" }, el("span", {}, t("common.why")), bdi(passage.reason));
    const element = el("article", { class: "gt-passage" }, kind, quoteElement(passage), sourceOf(passage),
      passage.said ? el("p", { class: "gt-says" }, t("common.says"), bdi(passage.said)) : null,
      this.alsoAt(passage), why, ...this.deeds(passage));
    return { element, passage };
  }

  // What documents say differently: each statement with who makes it, and where.
  dispute({ aspect, statements }) {
    const rows = statements.map((said) => el("li", { class: "gt-statement" },
      el("p", { class: "gt-stated" }, this.stated(said)),
      el("blockquote", { class: "gt-quote", dir: directionOf(said.quote), lang: said.language || undefined }, said.quote),
      sourceOf(said),
      el("p", { class: "gt-deeds" }, this.reader(said, t("common.show-in-document")))));
    return el("section", { class: "gt-dispute", "data-testid": "disagreement", "data-aspect": aspect },
      el("h3", {}, t("common.documents-disagree-on-the-aspect", { aspect })), el("ul", {}, ...rows));
  }

  // What is said, as a way to its passage below where there is one.
  stated({ says, document, start }) {
    const index = this.panel.passages.findIndex((passage) => passage.document === document && passage.start === start);
    return index < 0 ? bdi(says) : button(bdi(says), () => this.go(index, true), { class: "gt-link" });
  }

  alsoAt(passage) {
    if (!passage.also) return null;
    const words = t("panel.also-at-count-of-the", { count: t("count.count-other-places", { count: passage.also }) });
    const places = passage.also_at.map(([start, end]) => this.reader({ ...passage, start, end }, t("common.characters-start-end", { start, end })));
    return el("p", { class: "gt-also" }, words, ": ", ...places.flatMap((place, i) => [i ? ", " : "", place]), passage.also > places.length ? ", …" : "");
  }

  // A link to a place of a document, read beside what it supports.
  reader(place, words) {
    return linkTo(pathTo.passage(place, this.panel.id), words);
  }

  // Where the link is decided on, or reported.
  reviewer(passage) {
    return linkTo(pathTo.review(passage, passage.target), t("common.review"));
  }

  deeds(passage) {
    const place = { document: passage.document, start: passage.start, end: passage.end, feature: this.panel.id };
    const [cite, box] = citer(passage, this.actions.say);
    return [el("p", { class: "gt-deeds" },
      this.reader(passage, t("common.show-in-document")),
      this.reviewer(passage), cite,
      button(t("common.copy-a-link"), () => this.copy(`${location.origin}/?${new URLSearchParams({ feature: place.feature, ...place })}`), { class: "gt-link" })), box];
  }

  async copy(address) {
    const isCopied = await toClipboard(address);
    this.actions.say(isCopied ? t("common.the-link-to-this-passage") : t("common.copy-this-link-address", { address }));
  }

  members({ members }) {
    if (!members) return null;
    return el("p", { class: "gt-members" }, t("panel.a-group-of"), ...chain(members, (member) => this.link(member)));
  }

  groups({ groups }) {
    if (!groups.length) return null;
    return el("p", { class: "gt-members" }, t("panel.belongs-to"), ...chain(groups, (group) => this.link(group)));
  }

  link({ id, name }) {
    return el("button", { type: "button", class: "gt-link", "data-link-id": id, onclick: () => this.actions.pick(id) }, bdi(name));
  }
}

// Who wrote the words, where and when.
function sourceOf({ title, author, publisher, published, place }) {
  const source = [author, publisher, published, place].filter(Boolean);
  return el("p", { class: "gt-source" }, el("cite", {}, bdi(title)), el("br"), ...source.flatMap((words, i) => [i ? " · " : "", bdi(words)]));
}

function chain(entries, make) {
  return entries.flatMap((entry, i) => [i ? ", " : "", make(entry)]);
}
