"""The originals that documents were read out of: where they are served, and where they lie."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote

from groundtext.errors import GroundtextError
from groundtext.project import project_of

if TYPE_CHECKING:
    from pathlib import Path

    from groundtext.workspace import DocumentCard


def original_address(workspace: Path, card: DocumentCard) -> str:
    """Return the path under which a document's original is served; empty where none is kept."""
    return f"/groundtext/original/{quote(card.id)}" if original_of(workspace, card.sha256) else ""


def original_of(workspace: Path, sha256: str) -> Path | None:
    """Return the file of that digest among the originals of the workspace's project, or None."""
    try:
        project = project_of(workspace)
    except GroundtextError:
        return None  # damaged: the Import page says so
    if project is None or not sha256.isalnum():
        return None
    return next(project.originals.glob(f"{sha256}.*"), None)
