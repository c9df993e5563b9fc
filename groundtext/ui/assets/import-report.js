// What became of each file: refused first, then what was used with a warning, then the rest.

import { bdi, el } from "./dom.js";
import { t } from "./words.js";

const ORDER = ["refused", "warned", "used"];
const WORDS = { refused: t("import-report.refused"), warned: t("import-report.used-with-remarks"), used: t("import-report.used") };
const MOST_REASONS = 12; // of one file; the rest are behind a line to open

export function report({ files, n_files, started, finished, fault, stage, name }, isImporting) {
  const counts = ORDER.map((outcome) => [outcome, files.filter((row) => row.outcome === outcome).length]);
  const sum = (key) => files.reduce((total, row) => total + row[key], 0);
  const going = !finished && isImporting;
  const bar = going ? el("progress", { max: n_files || 1, value: files.length, "aria-label": t("import-report.files-read") }) : null;
  return el("article", { class: "gt-report", "data-testid": "import-report", "data-finished": finished ? "true" : "false", "data-name": name },
    el("h2", {}, going ? t("import-report.importing") : t("import-report.report")),
    el("p", { class: "gt-said" }, t("import-report.replace-utc-count", { replace: started.slice(0, 16).replace("T", " "), count: t("count.count-files", { count: n_files }) })),
    bar,
    going ? el("p", {}, t("import-report.length-of-nfiles-read-value", { length: files.length.toLocaleString("en"), nfiles: n_files.toLocaleString("en"), value: stage ? t("import-report.now-stage", { stage }) : "" })) : null,
    fault ? el("p", { class: "gt-import-fault" }, bdi(fault)) : null,
    el("ul", { class: "gt-counts" }, ...counts.map(([outcome, count]) =>
      el("li", { class: `is-${outcome}`, "data-outcome": outcome, "data-count": count }, `${count.toLocaleString("en")} ${WORDS[outcome]}`))),
    finished ? el("p", { class: "gt-said" }, t("import-report.sums", { read: sum("read").toLocaleString("en"), used: sum("used").toLocaleString("en"), listed: sum("listed").toLocaleString("en") })) : null,
    ...ORDER.flatMap((outcome) => group(outcome, files.filter((row) => row.outcome === outcome))));
}

function group(outcome, rows) {
  if (!rows.length) return [];
  const list = el("ul", { class: "gt-files" }, ...rows.map(row));
  // A long list of files that went well is not what one looks for.
  if (outcome !== "used") return [el("h3", {}, WORDS[outcome].replace(/^./, (letter) => letter.toUpperCase())), list];
  return [el("details", {}, el("summary", {}, t("import-report.used-count", { count: t("count.count-files", { count: rows.length }) })), list)];
}

function row({ file, outcome, reasons, read, used, listed, missing }) {
  const shown = reasons.slice(0, MOST_REASONS);
  const more = reasons.slice(MOST_REASONS);
  return el("li", { class: `gt-file is-${outcome}`, "data-file": file, "data-outcome": outcome },
    el("p", { class: "gt-file-name" }, bdi(file), " ", el("span", { class: "gt-said" }, counted(read, used, listed))),
    ...shown.map((reason) => el("p", { class: "gt-reason" }, bdi(reason))),
    more.length ? el("details", {}, el("summary", {}, t("common.length-more", { length: more.length })), ...more.map((reason) => el("p", { class: "gt-reason" }, bdi(reason)))) : null,
    missing.length ? el("p", { class: "gt-said" }, t("import-report.not-stated-in-it-missing", { missing: missing.join(", ") })) : null);
}

function counted(read, used, listed) {
  return read > 1 || listed ? t("import-report.used-of-read-used", { used: used.toLocaleString("en"), read: read.toLocaleString("en") }) : "";
}
