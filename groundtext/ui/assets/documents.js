// The documents page: a text to read, and beside it the map of what its passages support.

import { Api, fetchJson } from "./api.js";
import { adderFor } from "./documents-add.js";
import { readingAids } from "./documents-key.js";
import { say } from "./skeleton.js";
import { documentHeading } from "./documents-list.js";
import { DocumentFeatures } from "./documents-map.js";
import { NamedPlaces } from "./documents-places.js";
import { buildParts } from "./documents-parts.js";
import { toClipboard } from "./clipboard.js";
import { button, el } from "./dom.js";
import { coloursOf } from "./features.js";
import { Ground, openMap } from "./ground.js";
import { StackList } from "./stacklist.js";
import { LivePage, shownAs } from "./lifecycle.js";
import { loadStyles } from "./styles.js";
import { t } from "./words.js";

const WITHIN_DEG = 40; // of longitude to each side of the middle: from Kabul as far as Istanbul
export const show = shownAs((component) => new DocumentsPage(component));

class DocumentsPage extends LivePage {
  async open(data) {
    this.picked = { document: "", start: null, end: null, feature: "" };
    this.documents = new Map();
    const api = new Api(data.stamp, data.basemap);
    const fetched = Promise.all([api.layers(), api.basemap(), fetchJson(`/groundtext/documents/${data.stamp}.json`)]);
    await loadStyles(data.styles);
    buildParts(this);
    try {
      const [content, ground, { documents }] = await fetched;
      this.cards = documents;
      this.fill(content, ground);
    } catch (error) {
      this.fail(error);
      return;
    }
    this.isOpen = true;
    await this.apply(data, true);
    requestAnimationFrame(() => { this.canvas.dataset.ready = "true"; });
  }

  fail(error) {
    this.reader.replaceChildren(el("p", { class: "gt-said" }, t("documents.the-documents-cannot-be-shown", { message: error.message })), button(t("common.try-again"), () => location.reload(), { class: "gt-link" }));
  }

  fill(content, ground) {
    this.map = openMap(this.canvas);
    window.groundtextMap = this.map;
    this.bounds = content.bounds;
    this.look();
    this.ground = new Ground(this.map, this.root.dataset.theme);
    this.ground.show(ground);
    content.colours = coloursOf(content.layers);
    this.places = new NamedPlaces(this.map, (withActors) => { this.actors.element.hidden = !withActors; });
    this.features = new DocumentFeatures(this.map, content, (ids) => this.pickFeature(ids));
    this.stack = new StackList(content, { pick: (id) => this.pickFeature([id]), close: () => this.turn("detail") });
    this.adder = adderFor(this, content);
    this.map.on("click", () => this.close());
  }

  // ---- what Python says -------------------------------------------------------------------

  setTheme(theme) {
    super.setTheme(theme);
    this.reading.paint();
  }

  async apply({ view, notices }, isFirst = false) {
    this.notices.replaceChildren(...notices.map((words) => el("p", {}, words)));
    const { document, start, end, feature } = view;
    const wanted = { document, start, end, feature };
    if (!isFirst && JSON.stringify(wanted) === JSON.stringify(this.picked)) return;
    await this.select(wanted, { reveal: "center" });
  }

  // ---- what the reader does ---------------------------------------------------------------

  pickPassage(passage, feature) {
    this.pick({ document: this.picked.document, start: passage.start, end: passage.end, feature });
  }

  pickFeature(ids) {
    if (this.adder.isOpen) {
      this.adder.choose(ids[0]);
      return;
    }
    if (ids.length > 1) {
      this.turn("stack");
      this.features.pick(ids);
      this.stack.show(ids);
      return;
    }
    const [passage] = this.text.supporting(this.features.targetsOf(ids[0]));
    const { start = null, end = null } = passage || {};
    this.pick({ document: this.picked.document, start, end, feature: ids[0] });
  }

  // To the next passage of the picked feature, or of any; with `all`, also those that support nothing.
  step(by, all = false) {
    const feature = all ? "" : this.picked.feature;
    const ids = feature && this.features.targetsOf(feature);
    const passages = ids ? this.text.supporting(ids) : this.text.passages.map((entry) => entry.passage).filter(({ links }) => all || links.length);
    if (!passages.length) return;
    const at = passages.indexOf(this.passage);
    const next = at < 0 ? passages[0] : passages[(at + by + passages.length) % passages.length];
    this.pickPassage(next, feature);
  }

  // The keyboard stays on the name, which leads to the next mention again.
  nextMention(mention) {
    this.isStepping = true;
    this.pickPassage(this.reading.mentions.next(mention), "");
  }

  close() {
    this.turn("detail");
    if (this.picked.start !== null || this.picked.feature) this.pick({ document: this.picked.document });
  }

  key(event) {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    const isSelecting = event.shiftKey && !document.getSelection().isCollapsed;
    const isElsewhere = isSelecting || event.target.closest("input, textarea, summary, .gt-map");
    if (event.key === "Escape" && this.adder?.isOpen) this.adder.close();
    else if (event.key === "Escape") this.close();
    else if (step && !isElsewhere && !event.ctrlKey && !event.altKey && !event.metaKey) {
      event.preventDefault();
      this.step(step, event.shiftKey);
    }
  }

