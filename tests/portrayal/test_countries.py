from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from shapely.geometry import Point, box, mapping

from groundtext.errors import InputError
from groundtext.portrayal.countries import Countries, read_countries

if TYPE_CHECKING:
    from pathlib import Path

OAK = box(10, 10, 20, 20)
COUNTRIES = Countries({"OK": "Oakland", "AS": "Ashland"}, (OAK,))


@pytest.mark.parametrize(
    ("codes", "words"),
    [("OK", "Oakland"), ("OK AS", "Oakland, Ashland"), ("", ""), ("Oakland", "Oakland")],
)
def test_codes_become_names_and_other_words_stay(codes: str, words: str) -> None:
    assert COUNTRIES.in_words(codes) == words


def test_a_place_stands_for_its_country() -> None:
    assert COUNTRIES.around(Point(12, 12)) == OAK


def test_an_area_stands_for_itself() -> None:
    area = box(11, 11, 12, 12)
    assert COUNTRIES.around(area) == area


def test_a_place_in_no_country_stays_where_it_is() -> None:
    assert COUNTRIES.around(Point(0, 0)) == Point(0, 0)


def test_countries_are_read_from_a_base_map(tmp_path: Path) -> None:
    country = {"kind": "country", "name": "Oakland", "iso": "OK"}
    shapes = [
        {"type": "Feature", "geometry": mapping(OAK), "properties": country},
        {"type": "Feature", "geometry": mapping(OAK), "properties": {"kind": "lake"}},
    ]
    (tmp_path / "base.json").write_text(json.dumps({"features": shapes}), encoding="utf-8")
    assert read_countries(tmp_path / "base.json") == Countries({"OK": "Oakland"}, (OAK,))


@pytest.mark.parametrize("content", ["{", "[]", "{}", '{"features": [{}]}', '{"features": 7}'])
def test_a_broken_base_map_is_named(tmp_path: Path, content: str) -> None:
    (tmp_path / "base.json").write_text(content, encoding="utf-8")
    with pytest.raises(InputError, match=r"base\.json: it is no base map"):
        read_countries(tmp_path / "base.json")


def test_without_a_base_map_there_are_no_countries(tmp_path: Path) -> None:
    assert read_countries(tmp_path / "none.json") == Countries()
