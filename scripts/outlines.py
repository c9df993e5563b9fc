"""Country outlines out of the base map, so that layers and base map agree to the digit."""

from __future__ import annotations

import json
import math
from typing import TYPE_CHECKING, Final

import shapely
from shapely.geometry import shape

from groundtext.geodesy import distance_m
from groundtext.model import LonLat

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from shapely.geometry.base import BaseGeometry

_AREA_TOLERANCE_DEG: Final = 0.05  # hatching shows a country, not its border posts
# Natural Earth draws the leased town beside Kazakhstan, not in it.
_WITHIN: Final = {"KZ": ("Baikonur",)}


def read_countries(basemap: Path) -> Mapping[str, BaseGeometry]:
    """Return the outlines by ISO 3166-1 alpha-2 code, by name where there is no code."""
    members = json.loads(basemap.read_text(encoding="utf-8"))["features"]
    return {
        member["properties"].get("iso") or member["properties"]["name"]: shape(member["geometry"])
        for member in members
        if member["properties"]["kind"] == "country"
    }


def country_area(countries: Mapping[str, BaseGeometry], iso: str) -> BaseGeometry:
    """Return a country's area, simplified, with the leased areas inside it."""
    parts = [countries[name] for name in (iso, *_WITHIN.get(iso, ()))]
    return shapely.union_all(parts).simplify(_AREA_TOLERANCE_DEG)


def radius_m(area: BaseGeometry) -> float:
    """Return how far the farthest edge is from the area's centre, rounded up to 10 km."""
    centre = LonLat(area.centroid.x, area.centroid.y)
    edges = (LonLat(lon, lat) for lon, lat in shapely.get_coordinates(area).tolist())
    return math.ceil(max(distance_m(centre, edge) for edge in edges) / 10_000) * 10_000.0
