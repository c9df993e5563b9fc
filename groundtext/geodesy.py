"""Lengths, distances and shapes in metres on the WGS84 ellipsoid.

Everything that comes in and goes out is EPSG:4326, x = longitude. Nothing here measures in
degrees: a degree of longitude is 111 km at the equator and 87 km at Kabul's latitude.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final

import numpy as np
import shapely
from pyproj import CRS, Geod, Transformer
from shapely.geometry import Polygon, box

if TYPE_CHECKING:
    from collections.abc import Iterable

    from numpy.typing import NDArray
    from shapely.geometry.base import BaseGeometry

    from groundtext.model import LonLat

_WGS84: Final = Geod(ellps="WGS84")
_LEAST_DEGREE_M: Final = 110_574.0  # of latitude, at the equator
_RADIUS_M: Final = 6_371_008.8  # the mean one; distances on that sphere are off by at most 0.6 %
_SPHERE_ERROR: Final = 0.006
_RING_POINTS: Final = 72  # every 5 degrees: the polygon misses the circle by at most 0.1 %
_QUADRANT_SEGMENTS: Final = 12
_HALF_TURN: Final = 180.0
_WORLD: Final = box(-_HALF_TURN, -90.0, _HALF_TURN, 90.0)
_MAX_STEP_DEG: Final = 0.25  # long straight legs bend when projected; 28 km steps follow them


def length_m(geometry: BaseGeometry) -> float:
    """Return the geodesic length in metres: a line's length, an area's perimeter, a point's 0."""
    return float(_WGS84.geometry_length(geometry))


def area_m2(geometry: BaseGeometry) -> float:
    """Return the geodesic area in square metres, never negative."""
    return abs(float(_WGS84.geometry_area_perimeter(geometry)[0]))


def distance_m(start: LonLat, end: LonLat) -> float:
    """Return the geodesic distance of two positions in metres."""
    return float(_WGS84.inv(start.lon, start.lat, end.lon, end.lat)[2])


def is_within_m(start: LonLat, end: LonLat, reach_m: float) -> bool:
    """Tell whether two positions lie at most so many metres apart, measured as `distance_m` does.

    Their latitudes, and then a sphere, tell that much faster, unless they lie so far apart nearly.
    """
    if abs(end.lat - start.lat) * _LEAST_DEGREE_M > reach_m:
        return False
    south, north = math.radians(start.lat), math.radians(end.lat)
    across = math.sin(math.radians(end.lon - start.lon) / 2)
    up = math.sin((north - south) / 2)
    chord = math.sqrt(up * up + math.cos(south) * math.cos(north) * across * across)
    distance = 2 * _RADIUS_M * math.asin(min(1.0, chord))
    margin = _SPHERE_ERROR * distance
    if abs(distance - reach_m) > margin:
        return distance < reach_m
    return distance_m(start, end) <= reach_m


def ring_m(centre: LonLat, radius_m: float) -> Polygon:
    """Return the circle of a radius in metres round a position, as a polygon.

    Circles over a pole or the antimeridian are not cut: their longitudes run past 180 degrees.
    The ring is counter-clockwise.

    Raises
    ------
    ValueError
        If the radius is not positive.
    """
    if not radius_m > 0:
        raise ValueError(f"A ring's radius must be more than 0 m, not {radius_m!r}.")
    bearings = [-360.0 * step / _RING_POINTS for step in range(_RING_POINTS)]
    lons, lats, _ = _WGS84.fwd(
        [centre.lon] * _RING_POINTS,
        [centre.lat] * _RING_POINTS,
        bearings,
        [radius_m] * _RING_POINTS,
    )
    near = [lon + 360.0 * round((centre.lon - lon) / 360.0) for lon in lons]
    return Polygon(list(zip(near, lats, strict=True)))


def corridor_m(line: BaseGeometry, half_width_m: float) -> BaseGeometry:
    """Return the band of a half width in metres on both sides of a line, as polygon(s).

    As exact as `buffer_m`. A line that crosses the antimeridian comes as two parts that meet
    there (RFC 7946 §3.1.9), and so does its band.

    Raises
    ------
    ValueError
        If the half width is not positive.
    """
    if not half_width_m > 0:
        raise ValueError(f"A corridor's half width must be more than 0 m, not {half_width_m!r}.")
    pieces = cut_at_antimeridian(buffer_m(_rejoined(line), half_width_m))
    return pieces[0] if len(pieces) == 1 else shapely.union_all(pieces)


