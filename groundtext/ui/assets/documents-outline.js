// The outline of a document: its headings; where it has none, the first words of some paragraphs.

import { button, el } from "./dom.js";
import { directionOf } from "./direction.js";
import { lastAbove, sightOf } from "./documents-follow.js";
import { t } from "./words.js";

const ENOUGH_HEADINGS = 2;
const MOST_STEPS = 12; // entries made of paragraphs
const FEWEST = 2; // entries that are worth an outline
const FIRST_WORDS = 8;
const LEAD = 120; // pixels below the reader's upper edge: a section that starts there is read

export class Outline {
  constructor(reader, ongo) {
    this.reader = reader;
    this.ongo = ongo; // (): after it has led somewhere
    this.list = el("ol", { class: "gt-outline-list" });
    this.here = el("span", { class: "gt-outline-here" });
    this.element = el("details", { class: "gt-outline", "data-testid": "outline", hidden: true, onkeydown: (event) => this.key(event) },
      this.summary = el("summary", {}, t("documents-outline.outline"), this.here), el("nav", { "aria-label": t("documents-outline.outline-of-the-document") }, this.list));
    this.entries = [];
  }

  // Paragraphs are { role, passages, element } in reading order.
  show(paragraphs) {
    this.entries = entriesOf(paragraphs).map((entry) => ({ ...entry, row: this.row(entry) }));
    this.starts = this.entries.map(({ element }) => element);
    this.list.replaceChildren(...this.entries.map(({ row }) => el("li", {}, row)));
    this.element.hidden = this.entries.length < FEWEST;
    this.element.open = false;
    this.current = undefined;
  }

  row({ words, isHeading, element }) {
    return button(told(words), () => this.go(element), { class: `gt-outline-row${isHeading ? " is-heading" : ""}`, dir: directionOf(words) });
  }

  // The keyboard goes where the eye does, and reads on from there.
  go(element) {
    this.element.open = false;
    element.tabIndex = -1;
    element.focus({ preventScroll: true });
    element.scrollIntoView({ block: "start" });
    // What came into sight has been laid out only now, and may have other sizes than guessed.
    requestAnimationFrame(() => {
      element.scrollIntoView({ block: "start" });
      this.ongo();
    });
  }

  // Find the section that is read: the last that begins above or just below the upper edge; what
  // is returned marks it.
  follow() {
    if (this.element.hidden) return null;
    const [top] = sightOf(this.reader);
    const current = this.entries[Math.max(lastAbove(this.starts, top + LEAD), 0)];
    return current === this.current ? null : () => this.mark(current);
  }

  mark(current) {
    this.current?.row.removeAttribute("aria-current");
    current.row.setAttribute("aria-current", "true");
    this.current = current;
    this.here.replaceChildren(" · ", told(current.words));
  }

  key(event) {
    if (event.key !== "Escape" || !this.element.open) return;
    event.stopPropagation();
    this.element.open = false;
    this.summary.focus();
  }
}

function entriesOf(paragraphs) {
  const headings = paragraphs.filter(({ role }) => role === "heading");
  if (headings.length >= ENOUGH_HEADINGS) return headings.map((heading) => ({ words: wordsOf(heading), element: heading.element, isHeading: true }));
  const read = paragraphs.filter(({ role }) => role !== "boilerplate");
  const step = Math.ceil(read.length / MOST_STEPS);
  return read.filter((_, i) => i % step === 0).map((paragraph) => ({ words: beginning(wordsOf(paragraph)), element: paragraph.element }));
}

function wordsOf({ passages }) {
  return passages.map(({ between, quote }) => between + quote).join("").trim();
}

// Words of a document, which run as most of them do: also where a foreign name comes first.
function told(words) {
  return el("bdi", { dir: directionOf(words) }, words);
}

function beginning(text) {
  const words = text.split(/\s+/);
  return words.length > FIRST_WORDS ? `${words.slice(0, FIRST_WORDS).join(" ")} …` : text;
}
