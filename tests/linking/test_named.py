from __future__ import annotations

from dataclasses import replace

import pytest

from groundtext.linking import Linker
from groundtext.model import Candidate, LinkKind, LonLat, Place, Reading, Span
from tests.linking.world import (
    LAYERS,
    LINKER,
    document,
    feature,
    link,
    mentions_in,
    passages_of,
    targets,
)


def test_a_name_read_literally_is_named_evidence() -> None:
    [found] = link("Soldiers left Camp Lemonnier at dawn.")
    assert (found.target_id, found.kind, found.method) == ("lemonnier", LinkKind.NAMED, "alias")
    assert found.reason == "names ‘Camp Lemonnier’: Lemonnier"


def test_a_collection_is_named_as_such_and_not_by_its_members() -> None:
    assert targets("Fighting spread in the northern provinces.") == ["northern"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Takhar-Volga commission met.", []),
        ("The Volga–Takhar commission met.", []),
        ("A Takhar-born poet died.", ["takhar"]),
        ("In Takhar – Volga or not – it rained.", ["takhar"]),
    ],
)
def test_half_of_a_name_is_none(text: str, expected: list[str]) -> None:
    assert targets(text) == expected


def test_a_name_inside_an_organisation_is_none() -> None:
    text = "The Camp Lemonnier Historical Society met."
    mentions = [replace(m, reading=Reading.ORGANISATION) for m in mentions_in(text)]
    assert LINKER.link(document(text), passages_of(text), mentions) == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Fighting spread in Kunduz.", []),
        ("Fighting spread in Kunduz province.", ["kunduz"]),
        ("Fighting spread in the province of Kunduz.", ["kunduz"]),
        ("Fighting spread in Kunduz and Takhar.", ["kunduz", "takhar"]),
        ("Fighting spread in Kunduz and Paris.", []),
        ("The mayors in Kunduz and Takhar slept.", ["kunduz", "takhar"]),
        ("The authorities in Kunduz and those in Takhar slept.", ["takhar"]),
        ("Fighting spread in Takhar.", ["takhar"]),
    ],
)
def test_a_name_shared_with_a_town_is_the_area_only_if_the_text_says_so(
    text: str, expected: list[str]
) -> None:
    assert targets(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Soldiers left Agadez.", []),
        ("Soldiers left Agadez airport.", ["agadez-airport"]),
        ("The Agadez International Airport (AJY) was shut.", ["agadez-airport"]),
    ],
)
def test_a_shortened_name_shared_with_a_town_needs_its_kind(text: str, expected: list[str]) -> None:
    assert targets(text) == expected


def test_a_name_that_is_denied_is_no_support() -> None:
    assert targets("The troops left Agadez, not Camp Lemonnier.") == []


def test_the_words_of_the_whole_name_are_matched() -> None:
    text = "The old Nord Stream pipeline was shut."
    [found] = mentions_in(text)
    short = replace(found, span=Span(8, 19), text="Nord Stream")
    [named] = LINKER.link(document(text), passages_of(text), [short])
    assert [text[start:end] for start, end in named.matches] == ["Nord Stream pipeline"]


def test_a_name_twice_in_a_sentence_is_one_link() -> None:
    assert targets("Nord Stream is Nord Stream.") == ["nord-stream"]


def test_a_city_of_millions_is_no_province_because_others_are() -> None:
    text = "Fighting spread in Takhar, came near Kunduz and ended in Takhar."
    town = Place("town", "Kunduz", "settlement", "AF", LonLat(68.8, 36.7), population=200_000)
    for people, expected in ((200_000, ["kunduz", "takhar"]), (4_000_000, ["takhar"])):
        mentions = [
            replace(
                one,
                candidates=(
                    Candidate(replace(town, population=people), 0.9),
                    *(each for each in one.candidates if each.place.feature_id),
                ),
            )
            if one.text == "Kunduz"
            else one
            for one in mentions_in(text)
        ]
        found = LINKER.link(document(text), passages_of(text), mentions)
        assert [one.target_id for one in found] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Agadez corridor is busy.", ["agadez-road"]),
        ("The market of Agadez is busy.", []),
        ("Agadez is busy.", []),
    ],
)
def test_a_whole_name_is_the_features_though_a_town_is_its_first_word(
    text: str, expected: list[str]
) -> None:
    road = feature("agadez-road", "lines", "Agadez corridor", LonLat(8, 17), kind="road")
    [agadez] = [one for one in mentions_in(text) if one.text == "Agadez"]
    places = (
        Place("town:agadez", "Agadez", "settlement", "NE", LonLat(7.99, 16.97)),
        Place("feature:agadez-road", "Agadez corridor", "road", feature_id="agadez-road"),
    )
    mention = replace(agadez, candidates=tuple(Candidate(place, 0.9) for place in places))
    linker = Linker(LAYERS, (road,), ())
    links = linker.link(document(text), passages_of(text), [mention])
    assert [one.target_id for one in links] == expected
