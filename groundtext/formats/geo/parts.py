"""Geometries of several parts → one geometry of one kind."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import shapely
from shapely.geometry import LineString, MultiLineString, MultiPolygon, Polygon

from groundtext.formats.faults import Unusable

if TYPE_CHECKING:
    from collections.abc import Callable

    import numpy as np
    from shapely.geometry.base import BaseGeometry

_COLLECTION: Final = 7  # shapely's number of a geometry collection


def parts_of(geometry: BaseGeometry) -> list[BaseGeometry]:
    """Return the simple geometries that one is made of, at whatever depth."""
    return [
        inner
        for part in shapely.get_parts(geometry)
        for inner in (parts_of(part) if shapely.get_type_id(part) == _COLLECTION else [part])
    ]


def rings_of(part: BaseGeometry) -> list[BaseGeometry]:
    """Return the rings of a polygon, its shell first, or a simple geometry of another kind."""
    return [part.exterior, *part.interiors] if isinstance(part, Polygon) else [part]


def map_rings(
    geometry: BaseGeometry, change: Callable[[np.ndarray], np.ndarray]
) -> list[BaseGeometry]:
    """Return the parts of a geometry with the positions of each line and ring changed.

    Unlike `shapely.transform`, this lets a ring gain or lose corners.
    """
    return [_with_rings(part, change) for part in parts_of(geometry)]


def _with_rings(part: BaseGeometry, change: Callable[[np.ndarray], np.ndarray]) -> BaseGeometry:
    changed = [change(shapely.get_coordinates(ring)) for ring in rings_of(part)]
    if isinstance(part, Polygon):
        return Polygon(changed[0], changed[1:])
    return LineString(changed[0]) if isinstance(part, LineString) else shapely.points(changed[0][0])


def gathered(parts: list[BaseGeometry], like: BaseGeometry) -> BaseGeometry:
    """Return polygons, or lines, as one geometry; scraps of other kinds fall away.

    Raises
    ------
    Unusable
        If there is neither.
    """
    polygons = [inner for part in parts for inner in parts_of(part) if isinstance(inner, Polygon)]
    lines = [inner for part in parts for inner in parts_of(part) if isinstance(inner, LineString)]
    if polygons and any(isinstance(part, Polygon) for part in parts_of(like)):
        return polygons[0] if len(polygons) == 1 else MultiPolygon(polygons)
    if lines:
        return lines[0] if len(lines) == 1 else MultiLineString(lines)
    raise Unusable("Nothing is left of its geometry once it is mended; draw it again.")
