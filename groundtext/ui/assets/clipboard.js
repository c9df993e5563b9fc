// Put text on the clipboard; where the browser does not let a page, by way of a field.

import { el } from "./dom.js";

export async function toClipboard(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const back = document.activeElement;
    const field = el("textarea", { class: "gt-aside", "aria-hidden": "true" });
    field.value = text;
    (back?.closest?.(".gt-root") || document.body).append(field);
    field.select();
    const isCopied = document.execCommand("copy");
    field.remove();
    back?.focus?.();
    return isCopied;
  }
}
