// The bar between map and panel: drag it, or move it with the arrow keys.

import { el } from "./dom.js";
import { t } from "./words.js";

const LEAST = 340;
const MOST = 640;
const STEP = 20;

export function splitter(page, onchange) {
  let width = 400;
  const bar = el("div", { class: "gt-splitter", role: "separator", "aria-orientation": "vertical", "aria-label": t("splitter.width-of-the-panel"), tabindex: "0", "aria-valuemin": LEAST, "aria-valuemax": MOST, "aria-valuenow": width });
  const set = (wanted) => {
    width = Math.round(Math.min(Math.max(wanted, LEAST), MOST));
    page.root.style.setProperty("--gt-panel", `${width}px`);
    bar.setAttribute("aria-valuenow", String(width));
    onchange();
  };
  bar.addEventListener("pointerdown", (event) => bar.setPointerCapture(event.pointerId));
  bar.addEventListener("pointermove", (event) => {
    if (bar.hasPointerCapture(event.pointerId)) set(page.root.getBoundingClientRect().right - event.clientX);
  });
  bar.addEventListener("keydown", (event) => {
    const step = { ArrowLeft: STEP, ArrowRight: -STEP }[event.key];
    if (step) set(width + step);
  });
  return bar;
}
