"""Files that a browser sends, kept until the import takes them: names never become paths.

A batch is a folder below the project with one numbered file for each that was sent, and a table
of the names that these are known by.
"""

from __future__ import annotations

import json
import re
import secrets
import shutil
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from groundtext.errors import ProjectError
from groundtext.files import write_whole
from groundtext.project.sources import SourceFile

if TYPE_CHECKING:
    from pathlib import Path
    from typing import BinaryIO

    from groundtext.project.folder import Project

_FOLDER: Final = ".staged"
_BATCH: Final = re.compile(r"[0-9a-f]{16}", re.ASCII)
_NAMES: Final = "names.json"
_MOST_NAME: Final = 1_000  # characters of a name, folders included


@dataclass(frozen=True, slots=True)
class Batch:
    """The files of one import that were sent so far."""

    name: str
    folder: Path

    def open(self, number: int) -> BinaryIO:
        """Open the file of a number for writing; one that was there is replaced."""
        return (self.folder / f"{number:06d}").open("wb")

    def close(self, names: list[str]) -> tuple[SourceFile, ...]:
        """Put down by which names the files are known, in the order of their numbers.

        Raises
        ------
        ProjectError
            If a file of the list was not sent.
        """
        write_whole(self.folder / _NAMES, json.dumps(names).encode())
        return self.sources()

    def sources(self) -> tuple[SourceFile, ...]:
        """Return the files; errors as in `close`."""
        try:
            names: list[str] = json.loads((self.folder / _NAMES).read_text(encoding="utf-8"))
        except (OSError, ValueError) as error:
            raise ProjectError(
                f"the files that were sent are gone ({error}); send them again.", source=self.name
            ) from error
        sources = [
            SourceFile(_shown(name), self.folder / f"{number:06d}")
            for number, name in enumerate(names)
        ]
        gone = [source.name for source in sources if not source.path.is_file()]
        if gone:
            raise ProjectError(f"{gone[0]!r} was not sent; send it again.", source=self.name)
        return tuple(sources)

    def remove(self) -> None:
        """Remove the files; the import has its own copies of what it used."""
        shutil.rmtree(self.folder, ignore_errors=True)


def new_batch(project: Project) -> Batch:
    """Make an empty batch.

    Raises
    ------
    OSError
        If it cannot be written.
    """
    name = secrets.token_hex(8)
    folder = project.reports / _FOLDER / name
    folder.mkdir(parents=True)
    return Batch(name, folder)


def batch_named(project: Project, name: str) -> Batch:
    """Return a batch that was made before.

    Raises
    ------
    ProjectError
        If there is none of that name.
    """
    folder = project.reports / _FOLDER / name
    if not _BATCH.fullmatch(name) or not folder.is_dir():
        raise ProjectError("there are no such files; send them again.", source=name[:40])
    return Batch(name, folder)


def _shown(name: str) -> str:
    """Return a name that a browser gave as it is shown: a path below nothing, within bounds."""
    parts = [part for part in name.replace("\\", "/").split("/") if part not in ("", ".", "..")]
    return "/".join(parts)[-_MOST_NAME:] or "nameless"
