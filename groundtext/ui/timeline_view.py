"""The timeline page: reads the view, shows the component, takes in period and feature."""

from __future__ import annotations

from dataclasses import asdict, replace
from typing import TYPE_CHECKING, Final

from groundtext.ui.assets import asset_url
from groundtext.ui.component import show_part
from groundtext.ui.failure import on_workspace
from groundtext.ui.limits import dated_part, period_of
from groundtext.ui.map_view import known_part
from groundtext.ui.reports import newest_report, noted, text_of
from groundtext.ui.server import basemap_fault, basemap_url
from groundtext.ui.state import current_view, keep_period, last_sequence, show_view

if TYPE_CHECKING:
    from groundtext.workspace import Workspace

TIMELINE: Final = "timeline"
_REPORTS: Final = ("period",)


def show() -> None:
    """Show the page for the view in the address bar."""
    on_workspace(_show)


def _show(workspace: Workspace) -> None:
    report = newest_report(TIMELINE, _REPORTS)
    if report is not None:
        asked = replace(
            current_view(),
            from_=text_of(report, "from_"),
            to=text_of(report, "to"),
            feature=text_of(report, "feature"),
        )
        show_view(dated_part(known_part(asked, workspace)[0])[0])
    known, notices = known_part(current_view(), workspace)
    view, misdated = dated_part(known)
    keep_period(view)
    styles = ("leaflet.css", "map.css", "search.css", "timeline.css")
    fields = {
        "stamp": workspace.stamp,
        "styles": [asset_url(name) for name in styles],
        "basemap": basemap_url(),
        "view": asdict(view),
        "period": asdict(period_of(view)),
        "notices": [*notices, *misdated, *filter(None, [basemap_fault()])],
        "sequence": last_sequence(),
    }
    show_part(TIMELINE, fields, dict.fromkeys(_REPORTS, noted))
