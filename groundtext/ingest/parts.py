"""What is done of a build that is not: one file for each document analysed, beside the workspace.

A part is named by the digest of all that its contents depend on, and appears whole, by renaming:
a build that was stopped goes on where it was, and a task that is done twice leaves one part.
"""

from __future__ import annotations

import hashlib
import shutil
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from groundtext.errors import WorkspaceError
from groundtext.files import write_whole
from groundtext.ingest.codec import decode, encode
from groundtext.workspace import Analysis

if TYPE_CHECKING:
    from pathlib import Path

    from groundtext.model import Document


@dataclass(frozen=True, slots=True)
class Parts:
    """The parts of one workspace; `knowledge` is the digest of what documents are read with."""

    folder: Path
    knowledge: str

    @classmethod
    def beside(cls, workspace: Path, knowledge: str) -> Parts:
        """Return the parts of a workspace; they lie in a hidden folder beside it."""
        return cls(workspace.with_name(f".{workspace.name}.parts"), knowledge)

    def read(self, document: Document) -> Analysis | None:
        """Return the analysis of a document, or None where there is none that is whole."""
        try:
            written = self._path(document).read_bytes()
        except OSError:
            return None
        digest, _, text = written.partition(b"\n")
        if hashlib.sha256(text).hexdigest().encode() != digest:
            return None
        try:
            analysis = decode(text.decode(), known=(document,))
        except ValueError:
            return None
        return analysis if isinstance(analysis, Analysis) else None

    def write(self, analysis: Analysis) -> None:
        """Keep an analysis.

        Raises
        ------
        WorkspaceError
            If it cannot be written.
        """
        text = encode(analysis, known=(analysis.document,)).encode()
        digest = hashlib.sha256(text).hexdigest().encode()
        path = self._path(analysis.document)
        try:
            _write_again(path, digest + b"\n" + text)
        except OSError as error:
            raise WorkspaceError(
                f"{path}: cannot be written ({error.strerror}); "
                "make room, or name another workspace with --workspace."
            ) from error

    def remove(self) -> None:
        """Remove the folder with all parts, those of earlier builds that were given up too."""
        shutil.rmtree(self.folder, ignore_errors=True)

    def _path(self, document: Document) -> Path:
        # The representation holds every field, the text included.
        digest = hashlib.sha256(f"{self.knowledge} {document!r}".encode())
        return self.folder / f"{digest.hexdigest()}.json"


def _write_again(path: Path, contents: bytes) -> None:
    # Another build of the same workspace may remove the folder at any time: it is then made anew.
    for _ in range(3):
        with suppress(FileNotFoundError):
            write_whole(path, contents)
            return
    raise FileNotFoundError(None, "the folder is removed again and again", str(path.parent))
