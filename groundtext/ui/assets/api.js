// What is fetched from the server: always from this one, each thing once.

import { t } from "./words.js";

export class Api {
  constructor(stamp, basemap) {
    this.stamp = stamp;
    this.basemapPath = basemap;
    this.panels = new Map();
  }

  layers() {
    return fetchJson(`/groundtext/layers/${this.stamp}.json`);
  }

  async basemap() {
    const nothing = { type: "FeatureCollection", features: [] };
    return this.basemapPath ? fetchJson(this.basemapPath) : nothing;
  }

  // The panel if it is here already, so that a click can be answered at once.
  panelNow(id) {
    return this.panels.get(id);
  }

  async panel(id) {
    if (!this.panels.has(id)) {
      const path = `/groundtext/evidence/${encodeURIComponent(id)}.json`;
      this.panels.set(id, await fetchJson(path));
    }
    return this.panels.get(id);
  }

  // All panels at once, in idle time; a large workspace has no such bundle.
  async prefetch() {
    const answer = await fetch(`/groundtext/panels/${this.stamp}.json`);
    if (!answer.ok) return;
    const panels = await answer.json();
    for (const [id, panel] of Object.entries(panels)) this.panels.set(id, panel);
  }
}

export async function fetchJson(path) {
  const answer = await fetch(path);
  if (answer.ok) return answer.json();
  const said = await answer.json().catch(() => ({}));
  throw new Error(said.error || t("common.the-server-answered-status", { status: answer.status }));
}

// Where the server writes what is on the screen as one file to keep; `layers` is null for all.
export function exportPath(form, layers, picked) {
  const view = new URLSearchParams();
  if (layers) view.set("layers", layers.join(","));
  if (picked) view.set("feature", picked);
  const query = view.toString();
  return `/groundtext/export/${form}${query ? `?${query}` : ""}`;
}
