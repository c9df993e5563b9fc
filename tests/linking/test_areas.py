from __future__ import annotations

import pytest

from tests.linking.lines_world import last


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Snow fell in all three provinces of the east.", ["eastern"]),
        ("Snow fell in the three eastern provinces.", ["eastern"]),
        ("The three provinces along the Belarusian and Ukrainian borders voted.", ["eastern"]),
        ("From Lipin round to Zamek it snowed. Those three provinces voted.", ["eastern"]),
        ("Snow fell in three western provinces.", []),
        ("Snow fell in the four eastern provinces.", []),
        ("Snow fell in the three eastern counties.", []),
        ("Snow fell in three eastern provinces of Turkey.", []),
        ("The three provinces along the Lithuanian border voted.", []),
        ("Those three provinces voted.", []),
        ("The two provinces that share a border with Prussia voted.", ["frontier"]),
        ("The two provinces that share a choir with Prussia voted.", []),
    ],
)
def test_a_number_and_something_else_tell_a_group(text: str, expected: list[str]) -> None:
    assert last(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It snowed in Lipin and Zamek, and it thawed in Ostrow.", ["lipin", "ostrow", "zamek"]),
        ("In Lipin it snowed, and in Ostrow it thawed.", ["lipin", "ostrow"]),
        ("It snowed in Lipin and Ostrow.", ["lipin", "ostrow"]),
        ("In Lipin it snowed, and a bus left Ostrow.", ["lipin"]),
        ("In Lipin it snowed, and in Ostrow and Varna it thawed.", ["lipin"]),
        ("In Varna it snowed, and in Ostrow it thawed.", []),
        ("A road crosses Lipin, skirts Zamek and ends in Ostrow.", ["lipin", "ostrow", "zamek"]),
        ("A road crosses Lipin, skirts Varna and ends in Ostrow.", ["lipin"]),
        ("It snowed in Ostrow.", []),
    ],
)
def test_a_shared_name_is_the_area_beside_areas_led_alike(text: str, expected: list[str]) -> None:
    assert last(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ostrow went to the Greens by a thousand votes.", ["ostrow"]),
        ("Ostrow voted, with a high turnout.", ["ostrow"]),
        ("The Greens lost Ostrow by a thousand votes.", ["ostrow"]),
        ("Ostrow went to the rebels within a day.", []),
        ("The rebels lost Ostrow within a day.", []),
        ("Ostrow and Lipin gave her more than 90 percent.", ["lipin", "ostrow"]),
        ("The party took Ostrow and Lipin with three votes in four.", ["lipin", "ostrow"]),
        ("Ostrow: three in four for the Greens.", ["ostrow"]),
        ("Ostrow: three in the morning.", []),
        ("Ostrow gave her more than a fright.", []),
        ("The votes were counted in Ostrow.", []),
    ],
)
def test_what_votes_or_is_won_by_votes_is_the_area(text: str, expected: list[str]) -> None:
    assert last(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It snowed in rural Ostrow.", ["ostrow"]),
        ("It snowed in two districts of Ostrow.", ["ostrow"]),
        ("Ostrow’s governor resigned.", ["ostrow"]),
        (
            "The provinces on the river, from Ostrow all the way to Zamek, froze.",
            ["ostrow", "zamek"],
        ),
        ("Ostrow is cold, and most grain crosses that province or Lipin.", ["lipin", "ostrow"]),
        ("Ostrow remains one of the poorer provinces.", ["ostrow"]),
        ("Ostrow and Varna became within a year two of the colder provinces.", []),
        ("The party lost Ostrow to the Greens.", ["ostrow"]),
        ("It snowed in hilly Ostrow.", []),
        ("Ostrow’s mayor resigned.", []),
        ("Buses ran from Ostrow all the way to Zamek.", ["zamek"]),
        ("The provinces froze, and the mayors of Ostrow met those of Zamek.", ["zamek"]),
        ("Ostrow is the capital of a cold province.", []),
        ("The party lost Ostrow to the rebels.", []),
        ("In Ostrow it thawed, and Lipin is a cold province.", ["lipin"]),
    ],
)
def test_words_around_a_shared_name_say_that_it_is_an_area(text: str, expected: list[str]) -> None:
    assert last(text) == expected
