from __future__ import annotations

import pytest

from tests.linking.lines_world import last
from tests.linking.world import link, targets


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The transit of gas from Russia to Germany stopped.", ["nord-stream"]),
        ("Gas flows by pipeline from Russia to Germany.", ["nord-stream"]),
        ("A pipeline carries oil from Azerbaijan through Georgia to Turkey.", ["btc"]),
        ("A pipeline through Georgia and Turkey needs guards.", ["btc"]),
    ],
)
def test_start_and_end_or_the_states_between_describe_a_line(
    text: str, expected: list[str]
) -> None:
    assert targets(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The price of gas rose from Russia to Germany.",
        "Gas flows by pipeline from Russia to China.",
        "Gas flows by pipeline from Germany to Russia.",
        "A pipeline through Georgia and Armenia was planned.",
        "A railway leads from Azerbaijan through Georgia to Turkey.",
    ],
)
def test_another_end_or_another_kind_describes_none(text: str) -> None:
    assert targets(text) == []


def test_a_line_that_is_named_is_not_another_one_as_well() -> None:
    text = "Nord Stream, a pipeline through Georgia and Turkey, is a slip of the pen."
    assert targets(text) == ["nord-stream"]


def test_the_reason_names_the_line_and_its_ends() -> None:
    [found] = link("The transit of gas from Russia to Germany stopped.")
    assert found.reason.startswith("‘gas’ + from Russia to Germany: Nord Stream pipeline")
    assert found.method == "route-description"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Russia and Germany signed a memorandum on a pipeline.", ["nord-stream"]),
        ("A pipeline was agreed by Germany and Russia.", ["nord-stream"]),
        ("Azerbaijan and Turkey want a pipeline.", ["btc"]),
        ("Russia and Germany signed a memorandum on gas.", []),
        ("Russia and China signed a memorandum on a pipeline.", []),
        ("Russia, Germany and Poland signed a memorandum on a pipeline.", []),
        ("Russia and Germany signed a memorandum on a railway.", []),
        ("Azerbaijan and Georgia want a pipeline.", []),
    ],
)
def test_two_ends_in_a_list_describe_a_line(text: str, expected: list[str]) -> None:
    assert targets(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Russia wants a pipeline to Germany.", ["nord-stream"]),
        ("The Russians dream of a gas line to Germany.", ["nord-stream"]),
        ("Azerbaijan, it is said, will build an oil pipe to Turkey.", ["btc"]),
        ("Bread was dear, and the pipeline to Germany was shut.", ["nord-stream"]),
        ("Bread was dear, and a pipeline to Germany was shut.", []),
        ("China wants a pipeline to Germany.", []),
        ("Russia wants a railway to Germany.", []),
        ("Germany wants a pipeline to Russia.", []),
        ("China and Russia want a pipeline to Germany.", []),
    ],
)
def test_who_wants_a_line_to_its_end_describes_it(text: str, expected: list[str]) -> None:
    assert targets(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A pipeline through Georgia and Turkey was planned beside the roads.", ["btc"]),
        ("Beside the pipeline, roads lead through Georgia and Turkey.", ["btc"]),
        ("Roads lead through Georgia and Turkey, far from any pipeline.", []),
        ("The railway across Georgia and Turkey carries no gas for export.", []),
        ("Trucks take the highway through Georgia and Turkey, not the pipeline.", []),
    ],
)
def test_what_goes_through_must_be_of_the_kind(text: str, expected: list[str]) -> None:
    assert targets(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A supply route through Romania is better than none.", ["network"]),
        ("Nobody guards a supply corridor.", ["network"]),
        ("The supply lines through Romania are safe.", ["network"]),
        ("The power supply lines are safe.", []),
        ("The supply roads of Hungary are full.", ["network"]),
        ("A supply route through Turkey is better than none.", []),
        ("A gas supply route is better than none.", []),
        ("A trade route is better than none.", []),
        ("A supply of roads is better than none.", []),
    ],
)
def test_lines_are_told_by_their_use_once_spoken_of(text: str, expected: list[str]) -> None:
    assert last(f"The Danube Freight Network grew. {text}") == expected
    assert last(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The pipeline across Georgia sleeps.", ["btc"]),
        ("A pipeline through Turkey sleeps.", ["btc"]),
        ("A pipeline that carries the oil of Azerbaijan is dear.", ["btc"]),
        ("The pipeline across China sleeps.", []),
        ("A railway across Georgia sleeps.", []),
        ("A pipeline that carries Russian oil is dear.", []),
    ],
)
def test_one_state_tells_a_line_spoken_of(text: str, expected: list[str]) -> None:
    spoken = "A pipeline carries oil from Azerbaijan through Georgia to Turkey."
    assert targets(f"{spoken} {text}") == ["btc", *expected]
    assert targets(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "An Azerbaijani president, a Georgian and a Turkish one opened the pipeline.",
            ["btc"],
        ),
        ("An Azerbaijani president and a Turkish one opened the pipeline.", []),
        ("An Azerbaijani president, a Georgian and a Turkish one opened the fair.", []),
        ("An Azerbaijani cook, a Georgian and a Turkish one opened the pipeline.", []),
    ],
)
def test_leaders_of_all_its_states_tell_a_line(text: str, expected: list[str]) -> None:
    assert targets(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Russia wants a pipeline to Germany.", ["nord-stream"]),
        ("Russia wants a pipeline to Germany and Spain.", []),
    ],
)
def test_a_list_of_states_ends_with_the_last_of_them(text: str, expected: list[str]) -> None:
    assert targets(text) == expected
