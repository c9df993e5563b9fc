from __future__ import annotations

import pytest

from groundtext.documents import split_passages
from groundtext.linking import Linker
from tests.linking.lines_world import last, line, link, town_mentions
from tests.linking.world import document, layer

SPOKEN = "The Danube Freight Network grew."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Grain leaves Mombasa by rail, reaches Mbarara and rests at Kagitumba.", ["lakes-2019"]),
        ("Rails are to run from Nairobi through Malaba to Kampala.", ["lakes-2014"]),
        ("Rails are to run from Mombasa to Kigali.", ["lakes"]),
        ("Nobody bid for the section from Malaba to Kampala.", ["lakes-2014"]),
        ("The railway yards of Malaba fell silent, and a band from Kampala left.", []),
        ("Lorries drive from Nairobi through Malaba to Kampala.", []),
        ("The power lines from Malaba to Kampala were cut.", []),
        ("Trains at Malaba and trains at Kampala stood still.", []),
        ("Trains were bought for Malaba’s market and for Kampala’s.", []),
        ("The track record of the firm reached Malaba from Kampala.", []),
        ("Tags: #Malaba #Kampala #trains", []),
        ("Envoys from Malaba met others from Kampala.", []),
    ],
)
def test_places_on_a_line_need_a_word_of_its_kind(text: str, expected: list[str]) -> None:
    assert last(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Containers reached the Rijeka quays.", ["net-coast"]),
        ("Boxes go by lorry to Varna.", ["net-south"]),
        ("Boxes go by lorry from Varna to Durban.", []),
        ("Envoys flew to Varna.", []),
        ("Trucks from Gdansk pay a toll.", []),
        ("The line between Varna and Durban is dead.", []),
        ("Boxes wait at the ferry in Varna.", ["net-south"]),
    ],
)
def test_one_telling_place_will_do_for_a_line_spoken_of(text: str, expected: list[str]) -> None:
    assert last(f"{SPOKEN} {text}") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nobody will pay for the railway to Kagitumba.", ["lakes-2019"]),
        ("The railway from Malaba is full of holes.", ["lakes-2014"]),
        ("Nobody will pay for the pipeline to Plock.", ["amber"]),
        ("Nobody will pay for the railway to Kigali.", []),
        ("Nobody will pay for the pipeline to Kagitumba.", []),
        ("Nobody will pay for the railway to Durban.", []),
        ("The railway from Malaba to Durban is a dream.", []),
    ],
)
def test_a_line_is_told_by_an_end_that_only_it_has(text: str, expected: list[str]) -> None:
    assert last(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It would start at Mombasa, pass Mbarara and end at Kagitumba.", ["lakes-2019"]),
        ("It would start at Mombasa and end at Nairobi.", []),
        ("She spoke at Mombasa and slept at Malaba.", []),
        ("It would start at Varna and end at Rijeka.", []),
    ],
)
def test_it_goes_on_about_the_line_just_spoken_of(text: str, expected: list[str]) -> None:
    assert last(f"The Lakes railway is late. {text}") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Lipin and Zamek, through which the pipe runs, are calm.", ["amber"]),
        ("A line is to lead across Lipin and Zamek.", ["amber"]),
        ("Lipin and Zamek are calm.", []),
        ("A line is to lead across Lipin and Morava.", []),
        ("The railway is to lead across Lipin and Zamek.", []),
        ("A line is to lead across Zamek.", []),
    ],
)
def test_areas_crossed_tell_the_line_spoken_of(text: str, expected: list[str]) -> None:
    found = last(f"The Amber pipeline is late. {text}")
    assert [target for target in found if target == "amber"] == expected


def test_the_reason_quotes_the_areas() -> None:
    text = "The Amber pipeline is late. A line is to lead across Lipin and Zamek."
    reasons = {found.target_id: found.reason for found in link(text)[1:]}
    assert reasons["amber"] == "‘line’ through areas ‘Lipin’, ‘Zamek’: Amber pipeline"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Most of it is landed at Sulina and goes by lorry to the Bulgarian border.", []),
        ("The corridor starts at Rijeka, and the southern one, from Romania, at Varna.", None),
        ("Freight is landed in Chisinau and sent by rail to the Polish border.", ["net-plain"]),
        ("A line of carts stood in Varna.", []),
        ("Friends of the mayor of Varna met in Turkey.", []),
        ("Trucks from Varna went to Turkey.", []),
    ],
)
def test_states_will_do_beside_one_place_of_a_line_just_spoken_of(
    text: str, expected: list[str] | None
) -> None:
    found = last(f"{SPOKEN} {text}")
    assert found == (["network"] if expected is None else expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The canal from Malaba to Kampala is shallow.", ["canal"]),
        ("Vessels sail from Malaba by way of Kampala.", ["canal"]),
        ("The canal is shallow, and Malaba is far.", []),
        ("Lorries drive from Malaba to Kampala.", []),
    ],
)
def test_ships_and_canals_tell_a_waterway(text: str, expected: list[str]) -> None:
    canal = line("canal", "Nile channel", "canal", "UG", "Malaba – Kampala", "1998")
    linker = Linker((layer("lines", "line", "route"),), (canal,), ())
    found = linker.link(document(text), split_passages(document(text)), town_mentions(text))
    assert [one.target_id for one in found] == expected


def test_what_goes_by_road_is_on_no_railway() -> None:
    assert last("Freight goes from Nairobi through Malaba to Kampala.") == ["lakes-2014"]
    assert last("Freight goes by road from Nairobi through Malaba to Kampala.") == []
