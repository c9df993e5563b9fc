"""The search page: everything that is found for the words in the address bar."""

from __future__ import annotations

from dataclasses import asdict, replace
from typing import TYPE_CHECKING, Final

from groundtext.ui.assets import asset_url
from groundtext.ui.component import show_part
from groundtext.ui.failure import on_workspace
from groundtext.ui.projects import current_project
from groundtext.ui.reports import newest_report, noted, text_of
from groundtext.ui.search_payload import operators_in_words
from groundtext.ui.server import basemap_fault, basemap_url
from groundtext.ui.state import current_view, last_sequence, show_view

if TYPE_CHECKING:
    from groundtext.workspace import Workspace

SEARCH: Final = "search"
BOX: Final = "searchbox"
_REPORTS: Final = ("asked",)


def show_box() -> None:
    """Put the search box into the bar of the page, whichever it is."""
    project = current_project()
    fields = {
        "styles": [asset_url("map.css"), asset_url("search.css")],
        "operators": operators_in_words(),
        "project": project.title if project else "",
    }
    show_part(BOX, fields, {})


def show() -> None:
    """Show the page for the view in the address bar."""
    on_workspace(_show)


def _show(workspace: Workspace) -> None:
    report = newest_report(SEARCH, _REPORTS)
    if report is not None:
        show_view(replace(current_view(), q=text_of(report, "q")))
    fields = {
        "stamp": workspace.stamp,
        "styles": [asset_url(name) for name in ("leaflet.css", "map.css", "search.css")],
        "basemap": basemap_url(),
        "view": asdict(current_view()),
        "notices": [fault for fault in (basemap_fault(),) if fault],
        "operators": operators_in_words(),
        "sequence": last_sequence(),
    }
    show_part(SEARCH, fields, dict.fromkeys(_REPORTS, noted))
