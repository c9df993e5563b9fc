// The Import page: files are sent one by one, a process of its own reads them, the report stays.

import { Deeds } from "./import-deeds.js";
import { knownForm } from "./import-known.js";
import { report } from "./import-report.js";
import { dropZone } from "./import-zone.js";
import { bdi, button, el } from "./dom.js";
import { loadStyles } from "./styles.js";
import { themeOf } from "./theme.js";
import { t } from "./words.js";

const LOOK_AGAIN = 700; // milliseconds between two looks at an import that goes on

export async function show({ parentElement, data }) {
  await loadStyles(data.styles);
  if (parentElement.querySelector('[data-testid="import"]')) return undefined;
  const page = new ImportPage(data);
  parentElement.replaceChildren(page.element);
  page.element.dataset.theme = themeOf(page.element);
  await page.look();
  return () => page.leave();
}

class ImportPage {
  constructor({ readOnly }) {
    this.readOnly = readOnly;
    this.deeds = new Deeds((words) => this.tell(words));
    this.voice = el("p", { class: "gt-import-voice", role: "status" });
    this.fault = el("p", { class: "gt-import-fault", role: "alert" });
    this.project = el("section", { class: "gt-project" });
    this.zone = el("div", {});
    this.known = el("section", {});
    this.reports = el("section", { "data-testid": "import-reports" });
    this.element = el("div", { class: "gt-root gt-page gt-import", "data-testid": "import" },
      el("h1", {}, t("import.import")), this.project, this.fault, this.zone, this.voice, this.reports, this.known);
  }

  leave() {
    clearTimeout(this.timer);
    this.isLeft = true;
  }

  tell(words) {
    this.fault.replaceChildren(words ? bdi(words) : "");
    if (words) this.fault.scrollIntoView({ block: "nearest" }); // the form that it is about may be long
  }

  async look() {
    const state = await this.deeds.state();
    if (!state || this.isLeft) return;
    this.state = state;
    this.showProject();
    await this.showReports();
    this.showKnown();
    if (state.importing) this.timer = setTimeout(() => this.look(), LOOK_AGAIN);
    else if (this.wasImporting) this.voice.textContent = t("import.the-import-is-done");
    this.wasImporting = state.importing;
  }

  showProject() {
    const { project, projects } = this.state;
    const shown = project ? project.folder : "";
    this.deeds.project = shown;
    if (this.drawnProject === JSON.stringify([project, projects])) return;
    this.drawnProject = JSON.stringify([project, projects]);
    const others = projects.filter(({ folder }) => folder !== shown);
    this.project.replaceChildren(...[
      el("p", {}, ...(project
        ? [t("import.you-are-in-the-project"), el("strong", {}, bdi(project.title)), t("import.files-go-into-it")]
        : [t("import.you-are-looking-at-the")])),
      this.readOnly ? el("p", { class: "gt-said" }, t("import.this-app-was-started-for")) : this.starter(!project),
      others.length || project ? el("p", { class: "gt-others" }, t("import.open"),
        ...others.map(({ title, folder }) => button(title, () => this.open(folder), { class: "gt-link" })),
        project ? button(t("import.the-example"), () => this.open(""), { class: "gt-link" }) : null) : null].filter(Boolean));
    this.zone.replaceChildren(project && !this.readOnly ? dropZone((files) => this.send(files)) : "");
  }

  starter(isOpen) {
    const title = el("input", { type: "text", name: "title", class: "gt-field", required: true, maxlength: 200, autocomplete: "off", placeholder: t("import.what-is-it-about"), "aria-label": t("import.title-of-the-new-project") });
    const form = el("form", { class: "gt-starter", onsubmit: (event) => this.start(event, title.value) },
      title, el("button", { type: "submit", class: "gt-do" }, t("import.start-a-project")));
    return isOpen ? form : el("details", {}, el("summary", {}, t("import.start-another-project")), form);
  }

  async start(event, title) {
    event.preventDefault();
    if (await this.deeds.post("/groundtext/projects", { title })) this.again();
  }

  async open(folder) {
    if (await this.deeds.post("/groundtext/projects/shown", { folder })) this.again();
  }

  // Another project: the other pages are made anew from it.
  again() {
    location.assign("/import");
  }

  async send(files) {
    this.tell("");
    const said = (done) => { this.voice.textContent = t("import.sending-done-of-length-files", { done: done.toLocaleString("en"), length: files.length.toLocaleString("en") }); };
    if (await this.deeds.send(files, said)) {
      this.voice.textContent = t("import.the-files-are-being-read");
      this.wasImporting = true;
      await this.look();
    }
  }

  async showReports() {
    const [newest, ...older] = this.state.reports;
    if (!newest) return;
    const answer = await this.deeds.report(newest);
    if (!answer) return;
    const drawn = JSON.stringify([answer.files.length, answer.finished, answer.fault, answer.stage, older.length, this.state.importing]);
    if (this.drawnReport === drawn) return;
    this.drawnReport = drawn;
    this.reports.replaceChildren(
      report(answer, this.state.importing),
      ...(older.length ? [el("details", { class: "gt-older" }, el("summary", {}, t("import.earlier-imports")),
        ...older.map((name) => this.older(name)))] : []));
  }

  older(name) {
    const place = el("div", {});
    const open = async () => {
      const answer = await this.deeds.report(name);
      if (answer) place.replaceChildren(report(answer, false));
    };
    return el("div", {}, button(when(name), open, { class: "gt-link" }), place);
  }

  showKnown() {
    const drawn = JSON.stringify([this.state.documents, this.state.layers, this.state.importing]);
    if (this.drawnKnown === drawn || this.state.importing) return;
    this.drawnKnown = drawn;
    this.known.replaceChildren(knownForm(this.state, async (told) => {
      if (await this.deeds.post("/groundtext/known", told)) {
        this.voice.textContent = t("import.kept-the-links-are-being");
        this.wasImporting = true;
        await this.look();
      }
    }, this.readOnly));
  }
}

// "20261126T101500…" → "2026-11-26 10:15"
function when(name) {
  return `${name.slice(0, 4)}-${name.slice(4, 6)}-${name.slice(6, 8)} ${name.slice(9, 11)}:${name.slice(11, 13)} UTC`;
}
