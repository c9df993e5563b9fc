"""The catalogue of places that names are looked up in."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final, NamedTuple

from groundtext.gazetteer.answers import Answers
from groundtext.gazetteer.features import collection_entries, feature_entries, town_entries
from groundtext.gazetteer.names import LETTERS, MARKS, case_agrees, fold, is_titled
from groundtext.gazetteer.namesakes import NAMESAKES_FILE, Namesakes, read_namesakes
from groundtext.gazetteer.supplement import COUNTRY, Entry, Supplement, read_supplement
from groundtext.gazetteer.table import GazetteerRow, PlaceTable, read_table
from groundtext.geodesy import is_within_m

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

    from groundtext.model import Collection, Feature, Place

TABLE_FILE: Final = "gazetteer.tsv.gz"
_ALPHA_2: Final = 2
_TOWNS: Final = frozenset(("settlement", "district"))  # whose namesakes may lie elsewhere
_TOWN_M: Final = 60_000.0  # from a town to a meeting in it
_LONGEST_CODE: Final = 3  # letters; "OSLO" is a name in capitals, "USA" is none
_PLANE: Final = 0x10000  # no script of the higher planes has names in this gazetteer
_PLAIN: Final = re.compile(r"[a-z]+")
_NO_NAMESAKES: Final = Namesakes({}, {}, {})


class Opening(NamedTuple):
    """What a word may begin."""

    begins: bool  # a name of any length
    goes_on: bool  # one that has further words


_NOTHING: Final = Opening(begins=False, goes_on=False)


class Gazetteer:
    """Names and the places that they may mean; ambiguity is kept, and left to the reader."""

    def __init__(
        self,
        table: PlaceTable,
        supplement: Supplement,
        features: Sequence[Entry] = (),
        namesakes: Namesakes = _NO_NAMESAKES,
    ) -> None:
        self.namesakes = namesakes
        self._table = table
        self._supplement = supplement
        self.abbreviations = supplement.abbreviations
        self._by_key: dict[str, list[Entry]] = {}
        self._beginnings: set[str] = set()
        self._openings: set[str] = set()
        self._opening_pattern: re.Pattern[str] | None = None
        for entry in (*features, *supplement.entries):
            self._file(entry)
        self._found = Answers(self._find)
        # What a name says by itself, by its letters: the weighing of names remembers it here.
        self.cues_by_surface: dict[str, tuple[str, ...]] = {}
        self._going_on = Answers(self._goes_on)
        # What a word that the opening pattern has found, or more words, may begin: by the words.
        self.opening_by_word: Mapping[str, Opening] = Answers(self._opening)

    @classmethod
    def open(cls, folder: Path) -> Gazetteer:
        """Read the tables in a folder.

        Raises
        ------
        GazetteerError
            If a table is missing or damaged.
        """
        return cls(
            read_table(folder / TABLE_FILE),
            read_supplement(folder),
            namesakes=read_namesakes(folder / NAMESAKES_FILE),
        )

    def with_features(
        self, features: Iterable[Feature], collections: Iterable[Collection]
    ) -> Gazetteer:
        """Return a gazetteer that knows the names of these features and collections, too."""
        by_id = {feature.id: feature for feature in features}
        entries: list[Entry] = []
        for feature in by_id.values():
            own_country = self.country_code(feature.country)
            own = feature_entries(feature, own_country)
            entries += [*own, *self._further_spellings(own)]
            entries += filter(self._is_missing, town_entries(feature, own_country))
        for collection in collections:
            entries += collection_entries(collection, by_id)
        return Gazetteer(self._table, self._supplement, entries, self.namesakes)

    def _is_missing(self, town: Entry) -> bool:
        """Tell whether no place of a town's name is known where it lies; a country is no town."""
        at = town.place.position
        return at is not None and not any(
            each.place.position is None
            or each.place.kind not in _TOWNS
            or is_within_m(each.place.position, at, _TOWN_M)
            for each in self.find(town.form)
        )

    def _further_spellings(self, own: Sequence[Entry]) -> list[Entry]:
        """Return the spellings that the supplement has for the same place, as the feature's own."""
        if not own:
            return []
        place = own[0].place
        names = {fold(entry.form) for entry in own}
        same = {
            entry.place.id
            for entry in self._supplement.entries
            if fold(entry.form) in names
            and (entry.place.kind, entry.place.country) == (place.kind, place.country)
        }
        return [
            Entry(place, entry.form)
            for entry in self._supplement.entries
            if entry.place.id in same and fold(entry.form) not in names
        ]

    def forms_of(
        self, place_ids: frozenset[str], kind: str = "place"
    ) -> dict[str, dict[str, None]]:
        """Return how the supplement writes the names of places, or of their people, by ids."""
        forms: dict[str, dict[str, None]] = {}
        for entry in self._supplement.entries:
            if entry.place.id in place_ids and entry.kind == kind:
                forms.setdefault(entry.place.id, {})[entry.form] = None
        return forms

    def country_code(self, country: str) -> str:
        """Return the ISO 3166-1 alpha-2 code of a country named in any way, empty if unknown."""
        if len(country) == _ALPHA_2 and country in self._supplement.countries:
            return country
        key = fold(country)
        codes = [e.place.country for e in self._by_key.get(key, ()) if e.place.kind == COUNTRY]
        if codes:
            return codes[0]
        iso3 = [p.country for p in self._supplement.countries.values() if p.id.endswith(country)]
        return iso3[0] if country and len(iso3) == 1 else ""

    @property
    def countries(self) -> Mapping[str, Place]:
        """Countries by ISO 3166-1 alpha-2 code."""
        return self._supplement.countries

    def find(self, surface: str) -> tuple[Entry, ...]:
        """Return every entry that a piece of text may name, as far as its letters go.

        Features come first, then the supplement, then settlements, then units; within these the
        most populous first.
        """
        return self._found[surface]

    def goes_on(self, surface: str) -> bool:
        """Tell whether any name begins with these words and has more of them."""
        return self._going_on[surface]

    def find_container(self, surface: str) -> tuple[Entry, ...]:
        """Return what a name after a comma may mean: "Texas", and also "Tex." and "TX"."""
        return self.abbreviations.get(surface.replace(".", ""), ()) or self.find(surface)

    @property
    def opening_pattern(self) -> re.Pattern[str]:
        """The words with which a name may begin: capitalised ones, and some in lower case."""
        if self._opening_pattern is None:
            self._opening_pattern = self._compile_openings()
        return self._opening_pattern

    def _compile_openings(self) -> re.Pattern[str]:
        seconds: dict[str, set[str]] = {}  # words that names go on with, by the first
        for key in self._by_key:
            first, second, *_ = (*key.split(" ", 2), "")
            seconds.setdefault(first, set()).add(second)
        by_letter: dict[str, list[str]] = {}  # the fewer choices at the beginning, the faster
        for word in sorted(self._openings):
            rest = re.escape(word[1:]) + _after_lower_case(word, seconds.get(word, set()))
            by_letter.setdefault(re.escape(word[:1]), []).append(rest)
        openings = "".join(f"|{letter}(?:{'|'.join(rests)})" for letter, rests in by_letter.items())
        return re.compile(
            rf"(?<![\w{MARKS}])(?:{_CAPITAL}(?:\.(?:{_CAPITAL}\.)+"
            rf"|{LETTERS}(?:[’'ʼʻ‘](?![sS](?:[^\w{MARKS}]|$))(?!\d)[^\W_]{LETTERS})*){openings})"
        )

    def _goes_on(self, surface: str) -> bool:
        key = fold(surface)
        return key in self._beginnings or self._table.has_prefix(key)

    def _opening(self, word: str) -> Opening:
        goes_on = self.goes_on(word)
        begins = goes_on or bool(self.find(word))
        return Opening(begins, goes_on) if begins else _NOTHING

    def _file(self, entry: Entry) -> None:
        key = fold(entry.form)
        self._by_key.setdefault(key, []).append(entry)
        if not entry.form[0].isupper():  # "northern provinces", "201st Military Base"
            self._openings.add(re.split(r"[\s-]", entry.form)[0])
        words = key.split(" ")
        self._beginnings.update(" ".join(words[:n]) for n in range(1, len(words)))

    def _find(self, surface: str) -> tuple[Entry, ...]:
        key = fold(surface)
        entries = [
            entry
            for entry in self._by_key.get(key, ())
            if case_agrees(entry.form, surface) and ("," in entry.form or "," not in surface)
        ]
        is_code = surface.isupper() and len(key) <= _LONGEST_CODE
        if is_titled(surface) and not is_code and "," not in surface:
            rows = sorted(self._table.find(key), key=lambda row: row.kind != "settlement")
            units = {row.country: row for row in reversed(rows) if row.kind == "province"}
            entries = [_completed(entry, units) for entry in entries]
            known = {entry.division for entry in entries if entry.place.kind == "province"}
            entries += [
                self._entry(row, surface)
                for row in rows
                if row.kind != "province" or f"{row.country}-{row.admin1}" not in known
            ]
        unique = {entry.place.id: entry for entry in reversed(entries)}
        return tuple(
            self._with_capital(entry) for entry in entries if unique[entry.place.id] is entry
        )

    def _entry(self, row: GazetteerRow, surface: str) -> Entry:
        return Entry(row.to_place(), surface, admin1=row.admin1, admin2=row.admin2)

    def _with_capital(self, entry: Entry) -> Entry:
        if entry.place.id not in self._supplement.capitals:
            return entry
        return replace(entry, is_capital=True)


