// What the browser tells Python: the whole view, after the paint, one report at a time.
//
// Two runs of the script that end within one batch of messages make Streamlit 1.67 take the
// component off the page and put it back, so the next report waits for the echo of the last.

import { afterPaint } from "./dom.js";

const REST = 60; // milliseconds after an echo: Streamlit tidies up after the run that sent it
const PATIENCE = 3000; // milliseconds; a lost session echoes nothing

export class Reports {
  constructor(sequence) {
    this.sequence = sequence; // of the newest report
    this.sent = sequence;
    this.waiting = null;
  }

  // Python's answer holds unless the reader has done something since.
  isCurrent(sequence) {
    return sequence >= this.sequence;
  }

  tell(name, view, component) {
    this.sequence += 1;
    this.waiting = { name, value: { ...view, sequence: this.sequence } };
    this.component = component;
    if (!this.busy) this.send();
  }

  heard(sequence, component) {
    this.sequence = Math.max(this.sequence, sequence);
    this.component = component;
    if (this.busy && sequence >= this.sent) this.rest(REST);
  }

  send() {
    this.busy = true;
    const { name, value } = this.waiting;
    this.waiting = null;
    this.sent = value.sequence;
    this.rest(PATIENCE);
    afterPaint(() => this.component.setStateValue(name, value));
  }

  rest(time) {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      this.busy = false;
      if (this.waiting) this.send();
    }, time);
  }
}
