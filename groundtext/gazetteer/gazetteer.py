"""The catalogue of places that names are looked up in."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from groundtext.gazetteer.features import collection_entries, feature_entries
from groundtext.gazetteer.names import case_agrees, fold, is_titled
from groundtext.gazetteer.supplement import COUNTRY, Entry, Supplement, read_supplement
from groundtext.gazetteer.table import Settlement, SettlementTable, read_table

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

    from groundtext.model import Collection, Feature, Place

TABLE_FILE = "gazetteer.tsv.gz"
_ALPHA_2 = 2
_LONGEST_CODE = 4  # letters; "KABUL" is a name in capitals, "NATO" is none


class Gazetteer:
    """Names and the places that they may mean; ambiguity is kept, and left to the reader."""

    def __init__(
        self, table: SettlementTable, supplement: Supplement, features: Sequence[Entry] = ()
    ) -> None:
        self._table = table
        self._supplement = supplement
        self._by_key: dict[str, list[Entry]] = {}
        self._beginnings: set[str] = set()
        self._openings: set[str] = set()
        for entry in (*features, *supplement.entries):
            self._file(entry)
        self._found: dict[str, tuple[Entry, ...]] = {}

    @classmethod
    def open(cls, folder: Path) -> Gazetteer:
        """Read the tables in a folder.

        Raises
        ------
        GazetteerError
            If a table is missing or damaged.
        """
        return cls(read_table(folder / TABLE_FILE), read_supplement(folder))

    def with_features(
        self, features: Iterable[Feature], collections: Iterable[Collection]
    ) -> Gazetteer:
        """Return a gazetteer that knows the names of these features and collections, too."""
        by_id = {feature.id: feature for feature in features}
        entries = [
            entry
            for feature in by_id.values()
            for entry in feature_entries(feature, self.country_code(feature.country))
        ]
        for collection in collections:
            entries += collection_entries(collection, by_id)
        return Gazetteer(self._table, self._supplement, entries)

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

        Features come first, then the supplement, then settlements, most populous first.
        """
        known = self._found.get(surface)
        if known is None:
            known = self._found[surface] = self._find(surface)
        return known

    def goes_on(self, surface: str) -> bool:
        """Tell whether any name begins with these words and has more of them."""
        key = fold(surface)
        return key in self._beginnings or self._table.has_prefix(key)

    def opens_phrase(self, word: str) -> bool:
        """Tell whether a word in lower case begins a name that is written so ("northern …")."""
        return word in self._openings

    def _file(self, entry: Entry) -> None:
        key = fold(entry.form)
        self._by_key.setdefault(key, []).append(entry)
        if entry.form[0].islower():
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
            entries += [self._entry(found, surface) for found in self._table.find(key)]
        unique = {entry.place.id: entry for entry in reversed(entries)}
        return tuple(
            self._with_capital(entry) for entry in entries if unique[entry.place.id] is entry
        )

    def _entry(self, settlement: Settlement, surface: str) -> Entry:
        return Entry(settlement.to_place(), surface, admin1=settlement.admin1)

    def _with_capital(self, entry: Entry) -> Entry:
        if entry.place.id not in self._supplement.capitals:
            return entry
        return Entry(entry.place, entry.form, entry.kind, is_capital=True, admin1=entry.admin1)
