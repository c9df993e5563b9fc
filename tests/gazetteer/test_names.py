from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from groundtext.gazetteer.names import case_agrees, fold, is_abbreviation, is_titled


@pytest.mark.parametrize(
    "spelling",
    [
        "Mazār-e Sharīf",
        "mazar e sharif",
        "MAZAR-E-SHARIF",
        "Mazar\u00a0e Sharif",
        "Maza\u0304r e Sharif",
    ],
)
def test_spellings_of_one_name_share_a_key(spelling: str) -> None:
    assert fold(spelling) == "mazar e sharif"


@pytest.mark.parametrize(
    ("name", "key"),
    [("U.S.", "us"), ("St. Louis", "st louis"), ("N’Djamena", "ndjamena"), ("Łódź", "lodz")],
)
def test_stops_apostrophes_and_strokes_fall_away(name: str, key: str) -> None:
    assert fold(name) == key


@given(st.text())
@settings(deadline=None)
def test_folding_twice_changes_nothing(name: str) -> None:
    assert fold(fold(name)) == fold(name)


@pytest.mark.parametrize(
    ("form", "surface", "agrees"),
    [
        ("US", "US", True),
        ("US", "U.S.", True),
        ("US", "us", False),
        ("US", "Us", False),
        ("Kant Air Base", "Kant air base", False),
        ("northern provinces", "Northern Provinces", True),
        ("military base", "military base", True),
        ("Herat", "HERAT", True),
        ("Herat", "herat", False),
    ],
)
def test_capitals_in_the_name_must_be_in_the_text(form: str, surface: str, agrees: bool) -> None:  # noqa: FBT001  a parameter of the test
    assert case_agrees(form, surface) is agrees


def test_an_abbreviation_is_short_and_in_capitals() -> None:
    assert [is_abbreviation(word) for word in ("UAE", "U.K.", "Kabul", "A", "AFGHANISTAN")] == [
        True,
        True,
        False,
        False,
        False,
    ]


def test_a_title_is_capitalised_at_both_ends() -> None:
    found = [
        is_titled(word) for word in ("Sar-e Pul", "Port of Spain", "the West", "Herat city", "")
    ]
    assert found == [True, True, False, False, False]


def test_an_apostrophe_does_not_end_a_name() -> None:
    for name in ("Xi'an", "Sana’a", "Nuku‘alofa", "Coeur d’Alene", "N’Djamena"):
        assert is_titled(name)
    for name in ("Moscow’s", "Moscow's", "Herat o'clock"):
        assert not is_titled(name)
