"""The map page: reads the view, shows the component, takes in what the reader does."""

from __future__ import annotations

from dataclasses import asdict, replace
from typing import TYPE_CHECKING, Any, Final

from groundtext.messages import message
from groundtext.ui.assets import asset_url
from groundtext.ui.component import show_part
from groundtext.ui.failure import on_workspace
from groundtext.ui.library import build_failure
from groundtext.ui.limits import dated_part, period_of
from groundtext.ui.reports import newest_report, noted, offset_of, text_of
from groundtext.ui.server import basemap_fault, basemap_url
from groundtext.ui.state import View, current_view, keep_period, last_sequence, show_view, spot_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from groundtext.model import Listed
    from groundtext.workspace import Workspace

MAP: Final = "map"
_MOST_NAMED: Final = 3  # files that a notice names
_REPORTS: Final = ("picked", "view")  # what the browser tells: a feature, or layers and words


def show() -> None:
    """Show the page for the view in the address bar."""
    on_workspace(_show)


def _show(workspace: Workspace) -> None:
    _take_reports(workspace)
    known, notices = known_part(current_view(), workspace)
    view, misdated = dated_part(known)
    keep_period(view)
    fields = {
        "stamp": workspace.stamp,
        "styles": [asset_url("leaflet.css"), asset_url("map.css")],
        "basemap": basemap_url(),
        "view": asdict(view),
        "notices": [*notices, *misdated, *_faults()],
        "period": asdict(period_of(view)),
        "unused": unused_in_words(workspace.listed()),
        "sequence": last_sequence(),
    }
    show_part(MAP, fields, dict.fromkeys(_REPORTS, noted))


def known_part(view: View, workspace: Workspace) -> tuple[View, list[str]]:
    """Return the view without ids that the workspace does not hold, and a sentence for each."""
    notices = []
    if view.feature and not _is_known(view.feature, workspace):
        notices.append(message("notice.no-feature", feature=view.feature))
        view = replace(view, feature="")
    if view.document and view.document not in {card.id for card in workspace.document_cards()}:
        notices.append(message("notice.no-document", document=view.document))
        view = replace(view, document="", start=None, end=None)
    if view.layers is not None:
        known = {layer.id for layer in workspace.layers()}
        gone = [layer for layer in view.layers if layer not in known]
        notices += [message("notice.no-layer", layer=layer) for layer in gone]
        kept = tuple(layer for layer in view.layers if layer in known)
        # A view of another project's layers says nothing of these: none of them was switched off.
        view = replace(view, layers=None if gone and not kept else kept)
    return view, notices


def _is_known(target_id: str, workspace: Workspace) -> bool:
    return workspace.feature(target_id) is not None or any(
        group.id == target_id for group in workspace.collections()
    )


def _take_reports(workspace: Workspace) -> None:
    """Put what the reader did since the last run into the address bar.

    A report holds the whole view: what the browser sends with a run may be an address from
    before the last report, so nothing of it can be kept.
    """
    report = newest_report(MAP, _REPORTS)
    if report is not None:
        show_view(_reported_view(report, workspace))


def _reported_view(report: Mapping[str, Any], workspace: Workspace) -> View:
    """Return the view that a report describes, which may hold anything, without unknown ids."""
    known = tuple(layer.id for layer in workspace.layers())
    asked = report.get("layers")
    shown = tuple(layer for layer in known if layer in asked) if isinstance(asked, list) else known
    if asked and not shown:  # a window in which another project's layers still stand
        shown = known
    view = replace(
        current_view(),
        feature=text_of(report, "feature"),
        document=text_of(report, "document"),
        start=offset_of(report, "start"),
        end=offset_of(report, "end"),
        layers=None if shown == known else shown,
        from_=text_of(report, "from_"),
        to=text_of(report, "to"),
        q=text_of(report, "q"),
        at=spot_of(text_of(report, "at")),
        certain=report.get("certain") is True,
    )
    return dated_part(known_part(view, workspace)[0])[0]


def unused_in_words(listed: Sequence[Listed]) -> str:
    """Say which files a build could not use, and why if it is one; empty where it used all."""
    refused = [entry for entry in listed if entry.is_refused]
    if not refused:
        return ""
    files = list(dict.fromkeys(entry.file for entry in refused))
    if len(refused) == 1:
        return message("notice.unused-one", file=files[0], reason=refused[0].reason)
    named = ", ".join(files[:_MOST_NAMED])
    if len(files) > _MOST_NAMED:
        named = message("notice.unused-more", files=named, more=len(files) - _MOST_NAMED)
    return message("notice.unused-many", count=len(refused), files=named)


def _faults() -> list[str]:
    """Say what was wrong when the app started, and what it does without."""
    error = build_failure()
    old = message("notice.built-before", error=error) if error else ""
    return [fault for fault in (old, basemap_fault()) if fault]
