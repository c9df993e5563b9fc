"""The log of decisions beside a workspace: it only grows, and several may write to it at once."""

from __future__ import annotations

import fcntl
import os
from typing import TYPE_CHECKING

from groundtext.errors import ReviewError
from groundtext.review.decisions import decision_line

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from groundtext.decision import Decision


def decisions_path(workspace: Path) -> Path:
    """Return the log of a workspace: `mine.gpkg` has `mine.review.jsonl` beside it."""
    return workspace.with_suffix(".review.jsonl")


def append_decisions(path: Path, decisions: Iterable[Decision]) -> None:
    """Add decisions to a log, all of them or none, and wait until they are on the disk.

    A last line that was cut off, by a loss of power or a kill, is ended first, so that it spoils
    none that follows.

    Raises
    ------
    ReviewError
        If the log cannot be written.
    """
    lines = "".join(f"{decision_line(decision)}\n" for decision in decisions).encode()
    if not lines:
        return
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_APPEND, 0o600)
        with os.fdopen(descriptor, "rb+", buffering=0) as file:
            fcntl.flock(file, fcntl.LOCK_EX)
            size = file.seek(0, os.SEEK_END)
            if size:
                file.seek(size - 1)
                if file.read(1) != b"\n":
                    lines = b"\n" + lines
            file.write(lines)
            os.fsync(file.fileno())
    except OSError as error:
        raise ReviewError(
            f"cannot be written ({error.strerror}); the decision is not kept. Make room, or make "
            "the file writable.",
            source=path.name,
        ) from error
