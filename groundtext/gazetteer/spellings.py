"""Every spelling of a place, in whatever script: what a reader may type to find it.

Names are recognised in documents by the gazetteer, whose table knows fewer and by what weight;
this one is only for the search. The file is gzip over lines `place id TAB name TAB name …`,
sorted by id.
"""

from __future__ import annotations

import gzip
import re
from bisect import bisect_left
from typing import TYPE_CHECKING, Final

from groundtext.gazetteer.packed import unpack
from groundtext.gazetteer.supplement import read_supplement

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence
    from pathlib import Path

    from groundtext.gazetteer.gazetteer import Gazetteer
    from groundtext.gazetteer.supplement import Entry

SPELLINGS_FILE: Final = "spellings.tsv.gz"
_WORD: Final = re.compile(r"[^\s,;:()/–—]+")
_MOST_WORDS: Final = 4  # of a place's name within the name of a feature
_FROM_POPULATION: Final = 15_000  # a smaller settlement only shares a word with the feature


def write_spellings(path: Path, names: Mapping[str, Collection[str]]) -> None:
    """Write the names of places by their ids; the same mapping gives the same bytes."""
    lines = sorted("\t".join((place_id, *known)) for place_id, known in names.items())
    path.write_bytes(gzip.compress("\n".join(lines).encode(), 9, mtime=0))


def read_spellings(path: Path, place_ids: Collection[str]) -> dict[str, tuple[str, ...]]:
    """Return the names of those places that the table has.

    Raises
    ------
    GazetteerError
        If the file is missing or damaged.
    """
    lines = unpack(path, "rebuild it with scripts/build_spellings.py.").split(b"\n")
    found = {}
    for place_id in place_ids:
        key = place_id.encode() + b"\t"
        at = bisect_left(lines, key)
        if at < len(lines) and lines[at].startswith(key):
            found[place_id] = tuple(lines[at][len(key) :].decode().split("\t"))
    return found


def spellings_in(folder: Path, place_ids: Collection[str]) -> dict[str, tuple[str, ...]]:
    """Return the names of places that the tables in a folder have, in every script.

    Raises
    ------
    GazetteerError
        If a table is missing or damaged.
    """
    wanted = frozenset(place_ids)
    names: dict[str, dict[str, None]] = {}
    for entry in read_supplement(folder).entries:
        if entry.place.id in wanted and entry.kind == "place":
            names.setdefault(entry.place.id, {})[entry.form] = None
    for place_id, known in read_spellings(folder / SPELLINGS_FILE, wanted).items():
        names.setdefault(place_id, {}).update(dict.fromkeys(known))
    return {place_id: tuple(known) for place_id, known in names.items()}


def places_within(
    names: Mapping[str, Collection[str]], gazetteer: Gazetteer
) -> dict[str, set[str]]:
    """Return the ids of the places that the names of features name, by the ids of the features.

    "Mazar-i-Sharif–Peshawar railway" names two. Of namesakes the most prominent is meant.
    """
    return {
        target_id: {place for name in known for place in _places_in(name, gazetteer)}
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
    known = [
        place
        for place in places
        if place.kind == "settlement" and place.population >= _FROM_POPULATION
    ]
    largest = max(known, key=lambda place: place.population, default=None)
    return largest.id if largest else ""
