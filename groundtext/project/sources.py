"""What a user names on the command line → the files to read, each with the name to show.

Links, pipes and devices are never followed or opened: a folder from strangers may hold a link to
anything on the machine.
"""

from __future__ import annotations

import os
import stat
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

MOST_BYTES: Final = 256 * 1024 * 1024
_MOST_FILES: Final = 50_000
# What systems leave in folders; nobody means to import it.
_LEFT_BEHIND: Final = frozenset({"thumbs.db", "desktop.ini", "__macosx"})


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file to read, and the reason if that cannot be done."""

    name: str  # as it is shown: below a folder, with the folders between
    path: Path
    fault: str = ""


def find_sources(paths: Sequence[Path]) -> tuple[SourceFile, ...]:
    """Return the files, and those in folders at any depth, by name within each folder.

    Hidden files, and what systems leave in folders, are passed over. A name is shown as short as
    it can be without naming two files.
    """
    names = _shown_names(paths)
    sources: list[SourceFile] = []
    for path, name in zip(paths, names, strict=True):
        for source in _below(path, name):
            if len(sources) >= _MOST_FILES:
                fault = f"comes after the first {_MOST_FILES:,} files; import it by itself."
                sources.append(SourceFile(source.name, source.path, fault))
                return tuple(sources)
            sources.append(source)
    return tuple(sources)


def read_source(source: SourceFile) -> bytes:
    """Return the bytes of a file that is still what it was when it was found.

    Raises
    ------
    OSError
        If it cannot be read, or has become a link.
    """
    descriptor = os.open(source.path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
    with os.fdopen(descriptor, "rb") as file:
        return file.read(MOST_BYTES)


def _shown_names(paths: Iterable[Path]) -> list[str]:
    paths = list(paths)
    counts = Counter(path.name for path in paths)
    return [
        _printable(str(path) if counts[path.name] > 1 or not path.name else path.name)
        for path in paths
    ]


def _below(path: Path, name: str) -> Iterator[SourceFile]:
    fault = _fault(path)
    if not path.is_dir() or path.is_symlink():
        yield SourceFile(name, path, fault)
        return
    for folder, folders, files in os.walk(path, followlinks=False):
        folders[:] = sorted(each for each in folders if not _is_left_behind(each))
        for each in sorted(
            [*files, *(one for one in folders if (Path(folder) / one).is_symlink())]
        ):
            if not _is_left_behind(each):
                member = Path(folder) / each
                shown = _printable(str(member.relative_to(path)))
                yield SourceFile(shown, member, _fault(member))


def _fault(path: Path) -> str:
    try:
        status = path.lstat()
    except OSError as error:
        return f"cannot be read ({error.strerror}); check the name, and that you may read it."
    if stat.S_ISLNK(status.st_mode):
        return "is a link to another place; give the file itself."
    if stat.S_ISDIR(status.st_mode):
        return ""
    if not stat.S_ISREG(status.st_mode):
        return "is no ordinary file; give a document or a layer."
    if status.st_size > MOST_BYTES:
        return f"is larger than {MOST_BYTES // 1024**2} MiB; divide it."
    return ""


def _is_left_behind(name: str) -> bool:
    return name.startswith(".") or name.casefold() in _LEFT_BEHIND


def _printable(name: str) -> str:
    """Return a name as text: bytes that are no UTF-8 are shown by their numbers."""
    return os.fsencode(name).decode("utf-8", "backslashreplace")
