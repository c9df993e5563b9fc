// Where files are dropped or chosen, folders too.

import { button, el } from "./dom.js";
import { t } from "./words.js";

const KINDS = t("import-zone.documents-txt-md-html-pdf");

export function dropZone(take) {
  const chosen = (input) => {
    take([...input.files].map((file) => ({ file, name: file.webkitRelativePath || file.name })));
    input.value = "";
  };
  const files = el("input", { type: "file", multiple: true, class: "gt-aside", tabindex: "-1", "data-testid": "import-files", "aria-label": t("import-zone.files-to-import"), onchange: () => chosen(files) });
  const folder = el("input", { type: "file", webkitdirectory: true, class: "gt-aside", tabindex: "-1", "data-testid": "import-folder", "aria-label": t("import-zone.folder-to-import"), onchange: () => chosen(folder) });
  const zone = el("div", { class: "gt-zone", "data-testid": "import-zone" },
    el("p", {}, t("import-zone.drop-files-or-folders-here"),
      button(t("import-zone.choose-files"), () => files.click(), { class: "gt-link" }), t("import-zone.or"),
      button(t("import-zone.a-folder"), () => folder.click(), { class: "gt-link" }), "."),
    el("p", { class: "gt-said" }, KINDS), files, folder);
  for (const kind of ["dragenter", "dragover"]) {
    zone.addEventListener(kind, (event) => { event.preventDefault(); zone.classList.add("is-over"); });
  }
  zone.addEventListener("dragleave", () => zone.classList.remove("is-over"));
  zone.addEventListener("drop", async (event) => {
    event.preventDefault();
    zone.classList.remove("is-over");
    const found = await dropped(event.dataTransfer);
    if (found.length) take(found);
  });
  return zone;
}

// Entries have to be asked for before the first wait: the list is emptied after the event.
async function dropped(transfer) {
  const entries = [...transfer.items].map((item) => item.webkitGetAsEntry && item.webkitGetAsEntry()).filter(Boolean);
  if (!entries.length) return [...transfer.files].map((file) => ({ file, name: file.name }));
  const found = [];
  for (const entry of entries) await walk(entry, "", found);
  return found;
}

async function walk(entry, above, found) {
  const name = above + entry.name;
  if (entry.isFile) {
    if (!entry.name.startsWith(".")) found.push({ name, file: await new Promise((resolve, reject) => entry.file(resolve, reject)) });
    return;
  }
  const reader = entry.createReader();
  for (;;) {
    const some = await new Promise((resolve, reject) => reader.readEntries(resolve, reject));
    if (!some.length) return;
    for (const each of some) await walk(each, `${name}/`, found);
  }
}
