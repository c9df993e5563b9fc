"""What is typed → what is asked for."""

from __future__ import annotations

import sqlite3
from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from groundtext.search import OPERATORS, parse_query
from groundtext.search.marks import marks_in

_WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)


def test_words_phrases_and_what_must_not_be_there() -> None:
    query = parse_query('pipeline "northern provinces" -taliban ')
    assert query.words == ("pipeline", "northern provinces")
    assert query.without == ("taliban",)
    assert query.beginnings == frozenset()


@pytest.mark.parametrize(
    ("text", "beginnings"),
    [
        ("mosc", {"mosc"}),
        ("mosc ", set()),
        ("turkm* gas ", {"turkm"}),
        ('"northern prov', {"northern prov"}),
        ('"northern provinces"', set()),
        ("-tal", set()),
    ],
)
def test_the_last_word_may_still_be_typed(text: str, beginnings: set[str]) -> None:
    assert parse_query(text).beginnings == beginnings


def test_operators_take_words_and_phrases_and_are_no_words() -> None:
    query = parse_query('feature:tapi publisher:"The Diplomat" year:2019 gas ')
    assert query.words == ("gas",)
    assert query.limits == {
        "feature": ("tapi",),
        "publisher": ("The Diplomat",),
        "year": ("2019",),
    }


def test_a_box_is_read_in_degrees_west_south_east_north() -> None:
    assert parse_query("in:60,30.5,70,38").box == (60, 30.5, 70, 38)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("in:70,30,60,38", "is no box"),
        ("from:soon", "takes a date"),
        ("in:", "takes a value directly after it"),
        ("in: balkh", "takes a value directly after it"),
        ('in:""', "takes a value directly after it"),
        ("-kind:base", "A minus takes words away"),
        ("reading:figurative", "is one of literal"),
        ("status:rejected", "is one of suggested"),
        ("colour:red", "There is no colour:"),
    ],
)
def test_what_is_not_understood_is_said_and_the_rest_counts(text: str, said: str) -> None:
    query = parse_query(f"gas {text}")
    assert said in " ".join(query.notes)
    assert "gas" in query.words


@given(_WORDS, st.sampled_from([*OPERATORS, "", "-", '"', "*"]))
@example('a"b OR NEAR(', "")
@example("names : x ^ { } ( ) + - AND NOT", "")
@example("\0", '"')
def test_whatever_is_typed_the_full_text_search_takes_it(text: str, before: str) -> None:
    match = parse_query(f"{before}:{text}" if before.isalpha() else before + text).match()
    connection = sqlite3.connect(":memory:")
    connection.execute("CREATE VIRTUAL TABLE t USING fts5 (text, names)")
    if match:
        connection.execute("SELECT rowid FROM t WHERE t MATCH ?", (match,)).fetchall()
    connection.close()


def test_marks_are_found_without_case_and_diacritics_and_as_beginnings() -> None:
    text = "Mazār-e Sharīf and MAZAR-I-SHARIF; mazars."
    spans = marks_in(text, ["mazar-e sharif", "mazar"], frozenset({"mazar"}))
    assert [text[start:end] for start, end in spans] == ["Mazār-e Sharīf", "MAZAR", "mazars"]


@given(_WORDS, st.lists(_WORDS, max_size=4))
def test_marks_are_in_order_apart_and_inside(text: str, words: list[str]) -> None:
    spans = marks_in(text, words, frozenset(words[:1]))
    for one, other in pairwise(spans):
        assert one.end <= other.start
    assert all(0 <= start < end <= len(text) for start, end in spans)
