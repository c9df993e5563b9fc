from __future__ import annotations

import math

import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st
from shapely.geometry import LineString, MultiLineString, Point, box

from groundtext.geodesy import (
    area_m2,
    bbox,
    buffer_m,
    corridor_m,
    distance_m,
    length_m,
    local_crs,
    ring_m,
)
from groundtext.model import LonLat

KABUL = LonLat(69.17, 34.53)
HERAT = LonLat(62.2, 34.35)
_LONS = st.floats(min_value=-179, max_value=179)
_LATS = st.floats(min_value=-75, max_value=75)


def test_a_degree_is_measured_where_it_lies() -> None:
    # WGS84: 111,320 m along the equator, 96,486 m along 30 degrees north.
    assert length_m(LineString([(0, 0), (1, 0)])) == pytest.approx(111_319.5, abs=1)
    assert distance_m(LonLat(60, 30), LonLat(61, 30)) == pytest.approx(96_486, abs=10)


def test_distance_is_that_of_the_line() -> None:
    assert distance_m(KABUL, HERAT) == pytest.approx(length_m(LineString([KABUL, HERAT])))


def test_area_does_not_depend_on_the_ring_direction() -> None:
    square = box(60, 30, 61, 31)
    assert area_m2(square) == area_m2(shapely.reverse(square)) > 1e9


@given(_LONS, _LATS, st.floats(min_value=1, max_value=500_000))
@settings(deadline=None)
def test_a_ring_keeps_its_radius_everywhere(lon: float, lat: float, radius_m: float) -> None:
    ring = ring_m(LonLat(lon, lat), radius_m)
    assert ring.is_valid
    assert ring.exterior.is_ccw
    edge = [LonLat(*position) for position in shapely.get_coordinates(ring).tolist()]
    assert all(
        math.isclose(distance_m(LonLat(lon, lat), spot), radius_m, rel_tol=1e-6) for spot in edge
    )


@pytest.mark.parametrize("nothing", [0.0, -1.0, math.nan])
def test_a_ring_and_a_corridor_need_a_width(nothing: float) -> None:
    with pytest.raises(ValueError, match="must be more than 0 m"):
        ring_m(KABUL, nothing)
    with pytest.raises(ValueError, match="must be more than 0 m"):
        corridor_m(LineString([KABUL, HERAT]), nothing)


@given(_LONS, st.floats(min_value=-60, max_value=60), st.floats(min_value=-8, max_value=8))
@settings(deadline=None, max_examples=25)
def test_a_corridor_is_as_wide_as_asked(lon: float, lat: float, rise: float) -> None:
    east = lon + 5 if lon < 170 else lon - 5
    line = LineString([(lon, lat), (east, lat + rise)])
    edge = corridor_m(line, 40_000).boundary
    middle = line.interpolate(0.5, normalized=True)
    nearest = edge.interpolate(edge.project(middle))
    # The nearest edge in degrees may be farther in metres than the nearest in metres.
    measured_m = distance_m(LonLat(middle.x, middle.y), LonLat(nearest.x, nearest.y))
    assert 40_000 * 0.97 <= measured_m <= 40_000 * 1.6


def test_a_corridor_along_a_parallel_is_as_wide_as_asked() -> None:
    band = corridor_m(LineString([(60, 35), (70, 35)]), 20_000)
    _, south, _, north = band.intersection(LineString([(65, 30), (65, 40)])).bounds
    width_m = distance_m(LonLat(65, south), LonLat(65, north))
    assert width_m == pytest.approx(40_000, rel=0.01)


def test_the_band_of_a_line_that_touches_the_antimeridian_stays_beside_it() -> None:
    band = corridor_m(LineString([(170, -40), (180, -41)]), 20_000)
    assert band.bounds[0] == -180
    assert band.bounds[2] == 180
    assert area_m2(band) < 2 * 20_000 * 1_000_000
    assert not band.intersects(Point(0, -40))


def test_the_band_of_a_line_that_was_cut_at_the_antimeridian_is_cut_there_too() -> None:
    line = MultiLineString([[(175, 10), (180, 12)], [(-180, 12), (-176, 14)]])
    band = corridor_m(line, 30_000)
    assert all(band.covers(Point(at)) for at in ((178, 11.2), (179.9, 12.1), (-179.9, 12)))
    assert not band.intersects(Point(0, 12))
    assert band.bounds[0] == -180
    assert band.bounds[2] == 180
    length_km = length_m(line) / 1_000
    assert area_m2(band) == pytest.approx((60 * length_km + math.pi * 900) * 1e6, rel=0.03)


def test_shrinking_undoes_growing() -> None:
    square = box(60, 30, 62, 32)
    there_and_back = buffer_m(buffer_m(square, 10_000), -10_000)
    assert area_m2(there_and_back) == pytest.approx(area_m2(square), rel=0.005)
    assert buffer_m(square, -500_000).is_empty


def test_the_box_round_geometries_is_west_south_east_north() -> None:
    assert bbox([Point(70, 35), Point(60, 37)]) == (60, 35, 70, 37)
    with pytest.raises(ValueError, match="No geometry to draw a box round"):
        bbox([])


@pytest.mark.parametrize("extent", [(60, 30, 75, 40), (-10, -5, 10, 5), (20, -50, 30, -40)])
def test_a_local_crs_is_in_metres(extent: tuple[float, float, float, float]) -> None:
    assert {axis.unit_name for axis in local_crs(extent).axis_info} == {"metre"}
