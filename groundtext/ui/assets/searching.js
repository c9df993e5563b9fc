// The search that the box in the bar, the search page and the maps share: the words and the answer.

import { fetchJson } from "./api.js";

class Searching extends EventTarget {
  constructor() {
    super();
    this.text = "";
    this.found = null; // the newest answer; null for none
    this.isAsking = false; // whether it is not yet the answer to `text`
    this.hasPage = false; // whether a page shows the answer, so that the box need not
    this.isSent = false; // whether Enter was pressed for it: the keyboard goes to what is found
  }

  // Another workspace has come, or a decision was made: what was found before may not hold.
  renew(stamp) {
    if (this.stamp && this.stamp !== stamp) {
      this.found = null;
      this.text = "";
    }
    this.stamp = stamp;
  }

  // Ask for words; of several answers only the one to the last question counts.
  async ask(text) {
    if (text === this.text && (this.found || !text.trim())) return;
    this.text = text;
    this.isAsking = Boolean(text.trim());
    this.dispatchEvent(new Event("asked"));
    if (!this.isAsking) {
      this.tell(null);
      return;
    }
    try {
      const found = await fetchJson(`/groundtext/search.json?${new URLSearchParams({ q: text })}`);
      if (this.text === text) this.tell(found);
    } catch (error) {
      if (this.text === text) this.fail(error);
    }
  }

  send() {
    this.isSent = true;
    this.dispatchEvent(new Event("sent"));
  }

  // More passages of the same answer.
  async more() {
    const { text, found } = this;
    const offset = found.passages.length;
    const more = await fetchJson(`/groundtext/search.json?${new URLSearchParams({ q: text, offset })}`);
    if (this.found !== found) return;
    this.tell({ ...found, passages: [...found.passages, ...more.passages] });
  }

  tell(found) {
    this.found = found;
    this.isAsking = false;
    this.dispatchEvent(new Event("found"));
  }

  fail(error) {
    this.found = null;
    this.isAsking = false;
    this.dispatchEvent(new CustomEvent("failed", { detail: error.message }));
  }
}

export const searching = new Searching();

const WHOLE = new Set(["kind", "operator", "country", "publisher"]); // else parts are found, too

// An operator with its value, as it is written in the box.
export function term(operator, value) {
  return `${operator}:${WHOLE.has(operator) || /[\s"]/.test(value) ? `"${value.replaceAll('"', "")}"` : value}`;
}

// The words with a term more, or without it where it stood. It stands in front: the last word may be
// the beginning of a longer one, and stays what it was.
export function toggled(text, written) {
  const at = indexOf(text, written);
  if (at < 0) return `${written} ${text.trimStart()}`;
  return `${text.slice(0, at)} ${text.slice(at + written.length)}`.replace(/\s+/g, " ").trimStart();
}

export function holds(text, written) {
  return indexOf(text, written) >= 0;
}

function indexOf(text, written) {
  const plain = text.toLowerCase();
  const wanted = written.toLowerCase();
  for (let at = plain.indexOf(wanted); at >= 0; at = plain.indexOf(wanted, at + 1)) {
    const isWhole = /^$|\s/.test(plain[at - 1] ?? "") && /^$|\s/.test(plain[at + wanted.length] ?? "");
    if (isWhole) return at;
  }
  return -1;
}
