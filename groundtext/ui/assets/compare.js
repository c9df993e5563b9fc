// The Compare page: what documents say of one thing, or who speaks of what and who is silent.

import { Api, fetchJson } from "./api.js";
import { Matrix } from "./compare-matrix.js";
import { disputesOf, silentFeatures, silentPassages } from "./compare-silence.js";
import { sideBySide } from "./compare-sides.js";
import { bdi, button, el } from "./dom.js";
import { LivePage, shownAs } from "./lifecycle.js";
import { linkTo, pathTo } from "./navigation.js";
import { loadStyles } from "./styles.js";
import { t } from "./words.js";

export const show = shownAs((component) => new ComparePage(component));

class ComparePage extends LivePage {
  async open(data) {
    this.api = new Api(data.stamp, "");
    const fetched = fetchJson(`/groundtext/compare/${data.stamp}.json`);
    await loadStyles(data.styles);
    this.build();
    try {
      this.content = await fetched;
    } catch (error) {
      this.main.replaceChildren(el("p", { class: "gt-said" }, t("compare.the-comparison-cannot-be-shown", { message: error.message })), button(t("common.try-again"), () => location.reload(), { class: "gt-link" }));
      return;
    }
    this.names = new Map(this.content.rows.map(({ id, name }) => [id, name]));
    this.chooser.append(...this.options());
    this.isOpen = true;
    await this.apply(data);
  }

  build() {
    this.notices = el("div", { class: "gt-compare-notices", role: "alert" });
    this.chooser = el("select", { class: "gt-field", "aria-label": t("compare.what-to-compare"), "data-testid": "compare-choice", onchange: () => this.pick(this.chooser.value) });
    this.voice = el("p", { class: "gt-aside", role: "status" });
    this.links = el("p", { class: "gt-deeds" });
    this.main = el("div", { class: "gt-compare-main", "data-testid": "compare" });
    this.settle(el("div", { class: "gt-root gt-compare" },
      el("div", { class: "gt-compare-top" }, el("h1", {}, t("compare.compare")), this.chooser, this.links),
      this.notices, this.voice, this.main));
  }

  options() {
    const { layers, rows } = this.content;
    const option = ({ id, name, cells }) => el("option", { value: id }, cells.length ? t("compare.spoken-of", { name, count: cells.length }) : t("compare.not-spoken-of", { name }));
    const group = (title, members) => (members.length ? el("optgroup", { label: title }, ...members.map(option)) : null);
    return [
      el("option", { value: "" }, t("compare.everything-who-speaks-of-what")),
      ...layers.map(({ id, title }) => group(title, rows.filter(({ layer }) => layer === id))),
      group(t("common.groups"), rows.filter(({ layer }) => !layer)),
    ].filter(Boolean);
  }

  async apply({ view, notices }) {
    this.notices.replaceChildren(...notices.map((words) => el("p", {}, bdi(words))));
    if (view.feature === this.picked) return;
    await this.turn(view.feature);
  }

  pick(id) {
    this.reports.tell("picked", { feature: id }, this.component);
    this.turn(id);
  }

  async turn(id) {
    const before = this.picked;
    const isHeld = [this.main, this.links].some((part) => part.contains(document.activeElement));
    this.picked = id;
    this.chooser.value = id;
    this.links.replaceChildren(...(id ? [linkTo(pathTo.feature(id), t("common.show-on-the-map"), { class: "gt-link" }), button(t("compare.everything"), () => this.pick(""), { class: "gt-link" })] : []));
    const made = id ? await this.one(id) : await this.everything();
    if (this.picked !== id) return;
    this.main.replaceChildren(...made.filter(Boolean));
    this.voice.textContent = id ? this.names.get(id) : "";
    if (isHeld) this.focus(id ? "" : before);
  }

  // The keyboard was on what is gone: it goes to the row of what was read, or else to the heading.
  focus(before) {
    const target = (before && this.main.querySelector(`[data-compare-id="${CSS.escape(before)}"]`)) || this.main.querySelector("h2");
    if (target?.tagName === "H2") target.setAttribute("tabindex", "-1");
    target?.focus();
  }

  async one(id) {
    try {
      return sideBySide(await this.api.panel(id), this.content);
    } catch (error) {
      return [el("p", { class: "gt-said" }, t("compare.what-documents-say-cannot-be", { message: error.message }))];
    }
  }

  async everything() {
    const { disputed, silent, passages } = this.content;
    const panels = await Promise.all(disputed.map((id) => this.api.panel(id).catch(() => null)));
    const pick = (id) => this.pick(id);
    return [
      disputesOf(panels.filter(Boolean), pick),
      new Matrix(this.content, pick).element,
      silentFeatures(silent, this.names, pick),
      silentPassages(passages),
    ];
  }
}
