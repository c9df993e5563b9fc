// Who speaks of what: a row for each feature, a column for each document, silence told as such.

import { bdi, button, el } from "./dom.js";
import { linkTo, pathTo } from "./navigation.js";
import { t } from "./words.js";

const WIDE = 40; // documents side by side
const LONG = 200; // rows at first, and with each wish for more
const LONGEST = 28; // letters of a document's title over its column
const SHOWN = { evidence: t("compare-matrix.with-evidence"), silent: t("compare-matrix.silent"), all: t("compare-matrix.all") };
const ORDERS = { layer: t("compare-matrix.by-layer"), evidence: t("compare-matrix.most-passages-first"), name: t("compare-matrix.by-name") };
const STEPS = { ArrowLeft: [0, -1], ArrowRight: [0, 1], ArrowUp: [-1, 0], ArrowDown: [1, 0], Home: [0, -Infinity], End: [0, Infinity] };

export class Matrix {
  constructor(content, pick) {
    this.content = content;
    this.pick = pick;
    this.shown = "evidence";
    this.order = "layer";
    this.first = 0; // of the documents that are shown
    this.most = LONG;
    this.turner = el("div", { class: "gt-matrix-turner" });
    this.more = el("p", {});
    this.titles = new Map(content.layers.map(({ id, title }) => [id, title]));
    this.said = el("p", { class: "gt-said", role: "status" });
    this.table = el("table", { class: "gt-matrix", "data-testid": "matrix" });
    this.table.addEventListener("keydown", (event) => this.walk(event));
    this.element = el("section", { "aria-label": t("compare-matrix.who-speaks-of-what") }, el("h2", {}, t("compare-matrix.who-speaks-of-what")), this.bar(), this.said,
      el("div", { class: "gt-matrix-frame", tabindex: "0", role: "region", "aria-label": t("compare-matrix.features-and-documents-scroll-to") }, this.table), this.more);
    this.fill();
  }

  bar() {
    const radio = (value, words) => el("label", {}, el("input", { type: "radio", name: "gt-matrix-shown", value, checked: value === this.shown, onchange: () => this.choose({ shown: value }) }), words);
    const select = el("select", { class: "gt-field", "aria-label": t("compare-matrix.order-of-the-rows"), onchange: () => this.choose({ order: select.value }) },
      ...Object.entries(ORDERS).map(([value, words]) => el("option", { value }, words)));
    return el("div", { class: "gt-matrix-bar" }, el("fieldset", {}, el("legend", { class: "gt-aside" }, t("compare-matrix.features-to-show")), ...Object.entries(SHOWN).map(([value, words]) => radio(value, words))), select, this.turner);
  }

  choose(change) {
    Object.assign(this, change, { most: LONG });
    this.fill();
  }

  fill() {
    const { documents, rows } = this.content;
    const chosen = rows.filter(({ cells }) => this.shown === "all" || (this.shown === "evidence") === Boolean(cells.length));
    const ordered = this.order === "layer" ? this.byLayer(chosen) : [...chosen].sort((one, other) => (this.order === "evidence" && sum(other) - sum(one)) || one.name.localeCompare(other.name, "en"));
    const drawn = ordered.slice(0, this.most);
    this.columns = documents.map((document, number) => ({ document, number })).slice(this.first, this.first + WIDE);
    // A passage that supports several features is one: rows do not add up to it.
    const total = ({ evidence }) => (this.shown === "silent" ? 0 : evidence);
    const all = documents.reduce((sum, document) => sum + total(document), 0);
    const head = el("thead", {}, el("tr", {}, el("th", { scope: "col" }, t("common.feature")), ...this.columns.map(({ document }) => this.column(document)), el("th", { scope: "col", class: "gt-sum" }, t("compare-matrix.all"))));
    const bodies = this.order === "layer" ? this.layered(drawn) : [el("tbody", {}, ...drawn.map((row) => this.row(row)))];
    const foot = el("tfoot", {}, el("tr", {}, el("th", { scope: "row" }, t("compare-matrix.passages-each-counted-once")), ...this.columns.map(({ document }) => el("td", {}, String(total(document)))), el("td", { class: "gt-sum" }, String(all))));
    this.table.replaceChildren(el("caption", { class: "gt-aside" }, t("compare-matrix.passages-of-each-document-that")), head, ...bodies, foot);
    this.said.textContent = t("compare-matrix.count-of-length-a-number", { count: kinds(ordered), length: rows.length.toLocaleString("en") });
    this.more.replaceChildren(...this.moreRows(ordered.length - drawn.length));
    this.turner.replaceChildren(...this.pages());
    this.table.querySelector("tbody a, tbody button")?.setAttribute("tabindex", "0");
  }

  byLayer(rows) {
    const order = new Map([...this.titles.keys(), ""].map((id, n) => [id, n]));
    return [...rows].sort((one, other) => order.get(one.layer) - order.get(other.layer));
  }

