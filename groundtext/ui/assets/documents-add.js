// A link that the program did not find: the reader marks words, and says which feature they support.

import { Decider } from "./evidence-decider.js";
import { bdi, button, el } from "./dom.js";
import { t } from "./words.js";

// The form of the documents page, between its text and its map.
export function adderFor(page, content) {
  const adder = new Adder(page.component.data, {
    content,
    passageAt: (start, end) => page.text.at(start, end),
    showAll: () => page.features.only(null),
    showOwn: () => page.showOwn(),
    added: (made) => location.assign(`/documents?${new URLSearchParams(made)}`),
  });
  adder.onmark = () => page.detail.refresh();
  page.side.append(adder.element);
  return adder;
}

class Adder {
  constructor(data, { content, passageAt, showAll, showOwn, added }) {
    this.targets = [...content.features.map(({ id, properties }) => [id, properties.name]), ...content.groups.map(({ id, name }) => [id, name])];
    this.actions = { passageAt, showAll, showOwn };
    this.fault = el("p", { class: "gt-review-fault", role: "alert" });
    this.decider = new Decider(data, (words) => this.fault.replaceChildren(words ? bdi(words) : ""), () => added(this.made));
    this.element = el("div", { class: "gt-adder", "data-testid": "adder", hidden: true });
    document.addEventListener("selectionchange", () => this.mark());
  }

  get isOpen() {
    return !this.element.hidden;
  }

  // What is marked in the text, as code points of it; the passage that holds its beginning.
  mark() {
    const selection = document.getSelection();
    if (!selection || selection.isCollapsed || !selection.rangeCount) return;
    const range = selection.getRangeAt(0);
    const [from, to] = [sentence(range.startContainer), sentence(range.endContainer)];
    if (!from || !to) return;
    const start = Number(from.dataset.start) + before(from, range.startContainer, range.startOffset);
    const end = Number(to.dataset.start) + before(to, range.endContainer, range.endOffset);
    if (start >= end) return;
    const passage = this.actions.passageAt(start, end);
    if (passage) this.marked = { passage, start: Math.max(start, passage.start), end: Math.min(end, passage.end) };
    this.onmark?.();
  }

  // The way in, under the passage at hand; opened, it takes a feature by name or from the map.
  offer(passage, document) {
    if (this.isOpen) return;
    this.passage = passage;
    this.document = document;
  }

  open() {
    const words = this.marked?.passage === this.passage ? this.marked : null;
    this.words = words;
    this.input = el("input", { type: "text", class: "gt-field", list: "gt-targets", required: true, "aria-label": t("documents-add.feature-or-group-that-it"), placeholder: t("documents-add.a-feature-s-name-or"), autocomplete: "off", onchange: () => this.complete(), onkeydown: (event) => this.enter(event) });
    this.note = el("input", { type: "text", class: "gt-field", "aria-label": t("documents-add.why"), placeholder: t("documents-add.why-one-sentence"), maxlength: 2000, required: true });
    const shown = words ? [...this.passage.quote].slice(words.start - this.passage.start, words.end - this.passage.start).join("") : t("documents-add.the-whole-passage");
    this.element.replaceChildren(
      el("p", {}, ...(words ? [t("documents-add.the-words"), el("mark", { class: "gt-match" }, shown), t("documents-add.support")] : [t("documents-add.this-passage-supports")])),
      this.decider.element,
      el("form", { onsubmit: (event) => this.add(event) }, this.input,
        el("datalist", { id: "gt-targets" }, ...this.targets.map(([, name]) => el("option", { value: name }))), this.note,
        el("p", { class: "gt-verdicts" }, el("button", { type: "submit", class: "gt-do" }, t("documents-add.add-the-link")), button(t("documents-add.cancel"), () => this.close(), { class: "gt-plain" }))),
      this.fault);
    this.element.hidden = false;
    this.actions.showAll();
    this.input.focus();
  }

  close() {
    if (!this.isOpen) return;
    this.element.hidden = true;
    this.actions.showOwn();
  }

  // A click on the map while this is open.
  choose(id) {
    this.input.value = this.targets.find(([target]) => target === id)?.[1] || id;
    this.note.focus();
  }

  // What is meant by the words in the field: an id, a whole name, or a part of one name alone.
  complete() {
    const value = this.input.value.trim();
    const wanted = value.toLowerCase();
    const whole = this.targets.find(([id, name]) => name.toLowerCase() === wanted || id === wanted);
    const parts = whole ? [whole] : this.targets.filter(([, name]) => wanted && name.toLowerCase().includes(wanted));
    const count = parts.length;
    if (count === 1) this.input.value = parts[0][1];
    this.fault.replaceChildren(...(count === 1 || !wanted ? [] : [count ? t("documents-add.several", { count, value }) : t("documents-add.there-is-no-feature-value", { value })]));
    return count === 1 ? parts[0] : undefined;
  }

  // Enter in the field goes on to the reason, once it is clear which feature is meant.
  enter(event) {
    if (event.key !== "Enter") return;
    event.preventDefault();
    if (this.complete()) this.note.focus();
  }

  async add(event) {
    event.preventDefault();
    const found = this.complete();
    if (!found) return;
    const { start, end } = this.passage;
    const matches = this.words ? [[this.words.start, this.words.end]] : [];
    this.made = { document: this.document, start, end, feature: found[0] };
    await this.decider.add({ document: this.document, start, end, target: found[0], kind: "described", note: this.note.value.trim(), matches });
  }
}

function sentence(node) {
  const element = node.nodeType === Node.TEXT_NODE ? node.parentElement : node;
  return element?.closest('[data-testid="document-passage"]');
}

// Code points of an element's text before a point in it.
function before(element, node, offset) {
  const range = document.createRange();
  range.setStart(element, 0);
  range.setEnd(node, offset);
  return [...range.toString()].length;
}
