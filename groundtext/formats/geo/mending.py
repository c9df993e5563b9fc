"""Raw geometries → EPSG:4326, longitude first, valid, within the world: mended, or listed."""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING, Any, Final

import numpy as np
import pyproj
import shapely
from pyproj.exceptions import ProjError
from shapely.errors import ShapelyError
from shapely.geometry import (
    GeometryCollection,
    LineString,
    MultiLineString,
    MultiPoint,
    MultiPolygon,
    Point,
    Polygon,
    box,
)

from groundtext.formats.faults import Unusable
from groundtext.formats.geo.raw import WGS84, RawLayer

if TYPE_CHECKING:
    from collections.abc import Callable

    from shapely.geometry.base import BaseGeometry

    from groundtext.formats.geo.raw import RawFeature

_LON: Final = 180.0
_LAT: Final = 90.0
_PLAINLY_METRES: Final = 400.0  # no degree is larger, in any convention
_TOLERANCE: Final = 1e-6  # degrees over the edge that rounding explains
_MOST_VERTICES: Final = 1_000_000  # of one feature
_WORLD: Final = box(-_LON, -_LAT, _LON, _LAT)
_BEYOND: Final = box(_LON, -_LAT, 3 * _LON, _LAT)
_SAME: Final = frozenset(
    {
        "EPSG:4326",
        "OGC:CRS84",
        "URN:OGC:DEF:CRS:OGC:1.3:CRS84",
        "URN:OGC:DEF:CRS:OGC::CRS84",
        "WGS84",
    }
)
_CODE: Final = re.compile(
    r"(?:(?:EPSG|ESRI|OGC):\w+|urn:ogc:def:crs:(?:EPSG|ESRI|OGC):[\d.]*:\w+"
    r"|https?://www\.opengis\.net/def/crs/(?:EPSG|OGC)/[\d.]+/\w+)",
    re.IGNORECASE,
)
_OUTERMOST: Final = re.compile(r'(?:AUTHORITY|ID)\["(EPSG|ESRI)",\s*"?(\d+)"?\]\s*\]\s*$')
_DEFINITION: Final = re.compile(
    r"(?:PROJCS|GEOGCS|PROJCRS|GEOGCRS|GEODCRS|COMPD_CS|COMPOUNDCRS|BOUNDCRS)\s*\[|\{",
    re.IGNORECASE,
)
_FILES: Final = re.compile(r"EXTENSION|PARAMETERFILE|grid|\+init|\+proj|file", re.IGNORECASE)
_AUTHORITY_ORDER: Final = (
    "URN:OGC:DEF:CRS:EPSG::4326"  # latitude first, where it is taken at its word
)


def mend_layer(layer: RawLayer) -> None:
    """Bring a layer into EPSG:4326 and mend its features; those that cannot be get a `fault`.

    Raises
    ------
    Unusable
        If its reference system is not known and its numbers are no degrees.
    """
    transform = _transform(layer)
    for feature in layer.features:
        if feature.geometry is not None:
            _in_place(feature, lambda geometry: _flat(geometry, transform))
    if transform is None:
        _settle_degrees(layer)
    for feature in layer.features:
        if feature.geometry is not None:
            _in_place(feature, partial(_mended, notes=feature.notes))


def _in_place(feature: RawFeature, change: Callable[[Any], BaseGeometry]) -> None:
    try:
        feature.geometry = change(feature.geometry)
    except Unusable as fault:
        feature.geometry, feature.fault = None, str(fault)
    except (ShapelyError, ProjError, ValueError) as error:
        feature.geometry = None
        feature.fault = f"Its geometry cannot be used ({error}); draw it again."


def _transform(layer: RawLayer) -> pyproj.Transformer | None:
    """Return what turns the layer's positions into EPSG:4326, or None for degrees."""
    crs = layer.crs.strip()
    if not crs or crs.upper() in _SAME or crs.upper() == _AUTHORITY_ORDER:
        return None
    try:
        known = pyproj.CRS.from_user_input(_named_without_files(crs))
        if known.equals(pyproj.CRS(WGS84), ignore_axis_order=True):
            return None
        transformer = pyproj.Transformer.from_crs(known, WGS84, always_xy=True)
    except (ProjError, ValueError) as error:
        raise Unusable(
            f"names a coordinate reference system that is not known ({crs[:80]}); save it as "
            "WGS 84 (EPSG:4326)."
        ) from error
    layer.warnings.append(f"is in {known.name}; it was reprojected to WGS 84.")
    return transformer


