// Beside the timeline: the passages and the documents of the period.

import { bdi, el } from "./dom.js";
import { linkTo, pathTo } from "./navigation.js";
import { pieces } from "./quote.js";
import { isWithin } from "./time-strip.js";
import { t } from "./words.js";

export class TimeList {
  constructor({ evidence, documents, unlisted }, onpick) {
    this.onpick = onpick;
    this.unlisted = unlisted;
    this.by = "event";
    this.range = null;
    this.feature = "";
    this.entries = passagesOf(evidence).map((rows) => ({ rows, element: this.passage(rows) }));
    this.documents = documents.map((row) => ({ row, element: this.document(row) }));
    this.said = el("p", { class: "gt-said", role: "status", "data-testid": "timeline-said" });
    this.passageHead = el("h2", {});
    this.documentHead = el("h2", {});
    this.element = el("section", { class: "gt-time-list", tabindex: "-1", "aria-label": t("timeline-list.evidence-and-documents-of-the") },
      this.choice(), this.said,
      this.passageHead, el("ul", {}, ...this.entries.map(({ element }) => element)),
      this.documentHead, el("ul", {}, ...this.documents.map(({ element }) => element)));
  }

  choice() {
    const choose = (by) => { this.by = by; this.show(this.range, this.feature, this.targets); };
    const radio = (by, words) => el("label", {}, el("input", { type: "radio", name: "gt-time-by", value: by, checked: by === this.by, onchange: () => choose(by) }), words);
    return el("fieldset", { class: "gt-time-by" }, el("legend", {}, t("timeline-list.passages-by-the-date-of")), radio("event", t("timeline-list.event")), radio("said", t("timeline-list.publication")));
  }

  // A passage stands once, with all that it supports, by when that was.
  passage(rows) {
    const [row] = rows;
    const matches = rows.flatMap((each) => each.matches).sort(([one], [other]) => one - other);
    const byTime = grouped(rows, ({ when }) => when);
    return el("li", { class: "gt-time-passage" },
      ...[...byTime].map(([when, about]) => this.about(when, about)),
      linkTo(pathTo.passage(row, row.target), pieces(row.quote, row.start, matches, []), { class: "gt-time-quote", dir: "auto", lang: row.language || undefined }),
      el("p", { class: "gt-source" }, bdi(row.title), ...(row.published ? [" · ", bdi(row.published)] : [])));
  }

  about(when, rows) {
    const names = rows.map(({ target, name }) => el("button", { type: "button", class: "gt-link", onclick: () => this.onpick(target) }, bdi(name)));
    return el("p", { class: "gt-time-what" }, ...names.flatMap((name, i) => [i ? ", " : "", name]), when ? el("span", { class: "gt-about" }, bdi(when)) : null);
  }

  document(row) {
    const about = [row.author, row.publisher, row.published].filter(Boolean).join(" · ");
    return el("li", {}, linkTo(pathTo.document(row.id), bdi(row.title), { class: "gt-link" }), el("span", { class: "gt-about" }, bdi(about)));
  }

  // Show what lies in a period, and of it only what is about these targets, if there are any.
  show(range, feature, targets) {
    this.range = range;
    this.feature = feature;
    this.targets = targets;
    const isThen = ({ event, said }) => isWithin(...((this.by === "event" && event) || said || [null, null]), range);
    const isShown = ({ rows }) => rows.some((row) => isThen(row) && (!targets || targets.has(row.target)));
    const passages = count(this.entries, isShown);
    const documents = count(this.documents, ({ row }) => isWithin(...(row.days || [null, null]), range));
    heading(this.passageHead, t("common.passages"), passages);
    heading(this.documentHead, t("timeline-data.documents-published"), documents);
    const more = this.unlisted ? t("timeline-list.unlisted", { count: this.unlisted }) : "";
const told = t("timeline-list.count-of-length", { count: t("count.count-passages", { count: passages }), length: this.entries.length.toLocaleString("en") });
    const out = t("timeline-list.count-of-length", { count: t("count.count-documents", { count: documents }), length: this.documents.length.toLocaleString("en") });
    this.said.textContent = this.by === "event" ? t("timeline-list.telling-of-this-time", { told, out, more }) : t("timeline-list.published-at-this-time", { told, out, more });
  }
}

// Links to one passage, together.
function passagesOf(evidence) {
  return [...grouped(evidence, ({ document, start, end }) => `${start} ${end} ${document}`).values()];
}

function grouped(rows, keyOf) {
  const groups = new Map();
  for (const row of rows) {
    const key = keyOf(row);
    if (groups.has(key)) groups.get(key).push(row);
    else groups.set(key, [row]);
  }
  return groups;
}

function heading(element, words, number) {
  element.replaceChildren(words, el("span", { class: "gt-number" }, number.toLocaleString("en")));
}

function count(entries, isShown) {
  let shown = 0;
  for (const entry of entries) {
    const is = isShown(entry);
    if (entry.element.hidden === is) entry.element.hidden = !is;
    shown += is;
  }
  return shown;
}
