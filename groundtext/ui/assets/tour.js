// A first look round in five steps: offered once, never forced, and there again in the legend.

import { button, el } from "./dom.js";

const KEY = "groundtext-tour";
const GAP = 12; // pixels between a part and the card that tells of it
const STEPS = [
  [".gt-toolbar", "Layers", "Switch on what you want to see. Every sign can be told by its shape as well as its colour; the legend explains them all."],
  [".gt-stage", "The map", "Pick a sign, a line or an area. A pale ring or band shows where it may really lie; hatching, that only the country is known."],
  [".gt-side", "The evidence", "Beside the map stand the passages that support what you picked, word for word: who wrote them, when, and why they count."],
  ["[data-testid=search]", "Search", "Find passages, features, documents and places in any spelling. Press / wherever you are."],
  ["[data-testid=stHeader]", "The other pages", "Read a document beside its map, check and correct the evidence, see when things were, and put in documents and layers of your own."],
];

// A line that offers the tour, or null once it was taken or declined.
export function invitation() {
  if (remembered()) return null;
  const line = el("p", { class: "gt-tour-offer", "data-testid": "tour-offer" }, "New here? ",
    button("Look round in five steps", () => { line.remove(); startTour(); }, { class: "gt-link" }), " · ",
    button("No, thanks", () => { line.remove(); remember(); }, { class: "gt-link" }));
  return line;
}

export function startTour() {
  remember();
  new Tour(document.activeElement).show(0);
}

class Tour {
  constructor(opener) {
    this.opener = opener;
    this.ring = el("div", { class: "gt-tour-ring" });
    this.title = el("h2", { id: "gt-tour-title" });
    this.words = el("p", { id: "gt-tour-words" });
    this.count = el("span", { class: "gt-number" });
    this.back = button("Back", () => this.show(this.at - 1), { class: "gt-plain" });
    this.next = button("Next", () => this.show(this.at + 1), { class: "gt-do" });
    this.card = el("section", { class: "gt-tour", role: "dialog", "aria-labelledby": "gt-tour-title", "aria-describedby": "gt-tour-words", tabindex: "-1", "data-testid": "tour" },
      this.title, this.words, el("p", { class: "gt-tour-deeds" }, this.count, el("span", { class: "gt-space" }), this.back, this.next, button("Close", () => this.end(), { class: "gt-plain" })));
    this.layer = el("div", { class: "gt-root gt-tour-layer" }, this.ring, this.card);
    this.layer.dataset.theme = document.querySelector(".gt-root[data-theme]")?.dataset.theme || "light";
    this.card.addEventListener("keydown", (event) => {
      if (event.key === "Escape") { event.stopPropagation(); this.end(); }
    });
    this.resize = () => this.place();
    addEventListener("resize", this.resize);
    document.body.append(this.layer);
  }

  show(at) {
    if (at >= STEPS.length) {
      this.end();
      return;
    }
    this.at = at;
    const [, title, words] = STEPS[at];
    this.title.textContent = title;
    this.words.textContent = words;
    this.count.textContent = `${at + 1} of ${STEPS.length}`;
    this.back.hidden = at === 0;
    this.next.textContent = at + 1 === STEPS.length ? "Done" : "Next";
    this.place();
    this.card.focus();
  }

  // The ring lies round the part, and the card beside it, where there is room.
  place() {
    const part = document.querySelector(STEPS[this.at][0]);
    if (!part) return;
    part.scrollIntoView({ block: "nearest" });
    const { left, top, width, height, right, bottom } = part.getBoundingClientRect();
    for (const [name, value] of Object.entries({ left, top, width, height })) this.ring.style[name] = `${value}px`;
    const { offsetWidth, offsetHeight } = this.card;
    const beside = left > offsetWidth + 2 * GAP ? left - offsetWidth - GAP : Math.min(Math.max(left + GAP, GAP), innerWidth - offsetWidth - GAP);
    const below = bottom + offsetHeight + 2 * GAP < innerHeight ? bottom + GAP : Math.max(top + GAP, GAP);
    const isHigh = height > innerHeight / 2;
    this.card.style.left = `${isHigh && width > innerWidth / 2 ? (left + right - offsetWidth) / 2 : beside}px`;
    this.card.style.top = `${isHigh ? Math.max(top + (height - offsetHeight) / 2, GAP) : below}px`;
  }

  end() {
    removeEventListener("resize", this.resize);
    this.layer.remove();
    const target = this.opener?.isConnected ? this.opener : document.querySelector(".gt-find");
    target?.focus({ preventScroll: true });
  }
}

function remembered() {
  try {
    return localStorage.getItem(KEY) === "seen";
  } catch {
    return true; // a browser that keeps nothing would offer it every time
  }
}

function remember() {
  try {
    localStorage.setItem(KEY, "seen");
  } catch {
    // it is offered again the next time
  }
}
