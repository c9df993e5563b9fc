"""The map page: reads the view, shows the component, takes in what the reader does."""

from __future__ import annotations

from dataclasses import asdict, replace
from typing import TYPE_CHECKING, Any, Final

import streamlit as st

from groundtext.errors import GroundtextError
from groundtext.ui.assets import asset_url
from groundtext.ui.component import show_part
from groundtext.ui.library import open_workspace
from groundtext.ui.server import basemap_url
from groundtext.ui.state import View, current_view, is_news, last_sequence, show_view

if TYPE_CHECKING:
    from collections.abc import Mapping

    from groundtext.workspace import Workspace

MAP: Final = "map"


def show() -> None:
    """Show the page for the view in the address bar."""
    try:
        workspace = open_workspace()
    except GroundtextError as error:
        st.error(str(error))
        st.stop()
    view, notices = known_part(current_view(), workspace)
    fields = {
        "stamp": workspace.stamp,
        "styles": [asset_url("leaflet.css"), asset_url("map.css")],
        "basemap": basemap_url(),
        "view": asdict(view),
        "notices": notices,
        "sequence": last_sequence(),
    }
    show_part(MAP, fields, {"picked": _take_pick, "view": _take_view})


def known_part(view: View, workspace: Workspace) -> tuple[View, list[str]]:
    """Return the view without ids that the workspace does not hold, and a sentence for each."""
    notices = []
    if view.feature and not _is_known(view.feature, workspace):
        notices.append(f"There is no feature “{view.feature}” here; the rest is shown.")
        view = replace(view, feature="")
    if view.document and view.document not in {card.id for card in workspace.document_cards()}:
        notices.append(f"There is no document “{view.document}” here; the rest is shown.")
        view = replace(view, document="", start=None, end=None)
    if view.layers is not None:
        known = {layer.id for layer in workspace.layers()}
        gone = [layer for layer in view.layers if layer not in known]
        notices += [f"There is no layer “{layer}” here; the rest is shown." for layer in gone]
        view = replace(view, layers=tuple(layer for layer in view.layers if layer in known))
    return view, notices


def _is_known(target_id: str, workspace: Workspace) -> bool:
    return workspace.feature(target_id) is not None or any(
        group.id == target_id for group in workspace.collections()
    )


def _take_pick() -> None:
    """Put what was picked into the address bar; an id that is not there picks nothing."""
    report = _news("picked")
    if report is None:
        return
    feature = report.get("feature")
    is_known = isinstance(feature, str) and _is_known(feature, open_workspace())
    picked = str(feature) if is_known else ""
    show_view(replace(current_view(), feature=picked, document="", start=None, end=None))


def _take_view() -> None:
    """Put the layers that are on, and the words looked for, into the address bar."""
    report = _news("view")
    if report is None:
        return
    known = tuple(layer.id for layer in open_workspace().layers())
    asked, words = report.get("layers"), report.get("q")
    shown = tuple(layer for layer in known if layer in asked) if isinstance(asked, list) else known
    q = words if isinstance(words, str) else ""
    show_view(replace(current_view(), layers=None if shown == known else shown, q=q))


def _news(name: str) -> Mapping[str, Any] | None:
    """Return what the browser reported under a name, or None if it is old or no report at all."""
    report = st.session_state[MAP].get(name)
    if not isinstance(report, dict):
        return None
    sequence = report.get("sequence")
    return report if isinstance(sequence, int) and is_news(name, sequence) else None
