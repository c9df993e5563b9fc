// A menu that opens under its own name: Escape closes it, and so does going on elsewhere.

import { el } from "./dom.js";

export function menuOf(name, attributes, ...content) {
  const summary = el("summary", {}, name);
  const menu = el("details", { class: "gt-forms", ...attributes }, summary, el("div", {}, ...content));
  menu.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !menu.open) return;
    event.stopPropagation();
    menu.open = false;
    summary.focus();
  });
  menu.addEventListener("focusout", ({ relatedTarget }) => {
    if (relatedTarget && !menu.contains(relatedTarget)) menu.open = false;
  });
  return menu;
}
