// What a view leaves out: all that was not so in a period, or that a document does not support.

import { t } from "./words.js";

// Limits by document hold for a document as a whole, and for what it supports: a link to one of
// its passages, or to a feature that it does not speak of, shows everything.
export function limitsOf({ features, groups, documents }, { view, period }) {
  const { document, start, feature, from_, to, certain } = view;
  const picked = features.find(({ id }) => id === feature)?.properties || groups.find(({ id }) => id === feature);
  const byDocument = document in documents && start === null && (!picked || picked.documents.includes(document)) ? document : "";
  const key = JSON.stringify([byDocument, from_, to, certain]);
  if (!byDocument && !period.words && !certain) return { key, ids: null, document: "", from_, to, certain, words: "" };
  const isSupported = (entry) => !byDocument || entry.documents.includes(byDocument);
  const isThen = ({ since, until }) => !((period.until && since > period.until) || (period.since && until && until < period.since));
  const kept = features.filter(({ properties }) => isSupported(properties) && isThen(properties) && !(certain && properties.doubts.length));
  const ids = new Set(kept.map(({ id }) => id));
  const count = features.length - ids.size;
  groups.filter((group) => isSupported(group) && group.members.some((id) => ids.has(id))).forEach(({ id }) => ids.add(id));
  const only = [byDocument ? t("limits.document-supports", { title: documents[byDocument] }) : "", period.words, certain ? t("limits.is-certain") : ""].filter(Boolean).join(t("limits.and"));
  return { key, ids, document: byDocument, from_, to, certain, words: t("limits.left-out", { only, count }) };
}
