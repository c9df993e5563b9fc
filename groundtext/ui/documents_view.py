"""The documents page: reads the view, shows the component, takes in what the reader picks."""

from __future__ import annotations

from dataclasses import asdict, replace
from typing import TYPE_CHECKING, Final

from groundtext.messages import message
from groundtext.model import Span
from groundtext.settings import is_read_only, reviewer
from groundtext.ui.assets import asset_url
from groundtext.ui.component import show_part
from groundtext.ui.failure import on_workspace
from groundtext.ui.map_view import known_part
from groundtext.ui.projects import current_folder
from groundtext.ui.reports import newest_report, noted, offset_of, text_of
from groundtext.ui.server import basemap_fault, basemap_url
from groundtext.ui.state import View, current_view, last_sequence, show_view

if TYPE_CHECKING:
    from groundtext.workspace import Workspace

DOCUMENTS: Final = "documents"
_REPORTS: Final = ("picked",)


def show() -> None:
    """Show the page for the view in the address bar."""
    on_workspace(_show)


def _show(workspace: Workspace) -> None:
    _take_report(workspace)
    view, notices = known_part(current_view(), workspace)
    view, misses = held_part(view, workspace)
    fields = {
        "stamp": workspace.stamp,
        "styles": [
            asset_url(name) for name in ("leaflet.css", "map.css", "documents.css", "evidence.css")
        ],
        "basemap": basemap_url(),
        "view": asdict(view),
        "notices": [*notices, *misses, *filter(None, [basemap_fault()])],
        "sequence": last_sequence(),
        "reviewer": reviewer(),
        "project": current_folder(),
        "readOnly": is_read_only(),
    }
    show_part(DOCUMENTS, fields, dict.fromkeys(_REPORTS, noted))


def held_part(view: View, workspace: Workspace) -> tuple[View, list[str]]:
    """Return the view without a span where the document has no passage, and a sentence for it."""
    if not view.document or view.start is None:
        return replace(view, start=None, end=None), []
    end = view.end if view.end is not None and view.end > view.start else view.start + 1
    span = Span(view.start, end)
    if any(passage.span.overlaps(span) for passage in workspace.passages(view.document)):
        return replace(view, end=end), []
    notice = message("notice.no-passage", start=span.start, end=span.end)
    return replace(view, start=None, end=None), [notice]


def _take_report(workspace: Workspace) -> None:
    """Put what was picked since the last run into the address bar: document, passage, feature."""
    report = newest_report(DOCUMENTS, _REPORTS)
    if report is None:
        return
    asked = replace(
        current_view(),
        document=text_of(report, "document"),
        start=offset_of(report, "start"),
        end=offset_of(report, "end"),
        feature=text_of(report, "feature"),
    )
    known, _ = known_part(asked, workspace)
    view, _ = held_part(known, workspace)
    show_view(view)