  async pick(wanted) {
    const whole = { document: "", start: null, end: null, feature: "", ...wanted };
    this.reports.tell("picked", whole, this.component);
    await this.select(whole, { reveal: "nearest" });
  }

  async copy() {
    const { document, start, end, feature } = this.picked;
    const query = new URLSearchParams({ document, start, end, ...(feature ? { feature } : {}) });
    const address = `${location.origin}${location.pathname}?${query}`;
    const isCopied = await toClipboard(address);
    this.say(isCopied ? t("common.the-link-to-this-passage") : t("common.copy-this-link-address", { address }));
  }

  // ---- what is shown ----------------------------------------------------------------------

  async select(wanted, { reveal }) {
    const isOther = wanted.document !== this.picked.document || !this.shown;
    this.picked = wanted;
    const before = this.shown?.id;
    const isHeld = isOther && [this.list.element, this.head].some((part) => part.contains(document.activeElement));
    if (isOther) await this.turnTo(wanted.document);
    if (this.picked !== wanted) return;
    if (isHeld && wanted.document) this.head.querySelector(".gt-name")?.focus({ preventScroll: true });
    else if (isHeld) this.list.focus(before);
    this.turn("detail");
    const { start, end, feature } = wanted;
    this.passage = start === null ? undefined : this.text.at(start, end ?? start + 1);
    const targets = feature ? this.features.targetsOf(feature) : new Set();
    if (feature && !this.passage) [this.passage] = this.text.supporting(targets);
    const ids = feature ? [feature] : (this.passage?.links || []).map((link) => link.id);
    this.text.mark(this.passage, feature ? targets : new Set(ids));
    this.reading.mark(this.passage, feature ? targets : new Set(ids));
    this.features.pick(ids.flatMap((id) => this.features.drawnFor(id)));
    this.describe(feature, targets);
    if (this.passage) this.text.reveal(this.passage, reveal);
  }

  describe(feature, targets) {
    if (!this.passage) {
      this.detail.rest(this.shown?.evidence);
      return;
    }
    const passages = feature ? this.text.supporting(targets) : [];
    const named = feature && { id: feature, name: this.features.nameOf(feature), targets };
    if (this.passage) this.adder.offer(this.passage, this.picked.document);
    this.detail.show({ passage: this.passage, feature: named, at: passages.indexOf(this.passage), of: passages.length, focus: this.isStepping });
    this.isStepping = false;
  }

  async turnTo(id) {
    this.list.show(this.cards, id);
    this.root.classList.toggle("is-reading", Boolean(id));
    if (!id) {
      this.shown = null;
      this.head.replaceChildren(el("p", { class: "gt-said" }, t("documents.pick-a-document-to-read")));
      this.text.show({ parts: [] });
      this.reading.show();
      this.places.show([], "");
      this.features.only(new Set());
      return;
    }
    try {
      this.shown = await this.fetchDocument(id);
    } catch (error) {
      this.fail(error);
      return;
    }
    this.text.show(this.shown);
    this.reading.show((passage) => this.features.colourFor(passage));
    this.places.show(this.text.passages, getComputedStyle(this.root).getPropertyValue("--gt-muted").trim());
    this.actors.show(this.text.passages.map(({ passage }) => passage));
    this.head.replaceChildren(documentHeading(this.shown, () => this.pick({})), readingAids(this.places.element, this.actors.element));
    this.reader.scrollTop = 0;
    this.showOwn();
    this.look();
    this.ground.names.setSigns(this.features.signPositions());
    this.ground.names.setFeatures(this.features.nameEntries([...this.features.byId.values()]));
  }

  // On the map stands what the document supports, and nothing else.
  showOwn() {
    const targets = this.text.passages.flatMap(({ passage }) => passage.links.map((link) => link.id));
    this.features.only(new Set(targets.flatMap((target) => this.features.drawnFor(target))));
  }

  async fetchDocument(id) {
    if (!this.documents.has(id)) {
      this.documents.set(id, await fetchJson(`/groundtext/document/${encodeURIComponent(id)}.json`));
    }
    return this.documents.get(id);
  }

  // Only what is shown stands in the page, so that a feature has one row there.
  turn(part) {
    const shown = part === "stack" ? this.stack.element : this.detail.element;
    shown.hidden = false;
    if (this.side.firstElementChild !== shown) this.side.replaceChildren(shown, this.adder.element);
  }

  zoom() {
    const ids = this.picked.feature ? [this.picked.feature] : (this.passage?.links || []).map((link) => link.id);
    this.features.zoomTo(ids);
    this.canvas.scrollIntoView({ block: "nearest" }); // on a narrow screen it stands after the text
  }

  // Show what the document supports; what lies half a world away does not shrink the rest.
  look() {
    this.map.invalidateSize({ animate: false }); // on a narrow screen it had none before a document was open
    const [west, south, east, north] = this.bounds;
    const near = this.features ? this.features.near(WITHIN_DEG) : null;
    this.map.fitBounds(near?.isValid() ? near : [[south, west], [north, east]], { maxZoom: 6, padding: [24, 24], animate: false });
  }

  say(words) { say(this.voice, words); }

  end() {
    this.reading?.leave();
  }
}
