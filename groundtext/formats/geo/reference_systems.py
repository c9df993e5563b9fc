"""The reference system that a file names → what turns its positions into EPSG:4326."""

from __future__ import annotations

import re
from typing import Final

import pyproj
from pyproj.exceptions import ProjError

from groundtext.formats.faults import Unusable
from groundtext.formats.geo.raw import WGS84

_SAME: Final = frozenset(
    {
        "EPSG:4326",
        "OGC:CRS84",
        "URN:OGC:DEF:CRS:OGC:1.3:CRS84",
        "URN:OGC:DEF:CRS:OGC::CRS84",
        "WGS84",
        "URN:OGC:DEF:CRS:EPSG::4326",  # latitude first, where it is taken at its word
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


def to_wgs84(crs: str) -> pyproj.Transformer | None:
    """Return what turns positions into EPSG:4326, longitude first; None where they are so already.

    Raises
    ------
    Unusable
        If the system is not known, or its definition could open a file.
    """
    crs = crs.strip()
    if not crs or crs.upper() in _SAME:
        return None
    try:
        known = pyproj.CRS.from_user_input(_named_without_files(crs))
        if known.equals(pyproj.CRS(WGS84), ignore_axis_order=True):
            return None
        return pyproj.Transformer.from_crs(known, WGS84, always_xy=True)
    except (ProjError, ValueError) as error:
        raise Unusable(
            f"names a coordinate reference system that is not known ({crs[:80]}); save it as "
            "WGS 84 (EPSG:4326)."
        ) from error


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
