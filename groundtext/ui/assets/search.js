// The search page: what is found, by what it can be limited further, and where it lies.

import { Api } from "./api.js";
import { bdi, button, el } from "./dom.js";
import { Features, coloursOf } from "./features.js";
import { Ground, openMap } from "./ground.js";
import { LivePage, shownAs } from "./lifecycle.js";
import { Lighting } from "./lighting.js";
import { countsInWords } from "./search-counts.js";
import { facetList } from "./search-facets.js";
import { documentRow, featureRow, passageEntry, placeRow } from "./search-rows.js";
import { searching, term, toggled } from "./searching.js";
import { loadStyles } from "./styles.js";
import { t } from "./words.js";

const REST = 500; // milliseconds without a key before the address takes the words
const FEW = 6; // features above the passages; the others wait behind a word
export const show = shownAs((component) => new SearchPage(component));

class SearchPage extends LivePage {
  async open(data) {
    this.heard = { asked: () => this.wait(), found: () => this.fill(), sent: () => this.goOn(), failed: ({ detail }) => this.fail(detail) };
    for (const [name, hear] of Object.entries(this.heard)) searching.addEventListener(name, hear);
    searching.hasPage = true;
    this.isOpen = true; // what is found can be read without the map
    this.q = data.view.q;
    const api = new Api(data.stamp, data.basemap);
    const fetched = Promise.all([api.layers(), api.basemap()]);
    await loadStyles(data.styles);
    this.build(data);
    searching.renew(data.stamp);
    searching.ask(this.q);
    this.fill();
    try {
      this.draw(...await fetched);
    } catch (error) {
      this.canvas.replaceChildren(el("p", { class: "gt-failure" }, t("common.the-map-cannot-be-shown", { message: error.message })));
    }
  }

  build({ operators, notices }) {
    this.said = el("p", { class: "gt-search-said", role: "status", "data-testid": "search-said" });
    this.notes = el("div", { class: "gt-search-notes", role: "alert" });
    const faults = el("div", { class: "gt-search-notes" }, ...notices.map((words) => el("p", {}, bdi(words))));
    this.facets = el("aside", { class: "gt-search-facets", "aria-label": t("search.limit-the-search") });
    this.results = el("div", { class: "gt-search-results", "data-testid": "search-results" });
    this.canvas = el("div", { class: "gt-map", "data-testid": "evidence-map", role: "region", "aria-label": t("search.map-of-what-is-found") });
    const main = el("section", { class: "gt-search-main", tabindex: "-1", "aria-label": t("search.what-is-found") },
      this.heading = el("h1", { tabindex: "-1" }, t("common.search")), this.said, faults, this.notes, help(operators), this.results);
    this.settle(el("div", { class: "gt-root gt-searchpage" }, this.facets, main, el("div", { class: "gt-stage" }, this.canvas)));
  }

  draw(content, ground) {
    content.colours = coloursOf(content.layers);
    this.content = content;
    this.map = openMap(this.canvas);
    window.groundtextMap = this.map;
    const [west, south, east, north] = content.bounds;
    this.map.fitBounds([[south, west], [north, east]], { padding: [16, 16], animate: false });
    this.ground = new Ground(this.map, this.root.dataset.theme);
    this.ground.show(ground);
    this.features = new Features(this.map, content, (ids) => this.change(toggled(searching.text, term("feature", ids[0]))));
    this.features.show(content.layers.map(({ id }) => id));
    this.lighting = new Lighting(this.map, this.canvas);
    for (const name of ["pointerdown", "wheel", "keydown"]) this.canvas.addEventListener(name, () => { this.isMoved = true; });
    this.fill();
    requestAnimationFrame(() => { this.canvas.dataset.ready = "true"; });
  }

  apply({ view }) {
    if (view.q !== this.q) this.change(view.q);
  }

  // ---- what the reader does ---------------------------------------------------------------

  change(text) {
    searching.ask(text);
  }

