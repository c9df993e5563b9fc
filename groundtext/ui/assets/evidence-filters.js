// Which links are shown: by words, layer, feature, document, kind, status and score.

import { el } from "./dom.js";

const STATUSES = [["", "Any status"], ["suggested", "Open"], ["confirmed", "Accepted"], ["rejected", "Rejected"], ["conflict", "In conflict"], ["reported", "Reported"]];
const KINDS = [["", "Any kind"], ["named", "Named"], ["described", "Described"], ["located", "Located"]];

export class Filters {
  constructor(onchange) {
    this.words = el("input", { type: "search", class: "gt-field gt-words", placeholder: "Find words", "aria-label": "Find words in quotes, names and notes", oninput: () => onchange(), "aria-keyshortcuts": "/" });
    this.selects = {};
    for (const [name, label] of [["layer", "Layer"], ["target", "Feature"], ["document", "Document"], ["kind", "Kind"], ["status", "Status"]]) {
      this.selects[name] = el("select", { class: "gt-field", "aria-label": label, name, onchange });
    }
    this.score = el("input", { type: "range", min: 0, max: 1, step: 0.05, value: 0, "aria-label": "Least score", oninput: () => { this.least.textContent = Number(this.score.value).toFixed(2); onchange(); } });
    this.least = el("span", { class: "gt-number" }, "0.00");
    this.element = el("div", { class: "gt-filters", role: "search" }, this.words, ...Object.values(this.selects),
      el("label", { class: "gt-score" }, "Score from ", this.score, this.least));
  }

  focus() {
    this.words.focus();
  }

  fill({ rows, documents, layers }, view) {
    const names = new Map(rows.map((row) => [row.target, row.name]));
    const sorted = (entries) => [...entries].sort(([, a], [, b]) => a.localeCompare(b));
    options(this.selects.layer, [["", "Any layer"], ...Object.entries(layers), ...(rows.some((row) => !row.layer) ? [["-", "Groups"]] : [])]);
    options(this.selects.target, [["", "Any feature"], ...sorted(names)]);
    options(this.selects.document, [["", "Any document"], ...sorted(Object.entries(documents).map(([id, { title }]) => [id, title]))]);
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
