"""The two pages, and by which signs each shows that it is done.

Signs are JavaScript expressions, looked at in the top window with what `watch.js` offers.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from benchmarks.figures import BenchmarkError
from groundtext.layers import read_layers

if TYPE_CHECKING:
    from pathlib import Path

TOGGLED: Final = "bases"  # the layer with most points
PICKED: Final = "bagram"  # has evidence of its own, and no neighbour covers it at this zoom
ZOOM: Final = 7
_ICON_MIDDLE_PX: Final = 24  # a marker's icon is 45 pixels high and stands on its position


@dataclass(frozen=True, slots=True)
class Scene:
    """What there is to see, the same for both pages."""

    ids: tuple[str, ...]  # of all features
    toggled_ids: tuple[str, ...]  # of those in the layer that is toggled
    points: int  # features that are a single point
    toggled_points: int
    picked_lon: float
    picked_lat: float
    quotes: tuple[str, ...]  # that support the picked feature


@dataclass(frozen=True, slots=True)
class TestedPage:
    """How to use one page and what to wait for."""

    name: str
    leaflet: str  # its Leaflet map
    ready: str  # every visible layer is drawn
    toggle: str  # selector of the layer's box
    off: str  # nothing of the layer is drawn
    on: str  # everything is drawn again
    spot: str  # where to press for the picked feature; null while something covers it
    shown: str  # one of its quotes can be read


def read_scene(layers: Path, evidence: Path) -> Scene:
    """Read what both pages show: the layers, and the links as `evidence-jsonl` writes them.

    Raises
    ------
    BenchmarkError
        If the feature that is picked is not there, or nothing supports it.
    """
    features = {feature.id: feature for feature in read_layers(layers).features}
    links = [json.loads(line) for line in evidence.read_text(encoding="utf-8").splitlines()]
    quotes = tuple(link["quote"] for link in links if link["feature"] == PICKED)
    if PICKED not in features or not quotes:
        raise BenchmarkError(f"no evidence for {PICKED!r} in {evidence.name}: name another.")
    is_point = {key: feature.geometry.geom_type == "Point" for key, feature in features.items()}
    toggled = tuple(key for key, feature in features.items() if feature.layer_id == TOGGLED)
    picked = features[PICKED].geometry.centroid
    return Scene(
        ids=tuple(features),
        toggled_ids=toggled,
        points=sum(is_point.values()),
        toggled_points=sum(is_point[key] for key in toggled),
        picked_lon=picked.x,
        picked_lat=picked.y,
        quotes=quotes,
    )


def our_page(scene: Scene) -> TestedPage:
    """Return how to use our page, by the contract of its elements."""
    has_all = f"groundtextBench.draws({json.dumps(scene.ids)})"
    has_none = f"groundtextBench.drawsNone({json.dumps(scene.toggled_ids)})"
    root = """document.querySelector('[data-testid="evidence-map"][data-ready="true"]')"""
    panel = f'[data-testid="evidence-panel"][data-feature-id="{PICKED}"] [data-testid="passage"]'
    return TestedPage(
        name="Groundtext",
        leaflet="window.groundtextMap",
        ready=f"{root} && {has_all}",
        toggle=f'input[type=checkbox][data-layer-id="{TOGGLED}"]',
        off=has_none,
        on=has_all,
        spot=f"groundtextBench.ourSpot('{PICKED}')",
        shown=f"groundtextBench.reads({json.dumps(panel)}, {json.dumps(scene.quotes)})",
    )


def naive_page(scene: Scene) -> TestedPage:
    """Return how to use the page built the usual way."""
    shapes = len(scene.ids) - scene.points
    toggled_shapes = len(scene.toggled_ids) - scene.toggled_points
    all_drawn = f"groundtextBench.usualDraws({scene.points}, {shapes})"
    rest = f"{scene.points - scene.toggled_points}, {shapes - toggled_shapes}"
    panel = '[data-testid="stSidebar"] [data-testid="stMarkdownContainer"]'
    return TestedPage(
        name="st_folium",
        leaflet="groundtextBench.usualMap()",
        ready=all_drawn,
        toggle=f'[data-testid="stSidebar"] label:has-text("{TOGGLED.title()}")',
        off=f"groundtextBench.usualDraws({rest})",
        on=all_drawn,
        spot=f"groundtextBench.usualSpot({scene.picked_lat}, {scene.picked_lon}, "
        f"{_ICON_MIDDLE_PX})",
        shown=f"groundtextBench.reads({json.dumps(panel)}, {json.dumps(scene.quotes)})",
    )
