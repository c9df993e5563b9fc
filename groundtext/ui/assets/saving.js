// The menu under the map that takes out what is on it, in the forms of other programs.

import { el } from "./dom.js";
import { exportPath } from "./api.js";
import { menuOf } from "./menus.js";
import { t } from "./words.js";

const DOSSIER = "dossier";

// `view` returns the layers that are on, or null for all of them, and what is picked.
export function saveMenu(forms, view) {
  const links = forms.map(({ name, words }) => {
    const link = el("a", { href: exportPath(name, null, ""), download: "", "data-form": name }, words);
    link.addEventListener("click", () => address(link));
    return link;
  });
  const address = (link) => {
    const { layers, picked } = view();
    link.href = exportPath(link.dataset.form, layers, link.dataset.form === DOSSIER ? picked : "");
  };
  const list = el("ul", { "aria-label": t("saving.forms-to-save-in") }, ...links.map((link) => el("li", {}, link)));
  return menuOf(t("saving.save-as"), { "data-testid": "save-as", ontoggle: () => links.forEach(address) },
    list, el("p", {}, t("saving.with-every-passage-that-is")));
}
