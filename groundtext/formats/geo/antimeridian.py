"""What crosses 180 degrees → two parts that meet there, as RFC 7946 §3.1.9 asks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np
import shapely

from groundtext.formats.geo.parts import gathered, map_rings, parts_of, rings_of
from groundtext.geodesy import cut_at_antimeridian

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

_LON: Final = 180.0
_LAT: Final = 90.0
_TURN: Final = 360.0
TOLERANCE: Final = 1e-6  # degrees over the edge that rounding explains


def within_the_world(geometry: BaseGeometry, notes: list[str]) -> BaseGeometry:
    """Return a geometry within -180 to 180 degrees, and add to the notes what was done to it.

    A ring that goes all the way round the Earth has a pole inside: it is led along that pole.

    Raises
    ------
    Unusable
        If nothing of it is left.
    """
    west, _, east, _ = geometry.bounds
    if geometry.geom_type in ("Point", "MultiPoint"):
        if max(-west, east) <= _LON:
            return geometry
        notes.append("Its longitude went beyond 180 degrees, and was brought back.")
        return shapely.transform(geometry, _wrapped)
    if max(-west, east) <= _LON + TOLERANCE and not _jumps(geometry):
        return geometry
    if any(_is_round_a_pole(ring) for part in parts_of(geometry) for ring in rings_of(part)):
        notes.append("Its outline goes round a pole, and was led along it.")
    else:
        notes.append("It crosses the antimeridian, and was cut in two there.")
    unrolled = [_valid(part) for part in map_rings(geometry, _unrolled)]
    return gathered([piece for part in unrolled for piece in cut_at_antimeridian(part)], geometry)


def _wrapped(xy: np.ndarray) -> np.ndarray:
    return np.column_stack(((xy[:, 0] + _LON) % _TURN - _LON, xy[:, 1]))


def _jumps(geometry: BaseGeometry) -> bool:
    rings = [ring for part in parts_of(geometry) for ring in rings_of(part)]
    # An edge of exactly half the world is the side of a box around it, not a way across.
    return any(
        bool((np.abs(np.diff(shapely.get_coordinates(ring)[:, 0])) > _LON + TOLERANCE).any())
        and not _is_round_the_world(ring)
        for ring in rings
    )


def _is_round_the_world(ring: BaseGeometry) -> bool:
    west, _, east, _ = ring.bounds
    return abs(west + _LON) < TOLERANCE and abs(east - _LON) < TOLERANCE


def _is_round_a_pole(ring: BaseGeometry) -> bool:
    xy = shapely.get_coordinates(ring)
    return _is_closed(xy) and _turns(np.unwrap(xy[:, 0], period=_TURN))


def _is_closed(xy: np.ndarray) -> bool:
    return len(xy) > 1 and bool((xy[0] == xy[-1]).all())


def _turns(lons: np.ndarray) -> bool:
    return bool(abs(lons[-1] - lons[0]) > _LON)


def _unrolled(xy: np.ndarray) -> np.ndarray:
    """Let longitudes go on beyond 180 instead of jumping, and lie east of -180."""
    lons = np.unwrap(xy[:, 0], period=_TURN)
    unrolled = np.column_stack((lons - _TURN * np.floor((lons.min() + _LON) / _TURN), xy[:, 1]))
    if not _is_closed(xy) or not _turns(lons):
        return unrolled
    pole = _LAT if xy[:, 1].mean() > 0 else -_LAT
    along = [[unrolled[-1, 0], pole], [unrolled[0, 0], pole], unrolled[0]]
    return np.vstack((unrolled, along))


def _valid(geometry: BaseGeometry) -> BaseGeometry:
    return geometry if geometry.is_valid else shapely.make_valid(geometry)
