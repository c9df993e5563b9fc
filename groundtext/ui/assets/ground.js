// The map under the features: panes in a fixed order, an offline base map, names, a scale bar.

import * as L from "./leaflet.js";
import { Names } from "./names.js";
import { GROUND } from "./theme.js";

const SANS = "system-ui, -apple-system, 'Segoe UI', 'Noto Sans', sans-serif";
// Lower panes first; a click goes to the highest pane that has something under the pointer.
export const PANES = ["ground", "doubt", "areas", "names", "touch", "casing", "lines", "points"];

export function openMap(container) {
  const map = L.map(container, {
    attributionControl: false,
    zoomAnimation: false,
    fadeAnimation: false,
    markerZoomAnimation: false,
    inertia: false,
    zoomSnap: 0.25,
    zoomDelta: 0.5,
    wheelPxPerZoomLevel: 90,
    minZoom: 2,
    maxZoom: 12,
    maxBounds: [[-85, -220], [85, 220]],
    zoomControl: false,
  });
  addPanes(map);
  L.control.zoom({ position: "bottomright", zoomInTitle: "Zoom in", zoomOutTitle: "Zoom out" }).addTo(map);
  L.control.scale({ imperial: false, maxWidth: 140, position: "bottomleft" }).addTo(map);
  return map;
}

export function addPanes(map) {
  PANES.forEach((name, index) => {
    map.createPane(name).style.zIndex = String(200 + index * 20);
  });
  for (const name of ["ground", "doubt", "names", "casing"]) {
    map.getPane(name).style.pointerEvents = "none";
  }
}

export class Ground {
  constructor(map, theme) {
    this.map = map;
    this.theme = theme;
    this.renderer = L.canvas({ pane: "ground", padding: 0.3 });
    this.names = new Names("names");
    this.names.theme = theme;
  }

  show(collection) {
    this.layer = L.geoJSON(collection, {
      pane: "ground",
      renderer: this.renderer,
      interactive: false,
      filter: (feature) => feature.properties.kind !== "city",
      style: (feature) => this.style(feature.properties),
    }).addTo(this.map);
    this.names.setGround(collection.features.map(nameEntry).filter(Boolean).sort(byImportance));
    this.names.addTo(this.map);
  }

  setTheme(theme) {
    this.theme = theme;
    this.names.theme = theme;
    this.layer?.setStyle((feature) => this.style(feature.properties));
    this.names.redraw();
  }

  style({ kind, rank }) {
    const colours = GROUND[this.theme];
    if (kind === "country") {
      return { color: colours.border, weight: 0.6, fillColor: colours.land, fillOpacity: 1 };
    }
    if (kind === "lake") {
      return { color: colours.river, weight: 0.4, fillColor: colours.water, fillOpacity: 1 };
    }
    return { color: colours.river, weight: rank > 2 ? 0.5 : 0.9, fill: false };
  }
}

function nameEntry({ properties }) {
  const { kind, name, rank, label } = properties;
  if (!name || !label || kind === "river") return null;
  const position = L.latLng(label[1], label[0]);
  if (kind === "country") {
    const from = [2, 2, 3.5, 4.5, 5.5, 6.5][Math.min(rank, 5)];
    return { text: name, position, font: `500 12px ${SANS}`, from, colour: "name", below: 0, rank };
  }
  if (kind === "lake") {
    return { text: name, position, font: `italic 400 11px ${SANS}`, from: 5, colour: "name", below: 0, rank: 6 };
  }
  const from = [4, 4, 5, 6, 7, 8][Math.min(rank, 5)];
  return { text: name, position, font: `400 11px ${SANS}`, from, colour: "name", below: 12, rank: rank + 5 };
}

function byImportance(one, other) {
  return one.rank - other.rank || (one.text < other.text ? -1 : 1);
}
