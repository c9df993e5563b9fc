// Days on a line: where a day stands, which years are written, and how days are said.

import { t } from "./words.js";

const DAY = 864e5; // milliseconds
const ROOM = 34; // pixels of a year's figures
const FEW = 0.06; // of all marks
const LONG = 0.25; // of the whole span
const MONTHS = [t("time-axis.jan"), t("time-axis.feb"), t("time-axis.mar"), t("time-axis.apr"), t("time-axis.may"), t("time-axis.jun"), t("time-axis.jul"), t("time-axis.aug"), t("time-axis.sep"), t("time-axis.oct"), t("time-axis.nov"), t("time-axis.dec")];

export class TimeAxis {
  constructor(first, last) {
    this.domain = [first, last]; // days since 1970
    this.width = 1;
  }

  x(day) {
    const [first, last] = this.domain;
    return ((clamp(day, first, last) - first) / (last - first)) * this.width;
  }

  day(x) {
    const [first, last] = this.domain;
    return Math.round(first + (clamp(x, 0, this.width) / this.width) * (last - first));
  }

  // The years that are written under the line: as many as there is room for.
  ticks() {
    const [first, last] = this.domain.map(yearOf);
    const room = Math.max(2, Math.floor(this.width / 56));
    const step = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000].find((years) => (last - first) / years <= room) || 2000;
    const ticks = [];
    for (let year = Math.ceil(first / step) * step; year <= last; year += step) ticks.push({ day: dayOf(year, 0), words: String(year) });
    return ticks.filter(({ day }) => day >= this.domain[0] && this.x(day) <= this.width - ROOM);
  }
}

// The days from the first to the last that anything tells of, in whole years.
export function spanOf(days) {
  const known = days.filter((day) => day !== null && day !== undefined);
  if (!known.length) return [dayOf(2000, 0), dayOf(2001, 0)];
  const first = known.reduce((one, other) => Math.min(one, other));
  const last = known.reduce((one, other) => Math.max(one, other));
  return [dayOf(yearOf(first), 0), dayOf(yearOf(last) + 1, 0)];
}

// The whole span of marks, and a short one: a few marks long before all others would press these
// together, so they are left to the whole span and begin at the edge of the short one.
export function spansOf(marks) {
  const whole = spanOf(marks.flatMap(({ first, last }) => [first, last]));
  const firsts = marks.map(({ first }) => first).filter((first) => first !== null).sort((one, other) => one - other);
  const early = firsts[Math.floor(firsts.length * FEW)] ?? whole[0];
  const isLong = early - whole[0] > (whole[1] - whole[0]) * LONG;
  return { whole, short: isLong ? [spanOf([early])[0], whole[1]] : whole };
}

export function dayOf(year, month, day = 1) {
  const date = new Date(Date.UTC(2000, month, day));
  date.setUTCFullYear(year, month, day); // years before 100 are themselves
  return Math.floor(date.getTime() / DAY);
}

export function yearOf(day) {
  return new Date(day * DAY).getUTCFullYear();
}

export function monthOf(day) {
  return new Date(day * DAY).getUTCMonth();
}

export function addMonths(day, months) {
  const date = new Date(day * DAY);
  return dayOf(date.getUTCFullYear(), date.getUTCMonth() + months);
}

// The month of a day, as it is written in the address: EDTF.
export function toEdtf(day) {
  return `${String(yearOf(day)).padStart(4, "0")}-${String(monthOf(day) + 1).padStart(2, "0")}`;
}

export function inWords(day) {
  return `${MONTHS[monthOf(day)]} ${yearOf(day)}`;
}

export function dayOfIso(text) {
  return text ? Math.floor(Date.parse(`${text}T00:00:00Z`) / DAY) : null;
}

// The day as the server writes it, which sorts by time; empty for one without end.
export function isoOf(day) {
  return Number.isFinite(day) ? new Date(day * DAY).toISOString().slice(0, 10) : "";
}

export function clamp(value, least, most) {
  return Math.min(Math.max(value, least), most);
}
