// In place of a page whose workspace cannot be read: why, and what to do.

import { bdi, button, el } from "./dom.js";
import { loadStyles } from "./styles.js";
import { themeOf } from "./theme.js";
import { t } from "./words.js";

export async function show({ parentElement, data }) {
  await loadStyles(data.styles);
  const page = el("div", { class: "gt-root gt-page", "data-testid": "failure", role: "alert" },
    el("h1", {}, t("failure.the-workspace-cannot-be-shown")),
    el("p", {}, bdi(data.reason)),
    el("p", { class: "gt-said" }, data.remedy),
    button(t("failure.look-again"), () => location.reload(), { class: "gt-link" }));
  parentElement.replaceChildren(page);
  page.dataset.theme = themeOf(page);
}
