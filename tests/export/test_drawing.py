from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from groundtext.export.drawing import drawn_features, layer_shapes, read_basemap
from groundtext.export.entries import read_content

if TYPE_CHECKING:
    from pathlib import Path

    from groundtext.workspace import Workspace


@pytest.fixture
def drawn(zoo_workspace: Workspace, tmp_path: Path) -> dict[str, Any]:
    features = drawn_features(read_content(zoo_workspace, None), tmp_path / "none.json")
    return {str(feature["id"]): feature for feature in features}


def test_a_point_has_a_halo_in_metres_and_a_line_a_band(drawn: dict[str, Any]) -> None:
    assert drawn["fort-alder"]["properties"]["halo_m"] == 1_000.0
    band = drawn["alder-line"]["properties"]["band"]
    assert band["type"] == "Polygon"


def test_what_is_known_only_by_its_country_is_hatched(drawn: dict[str, Any]) -> None:
    assert drawn["access-oakland"]["properties"]["shape"] == "hatch"
    assert drawn["access-oakland"]["properties"]["halo_m"] == 0


def test_positions_are_longitude_first(drawn: dict[str, Any]) -> None:
    assert list(drawn["fort-alder"]["geometry"]["coordinates"]) == [69.2, 34.9]


def test_a_layer_is_shown_by_the_shape_most_of_it_has(zoo_workspace: Workspace) -> None:
    shapes = layer_shapes(read_content(zoo_workspace, None))
    assert (shapes["provinces"], shapes["routes"]) == ("area", "line")


def test_without_a_base_map_the_ground_is_empty(tmp_path: Path) -> None:
    assert read_basemap(tmp_path / "none.json")["features"] == []