  wait() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      if (searching.text === this.q) return;
      this.q = searching.text;
      this.look();
      this.reports.tell("asked", { q: this.q }, this.component);
    }, REST);
  }

  // ---- what is shown ----------------------------------------------------------------------

  fill() {
    if (!this.root) return;
    const { found } = searching;
    this.root.classList.toggle("is-empty", !found);
    this.said.textContent = found ? said(found) : "";
    this.notes.replaceChildren(...(found ? found.notes.map((words) => el("p", {}, bdi(words))) : []));
    this.limit(found);
    this.results.replaceChildren(...(found ? this.sections(found) : [nothing()]));
    if (this.q === searching.text) this.look();
    this.goOn();
  }

  // The facets of the answer; the one that was pressed keeps the keyboard.
  limit(found) {
    const pressed = this.facets.contains(document.activeElement) ? document.activeElement.dataset.facet : undefined;
    this.facets.replaceChildren(...(found ? facetList(found.facets, searching.text, (text) => this.change(text)) : []));
    if (pressed === undefined) return;
    const same = [...this.facets.querySelectorAll(".gt-facet")].find(({ dataset }) => dataset.facet === pressed);
    if (same?.closest("details")) same.closest("details").open = true;
    (same || this.heading).focus({ preventScroll: true });
  }

  // Enter in the box leads here, once the answer is there.
  goOn() {
    if (!searching.isSent || searching.isAsking || !searching.found || !this.heading) return;
    searching.isSent = false;
    this.heading.focus({ preventScroll: true });
  }

  // Once the reader rests, the map goes to what is found; not right after they have used it.
  look() {
    const bounds = this.features?.bounds(searching.found?.lit || []);
    if (!this.isMoved && bounds?.isValid()) this.map.fitBounds(bounds, { maxZoom: 7, padding: [24, 24], animate: false });
    this.isMoved = false;
  }

  fail(reason) {
    this.said.textContent = t("common.the-search-failed-reason", { reason });
    this.results.replaceChildren(button(t("common.try-again"), () => searching.ask(searching.text), { class: "gt-link" }));
  }

  sections(found) {
    const features = found.features.map((feature) => featureRow(feature, this.content));
    const passages = found.passages.map(passageEntry);
    const isMore = found.passages.length < found.counts.passages;
    if (isMore) passages.push(el("li", {}, button(t("search.show-more-passages"), () => this.more(), { class: "gt-link" })));
    return [
      section(t("common.features"), found.counts.features, features, "gt-search-features"),
      section(t("common.passages"), found.counts.passages, passages, "gt-search-passages"),
      section(t("common.documents"), found.counts.documents, found.documents.map(documentRow), "gt-search-things"),
      section(t("common.places"), found.counts.places, found.places.map((place) => placeRow(place, (text) => this.change(text))), "gt-search-things"),
    ].filter(Boolean);
  }

  async more() {
    try {
      await searching.more();
    } catch (error) {
      this.fail(error.message);
    }
  }

  async leave() {
    clearTimeout(this.timer);
    for (const [name, hear] of Object.entries(this.heard)) searching.removeEventListener(name, hear);
    searching.hasPage = false;
    await super.leave();
  }
}

function section(title, count, rows, className) {
  if (!rows.length) return null;
  const rest = className === "gt-search-features" && rows.length > FEW + 2 ? rows.splice(FEW) : [];
  return el("section", { class: className },
    el("h2", {}, title, el("span", { class: "gt-number" }, count.toLocaleString("en"))), el("ul", {}, ...rows),
    rest.length ? el("details", {}, el("summary", {}, t("common.length-more", { length: rest.length })), el("ul", {}, ...rest)) : null);
}

function said({ counts, more, notes }) {
  const words = countsInWords(counts);
  // Where the notes say why, fewer words would not help.
  if (!words) return notes.length ? t("searchbox.nothing-is-found") : t("search.nothing-is-found-try-fewer");
  return more ? t("search.more-than-words", { words }) : words;
}

function nothing() {
  return el("p", { class: "gt-said" }, t("search.type-in-the-search-box"));
}

function help(operators) {
  const rows = operators.flatMap(([name, words]) => [el("dt", {}, el("code", {}, name)), el("dd", {}, words)]);
  return el("details", { class: "gt-search-help" }, el("summary", {}, t("search.how-to-search")),
    el("p", {}, t("search.all-words-are-sought-the")),
    el("dl", { class: "gt-facts" }, ...rows));
}
