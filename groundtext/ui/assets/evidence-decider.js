// Who decides, what was decided, and how it is taken back. The server has the last word.

import { button, el } from "./dom.js";

const NAME = "groundtext-reviewer"; // in the browser's own store
const DONE = "groundtext-decided"; // what this window decided, for undo after a reload

export class Decider {
  constructor({ reviewer, readOnly }, tell, take) {
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
    if (this.readOnly) this.element.replaceChildren(el("p", { class: "gt-said" }, "You are reading. You can report a link that is wrong."));
    else if (this.given) this.element.replaceChildren(el("p", { class: "gt-said" }, "You decide as ", el("strong", {}, this.given), "."));
    else if (this.by && !this.isAsking) {
      this.element.replaceChildren(el("p", { class: "gt-said" }, "You decide as ", el("strong", {}, this.by), ". ", button("Change", () => this.ask(), { class: "gt-link" })));
    } else this.element.replaceChildren(this.form());
  }

  form() {
    const name = el("input", { type: "text", class: "gt-field", name: "reviewer", required: true, maxlength: 100, value: this.by, placeholder: "Your name", "aria-label": "Your name, for decisions", autocomplete: "name" });
    return el("form", { class: "gt-reviewer-form", onsubmit: (event) => this.answer(event, name.value) },
      el("span", {}, "Decisions carry a name."), name, el("button", { type: "submit", class: "gt-do" }, "Decide as this"));
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
      this.tell(this.readOnly ? "You are reading: report the link instead." : "Say who you are first: decisions carry a name.");
      return false;
    }
    const decisions = rows.map((row) => ({ document: row.document, start: row.start, end: row.end, target: row.target, kind: row.kind, verdict, note }));
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
        method: "POST", headers: { "X-Groundtext": "1", "Content-Type": "application/json" }, body: JSON.stringify({ by: this.by, decisions }),
      });
      const said = await answer.json();
      if (answer.ok) this.take(said);
      else this.tell(said.error || `The server answered ${answer.status}.`);
      return answer.ok;
    } catch (error) {
      this.tell(`The decision is not kept: the server does not answer (${error.message}).`);
      return false;
    }
  }
}
