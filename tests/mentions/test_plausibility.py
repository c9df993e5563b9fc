from __future__ import annotations

import pytest

from tests.mentions.world import mentions_of, names_in


@pytest.mark.parametrize(
    "text",
    [
        "Paris Hilton and Jack London never met.",
        "General Petraeus and Ambassador Holbrooke agreed.",
        "Mr. Shanghai Smith left.",
        "Victoria Nuland resigned, and Austin did not.",
        "Of course, every analyst says so. Says who?",
        "Reading the report took hours. Nice words, he said.",
        "Hope and Freedom were their names.",
        "In March, Congress adjourned. In May it met.",
        "Chad Smith plays the drums. Imran Khan bowled.",
        "Conner Robbins took it. Robbins left at noon.",
    ],
)
def test_people_and_words_are_no_places(text: str) -> None:
    assert names_in(text) == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Turkey and Jordan agreed over turkey.", ["Turkey", "Jordan"]),
        ("They met in Mobile, Alabama.", ["Mobile", "Alabama"]),
        ("She flew to London with Paris Hilton.", ["London"]),
        ("The town of Nice was quiet.", ["Nice"]),
        ("Afghan troops left Zaranj. Taloqan followed.", ["Afghan", "Zaranj", "Taloqan"]),
        ("The Geneva conference ended.", ["Geneva"]),
        ("Pakistani ships left Gwadar port.", ["Pakistani", "Gwadar"]),
        ("Iran closed roads near Zabol and Zahedan.", ["Iran", "Zabol", "Zahedan"]),
        ("TALKS IN KABUL", ["KABUL"]),
    ],
)
def test_a_place_needs_the_more_support_the_smaller_it_is(text: str, names: list[str]) -> None:
    assert names_in(text) == names


def test_boilerplate_names_only_what_needs_no_support() -> None:
    text = "Oslo and Iran were calm for days, they said.\n" * 2 + "Photo: Zabol / Oslo"
    assert names_in(text)[-1:] == ["Oslo"]
    assert "Zabol" not in names_in(text)


def test_a_name_inside_an_organisation_is_still_a_mention() -> None:
    (found,) = mentions_of("The Shanghai Cooperation Organisation met.")
    assert found.text == "Shanghai"
