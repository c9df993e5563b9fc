// Features that a search finds stand out on the map: the others fade, and nothing moves.

import { searching } from "./searching.js";

export class Lighting {
  constructor(map, canvas) {
    this.canvas = canvas;
    this.apply = () => this.light(searching.found?.lit);
    this.later = () => { cancelAnimationFrame(this.frame); this.frame = requestAnimationFrame(this.apply); };
    searching.addEventListener("found", this.apply);
    map.on("zoomend layeradd", this.later); // signs are drawn anew
    this.apply();
  }

  light(ids) {
    const lit = ids?.length ? new Set(ids) : null;
    if (!lit && !this.canvas.classList.contains("is-lighting")) return;
    this.canvas.classList.toggle("is-lighting", Boolean(lit));
    for (const element of this.canvas.querySelectorAll("[data-feature-id], [data-feature-ids]")) {
      const own = element.dataset.featureIds?.split(" ") || [element.dataset.featureId];
      element.classList.toggle("is-lit", Boolean(lit) && own.some((id) => lit.has(id)));
    }
  }

  end() {
    searching.removeEventListener("found", this.apply);
  }
}
