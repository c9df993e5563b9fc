// The map under the features: panes in a fixed order, an offline base map, names, a scale bar.

import * as L from "./leaflet.js";
import { Names } from "./names.js";
import { GROUND } from "./theme.js";
import { t } from "./words.js";

const SANS = "system-ui, -apple-system, 'Segoe UI', 'Noto Sans', sans-serif";
// Lower panes first; a click goes to the highest pane that has something under the pointer.
export const PANES = ["ground", "doubt", "areas", "touch", "casing", "lines", "names", "points"];

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
  L.control.zoom({ position: "bottomright", zoomInTitle: t("ground.zoom-in"), zoomOutTitle: t("ground.zoom-out") }).addTo(map);
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

// From which zoom on a name is shown, by rank: 1 is the most important.
const COUNTRY_FROM = [2, 2, 3.5, 4.5, 5.5, 6.5];
const CITY_FROM = [4, 4, 5.5, 6.5, 7.5, 8.5];

function nameEntry(feature) {
  const { kind, name, rank = 5, label } = feature.properties;
  if (!name || kind === "river") return null;
  const at = Math.min(rank, 5);
  if (kind === "city") {
    const [lon, lat] = feature.geometry.coordinates;
    return { text: name, position: L.latLng(lat, lon), font: `400 11px ${SANS}`, from: CITY_FROM[at], colour: "name", below: 9, dot: true, rank: rank + 5 };
  }
  const position = label ? L.latLng(label[1], label[0]) : L.geoJSON(feature).getBounds().getCenter();
  if (kind === "lake") {
    return { text: name, position, font: `italic 400 11px ${SANS}`, from: 5.5, colour: "name", below: 0, rank: 12 };
  }
  return { text: name, position, font: `500 12px ${SANS}`, from: COUNTRY_FROM[at], colour: "name", below: 0, rank };
}

function byImportance(one, other) {
  return one.rank - other.rank || (one.text < other.text ? -1 : 1);
}
