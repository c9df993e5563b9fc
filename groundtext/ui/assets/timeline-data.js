// What the server says of time → the lanes of the timeline, and the tests of a period.

import { luminance } from "./theme.js";
import { POINT_DAYS } from "./timeline-lanes.js";
import { t } from "./words.js";

const MIDDLE = 0.18; // luminance: black letters are read better from here on

export function lanesOf(content, times) {
  const lanes = content.layers.map((layer) => ({
    key: `gt-lane-${layer.id}`, title: layer.title, colour: content.colours.get(layer.id),
    marks: content.features.filter(({ id, properties }) => properties.layer === layer.id && id in times.features).map((feature) => featureMark(feature, times.features[feature.id])),
  })).filter(({ marks }) => marks.length);
  lanes.push({ key: "gt-lane-told", title: t("timeline-data.what-passages-tell-of"), colour: "var(--gt-muted)", marks: told(times.evidence) });
  lanes.push({ key: "gt-lane-documents", title: t("timeline-data.documents-published"), colour: "var(--gt-accent)", marks: times.documents.filter(({ days }) => days).map(documentMark) });
  return lanes.filter(({ marks }) => marks.length).sort((one, other) => one.marks.length - other.marks.length)
    .map((lane) => ({ ...lane, tone: luminance(lane.colour) > MIDDLE ? "light" : "dark" }));
}

function featureMark({ id, properties }, { start, end, planned, unsure }) {
  const first = start?.[0] ?? null;
  const last = end ? end[1] : null;
  return { id, kind: "feature", name: properties.name, words: properties.when, first, last, start, end, planned, unsure: unsure.some(Boolean), ...shape(first, last, start, end) };
}

function documentMark({ id, title, published, days: [first, last] }) {
  return { id: `document:${id}`, document: id, kind: "document", name: title, words: t("timeline-data.published-published", { published }), first, last, start: [first, last], end: [first, last], unsure: false, isPoint: false, width: last - first };
}

// Events as passages date them: one mark for the same days of the same thing.
function told(evidence) {
  const marks = new Map();
  for (const { target, name, event, when } of evidence) {
    if (!event || !when) continue;
    const id = `told:${target} ${event.join(" ")}`;
    const [first, last] = event;
    marks.set(id, { id, target, kind: "told", name, words: t("timeline-data.told-of-when", { when }), first, last, start: event, end: event, unsure: false, ...shape(first, last, event, event) });
  }
  return [...marks.values()];
}

function shape(first, last, start, end) {
  const isPoint = first !== null && last !== null && last - first <= POINT_DAYS;
  const width = Math.max(start ? (start[1] ?? 0) - (start[0] ?? 0) : 0, end ? (end[1] ?? 0) - (end[0] ?? 0) : 0);
  return { isPoint, width };
}
