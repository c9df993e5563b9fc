"""The countries of the base map: what is known only by its country is drawn as all of it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final

from shapely.geometry import shape

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from shapely.geometry.base import BaseGeometry

_AREAS: Final = ("Polygon", "MultiPolygon")


def read_countries(basemap: Path) -> tuple[BaseGeometry, ...]:
    """Return the countries' outlines of the base map, EPSG:4326; none where it is missing."""
    if not basemap.is_file():
        return ()
    collection = json.loads(basemap.read_text(encoding="utf-8"))
    return tuple(
        shape(feature["geometry"])
        for feature in collection["features"]
        if feature["properties"]["kind"] == "country"
    )


def country_around(place: BaseGeometry, countries: Sequence[BaseGeometry]) -> BaseGeometry | None:
    """Return the country in which a place lies, or None; areas stand for themselves."""
    if place.geom_type in _AREAS:
        return place
    spot = place.representative_point()
    return next((country for country in countries if country.contains(spot)), None)
