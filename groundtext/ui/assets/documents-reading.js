// What helps to find one's way in a document: its outline, the strip beside it, and names met again.

import { Follower } from "./documents-follow.js";
import { Mentions } from "./documents-mentions.js";
import { Minimap } from "./documents-minimap.js";
import { Outline } from "./documents-outline.js";

export class Reading {
  constructor(reader, text) {
    this.text = text;
    this.outline = new Outline(reader, () => this.follow());
    this.minimap = new Minimap(reader);
    this.mentions = new Mentions();
    this.follower = new Follower(reader, () => this.follow());
    this.sizes = new ResizeObserver(() => this.minimap.draw());
    this.sizes.observe(this.minimap.element);
  }

  // Take up the document that the text shows; colourOf(passage) is that of the layer it supports.
  show(colourOf) {
    this.outline.show(this.text.blocks.filter(({ gap }) => !gap));
    this.minimap.show(this.text.blocks, colourOf);
    this.mentions.show(this.text.passages.map(({ passage }) => passage));
    this.follower.tell();
  }

  // Mark the passage at hand, and those that support what is picked.
  mark(passage, ids) {
    this.minimap.mark([...this.text.supporting(ids), ...(passage ? [passage] : [])]);
    if (this.mentions.at && this.mentions.passages.get(this.mentions.at) !== passage) this.mentions.at = null;
    this.text.point(this.mentions.at);
    this.follower.tell();
  }

  // Everything is looked at before anything is changed, or the page would be laid out twice.
  follow() {
    for (const change of [this.outline.follow(), this.minimap.follow()]) change?.();
  }

  // The colours of the page have changed.
  paint() {
    this.minimap.draw();
  }

  leave() {
    this.follower.leave();
    this.sizes.disconnect();
  }
}
