// The table of links. Only the rows in sight are in the page, so that ten thousand cost no more.

import { bdi, el } from "./dom.js";
import { markWords } from "./evidence-quote.js";
import { t } from "./words.js";

const HEIGHT = 52; // pixels of a row
const SPARE = 12; // rows kept above and below those in sight
const STATUS = { suggested: t("evidence-table.open"), confirmed: t("evidence-table.accepted"), rejected: t("evidence-table.rejected") };
const COLUMNS = [["name", t("common.feature")], ["quote", t("evidence-table.passage")], ["title", t("common.document")], ["kind", t("common.kind")], ["score", t("evidence-table.score")], ["status", t("common.status")]];

export class Table {
  constructor(actions) {
    this.actions = actions; // onpick(row), onselect()
    this.rows = [];
    this.selected = new Set();
    this.sorting = { by: "", up: true };
    this.heads = new Map(COLUMNS.map(([key, label]) => [key, el("button", { type: "button", class: "gt-sort", onclick: () => this.sort(key) }, label)]));
    this.body = el("tbody", {});
    this.table = el("table", { class: "gt-links", "aria-label": t("evidence-table.links") },
      el("thead", {}, el("tr", {}, el("th", { class: "gt-check", scope: "col" }, el("span", { class: "gt-aside" }, t("evidence-table.selected"))),
        ...[...this.heads].map(([key, head]) => el("th", { scope: "col", class: `gt-col-${key}` }, head)))),
      this.body);
    this.element = el("div", { class: "gt-links-frame", tabindex: "0", role: "region", "aria-label": t("evidence-table.table-of-links-j-and") }, this.table);
    this.element.addEventListener("scroll", () => this.draw());
    new ResizeObserver(() => this.draw()).observe(this.element);
  }

  show(rows, all) {
    this.all = all;
    this.rows = rows;
    for (const row of this.selected) if (!rows.includes(row)) this.selected.delete(row);
    this.arrange();
    this.refresh();
  }

  arrange() {
    const { by, up } = this.sorting;
    for (const [key, head] of this.heads) head.closest("th").setAttribute("aria-sort", key === by ? (up ? "ascending" : "descending") : "none");
    if (!by) return;
    const value = (row) => (by === "title" ? this.all.documents[row.document].title : row[by]);
    this.rows = [...this.rows].sort((a, b) => {
      const [x, y] = [value(a), value(b)];
      const order = typeof x === "number" ? x - y : String(x).localeCompare(String(y));
      return up ? order : -order;
    });
  }

  sort(key) {
    const { by, up } = this.sorting;
    this.sorting = by === key && !up ? { by: "", up: true } : { by: key, up: by !== key };
    if (!this.sorting.by) this.rows = this.all.rows.filter((row) => this.rows.includes(row));
    this.arrange();
    this.refresh();
  }

  refresh() {
    this.drawn = "";
    this.draw();
  }

  draw() {
    const { scrollTop, clientHeight } = this.element;
    const first = Math.max(Math.floor(scrollTop / HEIGHT) - SPARE, 0);
    const last = Math.min(Math.ceil((scrollTop + clientHeight) / HEIGHT) + SPARE, this.rows.length);
    const drawn = `${first}-${last}`;
    if (drawn === this.drawn) return;
    this.drawn = drawn;
    this.table.setAttribute("aria-rowcount", this.rows.length + 1);
    this.body.replaceChildren(space(first), ...this.rows.slice(first, last).map((row, i) => this.row(row, first + i)), space(this.rows.length - last));
  }

  row(row, index) {
    const { title, published } = this.all.documents[row.document];
    const box = el("input", { type: "checkbox", "aria-label": t("evidence-table.select-name", { name: row.name }), onchange: () => { this.toggle(row); this.actions.onselect(); } });
    box.checked = this.selected.has(row);
    return el("tr", { class: row === this.at ? "is-at" : "", "data-testid": "link", "data-target": row.target, "data-status": row.status, "aria-rowindex": index + 2, "aria-current": row === this.at ? "true" : false, onclick: (event) => { if (event.target !== box) this.actions.onpick(row); } },
      el("td", { class: "gt-check" }, box),
      el("td", { class: "gt-col-name" }, el("span", {}, bdi(row.name))),
      el("td", { class: "gt-col-quote" }, el("span", { dir: "auto" }, ...markWords(row))),
      el("td", { class: "gt-col-title", title: [title, published].filter(Boolean).join(", ") }, el("span", {}, bdi(title), " ", el("span", { class: "gt-about" }, published))),
      el("td", { class: "gt-col-kind" }, row.kind),
      el("td", { class: "gt-col-score" }, row.score.toFixed(2)),
      el("td", { class: `gt-col-status is-${row.status}` }, el("span", { class: "gt-word" }, STATUS[row.status]),
        row.against.length ? el("span", { class: "gt-flag" }, t("evidence-table.conflict")) : null, row.reports.length ? el("span", { class: "gt-flag" }, t("evidence-table.reported")) : null));
  }

  toggle(row) {
    if (!row) return;
    if (!this.selected.delete(row)) this.selected.add(row);
    this.refresh();
  }

  pick(row) {
    this.at = row;
    const index = this.rows.indexOf(row);
    if (index >= 0) this.reveal(index);
    this.refresh();
  }

  reveal(index) {
    const head = this.table.tHead.offsetHeight;
    const top = index * HEIGHT;
    const { scrollTop, clientHeight } = this.element;
    if (top < scrollTop) this.element.scrollTop = top;
    else if (top + HEIGHT > scrollTop + clientHeight - head) this.element.scrollTop = top + HEIGHT - clientHeight + head;
  }
}

function space(count) {
  return el("tr", { class: "gt-spacer", "aria-hidden": "true", style: `height: ${count * HEIGHT}px` });
}
