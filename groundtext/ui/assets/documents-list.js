// The list of documents, and the heading over the one that is open.

import { bdi, button, el } from "./dom.js";
import { t } from "./words.js";

export class DocumentList {
  constructor({ onpick }) {
    this.onpick = onpick;
    this.element = el("nav", { class: "gt-documents-list", "aria-label": t("common.documents") });
  }

  show(documents, openId) {
    if (!documents.length) {
      this.element.replaceChildren(el("p", { class: "gt-said" }, t("documents-list.no-document-is-in-this")));
      return;
    }
    const rows = documents.map((entry) => el("li", {}, this.row(entry, entry.id === openId)));
    this.element.replaceChildren(el("h2", { class: "gt-list-title" }, t("count.count-documents", { count: documents.length })), el("ul", {}, ...rows));
  }

  focus(id) {
    const rows = [...this.element.querySelectorAll("[data-list-document-id]")];
    (rows.find((row) => row.dataset.listDocumentId === id) || rows[0])?.focus();
  }

  row(entry, isOpen) {
    return el("button", { type: "button", class: "gt-document", onclick: () => this.onpick(entry.id), "data-list-document-id": entry.id, "aria-current": isOpen ? "page" : undefined },
      el("span", { class: "gt-document-title" }, bdi(entry.title)),
      ...apart([entry.author, entry.publisher, entry.published]),
      el("span", { class: "gt-about" }, `${extentInWords(entry)} · ${evidenceInWords(entry)}`));
  }
}

export function documentHeading(entry, onleave) {
  const about = [entry.author, entry.publisher, entry.published].filter(Boolean);
  return el("header", { class: "gt-document-head" },
    button(t("documents-list.all-documents"), onleave, { class: "gt-plain gt-back" }),
    el("h2", { class: "gt-name", tabindex: "-1" }, bdi(entry.title)),
    el("p", { class: "gt-source" }, ...about.flatMap((words, i) => [i ? " · " : "", bdi(words)])),
    el("p", { class: "gt-source" }, bdi(entry.file), ` · ${extentInWords(entry)} · ${evidenceInWords(entry)}`),
    entry.basis ? el("details", { class: "gt-source" }, el("summary", {}, t("documents-list.how-this-is-known")), bdi(entry.basis)) : null,
    entry.complete ? null : el("p", { class: "gt-held" }, t("documents-list.only-quotations-of-this-document")));
}

function extentInWords({ complete, passages }) {
  return `${complete ? "complete" : t("documents-list.quotations-only")} · ${t("count.count-passages", { count: passages })}`;
}

function evidenceInWords({ evidence }) {
  return evidence ? t("documents-list.evidence-on-the-map", { evidence }) : t("documents-list.none-on-the-map");
}

function apart(parts) {
  const known = parts.filter(Boolean);
  return known.length ? [el("span", { class: "gt-about" }, ...known.flatMap((words, i) => [i ? " · " : "", bdi(words)]))] : [];
}
