"""GeoJSON, broken and odd."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from tests.hostile.case import CANARY_PATH, REFUSED, URL, USABLE, USED, WARNED, Case

if TYPE_CHECKING:
    from collections.abc import Iterator

    from groundtext.project.report import Outcome

POINT = {"type": "Point", "coordinates": [69.26, 34.95]}
SQUARE = [[60, 30], [61, 30], [61, 31], [60, 31], [60, 30]]


def feature(geometry: Any, name: Any = "Alder", **members: Any) -> dict[str, Any]:
    return {"type": "Feature", "properties": {"name": name}, "geometry": geometry, **members}


def collection(*features: Any, **members: Any) -> dict[str, Any]:
    return {"type": "FeatureCollection", "features": list(features), **members}


def _case(
    name: str, document: Any, expected: frozenset[Outcome], said: str = "", absent: str = ""
) -> Case:
    source = document if isinstance(document, bytes) else json.dumps(document).encode()
    return Case(f"{name}.geojson", source, expected, said, absent)


def cases() -> Iterator[Case]:
    yield from _whole_files()
    yield from _geometries()
    yield from _properties()


def _whole_files() -> Iterator[Case]:
    good = collection(feature(POINT))
    text = json.dumps(good)
    yield _case("good", good, USED)
    yield _case("one feature", feature(POINT), USED)
    yield _case("bare geometry", POINT, USABLE)
    yield _case(
        "lines",
        (json.dumps(feature(POINT)) + "\n" + json.dumps(feature(POINT, "Birch"))).encode(),
        USED,
    )
    yield _case("bom", b"\xef\xbb\xbf" + text.encode(), USED)
    yield _case("utf16", text.encode("utf-16"), USABLE)
    yield _case("cut off", text[:-30].encode(), REFUSED, "no JSON")
    yield _case("empty", b"", REFUSED, "empty")
    yield _case("blank", b" \n\t ", REFUSED, "blanks")
    yield _case("no features", collection(), REFUSED, "no features")
    yield _case("null", b"null", REFUSED)
    yield _case("list of numbers", [1, 2, 3], REFUSED)
    yield _case("other object", {"type": "Topology", "objects": {}}, REFUSED, "Topology")
    yield _case(
        "features no list",
        {"type": "FeatureCollection", "features": 5},
        REFUSED,
        "list of features",
    )
    yield _case(
        "nested deeply", b'{"type":"FeatureCollection","features":' + b"[" * 100_000, REFUSED
    )
    yield _case("huge number", text.replace("69.26", "9" * 5_000).encode(), REFUSED)
    yield _case(
        "duplicate keys",
        text.replace('"type": "Point"', '"type": "Point", "type": "Point"').encode(),
        USED,
    )
    yield _case("trailing words", (text + " and more").encode(), REFUSED, "no JSON")
    yield _case("trailing comma", text.replace("]}}", "],}}").encode(), REFUSED, "no JSON")
    yield _case("single quotes", text.replace('"', "'").encode(), REFUSED)
    mercator = {"type": "name", "properties": {"name": "EPSG:3857"}}
    moved = feature({"type": "Point", "coordinates": [7_709_988, 4_161_000]})
    yield _case("crs stated", collection(moved, crs=mercator), WARNED, "reprojected")
    yield _case("metres unstated", collection(moved), REFUSED, "no degrees")
    unknown = {"type": "name", "properties": {"name": "EPSG:999999"}}
    yield _case("crs unknown", collection(feature(POINT), crs=unknown), REFUSED, "not known")
    grid = {
        "type": "name",
        "properties": {"name": f"+proj=longlat +nadgrids={CANARY_PATH} +type=crs"},
    }
    yield _case("crs names a file", collection(feature(POINT), crs=grid), REFUSED, "not known")
    slips = [
        feature({"type": "Point", "coordinates": [lon, lat]}, str(lat))
        for lon, lat in ((13, 52), (2, 48), (4, 40), (10, 95))
    ]
    yield _case("one slip", collection(*slips), WARNED, "beyond 90")
    link = {"type": "link", "properties": {"href": URL, "type": "proj4"}}
    yield _case("crs link", collection(feature(POINT), crs=link), USABLE)
    vrt = f'<OGRVRTDataSource><OGRVRTLayer name="x"><SrcDataSource>{CANARY_PATH}</SrcDataSource></OGRVRTLayer></OGRVRTDataSource>'
    yield _case("vrt in disguise", vrt.encode(), REFUSED | USABLE)
    yield _case(
        "remote service", {"type": "FeatureCollection", "features": [], "source": URL}, REFUSED
    )


def _geometries() -> Iterator[Case]:
    def one(name: str, geometry: Any, expected: frozenset[Outcome], said: str = "") -> Case:
        good = feature(POINT, "Good")
        return _case(name, collection(good, feature(geometry)), expected, said)

    yield one("null geometry", None, WARNED, "no geometry")
    yield one("empty coordinates", {"type": "Point", "coordinates": []}, WARNED)
    yield one(
        "texts for numbers", {"type": "Point", "coordinates": ["69", "34"]}, WARNED, "no number"
    )
    yield one("booleans", {"type": "Point", "coordinates": [True, False]}, WARNED, "no number")
    yield one("latitude beyond", {"type": "Point", "coordinates": [10, 95]}, WARNED, "beyond 90")
    yield one("null island", {"type": "Point", "coordinates": [0, 0]}, WARNED, "0, 0")
    yield one("height", {"type": "Point", "coordinates": [69.26, 34.95, 1490]}, USED)
    yield one("four numbers", {"type": "Point", "coordinates": [69.26, 34.95, 1490, 7]}, USABLE)
    yield one(
        "unknown type", {"type": "Circle", "coordinates": [0, 1], "radius": 5}, WARNED, "Circle"
    )
    yield one("open ring", {"type": "Polygon", "coordinates": [SQUARE[:-1]]}, WARNED, "closed")
    yield one("two corners", {"type": "Polygon", "coordinates": [SQUARE[:2]]}, WARNED)
    bow = [[60, 30], [61, 31], [61, 30], [60, 31], [60, 30]]
    yield one("bow tie", {"type": "Polygon", "coordinates": [bow]}, WARNED, "mended")
    yield one("clockwise", {"type": "Polygon", "coordinates": [SQUARE[::-1]]}, USED)
    yield one(
        "flat polygon",
        {"type": "Polygon", "coordinates": [[[60, 30], [61, 30], [60, 30], [60, 30]]]},
        WARNED,
    )
    yield one("line of one", {"type": "LineString", "coordinates": [[60, 30]]}, WARNED, "positions")
    yield one("line of equals", {"type": "LineString", "coordinates": [[60, 30], [60, 30]]}, USABLE)
    across = [[170, 10], [-170, 10], [-170, 20], [170, 20], [170, 10]]
    yield one("antimeridian", {"type": "Polygon", "coordinates": [across]}, WARNED, "antimeridian")
    yield one(
        "line across",
        {"type": "LineString", "coordinates": [[170, 10], [-170, 12]]},
        WARNED,
        "antimeridian",
    )
    yield one("beyond 180", {"type": "Point", "coordinates": [190, 10]}, WARNED, "180")
    mixed = {
        "type": "GeometryCollection",
        "geometries": [POINT, {"type": "LineString", "coordinates": SQUARE}],
    }
    yield one("mixed collection", mixed, WARNED, "mixes")
    alike = {
        "type": "GeometryCollection",
        "geometries": [POINT, {"type": "Point", "coordinates": [60, 30]}],
    }
    yield one("alike collection", alike, USED)
    nested: dict[str, Any] = POINT
    for _ in range(30):
        nested = {"type": "GeometryCollection", "geometries": [nested]}
    yield one("nested collection", nested, WARNED)
    nan = json.dumps(
        collection(feature(POINT, "Good"), feature({"type": "Point", "coordinates": [12345.5, 1]}))
    )
    yield _case("nan", nan.replace("12345.5", "NaN").encode(), WARNED, "no place on Earth")
    yield _case("infinity", nan.replace("12345.5", "-Infinity").encode(), WARNED)
    swapped = [
        feature({"type": "Point", "coordinates": [lat, lon]}, str(lat))
        for lon, lat in ((100, 14), (101, 15), (105, 12))
    ]
    yield _case("swapped", collection(*swapped), WARNED, "swapped")
    ring = [[60 + k / 100_000, 30 + (k % 7) / 1_000] for k in range(60_000)]
    yield one("many corners", {"type": "LineString", "coordinates": ring}, USABLE)


def _properties() -> Iterator[Case]:
    def one(name: str, member: Any, expected: frozenset[Outcome] = USABLE, said: str = "") -> Case:
        return _case(name, collection(member), expected, said)

    script = "<script>fetch('" + URL + "')</script>${alert(1)}{{7*7}}"
    yield one("script in name", feature(POINT, script), USED)
    yield one("no properties", {"type": "Feature", "properties": None, "geometry": POINT}, USABLE)
    yield one(
        "properties a list", {"type": "Feature", "properties": [1], "geometry": POINT}, USABLE
    )
    yield one("name a number", feature(POINT, 42))
    yield _case(
        "endless number",
        json.dumps(collection(feature(POINT, 5)))
        .replace('"name": 5', '"name": "A", "size": 1e9992')
        .encode(),
        USED,
    )
    yield one("name a list", feature(POINT, ["a", "b"]))
    yield one("name empty", feature(POINT, ""))
    yield one("name long", feature(POINT, "a" * 100_000))
    yield one("controls", feature(POINT, "a\x00b\x1b[31mred\u202eevil"))
    yield one("half a character", feature(POINT, "a\ud800b"))
    yield one("ids twice", feature(POINT, id="x"), USED)
    yield _case(
        "same ids", collection(feature(POINT, id="x"), feature(POINT, "B", id="x")), WARNED, "taken"
    )
    yield one("id a path", feature(POINT, id="../../etc/passwd"), USED)
    yield one("id a script", feature(POINT, id='"><script>'), USED)
    yield one("prototype", feature(POINT, __proto__={"x": 1}), USED)
    yield one(
        "nested properties",
        {**feature(POINT), "properties": {"name": "a", "more": {"b": [1, {"c": 2}]}}},
        USED,
    )
    yield one(
        "bad date",
        {**feature(POINT), "properties": {"name": "a", "start": "03/04/2019"}},
        WARNED,
        "no date",
    )
    yield one(
        "good date", {**feature(POINT), "properties": {"name": "a", "start": "7 May 2019"}}, USED
    )
    yield one("not a feature", {"kind": "other"}, REFUSED, "no feature")
