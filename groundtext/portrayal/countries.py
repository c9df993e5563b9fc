"""The countries of the base map: their names, and their outlines for what is known no better."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final

from shapely.errors import GEOSException
from shapely.geometry import shape

from groundtext.errors import InputError
from groundtext.settings import DATA

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from shapely.geometry.base import BaseGeometry

BASEMAP: Final = DATA / "basemap.json"
_AREAS: Final = ("Polygon", "MultiPolygon")


@dataclass(frozen=True)
class Countries:
    """What the base map knows of countries."""

    names: Mapping[str, str] = field(default_factory=dict)  # by ISO 3166-1 alpha-2
    outlines: Sequence[BaseGeometry] = ()  # EPSG:4326

    def in_words(self, codes: str) -> str:
        """Return the names for codes separated by spaces; what is no code stays as it is."""
        parts = codes.split()
        if not all(part in self.names for part in parts):
            return codes
        return ", ".join(self.names[part] for part in parts)

    def around(self, place: BaseGeometry) -> BaseGeometry:
        """Return the outline of the country in which a place lies; an area stands for itself.

        A place in no country of the base map is returned as it is.
        """
        if place.geom_type in _AREAS:
            return place
        spot = place.representative_point()
        return next((outline for outline in self.outlines if outline.contains(spot)), place)


def read_countries(basemap: Path) -> Countries:
    """Return the countries of a base map; none where there is no such file.

    Raises
    ------
    InputError
        If the file cannot be read as a base map.
    """
    if not basemap.is_file():
        return Countries()
    return _read(basemap, basemap.stat().st_mtime_ns)


@lru_cache(maxsize=1)
def _read(basemap: Path, _modified_ns: int) -> Countries:
    try:
        return _countries_of(json.loads(basemap.read_text(encoding="utf-8"))["features"])
    except (OSError, ValueError, LookupError, TypeError, AttributeError, GEOSException) as error:
        raise InputError(
            f"it is no base map ({error}); restore the file, or run `make layers`.",
            source=basemap.name,
        ) from error


def _countries_of(base_features: Sequence[Mapping[str, Any]]) -> Countries:
    features = [feature for feature in base_features if feature["properties"]["kind"] == "country"]
    return Countries(
        names={
            feature["properties"]["iso"]: feature["properties"]["name"]
            for feature in features
            if feature["properties"].get("iso")
        },
        outlines=tuple(shape(feature["geometry"]) for feature in features),
    )
