// The timeline page: lanes of time under the map; one period for both, and for all that is listed.

import { Api, fetchJson } from "./api.js";
import { bdi, button, el } from "./dom.js";
import { Features, coloursOf } from "./features.js";
import { Ground, openMap } from "./ground.js";
import { loadStyles } from "./styles.js";
import { LivePage, shownAs } from "./lifecycle.js";
import { linkTo } from "./navigation.js";
import { TimeAxis, dayOfIso, spansOf } from "./time-axis.js";
import { Brush } from "./time-brush.js";
import { Player, edtfOf, fadeOn, isWithin, rangeOf, wordsOf } from "./time-strip.js";
import { lanesOf } from "./timeline-data.js";
import { Lanes } from "./timeline-lanes.js";
import { TimeList } from "./timeline-list.js";
import { t } from "./words.js";

export const show = shownAs((component) => new TimelinePage(component));

class TimelinePage extends LivePage {
  async open(data) {
    this.range = null;
    this.picked = "";
    const api = new Api(data.stamp, data.basemap);
    const fetched = Promise.all([api.layers(), api.basemap(), fetchJson(`/groundtext/timeline/${data.stamp}.json`)]);
    await loadStyles(data.styles);
    this.build();
    try {
      this.draw(...await fetched);
    } catch (error) {
      this.lanesFrame.replaceChildren(el("p", { class: "gt-said" }, t("timeline.the-timeline-cannot-be-shown", { message: error.message })), button(t("common.try-again"), () => location.reload(), { class: "gt-link" }));
      return;
    }
    this.isOpen = true;
    this.apply(data);
    requestAnimationFrame(() => { this.canvas.dataset.ready = "true"; });
  }

  build() {
    this.canvas = el("div", { class: "gt-map", "data-testid": "evidence-map", role: "region", "aria-label": t("timeline.map-of-the-period-the") });
    this.notices = el("div", { class: "gt-notices", role: "alert" });
    this.words = el("p", { class: "gt-time-words", role: "status", "data-testid": "period" });
    this.clear = button(t("timeline.show-all-times"), () => this.brush.move(this.axis.domain, true), { class: "gt-plain" });
    this.widen = button(t("timeline.show-earlier-years"), () => this.span(), { class: "gt-plain" });
    this.lanesFrame = el("div", { class: "gt-lanes-frame", tabindex: "-1" });
    this.bar = el("div", { class: "gt-time-bar" }, this.words, this.clear, el("span", { class: "gt-space" }), this.widen);
    this.time = el("section", { class: "gt-time", "aria-label": t("timeline.timeline") }, this.bar, this.lanesFrame);
    this.side = el("div", { class: "gt-time-side" });
    this.settle(el("div", { class: "gt-root gt-timeline" }, el("h1", { class: "gt-aside" }, t("timeline.timeline")),
      el("div", { class: "gt-stage" }, this.canvas, this.notices), this.side, this.time));
  }

  draw(content, ground, times) {
    content.colours = coloursOf(content.layers);
    this.content = content;
    this.drawMap(content, ground);
    const lanes = lanesOf(content, times);
    this.spans = spansOf(lanes.flatMap(({ marks }) => marks));
    this.axis = new TimeAxis(...this.spans.short);
    this.lanes = new Lanes(lanes, this.axis, (entry) => this.pick(entry));
    this.brush = new Brush(this.axis, { change: (range) => this.show(range), settle: () => this.report() });
    this.player = new Player({ axis: this.axis, shown: () => this.range, move: (range) => this.brush.move(range, false), rest: () => this.report() });
    this.bar.prepend(this.player.element);
    this.list = new TimeList(times, (id) => this.pickFeature(id));
    this.side.append(this.list.element);
    this.years = el("div", { class: "gt-years", "aria-hidden": "true" });
    this.plot = el("div", { class: "gt-plot" }, this.brush.element, this.lanes.canvas);
    this.brush.over(this.plot);
    this.widen.hidden = this.spans.short === this.spans.whole;
    this.lanesFrame.append(this.years, this.lanes.titles, this.plot);
    if (!lanes.length) this.sayUndated();
    if (times.undated) this.time.append(el("p", { class: "gt-time-undated" }, t("timeline.undated", { count: times.undated })));
    this.sizes = new ResizeObserver(() => this.fit());
    this.sizes.observe(this.plot);
    this.fit();
  }

