"""Spellings of places for the search."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from groundtext.errors import GazetteerError
from groundtext.gazetteer import Gazetteer, places_within, spellings_in
from groundtext.gazetteer.spellings import read_spellings, write_spellings
from groundtext.settings import DATA

if TYPE_CHECKING:
    from pathlib import Path

MAZAR = "geonames:1133616"


def test_what_is_written_is_read_by_id(tmp_path: Path) -> None:
    names = {"geonames:2": ("Zwei", "два"), "geonames:10": ("Zehn",), "geonames:1": ("Eins",)}
    write_spellings(tmp_path / "s.gz", names)
    assert read_spellings(tmp_path / "s.gz", [*names, "geonames:3"]) == names
    before = (tmp_path / "s.gz").read_bytes()
    write_spellings(tmp_path / "s.gz", dict(reversed(names.items())))
    assert (tmp_path / "s.gz").read_bytes() == before


def test_a_missing_table_says_how_to_make_it(tmp_path: Path) -> None:
    with pytest.raises(GazetteerError, match="build_spellings"):
        read_spellings(tmp_path / "s.gz", [MAZAR])


def test_a_town_is_spelt_in_every_script() -> None:
    assert {"Mazar-i-Sharif", "Mazār-e Sharīf", "مزار شریف"} <= set(
        spellings_in(DATA, [MAZAR])[MAZAR]
    )


def test_the_towns_in_the_name_of_a_feature_are_known_and_words_are_none() -> None:
    names = {"line": ("Mazar-i-Sharif–Peshawar railway",), "talks": ("Moscow Format, Moscow",)}
    found = places_within(names, Gazetteer.open(DATA))
    assert MAZAR in found["line"]
    assert len(found["line"]) == 2
    assert found["talks"] == {"geonames:524901"}
