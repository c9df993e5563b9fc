// Who decides, what was decided, and how it is taken back. The server has the last word.

import { button, el } from "./dom.js";
import { t } from "./words.js";

const NAME = "groundtext-reviewer"; // in the browser's own store
const DONE = "groundtext-decided"; // what this window decided, for undo after a reload

export class Decider {
  constructor({ reviewer, readOnly, project }, tell, take) {
    this.project = project; // the server keeps no decision for another that is open now
    this.tell = tell;
    this.take = take;
    this.readOnly = readOnly;
    this.given = reviewer;
    this.done = JSON.parse(sessionStorage.getItem(DONE) || "[]");
    this.element = el("div", { class: "gt-reviewer" });
    this.draw();
  }

  get by() {
    return this.given || localStorage.getItem(NAME) || "";
  }

  get mayDecide() {
    return !this.readOnly && Boolean(this.by);
  }

  draw() {
    if (this.readOnly) this.element.replaceChildren(el("p", { class: "gt-said" }, t("evidence-decider.you-are-reading-you-can")));
    else if (this.given) this.element.replaceChildren(el("p", { class: "gt-said" }, t("evidence-decider.you-decide-as"), el("strong", {}, this.given), "."));
    else if (this.by && !this.isAsking) {
      this.element.replaceChildren(el("p", { class: "gt-said" }, t("evidence-decider.you-decide-as"), el("strong", {}, this.by), ". ", button(t("evidence-decider.change"), () => this.ask(), { class: "gt-link" })));
    } else this.element.replaceChildren(this.form());
  }

  form() {
    const name = el("input", { type: "text", class: "gt-field", name: "reviewer", required: true, maxlength: 100, value: this.by, placeholder: t("evidence-decider.your-name"), "aria-label": t("evidence-decider.your-name-for-decisions"), autocomplete: "name" });
    return el("form", { class: "gt-reviewer-form", onsubmit: (event) => this.answer(event, name.value) },
      el("span", {}, t("evidence-decider.decisions-carry-a-name")), name, el("button", { type: "submit", class: "gt-do" }, t("evidence-decider.decide-as-this")));
  }

  ask() {
    this.isAsking = true;
    this.draw();
    this.element.querySelector("input").focus();
  }

  answer(event, name) {
    event.preventDefault();
    localStorage.setItem(NAME, name.trim());
    this.isAsking = false;
    this.draw();
    document.activeElement?.blur();
    this.onchange?.();
  }

  // Decide on rows; a row keeps what it was until the server has kept it.
  async decide(rows, verdict, note) {
    if (verdict !== "reported" && !this.mayDecide) {
      if (!this.readOnly) this.ask();
      this.tell(this.readOnly ? t("evidence-decider.you-are-reading-report-the") : t("evidence-decider.say-who-you-are-first"));
      return false;
    }
    const decisions = rows.map((row) => ({ document: row.document, start: row.start, end: row.end, target: row.target, kind: row.kind, seen: row.seen, verdict, note }));
    const isKept = await this.send(decisions);
    if (isKept && verdict !== "reported") this.remember(decisions);
    return isKept;
  }

  async add(decision) {
    const isKept = await this.send([{ ...decision, verdict: "added" }]);
    if (isKept) this.remember([decision]);
    return isKept;
  }

  async undo() {
    const last = this.done.pop();
    if (!last || !(await this.send(last.map((each) => ({ ...each, verdict: "withdrawn", note: "" }))))) return [];
    this.keep();
    return last;
  }

  remember(decisions) {
    this.done.push(decisions);
    this.keep();
  }

  keep() {
    sessionStorage.setItem(DONE, JSON.stringify(this.done.slice(-200)));
  }

  async send(decisions) {
    this.tell("");
    try {
      const answer = await fetch("/groundtext/decisions", {
        method: "POST", headers: { "X-Groundtext": "1", "Content-Type": "application/json" }, body: JSON.stringify({ by: this.by, project: this.project, decisions }),
      });
      const said = await answer.json();
      if (answer.ok) this.take(said);
      else this.tell(said.error || t("common.the-server-answered-status", { status: answer.status }));
      return answer.ok;
    } catch (error) {
      this.tell(t("evidence-decider.the-decision-is-not-kept", { message: error.message }));
      return false;
    }
  }
}