def cut_at_antimeridian(geometry: BaseGeometry) -> list[BaseGeometry]:
    """Return a geometry whose longitudes run past 180 degrees in pieces that do not.

    EPSG:4326, valid, within a turn of the Earth to either side. The piece that needed no turning
    comes first; empty pieces are left out.
    """
    west, _, east, _ = geometry.bounds
    if west >= -_HALF_TURN and east <= _HALF_TURN:
        return [geometry]
    turned = [_turned(geometry, 2 * _HALF_TURN * turns) for turns in (0, -1, 1)]
    pieces = [shapely.intersection(each, _WORLD) for each in turned]
    return [piece for piece in pieces if not piece.is_empty]


def _rejoined(line: BaseGeometry) -> BaseGeometry:
    """Return a line that was cut at the antimeridian in one piece, going on beyond 180 degrees."""
    west, _, east, _ = line.bounds
    parts = shapely.get_parts(line)
    if west > -_HALF_TURN or east < _HALF_TURN or len(parts) == 1:
        return line
    return shapely.union_all(
        [_turned(part, 2 * _HALF_TURN) if part.bounds[2] <= 0 else part for part in parts]
    )


def _turned(geometry: BaseGeometry, degrees: float) -> BaseGeometry:
    return shapely.transform(geometry, lambda xy: np.column_stack((xy[:, 0] + degrees, xy[:, 1])))


def buffer_m(geometry: BaseGeometry, margin_m: float) -> BaseGeometry:
    """Return a geometry grown by a margin in metres; a negative margin shrinks areas.

    Made in an equidistant projection of the geometry's own extent, with round corners. Off by
    less than 2 % of the margin up to 30 degrees from south to north; empty if nothing is left.
    """
    crs = local_crs(bbox((geometry,)))
    forward = Transformer.from_crs("EPSG:4326", crs, always_xy=True)
    back = Transformer.from_crs(crs, "EPSG:4326", always_xy=True)
    projected = _transformed(shapely.segmentize(geometry, _MAX_STEP_DEG), forward)
    band = shapely.buffer(projected, margin_m, quad_segs=_QUADRANT_SEGMENTS)
    grown = _transformed(band, back)
    west, _, east, _ = geometry.bounds
    return shapely.orient_polygons(_near(grown, (west + east) / 2))


def _near(geometry: BaseGeometry, lon: float) -> BaseGeometry:
    """Return a geometry with longitudes beyond 180 degrees instead of jumps, round a longitude."""

    def unrolled(xy: NDArray[np.float64]) -> NDArray[np.float64]:
        turns = np.round((lon - xy[:, 0]) / (2 * _HALF_TURN))
        return np.column_stack((xy[:, 0] + 2 * _HALF_TURN * turns, xy[:, 1]))

    return shapely.transform(geometry, unrolled)


def local_crs(extent: tuple[float, float, float, float]) -> CRS:
    """Return an equidistant CRS in metres made for a box (west, south, east, north; degrees).

    An equidistant conic with its standard parallels at a sixth of the height from the edges;
    where the box straddles the equator evenly there is no such cone: the cylinder takes over.
    """
    west, south, east, north = extent
    lower, upper = south + (north - south) / 6, north - (north - south) / 6
    middle = (west + east) / 2
    if abs(lower + upper) < 1.0:
        return CRS.from_proj4(f"+proj=eqc +lat_ts={upper} +lon_0={middle} +datum=WGS84 +units=m")
    return CRS.from_proj4(
        f"+proj=eqdc +lat_1={lower} +lat_2={upper} +lat_0={(south + north) / 2} "
        f"+lon_0={middle} +datum=WGS84 +units=m"
    )


def bbox(geometries: Iterable[BaseGeometry]) -> tuple[float, float, float, float]:
    """Return the box round all geometries: west, south, east, north in degrees.

    Raises
    ------
    ValueError
        If there is no geometry, or all are empty.
    """
    drawn = [geometry for geometry in geometries if not geometry.is_empty]
    if not drawn:
        raise ValueError("No geometry to draw a box round; pass at least one that is not empty.")
    west, south, east, north = shapely.total_bounds(drawn).tolist()
    return west, south, east, north


def _transformed(geometry: BaseGeometry, transformer: Transformer) -> BaseGeometry:
    # The stub knows only functions of one array of positions, the default of `interleaved`.
    return shapely.transform(geometry, transformer.transform, interleaved=False)  # type: ignore[arg-type]
