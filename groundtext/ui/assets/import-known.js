// What the files do not say: who wrote a document and when, and which property of a layer is what.

import { bdi, el } from "./dom.js";
import { t } from "./words.js";

const FACTS = [["title", t("import-known.title")], ["author", t("import-known.author")], ["publisher", t("import-known.publisher")], ["published", t("common.published")]];
const ROLES = [["id", t("import-known.id")], ["name", t("import-known.name")], ["aliases", t("import-known.other-names")], ["kind", t("common.kind")], ["operator", t("import-known.operator")], ["country", t("import-known.country")], ["valid_from", t("import-known.from")], ["valid_to", t("import-known.to")]];
const MOST = 200; // documents with a form each; a longer list is for documents.csv

export function knownForm({ documents, layers }, keep, readOnly) {
  if (readOnly || (!documents.length && !layers.length)) return "";
  const lacking = documents.filter(({ missing }) => missing.length);
  const stated = documents.filter(({ missing }) => !missing.length);
  const forms = new Map();
  const submit = (event) => {
    event.preventDefault();
    const told = { documents: {}, layers: {} };
    for (const [id, { kind, inputs, before }] of forms) {
      const fields = Object.fromEntries([...inputs].map(([name, input]) => [name, input.value.trim()]));
      if (JSON.stringify(fields) !== JSON.stringify(before)) told[kind][id.slice(2)] = fields;
    }
    keep(told);
  };
  return el("form", { class: "gt-known", "data-testid": "import-known", onsubmit: submit },
    el("h2", {}, t("import-known.what-the-files-do-not")),
    lacking.length ? el("p", { class: "gt-said" }, t("import-known.lacking", { count: lacking.length })) : el("p", { class: "gt-said" }, t("import-known.every-document-states-title-author")),
    ...lacking.slice(0, MOST).map((each) => documentRow(each, forms)),
    lacking.length > MOST ? el("p", { class: "gt-said" }, t("import-known.the-first-most-are-shown", { MOST })) : null,
    stated.length ? el("details", { open: false, "data-testid": "import-stated" }, el("summary", {}, t("import-known.correct", { count: stated.length })), ...stated.slice(0, MOST).map((each) => documentRow(each, forms))) : null,
    layers.length ? el("details", { open: false }, el("summary", {}, t("import-known.how-layers-were-understood")), ...layers.map((each) => layerRow(each, forms))) : null,
    el("button", { type: "submit", class: "gt-do" }, t("import-known.keep-and-find-the-links")));
}

function documentRow(document, forms) {
  const inputs = new Map(FACTS.map(([name, label]) => [name,
    el("input", { type: "text", class: "gt-field", value: document[name], "aria-label": t("import-known.label-of-file", { label, file: document.file }), placeholder: label, maxlength: 500 })]));
  remember(forms, `d:${document.id}`, "documents", inputs);
  return el("fieldset", { "data-known-document": document.id }, el("legend", {}, bdi(document.file)),
    ...[...inputs].map(([name, input]) => el("label", {}, el("span", {}, FACTS.find(([key]) => key === name)[1]), input)));
}

function layerRow({ id, file, name, fields, properties }, forms) {
  const inputs = new Map(ROLES.map(([role, label]) => [role,
    el("select", { class: "gt-field", "aria-label": t("import-known.label-in-value", { label, value: name || file }) },
      el("option", { value: "" }, "–"),
      ...properties.map((property) => el("option", { value: property, selected: fields[role] === property }, property)))]));
  remember(forms, `l:${id}`, "layers", inputs);
  return el("fieldset", { "data-known-layer": id }, el("legend", {}, bdi(name ? `${name} (${file})` : file)),
    ...[...inputs].map(([role, input]) => el("label", {}, el("span", {}, ROLES.find(([key]) => key === role)[1]), input)));
}

function remember(forms, key, kind, inputs) {
  forms.set(key, { kind, inputs, before: Object.fromEntries([...inputs].map(([name, input]) => [name, input.value.trim()])) });
}
