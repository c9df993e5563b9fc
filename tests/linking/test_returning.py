from __future__ import annotations

from dataclasses import replace

import pytest

from groundtext.documents import split_passages
from groundtext.linking import Linker
from groundtext.model import Candidate, LonLat, Mention, Place, Reading, Span
from tests.linking.lines_world import last
from tests.linking.world import document, feature, layer, mentions_in, targets


def test_a_noun_comes_back_to_the_line_just_named() -> None:
    text = (
        f"Nord Stream was sabotaged. The pipeline had cost billions. {'Rain fell. ' * 16}"
        "The pipeline fell."
    )
    assert targets(text) == ["nord-stream"] * 2


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Rain fell. It snowed. It thawed. In Paris the pipeline is a joke.", 1),
        ("They met in Takhar. They said that the pipeline had burst.", 2),
        ("They met in Takhar. Then the pipe burst.", 2),
        ("The pipeline in January looked sound.", 1),
        ("They have one pipeline, and what it brings pays for the pipeline.", 0),
        ("The pipeline in Bulgaria is another.", 0),
        ("The pipeline that the Danes have in mind is another.", 0),
        ("In Geneva they sank wells, and dug at the same pipeline.", 0),
        ("The pipeline to Bulgaria is another.", 0),
        ("They slept in Takhar. The railway had burst.", 1),
        ("They slept in Takhar. The power line had burst.", 1),
        ("There was no pipeline.", 0),
    ],
)
def test_a_line_is_come_back_to_until_it_is_another(sentence: str, expected: int) -> None:
    found = targets(f"Nord Stream was sabotaged. {sentence}")
    assert len(found) == 1 + expected


def test_what_a_thing_measures_may_stand_before_its_noun() -> None:
    text = "Nord Stream was sabotaged. The 1,224-kilometre pipeline had cost billions."
    assert targets(text) == ["nord-stream"] * 2


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It snowed in Lipin. It thawed in Ostrow. The province is cold.", ["ostrow"]),
        ("It thawed in Ostrow. The province is cold.", ["ostrow"]),
        ("It snowed in Lipin. It thawed. The province is cold.", ["lipin"]),
        ("It snowed in Varna. The province is cold.", []),
        ("It thawed in Ostrow. The county is cold.", []),
        ("It thawed in Ostrow. The town is cold.", []),
        ("It snowed in Lipin. In Morava the province is cold.", ["morava"]),
    ],
)
def test_an_area_is_come_back_to_also_by_the_town_of_its_name(
    text: str, expected: list[str]
) -> None:
    assert last(text) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The line leaks.", ["amber"]),
        ("The pipe leaks.", ["amber"]),
        ("The route was drawn in pencil.", ["amber"]),
        ("They say that the pipeline leaks.", ["amber"]),
        ("The waterway leaks.", []),
        ("The railway leaks.", []),
        ("A line leaks.", []),
        ("The front line moved.", []),
    ],
)
def test_a_line_has_more_than_one_noun(sentence: str, expected: list[str]) -> None:
    assert last(f"The Amber pipeline is late. {sentence}") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Polish section is late. The pipeline leaks.", ["amber"]),
        ("A third branch crosses Hungary and Croatia. The corridor is slow.", ["net-coast"]),
        ("The railway to Kagitumba is late. The railway is dear.", ["lakes-2019"]),
        ("The Polish section is late. The Polish section of the pipeline leaks.", ["amber-pl"]),
    ],
)
def test_a_noun_means_the_line_of_which_a_section_was_spoken(
    text: str, expected: list[str]
) -> None:
    opening = (
        "The Danube Freight Network grew." if "branch" in text else "The Amber pipeline is new."
    )
    assert last(f"{opening} {text}") == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The gas line leaks.", ["amber"]),
        ("The whole pipeline leaks.", ["amber"]),
        ("The oil line leaks.", []),
        ("The supply line leaks.", []),
        ("The air line is bankrupt.", ["amber"]),
        ("The project is dear.", []),  # built, for all that the layer says
    ],
)
def test_a_noun_may_say_what_flows(sentence: str, expected: list[str]) -> None:
    assert last(f"The Amber pipeline is late. {sentence}") == expected


RAIN = "Rain fell. " * 10


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"The Amber pipeline\n\n{RAIN}Nobody guards the line.", ["amber"]),
        (f"{'The Amber pipeline leaks. ' * 3}{RAIN}Nobody guards the route.", ["amber"]),
        (f"The Danube Freight Network grew. {RAIN}Nobody guards the Network.", ["network"]),
        (f"The Amber pipeline leaks. {RAIN}Nobody guards the line.", []),
        (f"The Amber pipeline\n\n{RAIN}Nobody guards the line that leads to Durban.", []),
        (f"The Amber pipeline\n\n{RAIN}Nobody guards the railway.", []),
        (f"The Danube Freight Network grew. {RAIN}Nobody guards the Corridor.", []),
        (f"{'The Amber pipeline leaks. The Lakes railway rusts. ' * 3}{RAIN}The line is dead.", []),
    ],
)
def test_a_noun_comes_back_to_what_the_text_is_about(text: str, expected: list[str]) -> None:
    assert last(text) == expected


