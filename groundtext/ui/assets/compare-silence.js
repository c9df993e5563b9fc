// What documents do not agree about, and what nothing is said of: each with its reason.

import { fetchJson } from "./api.js";
import { dispute } from "./compare-sides.js";
import { bdi, button, el } from "./dom.js";
import { linkTo, pathTo } from "./navigation.js";
import { t } from "./words.js";

const FEW = 12; // features of one reason that are shown at once

export function disputesOf(panels, pick) {
  const found = panels.flatMap(({ id, name, disagreements }) => disagreements.map((each) => ({ id, name, each })));
  const words = found.length ? null : el("p", { class: "gt-said" }, t("compare-silence.no-two-documents-give-different"));
  return el("section", { "aria-label": t("compare-silence.disagreements") }, el("h2", {}, t("compare-silence.what-documents-do-not-agree")), words,
    ...found.map(({ id, name, each }) => dispute(each, button(bdi(name), () => pick(id), { class: "gt-link" }), id)));
}

export function silentFeatures(silent, names, pick) {
  const byReason = new Map();
  for (const { id, reason } of silent) byReason.set(reason, [...(byReason.get(reason) || []), id]);
  const row = (id) => el("li", {}, button(bdi(names.get(id)), () => pick(id), { class: "gt-link" }));
  const groups = [...byReason].map(([reason, ids]) => {
    const rest = ids.slice(FEW).map(row);
    return el("div", { class: "gt-silent" }, el("h3", {}, bdi(reason), el("span", { class: "gt-number" }, ` ${ids.length}`)), el("ul", {}, ...ids.slice(0, FEW).map(row)),
      rest.length ? el("details", {}, el("summary", {}, t("common.length-more", { length: rest.length })), el("ul", {}, ...rest)) : null);
  });
  return el("section", { "aria-label": t("compare-silence.features-without-evidence"), "data-testid": "silent-features" }, el("h2", {}, t("compare-silence.features-without-evidence")),
    ...(groups.length ? groups : [el("p", { class: "gt-said" }, t("compare-silence.every-feature-has-evidence"))]));
}

export function silentPassages(reasons) {
  return el("section", { "aria-label": t("compare-silence.passages-without-a-place"), "data-testid": "silent-passages" }, el("h2", {}, t("compare-silence.passages-without-a-place")),
    ...(reasons.length ? reasons.map(reasonGroup) : [el("p", { class: "gt-said" }, t("compare-silence.every-passage-is-on-the"))]));
}

// Passages are fetched when somebody wants to see them.
function reasonGroup({ reason, count }) {
  const list = el("ul", {});
  const group = el("details", { class: "gt-silent" }, el("summary", {}, `${t("count.count-passages", { count: count })}: `, bdi(reason)), list);
  group.addEventListener("toggle", async () => {
    if (!group.open || list.firstChild) return;
    list.append(el("li", { class: "gt-said" }, t("common.fetching-the-passages")));
    try {
      const { passages } = await fetchJson(`/groundtext/silent.json?${new URLSearchParams({ reason })}`);
      const rest = count - passages.length;
      list.replaceChildren(...passages.map(passage), ...(rest > 0 ? [el("li", { class: "gt-said" }, t("compare-silence.count-more", { count: t("count.count-passages", { count: rest }) }))] : []));
    } catch (error) {
      list.replaceChildren(el("li", { class: "gt-said" }, t("common.the-passages-cannot-be-shown", { message: error.message })));
    }
  });
  return group;
}

function passage({ quote, document, start, end, language, title, published }) {
  return el("li", {}, el("blockquote", { class: "gt-quote", dir: "auto", lang: language || undefined }, quote),
    el("p", { class: "gt-source" }, bdi(title), published ? " · " : "", bdi(published), " · ", linkTo(pathTo.passage({ document, start, end }), t("common.show-in-document"), { class: "gt-link" })));
}