  // A table of everything would be slow to draw, and no faster to read.
  moreRows(rest) {
    if (rest <= 0) return [];
    const words = t("compare-matrix.show-more", { count: Math.min(rest, LONG) });
    return [button(words, () => { this.most += LONG; this.fill(); }, { class: "gt-link" })];
  }

  pages() {
    const { length } = this.content.documents;
    if (length <= WIDE) return [];
    const last = Math.min(this.first + WIDE, length);
    const turn = (by) => { this.first += by; this.fill(); this.turner.querySelector("button:not([disabled])")?.focus(); };
    return [
      button("‹", () => turn(-WIDE), { class: "gt-plain", disabled: this.first === 0, "aria-label": t("compare-matrix.documents-before") }),
      el("span", { role: "status" }, t("compare-matrix.documents-first-to-last", { first: this.first + 1, last, length: length.toLocaleString("en") })),
      button("›", () => turn(WIDE), { class: "gt-plain", disabled: last === length, "aria-label": t("compare-matrix.documents-after") }),
    ];
  }

  layered(rows) {
    return [...this.titles, ["", t("common.groups")]].map(([id, title]) => {
      const own = rows.filter(({ layer }) => layer === id);
      if (!own.length) return "";
      return el("tbody", {}, el("tr", { class: "gt-matrix-layer" }, el("th", { scope: "rowgroup", colspan: this.columns.length + 2 }, bdi(title))), ...own.map((row) => this.row(row)));
    }).filter(Boolean);
  }

  column({ title, publisher, published }) {
    const short = title.length > LONGEST ? `${title.slice(0, LONGEST - 1).trimEnd()}…` : title;
    return el("th", { scope: "col", title: [title, publisher, published].filter(Boolean).join(", "), "aria-label": title }, bdi(short), el("span", { class: "gt-about" }, bdi(published)));
  }

  row(row) {
    const { id, name, cells } = row;
    const by = new Map(cells.map(([number, own, more]) => [number, [own, more]]));
    return el("tr", {},
      el("th", { scope: "row" }, el("button", { type: "button", class: "gt-link", tabindex: "-1", "data-compare-id": id, onclick: () => this.pick(id) }, bdi(name))),
      ...this.columns.map(({ document, number }) => this.cell(row, document, by.get(number))),
      el("td", { class: "gt-sum" }, String(sum(row) || "–")));
  }

  cell({ id, name }, { id: document, title }, counts) {
    if (!counts) return el("td", { class: "gt-silence" }, "–", el("span", { class: "gt-aside" }, t("compare-matrix.no-passage")));
    const [own, more] = counts;
    const words = [own ? t("count.count-passages", { count: own }) : "", more ? t("compare-matrix.more-about-a-group", { more }) : ""].filter(Boolean).join(", ");
    const shown = [own ? String(own) : "", more ? el("span", { class: "gt-about" }, `+${more}`) : null];
    return el("td", {}, linkTo(pathTo.document(document, id), shown, { tabindex: "-1", "aria-label": `${words}: ${name}, ${title}` }));
  }

  // The arrow keys walk from cell to cell; what can be pressed in it takes the keyboard.
  walk(event) {
    const step = STEPS[event.key];
    const cell = event.target.closest("tbody td, tbody th");
    if (!step || !cell) return;
    event.preventDefault();
    const rows = [...this.table.querySelectorAll("tbody tr:not(.gt-matrix-layer)")];
    const at = [rows.indexOf(cell.parentElement), cell.cellIndex];
    const next = this.reach(rows, at, step);
    if (!next) return;
    this.table.querySelectorAll('tbody [tabindex="0"]').forEach((other) => other.setAttribute("tabindex", "-1"));
    next.setAttribute("tabindex", "0");
    next.focus();
  }

  // The next cell in a direction that holds something to press.
  reach(rows, [row, column], [down, right]) {
    const edge = Math.abs(right) === Infinity;
    const last = this.columns.length;
    let [y, x] = edge ? [row, right < 0 ? 0 : last] : [row + down, column + right];
    while (y >= 0 && y < rows.length && x >= 0 && x <= last) {
      const found = rows[y].cells[x].querySelector("a, button");
      if (found) return found;
      if (edge) x += right < 0 ? 1 : -1;
      else [y, x] = [y + down, x + right];
    }
    return null;
  }
}

// How many rows there are, by what they stand for.
function kinds(rows) {
  const n = rows.filter(({ layer }) => layer).length;
  const features = t("count.count-features", { count: n });
  if (n === rows.length) return features;
  const groups = t("count.count-groups", { count: rows.length - n });
  return n ? t("compare-matrix.and", { features, groups }) : groups;
}

// How many passages there are of a row, those of its groups included.
function sum({ cells }) {
  return cells.reduce((total, [, own, more]) => total + own + more, 0);
}
