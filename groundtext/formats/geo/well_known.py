"""Well-known text and binary from strangers → geometries, or the reason why not."""

from __future__ import annotations

import re
import struct
from typing import TYPE_CHECKING, Final

import shapely
from shapely.errors import ShapelyError

from groundtext.formats.faults import Unusable

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

# GEOS goes down into each part of a part, until its stack ends and the process with it.
_MOST_PARTS_OF_PARTS: Final = 1_000
_DEEPEST: Final = 64  # levels of geometries in geometries
_POINT, _POLYGON, _TRIANGLE = 1, 3, 17
_LINES: Final = frozenset({2, 8})  # with circular ones
_HOLDERS: Final = frozenset({4, 5, 6, 7, 9, 10, 11, 12, 15, 16})  # of further geometries
_HAS_Z, _HAS_M, _HAS_SRID = 0x80000000, 0x40000000, 0x20000000  # marks of the extended dialect
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
    if _is_too_deep(source):
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


def _is_too_deep(source: bytes) -> bool:
    """Tell whether geometries lie in geometries at more levels than GEOS can go down."""
    at = 0
    waiting: list[int] = []  # how many parts are still to come, level by level
    try:
        while True:
            order = "<" if source[at] == 1 else ">"
            (word,) = struct.unpack_from(f"{order}I", source, at + 1)
            at += 9 if word & _HAS_SRID else 5
            kind, numbers = _kind_of(word)
            if kind in _HOLDERS:
                waiting.append(struct.unpack_from(f"{order}I", source, at)[0] + 1)
                at += 4
                if len(waiting) > _DEEPEST:
                    return True
            else:
                at = _after(source, at, order, kind, numbers)
            while waiting and waiting[-1] <= 1:
                waiting.pop()
            if not waiting:
                return False
            waiting[-1] -= 1
    except (struct.error, IndexError, ValueError):
        return False  # cut off, or of a kind that nothing is known of: GEOS says so


def _kind_of(word: int) -> tuple[int, int]:
    """Return the kind of a geometry, and how many numbers a position of it has."""
    thousands, kind = divmod(word & 0x0FFFFFFF, 1_000)
    height = bool(word & _HAS_Z) or thousands in (1, 3)
    measure = bool(word & _HAS_M) or thousands in (2, 3)
    return kind, 2 + height + measure


def _after(source: bytes, at: int, order: str, kind: int, numbers: int) -> int:
    """Return where the coordinates of a geometry end."""
    if kind == _POINT:
        return at + 8 * numbers
    (count,) = struct.unpack_from(f"{order}I", source, at)
    at += 4
    if kind in _LINES:
        return int(at + 8 * numbers * count)
    if kind not in (_POLYGON, _TRIANGLE):
        raise ValueError(f"a geometry of kind {kind}")
    for _ in range(count):
        (corners,) = struct.unpack_from(f"{order}I", source, at)
        at += 4 + 8 * numbers * corners
    return at


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
