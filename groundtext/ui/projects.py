"""The project that the app shows, the others beside it, and the imports into it that go on."""

from __future__ import annotations

import os
import subprocess
import sys
from threading import Lock
from typing import TYPE_CHECKING

from groundtext.errors import GroundtextError, UsageError
from groundtext.messages import message
from groundtext.naming import free_id, to_id
from groundtext.project import Project, create_project, open_project, project_of
from groundtext.settings import (
    ROOT,
    WORKSPACE_VARIABLE,
    is_read_only,
    projects_path,
    workspace_path,
)

if TYPE_CHECKING:
    from pathlib import Path

    from groundtext.project.staging import Batch

_lock = Lock()
_running: dict[Path, subprocess.Popen[bytes]] = {}


def current_project() -> Project | None:
    """Return the project whose workspace is shown; None for the example and for lone workspaces."""
    try:
        return project_of(workspace_path())
    except GroundtextError:
        return None


def current_folder() -> str:
    """Return the folder's name of the project that is shown, empty for none of one's own."""
    project = current_project()
    return project.folder.name if project else ""


def own_project(shown: str = "") -> Project:
    """Return the project that files may be taken into.

    `shown` is the folder's name of the project that the asking page shows, where it says so: what
    is meant for one project does not go into another that a second window opened meanwhile.

    Raises
    ------
    UsageError
        If none is open, if it is another than the page shows, or if nothing may be changed here.
    """
    if is_read_only():
        raise UsageError(message("projects.read-only-import"))
    refuse_another(shown)
    project = current_project()
    if project is None:
        raise UsageError(message("projects.no-project"))
    return project


def refuse_another(shown: str) -> None:
    """Refuse what a page asks for that shows another project than the open one.

    `shown` is the folder's name of the project that the page shows, empty where it does not say.

    Raises
    ------
    UsageError
        If another is open.
    """
    project = current_project()
    if not shown or (project is not None and shown == project.folder.name):
        return
    titles = {each.folder.name: each.title for each in known_projects()}
    title = project.title if project else message("projects.example")
    raise UsageError(
        message("projects.another-is-open", shown=titles.get(shown, shown), open=title)
    )


def known_projects() -> list[Project]:
    """Return the projects in the folder where the page makes them, by title."""
    found = []
    for path in sorted(projects_path().glob("*/")):
        try:
            found.append(open_project(path))
        except GroundtextError:
            continue  # another folder, or one that another version made: not ours to open
    return sorted(found, key=lambda project: project.title.casefold())


def start_project(title: str) -> Project:
    """Make a project and show it.

    Raises
    ------
    GroundtextError
        If it cannot be made.
    """
    if is_read_only():
        raise UsageError(message("projects.read-only-project"))
    # What builds is not needed to serve.
    from groundtext.project.building import build_project  # noqa: PLC0415

    folder = projects_path()
    taken = {path.name for path in folder.glob("*")}
    project = create_project(folder / free_id(to_id(title, "project"), taken), title.strip())
    build_project(project)
    show_project(project)
    return project


def show_project(project: Project) -> None:
    """Show a project's workspace from now on, in every window."""
    os.environ[WORKSPACE_VARIABLE] = str(project.workspace.resolve())


def show_example() -> None:
    """Show what ships with the program."""
    os.environ.pop(WORKSPACE_VARIABLE, None)


def is_importing(project: Project) -> bool:
    """Tell whether an import, or a build, is going on that this app started."""
    with _lock:
        process = _running.get(project.folder)
        return process is not None and process.poll() is None


def start_import(project: Project, batch: Batch | None) -> None:
    """Take the files of a batch in, or build anew without one, in a process beside the app's.

    Raises
    ------
    UsageError
        If one is going on already.
    """
    if is_importing(project):
        raise UsageError(message("projects.going-on"))
    command = [sys.executable, "-m", "groundtext.project", str(project.folder)]
    with _lock:
        _running[project.folder] = subprocess.Popen(  # noqa: S603  our own module
            [*command, *([batch.name] if batch else [])], cwd=ROOT, stdin=subprocess.DEVNULL
        )
