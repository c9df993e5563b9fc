// What documents do not agree about, and what nothing is said of: each with its reason.

import { fetchJson } from "./api.js";
import { dispute } from "./compare-sides.js";
import { bdi, button, el, plural } from "./dom.js";
import { follow } from "./navigation.js";

const FEW = 12; // features of one reason that are shown at once

export function disputesOf(panels, pick) {
  const found = panels.flatMap(({ id, name, disagreements }) => disagreements.map((each) => ({ id, name, each })));
  const words = found.length ? null : el("p", { class: "gt-said" }, "No two documents give different dates, places or outcomes for one thing here.");
  return el("section", { "aria-label": "Disagreements" }, el("h2", {}, "What documents do not agree about"), words,
    ...found.map(({ id, name, each }) => dispute(each, button(bdi(name), () => pick(id), { class: "gt-link" }), id)));
}

export function silentFeatures(silent, names, pick) {
  const byReason = new Map();
  for (const { id, reason } of silent) byReason.set(reason, [...(byReason.get(reason) || []), id]);
  const row = (id) => el("li", {}, button(bdi(names.get(id)), () => pick(id), { class: "gt-link" }));
  const groups = [...byReason].map(([reason, ids]) => {
    const rest = ids.slice(FEW).map(row);
    return el("div", { class: "gt-silent" }, el("h3", {}, bdi(reason), el("span", { class: "gt-number" }, ` ${ids.length}`)), el("ul", {}, ...ids.slice(0, FEW).map(row)),
      rest.length ? el("details", {}, el("summary", {}, `${rest.length} more`), el("ul", {}, ...rest)) : null);
  });
  return el("section", { "aria-label": "Features without evidence", "data-testid": "silent-features" }, el("h2", {}, "Features without evidence"),
    ...(groups.length ? groups : [el("p", { class: "gt-said" }, "Every feature has evidence.")]));
}

export function silentPassages(reasons) {
  return el("section", { "aria-label": "Passages without a place", "data-testid": "silent-passages" }, el("h2", {}, "Passages without a place"),
    ...(reasons.length ? reasons.map(reasonGroup) : [el("p", { class: "gt-said" }, "Every passage is on the map.")]));
}

// Passages are fetched when somebody wants to see them.
function reasonGroup({ reason, count }) {
  const list = el("ul", {});
  const group = el("details", { class: "gt-silent" }, el("summary", {}, `${plural(count, "passage", "passages")}: `, bdi(reason)), list);
  group.addEventListener("toggle", async () => {
    if (!group.open || list.firstChild) return;
    list.append(el("li", { class: "gt-said" }, "Fetching the passages…"));
    try {
      const { passages } = await fetchJson(`/groundtext/silent.json?${new URLSearchParams({ reason })}`);
      const rest = count - passages.length;
      list.replaceChildren(...passages.map(passage), ...(rest > 0 ? [el("li", { class: "gt-said" }, `${plural(rest, "passage", "passages")} more.`)] : []));
    } catch (error) {
      list.replaceChildren(el("li", { class: "gt-said" }, `The passages cannot be shown: ${error.message}`));
    }
  });
  return group;
}

function passage({ quote, document, start, end, language, title, published }) {
  const path = `/documents?${new URLSearchParams({ document, start, end })}`;
  return el("li", {}, el("blockquote", { class: "gt-quote", dir: "auto", lang: language || undefined }, quote),
    el("p", { class: "gt-source" }, bdi(title), published ? " · " : "", bdi(published), " · ", el("a", { class: "gt-link", href: path, target: "_self", onclick: (event) => follow(event, path) }, "Show in document")));
}
