// The map page: one map for the life of the page, kept in step with what Python says.

import { Api } from "./api.js";
import { afterPaint, button, el } from "./dom.js";
import { Features, coloursOf } from "./features.js";
import { Ground, openMap } from "./ground.js";
import { Lighting } from "./lighting.js";
import { limitsOf } from "./limits.js";
import { frame } from "./map-frame.js";
import { Position } from "./position.js";
import { Reports } from "./reports.js";
import { skeleton } from "./skeleton.js";
import { splitter } from "./splitter.js";
import { loadStyles } from "./styles.js";
import { themeOf } from "./theme.js";
import { t } from "./words.js";

let kept = null; // the page outlives its place in Streamlit's: its map stays as the reader left it

// Streamlit calls this for every change of `data`, and what it returns when the part goes.
export function show(component) {
  const { parentElement, data } = component;
  if (kept?.stamp !== data.stamp) {
    kept?.end();
    kept = new MapPage(component);
  } else if (kept.parent !== parentElement) {
    kept.settle(component);
  } else kept.take(component);
  const page = kept;
  return () => page.leave(parentElement);
}

class MapPage {
  constructor(component) {
    const { data } = component;
    this.component = component;
    this.parent = component.parentElement;
    this.stamp = data.stamp;
    this.reports = new Reports(data.sequence);
    this.opening = this.open(data);
  }

  async open(data) {
    this.api = new Api(data.stamp, data.basemap);
    const fetched = Promise.all([this.api.layers(), this.api.basemap()]);
    await loadStyles(data.styles);
    this.build();
    try {
      [this.content, this.countries] = await fetched;
    } catch (error) {
      this.fail(error);
      return;
    }
    this.fill(data);
  }

  build() {
    Object.assign(this, skeleton(() => this.showEverything()));
    this.root.insertBefore(splitter(this, () => this.map?.invalidateSize({ pan: false })), this.stage);
    this.root.addEventListener("keydown", (event) => this.key(event));
    this.parent?.append(this.root);
  }

  fail(error) {
    this.canvas.replaceChildren(el("div", { class: "gt-failure" }, el("p", {}, t("common.the-map-cannot-be-shown", { message: error.message })), button(t("common.try-again"), () => location.reload())));
  }

  fill(data) {
    this.theme = themeOf(this.root);
    this.root.dataset.theme = this.theme;
    this.canvas.replaceChildren();
    this.map = openMap(this.canvas);
    window.groundtextMap = this.map;
    this.ground = new Ground(this.map, this.theme);
    this.content.colours = coloursOf(this.content.layers);
    this.visible = this.layersOf(data.view);
    frame(this);
    this.map.invalidateSize({ animate: false });
    this.look(); // not before all that stands around the map has its size
    this.ground.show(this.countries);
    this.features = new Features(this.map, this.content, (ids) => this.pickAt(ids));
    this.map.on("zoomend", () => this.ground.names.setSigns(this.features.signPositions()));
    this.map.on("click", () => this.stackIds && this.close());
    this.lighting = new Lighting(this.map, this.canvas);
    this.position = new Position(this.map, this.canvas);
    this.apply(data, true);
    requestAnimationFrame(() => {
      this.canvas.dataset.ready = "true";
      (window.requestIdleCallback || setTimeout)(() => this.api.prefetch());
    });
  }

  // What a file that is saved holds: the layers that are on, null where all are.
  kept() {
    const isAll = this.visible.size === this.content.layers.length;
    return { layers: isAll ? null : [...this.visible], picked: this.picked };
  }

  // ---- what Python says -------------------------------------------------------------------

  async take(component) {
    this.component = component;
    await this.opening;
    if (!this.features) return;
    const { data } = component;
    const theme = themeOf(this.root);
    if (theme !== this.theme) {
      this.theme = theme;
      this.root.dataset.theme = theme;
      this.ground.setTheme(theme);
    }
    // An echo of a report that is not the last one would turn the page back: it is passed over.
    const isCurrent = this.reports.isCurrent(data.sequence);
    this.reports.heard(data.sequence, component);
    if (isCurrent) this.apply(data, false);
  }

  apply(data, isFirst) {
    this.data = data;
    const { view } = data;
    const visible = this.layersOf(view);
    const before = this.limits;
    this.limits = limitsOf(this.content, data);
    this.notices.show(data, this.limits);
    this.controls.certain.checked = view.certain;
    this.strip?.set(data.period, view);
    const isLimited = this.limits.key !== before?.key;
    if (isFirst || isLimited || !equal(visible, this.visible) || view.q !== this.list.words) {
      this.visible = visible;
      this.controls.inputs.forEach((input, id) => { input.checked = visible.has(id); });
      if (isLimited) this.features.only(this.limits.ids, visible);
      else this.features.show(visible);
      this.list.show(visible, view.q, this.limits.ids);
      this.names();
    }
    if (view.feature !== this.picked || isFirst) this.select(view.feature, view);
    else if (!view.feature) this.asked = { document: view.document, start: view.start, end: view.end };
    if (isFirst && view.feature && !view.at) this.zoom();
    this.position.go(view.at);
  }

