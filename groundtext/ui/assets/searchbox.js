// The search box in the bar: one for all pages, live, with the best of what is found under it.

import { bdi, el } from "./dom.js";
import { follow, pathTo } from "./navigation.js";
import { pieces } from "./quote.js";
import { countsInWords } from "./search-counts.js";
import { searching } from "./searching.js";
import { loadStyles } from "./styles.js";
import { themeOf } from "./theme.js";
import { t } from "./words.js";

const MOST = { features: 5, passages: 4, documents: 3, places: 3 };
const STEPS = { ArrowDown: 1, ArrowUp: -1 };
let box = null; // it outlives the pages

export async function show({ parentElement, data }) {
  await loadStyles(data.styles);
  box ??= new SearchBox();
  box.setTheme(themeOf(parentElement));
  box.setProject(data.project);
}

class SearchBox {
  constructor() {
    this.options = [];
    this.early = []; // keys that were pressed before the answer to the words was there
    this.field = el("input", { type: "search", class: "gt-search-field", role: "combobox", placeholder: t("common.search"), "aria-label": t("searchbox.search-passages-features-documents-and"), "aria-expanded": "false", "aria-controls": "gt-search-list", "aria-autocomplete": "list", "aria-keyshortcuts": "/", autocomplete: "off", spellcheck: "false",
      oninput: () => this.ask(), onfocus: () => this.open(), onkeydown: (event) => this.key(event) });
    this.list = el("div", { class: "gt-search-list", id: "gt-search-list", role: "listbox", "aria-label": t("searchbox.found"), hidden: true });
    this.said = el("p", { class: "gt-aside", role: "status" });
    this.element = el("search", { class: "gt-root gt-searchbox", "data-testid": "search" }, this.field, el("kbd", { "aria-hidden": "true" }, "/"), this.list, this.said);
    this.element.addEventListener("focusout", (event) => { if (!this.element.contains(event.relatedTarget)) this.close(); });
    this.list.addEventListener("mousedown", (event) => event.preventDefault()); // the field keeps the focus
    searching.addEventListener("asked", () => this.wait());
    searching.addEventListener("found", () => this.show());
    searching.addEventListener("failed", ({ detail }) => this.fail(detail));
    document.addEventListener("keydown", (event) => this.shortcut(event));
    document.body.append(this.element);
    this.field.value = searching.text; // a page may have asked before the box was there
    this.show();
  }

  setTheme(theme) {
    this.element.dataset.theme = theme;
  }

  // Which project the pages are of stands where no words are yet.
  setProject(project) {
    this.field.placeholder = project ? t("searchbox.search-in-project", { project }) : t("common.search");
  }

  ask() {
    searching.ask(this.field.value);
    if (!this.field.value) this.close();
  }

  // ---- what is found ----------------------------------------------------------------------

  wait() {
    if (this.field.value !== searching.text) this.field.value = searching.text;
    this.list.setAttribute("aria-busy", String(searching.isAsking));
    this.early = [];
  }

  show() {
    const { found } = searching;
    this.list.setAttribute("aria-busy", "false");
    this.options = [];
    this.list.replaceChildren(...(found ? this.groups(found) : []));
    this.mark(-1);
    this.said.textContent = found ? summary(found) : "";
    if (document.activeElement === this.field) this.open();
    for (const key of this.early.splice(0)) this.press(key);
  }

  fail(reason) {
    this.options = [];
    this.early = [];
    this.list.setAttribute("aria-busy", "false");
    this.list.replaceChildren(el("p", { class: "gt-search-note" }, t("common.the-search-failed-reason", { reason })));
    this.open();
  }

  groups(found) {
    const features = found.features.slice(0, MOST.features).map((feature) => this.option(pathTo.feature(feature.id), bdi(feature.name), about(feature.about)));
    const passages = found.passages.slice(0, MOST.passages).map((passage) => this.option(pathTo.passage(passage), quote(passage), about([passage.publisher, passage.published].filter(Boolean).join(" · "))));
    const documents = found.documents.slice(0, MOST.documents).map((document) => this.option(pathTo.document(document.id), bdi(document.title), about([document.publisher, document.published].filter(Boolean).join(" · "))));
    const places = found.places.slice(0, MOST.places).map((place) => this.option(place.feature ? pathTo.feature(place.feature) : pathTo.results(`"${place.name}"`), bdi(place.name), about(place.about)));
    const all = this.option(pathTo.results(searching.text), summary(found), null);
    all.classList.add("gt-search-all");
    return [
      ...found.notes.map((words) => el("p", { class: "gt-search-note" }, bdi(words))),
      section(t("common.features"), features), section(t("common.passages"), passages), section(t("common.documents"), documents), section(t("common.places"), places),
      all,
    ].filter(Boolean);
  }

