"""Files → project → workspace: the whole way of an import."""

from __future__ import annotations

from typing import TYPE_CHECKING

from groundtext.engines import InProcess
from groundtext.errors import GroundtextError, ProjectError
from groundtext.gazetteer.supplement import SUPPLEMENT_FILE
from groundtext.model import Listed
from groundtext.pipeline import Built, Material, build_material
from groundtext.project.documents import read_documents
from groundtext.project.folder import create_project, open_project
from groundtext.project.importing import import_files
from groundtext.project.layers import read_layer_set
from groundtext.project.returning import read_given
from groundtext.sandbox import Sandbox

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from groundtext.ingest import Progress
    from groundtext.project.folder import Project
    from groundtext.project.report import ImportReport
    from groundtext.project.sources import SourceFile


def _unseen(done: int, of: int) -> None:
    """Report progress to nobody."""


def open_or_create(folder: Path) -> Project:
    """Return the project in a folder, made where there is none; errors as those two's."""
    if folder.is_dir() and any(folder.iterdir()):
        return open_project(folder)
    return create_project(folder)


def import_into(
    project: Project, sources: Sequence[SourceFile], *, progress: Progress = _unseen
) -> ImportReport:
    """Take files into a project and build its workspace; the report says what became of each.

    Raises
    ------
    ProjectError
        If the project is damaged, or cannot be written.
    InputError
        If what is in it already cannot be read.
    """
    try:
        with Sandbox() as sandbox:
            journal = import_files(sources, project, sandbox, progress=progress)
        journal.say("finding what supports each feature")
        try:
            build_project(project)
        except GroundtextError as error:
            journal.end(str(error))
            raise
        return journal.end()
    except OSError as error:
        raise ProjectError(
            f"cannot be written ({error}); make room, or name another folder.",
            source=str(project.folder),
        ) from error


def read_project(project: Project) -> Material:
    """Read all documents and layers of a project.

    Raises
    ------
    InputError
        If the layers' manifest is damaged.
    """
    held, damaged = read_documents(project)
    supplement = project.folder / SUPPLEMENT_FILE
    return Material(
        documents=tuple(each.document for each in held),
        layer_set=read_layer_set(project),
        listed=tuple(Listed(entry.file, entry.reason) for entry in damaged),
        given=read_given(project),
        supplement=supplement.read_bytes() if supplement.is_file() else b"",
    )


def build_project(project: Project, progress: Progress = _unseen) -> Built:
    """Build the workspace of a project anew; errors as `groundtext.pipeline.build_material`."""
    return build_material(
        read_project(project), project.workspace, engine=InProcess(), progress=progress
    )
