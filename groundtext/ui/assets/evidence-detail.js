// The link at hand: the whole passage, why it counts, what was said of it, and what to do.

import { citer } from "./cite.js";
import { directionOf } from "./direction.js";
import { bdi, button, el } from "./dom.js";
import { markWords } from "./evidence-quote.js";
import { linkTo, pathTo } from "./navigation.js";
import { t } from "./words.js";

const SAID = { confirmed: t("evidence-detail.accepted"), added: t("evidence-detail.added"), rejected: t("evidence-detail.rejected"), reported: t("evidence-detail.reported") };

export class Detail {
  constructor(decider, actions) {
    this.decider = decider;
    this.actions = actions; // decide(verdict, note), step(by), report(note), say(words)
    this.element = el("section", { class: "gt-link-detail", "data-testid": "link-detail", "aria-label": t("evidence-detail.the-link-at-hand"), tabindex: "-1" });
    decider.onchange = () => this.show(this.row, this.all);
  }

  noteText() {
    return this.note ? this.note.value.trim() : "";
  }

  focusNote() {
    this.note?.focus();
  }

  show(row, all) {
    this.row = row;
    this.all = all;
    if (!row) {
      this.note = null;
      this.element.replaceChildren(el("p", { class: "gt-said" }, all?.rows.length ? t("evidence-detail.no-link-is-like-this") : t("evidence-detail.there-are-no-links-yet")));
      return;
    }
    const source = all.documents[row.document];
    const { readOnly } = this.decider;
    this.note = el("textarea", { class: "gt-field gt-note", rows: 2, maxlength: 2000, "aria-label": readOnly ? t("evidence-detail.what-is-wrong-with-it") : t("evidence-detail.note"), placeholder: readOnly ? t("evidence-detail.what-is-wrong-with-it-2") : t("evidence-detail.a-note-if-there-is") });
    const [cite, box] = citer(row, this.actions.say);
    const parts = [
      el("p", { class: "gt-kind" }, el("span", { class: "gt-tag" }, row.kind), el("span", { class: "gt-tag" }, t("evidence-detail.score-score", { score: row.score.toFixed(2) })), statusOf(row)),
      el("h2", { class: "gt-name" }, bdi(row.name)),
      el("blockquote", { class: "gt-quote", dir: directionOf(row.quote), lang: source.language || undefined }, ...markWords(row)),
      el("p", { class: "gt-source" }, el("cite", {}, bdi(source.title)), el("br"), [source.author, source.publisher, source.published, row.place].filter(Boolean).join(" · ")),
      el("p", { class: "gt-why" }, t("common.why"), bdi(row.reason)),
      row.note ? el("p", { class: "gt-why" }, t("evidence-detail.note-2"), bdi(row.note)) : null,
      ...said("conflict", t("evidence-detail.they-differ"), row.against), ...said("reports", t("evidence-detail.readers-report"), row.reports),
      this.note, this.deeds(row),
      el("p", { class: "gt-deeds" },
        linkTo(pathTo.feature(row.target), t("common.show-on-the-map")),
        linkTo(pathTo.passage(row, row.target), t("common.show-in-document")), cite),
      box,
    ];
    const held = [...this.element.querySelectorAll(".gt-verdicts button")].indexOf(document.activeElement);
    this.element.replaceChildren(...parts.filter(Boolean));
    if (held >= 0) this.element.querySelectorAll(".gt-verdicts button")[held].focus({ preventScroll: true });
  }

  deeds() {
    if (this.decider.readOnly) {
      return el("div", { class: "gt-verdicts" }, button(t("evidence-detail.report-as-wrong"), () => this.actions.report(this.noteText()), { class: "gt-do" }));
    }
    return el("div", { class: "gt-verdicts" },
      button(t("evidence-detail.accept"), () => this.actions.decide("confirmed", this.noteText()), { class: "gt-do", "aria-keyshortcuts": "a" }),
      button(t("evidence-detail.reject"), () => this.actions.decide("rejected", this.noteText()), { class: "gt-do", "aria-keyshortcuts": "r" }),
      button(t("common.next"), () => this.actions.step(1), { class: "gt-plain", "aria-keyshortcuts": "j" }));
  }
}

function statusOf({ status, by, at }) {
  const words = { suggested: t("evidence-detail.open-nobody-has-decided"), confirmed: t("evidence-detail.accepted"), rejected: t("evidence-detail.rejected") }[status];
  return el("span", { class: "gt-tag", "data-testid": "link-status" }, words, by ? t("evidence-detail.by") : "", by ? bdi(by) : "", at ? `, ${at.slice(0, 10)}` : "");
}

function said(kind, title, decisions) {
  if (!decisions.length) return [];
  const rows = decisions.map(({ verdict, by, at, note }) => el("li", {}, bdi(by || t("evidence-detail.somebody")), t("evidence-detail.value-it", { value: SAID[verdict] || verdict }), at ? `, ${at.slice(0, 10)}` : "", note ? ": " : "", note ? bdi(note) : ""));
  return [el("div", { class: "gt-against", "data-testid": kind }, el("h3", {}, title), el("ul", {}, ...rows))];
}
