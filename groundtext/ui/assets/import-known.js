// What the files do not say: who wrote a document and when, and which property of a layer is what.

import { bdi, el, plural } from "./dom.js";

const FACTS = [["title", "Title"], ["author", "Author"], ["publisher", "Publisher"], ["published", "Published"]];
const ROLES = [["id", "Id"], ["name", "Name"], ["aliases", "Other names"], ["kind", "Kind"], ["operator", "Operator"], ["country", "Country"], ["valid_from", "From"], ["valid_to", "To"]];
const MOST = 200; // documents with a form each; a longer list is for documents.csv

export function knownForm({ documents, layers }, keep, readOnly) {
  if (readOnly || (!documents.length && !layers.length)) return "";
  const lacking = documents.filter(({ missing }) => missing.length);
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
    el("h2", {}, "What the files do not say"),
    lacking.length ? el("p", { class: "gt-said" }, `${plural(lacking.length, "document lacks", "documents lack")} something that a citation needs. Dates such as “March 18” need the date of publication: write it like 2021, 2021-03 or 2021-03-18.`) : el("p", { class: "gt-said" }, "Every document states title, author and date."),
    ...lacking.slice(0, MOST).map((each) => documentRow(each, forms)),
    lacking.length > MOST ? el("p", { class: "gt-said" }, `The first ${MOST} are shown. For many documents, import a documents.csv with the columns file, title, author, publisher and published_edtf.`) : null,
    layers.length ? el("details", { open: false }, el("summary", {}, "How layers were understood"), ...layers.map((each) => layerRow(each, forms))) : null,
    el("button", { type: "submit", class: "gt-do" }, "Keep, and find the links anew"));
}

function documentRow(document, forms) {
  const inputs = new Map(FACTS.map(([name, label]) => [name,
    el("input", { type: "text", class: "gt-field", value: document[name], "aria-label": `${label} of ${document.file}`, placeholder: label, maxlength: 500 })]));
  remember(forms, `d:${document.id}`, "documents", inputs);
  return el("fieldset", { "data-known-document": document.id }, el("legend", {}, bdi(document.file)),
    ...[...inputs].map(([name, input]) => el("label", {}, el("span", {}, FACTS.find(([key]) => key === name)[1]), input)));
}

function layerRow({ id, file, name, fields, properties }, forms) {
  const inputs = new Map(ROLES.map(([role, label]) => [role,
    el("select", { class: "gt-field", "aria-label": `${label} in ${name || file}` },
      el("option", { value: "" }, "–"),
      ...properties.map((property) => el("option", { value: property, selected: fields[role] === property }, property)))]));
  remember(forms, `l:${id}`, "layers", inputs);
  return el("fieldset", { "data-known-layer": id }, el("legend", {}, bdi(name ? `${name} (${file})` : file)),
    ...[...inputs].map(([role, input]) => el("label", {}, el("span", {}, ROLES.find(([key]) => key === role)[1]), input)));
}

function remember(forms, key, kind, inputs) {
  forms.set(key, { kind, inputs, before: Object.fromEntries([...inputs].map(([name, input]) => [name, input.value.trim()])) });
}
