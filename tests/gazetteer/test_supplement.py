from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from groundtext.errors import GazetteerError
from groundtext.gazetteer.supplement import (
    COUNTRIES_FILE,
    PHYSICAL_FILE,
    SUPPLEMENT_FILE,
    read_supplement,
)

if TYPE_CHECKING:
    from pathlib import Path

COUNTRIES = "iso3,iso2,name,lon,lat,west,south,east,north,population,capital\n"
VESLAND = "VES,VL,Vesland,10.5,47.1,9,46,12,48,70000,77\n"
ROWS = "kind,id,name,forms,country,lon,lat,west,south,east,north\n"


def write(folder: Path, rows: str) -> Path:
    (folder / COUNTRIES_FILE).write_text(COUNTRIES + VESLAND, encoding="utf-8")
    (folder / SUPPLEMENT_FILE).write_text(ROWS + rows, encoding="utf-8")
    (folder / PHYSICAL_FILE).write_text(ROWS, encoding="utf-8")
    return folder


def test_a_country_has_its_names_and_its_capital(tmp_path: Path) -> None:
    supplement = read_supplement(write(tmp_path, "country,,Vesland,VL;the Vesland,VL,,,,,,\n"))
    assert {entry.form for entry in supplement.entries} == {"Vesland", "VL", "the Vesland"}
    assert supplement.capitals == {"geonames:77"}


def test_a_demonym_stands_for_its_country(tmp_path: Path) -> None:
    supplement = read_supplement(write(tmp_path, "demonym,,Veslandic,Veslanders,VL,,,,,,\n"))
    found = {e.form: (e.kind, e.place.id) for e in supplement.entries if e.kind == "demonym"}
    assert found == dict.fromkeys(("Veslandic", "Veslanders"), ("demonym", "country:VES"))


def test_a_demonym_may_stand_for_a_region(tmp_path: Path) -> None:
    rows = "region,region:low,Lowlands,,,5,52,4,51,6,53\ndemonym,region:low,Lowland,,,,,,,,\n"
    entries = read_supplement(write(tmp_path, rows)).entries
    assert [e.place.name for e in entries if e.form == "Lowland"] == ["Lowlands"]


def test_a_place_without_an_id_takes_one_from_its_name(tmp_path: Path) -> None:
    entries = read_supplement(write(tmp_path, "crossing,,Old Gate,,VL,10,47,,,,\n")).entries
    assert [e.place.id for e in entries if e.form == "Old Gate"] == ["crossing:old-gate"]


def test_a_demonym_of_nothing_is_refused_with_its_line(tmp_path: Path) -> None:
    with pytest.raises(GazetteerError, match=r"line 2: 'Utopian' stands for 'UT'"):
        read_supplement(write(tmp_path, "demonym,,Utopian,,UT,,,,,,\n"))


def test_a_position_in_words_is_refused_with_its_line(tmp_path: Path) -> None:
    with pytest.raises(GazetteerError, match=r"line 2: ten, 47 are not all degrees"):
        read_supplement(write(tmp_path, "crossing,,Old Gate,,VL,ten,47,,,,\n"))


def test_a_missing_supplement_is_named(tmp_path: Path) -> None:
    (tmp_path / COUNTRIES_FILE).write_text(COUNTRIES, encoding="utf-8")
    with pytest.raises(GazetteerError, match=rf"{SUPPLEMENT_FILE}: there is no such file"):
        read_supplement(tmp_path)
