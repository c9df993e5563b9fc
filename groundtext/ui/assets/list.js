// Everything that the map shows, as a list: in step with the layers that are on.

import { bdi, el } from "./dom.js";
import { linkTo } from "./navigation.js";
import { legendSign } from "./signs.js";
import { t } from "./words.js";

export class FeatureList {
  constructor({ layers, features, groups, colours }, { pick, find }) {
    this.layers = layers;
    this.features = features;
    this.groups = groups;
    this.colours = colours;
    this.onpick = pick;
    this.ids = null; // those that the view is limited to; null for all
    this.words = "";
    this.visible = new Set();
    this.field = el("input", { type: "search", class: "gt-find", placeholder: t("list.find-a-feature"), "aria-label": t("list.find-a-feature"), autocomplete: "off",
      oninput: () => { this.words = this.field.value; this.isAhead = true; this.fill(); find(); },
      onblur: () => { this.isAhead = false; } });
    this.isAhead = false; // of the address: what is typed has not come back from it yet
    this.rows = el("div", { class: "gt-rows" });
    this.rows.addEventListener("keydown", (event) => this.walk(event));
    this.said = el("p", { class: "gt-said", role: "status" });
    this.element = el("section", { class: "gt-list", "aria-label": t("common.features") }, this.field, this.said, this.rows);
  }

  show(visible, words, ids) {
    this.visible = visible;
    this.ids = ids;
    if (this.field.value === words) this.isAhead = false;
    if (!this.isAhead) this.words = this.field.value = words;
    this.fill();
  }

  fill() {
    const held = this.rows.contains(document.activeElement) && document.activeElement.dataset.listFeatureId;
    const sections = this.layers
      .filter((layer) => this.visible.has(layer.id))
      .map((layer) => this.section(layer.title, this.features.filter((feature) => feature.properties.layer === layer.id && this.fits(feature.id, feature.properties)).map((feature) => this.featureRow(feature))));
    sections.push(this.section(t("common.groups"), this.groups.filter((group) => this.fits(group.id, group)).map((group) => this.groupRow(group))));
    this.rows.replaceChildren(...sections.filter(Boolean));
    const count = this.rows.querySelectorAll("button").length;
    this.said.replaceChildren(...(this.layers.length ? [] : [empty()]));
    if (this.layers.length) this.said.textContent = count ? "" : !this.visible.size ? t("list.every-layer-is-off-switch") : this.words ? this.nothingCalledSo() : t("list.nothing-is-left-of-what");
    this.rows.querySelector("button")?.setAttribute("tabindex", "0");
    if (held) this.focus(held);
  }

  // What has such a name may be out of sight: the layers that are off, a period, what is uncertain.
  nothingCalledSo() {
    const called = ({ id, properties }) => this.isCalled(id, properties);
    const count = this.features.filter(called).length;
    return count ? t("list.out-of-sight", { count }) : t("list.nothing-here-has-such-a");
  }

  fits(id, feature) {
    return !(this.ids && !this.ids.has(id)) && this.isCalled(id, feature);
  }

  isCalled(id, { name, country, kind }) {
    const words = fold(this.words).split(/\s+/).filter(Boolean);
    const text = fold([id, name, country, kind].filter(Boolean).join(" "));
    return words.every((word) => text.includes(word));
  }

  section(title, rows) {
    if (!rows.length) return null;
    rows.sort((one, other) => other.supported - one.supported || one.name.localeCompare(other.name, "en"));
    return el("section", {},
      el("h2", {}, bdi(title), el("span", { class: "gt-number" }, String(rows.length))),
      el("ul", {}, ...rows.map((row) => row.element)));
  }

  featureRow(feature) {
    const { name, country, when, passages, shape, mark, layer } = feature.properties;
    const sign = legendSign({ shape, mark, colour: this.colours.get(layer) });
    return this.row(feature.id, name, [country, when].filter(Boolean).join(" · "), passages, sign);
  }

  groupRow({ id, name, members, passages }) {
    return this.row(id, name, t("count.count-features", { count: members.length }), passages, null);
  }

  row(id, name, about, passages, sign) {
    const count = passages ? t("count.count-passages", { count: passages }) : t("list.no-passage");
    const label = el("span", { class: "gt-row-text" }, bdi(name), about ? el("span", { class: "gt-about" }, bdi(about)) : null);
    const number = el("span", { class: "gt-number", title: count }, passages ? String(passages) : "–", el("span", { class: "gt-aside" }, ` ${count}`));
    const element = el("li", {}, el("button", { type: "button", class: "gt-row", "data-list-feature-id": id, tabindex: "-1", onclick: () => this.onpick(id) }, sign, label, number));
    return { element, name, supported: passages > 0 };
  }

  // The arrow keys walk through the rows; one row is on the way of the tab key.
  walk(event) {
    const step = { ArrowDown: 1, ArrowUp: -1, Home: -Infinity, End: Infinity }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const rows = [...this.rows.querySelectorAll("button")];
    const at = Math.min(Math.max(rows.indexOf(document.activeElement) + step, 0), rows.length - 1);
    this.reach(rows, rows[at]);
  }

  // Put the keyboard on a feature's row, or on the first one.
  focus(id) {
    const rows = [...this.rows.querySelectorAll("button")];
    const row = rows.find((candidate) => candidate.dataset.listFeatureId === id);
    if (row) this.reach(rows, row);
    else this.field.focus();
  }

  reach(rows, row) {
    rows.forEach((other) => other.setAttribute("tabindex", other === row ? "0" : "-1"));
    row?.focus();
  }
}

// A project that nothing was put into yet.
function empty() {
  return el("span", { "data-testid": "empty" }, t("list.nothing-is-on-this-map"),
    linkTo("/import", t("list.import-documents-and-layers"), { class: "gt-link" }), t("list.to-begin"));
}

function fold(text) {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}
