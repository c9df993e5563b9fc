// Names that are not meant as places: who acts under them, or which longer name holds them.

import { bdi, button, el } from "./dom.js";
import { readingInWords } from "./documents-text.js";
import { t } from "./words.js";

const READINGS = ["associative", "organisation"];

export class Actors {
  constructor(onpick) {
    this.onpick = onpick; // (passage)
    this.element = el("section", { class: "gt-actors-list", "data-testid": "actors-list", "aria-label": t("documents-actors.names-that-are-not-meant"), hidden: true });
  }

  show(passages) {
    const sections = READINGS.map((reading) => this.section(reading, byName(passages, reading))).filter(Boolean);
    this.element.replaceChildren(...(sections.length ? sections : [el("p", { class: "gt-about" }, t("documents-actors.every-name-here-is-read"))]));
  }

  section(reading, names) {
    if (!names.size) return null;
    const rows = [...names].sort((one, other) => other[1].length - one[1].length).map(([name, passages]) => el("li", {}, this.row(name, passages)));
    return el("div", {}, el("h3", { class: "gt-about" }, t("documents-actors.read-as-readinginwords", { readingInWords: readingInWords(reading) })), el("ul", {}, ...rows));
  }

  // Each press goes to the next passage that holds the name.
  row(name, passages) {
    let at = -1;
    const next = () => {
      at = (at + 1) % passages.length;
      this.onpick(passages[at]);
    };
    return button(el("span", {}, bdi(name), ` · ${t("count.count-passages", { count: passages.length })}`), next, { class: "gt-chip" });
  }
}

// Name → the passages that hold it in this reading.
function byName(passages, reading) {
  const names = new Map();
  for (const passage of passages) {
    const found = new Set(passage.mentions.filter((mention) => mention.reading === reading).map(({ text }) => text));
    for (const name of found) names.set(name, [...(names.get(name) || []), passage]);
  }
  return names;
}
