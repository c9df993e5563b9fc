// A quote with its marked words. Python counts code points, JavaScript counts UTF-16 units.

import { directionOf } from "./direction.js";
import { bdi, el } from "./dom.js";

export function quoteElement({ quote, start, end, document, language, matches, mentions }) {
  const marks = mentions.map(([from, to, reading]) => ({ span: [from, to], reading }));
  return el("blockquote", {
    class: "gt-quote",
    dir: directionOf(quote),
    lang: language || undefined,
    "data-testid": "passage",
    "data-document-id": document,
    "data-start": start,
    "data-end": end,
  }, ...pieces(quote, start, matches, marks));
}

// Who says it: title, author, publisher and date, as far as they are known.
export function sourceLine({ title, author, publisher, published }) {
  return el("p", { class: "gt-source" }, el("cite", {}, bdi(title)), ...[author, publisher, published].filter(Boolean).flatMap((words) => [" · ", bdi(words)]));
}

// A quote cut where marks start and end; joined, the pieces are the quote to the letter.
// Matches are spans, mentions { span, reading, title }, dates { span, title }, all in the offsets of
// the document.
export function pieces(quote, start, matches, mentions, dates = []) {
  const points = Array.from(quote);
  const inside = ([from, to]) => [Math.max(from - start, 0), Math.min(to - start, points.length)];
  const lit = matches.map(inside);
  const named = mentions.map((mention) => ({ ...mention, span: inside(mention.span) }));
  const dated = dates.map((date) => ({ ...date, span: inside(date.span), element: null }));
  const cuts = new Set([0, points.length, ...lit.flat(), ...[...named, ...dated].flatMap(({ span }) => span)]);
  const ordered = [...cuts].filter((cut) => cut >= 0 && cut <= points.length).sort((one, other) => one - other);
  const parts = [];
  ordered.slice(1).forEach((end, i) => {
    const part = marked(points.slice(ordered[i], end).join(""), ordered[i], lit, named);
    const date = dated.find(({ span: [from, to] }) => from <= ordered[i] && ordered[i] < to);
    if (!date) parts.push(part);
    else if (date.element) date.element.append(part);
    else parts.push(date.element = dateElement(date.title, part));
  });
  return parts;
}

// One element for a date, however it is cut, so that the keyboard stops at it once.
function dateElement(title, part) {
  const press = (event) => {
    if (event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    event.currentTarget.click();
  };
  return el("span", { class: "gt-date", role: "button", tabindex: "0", title, onkeydown: press }, part);
}

function marked(text, at, matches, mentions) {
  const covers = ([from, to]) => from <= at && at < to;
  const mention = mentions.find(({ span }) => covers(span));
  const classes = [matches.some(covers) ? "gt-match" : "", mention ? `gt-${mention.reading}` : ""].filter(Boolean);
  return classes.length ? el("span", { class: classes.join(" "), title: mention?.title, "data-mention": mention?.key }, text) : text;
}
