// Who speaks of what: a row for each feature, a column for each document, silence told as such.

import { bdi, el } from "./dom.js";
import { linkTo, pathTo } from "./navigation.js";
import { t } from "./words.js";

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
    this.titles = new Map(content.layers.map(({ id, title }) => [id, title]));
    this.said = el("p", { class: "gt-said", role: "status" });
    this.table = el("table", { class: "gt-matrix", "data-testid": "matrix" });
    this.table.addEventListener("keydown", (event) => this.walk(event));
    this.element = el("section", { "aria-label": t("compare-matrix.who-speaks-of-what") }, el("h2", {}, t("compare-matrix.who-speaks-of-what")), this.bar(), this.said,
      el("div", { class: "gt-matrix-frame", tabindex: "0", role: "region", "aria-label": t("compare-matrix.features-and-documents-scroll-to") }, this.table));
    this.fill();
  }

  bar() {
    const radio = (value, words) => el("label", {}, el("input", { type: "radio", name: "gt-matrix-shown", value, checked: value === this.shown, onchange: () => { this.shown = value; this.fill(); } }), ` ${words}`);
    const select = el("select", { class: "gt-field", "aria-label": t("compare-matrix.order-of-the-rows"), onchange: () => { this.order = select.value; this.fill(); } },
      ...Object.entries(ORDERS).map(([value, words]) => el("option", { value }, words)));
    return el("div", { class: "gt-matrix-bar" }, el("fieldset", {}, el("legend", { class: "gt-aside" }, t("compare-matrix.features-to-show")), ...Object.entries(SHOWN).map(([value, words]) => radio(value, words))), select);
  }

  fill() {
    const { documents, rows } = this.content;
    const chosen = rows.filter(({ cells }) => this.shown === "all" || (this.shown === "evidence") === Boolean(cells.length));
    const sum = ({ cells }) => cells.reduce((total, [, own, more]) => total + own + more, 0);
    const ordered = this.order === "layer" ? chosen : [...chosen].sort((one, other) => (this.order === "evidence" && sum(other) - sum(one)) || one.name.localeCompare(other.name, "en"));
    const head = el("thead", {}, el("tr", {}, el("th", { scope: "col" }, t("common.feature")), ...documents.map((document) => this.column(document)), el("th", { scope: "col", class: "gt-sum" }, t("compare-matrix.all"))));
    const bodies = this.order === "layer" ? this.layered(ordered, sum) : [el("tbody", {}, ...ordered.map((row) => this.row(row, sum)))];
    const totals = documents.map((_, n) => ordered.reduce((total, { cells }) => total + cells.filter(([number]) => number === n).reduce((sums, [, own]) => sums + own, 0), 0));
    const foot = el("tfoot", {}, el("tr", {}, el("th", { scope: "row" }, t("compare-matrix.passages-of-their-own")), ...totals.map((total) => el("td", {}, String(total))), el("td", { class: "gt-sum" }, String(totals.reduce((one, other) => one + other, 0)))));
    this.table.replaceChildren(el("caption", { class: "gt-aside" }, t("compare-matrix.passages-of-each-document-that")), head, ...bodies, foot);
    this.said.textContent = t("compare-matrix.count-of-length-a-number", { count: t("count.count-rows", { count: ordered.length }), length: rows.length.toLocaleString("en") });
    this.table.querySelector("tbody a, tbody button")?.setAttribute("tabindex", "0");
  }

  layered(rows, sum) {
    return [...this.titles, ["", t("common.groups")]].map(([id, title]) => {
      const own = rows.filter(({ layer }) => layer === id);
      if (!own.length) return "";
      return el("tbody", {}, el("tr", { class: "gt-matrix-layer" }, el("th", { scope: "rowgroup", colspan: this.content.documents.length + 2 }, bdi(title))), ...own.map((row) => this.row(row, sum)));
    }).filter(Boolean);
  }

  column({ title, publisher, published }) {
    const short = title.length > LONGEST ? `${title.slice(0, LONGEST - 1).trimEnd()}…` : title;
    return el("th", { scope: "col", title: [title, publisher, published].filter(Boolean).join(", "), "aria-label": title }, bdi(short), el("span", { class: "gt-about" }, bdi(published)));
  }

  row(row, sum) {
    const { id, name, cells } = row;
    const by = new Map(cells.map(([number, own, more]) => [number, [own, more]]));
    return el("tr", {},
      el("th", { scope: "row" }, el("button", { type: "button", class: "gt-link", tabindex: "-1", "data-compare-id": id, onclick: () => this.pick(id) }, bdi(name))),
      ...this.content.documents.map((document, n) => el("td", {}, this.cell(row, document, by.get(n)))),
      el("td", { class: "gt-sum" }, String(sum(row) || "–")));
  }

  cell({ id, name }, { id: document, title }, counts) {
    if (!counts) return el("span", { class: "gt-silence" }, "–", el("span", { class: "gt-aside" }, t("compare-matrix.no-passage")));
    const [own, more] = counts;
    const words = [own ? t("count.count-passages", { count: own }) : "", more ? t("compare-matrix.more-about-a-group", { more }) : ""].filter(Boolean).join(", ");
    const shown = [own ? String(own) : "", more ? el("span", { class: "gt-about" }, `+${more}`) : null];
    return linkTo(pathTo.document(document, id), shown, { tabindex: "-1", "aria-label": `${words}: ${name}, ${title}` });
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
    const last = this.content.documents.length;
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
