// What is known of the passage or of the feature that was picked.

import { citer } from "./cite.js";
import { bdi, button, el, plural } from "./dom.js";
import { readingInWords } from "./documents-text.js";
import { follow } from "./navigation.js";

export class Detail {
  constructor(actions) {
    this.actions = actions; // step(by), pickFeature(id), showOnMap(), close(), copy(), original(), say(words), mentions(of), nextMention(of), mention()
    this.element = el("section", { class: "gt-detail", "data-testid": "passage-panel", "aria-label": "About the passage", "aria-live": "polite" });
  }

  rest(count) {
    this.element.replaceChildren(el("p", { class: "gt-said" }, count
      ? "Pick a passage to see what it supports, or a feature to find its passages."
      : "No passage of this document is on the map."));
  }

  // Show the same again, when words were marked in the text.
  refresh() {
    if (this.shown && this.element.isConnected && this.shown.passage === this.actions.marked()?.passage) this.show(this.shown);
  }

  show(shown) {
    this.shown = shown;
    const { passage, feature, at, of } = shown;
    const links = feature ? passage.links.filter((link) => feature.targets.has(link.id)) : passage.links;
    this.element.replaceChildren(
      this.head(feature, at, of),
      ...(links.length ? links.map((link) => this.link(link, feature)) : [el("p", { class: "gt-said" }, silence(passage, feature))]),
      ...this.mentions(passage),
      ...this.dates(passage),
      ...this.deeds(passage, links));
    if (shown.focus) this.element.querySelector('.gt-names [aria-current="true"]')?.focus();
  }

  deeds(passage, links) {
    // Words are marked while a citation is open: the same passage keeps its box.
    if (this.cited?.passage !== passage) this.cited = { passage, parts: citer(passage, this.actions.say) };
    const [cite, box] = this.cited.parts;
    return [
      el("p", { class: "gt-deeds" }, el("span", { class: "gt-about" }, [passage.place, `characters ${passage.start}–${passage.end}`].filter(Boolean).join(", ").replace(/^./, (letter) => letter.toUpperCase())),
        this.original(passage), cite,
        button("Copy a link", this.actions.copy, { class: "gt-link" }),
        button(this.actions.marked()?.passage === passage ? "Link the marked words to a feature" : "Link it to a feature", this.actions.add, { class: "gt-link", "data-testid": "add-link" }),
        ...review(links, passage),
        links.length ? button("Zoom to it", this.actions.showOnMap, { class: "gt-link" }) : null), box];
  }

  // Where the browser can show the original, at the page.
  original({ place }) {
    const address = this.actions.original();
    const page = /^page (\d+)/.exec(place || "");
    return address ? el("a", { href: page ? `${address}#page=${page[1]}` : address, target: "_blank", rel: "noopener" }, "Open the original") : null;
  }

  head(feature, at, of) {
    const title = feature ? bdi(feature.name) : "This passage";
    const count = feature ? `${at + 1} of ${plural(of, "passage", "passages")}` : "";
    return el("div", { class: "gt-detail-head" },
      el("h3", { class: "gt-detail-title" }, title), el("span", { class: "gt-number" }, count),
      button("‹", () => this.actions.step(-1), { class: "gt-step", "aria-label": "Previous passage", "aria-keyshortcuts": "ArrowLeft", title: "Previous passage (←)" }),
      button("›", () => this.actions.step(1), { class: "gt-step", "aria-label": "Next passage", "aria-keyshortcuts": "ArrowRight", title: "Next passage (→)" }),
      button("Close", this.actions.close, { class: "gt-plain" }));
  }

  link(link, feature) {
    const status = link.status === "confirmed" ? "confirmed by a reviewer" : "";
    return el("div", { class: "gt-supported" },
      link.id === feature?.id ? null : button(bdi(link.name), () => this.actions.pickFeature(link.id), { class: "gt-link", "data-link-id": link.id }),
      el("p", { class: "gt-kind" }, el("span", { class: "gt-tag" }, link.kind), link.group ? el("span", { class: "gt-tag" }, "a group") : null, status ? el("span", { class: "gt-tag" }, status) : null),
      link.said ? el("p", { class: "gt-says" }, "Says: ", bdi(link.said)) : null,
      link.also ? el("p", { class: "gt-also" }, `Also at ${plural(link.also, "other place", "other places")} of the document.`) : null,
      el("p", { class: "gt-why" }, "Why: ", bdi(link.reason)));
  }

  mentions({ mentions }) {
    if (!mentions.length) return [];
    const rows = mentions.map((mention) => {
      const { text, reading, place, reason } = mention;
      return el("li", {}, this.name(mention), " · ", bdi(reason || readingInWords(reading)), ...(place && place !== text ? [" · ", bdi(place)] : []));
    });
    return [el("div", { class: "gt-names" }, el("p", { class: "gt-about" }, "Names in it"), el("ul", {}, ...rows))];
  }

  // A name leads to the next mention of its place; the one that it led to says which it is.
  name(mention) {
    const name = el("span", { class: `gt-${mention.reading}` }, bdi(mention.text));
    const all = this.actions.mentions(mention);
    if (all.length < 2) return name;
    const isAt = mention === this.actions.mention();
    const step = button(name, () => this.actions.nextMention(mention), { class: "gt-mention", title: "Next mention of this place", "aria-current": isAt ? "true" : undefined });
    return el("span", {}, step, isAt ? el("span", { class: "gt-told", "data-testid": "mention-count" }, ` ${all.indexOf(mention) + 1} of ${plural(all.length, "mention", "mentions")} of `, bdi(mention.place)) : null);
  }

  dates({ dates }) {
    if (!dates.length) return [];
    const rows = dates.map(({ text, reason }) => el("li", {}, el("span", { class: "gt-date" }, bdi(text)), " · ", bdi(reason)));
    return [el("div", { class: "gt-names", "data-testid": "dates" }, el("p", { class: "gt-about" }, "Dates in it"), el("ul", {}, ...rows))];
  }
}

// Where the links of the passage are decided on.
function review(links, passage) {
  return links.slice(0, 1).map((link) => {
    const path = `/evidence?${new URLSearchParams({ feature: link.id, document: passage.document, start: passage.start, end: passage.end })}`;
    return el("a", { href: path, target: "_self", onclick: (event) => follow(event, path) }, "Review");
  });
}

function silence(passage, feature) {
  if (passage.note) return `Not used as evidence: ${passage.note}.`;
  return feature ? "This passage does not support it." : "This passage supports nothing on the map.";
}
