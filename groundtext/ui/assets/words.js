// The words of the interface: every text that a page shows stands in the catalogue, which the
// server's part has in common with the browser's (`groundtext/messages`).

import { LANGUAGE, messages } from "./messages.js";

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