def _named_without_files(crs: str) -> str:
    """Return a reference system by its code, or as WKT or JSON that names no file.

    PROJ opens whatever file a definition names, such as a grid, and strangers write these.

    Raises
    ------
    ValueError
        If it is in another form, or names a file.
    """
    if _CODE.fullmatch(crs):
        return crs
    outermost = _OUTERMOST.search(crs)
    if outermost:
        return f"{outermost[1]}:{outermost[2]}"
    if _DEFINITION.match(crs) and not _FILES.search(crs):
        return crs
    raise ValueError("neither a code nor a definition that stands for itself")


def _flat(geometry: BaseGeometry, transform: pyproj.Transformer | None) -> BaseGeometry:
    if geometry.is_empty:
        raise Unusable("Its geometry is empty; give it one, or leave it out.")
    if shapely.get_num_coordinates(geometry) > _MOST_VERTICES:
        raise Unusable(f"It has more than {_MOST_VERTICES:,} corners; simplify it.")
    flat = shapely.force_2d(geometry)
    if transform is not None:
        flat = shapely.transform(
            flat, lambda xy: np.column_stack(transform.transform(xy[:, 0], xy[:, 1]))
        )
    if not np.isfinite(shapely.get_coordinates(flat)).all():
        raise Unusable("It has a position that is no place on Earth; correct it, or leave it out.")
    return flat


def _settle_degrees(layer: RawLayer) -> None:
    """Tell metres from degrees, and latitude first from longitude first, by all features."""
    held = [feature for feature in layer.features if feature.geometry is not None]
    if not held:
        return
    bounds = np.array([shapely.bounds(feature.geometry) for feature in held])
    largest = np.abs(bounds).max(axis=1)
    if np.median(largest) > _PLAINLY_METRES:
        shown = f"{bounds[int(np.argmax(largest))][0]:,.0f}"
        raise Unusable(
            f"has coordinates such as {shown}, which are no degrees, and names no coordinate "
            "reference system; save it as WGS 84 (EPSG:4326)."
        )
    if not layer.crs:
        layer.warnings.append(
            "names no coordinate reference system; its numbers were taken for degrees of WGS 84."
        )
    xs, ys = np.abs(bounds[:, [0, 2]]).max(axis=1), np.abs(bounds[:, [1, 3]]).max(axis=1)
    is_beyond = ys > _LAT + _TOLERANCE
    would_fit = (xs <= _LAT) & (ys <= _LON)
    # One slip is no other order: most features have to be impossible as they stand.
    if 2 * is_beyond.sum() > len(held) and would_fit.all():
        layer.warnings.append(
            "has latitudes beyond 90 degrees, and longitudes that would all be latitudes: the two "
            "stood in the other order, and were swapped."
        )
        for feature in held:
            feature.geometry = shapely.transform(feature.geometry, lambda xy: xy[:, ::-1])


def _mended(geometry: BaseGeometry, notes: list[str]) -> BaseGeometry:
    _refuse_outside(geometry)
    geometry = _across_the_antimeridian(geometry, notes)
    if not geometry.is_valid:
        before = geometry
        geometry = _of_one_kind(shapely.make_valid(geometry), before)
        notes.append(
            f"Its outline was not valid ({shapely.is_valid_reason(before)}), and was mended."
        )
    if isinstance(geometry, GeometryCollection):
        geometry = _collected(geometry)
    return geometry


def _refuse_outside(geometry: BaseGeometry) -> None:
    west, south, east, north = geometry.bounds
    if max(-south, north) > _LAT + _TOLERANCE:
        lat = north if north > _LAT else south
        hint = "; longitude and latitude may be swapped" if abs(lat) <= _LON else ""
        raise Unusable(f"Its latitude {lat:g} is beyond 90 degrees{hint}; correct it.")
    if max(-west, east) > 2 * _LON + _TOLERANCE:
        raise Unusable(
            f"Its longitude {east if east > _LON else west:g} is beyond all degrees; correct it."
        )
    if west == south == east == north == 0:
        raise Unusable(
            "It lies at 0, 0, where missing coordinates land; correct it, or leave it out."
        )


