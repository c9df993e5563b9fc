// Style sheets are added to the page once, and waited for: a map without its styles has no size.

import { t } from "./words.js";

const loading = new Map();

export function loadStyles(paths) {
  return Promise.all(paths.map(load));
}

function load(path) {
  if (!loading.has(path)) {
    const link = document.createElement("link");
    link.rel = "stylesheet";
    link.href = path;
    loading.set(path, new Promise((resolve, reject) => {
      link.onload = resolve;
      link.onerror = () => reject(new Error(t("styles.the-style-sheet-path-did", { path })));
    }));
    document.head.append(link);
  }
  return loading.get(path);
}
