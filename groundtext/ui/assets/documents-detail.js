// What is known of the passage or of the feature that was picked.

import { citer } from "./cite.js";
import { bdi, button, el } from "./dom.js";
import { readingInWords } from "./documents-text.js";
import { linkTo, pathTo } from "./navigation.js";
import { t } from "./words.js";

export class Detail {
  constructor(actions) {
    this.actions = actions; // step(by), pickFeature(id), showOnMap(), close(), copy(), original(), say(words), mentions(of), nextMention(of), mention()
    this.element = el("section", { class: "gt-detail", "data-testid": "passage-panel", "aria-label": t("documents-detail.about-the-passage"), "aria-live": "polite" });
  }

  // Without a document that is shown there is no count.
  rest(count) {
    this.element.replaceChildren(count === undefined ? "" : el("p", { class: "gt-said" }, count
      ? t("documents-detail.pick-a-passage-to-see")
      : t("documents-detail.no-passage-of-this-document")));
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
      el("p", { class: "gt-deeds" }, el("span", { class: "gt-about" }, [passage.place, t("common.characters-start-end", { start: passage.start, end: passage.end })].filter(Boolean).join(", ").replace(/^./, (letter) => letter.toUpperCase())),
        this.original(passage), cite,
        button(t("common.copy-a-link"), this.actions.copy, { class: "gt-link" }),
        button(this.actions.marked()?.passage === passage ? t("documents-detail.link-the-marked-words-to") : t("documents-detail.link-it-to-a-feature"), this.actions.add, { class: "gt-link", "data-testid": "add-link" }),
        ...review(links, passage),
        links.length ? button(t("common.zoom-to-it"), this.actions.showOnMap, { class: "gt-link" }) : null), box];
  }

  // Where the browser can show the original, at the page.
  original({ page }) {
    const address = this.actions.original();
    return address ? el("a", { href: page ? `${address}#page=${page}` : address, target: "_blank", rel: "noopener" }, t("documents-detail.open-the-original")) : null;
  }

  head(feature, at, of) {
    const title = feature ? bdi(feature.name) : t("common.this-passage");
    const count = feature ? t("common.number-of-count", { number: at + 1, count: t("count.count-passages", { count: of }) }) : "";
    return el("div", { class: "gt-detail-head" },
      el("h3", { class: "gt-detail-title" }, title), el("span", { class: "gt-number" }, count),
      button("‹", () => this.actions.step(-1), { class: "gt-step", "aria-label": t("common.previous-passage"), "aria-keyshortcuts": "ArrowLeft Shift+ArrowLeft", title: t("documents-detail.previous-passage") }),
      button("›", () => this.actions.step(1), { class: "gt-step", "aria-label": t("common.next-passage"), "aria-keyshortcuts": "ArrowRight Shift+ArrowRight", title: t("documents-detail.next-passage") }),
      button(t("common.close"), this.actions.close, { class: "gt-plain" }));
  }

  link(link, feature) {
    const status = link.status === "confirmed" ? t("common.confirmed-by-a-reviewer") : "";
    return el("div", { class: "gt-supported" },
      link.id === feature?.id ? null : button(bdi(link.name), () => this.actions.pickFeature(link.id), { class: "gt-link", "data-link-id": link.id }),
      el("p", { class: "gt-kind" }, el("span", { class: "gt-tag" }, link.kind), link.group ? el("span", { class: "gt-tag" }, t("documents-detail.a-group")) : null, status ? el("span", { class: "gt-tag" }, status) : null),
      link.said ? el("p", { class: "gt-says" }, t("common.says"), bdi(link.said)) : null,
      link.also ? el("p", { class: "gt-also" }, t("documents-detail.also-at-count-of-the", { count: t("count.count-other-places", { count: link.also }) })) : null,
      el("p", { class: "gt-why" }, t("common.why"), bdi(link.reason)));
  }

  mentions({ mentions }) {
    if (!mentions.length) return [];
    const rows = mentions.map((mention) => {
      const { text, reading, place, reason } = mention;
      return el("li", {}, this.name(mention), " · ", bdi(reason || readingInWords(reading)), ...(place && place !== text ? [" · ", bdi(place)] : []));
    });
    return [el("div", { class: "gt-names" }, el("p", { class: "gt-about" }, t("documents-detail.names-in-it")), el("ul", {}, ...rows))];
  }

  // A name leads to the next mention of its place; the one that it led to says which it is.
  name(mention) {
    const name = el("span", { class: `gt-${mention.reading}` }, bdi(mention.text));
    const all = this.actions.mentions(mention);
    if (all.length < 2) return name;
    const isAt = mention === this.actions.mention();
    const step = button(name, () => this.actions.nextMention(mention), { class: "gt-mention", title: t("documents-detail.next-mention-of-this-place"), "aria-current": isAt ? "true" : undefined });
    return el("span", {}, step, isAt ? el("span", { class: "gt-told", "data-testid": "mention-count" }, t("documents-detail.number-of-count-of", { number: all.indexOf(mention) + 1, count: t("count.count-mentions", { count: all.length }) }), bdi(mention.place)) : null);
  }

  dates({ dates }) {
    if (!dates.length) return [];
    const rows = dates.map(({ text, reason }) => el("li", {}, el("span", { class: "gt-date" }, bdi(text)), " · ", bdi(reason)));
    return [el("div", { class: "gt-names", "data-testid": "dates" }, el("p", { class: "gt-about" }, t("documents-detail.dates-in-it")), el("ul", {}, ...rows))];
  }
}

// Where the links of the passage are decided on.
function review(links, passage) {
  return links.slice(0, 1).map((link) => linkTo(pathTo.review(passage, link.id), t("common.review")));
}

function silence(passage, feature) {
  if (passage.note) return t("documents-detail.not-used-as-evidence-note", { note: passage.note });
  return feature ? t("documents-detail.this-passage-does-not-support") : t("documents-detail.this-passage-supports-nothing-on");
}
