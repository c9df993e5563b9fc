"""The Evidence page: every link in one table, to be decided on by keyboard or mouse."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Final

from groundtext.settings import is_read_only, reviewer
from groundtext.ui.assets import asset_url
from groundtext.ui.component import show_part
from groundtext.ui.failure import on_workspace
from groundtext.ui.forms import form_fields
from groundtext.ui.projects import current_folder
from groundtext.ui.state import current_view

if TYPE_CHECKING:
    from groundtext.workspace import Workspace

EVIDENCE: Final = "evidence"


def show() -> None:
    """Show the page."""
    on_workspace(_show)


def _show(workspace: Workspace) -> None:
    fields = {
        "stamp": workspace.stamp,
        "styles": [asset_url("map.css"), asset_url("evidence.css")],
        "view": asdict(current_view()),
        "reviewer": reviewer(),
        "project": current_folder(),
        "readOnly": is_read_only(),
        "forms": form_fields(),
    }
    show_part(EVIDENCE, fields, {})
