// A passage's citation to copy, in a small box below the button that opens it.

import { fetchJson } from "./api.js";
import { toClipboard } from "./clipboard.js";
import { button, el } from "./dom.js";
import { t } from "./words.js";

let serial = 0; // ids that tell the boxes of a page apart
let last = 0; // the form that was looked at last is the one that is wanted next

// The button for a passage's deeds, and the box for below them.
export function citer({ document, start, end }, say) {
  const cite = new Cite({ document, start, end }, say);
  return [cite.button, cite.box];
}

class Cite {
  constructor(place, say) {
    this.place = place;
    this.say = say; // (words): into the page's live region
    this.id = `gt-cite-${(serial += 1)}`;
    this.button = button(t("cite.cite"), () => this.turn(this.box.hidden), { class: "gt-link", "aria-expanded": "false", "aria-controls": this.id, "data-testid": "cite", onkeydown: (event) => this.leave(event) });
    this.box = el("section", { class: "gt-cite", id: this.id, "aria-label": t("cite.citation-of-this-passage"), "aria-live": "off", "data-testid": "cite-box", hidden: true, onkeydown: (event) => this.key(event) });
  }

  // The browser alone knows the address under which the reader reaches this app.
  get permalink() {
    return `${location.origin}/documents?${new URLSearchParams(this.place)}`;
  }

  async turn(isOpen) {
    this.box.hidden = !isOpen;
    this.button.setAttribute("aria-expanded", String(isOpen));
    if (!isOpen || this.forms) return;
    this.box.replaceChildren(el("p", { class: "gt-said", role: "status" }, t("cite.fetching-the-citation")));
    const { document, start, end } = this.place;
    try {
      const { forms } = await fetchJson(`/groundtext/cite/${encodeURIComponent(document)}.json?${new URLSearchParams({ start, end })}`);
      this.forms = forms.map(([name, before, after]) => ({ name, text: `${before}${this.permalink}${after}` }));
      this.fill();
    } catch (error) {
      this.box.replaceChildren(el("p", { class: "gt-said", role: "alert" }, t("cite.there-is-no-citation-message", { message: error.message })));
    }
  }

  fill() {
    this.tabs = this.forms.map(({ name }, i) => button(name, () => this.show(i), { class: "gt-tab", role: "tab", id: `${this.id}-tab-${i}`, "aria-controls": `${this.id}-text` }));
    this.text = el("div", { class: "gt-cite-text", role: "tabpanel", id: `${this.id}-text`, tabindex: "0", "data-testid": "citation" });
    this.box.replaceChildren(
      el("div", { class: "gt-cite-head" },
        el("div", { class: "gt-tabs", role: "tablist", "aria-label": t("cite.form") }, ...this.tabs),
        this.copier = button(t("cite.copy"), () => this.copy(), { class: "gt-do" })),
      this.text,
      el("p", { class: "gt-about" }, t("cite.the-address-works-where-this")));
    this.show(last);
    this.box.scrollIntoView({ block: "nearest" });
  }

  show(at) {
    this.at = last = at;
    this.copier.textContent = t("cite.copy");
    this.tabs.forEach((tab, i) => {
      tab.setAttribute("aria-selected", String(i === at));
      tab.tabIndex = i === at ? 0 : -1;
    });
    this.text.setAttribute("aria-labelledby", this.tabs[at].id);
    this.text.classList.toggle("is-code", this.forms[at].name === "BibTeX");
    this.text.textContent = this.forms[at].text;
  }

  // Keys are the box's own: on the pages arrows lead to other passages, and letters decide.
  key(event) {
    event.stopPropagation();
    this.leave(event);
    const step = { ArrowRight: 1, ArrowLeft: -1, Home: -this.at, End: -this.at - 1 }[event.key];
    if (step === undefined || event.target.getAttribute("role") !== "tab") return;
    event.preventDefault();
    this.show((this.at + step + this.tabs.length) % this.tabs.length);
    this.tabs[this.at].focus();
  }

  leave(event) {
    if (event.key !== "Escape" || this.box.hidden) return;
    event.stopPropagation(); // the page lets go of the passage at the next Escape
    this.turn(false);
    this.button.focus();
  }

  async copy() {
    const { name, text } = this.forms[this.at];
    const isCopied = await toClipboard(text);
    if (isCopied) this.copier.textContent = t("cite.copied"); // for eyes that are here and not on the page's voice
    this.say(isCopied ? t("cite.the-citation-is-copied-name", { name }) : t("cite.the-browser-let-nothing-be"));
  }
}
