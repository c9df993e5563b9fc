// In place of a page whose workspace cannot be read: why, and what to do.

import { bdi, button, el } from "./dom.js";
import { loadStyles } from "./styles.js";
import { themeOf } from "./theme.js";

export default async function show({ parentElement, data }) {
  await loadStyles(data.styles);
  const page = el("div", { class: "gt-root gt-page", "data-testid": "failure", role: "alert" },
    el("h1", {}, "The workspace cannot be shown"),
    el("p", {}, bdi(data.reason)),
    el("p", { class: "gt-said" }, data.remedy),
    button("Look again", () => location.reload(), { class: "gt-link" }));
  parentElement.replaceChildren(page);
  page.dataset.theme = themeOf(page);
}
