"""Well-known text and binary from strangers → geometries, or the reason why not."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

import shapely
from shapely.errors import ShapelyError

from groundtext.formats.faults import Unusable

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

# GEOS goes down into each part of a part, until its stack ends and the process with it.
_MOST_PARTS_OF_PARTS: Final = 1_000
# The heads of geometries that hold geometries (kinds 4 to 7), in either order of bytes, with the
# marks for height, measure and reference system of the two dialects.
_HOLDERS: Final = re.compile(
    rb"\x01[\x04-\x07]\x00\x00[\x00\x20\x40\x60\x80\xa0\xc0\xe0]"
    rb"|\x01(?:[\xec-\xef]\x03|[\xd4-\xd7]\x07|[\xbc-\xbf]\x0b)\x00\x00"
    rb"|\x00[\x00\x20\x40\x60\x80\xa0\xc0\xe0]\x00\x00[\x04-\x07]"
    rb"|\x00\x00\x00(?:\x03[\xec-\xef]|\x07[\xd4-\xd7]|\x0b[\xbc-\xbf])"
)
_CURVES: Final = re.compile(
    r"CIRCULARSTRING|COMPOUNDCURVE|CURVEPOLYGON|MULTICURVE|MULTISURFACE|TIN|POLYHEDRALSURFACE",
    re.IGNORECASE,
)
_CURVED: Final = "Its geometry has curves; save it with straight lines, in small steps."


def geometry_from_wkb(source: object) -> BaseGeometry:
    """Return the geometry that bytes stand for; rings that are open are closed.

    Raises
    ------
    Unusable
        If they are no WKB, hold curves, or nest too deeply.
    """
    if not isinstance(source, bytes) or not source:
        raise Unusable("It has no geometry; give it one, or leave it out.")
    if sum(1 for _ in _HOLDERS.finditer(source)) > _MOST_PARTS_OF_PARTS:
        raise Unusable("Its geometry collection is too large or too deep; divide it.")
    try:
        geometry = shapely.from_wkb(source, on_invalid="fix")
    except NotImplementedError as error:
        raise Unusable(_CURVED) from error
    except (ShapelyError, ValueError, TypeError) as error:
        raise Unusable(f"Its geometry is damaged ({error}); export the layer again.") from error
    if geometry is None:  # beyond what could be fixed
        raise Unusable("Its geometry is damaged; export the layer again.")
    return _straight(geometry)


def geometry_from_wkt(text: str, notes: list[str]) -> BaseGeometry:
    """Return the geometry that a text stands for; rings that are open are closed, and noted.

    Raises
    ------
    Unusable
        If it is no WKT, holds curves, or nests too deeply.
    """
    plain = text.strip()
    if not plain:
        raise Unusable("It has no geometry; give it one, or leave it out.")
    if plain.count("(") > _MOST_PARTS_OF_PARTS and plain.upper().startswith("GEOMETRYCOLLECTION"):
        raise Unusable("Its geometry collection is too large or too deep; divide it.")
    if _CURVES.search(plain):
        raise Unusable(_CURVED)
    try:
        return shapely.from_wkt(plain, on_invalid="raise")
    except (ShapelyError, ValueError, TypeError, NotImplementedError) as error:
        fixed = _closed(plain)
        if fixed is None:
            raise Unusable(f"“{plain[:40]}” is no WKT ({error}); correct it.") from error
        notes.append("Its ring was open, and was closed.")
        return fixed


def _closed(text: str) -> BaseGeometry | None:
    """Return outlines whose rings could be closed to enclose an area."""
    try:
        fixed: BaseGeometry | None = shapely.from_wkt(text, on_invalid="fix")
    except (ShapelyError, ValueError, TypeError, NotImplementedError):
        return None
    return fixed if fixed is not None and fixed.area > 0 else None


def _straight(geometry: BaseGeometry) -> BaseGeometry:
    try:
        shapely.get_coordinates(geometry)
    except ShapelyError as error:  # a collection is built although what is in it cannot be used
        raise Unusable(_CURVED) from error
    return geometry
