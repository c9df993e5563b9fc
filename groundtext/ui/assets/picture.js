// The map as a picture to keep: what is on the screen, its credit and its address, as a PNG.

import { PANES } from "./ground.js";
import { t } from "./words.js";

const SCALE = 2; // pixels of the picture for one of the screen
const FOOT = 44; // pixels under the map for its words
const PAINT = ["fill", "fill-opacity", "stroke", "stroke-width", "stroke-opacity", "stroke-dasharray", "stroke-linecap", "stroke-linejoin", "paint-order", "opacity", "font", "text-anchor"];

// `lines` are written under the map. Returns the picture as a blob.
export async function pictureOf(container, lines) {
  const { width, height, left, top } = container.getBoundingClientRect();
  const canvas = document.createElement("canvas");
  canvas.width = width * SCALE;
  canvas.height = (height + FOOT) * SCALE;
  const context = canvas.getContext("2d");
  context.scale(SCALE, SCALE);
  context.fillStyle = getComputedStyle(container).backgroundColor;
  context.fillRect(0, 0, width, height);
  context.save();
  context.beginPath();
  context.rect(0, 0, width, height);
  context.clip();
  for (const drawn of drawnIn(container)) {
    const place = drawn.getBoundingClientRect();
    const image = drawn instanceof HTMLCanvasElement ? drawn : await imageOf(drawn);
    context.globalAlpha = Number(getComputedStyle(drawn.parentElement).opacity);
    context.drawImage(image, place.left - left, place.top - top, place.width, place.height);
  }
  context.restore();
  write(context, container, lines, { width, height });
  return new Promise((resolve, reject) => canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error(t("picture.the-browser-made-no-picture")))), "image/png"));
}

// What is drawn, lowest first: pane by pane, and the signs of a pane by how they are stacked.
function drawnIn(container) {
  return PANES.flatMap((name) => {
    const pane = container.querySelector(`.leaflet-${name}-pane`);
    const whole = [...pane.querySelectorAll(":scope > canvas, :scope > svg")];
    const signs = [...pane.querySelectorAll(":scope > .leaflet-marker-icon")].sort((one, other) => one.style.zIndex - other.style.zIndex);
    return [...whole, ...signs.map((sign) => sign.querySelector("svg"))];
  }).filter((drawn) => drawn && drawn.getBoundingClientRect().width);
}

// A drawing with the paint that style sheets give it written into it, so that it stands alone.
async function imageOf(drawing) {
  const copy = drawing.cloneNode(true);
  const copies = [copy, ...copy.querySelectorAll("*")];
  [drawing, ...drawing.querySelectorAll("*")].forEach((element, i) => {
    const style = getComputedStyle(element);
    for (const name of PAINT) copies[i].style.setProperty(name, style.getPropertyValue(name));
  });
  const { width, height } = drawing.getBoundingClientRect();
  copy.setAttribute("xmlns", "http://www.w3.org/2000/svg");
  copy.setAttribute("width", width);
  copy.setAttribute("height", height);
  copy.style.transform = "none";
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(new XMLSerializer().serializeToString(copy))}`;
  await image.decode();
  return image;
}

function write(context, container, lines, { width, height }) {
  const style = getComputedStyle(container.closest(".gt-root"));
  context.fillStyle = style.getPropertyValue("--gt-paper");
  context.fillRect(0, height, width, FOOT);
  context.fillStyle = style.getPropertyValue("--gt-text");
  context.font = "12px system-ui, sans-serif";
  lines.forEach((words, i) => context.fillText(words, 12, height + 18 + i * 16, width - 24));
}
