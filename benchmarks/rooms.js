// Takes times inside the browser: from an event to the frame after something holds.
(() => {
  const timed = (start, holds) => new Promise((resolve) => {
    const begun = performance.now();
    const painted = () => resolve(performance.now() - begun);
    const look = () => requestAnimationFrame(holds() ? painted : look);
    start();
    look();
  });

  // Type words into the search box; until the first row stands under it.
  const search = (words) => {
    const field = document.querySelector('[data-testid="search"] input');
    const list = document.querySelector("#gt-search-list");
    list.replaceChildren();
    const type = () => {
      field.focus();
      field.value = words;
      field.dispatchEvent(new Event("input", { bubbles: true }));
    };
    return timed(type, () => list.querySelector('[role="option"]'));
  };

  // Drag the beginning of the period by a tenth of the timeline; until the period is said anew.
  const brush = async (part) => {
    const plot = document.querySelector(".gt-timeline .gt-plot").getBoundingClientRect();
    const area = document.querySelector('.gt-timeline [data-testid="brush"]');
    const said = document.querySelector('[data-testid="period"]');
    const at = (x) => ({ clientX: plot.left + x * plot.width, clientY: plot.top + 40, pointerId: 1, bubbles: true });
    area.setPointerCapture = () => {}; // the pointer is none
    area.querySelector('[data-brush="from"]').dispatchEvent(new PointerEvent("pointerdown", at(part)));
    const before = said.textContent;
    const move = () => area.dispatchEvent(new PointerEvent("pointermove", at(part + 0.1)));
    const taken = await timed(move, () => said.textContent !== before);
    area.dispatchEvent(new PointerEvent("pointerup", at(part + 0.1)));
    return taken;
  };

  // Follow a link within the session; until the page's sign is there.
  const turn = ([path, sign]) => timed(() => {
    history.pushState({}, "", path);
    dispatchEvent(new PopStateEvent("popstate", { state: {} }));
  }, () => document.querySelector(sign));

  window.groundtextRooms = { search, brush, turn };
})();
