"""The workspace that the app shows, opened once for all sessions and again when it changes."""

from __future__ import annotations

from threading import Lock
from typing import TYPE_CHECKING, NamedTuple

from groundtext.errors import WorkspaceError
from groundtext.settings import workspace_path
from groundtext.workspace import Workspace

if TYPE_CHECKING:
    from pathlib import Path


class _Edition(NamedTuple):
    """By what a file on disk is told from the one that stood there before."""

    path: Path
    inode: int
    modified_ns: int


_lock = Lock()
_open: dict[_Edition, Workspace] = {}


def open_workspace() -> Workspace:
    """Return the workspace, the newest edition of the file.

    Earlier editions stay open for those who still read them; a build replaces the whole file.

    Raises
    ------
    WorkspaceError
        If it is missing, damaged, or made by another version.
    """
    edition = _edition(workspace_path())
    with _lock:
        if edition not in _open:
            _open.clear()
            _open[edition] = Workspace.open(edition.path)
        return _open[edition]


def _edition(path: Path) -> _Edition:
    try:
        stat = path.stat()
    except OSError as error:
        raise WorkspaceError(
            f"{path.name}: there is no such workspace; make it with `groundtext build`."
        ) from error
    return _Edition(path, stat.st_ino, stat.st_mtime_ns)
