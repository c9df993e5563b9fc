// What the Import page asks of the server; a refusal is a sentence to show.

import { t } from "./words.js";

const AT_ONCE = 3; // files on their way at the same time

export class Deeds {
  constructor(tell) {
    this.tell = tell;
    this.project = ""; // the folder of the one that the page shows
  }

  // The server takes nothing in for a project that is not the open one any more.
  get ours() {
    return { "X-Groundtext": "1", "X-Groundtext-Project": encodeURIComponent(this.project) };
  }

  state() {
    return this.ask("/groundtext/imports.json");
  }

  report(name) {
    return this.ask(`/groundtext/imports/${encodeURIComponent(name)}.json`, { headers: this.ours });
  }

  async post(path, fields) {
    this.tell("");
    return this.ask(path, { method: "POST", headers: { ...this.ours, "Content-Type": "application/json" }, body: JSON.stringify(fields) });
  }

  // Send all files, a few at a time, then let them be read.
  async send(files, said) {
    const begun = await this.post("/groundtext/imports", {});
    if (!begun) return false;
    let next = 0;
    let done = 0;
    let isWell = true;
    const runner = async () => {
      while (isWell && next < files.length) {
        const number = next++;
        const sent = await this.ask(`/groundtext/imports/${begun.batch}/${number}`, { method: "PUT", headers: this.ours, body: files[number].file });
        if (!sent) isWell = false;
        else said(++done);
      }
    };
    said(0);
    await Promise.all(Array.from({ length: AT_ONCE }, runner));
    if (!isWell) return false;
    return Boolean(await this.post(`/groundtext/imports/${begun.batch}/start`, { names: files.map(({ name }) => name) }));
  }

  async ask(path, options = {}) {
    try {
      const answer = await fetch(path, options);
      if (answer.ok) return await answer.json();
      const said = await answer.json().catch(() => ({}));
      this.tell(said.error || t("common.the-server-answered-status", { status: answer.status }));
    } catch (error) {
      this.tell(t("import-deeds.the-server-does-not-answer", { message: error.message }));
    }
    return null;
  }
}