  option(path, ...children) {
    const option = el("a", { class: "gt-search-option", role: "option", id: `gt-search-${this.options.length}`, href: path, target: "_self", tabindex: "-1", "aria-selected": "false",
      onclick: (event) => this.go(event, path) }, ...children.filter(Boolean));
    this.options.push(option);
    return option;
  }

  // ---- what the reader does ---------------------------------------------------------------

  go(event, path) {
    follow(event, path);
    if (event.defaultPrevented) this.leave();
  }

  leave() {
    this.close();
    this.field.blur();
  }

  open() {
    const isOpen = Boolean(this.list.firstChild) && !searching.hasPage && Boolean(this.field.value.trim());
    this.list.hidden = !isOpen;
    this.field.setAttribute("aria-expanded", String(isOpen));
  }

  close() {
    this.list.hidden = true;
    this.field.setAttribute("aria-expanded", "false");
    this.mark(-1);
  }

  mark(at) {
    this.at = at;
    this.options.forEach((option, i) => option.setAttribute("aria-selected", String(i === at)));
    const marked = this.options[at];
    if (marked) this.field.setAttribute("aria-activedescendant", marked.id);
    else this.field.removeAttribute("aria-activedescendant");
    marked?.scrollIntoView({ block: "nearest" });
  }

  key(event) {
    const isStep = event.key in STEPS;
    if (searching.isAsking && !searching.hasPage && (isStep || (event.key === "Enter" && this.early.length))) {
      event.preventDefault();
      this.early.push(event.key);
    } else if ((isStep && !this.list.hidden) || event.key === "Enter") {
      event.preventDefault();
      this.press(event.key);
    } else if (event.key === "Escape") {
      event.preventDefault();
      event.stopPropagation();
      this.escape();
    }
  }

  press(key) {
    const step = STEPS[key];
    const count = this.list.hidden ? 0 : this.options.length;
    if (step && count) this.mark(this.at < 0 && step < 0 ? count - 1 : (this.at + step + count) % count);
    if (step) return;
    if (count && this.at >= 0) this.options[this.at].click();
    else if (this.field.value.trim()) this.results();
  }

  results() {
    this.leave();
    searching.send();
    if (!searching.hasPage) follow(new MouseEvent("click"), pathTo.results(this.field.value));
  }

  // First the list goes, then the words.
  escape() {
    if (!this.list.hidden) {
      this.close();
    } else if (this.field.value) {
      this.field.value = "";
      this.ask();
    } else {
      this.field.blur();
    }
  }

  shortcut(event) {
    const isTyping = event.target.closest?.("input:not([type=checkbox], [type=radio], [type=range]), textarea, select, [contenteditable]");
    if (event.key !== "/" || event.defaultPrevented || isTyping || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    this.field.focus();
    this.field.select();
  }
}

function section(title, options) {
  return options.length ? el("div", { role: "group", "aria-label": title }, el("p", { class: "gt-search-heading", "aria-hidden": "true" }, title), ...options) : null;
}

function about(words) {
  return words ? el("span", { class: "gt-about" }, bdi(words)) : null;
}

// The passage from shortly before the first word that was found.
function quote({ quote: text, start, marks, language }) {
  const points = Array.from(text);
  const near = marks.length ? Math.max(0, marks[0][0] - start - 48) : 0;
  const from = near ? Math.max(points.indexOf(" ", near) + 1, 0) : 0; // no word is cut
  const shown = points.slice(from).join("");
  return el("span", { class: "gt-search-quote", dir: "auto", lang: language || undefined }, from ? "… " : "", ...pieces(shown, start + from, marks, []));
}

function summary({ counts, more }) {
  const words = countsInWords(counts);
  if (!words) return t("searchbox.nothing-is-found");
  return more ? t("searchbox.all-of-more-than", { words }) : t("searchbox.all-of", { words });
}
