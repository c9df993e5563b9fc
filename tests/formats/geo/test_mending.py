"""Layers as strangers write them: mended where that is safe, and said; else listed."""

from __future__ import annotations

import json
import struct
from typing import TYPE_CHECKING, Any, Literal

import numpy as np
import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st
from shapely.geometry import GeometryCollection, LineString, MultiPoint, Point, Polygon

from groundtext.formats import Extract, LayerExtract, Refused
from groundtext.formats.geo.well_known import _is_too_deep
from groundtext.formats.reading import read_foreign
from groundtext.layers.geojson import geometry_from_json
from tests.hostile.layer_cases import gpkg

if TYPE_CHECKING:
    from collections.abc import Sequence

    from shapely.geometry.base import BaseGeometry

FLAVOURS: tuple[Literal["extended", "iso"], ...] = ("extended", "iso")
Positions = list[tuple[float, float]]


def read(file: str, source: bytes) -> LayerExtract:
    [extract] = read_foreign(file, source)
    assert isinstance(extract, LayerExtract), extract
    return extract


def geojson(*geometries: dict[str, Any], crs: str = "") -> bytes:
    members = [
        {"type": "Feature", "properties": {"name": f"Place {n}"}, "geometry": geometry}
        for n, geometry in enumerate(geometries)
    ]
    document: dict[str, Any] = {"type": "FeatureCollection", "features": members}
    if crs:
        document["crs"] = {"type": "name", "properties": {"name": crs}}
    return json.dumps(document).encode()


def geometries(extract: LayerExtract) -> Sequence[BaseGeometry]:
    return [geometry_from_json(feature["geometry"]) for feature in extract.features]


def polygon(*ring: tuple[float, float]) -> dict[str, Any]:
    return {"type": "Polygon", "coordinates": [[list(position) for position in ring]]}


def line(*positions: tuple[float, float]) -> dict[str, Any]:
    return {"type": "LineString", "coordinates": [list(position) for position in positions]}


def csv_of(*wkts: str) -> bytes:
    rows = [f'Place {n},"{wkt}"' for n, wkt in enumerate(wkts)]
    return "\n".join(["name,wkt", *rows, "Kabul,POINT (69.2 34.5)"]).encode()


def only_reason(extract: LayerExtract) -> str:
    [part] = extract.listed
    return part.message


# ── reference systems ────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("crs", ["EPSG:3857", "EPSG:32642", "urn:ogc:def:crs:EPSG::3857"])
def test_degrees_called_metres_are_refused_with_the_way_out(crs: str) -> None:
    source = geojson(line((62.1, 35.2), (65.7, 31.6)), crs=crs)
    [refused] = read_foreign("route.geojson", source)
    assert isinstance(refused, Refused)
    assert "degrees" in refused.reason
    assert "EPSG:4326" in refused.reason


def test_metres_are_reprojected_and_that_is_said() -> None:
    extract = read("x.geojson", geojson(line((6.9e6, 4.1e6), (7.0e6, 4.2e6)), crs="EPSG:3857"))
    west, south, *_ = geometries(extract)[0].bounds
    assert (round(west, 2), round(south, 2)) == (61.98, 34.53)
    assert any("reprojected" in warning for warning in extract.warnings)


# ── what is missing lands at 0, 0 ────────────────────────────────────────────────────────────────


def test_a_stray_corner_at_null_island_is_left_out_and_noted() -> None:
    extract = read("x.geojson", geojson(line((62, 35), (0, 0), (65, 31), (66, 30))))
    assert geometries(extract) == [LineString([(62, 35), (65, 31), (66, 30)])]
    assert "0, 0" in extract.repaired[0].message


def test_a_box_with_its_corner_at_null_island_keeps_it() -> None:
    [outline] = geometries(
        read("x.geojson", geojson(polygon((0, 0), (10, 0), (10, 10), (0, 10), (0, 0))))
    )
    assert outline.area == pytest.approx(100)


