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
    this.turn("panel");
    this.reading = id;
    const ready = this.api.panelNow(id);
    if (ready) {
      this.panel.show(ready, asked);
      return;
    }
    this.panel.wait(t("common.fetching-the-passages"));
    try {
      const panel = await this.api.panel(id);
      if (this.reading === id) this.panel.show(panel, asked);
    } catch (error) {
      if (this.reading === id) this.panel.wait(t("common.the-passages-cannot-be-shown", { message: error.message }));
    }
  }

  rest(part) {
    this.reading = "";
    this.turn(part);
  }
}
