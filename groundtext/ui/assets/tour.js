// A first look round in five steps: offered once, never forced, and there again in the legend.

import { button, el } from "./dom.js";
import { t } from "./words.js";

const KEY = "groundtext-tour";
const GAP = 12; // pixels between a part and the card that tells of it
const STEPS = [
  [".gt-toolbar", t("common.layers"), t("tour.switch-on-what-you-want")],
  [".gt-stage", t("tour.the-map"), t("tour.pick-a-sign-a-line")],
  [".gt-side", t("tour.the-evidence"), t("tour.beside-the-map-stand-the")],
  ["[data-testid=search]", t("common.search"), t("tour.find-passages-features-documents-and")],
  ["[data-testid=stHeader]", t("tour.the-other-pages"), t("tour.read-a-document-beside-its")],
];

// A line that offers the tour, or null once it was taken or declined.
export function invitation() {
  if (remembered()) return null;
  const line = el("p", { class: "gt-tour-offer", "data-testid": "tour-offer" }, t("tour.new-here"),
    button(t("common.look-round-in-five-steps"), () => startTour(), { class: "gt-link" }), " · ",
    button(t("tour.no-thanks"), () => { line.remove(); remember(); rest(); }, { class: "gt-link" }));
  return line;
}

export function startTour() {
  const opener = document.activeElement;
  remember();
  document.querySelector(".gt-tour-offer")?.remove();
  new Tour(opener).show(0);
}

class Tour {
  constructor(opener) {
    this.opener = opener;
    this.ring = el("div", { class: "gt-tour-ring" });
    this.title = el("h2", { id: "gt-tour-title" });
    this.words = el("p", { id: "gt-tour-words" });
    this.count = el("span", { class: "gt-number" });
    this.back = button(t("tour.back"), () => this.show(this.at - 1), { class: "gt-plain" });
    this.next = button(t("common.next"), () => this.show(this.at + 1), { class: "gt-do" });
    this.card = el("section", { class: "gt-tour", role: "dialog", "aria-labelledby": "gt-tour-title", "aria-describedby": "gt-tour-words", tabindex: "-1", "data-testid": "tour" },
      this.title, this.words, el("p", { class: "gt-tour-deeds" }, this.count, el("span", { class: "gt-space" }), this.back, this.next, button(t("common.close"), () => this.end(), { class: "gt-plain" })));
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
    this.count.textContent = t("tour.number-of-length", { number: at + 1, length: STEPS.length });
    this.back.hidden = at === 0;
    this.next.textContent = at + 1 === STEPS.length ? t("tour.done") : t("common.next");
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
    if (this.opener?.isConnected) this.opener.focus({ preventScroll: true });
    else rest();
  }
}

// Where the keyboard goes when the line that held it is gone.
function rest() {
  document.querySelector(".gt-find")?.focus({ preventScroll: true });
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
