// A quote with its marked words. Python counts code points, JavaScript counts UTF-16 units.

import { el } from "./dom.js";

export function quoteElement(passage) {
  const points = Array.from(passage.quote);
  const inside = (span) => [
    Math.max(span[0] - passage.start, 0),
    Math.min(span[1] - passage.start, points.length),
  ];
  const matches = passage.matches.map(inside);
  const mentions = passage.mentions.map((span) => ({ span: inside(span), reading: span[2] }));
  const cuts = new Set([0, points.length]);
  for (const span of [...matches, ...mentions.map((mention) => mention.span)]) {
    span.forEach((cut) => cuts.add(cut));
  }
  const ordered = [...cuts].filter((cut) => cut >= 0 && cut <= points.length).sort((a, b) => a - b);
  const quote = el("blockquote", {
    class: "gt-quote",
    dir: "auto",
    lang: passage.language || undefined,
    "data-testid": "passage",
    "data-document-id": passage.document,
    "data-start": passage.start,
    "data-end": passage.end,
  });
  for (let i = 0; i + 1 < ordered.length; i += 1) {
    const text = points.slice(ordered[i], ordered[i + 1]).join("");
    quote.append(marked(text, ordered[i], matches, mentions));
  }
  return quote;
}

function marked(text, at, matches, mentions) {
  const covers = ([start, end]) => start <= at && at < end;
  const mention = mentions.find((candidate) => covers(candidate.span));
  const classes = [
    matches.some(covers) ? "gt-match" : "",
    mention ? `gt-${mention.reading}` : "",
  ].filter(Boolean);
  return classes.length ? el("span", { class: classes.join(" ") }, text) : text;
}
