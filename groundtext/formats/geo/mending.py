"""Raw geometries → EPSG:4326, longitude first, valid, within the world: mended, or listed."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, Final

import numpy as np
import shapely
from pyproj.exceptions import ProjError
from shapely.errors import ShapelyError
from shapely.geometry import GeometryCollection, MultiPoint, Point

from groundtext.formats.faults import Unusable
from groundtext.formats.geo.antimeridian import TOLERANCE, within_the_world
from groundtext.formats.geo.parts import gathered, map_rings, parts_of
from groundtext.formats.geo.reference_systems import to_wgs84

if TYPE_CHECKING:
    from collections.abc import Callable

    import pyproj
    from shapely.geometry.base import BaseGeometry

    from groundtext.formats.geo.raw import RawFeature, RawLayer

_LON: Final = 180.0
_LAT: Final = 90.0
_PLAINLY_METRES: Final = 400.0  # no degree is larger, in any convention
_FAR: Final = 5.0  # degrees from 0, 0, where a corner there is no neighbour of the others
_LEAST_CORNERS: Final = 2
_MOST_VERTICES: Final = 1_000_000  # of one feature


def mend_layer(layer: RawLayer) -> None:
    """Bring a layer into EPSG:4326 and mend its features; those that cannot be get a `fault`.

    Raises
    ------
    Unusable
        If its reference system is not known and its numbers are no degrees.
    """
    transform = _transformer(layer)
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


def _transformer(layer: RawLayer) -> pyproj.Transformer | None:
    transformer = to_wgs84(layer.crs)
    if transformer is None:
        return None
    system = transformer.source_crs
    name = system.name if system is not None else layer.crs
    if system is not None and system.is_projected and _look_like_degrees(layer):
        raise Unusable(
            f"says that it is in {name}, whose unit is no degree, and all its coordinates lie "
            "within 180 and 90 as degrees do; correct its coordinate reference system to WGS 84 "
            "(EPSG:4326)."
        )
    layer.warnings.append(f"is in {name}; it was reprojected to WGS 84.")
    return transformer


def _look_like_degrees(layer: RawLayer) -> bool:
    held = [each.geometry for each in layer.features if each.geometry is not None]
    bounds = np.array([geometry.bounds for geometry in held if not geometry.is_empty])
    if not len(bounds):
        return False
    largest = np.abs(bounds).max(axis=0)
    return bool(max(largest[0], largest[2]) <= _LON and max(largest[1], largest[3]) <= _LAT)


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
    is_beyond = ys > _LAT + TOLERANCE
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
    geometry = _without_stray_zeros(geometry, notes)
    _refuse_outside(geometry)
    geometry = within_the_world(geometry, notes)
    if not geometry.is_valid:
        before = geometry
        geometry = _of_one_kind(shapely.make_valid(geometry), before)
        notes.append(
            f"Its outline was not valid ({shapely.is_valid_reason(before)}), and was mended."
        )
    if isinstance(geometry, GeometryCollection):
        geometry = _collected(geometry)
    return geometry


def _without_stray_zeros(geometry: BaseGeometry, notes: list[str]) -> BaseGeometry:
    """Leave out corners at exactly 0, 0, where missing coordinates land, far from all others."""
    xy = shapely.get_coordinates(geometry)
    others = xy[(xy != 0).any(axis=1)]
    # A box with a corner there has others on the equator and on the meridian of Greenwich.
    is_alone = len(others) > 0 and bool((others != 0).all())
    is_far = is_alone and (np.abs(others).max(axis=1) > _FAR).all()
    if len(others) == len(xy) or not is_far:
        return geometry
    notes.append("It had a corner at 0, 0, where missing coordinates land; that was left out.")
    if geometry.geom_type == "MultiPoint":
        return MultiPoint(others)
    return gathered(map_rings(geometry, _without_zeros), geometry)


def _without_zeros(xy: np.ndarray) -> np.ndarray:
    kept: np.ndarray = xy[(xy != 0).any(axis=1)]
    if (xy[0] == xy[-1]).all() and len(kept):  # a ring, which may have begun with what is gone
        kept = kept if (kept[0] == kept[-1]).all() else np.vstack((kept, kept[:1]))
    if len(kept) < _LEAST_CORNERS:
        raise Unusable("It has corners at 0, 0, and too few others; draw it again.")
    return kept


def _refuse_outside(geometry: BaseGeometry) -> None:
    west, south, east, north = geometry.bounds
    if max(-south, north) > _LAT + TOLERANCE:
        lat = north if north > _LAT else south
        hint = "; longitude and latitude may be swapped" if abs(lat) <= _LON else ""
        raise Unusable(f"Its latitude {lat:g} is beyond 90 degrees{hint}; correct it.")
    if max(-west, east) > 2 * _LON + TOLERANCE:
        raise Unusable(
            f"Its longitude {east if east > _LON else west:g} is beyond all degrees; correct it."
        )
    if west == south == east == north == 0:
        raise Unusable(
            "It lies at 0, 0, where missing coordinates land; correct it, or leave it out."
        )


def _of_one_kind(mended: BaseGeometry, before: BaseGeometry) -> BaseGeometry:
    if mended.is_empty:
        raise Unusable("Nothing is left of its geometry once it is mended; draw it again.")
    if "Point" in before.geom_type:
        return mended
    return gathered(parts_of(mended), before)


def _collected(geometry: GeometryCollection) -> BaseGeometry:
    """Return the one kind of geometry that a collection holds."""
    parts = parts_of(geometry)
    kinds = {part.geom_type for part in parts}
    if kinds == {"Point"}:
        return MultiPoint([part for part in parts if isinstance(part, Point)])
    if len(kinds) > 1:
        raise Unusable(
            f"It mixes {' and '.join(sorted(kinds))} in one feature; divide it into features of "
            "one kind."
        )
    return gathered(parts, geometry)
