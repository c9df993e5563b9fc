"""Headings, which mean what is told under them."""

from __future__ import annotations

import pytest

from groundtext.documents import split_passages
from groundtext.model import Role
from tests.linking.lines_world import link as link_lines
from tests.linking.world import LINKER, document, link, mentions_in

MET = "Envoys of Syria met in Geneva on January 22, 2014, and parted in anger."


def headed(heading: str, below: str = MET) -> list[str]:
    """Return what a heading supports by what stands under it."""
    read = document(f"{heading}\n\n{below}", "2014-02-10")
    passages = split_passages(read)
    assert passages[0].role is Role.HEADING
    found = LINKER.link(read, passages, mentions_in(read.text))
    return [one.target_id for one in found if one.span == passages[0].span]


@pytest.mark.parametrize(
    ("heading", "expected"),
    [
        ("Syrian talks end without a word on aid", ["geneva-2014"]),
        ("Geneva: a process without an end", ["geneva-2014"]),
        ("What was said in Geneva", ["geneva-2014"]),
        ("Geneva has a new tram", []),
        ("Vienna: a city without an end", []),
        ("What was said in Vienna of the talks", []),
        ("Who talks to whom", []),
        ("Rain over the lake", []),
    ],
)
def test_a_heading_is_about_the_meeting_below_it(heading: str, expected: list[str]) -> None:
    assert headed(heading) == expected


def test_a_heading_over_two_meetings_says_too_little() -> None:
    other = "They met in Astana on January 23, 2017, as well."
    assert headed("The talks and what they cost", f"{MET} {other}") == []


def test_what_stands_far_below_is_not_what_a_heading_says() -> None:
    assert headed("The talks and what they cost", f"Rain fell. It snowed. It froze. {MET}") == []
    assert headed("The talks", f"Rain fell.\n\nThe weather\n\n{MET}") == []


def test_a_title_may_stand_over_another_heading() -> None:
    assert headed("The talks and what they cost", f"A first look\n\n{MET}") == ["geneva-2014"]


def test_a_heading_calls_a_line_what_it_is() -> None:
    below = "The Amber pipeline has burst again, and nobody will mend it."
    for heading, expected in (
        ("A pipeline that nobody wants", ["amber"]),
        ("The gas line that nobody wants", ["amber"]),
        ("A railway that nobody wants", []),
        ("Is there any pipeline that nobody wants", []),
        ("The Amber pipeline that nobody wants", ["amber"]),
    ):
        found = link_lines(f"{heading}\n\n{below}")
        assert [one.target_id for one in found if not one.span.start] == expected


@pytest.mark.parametrize(
    ("heading", "expected"),
    [
        ("Ostrow: a province ages", ["ostrow"]),
        ("Ostrow ages", []),
        ("Lipin: a province ages", []),
        ("In Ostrow: snow", []),
    ],
)
def test_a_heading_opens_with_what_is_told_of(heading: str, expected: list[str]) -> None:
    found = link_lines(f"{heading}\n\nSnow fell in Ostrow province, and it thawed.")
    assert [one.target_id for one in found if one.method == "heading"] == expected


def test_a_heading_says_what_it_rests_on() -> None:
    heading, _ = link(f"The talks and what they cost\n\n{MET}", "2014-02-10")
    assert heading.reason == "‘talks’ heads what is told of Geneva II conference on Syria"
    assert heading.method == "heading"
