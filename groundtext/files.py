"""Files that appear whole or not at all, whatever happens while they are written."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from pathlib import Path

_OURS_ALONE: Final = 0o700  # the mode of a folder that is made: files hold what documents say


def write_whole(path: Path, contents: bytes) -> None:
    """Write a file under its name only when all of it is on the disk; folders are made.

    Raises
    ------
    OSError
        If it cannot be written; what stood there before still does.
    """
    path.parent.mkdir(mode=_OURS_ALONE, parents=True, exist_ok=True)
    unfinished = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        with unfinished.open("wb") as file:
            file.write(contents)
            file.flush()
            os.fsync(file.fileno())
        unfinished.replace(path)
    finally:
        unfinished.unlink(missing_ok=True)
