// The Evidence page: a table of links, the one at hand beside it, and decisions by key or button.

import { Decider } from "./evidence-decider.js";
import { Detail } from "./evidence-detail.js";
import { Filters } from "./evidence-filters.js";
import { Table } from "./evidence-table.js";
import { fetchJson } from "./api.js";
import { bdi, button, el } from "./dom.js";
import { saveMenu } from "./saving.js";
import { loadStyles } from "./styles.js";
import { themeOf } from "./theme.js";
import { t } from "./words.js";

const KEYS = [
  ["j or ↓", t("evidence.the-next-link")], ["k or ↑", t("evidence.the-one-before")], ["n", t("evidence.the-next-that-is-open")],
  ["a", "accept"], ["r", "reject"], ["u", t("evidence.take-the-last-decision-back")], ["m", t("evidence.write-a-note")],
  ["x", t("evidence.select-for-a-decision-on")], ["Shift+A", t("evidence.accept-all-selected")], ["Shift+R", t("evidence.reject-all-selected")],
  ["/", t("evidence.find-words")], ["?", t("evidence.these-keys")], ["Esc", t("evidence.out-of-a-field-or")],
];

let page = null;

export async function show({ parentElement, data }) {
  await loadStyles(data.styles);
  if (page && parentElement.contains(page.root)) {
    await page.turnTo(data);
    return () => page.leave();
  }
  page = new EvidencePage(data);
  parentElement.replaceChildren(page.root);
  page.root.dataset.theme = themeOf(page.root);
  await page.turnTo(data);
  return () => page.leave();
}

class EvidencePage {
  constructor(data) {
    this.voice = el("p", { class: "gt-aside", role: "status" });
    this.fault = el("p", { class: "gt-review-fault", role: "alert" });
    this.decider = new Decider(data, (words) => this.tell(words), (answer) => this.take(answer));
    this.filters = new Filters(() => this.filter());
    this.table = new Table({ onpick: (row) => this.pick(row), onselect: () => this.showCount() });
    this.detail = new Detail(this.decider, {
      decide: (verdict, note) => this.decide(verdict, note), step: (by) => this.step(by), report: (note) => this.report(note), say: (words) => this.say(words),
    });
    this.count = el("p", { class: "gt-review-count", "data-testid": "evidence-count" });
    this.keys = el("div", { class: "gt-review-keys", role: "dialog", "aria-label": t("evidence.keys"), hidden: true },
      el("h2", {}, t("evidence.keys")), el("dl", {}, ...KEYS.flatMap(([key, words]) => [el("dt", {}, el("kbd", {}, key)), el("dd", {}, words)])),
      button(t("common.close"), () => this.showKeys(false), { class: "gt-plain" }));
    this.root = el("div", { class: "gt-root gt-evidence", "data-testid": "evidence" },
      el("h1", { class: "gt-aside" }, t("common.evidence")),
      el("div", { class: "gt-review-top" }, this.decider.element, this.filters.element,
        el("div", { class: "gt-review-line" }, this.count, el("span", { class: "gt-space" }),
          button(t("evidence.accept-selected"), () => this.bulk("confirmed"), { class: "gt-plain gt-bulk", hidden: true }),
          button(t("evidence.reject-selected"), () => this.bulk("rejected"), { class: "gt-plain gt-bulk", hidden: true }),
          button(t("evidence.undo"), () => this.undo(), { class: "gt-plain", "data-testid": "undo" }),
          saveMenu(data.forms, () => ({ layers: null, picked: "" })),
          button(t("evidence.keys"), () => this.showKeys(this.keys.hidden), { class: "gt-plain", "aria-keyshortcuts": "?" })), this.fault),
      this.table.element, this.detail.element, this.keys, this.voice);
    this.onkey = (event) => this.key(event);
    document.addEventListener("keydown", this.onkey, true);
  }

  leave() {
    document.removeEventListener("keydown", this.onkey, true);
    page = null;
  }

  tell(words) {
    this.fault.replaceChildren(words ? bdi(words) : "");
  }

  async turnTo(data) {
    if (this.stamp === data.stamp) return;
    this.stamp = data.stamp;
    try {
      this.all = await fetchJson(`/groundtext/links/${data.stamp}.json`);
    } catch (error) {
      this.tell(error.message);
      return;
    }
    this.filters.fill(this.all, data.view);
    this.filter();
    const { feature, document: id, start } = data.view;
    const wanted = this.table.rows.find((row) => row.target === feature && (!id || row.document === id) && (start === null || row.start === start));
    this.pick(wanted || this.table.rows[0]);
    this.root.dataset.ready = "true";
  }

  // Show what the filters let through; where the link at hand goes, the one that takes its place comes.
  filter(place = 0) {
    const shown = this.all.rows.filter((row) => this.filters.holds(row, this.all));
    this.table.show(shown, this.all);
    if (!shown.includes(this.table.at)) this.pick(this.table.rows[Math.min(place, shown.length - 1)]);
    this.showCount();
  }

