"""Names that are few and certain: countries, peoples, regions, seats of power, the layers' own."""

from __future__ import annotations

import csv
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from groundtext.errors import GazetteerError
from groundtext.gazetteer.names import case_agrees, fold
from groundtext.model import LonLat, Place

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

    from groundtext.model import Collection, Feature

COUNTRIES_FILE: Final = "gazetteer_countries.csv"
SUPPLEMENT_FILE: Final = "gazetteer_supplement.csv"
COUNTRY_SOURCE: Final = "GeoNames and Natural Earth"
SUPPLEMENT_SOURCE: Final = "written for this project"
_SEPARATOR: Final = ";"


@dataclass(frozen=True, slots=True)
class Form:
    """One written form of a place's name."""

    text: str  # as it is written, with its capitals
    place: Place
    kind: str  # of the mention: place | demonym | collective


class Lexicon:
    """Forms by the key that they are filed under."""

    def __init__(self, forms: Iterable[Form]) -> None:
        self._forms: dict[str, list[Form]] = defaultdict(list)
        self._beginnings: set[str] = set()
        for form in forms:
            key = fold(form.text)
            self._forms[key].append(form)
            words = key.split(" ")
            self._beginnings.update(" ".join(words[:n]) for n in range(1, len(words)))

    def find(self, folded: str, surface: str) -> Iterator[Form]:
        """Yield the forms that a piece of text may stand for, in the order they were given."""
        for form in self._forms.get(folded, ()):
            if case_agrees(form.text, surface):
                yield form

    def has_prefix(self, folded: str) -> bool:
        """Tell whether any form goes on after these words with a further word."""
        return folded in self._beginnings

    def with_forms(self, forms: Iterable[Form]) -> Lexicon:
        """Return a lexicon with further forms, after those that are in it."""
        mine = (form for filed in self._forms.values() for form in filed)
        return Lexicon((*mine, *forms))


def read_lexicon(folder: Path) -> tuple[Lexicon, dict[str, Place]]:
    """Return the authored and derived names in a folder, and the countries by alpha-2 code.

    Raises
    ------
    GazetteerError
        If a file is missing or lacks a column.
    """
    countries = {row["iso2"]: _country(row) for row in _rows(folder / COUNTRIES_FILE)}
    forms = [Form(country.name, country, "place") for country in countries.values()]
    for row in _rows(folder / SUPPLEMENT_FILE):
        forms += _supplement_forms(row, countries)
    return Lexicon(forms), countries


def capitals(folder: Path) -> frozenset[str]:
    """Return the ids of the capitals of countries."""
    rows = _rows(folder / COUNTRIES_FILE)
    return frozenset(f"geonames:{row['capital']}" for row in rows if row["capital"])


def feature_forms(features: Iterable[Feature], collections: Iterable[Collection]) -> Iterator[Form]:
    """Yield the names and aliases of layer features and collections."""
    for feature in features:
        point = feature.geometry.representative_point()
        place = Place(
            id=f"feature:{feature.id}",
            name=feature.name,
            kind=feature.kind,
            country=feature.country if " " not in feature.country else "",
            position=LonLat(round(point.x, 5), round(point.y, 5)),
            bbox=feature.geometry.bounds if feature.geometry.geom_type != "Point" else None,
            source=feature.layer_id,
            feature_id=feature.id,
        )
        for name in dict.fromkeys((feature.name, *feature.aliases)):
            yield Form(name, place, "place")
    for group in collections:
        place = Place(
            id=f"feature:{group.id}", name=group.name, kind="collection", feature_id=group.id
        )
        for name in dict.fromkeys((group.name, *group.aliases)):
            yield Form(name, place, "collective")


def _rows(path: Path) -> list[dict[str, str]]:
    try:
        with path.open(encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file, restval=""))
    except FileNotFoundError:
        message = f"there is no such file in {path.parent}; restore it from the project."
        raise GazetteerError(message, source=path.name) from None
    except (UnicodeDecodeError, csv.Error) as error:
        raise GazetteerError(f"cannot be read ({error}).", source=path.name) from error
    return rows


def _country(row: Mapping[str, str]) -> Place:
    return Place(
        id=f"country:{row['iso3']}",
        name=row["name"],
        kind="country",
        country=row["iso2"],
        position=LonLat(float(row["lon"]), float(row["lat"])) if row["lon"] else None,
        bbox=_box(row),
        population=int(row["population"] or 0),
        source=COUNTRY_SOURCE,
    )


def _supplement_forms(row: Mapping[str, str], countries: Mapping[str, Place]) -> Iterator[Form]:
    """Yield the forms in one row: further ones of a country or its people, or a place's own."""
    kind = row["kind"]
    if row["country"] and row["country"] not in countries:
        message = f"{row['country']!r} is no country of {COUNTRIES_FILE}; correct the code."
        raise GazetteerError(message, source=SUPPLEMENT_FILE)
    if kind in {"country", "demonym"} and row["country"]:
        place = countries[row["country"]]
    else:
        place = _supplement_place(row)
    of_mention = kind if kind in {"demonym", "collective"} else "place"
    for name in dict.fromkeys((row["name"], *filter(None, row["forms"].split(_SEPARATOR)))):
        yield Form(name, place, of_mention)


def _supplement_place(row: Mapping[str, str]) -> Place:
    return Place(
        id=row["id"] or f"{row['kind']}:{fold(row['name']).replace(' ', '-')}",
        name=row["name"],
        kind=row["kind"],
        country=row["country"],
        position=LonLat(float(row["lon"]), float(row["lat"])) if row["lon"] else None,
        bbox=_box(row),
        source=SUPPLEMENT_SOURCE,
    )


def _box(row: Mapping[str, str]) -> tuple[float, float, float, float] | None:
    if not row["west"]:
        return None
    return float(row["west"]), float(row["south"]), float(row["east"]), float(row["north"])
