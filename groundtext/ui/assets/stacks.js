// Points that fall on one another become one sign with a list; it comes apart on zooming in.

import * as L from "./leaflet.js";
import { pointSign } from "./signs.js";

// Pixels between two signs under which they become one: nearer, neither could be hit.
const TOGETHER = { triangle: 5, square: 5, diamond: 5, circle: 9 };

const SignIcon = L.Icon.extend({
  createIcon() {
    const sign = pointSign(this.options.sign);
    const { ids } = this.options;
    if (ids.length === 1) sign.setAttribute("data-feature-id", ids[0]);
    else sign.setAttribute("data-feature-ids", ids.join(" "));
    L.DomUtil.addClass(sign, "leaflet-marker-icon");
    return sign;
  },
  createShadow() {
    return null;
  },
});

// The stacks at this zoom, most of one feature: [{ layer, members, position }].
export function stacksOf(map, features) {
  return apart(map, collect(map, features));
}

// The sign of a stack on the map.
export function markerOf({ members, position }, ids, colours, onpick) {
  const icon = new SignIcon({ sign: signOf(members, colours), ids });
  const marker = L.marker(position, { icon, pane: "points", keyboard: false });
  marker.on("click", (event) => {
    L.DomEvent.stop(event);
    onpick(ids);
  });
  return marker;
}

// Points of one layer that cannot be told apart at this zoom, in an order that never varies.
// Stacks are found by the square of the ground they stand in, not by comparing all with all.
function collect(map, features) {
  const squares = new Map();
  const stacks = [];
  for (const feature of [...features].sort((one, other) => (one.id < other.id ? -1 : 1))) {
    const { layer, shape } = feature.properties;
    const [lon, lat] = feature.geometry.coordinates;
    const at = map.project([lat, lon]);
    const near = around(at).flatMap((square) => squares.get(square) || [])
      .find((stack) => stack.layer === layer && stack.at.distanceTo(at) < TOGETHER[shape]);
    if (near) {
      near.members.push(feature);
      continue;
    }
    const stack = { layer, at, members: [feature], position: L.latLng(lat, lon) };
    const square = squareOf(at.x, at.y);
    squares.set(square, [...(squares.get(square) || []), stack]);
    stacks.push(stack);
  }
  return stacks;
}

const SQUARE = 16; // pixels, more than any two signs may be apart and yet become one

function squareOf(x, y) {
  return `${Math.floor(x / SQUARE)} ${Math.floor(y / SQUARE)}`;
}

function around({ x, y }) {
  const steps = [-SQUARE, 0, SQUARE];
  return steps.flatMap((right) => steps.map((down) => squareOf(x + right, y + down)));
}

// Signs of two layers on one spot stand side by side, as the meetings and the airport of a city.
function apart(map, stacks) {
  const squares = new Map();
  const ordered = stacks.sort((one, other) => other.at.y - one.at.y);
  for (const stack of ordered) {
    const covered = around(stack.at).flatMap((square) => squares.get(square) || [])
      .find((other) => other.layer !== stack.layer && other.at.distanceTo(stack.at) < 8);
    if (covered) {
      const shift = L.point(9, 0);
      covered.position = map.unproject(covered.at.subtract(shift));
      stack.position = map.unproject(stack.at.add(shift));
    }
    const square = squareOf(stack.at.x, stack.at.y);
    squares.set(square, [...(squares.get(square) || []), stack]);
  }
  return ordered;
}

function signOf(members, colours) {
  const { shape, layer } = members[0].properties;
  const marks = new Set(members.map((feature) => feature.properties.mark));
  const shapes = new Set(members.map((feature) => feature.properties.shape));
  return {
    shape: shapes.size === 1 ? shape : "diamond",
    mark: marks.size === 1 ? [...marks][0] : "",
    colour: colours.get(layer),
    count: shape === "circle" || members.length > 1 ? members.length : 0,
  };
}
