// Which links are shown: by words, layer, feature, document, kind, status and score.

import { el } from "./dom.js";
import { t } from "./words.js";

const STATUSES = [["", t("evidence-filters.any-status")], ["suggested", t("evidence-filters.open")], ["confirmed", t("common.accepted")], ["rejected", t("common.rejected")], ["conflict", t("evidence-filters.in-conflict")], ["reported", t("evidence-filters.reported")]];
const KINDS = [["", t("evidence-filters.any-kind")], ["named", t("evidence-filters.named")], ["described", t("evidence-filters.described")], ["located", t("evidence-filters.located")]];

export class Filters {
  constructor(onchange) {
    this.words = el("input", { type: "search", class: "gt-field gt-words", placeholder: t("evidence-filters.find-words"), "aria-label": t("evidence-filters.find-words-in-quotes-names"), oninput: () => onchange(), "aria-keyshortcuts": "/" });
    this.selects = {};
    for (const [name, label] of [["layer", t("evidence-filters.layer")], ["target", t("common.feature")], ["document", t("common.document")], ["kind", t("common.kind")], ["status", t("common.status")]]) {
      this.selects[name] = el("select", { class: "gt-field", "aria-label": label, name, onchange });
    }
    this.score = el("input", { type: "range", min: 0, max: 1, step: 0.05, value: 0, "aria-label": t("evidence-filters.least-score"), oninput: () => { this.least.textContent = Number(this.score.value).toFixed(2); onchange(); } });
    this.least = el("span", { class: "gt-number" }, "0.00");
    this.element = el("div", { class: "gt-filters", role: "search" }, this.words, ...Object.values(this.selects),
      el("label", { class: "gt-score" }, t("evidence-filters.score-from"), this.score, this.least));
  }

  focus() {
    this.words.focus();
  }

  fill({ rows, documents, layers }, view) {
    const names = new Map(rows.map((row) => [row.target, row.name]));
    const sorted = (entries) => [...entries].sort(([, a], [, b]) => a.localeCompare(b));
    options(this.selects.layer, [["", t("evidence-filters.any-layer")], ...Object.entries(layers), ...(rows.some((row) => !row.layer) ? [["-", t("common.groups")]] : [])]);
    options(this.selects.target, [["", t("evidence-filters.any-feature")], ...sorted(names)]);
    options(this.selects.document, [["", t("evidence-filters.any-document")], ...sorted(Object.entries(documents).map(([id, { title }]) => [id, title]))]);
    options(this.selects.kind, KINDS);
    options(this.selects.status, STATUSES);
    if (view.q) this.words.value = view.q;
    if (view.feature && names.has(view.feature)) this.selects.target.value = view.feature;
    if (view.document && documents[view.document] && !view.feature) this.selects.document.value = view.document;
  }

  holds(row, { documents }) {
    const { layer, target, document, kind, status } = this.selects;
    if (layer.value && (row.layer || "-") !== layer.value) return false;
    if (target.value && row.target !== target.value) return false;
    if (document.value && row.document !== document.value) return false;
    if (kind.value && row.kind !== kind.value) return false;
    if (row.score < Number(this.score.value)) return false;
    if (status.value === "conflict" ? !row.against.length : status.value === "reported" ? !row.reports.length : status.value && row.status !== status.value) return false;
    const words = this.words.value.trim().toLowerCase();
    if (!words) return true;
    const text = [row.quote, row.name, row.note, row.reason, documents[row.document].title].join(" ").toLowerCase();
    return words.split(/\s+/).every((word) => text.includes(word));
  }
}

function options(select, entries) {
  const before = select.value;
  select.replaceChildren(...entries.map(([value, label]) => el("option", { value }, label)));
  select.value = entries.some(([value]) => value === before) ? before : "";
}