def test_the_river_comes_back_to_no_stretch_of_one() -> None:
    reach = replace(
        feature("reach", "lines", "Upper Elbe", LonLat(14, 50), kind="river reach", country="CZ"),
        aliases=("Upper Elbe",),
    )
    dam = feature("dam", "points", "Lipno Dam", LonLat(14, 49), kind="hydropower dam")
    linker = Linker((layer("lines", "line", ""), layer("points", "point", "")), (reach, dam), ())
    for kind, name, following, expected in (
        ("river reach", "Upper Elbe", "The river rose.", 1),
        ("hydropower dam", "Lipno Dam", "The 120-MW plant rusts.", 2),
        ("hydropower dam", "Lipno Dam", "The church rusts.", 1),
    ):
        read = document(f"{name} is long. {following}")
        place = Place("feature:x", name, kind, feature_id="reach" if "E" in name else "dam")
        mention = Mention(
            "report", Span(0, len(name)), name, Reading.LITERAL, (Candidate(place, 0.9),)
        )
        assert len(linker.link(read, split_passages(read), [mention])) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The Polish scheme is dear.", []),  # it is built
        ("The Polish gas pipeline is dear.", ["amber"]),
        ("The Polish railway is dear.", []),
        ("The Danish pipeline is dear.", []),
        ("The Ugandan railway is dear.", []),  # of which nothing was said
    ],
)
def test_a_state_tells_which_line_is_meant(sentence: str, expected: list[str]) -> None:
    text = f"The Amber pipeline was drawn. {'Rain fell. ' * 5}{sentence}"
    assert last(text) == expected


@pytest.mark.parametrize(
    ("kind", "sentence", "expected"),
    [
        ("conference centre", "They counted at the conference centre.", 2),
        ("conference centre", "They counted at the shopping centre.", 1),
        ("conference centre", "They counted at a conference centre.", 1),
        ("copper mine", "They counted at the copper mine.", 2),
        ("copper mine", "They counted the copper is all that I know.", 1),
    ],
)
def test_a_kind_of_two_words_is_come_back_to_by_both(
    kind: str, sentence: str, expected: int
) -> None:
    own = feature("own", "points", "Lipno", LonLat(14, 49), kind=kind)
    linker = Linker((layer("points", "point", ""),), (own,), ())
    read = document(f"Lipno is old. {'Rain fell. ' * 6}{sentence}")
    place = Place("feature:own", "Lipno", kind, feature_id="own")
    mention = Mention("report", Span(0, 5), "Lipno", Reading.LITERAL, (Candidate(place, 0.9),))
    assert len(linker.link(read, split_passages(read), [mention])) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The coastal corridor is full.", ["coast"]),
        ("The coastal corridors are full.", []),
        ("The coastal railway is full.", []),
        ("The northern corridor is full.", []),
        ("A coastal corridor would help.", []),
    ],
)
def test_two_words_of_its_name_mean_a_line(text: str, expected: list[str]) -> None:
    own = [
        feature("coast", "lines", "Danish coastal corridor", LonLat(9, 55), kind="sea lane"),
        feature("other", "lines", "Danish corridor", LonLat(9, 56), kind="sea lane"),
    ]
    linker = Linker((layer("lines", "line", "route"),), own, ())
    read = document(text)
    assert [one.target_id for one in linker.link(read, split_passages(read), ())] == expected


@pytest.mark.parametrize(
    ("text", "country", "expected"),
    [
        ("The railway was dear.", "AF", ["rail"]),
        ("The railway was dear, the Afghans say.", "NO", ["rail"]),
        ("The railway was dear.", "NO", []),
        ("A railway was dear.", "AF", []),
        ("The pipeline was dear.", "AF", []),
    ],
)
def test_the_only_railway_on_the_map_is_meant_where_its_state_is_spoken_of(
    text: str, country: str, expected: list[str]
) -> None:
    features = [
        feature("rail", "lines", "Salang railway", LonLat(68, 36), kind="railway", country="AF"),
        feature("pipe", "lines", "Salang pipe", LonLat(68, 36), kind="gas pipeline", country="AF"),
        feature("other", "lines", "Kunar pipe", LonLat(68, 36), kind="gas pipeline", country="AF"),
        feature("takhar", "areas", "Takhar", LonLat(69, 36), kind="province", country=country),
    ]
    read = document(f"It rained in Takhar. {text}")
    layers = (layer("lines", "line", "route"), layer("areas", "area", ""))
    links = Linker(layers, features, ()).link(read, split_passages(read), mentions_in(read.text))
    assert [one.target_id for one in links] == ["takhar", *expected]
