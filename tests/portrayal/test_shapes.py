from __future__ import annotations

from typing import Any

from shapely.geometry import LineString, Point, box, shape

from groundtext.geodesy import length_m
from groundtext.model import Feature, Precision
from groundtext.portrayal.countries import Countries
from groundtext.portrayal.shapes import (
    along_others,
    doubt_band,
    drawn_geometry,
    halo_radius_m,
    to_geojson,
)
from tests import zoo

LINE = LineString([(60, 35), (60, 37)])


def test_a_band_reaches_its_half_width_to_either_side() -> None:
    band = doubt_band(zoo.feature(geometry=LINE, uncertainty_m=20_000.0))
    assert band is not None
    across = band.intersection(LineString([(58, 36), (62, 36)]))
    assert abs(length_m(across) - 40_000) < 1_500


def line(line_id: str, *vertices: tuple[float, float], layer_id: str = "routes") -> Feature:
    return zoo.feature(id=line_id, layer_id=layer_id, geometry=LineString(vertices))


def test_a_line_that_runs_along_the_sections_of_another_is_told() -> None:
    sections = [line("one", (60, 35), (60, 37)), line("two", (60, 37), (62, 38))]
    whole = line("whole", (60, 35), (60, 37), (62, 38))
    assert along_others([*sections, whole, zoo.feature()]) == {"whole"}


def test_lines_that_only_meet_stand_on_their_own() -> None:
    lines = [line("one", (60, 35), (60, 37)), line("two", (60, 37), (62, 38), (63, 38))]
    elsewhere = line("sea", (60, 35), (60, 37), (62, 38), layer_id="seas")
    assert along_others([*lines, elsewhere]) == frozenset()


def test_a_point_and_a_sure_line_have_no_band() -> None:
    assert doubt_band(zoo.feature()) is None
    assert doubt_band(zoo.feature(geometry=LINE, uncertainty_m=0.0)) is None


def test_only_a_point_has_a_halo() -> None:
    feature = zoo.feature(uncertainty_m=5_000.0)
    assert halo_radius_m(feature, Point(0, 0)) == 5_000.0
    assert halo_radius_m(feature, box(0, 0, 1, 1)) == 0.0


def test_country_precision_draws_the_country() -> None:
    country = box(0, 0, 10, 10)
    feature = zoo.feature(geometry=Point(5, 5), precision=Precision.COUNTRY)
    assert drawn_geometry(feature, Countries({}, (country,))) == country


def test_geojson_is_longitude_first_and_rounded() -> None:
    drawn: Any = to_geojson(Point(60.123456, 35.00001))
    assert shape(drawn) == Point(60.1235, 35.0)
    assert to_geojson(None) is None