def _across_the_antimeridian(geometry: BaseGeometry, notes: list[str]) -> BaseGeometry:
    """Cut what crosses 180 degrees in two, as RFC 7946 §3.1.9 asks."""
    west, _, east, _ = geometry.bounds
    if geometry.geom_type in ("Point", "MultiPoint"):
        if max(-west, east) <= _LON:
            return geometry
        notes.append("Its longitude went beyond 180 degrees, and was brought back.")
        return shapely.transform(geometry, _wrapped)
    if max(-west, east) <= _LON + _TOLERANCE and not _jumps(geometry):
        return geometry
    unrolled = _map_parts(geometry, _unrolled)
    pieces = [shapely.intersection(_valid(unrolled), _WORLD)]
    beyond = shapely.intersection(_valid(unrolled), _BEYOND)
    pieces.append(shapely.transform(beyond, lambda xy: xy - [2 * _LON, 0]))
    parts = [part for piece in pieces for part in _parts(piece) if not part.is_empty]
    notes.append("It crosses the antimeridian, and was cut in two there.")
    return _gathered(parts, geometry)


def _wrapped(xy: np.ndarray) -> np.ndarray:
    return np.column_stack(((xy[:, 0] + _LON) % (2 * _LON) - _LON, xy[:, 1]))


def _jumps(geometry: BaseGeometry) -> bool:
    rings = [
        ring
        for part in _parts(geometry)
        for ring in ([part.exterior, *part.interiors] if isinstance(part, Polygon) else [part])
    ]
    # An edge of exactly half the world is the side of a box around it, not a way across.
    return any(
        bool((np.abs(np.diff(shapely.get_coordinates(ring)[:, 0])) > _LON + _TOLERANCE).any())
        and not _is_round_the_world(ring)
        for ring in rings
    )


def _is_round_the_world(ring: BaseGeometry) -> bool:
    west, _, east, _ = ring.bounds
    return abs(west + _LON) < _TOLERANCE and abs(east - _LON) < _TOLERANCE


def _unrolled(xy: np.ndarray) -> np.ndarray:
    """Let longitudes go on beyond 180 instead of jumping, and lie east of -180."""
    lons = np.unwrap(xy[:, 0], period=2 * _LON)
    return np.column_stack((lons - 2 * _LON * np.floor((lons.min() + _LON) / (2 * _LON)), xy[:, 1]))


def _map_parts(geometry: BaseGeometry, change: Callable[[np.ndarray], np.ndarray]) -> BaseGeometry:
    parts: list[BaseGeometry] = []
    for part in _parts(geometry):
        if isinstance(part, Polygon):
            rings = [change(shapely.get_coordinates(r)) for r in (part.exterior, *part.interiors)]
            parts.append(Polygon(rings[0], rings[1:]))
        else:
            parts.append(shapely.transform(part, change))
    return _gathered(parts, geometry)


def _valid(geometry: BaseGeometry) -> BaseGeometry:
    return geometry if geometry.is_valid else shapely.make_valid(geometry)


def _parts(geometry: BaseGeometry) -> list[BaseGeometry]:
    return [
        inner
        for part in shapely.get_parts(geometry)
        for inner in (_parts(part) if shapely.get_type_id(part) == _COLLECTION else [part])
    ]


_COLLECTION: Final = 7  # shapely's number of a geometry collection


def _gathered(parts: list[BaseGeometry], like: BaseGeometry) -> BaseGeometry:
    """Return polygons, or lines, as one geometry; scraps of other kinds fall away."""
    polygons = [inner for part in parts for inner in _parts(part) if isinstance(inner, Polygon)]
    lines = [inner for part in parts for inner in _parts(part) if isinstance(inner, LineString)]
    if polygons and "Polygon" in _kinds(like):
        return polygons[0] if len(polygons) == 1 else MultiPolygon(polygons)
    if lines:
        return lines[0] if len(lines) == 1 else MultiLineString(lines)
    raise Unusable("Nothing is left of its geometry once it is mended; draw it again.")


def _kinds(geometry: BaseGeometry) -> str:
    return " ".join(part.geom_type for part in _parts(geometry))


def _of_one_kind(mended: BaseGeometry, before: BaseGeometry) -> BaseGeometry:
    if mended.is_empty:
        raise Unusable("Nothing is left of its geometry once it is mended; draw it again.")
    if "Point" in before.geom_type:
        return mended
    return _gathered(_parts(mended), before)


def _collected(geometry: GeometryCollection) -> BaseGeometry:
    """Return the one kind of geometry that a collection holds."""
    parts = _parts(geometry)
    kinds = {part.geom_type for part in parts}
    if kinds == {"Point"}:
        return MultiPoint([part for part in parts if isinstance(part, Point)])
    if len(kinds) > 1:
        raise Unusable(
            f"It mixes {' and '.join(sorted(kinds))} in one feature; divide it into features of "
            "one kind."
        )
    return _gathered(parts, geometry)
