"""Every spelling of a place, in whatever script: what a reader may type to find it.

Names are recognised in documents by the gazetteer, whose table knows fewer and by what weight;
this one is only for the search. The file is gzip over lines `place id TAB name TAB name …`,
sorted by id.
"""

from __future__ import annotations

import gzip
import re
from bisect import bisect_left
from functools import cached_property
from typing import TYPE_CHECKING, Final

from groundtext.gazetteer.gazetteer import Gazetteer
from groundtext.gazetteer.packed import unpack
from groundtext.gazetteer.supplement import DEMONYM

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence
    from pathlib import Path

    from groundtext.gazetteer.supplement import Entry

SPELLINGS_FILE: Final = "spellings.tsv.gz"
_WORD: Final = re.compile(r"[^\s,;:()/–—-]+")
_MOST_WORDS: Final = 5  # of a place's name within the name of a feature, "Mazar-i-Sharif" has 3
_FROM_POPULATION: Final = 15_000  # a smaller settlement only shares a word with the feature


def write_spellings(path: Path, names: Mapping[str, Collection[str]]) -> None:
    """Write the names of places by their ids; the same mapping gives the same bytes."""
    lines = sorted("\t".join((place_id, *known)) for place_id, known in names.items())
    path.write_bytes(gzip.compress("\n".join(lines).encode(), 9, mtime=0))


class Spellings:
    """The spellings of the places in a folder's tables, each of which is read once, when needed.

    Raises
    ------
    GazetteerError
        Whatever is asked, if a table is missing or damaged.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    @cached_property
    def _gazetteer(self) -> Gazetteer:
        return Gazetteer.open(self._folder)

    @cached_property
    def _lines(self) -> list[bytes]:
        remedy = "rebuild it with scripts/build_spellings.py."
        return unpack(self._folder / SPELLINGS_FILE, remedy).split(b"\n")

    def of(self, place_ids: Collection[str]) -> dict[str, tuple[str, ...]]:
        """Return the names of those places that the tables have, in every script."""
        names = self._gazetteer.forms_of(frozenset(place_ids))
        for place_id in place_ids:
            names.setdefault(place_id, {}).update(dict.fromkeys(self._table(place_id)))
        return {place_id: tuple(known) for place_id, known in names.items() if known}

    def _table(self, place_id: str) -> list[str]:
        key = place_id.encode() + b"\t"
        at = bisect_left(self._lines, key)
        is_there = at < len(self._lines) and self._lines[at].startswith(key)
        return self._lines[at][len(key) :].decode().split("\t") if is_there else []

    def demonyms(self, place_ids: Collection[str]) -> dict[str, frozenset[str]]:
        """Return what is said of those from a country ("Chinese"), by the ids of places."""
        forms = self._gazetteer.forms_of(frozenset(place_ids), DEMONYM)
        return {place_id: frozenset(known) for place_id, known in forms.items()}

    def country_name(self, code: str) -> str:
        """Return a country's name by its ISO 3166-1 alpha-2 code; what is none stays as it is."""
        country = self._gazetteer.countries.get(code)
        return country.name if country else code

    def places_within(self, names: Mapping[str, Collection[str]]) -> dict[str, set[str]]:
        """Return the ids of the places that the names of features name, by the features' ids.

        "Mazar-i-Sharif–Peshawar railway" names two. Of namesakes the most prominent is meant.
        """
        return {
            target_id: {place for name in known for place in _places_in(name, self._gazetteer)}
            for target_id, known in names.items()
        }


def _places_in(name: str, gazetteer: Gazetteer) -> Iterator[str]:
    words = list(_WORD.finditer(name))
    at = 0
    while at < len(words):
        for n in range(min(_MOST_WORDS, len(words) - at), 0, -1):
            surface = name[words[at].start() : words[at + n - 1].end()]
            place_id = _prominent(gazetteer.find(surface))
            if place_id:
                yield place_id
                at += n - 1
                break
        at += 1


def _prominent(entries: Sequence[Entry]) -> str:
    places = [
        entry.place for entry in entries if entry.kind == "place" and not entry.place.feature_id
    ]
    country = next((place.id for place in places if place.kind == "country"), "")
    known = [
        place
        for place in places
        if place.kind == "settlement" and place.population >= _FROM_POPULATION
    ]
    largest = max(known, key=lambda place: place.population, default=None)
    return country or (largest.id if largest else "")
