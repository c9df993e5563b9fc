"""The map of a dossier, built with folium; importing this module imports folium.

Only numbers and our own files go through folium: it writes names, tooltips and popups into
scripts, where text of a document could run. Everything in words stays in the page's own template.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import folium
from branca.element import MacroElement
from folium.template import Template
from xstatic.pkg import leaflet

from groundtext.portrayal.bundle import bundle

if TYPE_CHECKING:
    from collections.abc import Sequence

_MAP_ID: Final = "groundtext"  # folium would draw one by lot: the same view gives the same file
# Images that only Leaflet's own markers and layer control use; a dossier has neither.
_STYLE_ADDRESS: Final = re.compile(r"url\([^)]*\)")

_SOURCE_MAP: Final = re.compile(r"//# sourceMappingURL=.*")


@dataclass(frozen=True, slots=True)
class MapParts:
    """What the page needs: style sheets, the map's element, and scripts in their order."""

    style: str
    html: str
    scripts: tuple[str, ...]


class _DossierMap(folium.Map):
    """A folium map that names no other host: its scripts and styles come with the page."""

    default_js = []  # noqa: RUF012  folium declares them as what an instance may change
    default_css = []  # noqa: RUF012


class _Drawing(MacroElement):
    """The call of our own script, which draws what the page's JSON block holds."""

    _template = Template(
        "{% macro script(this, kwargs) %}"
        "groundtext_dossier.drawDossier({{ this._parent.get_name() }});"
        "{% endmacro %}"
    )


def map_parts(bounds: Sequence[float]) -> MapParts:
    """Return the map that first shows a box: west, south, east, north in degrees, EPSG:4326."""
    west, south, east, north = bounds
    figure = _rendered([(south, west), (north, east)])
    return MapParts(
        style=_STYLE_ADDRESS.sub("none", _leaflet("leaflet.css"))
        + _asset("map.css")
        + _asset("dossier.css"),
        html=figure.html.render(),
        scripts=(
            _leaflet("leaflet.js"),
            bundle("dossier", lambda module: _asset(f"{module}.js")),
            figure.script.render(),
        ),
    )


def _rendered(bounds: list[tuple[float, float]]) -> Any:  # noqa: ANN401  branca has no types
    """Return the figure of a folium map; its positions are latitude first."""
    chart = _DossierMap(
        tiles=None,
        zoom_control="bottomright",
        attribution_control=False,
        zoom_animation=False,
        fade_animation=False,
        zoom_snap=0.25,
        zoom_delta=0.5,
    )
    chart._id = _MAP_ID  # noqa: SLF001  there is no other way to name it
    chart.add_child(_Drawing())  # type: ignore[no-untyped-call]  # branca has no types
    chart.fit_bounds(bounds)
    figure = chart.get_root()
    figure.render()
    return figure


def _leaflet(name: str) -> str:
    text = (Path(leaflet.BASE_DIR) / name).read_text(encoding="utf-8")
    return _SOURCE_MAP.sub("", text)


def _asset(name: str) -> str:
    """Return a file of ours: the dossier's own, else the one that the app's map uses too."""
    own = resources.files("groundtext.export") / "assets" / name
    shared = resources.files("groundtext.ui") / "assets" / name
    return (own if own.is_file() else shared).read_text(encoding="utf-8")
