"""The folder of a project: what lies where, and how one is made and opened."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import tomli_w

from groundtext.errors import ProjectError
from groundtext.files import write_whole

if TYPE_CHECKING:
    from pathlib import Path

PROJECT_FILE: Final = "project.toml"
WORKSPACE_FILE: Final = "groundtext.gpkg"
_SCHEMA: Final = 1


@dataclass(frozen=True, slots=True)
class Project:
    """A folder of documents, layers and decisions, with the workspace that is built from them."""

    folder: Path
    title: str

    @property
    def workspace(self) -> Path:
        """The workspace; the decisions lie beside it."""
        return self.folder / WORKSPACE_FILE

    @property
    def documents(self) -> Path:
        """What is known of each document: `<id>.json`."""
        return self.folder / "documents"

    @property
    def texts(self) -> Path:
        """The texts that were read out of the originals: `<sha256 of the text>.txt`."""
        return self.folder / "texts"

    @property
    def originals(self) -> Path:
        """The files as they came: `<sha256>.<format>`."""
        return self.folder / "originals"

    @property
    def layers(self) -> Path:
        """GeoJSON files and their manifest, as `groundtext.layers` reads them."""
        return self.folder / "layers"

    @property
    def reports(self) -> Path:
        """A journal for each import."""
        return self.folder / "imports"


def create_project(folder: Path, title: str = "") -> Project:
    """Make a project in a folder that is empty or not there yet.

    Raises
    ------
    ProjectError
        If the folder is a project already, holds other files, or cannot be written.
    """
    if (folder / PROJECT_FILE).exists():
        raise ProjectError(
            "is a project already; open it with `groundtext serve --project`, or name another "
            "folder.",
            source=str(folder),
        )
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise ProjectError(
            "is not an empty folder; name one that is empty or not there yet.", source=str(folder)
        )
    title = title or folder.resolve().name
    about = tomli_w.dumps({"schema": _SCHEMA, "title": title})
    try:
        write_whole(folder / PROJECT_FILE, about.encode())
    except OSError as error:
        raise ProjectError(
            f"cannot be written ({error.strerror}); name a folder that you may write to.",
            source=str(folder),
        ) from error
    return Project(folder, title)


def open_project(folder: Path) -> Project:
    """Open the project in a folder.

    Raises
    ------
    ProjectError
        If the folder holds none, or one that another version made.
    """
    path = folder / PROJECT_FILE
    try:
        about = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise ProjectError(
            f"is no project: it has no {PROJECT_FILE}; make one with `groundtext new {folder}`.",
            source=str(folder),
        ) from None
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise ProjectError(
            f"{PROJECT_FILE} cannot be read ({error}); correct it.", source=str(folder)
        ) from error
    if about.get("schema") != _SCHEMA:
        raise ProjectError(
            f"was made with schema {about.get('schema')!r}, this program reads {_SCHEMA}; "
            "use the version that made it.",
            source=str(folder),
        )
    title = about.get("title")
    return Project(folder, title if isinstance(title, str) else folder.resolve().name)


def project_of(workspace: Path) -> Project | None:
    """Return the project that a workspace belongs to, or None if it stands alone."""
    is_ours = workspace.name == WORKSPACE_FILE and (workspace.parent / PROJECT_FILE).is_file()
    return open_project(workspace.parent) if is_ours else None