  layersOf(view) {
    const all = this.content.layers.map((layer) => layer.id);
    return new Set(view.layers ? all.filter((id) => view.layers.includes(id)) : all);
  }

  // ---- what the reader does ---------------------------------------------------------------

  pickAt(ids) {
    if (ids.length === 1) {
      this.pick(ids[0], false);
      return;
    }
    const wasPicked = Boolean(this.picked);
    this.select("");
    if (wasPicked) this.report("picked");
    this.stackIds = ids;
    this.features.pick(ids);
    this.beside.rest("stack");
    this.stack.show(ids);
  }

  pick(id, byList) {
    this.cameFrom = this.stackIds?.includes(id) ? this.stackIds : null;
    this.select(id);
    if (byList) this.panel.element.focus({ preventScroll: true });
    this.report("picked");
  }

  // Back to where the picked feature was picked: the list of its place, or of all features.
  close() {
    const from = this.picked;
    const stack = this.cameFrom;
    if (from && stack) {
      this.pickAt(stack);
      this.stack.focus(from);
      return;
    }
    this.select("");
    this.list.focus(from);
    if (from) this.report("picked");
  }

  toggle(id, on) {
    if (on) this.visible.add(id);
    else this.visible.delete(id);
    this.features.show(this.visible);
    this.report("view");
    afterPaint(() => {
      this.list.show(this.visible, this.list.words, this.limits.ids);
      this.names();
    });
  }

  // Lift all limits; Python answers with a view without them.
  showEverything() {
    this.asked = { ...this.asked, document: "", start: null, end: null };
    this.limit({ document: "", from_: "", to: "", certain: false });
    this.root.querySelector(".gt-find, .gt-evidence:not([hidden])")?.focus();
  }

  limit(change) {
    this.limits = { ...this.limits, ...change };
    this.report("view");
  }

  reset() {
    this.look();
    if (!this.position.at) return;
    this.position.at = "";
    this.report("view");
  }

  find() {
    clearTimeout(this.finding);
    this.finding = setTimeout(() => this.report("view"), 600);
  }

  key(event) {
    if (event.key === "Escape" && (this.picked || this.stackIds)) this.close();
  }

  report(name) {
    this.reports.tell(name, { ...this.view(), layers: [...this.visible] }, this.component);
  }

  view() {
    const { from_, to, certain } = this.limits;
    return { feature: this.picked, ...this.asked, from_, to, certain, layers: this.kept().layers, q: this.list.words, at: this.position.at };
  }

  // ---- what is shown ----------------------------------------------------------------------

  select(id, { document = this.limits.document, start = null, end = null } = {}) {
    this.picked = id;
    this.asked = { document, start, end }; // the passage that a link asked for
    this.stackIds = null;
    if (!this.cameFrom?.includes(id)) this.cameFrom = null;
    this.panel.backTo = this.cameFrom ? t("map.length-at-this-place", { length: this.cameFrom.length }) : t("common.all-features");
    this.features.pick(this.membersOf(id));
    if (id) this.beside.read(id, this.asked);
    else this.beside.rest("list");
  }

  membersOf(id) { return this.content.groups.find((group) => group.id === id)?.members || (id ? [id] : []); }

  zoom() {
    const bounds = this.features.bounds(this.membersOf(this.picked));
    if (bounds.isValid()) this.map.fitBounds(bounds, { maxZoom: 8, padding: [40, 40], animate: false });
  }

  look() {
    this.hasSize = this.canvas.clientWidth > 0;
    const [west, south, east, north] = this.content.bounds;
    this.map.fitBounds([[south, west], [north, east]], { padding: [24, 24], animate: false });
  }

  names() {
    const shown = this.content.features.filter(({ id, properties }) => this.visible.has(properties.layer) && this.features.byId.has(id));
    this.ground.names.setSigns(this.features.signPositions());
    this.ground.names.setFeatures(this.features.nameEntries(shown));
  }

  // ---- coming and going -------------------------------------------------------------------

  leave(parent) {
    if (this.parent !== parent) return; // it has moved on already
    this.focused = this.root?.contains(document.activeElement) ? document.activeElement : null;
    this.scrolled = [...(this.side?.children || [])].map((part) => part.scrollTop);
    this.root?.remove();
    this.parent = null;
  }

  // Take a new place in the page, just as it was; a link to another feature is followed.
  async settle(component) {
    this.parent = component.parentElement;
    await this.opening;
    if (this.parent !== component.parentElement) return;
    const before = this.picked;
    this.parent.append(this.root);
    window.groundtextMap = this.map;
    this.map?.invalidateSize({ pan: false });
    if (this.map && !this.hasSize) this.look();
    this.focused?.focus({ preventScroll: true }); // before what Python says, which may move it on
    await this.take(component);
    [...this.side.children].forEach((part, i) => { part.scrollTop = this.scrolled[i]; });
    if (this.picked && this.picked !== before && !this.position.at) this.zoom();
  }

  // Another workspace has come: its ids and layers are others.
  async end() {
    await this.opening;
    this.lighting?.end();
    this.map?.remove();
    this.root.remove();
  }
}

function equal(one, other) { return one.size === other.size && [...one].every((id) => other.has(id)); }
