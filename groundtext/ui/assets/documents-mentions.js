// All mentions of a place in the document at hand, in reading order, and the way round them.

export class Mentions {
  constructor() {
    this.byPlace = new Map(); // the place's name → its mentions
    this.passages = new Map(); // mention → the passage that holds it
    this.at = null; // the mention that was stepped to
  }

  show(passages) {
    this.byPlace.clear();
    this.passages.clear();
    this.at = null;
    for (const passage of passages) {
      for (const mention of passage.mentions) {
        this.passages.set(mention, passage);
        if (mention.place) this.byPlace.set(mention.place, [...this.of(mention), mention]);
      }
    }
  }

  of({ place }) {
    return this.byPlace.get(place) || [];
  }

  // Step to the mention after this one, the first after the last; returns its passage.
  next(mention) {
    const all = this.of(mention);
    this.at = all[(all.indexOf(mention) + 1) % all.length];
    return this.passages.get(this.at);
  }
}
