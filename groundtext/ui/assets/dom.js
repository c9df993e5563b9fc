// Elements are made of names, attributes and text; no string is ever parsed as markup.

const SVG = "http://www.w3.org/2000/svg";

export function el(tag, attributes = {}, ...children) {
  return fill(document.createElement(tag), attributes, children);
}

export function svg(tag, attributes = {}, ...children) {
  return fill(document.createElementNS(SVG, tag), attributes, children);
}

function fill(element, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === null || value === false) continue;
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else element.setAttribute(name, value === true ? "" : String(value));
  }
  element.append(...children.filter((child) => child !== null && child !== undefined && child !== ""));
  return element;
}

// Text of unknown origin, kept from reordering what stands around it.
export function bdi(text) {
  return el("bdi", { dir: "auto" }, String(text));
}

export function button(label, onclick, attributes = {}) {
  return el("button", { type: "button", onclick, ...attributes }, label);
}

// Do something once the browser has painted what it was told before, and shown it: the frame
// after next begins when this one's is on the screen.
export function afterPaint(task) {
  requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(task)));
}
