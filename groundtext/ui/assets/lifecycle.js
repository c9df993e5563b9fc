// A page as Streamlit brings it: made once, told of every change, taken away at the end.

import { Reports } from "./reports.js";
import { themeOf } from "./theme.js";

// Streamlit calls what this returns for every change of `data`; the first call makes the page, and
// what a call returns is called when the part goes.
export function shownAs(make) {
  const pages = new WeakMap();
  return (component) => {
    const { parentElement } = component;
    const page = pages.get(parentElement);
    if (page) page.take(component);
    else pages.set(parentElement, make(component));
    return () => {
      pages.get(parentElement)?.leave();
      pages.delete(parentElement);
    };
  };
}

// A page has `open(data)`, which makes its root and, unless it fails, sets `isOpen`; `apply(data)`
// for what Python says; `setTheme(theme)`; and `end()` for what outlives its elements.
export class LivePage {
  constructor(component) {
    this.component = component;
    this.stamp = component.data.stamp;
    this.reports = new Reports(component.data.sequence);
    this.opening = this.open(component.data);
  }

  // Put the page where Streamlit wants it.
  settle(root) {
    this.root = root;
    root.dataset.theme = themeOf(this.component.parentElement);
    this.component.parentElement.append(root);
  }

  async take(component) {
    this.component = component;
    await this.opening;
    const { data } = component;
    if (data.stamp !== this.stamp) {
      location.reload(); // another workspace: its ids are others
      return;
    }
    const theme = themeOf(component.parentElement);
    if (theme !== this.root.dataset.theme) {
      this.root.dataset.theme = theme;
      this.setTheme(theme);
    }
    // An echo of a report that is not the last one would turn the page back: it is passed over.
    const isCurrent = this.reports.isCurrent(data.sequence);
    this.reports.heard(data.sequence, component);
    if (isCurrent && this.isOpen) await this.apply(data);
  }

  setTheme(theme) {
    this.ground?.setTheme(theme);
  }

  async leave() {
    await this.opening;
    this.end();
    if (this.map && window.groundtextMap === this.map) delete window.groundtextMap;
    this.map?.remove();
    this.root?.remove();
  }

  end() {
    this.lighting?.end();
  }
}
