// The whole document as a narrow strip beside its text: what stands where, and what is in sight.
//
// It is drawn by characters, not by pixels: paragraphs out of sight have not been laid out, and
// their heights are guesses. For eyes and pointers only; others have the outline and scroll keys.

import { firstBelow, sightOf } from "./documents-follow.js";
import { el } from "./dom.js";

const WIDTH = 28; // pixels
const GAP = 240; // characters that a stretch which is not held counts as, however long it is
const BREAK = 24; // characters between two paragraphs
const LINE = 66; // characters of a line of text, each of which is drawn as one
const PITCH = 4; // pixels from line to line; a short document is not drawn any larger
const LEAST_FRAME = 12; // pixels
const TEXT = [6, 20]; // from where to where a plain passage is drawn, pixels
const LINKED = [3, 25];
const PICKED = [0, 28];

export class Minimap {
  constructor(reader) {
    this.reader = reader;
    this.canvas = el("canvas", {});
    this.frame = el("div", { class: "gt-minimap-frame", "data-testid": "minimap-frame" });
    this.element = el("div", { class: "gt-minimap", "aria-hidden": "true", "data-testid": "minimap", hidden: true, onpointerdown: (event) => this.press(event), onpointermove: (event) => this.drag(event) },
      this.canvas, this.frame);
    this.element.addEventListener("wheel", ({ deltaY }) => { this.reader.scrollTop += deltaY; }, { passive: true });
    this.stretches = [];
    this.blocks = []; // paragraphs and gaps, each with its stretches
    this.length = 0;
    this.lit = new Set();
  }

  // Blocks of the text; colourOf(passage) is that of the layer that it supports, if it does.
  show(blocks, colourOf) {
    let at = 0;
    this.blocks = blocks.map(({ element, gap, entries = [] }) => {
      const start = at;
      if (gap) return { element, stretches: [{ start, end: (at += GAP), element, isGap: true }] };
      const stretches = entries.map(({ passage, element: sentence }) => ({
        start: at, end: (at += Math.max(passage.end - passage.start, 1)),
        passage, element: sentence, colour: colourOf(passage), isRtl: sentence.parentElement.dir === "rtl",
      }));
      at += BREAK;
      return { element, stretches };
    });
    this.length = Math.max(at, 1);
    this.stretches = this.blocks.flatMap(({ stretches }) => stretches);
    this.elements = this.blocks.map(({ element }) => element);
    this.element.hidden = !this.stretches.length;
    this.lit = new Set();
  }

  // The passages of the feature that is picked, and the one at hand.
  mark(passages) {
    this.lit = new Set(passages);
    this.draw();
  }

  draw() {
    const { clientWidth: width, clientHeight: height } = this.element;
    if (!width || !height) return;
    const scale = devicePixelRatio || 1;
    [this.canvas.width, this.canvas.height] = [width * scale, height * scale];
    const pen = this.canvas.getContext("2d");
    pen.scale(scale, scale);
    const style = getComputedStyle(this.element);
    const [plain, ink] = ["--gt-minimap-text", "--gt-ink"].map((name) => style.getPropertyValue(name).trim());
    // What is picked is drawn last: where many passages share a pixel it must not be covered.
    const ordered = [...this.stretches].sort((one, other) => rank(one, this.lit) - rank(other, this.lit));
    for (const stretch of ordered) this.stroke(pen, stretch, plain, ink);
  }

  // Pixels that a character takes.
  get scale() {
    return Math.min(this.element.clientHeight / this.length, PITCH / LINE);
  }

  stroke(pen, { start, end, passage, colour, isGap, isRtl }, plain, ink) {
    const [top, height] = [start * this.scale, (end - start) * this.scale];
    if (isGap) {
      pen.fillStyle = plain;
      for (let x = TEXT[0]; x < TEXT[1]; x += 4) pen.fillRect(x, top + height / 2, 2, 1);
      return;
    }
    const isPicked = this.lit.has(passage);
    let [from, to] = isPicked ? PICKED : colour ? LINKED : TEXT;
    if (passage.role === "boilerplate") to = (from + to) / 2;
    if (isRtl) [from, to] = [WIDTH - to, WIDTH - from];
    pen.globalAlpha = passage.role === "boilerplate" ? 0.5 : 1;
    pen.fillStyle = isPicked ? ink : colour || plain;
    const lines = Math.max(Math.round(height / PITCH), 1);
    // In a book a passage is less than a pixel high: what is linked is still seen.
    const thick = isPicked ? 3 : colour ? 2 : Math.min(1.5, Math.max(height, 1));
    for (let line = 0; line < lines; line += 1) pen.fillRect(from, top + line * (height / lines), to - from, thick);
    pen.globalAlpha = 1;
  }

  // Look at what is in sight; what is returned puts the frame over it.
  follow() {
    const { clientHeight: height } = this.element;
    if (!height || !this.stretches.length) return null;
    const [top, bottom] = sightOf(this.reader);
    const [from, to] = [this.at(top), this.at(bottom)].map((at) => at * this.scale);
    const length = Math.min(Math.max(to - from, LEAST_FRAME), height);
    return () => {
      this.frame.style.height = `${length}px`;
      this.frame.style.transform = `translateY(${Math.min(from, height - length)}px)`;
    };
  }

  // Which character stands at a height of the window.
  at(height) {
    const block = this.blocks[firstBelow(this.elements, height)];
    if (!block) return this.length;
    const sentences = block.stretches.map(({ element }) => element);
    const found = block.stretches[firstBelow(sentences, height)] || block.stretches.at(-1);
    const box = found.element.getBoundingClientRect();
    const share = Math.min(Math.max((height - box.top) / (box.height || 1), 0), 1);
    return found.start + share * (found.end - found.start);
  }

  press(event) {
    if (event.button) return;
    event.preventDefault(); // no text is selected
    this.element.setPointerCapture(event.pointerId);
    this.go(event);
  }

  drag(event) {
    if (this.element.hasPointerCapture(event.pointerId)) this.go(event);
  }

  // Bring to the middle what stands under the pointer; twice, as sizes are known only in sight.
  go({ clientY }) {
    const { top } = this.element.getBoundingClientRect();
    const at = Math.min(Math.max((clientY - top) / this.scale, 0), this.length);
    const found = this.stretches.findLast(({ start }) => start <= at);
    const share = Math.min(Math.max((at - found.start) / (found.end - found.start), 0), 1);
    const centre = () => {
      const box = found.element.getBoundingClientRect();
      const [above, below] = sightOf(this.reader);
      this.reader.scrollTop += box.top + share * box.height - (above + below) / 2;
    };
    centre();
    requestAnimationFrame(centre);
  }
}

function rank({ passage, colour }, lit) {
  return lit.has(passage) ? 2 : colour ? 1 : 0;
}
