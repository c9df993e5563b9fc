from __future__ import annotations

import pytest

from groundtext.documents.structure import classify
from groundtext.model import Role

BODY = [
    "The delegations arrived late on the first evening, and nobody wanted to speak before dawn.",
    "By the second day the lake was grey, and the two sides had agreed on a list of eleven points.",
    "What followed was slower than the mediators had hoped, though no one left the table at all.",
]


def roles(*paragraphs: str) -> list[tuple[str, str]]:
    return [(str(part.role), part.note) for part in classify(paragraphs)]


def test_plain_text_is_body() -> None:
    assert roles(*BODY) == [("body", "")] * 3


@pytest.mark.parametrize(
    ("line", "note"),
    [
        ("Image: a lake at dawn", "an image credit"),
        ("Photo by the author / Reuters", "an image credit"),
        ("You might also like: Ten quiet lakes", "points to other articles"),
        ("Related: What the mediators want", "points to other articles"),
        ("World | Europe | Lakes", "a navigation line"),
        ("By Anna Vesland", "a byline"),
        ("Click here to unlock every story.", "asks the reader for something"),
        ("This article was first published in a quarterly.", "says where it was published"),
        ("The views of the author do not necessarily reflect ours.", "a disclaimer"),
    ],
)
def test_what_stands_around_a_text_is_not_in_it(line: str, note: str) -> None:
    assert roles(BODY[0], line, BODY[1]) == [("body", ""), ("boilerplate", note), ("body", "")]


def test_comments_run_to_the_end() -> None:
    after = ["Join the conversation", "1. Great post, I shared it with my cousin.", "Thanks!"]
    assert roles(*BODY, *after)[3:] == [("boilerplate", "readers' comments")] * 3


def test_an_appeal_runs_to_the_end_but_not_from_the_beginning() -> None:
    appeal = "Dear readers, we need your help."
    assert roles(*BODY, appeal, "Thank you.")[3:] == [("boilerplate", "the publisher's appeal")] * 2
    assert roles(appeal, *BODY)[1:] == [("body", "")] * 3


@pytest.mark.parametrize("title", ["RELATED", "You may also like", "Tags:", "More from Lakes"])
def test_short_lines_under_a_list_of_others_are_not_the_text(title: str) -> None:
    others = ["Why the ferry stopped", "Opinion: drain the lake", "Will the eels return?"]
    found = roles(*BODY, title, *others)[3:]
    assert found == [("boilerplate", "points to other articles")] * 4


@pytest.mark.parametrize("title", ["Related parties", "The tags", "Recommended doses", "Morefrom"])
def test_a_heading_that_only_begins_like_a_list_of_others_is_none(title: str) -> None:
    assert roles(*BODY, title, "Why the ferry stopped")[-1] == ("heading", "")


def test_the_text_goes_on_after_a_list_of_others() -> None:
    found = roles(BODY[0], "Related", "Why the ferry stopped", "The second shore", BODY[1], BODY[2])
    assert [role for role, _ in found[2:]] == ["boilerplate", "heading", "body", "body"]


@pytest.mark.parametrize(
    ("line", "is_text"),
    [
        ("#lakes #ferries #eels", False),
        ("#lakes, #ferries", False),
        ("#lakes is what she typed.", True),
        ("Tags: lakes, ferries, the port of Ohrid", False),
        ("Filed under: Lakes / Ferries", False),
        ("Tags: she hates them. Nobody can find anything by them.", True),
        ("Correction: an earlier version said that the ferry had sunk.", True),
    ],
)
def test_a_line_of_tags_is_not_the_text(line: str, *, is_text: bool) -> None:
    assert (roles(BODY[0], line, BODY[1])[1][0] != "boilerplate") is is_text


def test_a_headline_counts_once() -> None:
    headline = "A Lake Between Two Tired Armies"
    kinds = roles(headline, headline, *BODY)
    assert kinds[:2] == [("heading", ""), ("boilerplate", "repeats an earlier line")]


def test_a_pulled_quote_is_not_a_second_piece_of_evidence() -> None:
    pulled = "the two sides had agreed on a list of eleven points"
    assert roles(BODY[0], pulled, BODY[1])[1][0] == "boilerplate"
    assert roles(BODY[0], "the two sides", BODY[1])[1][0] == "heading"


def test_an_author_is_introduced_at_the_end_only() -> None:
    author = "Anna Vesland is a senior research fellow who writes about lakes."
    assert (
        roles(*BODY, author, "She lives in Bern.")[3:]
        == [("boilerplate", "introduces the author")] * 2
    )
    assert roles(author, *BODY * 2)[0] == ("body", "")


def test_a_short_line_without_a_stop_is_a_heading() -> None:
    assert roles("What the mediators want", *BODY)[0] == (Role.HEADING, "")


def test_nothing_has_no_parts() -> None:
    assert classify([]) == ()
