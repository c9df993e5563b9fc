// What stands beside the map: the list of all features, of those at one place, or one feature.

import { FeatureList } from "./list.js";
import { Panel } from "./panel.js";
import { StackList } from "./stacklist.js";
import { t } from "./words.js";

export class Side {
  constructor(element, content, api, actions) {
    this.element = element;
    this.api = api;
    this.list = new FeatureList(content, actions);
    this.stack = new StackList(content, actions);
    this.panel = new Panel(actions);
    element.append(this.list.element, this.panel.element);
  }

  // Only what is shown stands in the page, so that a feature has one row there.
  turn(part) {
    this.stack.element.hidden = part !== "stack";
    const others = { list: [this.list.element], stack: [this.stack.element] }[part] || [];
    // Taking an element out and putting it back would lose the keyboard's place in it.
    if (this.element.firstElementChild !== [...others, this.panel.element][0]) this.element.replaceChildren(...others, this.panel.element);
    if (part !== "panel") this.panel.clear();
  }

  // Show a feature and, of its passages, the one that was asked for.
  async read(id, asked) {
    const isHeld = this.holds(this.list, this.stack);
    this.turn("panel");
    this.reading = id;
    const ready = this.api.panelNow(id);
    if (ready) this.panel.show(ready, asked);
    else this.panel.wait(t("common.fetching-the-passages"));
    if (isHeld) this.panel.element.focus({ preventScroll: true });
    if (ready) return;
    try {
      const panel = await this.api.panel(id);
      if (this.reading === id) this.panel.show(panel, asked);
    } catch (error) {
      if (this.reading === id) this.panel.wait(t("common.the-passages-cannot-be-shown", { message: error.message }));
    }
  }

  rest(part) {
    const from = this.reading;
    const isHeld = this.holds(this.panel, this.stack);
    this.reading = "";
    this.turn(part);
    if (isHeld && part === "list") this.list.focus(from);
  }

  // Whether the keyboard is on something that may go: then it must go on with what comes.
  holds(...parts) {
    return parts.some(({ element }) => element.contains(document.activeElement));
  }
}
