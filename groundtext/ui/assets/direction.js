// Which way a text runs: as most of its letters do, whichever script its first word is in.

const RIGHT_TO_LEFT = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/gu;
const LETTERS = /\p{L}/gu;

// "rtl" or "ltr"; "auto" for a text without letters.
export function directionOf(text) {
  const letters = text.match(LETTERS)?.length || 0;
  if (!letters) return "auto";
  return 2 * (text.match(RIGHT_TO_LEFT)?.length || 0) > letters ? "rtl" : "ltr";
}
