from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st
from shapely.geometry import shape

from groundtext.layers.finding import Fault
from groundtext.layers.geojson import geometry_from_json

if TYPE_CHECKING:
    from groundtext.layers.geojson import Json

SQUARE: list[Any] = [[0, 0], [1, 0], [1, 1], [0, 1], [0, 0]]
HOLE = [[0.2, 0.2], [0.2, 0.4], [0.4, 0.4], [0.2, 0.2]]
ZOO: list[dict[str, Any]] = [
    {"type": "Point", "coordinates": [66.5, 35.25]},
    {"type": "Point", "coordinates": [66.5, 35.25, 1200]},
    {"type": "MultiPoint", "coordinates": [[0, 0], [1, 1]]},
    {"type": "LineString", "coordinates": [[0, 0], [1, 1]]},
    {"type": "MultiLineString", "coordinates": [[[0, 0], [1, 1]], [[2, 2], [3, 3]]]},
    {"type": "Polygon", "coordinates": [SQUARE, HOLE]},
    {"type": "MultiPolygon", "coordinates": [[SQUARE], [[[5, 5], [6, 5], [6, 6], [5, 5]]]]},
]
_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=20,
)


@pytest.mark.parametrize("member", ZOO)
def test_every_simple_type_is_read_as_shapely_reads_it(member: dict[str, Any]) -> None:
    geometry = geometry_from_json(member)
    assert shapely.equals(geometry, shapely.force_2d(shape(member)))
    assert not geometry.has_z


def test_a_clockwise_ring_is_turned_to_the_right_hand_rule() -> None:
    polygon = geometry_from_json({"type": "Polygon", "coordinates": [SQUARE[::-1]]})
    assert polygon.exterior.is_ccw  # type: ignore[attr-defined]  # a polygon


@pytest.mark.parametrize(
    ("member", "message", "remedy"),
    [
        (None, "no geometry", "give the feature"),
        ({"type": "Circle", "coordinates": [0, 0]}, "type 'Circle' is not one of", "split"),
        ({"type": ["Point"], "coordinates": [0, 0]}, "is not one of", "split"),
        ({"type": "GeometryCollection", "geometries": []}, "is not one of", "split"),
        ({"type": "Point"}, "coordinates is no position", "[longitude, latitude]"),
        ({"type": "Point", "coordinates": []}, "coordinates is no position", "[longitude"),
        ({"type": "Point", "coordinates": [1]}, "coordinates is no position", "[longitude"),
        ({"type": "Point", "coordinates": [1, "2"]}, "'2', which is no number", "numbers"),
        ({"type": "Point", "coordinates": [1, True]}, "True, which is no number", "numbers"),
        ({"type": "Point", "coordinates": [1, 10**400]}, "beyond all degrees", "degrees"),
        ({"type": "Point", "coordinates": [1, float("inf")]}, "beyond all degrees", "degrees"),
        ({"type": "Point", "coordinates": [1, float("nan")]}, "beyond all degrees", "degrees"),
        ({"type": "Point", "coordinates": [35.2, 166.5]}, "outside the world", "swap the two"),
        ({"type": "Point", "coordinates": [4_000_000, 300]}, "outside the world", "EPSG:4326"),
        ({"type": "LineString", "coordinates": []}, "empty or no list", "at least one"),
        ({"type": "LineString", "coordinates": [[0, 0]]}, "fewer than 2", "add the missing"),
        ({"type": "Polygon", "coordinates": []}, "empty or no list", "at least one"),
        ({"type": "Polygon", "coordinates": [SQUARE[:3]]}, "fewer than 4", "add the missing"),
        ({"type": "Polygon", "coordinates": [SQUARE[:4]]}, "coordinates[0] is open", "repeat"),
        (
            {"type": "MultiPolygon", "coordinates": [[SQUARE], [SQUARE[:4]]]},
            "coordinates[1][0] is open",
            "repeat",
        ),
        (
            {"type": "Polygon", "coordinates": [[[0, 0], [1, 1], [1, 0], [0, 1], [0, 0]]]},
            "Self-intersection",
            "repair",
        ),
    ],
)
def test_a_fault_names_its_place_and_the_way_out(member: Json, message: str, remedy: str) -> None:
    with pytest.raises(Fault, match=".") as caught:
        geometry_from_json(member)
    assert message in str(caught.value)
    assert remedy in caught.value.remedy


@given(_JSON)
@settings(deadline=None)
def test_no_json_is_more_than_a_fault(coordinates: Json) -> None:
    for kind in ("Point", "LineString", "MultiPolygon"):
        with pytest.raises(Fault, match="."):
            geometry_from_json({"type": kind, "coordinates": {"no": coordinates}})
        try:
            geometry = geometry_from_json({"type": kind, "coordinates": coordinates})
        except Fault:
            continue
        assert geometry.is_valid


@given(
    st.lists(
        st.tuples(st.floats(-180, 180), st.floats(-90, 90)), min_size=2, max_size=9, unique=True
    )
)
@settings(deadline=None)
def test_a_line_keeps_every_position(positions: list[tuple[float, float]]) -> None:
    coordinates: Any = [list(position) for position in positions]
    line = geometry_from_json({"type": "LineString", "coordinates": coordinates})
    assert list(line.coords) == positions
