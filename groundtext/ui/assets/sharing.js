// The menu under the map that hands its view on: as a link, as a picture, on paper.

import { button, el } from "./dom.js";
import { t } from "./words.js";

const CREDIT = t("sharing.groundtext-natural-earth-de-facto");

// `address` returns the link to the view, `words` what it shows, `say` tells the reader something.
export function shareMenu(canvas, { address, words, say }) {
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(address());
      say(t("sharing.the-link-to-this-view"));
    } catch {
      say(t("common.copy-this-link-address", { address: address() }));
    }
  };
  const picture = async () => {
    try {
      const { pictureOf } = await import("./picture.js"); // few want one
      const blob = await pictureOf(canvas, [words(), `${CREDIT} · ${address()}`]);
      const link = el("a", { href: URL.createObjectURL(blob), download: "groundtext-map.png" });
      link.click();
      setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
    } catch (error) {
      say(t("sharing.the-picture-cannot-be-made", { message: error.message }));
    }
  };
  const summary = el("summary", {}, t("sharing.share"));
  const deeds = [[t("sharing.copy-a-link-to-this"), copy], [t("sharing.save-the-map-as-a"), picture], [t("sharing.print"), () => print()]];
  const menu = el("details", { class: "gt-forms", "data-testid": "share" }, summary,
    el("div", {}, el("ul", {}, ...deeds.map(([name, deed]) => el("li", {}, button(name, () => { menu.open = false; deed(); }, { class: "gt-link" }))))));
  menu.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !menu.open) return;
    event.stopPropagation();
    menu.open = false;
    summary.focus();
  });
  menu.addEventListener("focusout", ({ relatedTarget }) => {
    if (relatedTarget && !menu.contains(relatedTarget)) menu.open = false;
  });
  preparePrint(canvas);
  return menu;
}

// A map is drawn for its size on the screen; on paper the whole of it is made smaller.
function preparePrint(canvas) {
  const stage = canvas.parentElement;
  addEventListener("beforeprint", () => {
    const { clientWidth, clientHeight } = stage;
    for (const [name, value] of [["--gt-print-width", `${clientWidth}px`], ["--gt-print-height", `${clientHeight}px`], ["--gt-print-zoom", Math.min(1, 680 / clientWidth)]]) stage.style.setProperty(name, value);
  });
}

// The address of a view, as Python writes it; the page's own first.
export function addressOf(view) {
  const { from_: from, layers, certain, ...rest } = view;
  const query = { ...rest, from, layers: layers?.join(","), certain: certain ? "yes" : "" };
  const order = ["feature", "document", "start", "end", "layers", "from", "to", "q", "at", "certain"];
  const said = order.filter((name) => query[name] !== undefined && query[name] !== null && query[name] !== "").map((name) => [name, query[name]]);
  return `${location.origin}/?${new URLSearchParams(said)}`;
}
