// The empty page: what stands where. The list comes before the map for those who read in order.

import { el } from "./dom.js";
import { Notices } from "./notices.js";
import { t } from "./words.js";

export function skeleton(onclear) {
  const canvas = el("div", { class: "gt-map", "data-testid": "evidence-map", role: "region", "aria-label": t("skeleton.map-the-list-has-the") },
    el("p", { class: "gt-loading" }, t("skeleton.drawing-the-map")));
  const top = el("div", { class: "gt-top" });
  const side = el("div", { class: "gt-side" });
  const bottom = el("div", { class: "gt-bottom" });
  const notices = new Notices(onclear);
  const voice = el("p", { class: "gt-voice", role: "status" });
  const stage = el("div", { class: "gt-stage" }, canvas, notices.element, voice);
  const root = el("div", { class: "gt-root" }, el("h1", { class: "gt-aside" }, t("skeleton.map-of-evidence")), top, side, stage, bottom);
  return { root, top, side, bottom, stage, canvas, notices, voice };
}

// Say something for a while, to the eye and to a screen reader.
export function say(voice, words) {
  voice.textContent = words;
  setTimeout(() => { if (voice.textContent === words) voice.textContent = ""; }, 6000);
}
