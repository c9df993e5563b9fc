// Where the map stands. A shared link says it, and the address keeps it until the reader moves the
// map: a pan tells the server nothing, so that it costs nothing and leaves no trace in the history.

const OWN = 1500; // milliseconds after a hand on the map in which a move is the reader's

export class Position {
  constructor(map, canvas) {
    this.map = map;
    this.at = ""; // what the address says; empty for the first look
    this.touched = -Infinity;
    const touch = () => { this.touched = performance.now(); };
    map.on("dragstart drag", touch);
    for (const event of ["wheel", "dblclick", "keydown"]) canvas.addEventListener(event, touch, { passive: true });
    canvas.addEventListener("click", (event) => { if (event.target.closest(".leaflet-bar")) touch(); }, true);
    map.on("resize", () => this.put()); // what stands around the map may still find its size
    map.on("moveend", () => { if (performance.now() - this.touched < OWN) this.at = ""; });
  }

  // Longitude, latitude and zoom, as an address has them.
  now() {
    const { lat, lng } = this.map.getCenter();
    return [lng.toFixed(4), lat.toFixed(4), this.map.getZoom().toFixed(2)].map(Number).join(",");
  }

  // Put the map where an address says, if it says so anew.
  go(at) {
    if (at === this.at) return;
    this.at = at;
    this.put();
  }

  put() {
    if (!this.at) return;
    const [lon, lat, zoom] = this.at.split(",").map(Number);
    this.map.setView([lat, lon], zoom, { animate: false, reset: true }); // a pan would round to pixels
  }
}
