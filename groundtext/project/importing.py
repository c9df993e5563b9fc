"""Files → a project: each is read in the sandbox, kept, and reported; nothing else is lost by it.

An import can be stopped at any moment and given again: what is kept already is told by its hash.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from groundtext.project.intake import Intake
from groundtext.project.metadata_table import Told
from groundtext.project.report import FileReport, Journal, Outcome
from groundtext.project.sources import read_source

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from groundtext.formats import Extract
    from groundtext.project.folder import Project
    from groundtext.project.sources import SourceFile


class Reader(Protocol):
    """What reads foreign bytes and never raises for what they hold: the sandbox."""

    def read(self, file: str, source: bytes) -> Sequence[Extract]:
        """Return what is in a file."""


def import_files(
    sources: Sequence[SourceFile],
    project: Project,
    reader: Reader,
    *,
    progress: Callable[[int, int], None] = lambda _done, _of: None,
) -> Journal:
    """Read files into a project, and return the journal of it, still open.

    `progress` is told at first, and after each file, how many of how many are done.

    Raises
    ------
    ProjectError
        If the project is damaged.
    OSError
        If it cannot be written.
    """
    journal = Journal.begin(project, len(sources))
    told = Told.of(sources)
    intake = Intake(project, reader, told)
    progress(0, len(sources))
    for number, source in enumerate(sources, 1):
        journal.add(_import_file(source, intake, told))
        progress(number, len(sources))
    return journal


def _import_file(source: SourceFile, intake: Intake, told: Told) -> FileReport:
    if source.fault:
        return _refused(source, source.fault)
    if source.name in told.tables:
        return told.report(source)
    try:
        contents = read_source(source)
    except OSError as error:
        return _refused(source, f"cannot be read ({error.strerror}); check that you may read it.")
    return intake.take(source, contents)


def _refused(source: SourceFile, reason: str) -> FileReport:
    return FileReport(source.name, Outcome.REFUSED, (f"{source.name} {reason}",))