def test_a_ring_that_begins_at_null_island_stays_a_ring() -> None:
    extract = read("x.geojson", geojson(polygon((0, 0), (62, 35), (65, 35), (65, 31), (0, 0))))
    assert geometries(extract)[0].equals(Polygon([(62, 35), (65, 35), (65, 31)]))


def test_points_of_one_feature_lose_only_the_one_at_null_island() -> None:
    points = {"type": "MultiPoint", "coordinates": [[0, 0], [62, 35], [63, 36]]}
    assert geometries(read("x.geojson", geojson(points))) == [MultiPoint([(62, 35), (63, 36)])]


def test_what_truly_passes_null_island_keeps_its_corner() -> None:
    path = ((-3.0, 1.0), (0.0, 0.0), (3.0, -1.0))
    extract = read("x.geojson", geojson(line(*path)))
    assert geometries(extract) == [LineString(path)]
    assert extract.repaired == ()


def test_a_line_of_nothing_but_null_island_is_listed() -> None:
    extract = read("x.geojson", geojson(line((0, 0), (62, 35)), line((62, 35), (63, 35))))
    assert "too few others" in only_reason(extract)


# ── antimeridian and poles ───────────────────────────────────────────────────────────────────────


def test_an_outline_round_the_south_pole_holds_the_pole() -> None:
    ring: Positions = [(-170, -70), (-60, -65), (50, -68), (160, -72), (-170, -70)]
    extract = read("x.geojson", geojson(polygon(*ring)))
    [outline] = geometries(extract)
    assert outline.is_valid
    assert outline.covers(Point(0, -89))
    assert outline.covers(Point(179.9, -80))
    assert not outline.covers(Point(0, -60))
    assert "round a pole" in extract.repaired[0].message


def test_an_outline_round_the_north_pole_that_goes_west_holds_that_pole() -> None:
    ring: Positions = [(-170, 70), (160, 72), (50, 68), (-60, 65), (-170, 70)]
    [outline] = geometries(read("x.geojson", geojson(polygon(*ring))))
    assert outline.covers(Point(0, 89))
    assert not outline.covers(Point(0, 60))


@given(
    st.floats(-179, 179),
    st.floats(-60, 60),
    st.floats(1, 30),
    st.sampled_from([-360, 0, 360]),
)
def test_a_box_is_the_same_box_wherever_it_was_unrolled(
    lon: float, lat: float, half: float, turn: int
) -> None:
    """Its area stays, and its middle is in it, whether or not it crosses 180 degrees."""
    west, east = lon - half + turn, lon + half + turn
    if not -360 < west < east < 360:
        return
    box = [(west, lat - 5), (east, lat - 5), (east, lat + 5), (west, lat + 5), (west, lat - 5)]
    [outline] = geometries(read("x.geojson", geojson(polygon(*box))))
    assert outline.bounds[0] >= -180
    assert outline.bounds[2] <= 180
    assert outline.area == pytest.approx(20 * half, rel=1e-6)
    assert outline.buffer(1e-6).covers(Point(lon, lat))


# ── well-known text and binary ───────────────────────────────────────────────────────────────────


def test_an_open_ring_of_wkt_is_closed_and_noted() -> None:
    extract = read("x.csv", csv_of("POLYGON ((62 35, 65 35, 65 31))"))
    assert geometries(extract)[0].equals(Polygon([(62, 35), (65, 35), (65, 31)]))
    assert "was closed" in extract.repaired[0].message


@pytest.mark.parametrize(
    "wkt",
    [
        "CIRCULARSTRING (0 1, 1 1, 2 0)",
        "GEOMETRYCOLLECTION (CIRCULARSTRING (0 1, 1 1, 2 0))",
        "CURVEPOLYGON ((0 1, 1 1, 2 0, 0 1))",
    ],
)
def test_a_curve_is_listed_by_name_and_takes_nothing_with_it(wkt: str) -> None:
    extract = read("x.csv", csv_of(wkt))
    assert len(extract.features) == 1
    assert "curves" in only_reason(extract)


