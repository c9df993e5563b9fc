"""GeoJSON geometries by the letter of RFC 7946, checked before shapely sees them.

Files are written by strangers: a fault is a message that names the place in the geometry and
the way out, never a crash further inside.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final, TypeAlias

import shapely
from shapely.geometry import (
    LineString,
    MultiLineString,
    MultiPoint,
    MultiPolygon,
    Point,
    Polygon,
)

from groundtext.layers.finding import Fault

if TYPE_CHECKING:
    from collections.abc import Callable

    from shapely.geometry.base import BaseGeometry

Json: TypeAlias = "bool | int | float | str | list[Json] | dict[str, Json] | None"
_Position: TypeAlias = tuple[float, float]

_MIN_RING: Final = 4
_MIN_LINE: Final = 2
_POSITION_SIZES: Final = (2, 3)  # the third number is a height, which no layer here uses
_MAX_LON: Final = 180.0
_MAX_LAT: Final = 90.0


def geometry_from_json(member: Json) -> BaseGeometry:
    """Return the geometry, its polygons turned to the right-hand rule.

    Raises
    ------
    Fault
        If it is not one of the six simple types, has no position, a position outside the
        world, an open ring, or crosses itself.
    """
    if not isinstance(member, dict):
        raise Fault("no geometry", "give the feature a geometry object (RFC 7946 §3.1)")
    kind = member.get("type")
    build = _BUILDERS.get(kind) if isinstance(kind, str) else None
    if build is None:
        raise Fault(
            f"geometry type {kind!r} is not one of {', '.join(_BUILDERS)}",
            "split the geometry into features of these types",
        )
    geometry = build(member.get("coordinates"), "coordinates")
    if not geometry.is_valid:
        raise Fault(
            f"invalid geometry: {shapely.is_valid_reason(geometry)}",
            "repair it, for example with the “Fix geometries” tool of a GIS",
        )
    return shapely.orient_polygons(geometry)


def _point(member: Json, place: str) -> Point:
    return Point(_position(member, place))


def _line(member: Json, place: str) -> LineString:
    return LineString(_positions(member, place, at_least=_MIN_LINE))


def _polygon(member: Json, place: str) -> Polygon:
    shell, *holes = (_ring(part, at) for part, at in _parts(member, place))
    return Polygon(shell, holes)


def _multi_point(member: Json, place: str) -> MultiPoint:
    return MultiPoint([_position(part, at) for part, at in _parts(member, place)])


def _multi_line(member: Json, place: str) -> MultiLineString:
    return MultiLineString([_line(part, at) for part, at in _parts(member, place)])


def _multi_polygon(member: Json, place: str) -> MultiPolygon:
    return MultiPolygon([_polygon(part, at) for part, at in _parts(member, place)])


_BUILDERS: Final[dict[str, Callable[[Json, str], BaseGeometry]]] = {
    "Point": _point,
    "LineString": _line,
    "Polygon": _polygon,
    "MultiPoint": _multi_point,
    "MultiLineString": _multi_line,
    "MultiPolygon": _multi_polygon,
}


def _parts(member: Json, place: str) -> list[tuple[Json, str]]:
    if not isinstance(member, list) or not member:
        raise Fault(f"{place} is empty or no list", "give at least one position")
    return [(part, f"{place}[{index}]") for index, part in enumerate(member)]


def _positions(member: Json, place: str, *, at_least: int) -> list[_Position]:
    positions = [_position(part, at) for part, at in _parts(member, place)]
    if len(positions) < at_least:
        raise Fault(
            f"{place} has {len(positions)} positions, fewer than {at_least}",
            "add the missing positions or use another geometry type",
        )
    return positions


def _ring(member: Json, place: str) -> list[_Position]:
    ring = _positions(member, place, at_least=_MIN_RING)
    if ring[0] != ring[-1]:
        raise Fault(f"the ring {place} is open", "repeat its first position at the end")
    return ring


def _position(member: Json, place: str) -> _Position:
    if not isinstance(member, list) or len(member) not in _POSITION_SIZES:
        raise Fault(f"{place} is no position", "write a position as [longitude, latitude]")
    lon, lat = (_number(part, place) for part in member[:2])
    if abs(lon) > _MAX_LON or abs(lat) > _MAX_LAT:
        raise Fault(f"{place} = [{lon}, {lat}] is outside the world", _way_home(lon, lat))
    return lon, lat


def _number(member: Json, place: str) -> float:
    # bool is a kind of int in Python, not in JSON.
    if isinstance(member, bool) or not isinstance(member, int | float):
        raise Fault(f"{place} holds {member!r}, which is no number", "write numbers")
    # An integer of 400 digits is JSON too, and too large for a float.
    number = float(member) if abs(member) <= _MAX_LON * 1e9 else math.inf
    if not math.isfinite(number):
        raise Fault(f"{place} holds a number beyond all degrees", "write degrees")
    return number


def _way_home(lon: float, lat: float) -> str:
    if abs(lon) <= _MAX_LAT and abs(lat) <= _MAX_LON:
        return "longitude stands before latitude: swap the two"
    return "write degrees of longitude and latitude (WGS 84), or reproject the file to EPSG:4326"
