// The map beside a document: only the features that the document supports are on it.

import { Features } from "./features.js";

export class DocumentFeatures extends Features {
  constructor(map, content, onpick) {
    super(map, content, onpick);
    this.groupsById = new Map(content.groups.map((group) => [group.id, group]));
  }

  // Ids of the features that stand for a feature or a group.
  drawnFor(id) {
    return this.groupsById.get(id)?.members || (this.all.has(id) ? [id] : []);
  }

  // The feature and the groups that hold it: a passage about a group is about its members too.
  targetsOf(id) {
    const holding = [...this.groupsById.values()].filter((group) => group.members.includes(id));
    return new Set([id, ...holding.map((group) => group.id)]);
  }

  // The box round those that lie within some degrees of longitude of their median.
  near(degrees) {
    const lons = [...this.byId.keys()].map((id) => this.bounds([id]).getCenter().lng).sort((one, other) => one - other);
    const middle = lons[Math.floor(lons.length / 2)];
    return this.bounds([...this.byId.keys()].filter((id) => Math.abs(this.bounds([id]).getCenter().lng - middle) <= degrees));
  }

  // The colour of the layer that a passage supports first; empty where it supports nothing.
  colourFor({ links }) {
    const [id] = links.flatMap((link) => this.drawnFor(link.id));
    return id ? this.colours.get(this.all.get(id)?.properties.layer) || "" : "";
  }

  // Show what stands for features or groups.
  zoomTo(ids) {
    const bounds = this.bounds(ids.flatMap((id) => this.drawnFor(id)));
    if (bounds.isValid()) this.map.fitBounds(bounds, { maxZoom: 7, padding: [32, 32], animate: false });
  }

  nameOf(id) {
    return this.groupsById.get(id)?.name || this.all.get(id)?.properties.name || id;
  }
}
