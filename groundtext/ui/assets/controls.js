// What can be switched on and off, which is the legend too: the bar over the map, and under it what is sure.

import { bdi, button, el } from "./dom.js";
import { saveMenu } from "./saving.js";
import { legendSign } from "./signs.js";
import { startTour } from "./tour.js";
import { t } from "./words.js";

const SAMPLE = { point: "circle", line: "line", area: "area" };
// Every sign of the map and what it says.
const READING = [
  [{ shape: "line", mark: "" }, t("controls.line-pipeline-or-another-line")],
  [{ shape: "double", mark: "" }, t("controls.double-line-road-railway-or")],
  [{ shape: "area", mark: "" }, t("controls.outline-province-or-another-area")],
  [{ shape: "circle", mark: "" }, t("controls.circle-meeting")],
  [{ shape: "triangle", mark: "" }, t("controls.triangle-air-base")],
  [{ shape: "square", mark: "" }, t("controls.square-ground-base")],
  [{ shape: "diamond", mark: "" }, t("controls.diamond-another-site-or-several")],
  [{ shape: "circle", mark: "", count: 3 }, t("controls.number-so-many-at-that")],
  [{ shape: "line", mark: "dashed" }, t("controls.dashed-planned-or-not-finished")],
  [{ shape: "triangle", mark: "hollow" }, t("controls.hollow-closed-or-handed-over")],
  [{ shape: "circle", mark: "struck" }, t("controls.struck-through-cancelled-or-postponed")],
  [{ shape: "circle", mark: "dotted" }, t("controls.dotted-disputed-or-only-reported")],
  [{ shape: "hatch", mark: "" }, t("controls.hatched-only-the-country-is")],
  [{ shape: "halo", mark: "" }, t("controls.pale-ring-or-band-where")],
  [{ shape: "picked", mark: "" }, t("controls.dark-outline-what-you-picked")],
  [{ shape: "faded", mark: "" }, t("controls.faded-not-in-the-period")],
];

export function toolbar({ layers, features, colours }, visible, { toggle: ontoggle, certain: oncertain }) {
  const inputs = new Map();
  const toggles = layers.map((layer) => {
    const input = el("input", { type: "checkbox", "data-layer-id": layer.id, onchange: () => ontoggle(layer.id, input.checked) });
    input.checked = visible.has(layer.id);
    inputs.set(layer.id, input);
    const sign = legendSign({ shape: sampleShape(layer, features), mark: "", colour: colours.get(layer.id) });
    return el("label", { class: "gt-toggle" }, input, sign, bdi(layer.title));
  });
  const certain = el("input", { type: "checkbox", "data-testid": "certain", onchange: () => oncertain(certain.checked) });
  const sure = el("label", { class: "gt-toggle gt-certain", title: t("controls.leave-out-what-is-known") }, certain, t("controls.only-what-is-certain"));
  const bar = el("div", { class: "gt-toolbar", role: "group", "aria-label": t("common.layers") }, ...toggles);
  return { bar, inputs, certain, sure, key: reading() };
}

// The shape that most features of a layer have.
function sampleShape(layer, features) {
  const counts = new Map();
  for (const { properties } of features) {
    if (properties.layer !== layer.id || properties.shape === "hatch") continue;
    counts.set(properties.shape, (counts.get(properties.shape) || 0) + 1);
  }
  const [most] = [...counts].sort((one, other) => other[1] - one[1]);
  return most ? most[0] : SAMPLE[layer.geometry];
}

function reading() {
  const rows = READING.map(([sign, words]) => el("li", {}, legendSign({ ...sign, colour: "#8a857b" }), words));
  const panel = el("div", { class: "gt-key", hidden: true, id: "gt-key" },
    el("h2", {}, t("controls.how-to-read-the-map")),
    el("ul", {}, ...rows),
    el("p", {}, t("controls.a-thin-line-beside-another")),
    button(t("common.look-round-in-five-steps"), () => { toggle.click(); toggle.focus(); startTour(); }, { class: "gt-link" }));
  const toggle = button(t("controls.legend"), () => {
    panel.hidden = !panel.hidden;
    toggle.setAttribute("aria-expanded", String(!panel.hidden));
  }, { class: "gt-plain", "aria-expanded": "false", "aria-controls": "gt-key" });
  const box = el("div", { class: "gt-reading" }, toggle, panel);
  box.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || panel.hidden) return;
    event.stopPropagation();
    toggle.click();
    toggle.focus();
  });
  return box;
}

// The line under the map: how much of the documents it shows, and why not the rest.
export function footer({ coverage, disagreements, forms }, { view, pick, share }) {
  const line = el("p", { class: "gt-coverage" }, coverage.text);
  if (coverage.silent) {
    const reasons = coverage.reasons.map(({ reason, count }) => el("li", {}, `${count}: `, bdi(reason)));
    line.append(" · ", el("details", {}, el("summary", {}, t("controls.not-on-it-why", { count: coverage.silent })), el("ul", {}, ...reasons)));
  }
  if (disagreements.text) line.append(" · ", disputes(disagreements, pick));
  const credit = el("p", { class: "gt-credit" }, saveMenu(forms, view), " · ", share, t("controls.natural-earth-de-facto-boundaries"));
  return el("footer", { class: "gt-footer" }, line, credit);
}

// What documents do not agree about: a link to the one feature, or a list of them.
function disputes({ text, about }, pick) {
  const link = (id, words) => el("a", { href: `/?${new URLSearchParams({ feature: id })}`, target: "_self", onclick: (event) => {
    if (event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    event.currentTarget.closest("details")?.removeAttribute("open");
    pick(id);
  } }, words);
  if (about.length === 1) return el("span", { "data-testid": "disagreements" }, link(about[0].id, text));
  const rows = about.map(({ id, name, aspects }) => el("li", {}, link(id, bdi(name)), ` · ${aspects.join(", ")}`));
  return el("details", { "data-testid": "disagreements" }, el("summary", {}, text), el("ul", {}, ...rows));
}
