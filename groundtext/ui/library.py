"""The workspace that the app shows, opened once for all sessions and again when it changes."""

from __future__ import annotations

from threading import Lock
from typing import TYPE_CHECKING, NamedTuple

from groundtext.errors import GroundtextError, WorkspaceError
from groundtext.review import decisions_path
from groundtext.settings import DEFAULT_WORKSPACE, workspace_path
from groundtext.workspace import Workspace, revise_workspace

if TYPE_CHECKING:
    from pathlib import Path


class _Failure(NamedTuple):
    """A build that failed, and what stood in the workspace's place then."""

    error: GroundtextError
    edition: _Edition | None


class _Edition(NamedTuple):
    """By what a file on disk is told from the one that stood there before."""

    path: Path
    inode: int
    modified_ns: int
    size: int


_lock = Lock()
_open: dict[_Edition, Workspace] = {}
_logs: dict[Path, _Edition] = {}  # those that are laid over their workspaces
_failures: list[_Failure] = []  # none or one


def open_workspace() -> Workspace:
    """Return the workspace, the newest edition of the file.

    Earlier editions stay open for those who still read them; a build replaces the whole file.

    Raises
    ------
    GroundtextError
        If it is missing, damaged, or made by another version; where the app tried to build it,
        what that build said.
    """
    _follow_log(workspace_path())
    edition = _edition(workspace_path())
    if edition is None:
        raise build_failure() or WorkspaceError(
            f"{workspace_path().name}: there is no such workspace; make it with `groundtext build`."
        )
    with _lock:
        if edition not in _open:
            _open.clear()
            _open[edition] = Workspace.open(edition.path)
        return _open[edition]


def _follow_log(path: Path) -> None:
    """Lay decisions that were made since over the workspace; nothing is done where none were."""
    log = _edition(decisions_path(path))
    with _lock:
        if log and _logs.get(path) != log and path.is_file():
            revise_workspace(path)
            _logs[path] = log


def note_failure(error: GroundtextError) -> None:
    """Remember why the default workspace could not be built, until one is."""
    _failures[:] = [_Failure(error, _edition(DEFAULT_WORKSPACE))]


def build_failure() -> GroundtextError | None:
    """Return why the workspace that is shown could not be built, or None if it was."""
    path = workspace_path()
    if path != DEFAULT_WORKSPACE or not _failures:
        return None
    (failure,) = _failures
    return failure.error if failure.edition == _edition(path) else None


def _edition(path: Path) -> _Edition | None:
    try:
        stat = path.stat()
    except OSError:
        return None
    return _Edition(path, stat.st_ino, stat.st_mtime_ns, stat.st_size)
