from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from groundtext import edtf
from groundtext.dates.expressions import find_dates
from groundtext.dates.windows import published_window

EXPRESSIONS = (
    ("The accord of 18 March 2021 held.", "2023", "18 March 2021", "2021-03-18"),
    ("They met on March 18 in secret.", "2021-04-02", "March 18", "2021-03-18"),
    ("They met on 9–10 November.", "2018-12", "9–10 November", "2018-11-09/2018-11-10"),
    ("Opened on 2018-11-09.", "", "2018-11-09", "2018-11-09"),
    (
        "They came at the end of January.",
        "2021-03-10",
        "the end of January",
        "2021-01-19/2021-01-31",
    ),
    ("His January visit was brief.", "2021-03-10", "January", "2021-01"),
    ("It has gone on since last September.", "2021-03-10", "last September", "2020-09"),
    ("A round is due in April.", "2021-03-20", "April", "2021-04"),
    ("The February 2020 deal stands.", "2021-03", "February 2020", "2020-02"),
    ("Nothing moved in 2019.", "2021", "2019", "2019"),
    ("Talks resumed in late 2016.", "2019", "late 2016", "2016-09-01/2016-12-31"),
    ("They met on Friday.", "2019-09-14", "Friday", "2019-09-13"),
    ("They meet next Monday.", "2019-09-14", "next Monday", "2019-09-16"),
    ("In spring 2019 they met.", "2020", "spring 2019", "2019-03-01/2019-05-31"),
    ("They met last month.", "2018-01-10", "last month", "2017-12"),
    ("They met last year.", "2018-01-10", "last year", "2017"),
    ("He served between 2008 and 2011.", "2020", "between 2008 and 2011", "2008-01-01/2011-12-31"),
    ("Over the past year they met.", "2019-09-14", "Over the past year", "2018-09-14/2019-09-14"),
)


@pytest.mark.parametrize(("text", "published", "words", "meaning"), EXPRESSIONS)
def test_an_expression_is_read_from_the_publication(
    text: str, published: str, words: str, meaning: str
) -> None:
    [found] = find_dates(text, published_window(published))
    assert text[found.span.start : found.span.end] == words
    assert found.edtf == meaning


@pytest.mark.parametrize(
    "text",
    [
        "It may end badly.",
        "They march on.",
        "He paid $2019 for it.",
        "As many as 2,500 soldiers left.",
        "She met 1900 people.",
        "The year-round 2020a model.",
    ],
)
def test_words_and_numbers_that_are_no_dates_are_left_alone(text: str) -> None:
    assert find_dates(text, published_window("2020-05")) == ()


def test_a_weekday_keeps_every_day_that_it_may_mean() -> None:
    [found] = find_dates("They met on Tuesday.", published_window("2019-05-28/2019-06-05"))
    assert found.edtf == "[2019-05-21,2019-05-28,2019-06-04]"


def test_a_weekday_in_a_document_dated_to_a_year_means_nothing() -> None:
    assert find_dates("They met on Tuesday.", published_window("2019")) == ()


def test_without_a_publication_a_day_is_one_of_every_year() -> None:
    [found] = find_dates("They met on March 18.", None)
    assert {window.first.year for window in found.windows} >= {1999, 2012, 2021}


@pytest.mark.parametrize(
    ("text", "mode"),
    [
        ("Held since March 2019.", "since"),
        ("Held before March 2019.", "bound"),
        ("Held until 2019.", "bound"),
        ("Held in March 2019.", "at"),
    ],
)
def test_a_preposition_says_how_the_date_bounds_the_event(text: str, mode: str) -> None:
    [found] = find_dates(text, None)
    assert found.mode == mode


def test_spans_count_from_the_offset() -> None:
    [found] = find_dates("In 2019.", None, offset=100)
    assert found.span == (103, 107)


def test_a_day_that_no_calendar_has_is_no_date() -> None:
    assert [found.edtf for found in find_dates("On 31 February 2019.", None)] == ["2019-02"]


@settings(deadline=None)
@given(st.text(alphabet="On in March18 2019,-lastTuesday end of the\n ", max_size=60))
def test_expressions_are_ordered_disjoint_and_inside_the_text(text: str) -> None:
    found = find_dates(text, published_window("2019-03-05/2019-03-20"))
    ends = [0, *(expression.span.end for expression in found)]
    assert all(e.span.start >= end for e, end in zip(found, ends, strict=False))
    assert all(0 <= e.span.start < e.span.end <= len(text) for e in found)


@settings(deadline=None)
@given(st.dates(date(1900, 1, 1), date(2099, 12, 31)))
def test_a_written_day_is_found_again(day: date) -> None:
    [found] = find_dates(f"They met on {edtf.in_words(day.isoformat())}.", None)
    assert found.edtf == day.isoformat()