  showCount() {
    const n = this.table.rows.length;
    const open = this.table.rows.filter((row) => row.status === "suggested").length;
    const selected = this.table.selected.size;
    this.count.textContent = t("evidence.n-of-count-open-open", { n: n.toLocaleString("en"), count: t("count.count-links", { count: this.all.rows.length }), open: open.toLocaleString("en"), value: selected ? ` · ${selected} selected` : "" });
    for (const each of this.root.querySelectorAll(".gt-bulk")) each.hidden = !selected || !this.decider.mayDecide;
  }

  pick(row) {
    this.table.pick(row);
    this.detail.show(row, this.all);
  }

  step(by) {
    const { rows } = this.table;
    const next = rows[Math.min(Math.max(rows.indexOf(this.table.at) + by, 0), rows.length - 1)];
    if (next) this.pick(next);
  }

  nextOpen() {
    const { rows } = this.table;
    const at = rows.indexOf(this.table.at);
    const next = [...rows.slice(at + 1), ...rows.slice(0, at + 1)].find((row) => row.status === "suggested");
    if (next) this.pick(next);
    else this.say(t("evidence.every-link-shown-here-is"));
  }

  say(words) {
    this.voice.textContent = words;
  }

  async decide(verdict, note = "") {
    const { at: row, rows } = this.table;
    if (!row) return;
    const next = rows[rows.indexOf(row) + 1];
    const done = await this.decider.decide([row], verdict, note);
    if (!done) return;
    this.say(`${verdict === "confirmed" ? t("common.accepted") : t("common.rejected")}: ${row.name}.`);
    if (this.table.rows.includes(next)) this.pick(next);
  }

  async report(note) {
    if (this.table.at && await this.decider.decide([this.table.at], "reported", note)) this.say(t("evidence.reported-whoever-reviews-these-links"));
  }

  async bulk(verdict) {
    const rows = this.table.rows.filter((row) => this.table.selected.has(row));
    if (rows.length && await this.decider.decide(rows, verdict, "")) {
      this.table.selected.clear();
      this.say(`${t("count.count-links", { count: rows.length })} ${verdict}.`);
      this.showCount();
    }
  }

  async undo() {
    const rows = await this.decider.undo();
    if (rows.length) this.say(t("evidence.taken-back-count", { count: t("count.count-decisions", { count: rows.length }) }));
    else this.say(t("evidence.there-is-nothing-to-take"));
  }

  // The server's rows of the documents that were decided on take the place of those here.
  take({ stamp, rows }) {
    this.stamp = stamp;
    const key = (row) => [row.document, row.start, row.end, row.target].join(" ");
    const fresh = new Map(rows.map((row) => [key(row), row]));
    const documents = new Set(rows.map((row) => row.document));
    const kept = this.all.rows.filter((row) => !documents.has(row.document) || fresh.has(key(row)));
    const known = new Set(kept.map(key));
    for (const row of kept) Object.assign(row, fresh.get(key(row)) || {});
    this.all.rows = [...kept, ...rows.filter((row) => !known.has(key(row)))];
    this.filter(Math.max(this.table.rows.indexOf(this.table.at), 0));
    this.detail.show(this.table.at, this.all);
  }

  showKeys(isShown) {
    if (this.keys.hidden === !isShown) return;
    if (isShown) this.opener = this.root.contains(document.activeElement) ? document.activeElement : this.table.element;
    this.keys.hidden = !isShown;
    const next = isShown ? this.keys.querySelector("button") : this.opener.isConnected ? this.opener : this.table.element;
    next.focus({ preventScroll: true });
  }

  // The keys of the table count again.
  leaveField(field) {
    if (this.root.contains(field)) this.table.element.focus({ preventScroll: true });
    else field.blur();
  }

  key(event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target.closest(".gt-cite")) return; // its keys are its own
    const isField = event.target.closest("input:not([type=checkbox]), textarea, select");
    if (event.key === "Escape") {
      if (isField) this.leaveField(event.target);
      this.showKeys(false);
      return;
    }
    if (isField) return;
    const deed = this.deeds()[event.key];
    if (!deed) return;
    event.preventDefault();
    event.stopPropagation(); // to Streamlit, r means to run the page anew, as it was before the decision
    deed();
  }

  deeds() {
    return {
      j: () => this.step(1), ArrowDown: () => this.step(1), k: () => this.step(-1), ArrowUp: () => this.step(-1),
      n: () => this.nextOpen(), a: () => this.decide("confirmed", this.detail.noteText()), r: () => this.decide("rejected", this.detail.noteText()),
      A: () => this.bulk("confirmed"), R: () => this.bulk("rejected"), u: () => this.undo(), m: () => this.detail.focusNote(),
      x: () => { this.table.toggle(this.table.at); this.showCount(); }, "/": () => this.filters.focus(), "?": () => this.showKeys(this.keys.hidden),
    };
  }
}
