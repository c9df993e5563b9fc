"""The Compare page: what documents say of one thing side by side, or who speaks of what."""

from __future__ import annotations

from dataclasses import asdict, replace
from typing import TYPE_CHECKING, Final

from groundtext.ui.assets import asset_url
from groundtext.ui.component import show_part
from groundtext.ui.failure import on_workspace
from groundtext.ui.map_view import known_part
from groundtext.ui.reports import newest_report, noted, text_of
from groundtext.ui.state import View, current_view, last_sequence, show_view

if TYPE_CHECKING:
    from groundtext.workspace import Workspace

COMPARE: Final = "compare"
_REPORTS: Final = ("picked",)


def show() -> None:
    """Show the page for the view in the address bar."""
    on_workspace(_show)


def _show(workspace: Workspace) -> None:
    report = newest_report(COMPARE, _REPORTS)
    if report is not None:
        asked = replace(View(), feature=text_of(report, "feature"))
        show_view(known_part(asked, workspace)[0])
    view, notices = known_part(current_view(), workspace)
    fields = {
        "stamp": workspace.stamp,
        "styles": [asset_url("map.css"), asset_url("compare.css")],
        "view": asdict(view),
        "notices": notices,
        "sequence": last_sequence(),
    }
    show_part(COMPARE, fields, dict.fromkeys(_REPORTS, noted))