@pytest.mark.parametrize(
    "wkt", ["LINESTRING (62 35)", "POINT (62", "POLYGON ((62 35, 65 35))", "POINT (a b)"]
)
def test_text_that_is_no_geometry_is_listed(wkt: str) -> None:
    assert "is no WKT" in only_reason(read("x.csv", csv_of(wkt)))


def test_a_deep_collection_of_wkt_is_listed() -> None:
    deep = "GEOMETRYCOLLECTION(" * 50_000 + "POINT (1 2)" + ")" * 50_000
    assert "too deep" in only_reason(read("x.csv", csv_of(deep)))


@pytest.mark.parametrize(
    ("opening", "order"),
    [(b"\x01\x07\x00\x00\x00\x01\x00\x00\x00", 1), (b"\0\0\0\0\x07\0\0\0\1", 0)],
)
def test_a_deep_collection_of_wkb_is_refused_and_not_followed(opening: bytes, order: int) -> None:
    wkb = opening * 200_000 + shapely.to_wkb(Point(62, 35), byte_order=order)
    [extract] = read_foreign("x.gpkg", gpkg(blob=b"GP\x00\x01\xe6\x10\x00\x00" + wkb))
    assert "too deep" in told(extract)


def told(extract: Extract) -> str:
    if isinstance(extract, Refused):
        return extract.reason
    assert isinstance(extract, LayerExtract)
    return " ".join(part.message for part in extract.listed)


@pytest.mark.parametrize("order", [0, 1])
@pytest.mark.parametrize("n_corners", [50_000, 200_000])
def test_an_outline_of_whole_numbers_is_not_taken_for_a_deep_collection(
    n_corners: int, order: int
) -> None:
    angles = np.linspace(0, 2 * np.pi, n_corners, endpoint=False)
    ring = np.round(np.column_stack((62 + np.cos(angles), 35 + np.sin(angles))) * 2**20) / 2**20
    wkb = shapely.to_wkb(Polygon(ring), byte_order=order)
    extract = read("x.gpkg", gpkg(blob=b"GP\x00\x01\xe6\x10\x00\x00" + wkb))
    assert geometries(extract)[0].area == pytest.approx(np.pi, rel=1e-3)


@given(
    st.recursive(
        st.sampled_from([Point(1, 2), LineString([(1, 2), (3, 4)]), Point(1, 2).buffer(1, 2)]),
        lambda inner: st.lists(inner, max_size=4).map(GeometryCollection),
        max_leaves=12,
    ),
    st.sampled_from([0, 1]),
    st.sampled_from(FLAVOURS),
    st.sampled_from([2, 3]),
)
def test_only_depth_is_too_deep(
    geometry: BaseGeometry, order: int, flavor: Literal["extended", "iso"], n_numbers: int
) -> None:
    """Whatever is built, in either dialect and order, is walked through to its end."""
    shown = shapely.force_3d(geometry) if n_numbers == 3 else geometry
    wkb = shapely.to_wkb(shown, byte_order=order, flavor=flavor, output_dimension=3)
    assert not _is_too_deep(wkb)
    deep = wkb
    for _ in range(70):
        deep = struct.pack("<BII", 1, 7, 1) + deep
    assert _is_too_deep(deep)


def test_many_outlines_are_not_taken_for_a_deep_collection() -> None:
    squares = [Point(n / 100, 35).buffer(0.001, quad_segs=1) for n in range(2_000)]
    wkb = shapely.to_wkb(shapely.multipolygons(squares), byte_order=1)
    extract = read("x.gpkg", gpkg(blob=b"GP\x00\x01\xe6\x10\x00\x00" + wkb))
    assert geometries(extract)[0].area == pytest.approx(sum(each.area for each in squares))


def test_an_endless_number_lists_its_feature_and_no_other() -> None:
    source = geojson(
        {"type": "Point", "coordinates": [62, 35]}, {"type": "Point", "coordinates": [63, 36]}
    ).replace(b"63", b"9" * 5_000)
    extract = read("x.geojson", source)
    assert geometries(extract) == [Point(62, 35)]
    assert "no place on Earth" in only_reason(extract)
