// The menu under the map that hands its view on: as a link, as a picture, on paper.

import { toClipboard } from "./clipboard.js";
import { button, el } from "./dom.js";
import { menuOf } from "./menus.js";
import { pictureOf } from "./picture.js";
import { t } from "./words.js";

const CREDIT = t("sharing.groundtext-natural-earth-de-facto");
const PAPER = 680; // pixels across, of the map on paper

// `address` returns the link to the view, `words` what it shows, `say` tells the reader something.
export function shareMenu(canvas, { address, words, say }) {
  const copy = async () => {
    const isCopied = await toClipboard(address());
    say(isCopied ? t("sharing.the-link-to-this-view") : t("common.copy-this-link-address", { address: address() }));
  };
  const picture = async () => {
    try {
      const blob = await pictureOf(canvas, [words(), `${CREDIT} · ${address()}`]);
      const link = el("a", { href: URL.createObjectURL(blob), download: "groundtext-map.png" });
      link.click();
      setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
    } catch (error) {
      say(t("sharing.the-picture-cannot-be-made", { message: error.message }));
    }
  };
  const deeds = [[t("sharing.copy-a-link-to-this"), copy], [t("sharing.save-the-map-as-a"), picture], [t("sharing.print"), () => print()]];
  const rows = deeds.map(([name, deed]) => el("li", {}, button(name, () => { menu.open = false; menu.querySelector("summary").focus(); deed(); }, { class: "gt-link" })));
  const menu = menuOf(t("sharing.share"), { "data-testid": "share" }, el("ul", {}, ...rows));
  return menu;
}

// A map is drawn for its size on the screen; on paper the whole of it is made smaller.
addEventListener("beforeprint", () => {
  for (const stage of document.querySelectorAll(".gt-root .gt-stage")) {
    const { clientWidth, clientHeight } = stage;
    if (!clientWidth) continue; // it is not on the screen
    const sizes = { "--gt-print-width": `${clientWidth}px`, "--gt-print-height": `${clientHeight}px`, "--gt-print-zoom": Math.min(1, PAPER / clientWidth) };
    for (const [name, value] of Object.entries(sizes)) stage.style.setProperty(name, value);
  }
});

// The address of a view, as Python writes it; the page's own first.
export function addressOf(view) {
  const { from_: from, layers, certain, ...rest } = view;
  const query = { ...rest, from, layers: layers?.join(","), certain: certain ? "yes" : "" };
  const order = ["feature", "document", "start", "end", "layers", "from", "to", "q", "at", "certain"];
  const said = order.filter((name) => query[name] !== undefined && query[name] !== null && query[name] !== "").map((name) => [name, query[name]]);
  return `${location.origin}/?${String(new URLSearchParams(said)).replaceAll("%2C", ",")}`; // a comma needs no sign
}
