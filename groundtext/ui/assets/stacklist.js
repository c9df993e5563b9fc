// What is at one spot: the list that a stack of points opens.

import { bdi, button, el } from "./dom.js";
import { legendSign } from "./signs.js";
import { t } from "./words.js";

export class StackList {
  constructor({ features, colours }, { pick, close }) {
    this.byId = new Map(features.map((feature) => [feature.id, feature]));
    this.colours = colours;
    this.onpick = pick;
    this.close = close;
    this.element = el("section", { class: "gt-stack", "data-testid": "stack-list", "aria-label": t("stacklist.at-this-place"), tabindex: "-1", hidden: true });
  }

  show(ids) {
    const features = ids.map((id) => this.byId.get(id));
    const rows = features.sort(byTime).map((feature) => this.row(feature));
    this.element.replaceChildren(
      el("div", { class: "gt-head" }, button(t("common.all-features"), this.close, { class: "gt-plain" })),
      el("h2", { class: "gt-name" }, t("stacklist.length-at-this-place", { length: ids.length })),
      el("ul", {}, ...rows));
    this.element.querySelector("[data-list-feature-id]")?.focus({ preventScroll: true });
  }

  // Put the keyboard on one of the rows.
  focus(id) {
    const rows = [...this.element.querySelectorAll("[data-list-feature-id]")];
    rows.find((row) => row.dataset.listFeatureId === id)?.focus();
  }

  row(feature) {
    const { name, when, status, passages, shape, mark, layer } = feature.properties;
    const about = [when, status].filter(Boolean).join(" · ");
    return el("li", {}, el("button", { type: "button", class: "gt-row", "data-list-feature-id": feature.id, onclick: () => this.onpick(feature.id) },
      legendSign({ shape, mark, colour: this.colours.get(layer) }),
      el("span", { class: "gt-row-text" }, bdi(name), el("span", { class: "gt-about" }, bdi(about))),
      el("span", { class: "gt-number" }, passages ? String(passages) : "–")));
  }
}

function byTime(one, other) {
  return one.id < other.id ? -1 : 1;
}
