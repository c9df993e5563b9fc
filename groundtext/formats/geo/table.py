"""Rows with coordinates or WKT, of CSV and of Parquet → raw features."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from shapely.geometry import Point

from groundtext.formats.faults import Unusable
from groundtext.formats.geo.well_known import geometry_from_wkt

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from shapely.geometry.base import BaseGeometry

_LONS: Final = (
    *("lon", "lng", "long", "longitude", "x", "lon_deg", "longitude_deg", "lon_dd", "long_dd"),
    *("decimallongitude", "decimal_longitude", "lon_wgs84", "geo_lon", "point_x", "coord_x"),
    *("x_coord", "xcoord", "longitud", "easting", "länge"),
)
_LATS: Final = (
    *("lat", "latitude", "y", "lat_deg", "latitude_deg", "lat_dd", "decimallatitude"),
    *("decimal_latitude", "lat_wgs84", "geo_lat", "point_y", "coord_y", "y_coord", "ycoord"),
    *("latitud", "northing", "breite"),
)
_WKTS: Final = ("wkt", "geometry", "geom", "the_geom", "wkt_geom", "geometry_wkt", "shape")
_PAIRS: Final = (
    "coordinates",
    "coords",
    "latlon",
    "lat_lon",
    "latlng",
    "position",
    "location",
    "point",
)
_WKT: Final = re.compile(
    r"\s*(?:SRID=(\d+);)?\s*((?:MULTI)?(?:POINT|LINESTRING|POLYGON)|GEOMETRYCOLLECTION)\b",
    re.IGNORECASE,
)
_DMS: Final = re.compile(
    r"(\d{1,3})[°d: ]\s*(?:(\d{1,2})['′m: ]\s*)?(?:(\d{1,2}(?:[.,]\d+)?)(?:[\"″s]|'')?)?"
    r"\s*([NSEWO])?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Position:
    """The columns of a table that say where each row is."""

    lon: str = ""
    lat: str = ""
    wkt: str = ""
    pair: str = ""  # latitude and longitude in one column

    @property
    def columns(self) -> tuple[str, ...]:
        """The names of those that are used."""
        return tuple(name for name in (self.lon, self.lat, self.wkt, self.pair) if name)


def find_position(columns: Sequence[str], sample: Sequence[Mapping[str, str]]) -> Position | None:
    """Return which columns say where rows are, told by names and, for WKT, by what they hold."""
    by_name = {_plain(name): name for name in reversed(columns)}
    for name in (*_WKTS, *by_name):
        column = by_name.get(name)
        if column and any(_WKT.match(row.get(column) or "") for row in sample):
            return Position(wkt=column)
    lon = next((by_name[name] for name in _LONS if name in by_name), "")
    lat = next((by_name[name] for name in _LATS if name in by_name), "")
    if lon and lat:
        return Position(lon=lon, lat=lat)
    pair = next((by_name[name] for name in _PAIRS if name in by_name), "")
    if pair and any("," in (row.get(pair) or "") for row in sample):
        return Position(pair=pair)
    return None


def geometry_of(row: Mapping[str, str], position: Position, notes: list[str]) -> BaseGeometry:
    """Return where a row is, and add to the notes what was mended.

    Raises
    ------
    Unusable
        If it does not say so.
    """
    if position.wkt:
        text = row.get(position.wkt) or ""
        return geometry_from_wkt(text.rpartition(";")[2], notes)
    if position.pair:
        lat, _, lon = (row.get(position.pair) or "").strip("()[] ").partition(",")
    else:
        lon, lat = row.get(position.lon) or "", row.get(position.lat) or ""
    if not lon.strip() and not lat.strip():
        raise Unusable("It has no coordinates; give it some, or leave it out.")
    return Point(_degrees(lon, "longitude"), _degrees(lat, "latitude"))


def stated_srid(row: Mapping[str, str], position: Position) -> str:
    """Return the reference system that extended WKT names, or an empty string."""
    match = _WKT.match(row.get(position.wkt) or "") if position.wkt else None
    return f"EPSG:{match[1]}" if match and match[1] else ""


def _degrees(text: str, what: str) -> float:
    plain = text.strip().replace("\u2212", "-").replace(",", ".")
    try:
        return float(plain)
    except ValueError:
        pass
    match = _DMS.fullmatch(text.strip())
    if match is None:
        raise Unusable(f"“{text.strip()[:40]}” is no {what}; write degrees like 34.95.")
    degrees = int(match[1]) + int(match[2] or 0) / 60
    degrees += float((match[3] or "0").replace(",", ".")) / 3600
    return -degrees if (match[4] or "").upper() in ("S", "W") else degrees


def _plain(name: str) -> str:
    return re.sub(r"\W+", "_", name.lower().strip("\ufeff ")).strip("_")
