// All that stands around the map: the layers over it, what is beside it, and the line under it.

import { footer, toolbar } from "./controls.js";
import { el } from "./dom.js";
import { searching } from "./searching.js";
import { addressOf, shareMenu } from "./sharing.js";
import { Side } from "./side.js";
import { say } from "./skeleton.js";
import { dayOfIso } from "./time-axis.js";
import { Following } from "./time-following.js";
import { TimeStrip } from "./time-strip.js";
import { invitation } from "./tour.js";

export function frame(page) {
  searching.renew(page.stamp);
  const tell = (words) => say(page.voice, words);
  page.controls = toolbar(page.content, page.visible, { toggle: (id, on) => page.toggle(id, on), certain: (on) => page.limit({ certain: on }) });
  page.beside = new Side(page.side, page.content, page.api, {
    pick: (id) => page.pick(id, true), find: () => page.find(), close: () => page.close(), zoom: () => page.zoom(), reset: () => page.reset(), say: tell,
  });
  ({ list: page.list, stack: page.stack, panel: page.panel } = page.beside);
  const offer = invitation();
  if (offer) page.list.element.prepend(offer);
  page.top.append(page.controls.bar);
  page.stage.append(page.controls.key);
  page.strip = stripOf(page);
  page.bottom.append(el("div", { class: "gt-limits" }, page.strip?.element, page.controls.sure));
  const share = shareMenu(page.canvas, {
    address: () => addressOf({ ...page.view(), at: page.position.now() }), words: () => page.limits.words || page.content.coverage.text, say: tell,
  });
  page.bottom.append(footer(page.content, { view: () => page.kept(), pick: (id) => page.pick(id, true), share }));
}

// The years under the map, or null where nothing has a date.
function stripOf(page) {
  const marks = page.content.features.map(({ id, properties: { since, until } }) => ({ id, first: dayOfIso(since), last: dayOfIso(until) }));
  const dated = marks.filter(({ first, last }) => first !== null || last !== null);
  if (!dated.length) return null;
  const following = new Following(page, marks);
  page.stage.append(following.words);
  return new TimeStrip(dated, { change: (range, words) => following.show(range, words), settle: (period) => page.limit(period), rest: () => following.end() });
}