def _completed(entry: Entry, units: Mapping[str, GazetteerRow]) -> Entry:
    """Return the supplement's entry of a province with what the table knows of it."""
    row = units.get(entry.place.country)
    if row is None or entry.place.kind != "province" or entry.place.feature_id:
        return entry
    if entry.admin1 not in {"", row.admin1}:
        return entry
    place = replace(entry.place, population=row.population)
    return replace(entry, place=place, admin1=row.admin1)


def _after_lower_case(word: str, seconds: Iterable[str]) -> str:
    """Return a pattern for what a word in lower case needs after it if it is to begin a name.

    "the" is the commonest of words, and "the lake" begins no name: places of the table are
    never meant by what begins in lower case.
    """
    if "" in seconds or not _PLAIN.fullmatch(word):
        return r"\b"
    known = "|".join(sorted(map(re.escape, seconds)))
    return rf"\b(?! (?!(?:{known})\b)[a-z]{{2,}}(?:[\s,.;:]|$))"


def _capital() -> str:
    """Return a character class of the letters that are capitals."""
    capitals = [code for code in range(_PLANE) if chr(code).isupper() and chr(code).isalpha()]
    ranges: list[list[int]] = []
    for code in capitals:
        if ranges and ranges[-1][1] == code - 1:
            ranges[-1][1] = code
        else:
            ranges.append([code, code])
    return "[" + "".join(f"{chr(a)}-{chr(b)}" for a, b in ranges) + "]"


_CAPITAL: Final = _capital()
