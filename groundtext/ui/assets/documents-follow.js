// What of a document is in sight, told once a frame while it is scrolled.

export class Follower {
  constructor(reader, onmove) {
    this.reader = reader;
    this.onmove = onmove; // (): after the page has moved or changed its size
    this.ask = () => this.tell();
    // On narrow screens the whole page scrolls, not the reader; scrolling does not bubble.
    addEventListener("scroll", this.ask, { passive: true, capture: true });
    this.sizes = new ResizeObserver(this.ask);
    this.sizes.observe(reader);
  }

  tell() {
    if (this.frame) return;
    this.frame = requestAnimationFrame(() => {
      this.frame = 0;
      this.onmove();
    });
  }

  leave() {
    cancelAnimationFrame(this.frame);
    removeEventListener("scroll", this.ask, { capture: true });
    this.sizes.disconnect();
  }
}

// The part of the reader that is in sight, as pixels of the window.
export function sightOf(reader) {
  const { top, bottom } = reader.getBoundingClientRect();
  return [Math.max(top, 0), Math.min(bottom, innerHeight)];
}

// The first of elements in reading order that ends below a height, or their number. Paragraphs out
// of sight have boxes of their own; what stands in them has not been laid out, and is not asked.
export function firstBelow(elements, height) {
  return firstThat(elements, (element) => element.getBoundingClientRect().bottom > height);
}

// The last of elements in reading order that starts above a height, or -1.
export function lastAbove(elements, height) {
  return firstThat(elements, (element) => element.getBoundingClientRect().top > height) - 1;
}

// A search by halves, as what holds for one element holds for all after it.
function firstThat(elements, holds) {
  let [low, high] = [0, elements.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(elements[middle])) high = middle;
    else low = middle + 1;
  }
  return low;
}
