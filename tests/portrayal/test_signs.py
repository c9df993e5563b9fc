from __future__ import annotations

import pytest
from shapely.geometry import LineString, Point, box

from groundtext.model import Description, Layer, Precision
from groundtext.portrayal.signs import mark_of, sign_of
from tests import zoo

LINE = LineString([(60, 30), (61, 31)])


def layer(form: str) -> Layer:
    return Layer(
        *("things", "Things", "point", "things.geojson", "made up", "CC0", "2020"),
        described=Description(form),
    )


@pytest.mark.parametrize(
    ("kind", "shape"),
    [
        ("air base", "triangle"),
        ("airfield", "triangle"),
        ("ground base", "square"),
        ("repair works", "diamond"),
        ("radar", "diamond"),
    ],
)
def test_a_base_is_told_by_its_shape(kind: str, shape: str) -> None:
    assert sign_of(zoo.feature(kind=kind), layer("base")).shape == shape


def test_a_meeting_is_a_circle_whatever_its_kind() -> None:
    assert sign_of(zoo.feature(kind="air summit"), layer("meeting")).shape == "circle"


@pytest.mark.parametrize(
    ("kind", "shape"), [("gas pipeline", "line"), ("railway", "double"), ("trail", "line")]
)
def test_transport_has_a_double_line(kind: str, shape: str) -> None:
    assert sign_of(zoo.feature(kind=kind, geometry=LINE), layer("route")).shape == shape


@pytest.mark.parametrize("geometry", [Point(60, 30), box(60, 30, 61, 31)])
def test_what_is_known_by_country_is_hatched_and_never_a_pin(geometry: object) -> None:
    feature = zoo.feature(precision=Precision.COUNTRY, geometry=geometry)
    assert sign_of(feature, layer("base")).shape == "hatch"


@pytest.mark.parametrize(
    ("status", "mark"),
    [
        ("planned", "dashed"),
        ("under construction", "dashed"),
        ("Handed over", "hollow"),
        ("cancelled", "struck"),
        ("alleged; denied", "dotted"),
        ("active", ""),
        ("", ""),
    ],
)
def test_a_status_leaves_its_mark(status: str, mark: str) -> None:
    assert mark_of(status) == mark
