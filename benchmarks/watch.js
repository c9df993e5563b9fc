// Runs in every frame before the page's own scripts, and takes times inside the browser: from the
// trusted event to the frame after a condition held. All conditions are looked at in the top
// window (the frame of the usual page has the same origin), so that one clock serves both pages.
(() => {
  const now = () => performance.timeOrigin + performance.now();

  if (window === window.top) {
    const bench = { pressed: 0, seen: {} };

    // Note the time of the frame after `holds()` was first true; forget the press before.
    bench.until = (name, holds) => {
      bench.pressed = 0;
      bench.seen[name] = 0;
      const painted = () => { bench.seen[name] = now(); };
      const look = () => requestAnimationFrame(holds() ? painted : look);
      look();
    };

    // The ids of the features that our map has drawn, by the contract of its page.
    bench.drawn = () => {
      const ids = new Set();
      const root = window.groundtextMap?.getContainer();
      for (const element of root?.querySelectorAll("[data-feature-id], [data-feature-ids]") ?? []) {
        const { featureId, featureIds } = element.dataset;
        for (const id of (featureIds ?? featureId).split(" ")) ids.add(id);
      }
      return ids;
    };

    bench.draws = (ids) => {
      const drawn = bench.drawn();
      return ids.every((id) => drawn.has(id));
    };

    bench.drawsNone = (ids) => {
      const drawn = bench.drawn();
      return !ids.some((id) => drawn.has(id));
    };

    // Where a press on our feature lands, or null while something else lies over it.
    bench.ourSpot = (id) => {
      const root = window.groundtextMap?.getContainer();
      const element = root?.querySelector(`[data-feature-id="${id}"]`);
      if (!element) return null;
      const box = element.getBoundingClientRect();
      const spot = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
      return element.contains(document.elementFromPoint(spot.x, spot.y)) ? spot : null;
    };

    // The document inside the frame of st_folium; undefined while there is none.
    bench.usual = () =>
      document.querySelector('iframe[title="streamlit_folium.st_folium"]')?.contentDocument;

    bench.usualMap = () => bench.usual()?.defaultView.map;

    bench.usualDraws = (markers, shapes) => {
      const inside = bench.usual();
      return inside?.querySelectorAll(".awesome-marker-icon-red").length === markers
        && inside.querySelectorAll("path.leaflet-interactive").length === shapes;
    };

    // Where a press on the marker at a position lands: its icon stands above the position.
    bench.usualSpot = (lat, lon, above) => {
      const inside = bench.usual();
      const map = bench.usualMap();
      if (!map) return null;
      const point = map.latLngToContainerPoint([lat, lon]);
      const box = map.getContainer().getBoundingClientRect();
      const spot = { x: box.x + point.x, y: box.y + point.y - above };
      if (!inside.elementFromPoint(spot.x, spot.y)?.closest(".awesome-marker-icon-red")) return null;
      const frame = inside.defaultView.frameElement.getBoundingClientRect();
      return { x: frame.x + spot.x, y: frame.y + spot.y };
    };

    // Whether one of the quotes can be read in an element that is seen; runs of space count as one.
    const plain = (text) => text.replace(/\s+/g, " ").trim();
    bench.reads = (selector, quotes) =>
      [...document.querySelectorAll(selector)].some(
        (element) => element.checkVisibility()
          && quotes.some((quote) => plain(element.textContent).includes(plain(quote))),
      );

    window.groundtextBench = bench;
  }

  const bench = window.top.groundtextBench;
  const press = (event) => {
    // A press on a label is followed by a click on its box, which the browser makes: first counts.
    if (event.isTrusted && !bench.pressed) bench.pressed = performance.timeOrigin + event.timeStamp;
  };
  addEventListener("click", press, true);
})();
