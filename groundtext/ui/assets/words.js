// The words of the interface: every text that the browser's part shows stands in the catalogue.
//
// For another language, write a catalogue with the same keys and choose it here.

import { messages } from "./messages-en.js";

export const LANGUAGE = "en";
const plurals = new Intl.PluralRules(LANGUAGE);

// The text under a key. `{name}` in it stands for a value; `count` chooses between one and other,
// and is written with the language's digits and separators.
export function t(key, values = {}) {
  const message = messages[key];
  if (message === undefined) throw new Error(`The catalogue has no words for ${key}.`);
  const text = typeof message === "string" ? message : (message[plurals.select(values.count)] ?? message.other);
  return text.replace(/\{(\w+)\}/g, (_, name) => written(name, values[name]));
}

function written(name, value) {
  return name === "count" && typeof value === "number" ? value.toLocaleString(LANGUAGE) : String(value);
}
