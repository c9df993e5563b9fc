"""`documents.csv` among the files of an import: what the user knows of the documents beside it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from groundtext.documents.reading import METADATA_FILE, Metadata, read_metadata
from groundtext.project.report import FileReport, Outcome

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from groundtext.model import Listed
    from groundtext.project.sources import SourceFile


@dataclass(frozen=True, slots=True)
class Told:
    """The rows of every such table of one import."""

    names: frozenset[str]  # of all files
    tables: Mapping[str, tuple[tuple[Metadata, ...], tuple[Listed, ...]]]

    @classmethod
    def of(cls, sources: Iterable[SourceFile]) -> Told:
        """Read the tables among the files of an import."""
        sources = tuple(sources)
        tables = {
            source.name: read_metadata(source.path)
            for source in sources
            if PurePosixPath(source.name).name == METADATA_FILE and not source.fault
        }
        return cls(frozenset(source.name for source in sources), tables)

    def about(self, name: str) -> Metadata | None:
        """Return what the table beside a file says of it."""
        path = PurePosixPath(name)
        rows, _ = self.tables.get(str(path.parent / METADATA_FILE), ((), ()))
        return next((row for row in rows if row.file == path.name), None)

    def report(self, source: SourceFile) -> FileReport:
        """Say what of a table can be used: its rows about files that are there."""
        rows, faults = self.tables[source.name]
        folder = PurePosixPath(source.name).parent
        absent = [row.file for row in rows if str(folder / row.file) not in self.names]
        reasons = [f"{source.name} {fault.reason}" for fault in faults]
        reasons += [
            f"{source.name} names {file!r}, which is not beside it; add the file, or remove "
            "the line."
            for file in absent
        ]
        used = len(rows) - len(absent)
        outcome = Outcome.WARNED if reasons else Outcome.USED
        return FileReport(
            source.name,
            outcome if used or not reasons else Outcome.REFUSED,
            tuple(reasons),
            read=len(rows),
            used=used,
            listed=len(absent),
        )