  // Without a date there is no time to draw, or to pick.
  sayUndated() {
    this.bar.hidden = true;
    this.lanesFrame.hidden = true;
    this.time.prepend(el("p", { class: "gt-said", "data-testid": "nothing-dated" }, t("timeline.nothing-has-a-date"), " ", linkTo("/import", t("timeline.say-when-documents-appeared"), { class: "gt-link" })));
  }

  drawMap(content, ground) {
    this.map = openMap(this.canvas);
    window.groundtextMap = this.map;
    const [west, south, east, north] = content.bounds;
    this.map.fitBounds([[south, west], [north, east]], { padding: [8, 8], animate: false });
    this.ground = new Ground(this.map, this.root.dataset.theme);
    this.ground.show(ground);
    this.features = new Features(this.map, content, (ids) => this.pickFeature(ids[0]));
    this.features.show(content.layers.map(({ id }) => id));
    this.map.on("zoomend layeradd", () => requestAnimationFrame(() => this.fadeMap()));
  }

  fit() {
    const width = this.plot.clientWidth;
    if (!width || width === this.axis.drawn) return;
    this.axis.drawn = width;
    this.lanes.draw(width);
    this.years.replaceChildren(...this.axis.ticks().map(({ day, words }) => el("span", { style: `left: ${this.axis.x(day)}px` }, words)));
    this.brush.place();
    this.fade();
  }

  // The whole span of years, or the one that most has happened in.
  span() {
    const isWhole = this.axis.domain === this.spans.whole;
    this.axis.domain = isWhole ? this.spans.short : this.spans.whole;
    this.widen.textContent = isWhole ? t("timeline.show-earlier-years") : t("timeline.show-fewer-years");
    this.axis.drawn = 0;
    this.fit();
    this.show(this.range);
  }

  // ---- what Python says -------------------------------------------------------------------

  apply({ view, period, notices }) {
    this.notices.replaceChildren(...notices.map((words) => el("p", {}, bdi(words))));
    this.picked = view.feature;
    if (this.begins(period)) this.span();
    const range = rangeOf(period);
    this.written = { range, from_: view.from_, to: view.to };
    if (!this.player.playing) this.brush.set(range);
    this.show(this.brush.range);
  }

  // Whether a period begins before the years that are shown.
  begins({ since }) {
    return Boolean(since) && dayOfIso(since) < this.axis.domain[0] && this.axis.domain !== this.spans.whole;
  }

  report() {
    this.reports.tell("period", { ...edtfOf(this.range, this.written), feature: this.picked }, this.component);
  }

  // ---- what the reader does ---------------------------------------------------------------

  pick(entry) {
    if (entry.kind === "document") this.brush.move(this.brush.rounded([entry.first ?? this.axis.domain[0], entry.last ?? this.axis.domain[1]]), true);
    else this.pickFeature(entry.target || entry.id);
  }

  pickFeature(id) {
    this.picked = this.picked === id ? "" : id;
    this.show(this.range);
    this.report();
  }

  // ---- what is shown ----------------------------------------------------------------------

  show(range) {
    this.range = range;
    this.words.textContent = wordsOf(range, this.axis.domain);
    this.clear.hidden = !range;
    this.fade();
    this.list.show(range, this.picked, this.picked ? this.targets() : null);
  }

  fade() {
    this.lanes.fade(({ first, last }) => !isWithin(first, last, this.range), this.picked);
    this.fadeMap();
    this.features.pick(this.picked ? this.members(this.picked) : []);
  }

  fadeMap() {
    const out = new Set(this.lanes?.lanes.flatMap(({ marks }) => marks).filter(({ kind, first, last }) => kind === "feature" && !isWithin(first, last, this.range)).map(({ id }) => id));
    fadeOn(this.canvas, out);
  }

  members(id) {
    return this.content.groups.find((group) => group.id === id)?.members || [id];
  }

  // What a picked feature's passages are about: itself, and the groups that it belongs to.
  targets() {
    const groups = this.content.groups.filter(({ members }) => members.includes(this.picked)).map(({ id }) => id);
    return new Set([this.picked, ...groups]);
  }

  end() {
    this.player?.end();
    this.sizes?.disconnect();
  }
}
