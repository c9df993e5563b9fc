"""What an import made of each file: the report, and the journal that it is read back from.

A journal is a file of JSON lines that grows while the import goes on, so that a page can show
how far it is, and so that what was said of each file stays. A last line that is cut off belongs
to an import that was stopped.
"""

from __future__ import annotations

import json
import os
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Final

from groundtext.errors import ProjectError

if TYPE_CHECKING:
    from pathlib import Path

    from groundtext.project.folder import Project

_SUFFIX: Final = ".jsonl"


class Outcome(StrEnum):
    """What became of a file."""

    USED = "used"
    WARNED = "warned"  # used, or in part, and there is something to say about it
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class FileReport:
    """What became of one file; `read` = `used` + `listed`, counted in documents and features."""

    file: str  # as the user knows it
    outcome: Outcome
    reasons: tuple[str, ...] = ()  # sentences: what is wrong, and what to do
    read: int = 0
    used: int = 0
    listed: int = 0
    documents: tuple[str, ...] = ()  # ids of those that came of it
    layers: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()  # what a citation needs and the file does not say


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What became of every file of one import, in the order in which they were read."""

    name: str  # of the journal
    started: str  # ISO 8601, UTC
    n_files: int
    files: tuple[FileReport, ...]
    is_finished: bool = True
    fault: str = ""  # what ended the import before its time, in words
    stage: str = ""  # what it is doing now

    @property
    def n_refused(self) -> int:
        """How many files could not be used."""
        return self.count(Outcome.REFUSED)

    def count(self, outcome: Outcome) -> int:
        """Return how many files had that outcome."""
        return sum(row.outcome is outcome for row in self.files)


@dataclass(slots=True)
class Journal:
    """The report of an import that goes on."""

    path: Path
    started: str
    n_files: int
    files: list[FileReport] = field(default_factory=list)

    @classmethod
    def begin(cls, project: Project, n_files: int) -> Journal:
        """Start a journal.

        Raises
        ------
        OSError
            If it cannot be written.
        """
        started = datetime.now(UTC).isoformat(timespec="seconds")
        project.reports.mkdir(parents=True, exist_ok=True)
        name = f"{datetime.now(UTC):%Y%m%dT%H%M%S%f}-{os.getpid()}{_SUFFIX}"
        journal = cls(project.reports / name, started, n_files)
        journal._write({"started": started, "n_files": n_files, "pid": os.getpid()})
        return journal

    def add(self, row: FileReport) -> None:
        """Put down what became of one more file."""
        self.files.append(row)
        self._write({"row": asdict(row)})

    def say(self, stage: str) -> None:
        """Put down what is done now."""
        self._write({"stage": stage})

    def end(self, fault: str = "") -> ImportReport:
        """Close the journal and return the report."""
        self._write({"finished": True, "fault": fault})
        rows = tuple(self.files)
        return ImportReport(self.path.stem, self.started, self.n_files, rows, fault=fault)

    def _write(self, line: dict[str, object]) -> None:
        with self.path.open("a", encoding="utf-8") as file:
            file.write(json.dumps(line, ensure_ascii=False) + "\n")


def report_json(report: ImportReport) -> list[dict[str, Any]]:
    """Return a row for each file, ready for `json.dumps`."""
    return [asdict(row) for row in report.files]


def report_names(project: Project) -> tuple[str, ...]:
    """Return the names of a project's reports, newest first."""
    names = (path.stem for path in project.reports.glob(f"[!.]*{_SUFFIX}"))
    return tuple(sorted(names, reverse=True))


def read_report(project: Project, name: str) -> ImportReport:
    """Read a report; one that is still being written, or was cut off, as far as it goes.

    Raises
    ------
    ProjectError
        If there is no such report, or its beginning cannot be read.
    """
    if name not in report_names(project):
        raise ProjectError(f"has no report {name!r}.", source=str(project.folder))
    text = (project.reports / f"{name}{_SUFFIX}").read_text(encoding="utf-8", errors="replace")
    lines = [line for line in map(_line, text.splitlines()) if line]
    if not lines or "started" not in lines[0]:
        raise ProjectError(f"report {name} is damaged.", source=str(project.folder))
    ends = [line for line in lines if "finished" in line]
    stages = [line["stage"] for line in lines if "stage" in line]
    return ImportReport(
        name=name,
        started=lines[0]["started"],
        n_files=lines[0]["n_files"],
        files=tuple(_row(line["row"]) for line in lines if "row" in line),
        is_finished=bool(ends),
        fault=ends[0]["fault"] if ends else _interrupted(lines[0]["pid"]),
        stage=stages[-1] if stages else "",
    )


def _interrupted(pid: int) -> str:
    """Say that an import without an end was stopped, unless its process is still there."""
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return "The import was stopped before its end; give the same files again to go on."
    except PermissionError:
        pass  # it is another user's, and runs
    return ""


def _line(text: str) -> dict[str, Any]:
    try:
        line = json.loads(text)
    except ValueError:
        return {}  # cut off
    return line if isinstance(line, dict) else {}


def _row(fields: dict[str, Any]) -> FileReport:
    lists = ("reasons", "documents", "layers", "missing")
    told = {name: tuple(fields[name]) for name in lists}
    return FileReport(**{**fields, **told, "outcome": Outcome(fields["outcome"])})
