// A document to read: its passages in their paragraphs, its gaps, and what each passage supports.

import { directionOf } from "./direction.js";
import { bdi, el } from "./dom.js";
import { pieces } from "./quote.js";
import { t } from "./words.js";

const READINGS = { literal: t("documents-text.the-place-itself"), associative: t("documents-text.an-actor"), organisation: t("documents-text.part-of-another-name") };

export function readingInWords(reading) {
  return READINGS[reading] || reading;
}

export class DocumentText {
  constructor({ onpick }) {
    this.onpick = onpick; // (passage, feature id or "")
    this.passages = []; // in reading order: { passage, element, chips }
    this.entries = new Map(); // passage → its entry
    this.blocks = []; // paragraphs { role, passages, entries, element } and gaps { gap, element }
    this.element = el("div", { class: "gt-text", "data-testid": "document-text" });
  }

  show(content) {
    this.passages = [];
    this.entries.clear();
    this.picked = undefined;
    this.blocks = content.parts.map((part) => {
      const element = part.gap ? gap(part.gap) : this.paragraph(part, content);
      return { ...part, element, entries: (part.passages || []).map((passage) => this.entries.get(passage)) };
    });
    this.element.replaceChildren(...this.blocks.map(({ element }) => element));
  }

  paragraph(part, content) {
    const block = el(part.role === "heading" ? "h3" : "p", { class: `gt-paragraph is-${part.role}`, dir: directionOf(part.passages.map(({ quote }) => quote).join(" ")), lang: content.language || undefined });
    for (const passage of part.passages) block.append(passage.between, this.passage(passage, content.id));
    const supported = bySupported(part.passages);
    if (!supported.size) return block;
    const chips = [...supported].map(([id, { name, passages }]) => this.chip(id, name, passages));
    return el("div", { class: "gt-supporting" }, block, el("p", { class: "gt-chips", "aria-label": t("documents-text.supports") }, ...chips));
  }

  passage(passage, documentId) {
    const element = el("span", {
      class: `gt-sentence is-${passage.role}${passage.links.length ? " has-links" : ""}`,
      "data-testid": "document-passage",
      "data-document-id": documentId,
      "data-start": passage.start,
      "data-end": passage.end,
      title: passage.note ? t("documents-text.not-used-as-evidence-note", { note: passage.note }) : undefined,
      onclick: () => this.onpick(passage, ""),
    }, ...pieces(passage.quote, passage.start, passage.links.flatMap((link) => link.matches), passage.mentions.map(titled), passage.dates.map(dated)));
    const entry = { passage, element, chips: new Map() };
    this.passages.push(entry);
    this.entries.set(passage, entry);
    return element;
  }

  // One chip for all passages of a paragraph that support the same; it goes from one to the next.
  chip(id, name, passages) {
    const next = () => passages[(passages.indexOf(this.picked) + 1) % passages.length];
    const count = passages.length > 1 ? ` · ${passages.length} passages` : "";
    const chip = el("button", { type: "button", class: "gt-chip", "data-link-id": id, "aria-pressed": "false", onclick: () => this.onpick(next(), id) }, bdi(name), count);
    passages.forEach((passage) => this.entries.get(passage).chips.set(id, chip));
    return chip;
  }

  // The passage that shares the most characters with a span; undefined where none does.
  at(start, end) {
    const shared = (passage) => Math.min(passage.end, end) - Math.max(passage.start, start);
    let best;
    for (const { passage } of this.passages) {
      if (shared(passage) > (best ? shared(best) : 0)) best = passage;
    }
    return best;
  }

  // The passages that support one of these features or groups, in reading order.
  supporting(ids) {
    return this.passages.map(({ passage }) => passage).filter(({ links }) => links.some((link) => ids.has(link.id)));
  }

  // Mark one passage as picked, and those that support the picked features as lit.
  mark(picked, ids) {
    this.picked = picked;
    for (const { passage, element, chips } of this.passages) {
      element.classList.toggle("is-picked", passage === picked);
      element.classList.toggle("is-lit", passage.links.some((link) => ids.has(link.id)));
      if (passage === picked) element.setAttribute("aria-current", "true");
      else element.removeAttribute("aria-current");
      chips.forEach((chip, id) => chip.setAttribute("aria-pressed", String(ids.has(id))));
    }
  }

  // Mark the mention that was stepped to.
  point(mention) {
    this.element.querySelector(".is-at")?.classList.remove("is-at");
    if (mention) this.element.querySelector(`[data-mention="${mention.span.join("-")}"]`)?.classList.add("is-at");
  }

  reveal(passage, block = "nearest") {
    this.entries.get(passage)?.element.scrollIntoView({ block });
  }
}

// What the passages of a paragraph support: id → its name and those passages.
function bySupported(passages) {
  const supported = new Map();
  for (const passage of passages) {
    for (const { id, name } of passage.links) {
      const known = supported.get(id) || { name, passages: [] };
      known.passages.push(passage);
      supported.set(id, known);
    }
  }
  return supported;
}

function gap(characters) {
  return el("p", { class: "gt-gap-note" }, t("documents-text.count-of-the-original-not", { count: t("count.count-characters", { count: characters }) }));
}

// What a date expression says of itself under the pointer.
function dated(date) {
  return { ...date, title: `${date.text}: ${date.reason}` };
}

// What a mention says of itself under the pointer.
function titled(mention) {
  const { text, reading, place } = mention;
  return { ...mention, key: mention.span.join("-"), title: t("documents-text.text-read-as-readinginwords-value", { text, readingInWords: readingInWords(reading), value: place ? `, ${place}` : "" }) };
}
