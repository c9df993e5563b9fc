"""GeoJSON, by the letter or nearly so → raw layers; also Linked Places, which is GeoJSON."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final, TypeAlias

from shapely.errors import ShapelyError
from shapely.geometry import (
    GeometryCollection,
    LineString,
    MultiLineString,
    MultiPoint,
    MultiPolygon,
    Point,
    Polygon,
)

from groundtext.formats.decoding import decode
from groundtext.formats.faults import Unusable
from groundtext.formats.geo.raw import WGS84, RawFeature, RawLayer, add_up_to_limit

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from shapely.geometry.base import BaseGeometry

    from groundtext.layers.geojson import Json

_Positions: TypeAlias = list[tuple[float, float]]
_MIN_RING: Final = 4
_MIN_LINE: Final = 2
_HUGE: Final = 1e12
_GEOMETRIES: Final = (
    *("Point", "MultiPoint", "LineString", "MultiLineString", "Polygon", "MultiPolygon"),
    "GeometryCollection",
)
_MOST_DIGITS: Final = 400  # more are beyond every float
_MOST_NESTED: Final = 8  # geometry collections in geometry collections


def read_geojson(source: bytes) -> Iterator[RawLayer]:
    """Yield the layer of a feature collection, of one feature or geometry, or of a line for each.

    Raises
    ------
    Unusable
        If it is no JSON, or no GeoJSON.
    """
    text = decode(source).text.lstrip("\ufeff")
    document = _parse(text)
    layer = RawLayer(name=_name(document), crs=_crs(document))
    add_up_to_limit(layer, _features(_members(document)))
    yield layer


def read_linked_places(source: bytes) -> Iterator[RawLayer]:
    """Yield the layer of a file of Linked Places Format; errors as in `read_geojson`."""
    for layer in read_geojson(source):
        for feature in layer.features:
            feature.properties = {**_linked_properties(feature.properties), **feature.properties}
        yield layer


def _parse(text: str) -> Json:
    try:
        return _loads(text)
    except ValueError as error:
        lines = [line for line in text.split("\n") if line.strip(" \r\t\x1e")]
        if len(lines) < _MIN_LINE:
            raise Unusable(f"is no JSON ({_short(error)}); export it again.") from error
        first_error = error
    except RecursionError:
        raise Unusable("is nested too deeply; export it again as plain GeoJSON.") from None
    try:
        return [_loads(line.strip(" \r\t\x1e")) for line in lines]
    except (ValueError, RecursionError):
        raise Unusable(f"is no JSON ({_short(first_error)}); export it again.") from first_error


def _loads(text: str) -> Json:
    document: Json = json.loads(text, parse_int=_integer)
    return document


def _integer(digits: str) -> int | float:
    """Read a whole number; of more digits than Python reads, as a float, which is then endless."""
    return int(digits) if len(digits) < _MOST_DIGITS else float(digits)


def _short(error: ValueError) -> str:
    return str(error).partition(". ")[0][:120]


def _name(document: Json) -> str:
    name = document.get("name") if isinstance(document, dict) else None
    return name if isinstance(name, str) else ""


def _crs(document: Json) -> str:
    crs = document.get("crs") if isinstance(document, dict) else None
    properties = crs.get("properties") if isinstance(crs, dict) else None
    name = properties.get("name") if isinstance(properties, dict) else None
    return name if isinstance(name, str) and name else WGS84


def _members(document: Json) -> list[Json]:
    if isinstance(document, list):
        return [member for part in document for member in _members(part)]
    kind = document.get("type") if isinstance(document, dict) else None
    if isinstance(document, dict) and kind == "FeatureCollection":
        members = document.get("features")
        if not isinstance(members, list):
            raise Unusable('has no list of features; write "features": [ … ].')
        return members
    if isinstance(document, dict) and kind == "Feature":
        return [document]
    if isinstance(document, dict) and kind in _GEOMETRIES:
        return [{"type": "Feature", "properties": {}, "geometry": document}]
    raise Unusable(
        f"is JSON, but no GeoJSON: its type is {_shown(kind)}; export it as a FeatureCollection."
    )


def _shown(value: Json) -> str:
    return repr(value) if isinstance(value, str | int | float | None) else "not said"


def _features(members: list[Json]) -> Iterator[RawFeature]:
    for number, member in enumerate(members, 1):
        place = f"feature {number}"
        if not isinstance(member, dict) or member.get("type") != "Feature":
            yield RawFeature(place, None, {}, fault='It is no feature; write "type": "Feature".')
            continue
        properties = member.get("properties")
        raw_id = member.get("id", member.get("@id"))
        feature = RawFeature(
            place,
            None,
            dict(properties) if isinstance(properties, dict) else {},
            id=str(raw_id) if isinstance(raw_id, str | int | float) else "",
        )
        # Members that stand beside the properties say more in Linked Places.
        for name in ("names", "when", "types", "links", "relations", "descriptions"):
            if name in member and name not in feature.properties:
                feature.properties[name] = member[name]
        try:
            feature.geometry = _geometry(member.get("geometry"), feature.notes, 0)
        except Unusable as fault:
            feature.fault = str(fault)
        yield feature


def _geometry(member: Json, notes: list[str], depth: int) -> BaseGeometry:
    if not isinstance(member, dict):
        raise Unusable("It has no geometry; give it one, or leave it out.")
    kind = member.get("type")
    if kind == "GeometryCollection":
        parts = member.get("geometries")
        if depth == _MOST_NESTED or not isinstance(parts, list):
            raise Unusable(
                "Its geometry collection holds no list of geometries, or too many levels."
            )
        return GeometryCollection([_geometry(part, notes, depth + 1) for part in parts])
    build = _BUILDERS.get(kind) if isinstance(kind, str) else None
    if build is None:
        known = ", ".join(_GEOMETRIES)
        raise Unusable(f"Its geometry type is {_shown(kind)}, which is none of {known}.")
    try:
        return build(member.get("coordinates"), notes)
    except (ShapelyError, ValueError, OverflowError) as error:
        if isinstance(error, Unusable):
            raise
        raise Unusable(f"Its geometry cannot be built ({error}); draw it again.") from error


def _position(member: Json) -> tuple[float, float]:
    if not isinstance(member, list) or len(member) < _MIN_LINE:
        raise Unusable(f"{_part(member)} is no position; write [longitude, latitude].")
    lon, lat = (_number(part, member) for part in member[:2])
    return lon, lat


def _number(part: Json, member: Json) -> float:
    if isinstance(part, bool) or not isinstance(part, int | float):
        raise Unusable(f"{_part(member)} holds what is no number; write [longitude, latitude].")
    if not abs(part) < _HUGE:  # also for NaN
        raise Unusable(f"{_part(member)} is no place on Earth; correct it, or leave it out.")
    return float(part)


def _part(member: Json) -> str:
    text = json.dumps(member, ensure_ascii=False)
    return text if len(text) < 60 else f"{text[:60]}…"  # noqa: PLR2004  enough to find it


def _listed(member: Json) -> list[Json]:
    if not isinstance(member, list) or not member:
        raise Unusable("Its geometry has no coordinates; give it some, or leave it out.")
    return member


def _positions(member: Json, at_least: int) -> _Positions:
    positions = [_position(part) for part in _listed(member)]
    if len(positions) < at_least:
        raise Unusable(
            f"It has {len(positions)} positions where {at_least} are needed; complete it."
        )
    return positions


def _ring(member: Json, notes: list[str]) -> _Positions:
    ring = _positions(member, _MIN_RING - 1)
    if ring[0] != ring[-1]:
        ring.append(ring[0])
        notes.append("Its ring was open, and was closed.")
    if len(ring) < _MIN_RING:
        raise Unusable("Its ring has fewer than three corners; complete it.")
    return ring


def _polygon(member: Json, notes: list[str]) -> Polygon:
    shell, *holes = (_ring(part, notes) for part in _listed(member))
    return Polygon(shell, holes)


def _line(member: Json, _notes: list[str]) -> LineString:
    return LineString(_positions(member, _MIN_LINE))


_BUILDERS: Final[dict[str, Callable[[Json, list[str]], BaseGeometry]]] = {
    "Point": lambda member, _notes: Point(_position(member)),
    "LineString": _line,
    "Polygon": _polygon,
    "MultiPoint": lambda member, _notes: MultiPoint([_position(p) for p in _listed(member)]),
    "MultiLineString": lambda member, notes: MultiLineString(
        [_line(part, notes) for part in _listed(member)]
    ),
    "MultiPolygon": lambda member, notes: MultiPolygon(
        [_polygon(part, notes) for part in _listed(member)]
    ),
}


def _linked_properties(properties: dict[str, Json]) -> dict[str, Json]:
    """Return name, aliases and dates of a place of Linked Places Format."""
    names = properties.get("names")
    toponyms = [
        str(each["toponym"])
        for each in (names if isinstance(names, list) else [])
        if isinstance(each, dict) and isinstance(each.get("toponym"), str)
    ]
    title = properties.get("title")
    name = title if isinstance(title, str) and title else (toponyms[0] if toponyms else "")
    found: dict[str, Json] = {"name": name, "aliases": [each for each in toponyms if each != name]}
    when = properties.get("when")
    spans = when.get("timespans") if isinstance(when, dict) else None
    if isinstance(spans, list) and spans and isinstance(spans[0], dict):
        for edge, role in (("start", "valid_from"), ("end", "valid_to")):
            bound = spans[0].get(edge)
            if isinstance(bound, dict) and isinstance(bound.get("in"), str):
                found[role] = bound["in"]
    return {key: value for key, value in found.items() if value}
