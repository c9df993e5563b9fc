// Links from page to page within the running session: a fresh load of Streamlit takes a second.

import { el } from "./dom.js";

// A link with words or elements, or several of them.
export function linkTo(path, words, attributes = {}) {
  return el("a", { href: path, target: "_self", onclick: (event) => follow(event, path), ...attributes }, ...[words].flat());
}

export function follow(event, path) {
  if (event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  history.pushState({}, "", path);
  // Streamlit listens to the back button; a new address is taken in just the same.
  dispatchEvent(new PopStateEvent("popstate", { state: {} }));
}

// The address of what a page shows, by stable ids.
export const pathTo = {
  comparison: (feature) => address("/compare", { feature }),
  document: (document, feature) => address("/documents", { document, feature }),
  feature: (feature) => address("/", { feature }),
  passage: ({ document, start, end }, feature) => address("/documents", { document, start, end, feature }),
  results: (q) => address("/search", { q }),
  review: ({ document, start, end }, feature) => address("/evidence", { feature, document, start, end }),
};

function address(page, fields) {
  const said = Object.entries(fields).filter(([, value]) => value !== undefined && value !== null && value !== "");
  return `${page}?${new URLSearchParams(said)}`;
}
