from __future__ import annotations

import pytest

from groundtext.linking.reading import PassageReading, read_passage
from tests.linking.world import document, mentions_in, passages_of


def read(text: str) -> PassageReading:
    [passage] = passages_of(text)
    return read_passage(
        document(text), passage, mentions_in(text), published=None, nouns=frozenset()
    )


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("They fought in Syria, Iraq and Libya.", ["Syria", "Iraq", "Libya"]),
        ("Goods go from Russia to Germany.", ["Russia", "Germany"]),
        ("In Niger, France and Germany keep troops.", ["Niger"]),
        ("To act in Niger, the US needs permission.", ["Niger"]),
        ("The US has troops in Niger, and France has left.", ["Niger"]),
        ("It operates in different parts of Central Asia.", ["Central Asia"]),
        ("Russia spoke to the press.", []),
    ],
)
def test_a_preposition_makes_places_of_a_name_and_its_list(text: str, places: list[str]) -> None:
    assert [name.text for name in read(text).names if name.governor] == places


def test_a_capital_that_is_not_named_is_still_a_place() -> None:
    [name] = read("They met in the Kazakh capital on Monday.").names
    assert (name.form, name.text, name.actors) == ("capital", "Kazakh capital", ("KZ",))


def test_a_capital_that_is_named_is_read_by_its_name() -> None:
    forms = [name.form for name in read("They met in the Kazakh capital Astana.").names]
    assert forms == ["demonym", "settlement"]


def test_a_date_of_a_statement_is_no_date_of_an_event() -> None:
    assert read("He said in May 2017 that talks failed.").dates == ()


def test_a_place_after_not_is_denied() -> None:
    names = read("They met in Astana, not Geneva.").names
    assert [name.is_negated for name in names] == [False, True]
