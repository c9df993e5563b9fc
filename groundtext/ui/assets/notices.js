// The lines over the map: what is amiss, what is left out, and what a build could not use.

import { bdi, button, el } from "./dom.js";
import { linkTo } from "./navigation.js";
import { t } from "./words.js";

export class Notices {
  constructor(onclear) {
    this.onclear = onclear;
    this.alerts = el("div", { role: "alert" });
    this.quiet = el("div", { role: "status" });
    this.element = el("div", { class: "gt-notices" }, this.alerts, this.quiet);
  }

  show({ notices, unused }, limits) {
    this.alerts.replaceChildren(...notices.map((words) => el("p", {}, bdi(words))));
    this.quiet.replaceChildren(...[
      limits.words ? this.line(limits.words, button(t("notices.show-everything"), this.onclear, { class: "gt-link" })) : null,
      unused ? this.line(unused, linkTo("/sources", t("notices.see-the-sources"), { class: "gt-link" })) : null,
    ].filter(Boolean));
  }

  line(words, deed) {
    return el("p", { class: "gt-quiet" }, el("span", {}, bdi(words)), deed);
  }
}
