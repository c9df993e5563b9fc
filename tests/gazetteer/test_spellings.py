"""Spellings of places for the search."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from groundtext.errors import GazetteerError
from groundtext.gazetteer import Spellings
from groundtext.gazetteer.spellings import SPELLINGS_FILE, write_spellings
from groundtext.settings import DATA

if TYPE_CHECKING:
    from pathlib import Path

MAZAR = "geonames:1133616"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a copy of the data folder without the table of spellings."""
    for file in DATA.iterdir():
        if file.is_file() and file.name != SPELLINGS_FILE:
            (tmp_path / file.name).symlink_to(file)
    return tmp_path


def test_what_is_written_is_read_by_id(folder: Path) -> None:
    names = {"geonames:2": ("Zwei", "два"), "geonames:10": ("Zehn",), "geonames:1": ("Eins",)}
    file = folder / SPELLINGS_FILE
    write_spellings(file, names)
    assert Spellings(folder).of([*names, "geonames:3"]) == names
    before = file.read_bytes()
    write_spellings(file, dict(reversed(names.items())))
    assert file.read_bytes() == before


def test_a_missing_table_says_how_to_make_it(folder: Path) -> None:
    with pytest.raises(GazetteerError, match="build_spellings"):
        Spellings(folder).of([MAZAR])


def test_a_town_is_spelt_in_every_script() -> None:
    assert {"Mazar-i-Sharif", "Mazār-e Sharīf", "مزار شریف"} <= set(
        Spellings(DATA).of([MAZAR])[MAZAR]
    )


def test_the_towns_in_the_name_of_a_feature_are_known_and_words_are_none() -> None:
    names = {
        "line": ("Mazar-i-Sharif–Peshawar railway",),
        "joined": ("Termez-Mazar-i-Sharif-Kabul-Peshawar railway",),
        "talks": ("Moscow Format, Moscow",),
        "bases": ("US bases in Uzbekistan",),
    }
    found = Spellings(DATA).places_within(names)
    assert MAZAR in found["line"]
    assert len(found["line"]) == 2
    assert found["line"] < found["joined"]
    assert len(found["joined"]) == 4
    assert found["talks"] == {"geonames:524901"}
    assert found["bases"] == {"country:USA", "country:UZB"}


def test_a_country_is_called_so_in_other_languages() -> None:
    names = Spellings(DATA).of(["country:UZB"])["country:UZB"]
    assert {"Uzbekistan", "Узбекистан", "Ўзбекистон", "ازبکستان"} <= set(names)
