// A passage with the words that made the link marked, cut by code points as offsets count them.

import { el } from "./dom.js";

export function markWords({ quote, start, matches }) {
  const letters = [...quote];
  const pieces = [];
  let end = 0;
  for (const [from, to] of [...matches].sort((a, b) => a[0] - b[0])) {
    const [first, last] = [Math.max(from - start, end), Math.min(to - start, letters.length)];
    if (first >= last) continue;
    pieces.push(letters.slice(end, first).join(""), el("mark", { class: "gt-match" }, letters.slice(first, last).join("")));
    end = last;
  }
  return [...pieces, letters.slice(end).join("")];
}
