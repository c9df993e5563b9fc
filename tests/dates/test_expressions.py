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
        "2021-01-21/2021-01-31",
    ),
    ("His January visit was brief.", "2021-03-10", "January", "2021-01"),
    ("It has gone on since last September.", "2021-03-10", "last September", "2020-09"),
    ("A round is due in April.", "2021-03-20", "April", "2021-04"),
    ("The February 2020 deal stands.", "2021-03", "February 2020", "2020-02"),
    ("Nothing moved in 2019.", "2021", "2019", "2019"),
    ("Talks resumed in late 2016.", "2019", "late 2016", "2016-09/2016-12"),
    ("They met on Friday.", "2019-09-14", "Friday", "2019-09-13"),
    ("They meet next Monday.", "2019-09-14", "next Monday", "2019-09-16"),
    ("In spring 2019 they met.", "2020", "spring 2019", "2019-03/2019-05"),
    ("They met last month.", "2018-01-10", "last month", "2017-12"),
    ("They met on 28-30 May 2019.", "", "28-30 May 2019", "2019-05-28/2019-05-30"),
    ("It ran from 12 to 14 June.", "2019-07", "12 to 14 June", "2019-06-12/2019-06-14"),
    ("They met on May 28 and 29.", "2019-06", "May 28 and 29", "2019-05-28/2019-05-29"),
    ("From 28 May to 3 June 2019.", "", "28 May to 3 June 2019", "2019-05-28/2019-06-03"),
    (
        "28 December to 3 January 2020.",
        "",
        "28 December to 3 January 2020",
        "2019-12-28/2020-01-03",
    ),
    ("They met on Sept. 14.", "2019-10", "Sept. 14", "2019-09-14"),
    ("On the 14th of September.", "2019-10", "14th of September", "2019-09-14"),
    ("On Thursday, April 22, 2021.", "", "Thursday, April 22, 2021", "2021-04-22"),
    ("Between January and May 2016.", "", "January and May 2016", "2016-01/2016-05"),
    ("Bases of the 1990s.", "2019", "1990s", "199X"),
    ("Since the early 1990s.", "2019", "early 1990s", "1990/1992"),
    ("In the 19th century.", "2019", "19th century", "18XX"),
    ("In the second half of 2015.", "2019", "the second half of 2015", "2015-07/2015-12"),
    ("It fell late last year.", "2019", "late last year", "2018-09/2018-12"),
    ("By the end of next month.", "2021-04", "the end of next month", "2021-05-21/2021-05-31"),
    ("It is used since about 2016.", "2019", "about 2016", "2016~"),
    ("They met last Friday.", "2019-09-14", "last Friday", "2019-09-13"),
    ("On Wednesday of last week.", "2021-04-22", "Wednesday of last week", "2021-04-14"),
    ("It will open on Saturday.", "2021-04-22", "Saturday", "2021-04-24"),
    ("They said Tuesday that.", "2021-06-30", "Tuesday", "2021-06-29"),
    ("Over the weekend.", "2021-06-29", "the weekend", "2021-06-26/2021-06-27"),
    ("Two days after Christmas 2014.", "", "Two days after Christmas 2014", "2014-12-27"),
    ("Two weeks before 3 May 2011.", "", "Two weeks before 3 May 2011", "2011-04-19"),
    ("Due on Sunday the 9th, in Lomé.", "2022-10-01", "Sunday the 9th", "2022-10-09"),
    (
        "It had been expected on Sunday, May 5, at noon.",
        "2019-05-17",
        "Sunday, May 5",
        "2019-05-05",
    ),
    ("It is expected on Tuesday, May 5, at noon.", "2019-05-17", "Tuesday, May 5", "2020-05-05"),
    ("It was Monday, the sixteenth.", "2023-10-20", "Monday, the sixteenth", "2023-10-16"),
    ("They left before March was out.", "2020-05", "before March was out", "2020-03"),
    (
        "On the last weekend of June.",
        "2023-07",
        "the last weekend of June",
        "2023-06-24/2023-06-25",
    ),
    ("In the second week of May 2009.", "", "the second week of May 2009", "2009-05-08/2009-05-14"),
    ("In the last days of 2004.", "", "the last days of 2004", "2004-12-21/2004-12-31"),
    ("On a March night in 1999.", "", "March night in 1999", "1999-03"),
    ("On Leap Day in 2012.", "", "Leap Day in 2012", "2012-02-29"),
    ("It rained yesterday.", "2019-09-14", "yesterday", "2019-09-13"),
    ("They met last week.", "2021-04-22", "last week", "2021-04-12/2021-04-18"),
    ("They met fourteen months ago.", "2021-04-22", "fourteen months ago", "2020-02"),
    ("They met on 18.03.2021.", "", "18.03.2021", "2021-03-18"),
    ("They met on 18/03/2021.", "", "18/03/2021", "2021-03-18"),
    ("They met on 03/04/2021.", "", "03/04/2021", "[2021-03-04,2021-04-03]"),
    ("They met in March last year.", "2018-01-10", "March last year", "2017-03"),
    ("They leave by September 11; they will.", "2021-04-22", "September 11", "2020-09-11"),
    ("They will leave by September 11.", "2021-04-22", "September 11", "2021-09-11"),
    ("2001-2021", "", "2001-2021", "2001/2021"),
    ("The 1999 disaster.", "2001", "1999", "1999"),
    ("They met last year.", "2018-01-10", "last year", "2017"),
    ("He served between 2008 and 2011.", "2020", "2008 and 2011", "2008/2011"),
    ("Over the past year they met.", "2019-09-14", "the past year", "2018-09-14/2019-09-14"),
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
        "As many as 2000 people came.",
        "A crowd of 2000 came.",
        "They march in step; may it last.",
        "A sale on Black Friday.",
        "He reads the Sunday Times.",
        "They meet every Friday.",
        "So says Russia Today.",
        "On 31 February 2019.",
        "On 2019-02-30.",
        "On 31/31/2019.",
        "A week later they met.",
        "A week on, they met.",
        "In the last week of it they met.",
        "That year they met.",
    ],
)
def test_words_and_numbers_that_are_no_dates_are_left_alone(text: str) -> None:
    assert find_dates(text, published_window("2020-05")) == ()


def test_a_weekday_keeps_every_day_that_it_may_mean() -> None:
    [found] = find_dates("They met on Tuesday.", published_window("2019-05-28/2019-06-05"))
    assert found.edtf == "[2019-05-28,2019-06-04]"


def test_a_weekday_in_a_document_dated_to_a_year_means_nothing() -> None:
    assert find_dates("They met on Tuesday.", published_window("2019")) == ()


def test_without_a_publication_a_day_is_one_of_every_year() -> None:
    [found] = find_dates("They met on March 18.", None)
    assert {window.first.year for window in found.windows} >= {1999, 2012, 2021}
    assert found.edtf == "XXXX-03-18"


@pytest.mark.parametrize(
    ("text", "mode"),
    [
        ("Held since March 2019.", "since"),
        ("Held before March 2019.", "bound"),
        ("Held until 2019.", "bound"),
        ("Drafted before March 2019’s session.", "at"),
        ("Held in March 2019.", "at"),
    ],
)
def test_a_preposition_says_how_the_date_bounds_the_event(text: str, mode: str) -> None:
    [found] = find_dates(text, None)
    assert found.mode == mode


def test_spans_count_from_the_offset() -> None:
    [found] = find_dates("In 2019.", None, offset=100)
    assert found.span == (103, 107)


@pytest.mark.parametrize(
    ("text", "meanings"),
    [
        ("On July 29, 2005, and on November 21.", ["2005-07-29", "2005-11-21"]),
        ("In July 2005, and on 21 November that year.", ["2005-07", "2005-11-21"]),
        ("On 7 July 2015 and that September.", ["2015-07-07", "2015-09"]),
        ("On December 13, 2015. A week later it shut.", ["2015-12-13", "2015-12-20"]),
        ("On December 13, 2015. A week on, it shut.", ["2015-12-13", "2015-12-20"]),
        (
            "In the second week of May 2015. A week later it shut.",
            ["2015-05-08/2015-05-14", "2015-05-15/2015-05-21"],
        ),
        ("On December 13, 2015. Two days after that, it shut.", ["2015-12-13", "2015-12-15"]),
        ("On December 13, 2015, two days before that, it shut.", ["2015-12-13", "2015-12-11"]),
        ("In October 2013, and a year earlier.", ["2013-10", "2012-10~"]),
        ("In November 2011, and the following month.", ["2011-11", "2011-12"]),
        ("On 6 January 2022, and by the 19th.", ["2022-01-06", "2022-01-19"]),
        ("On 13 May 2019, and on the Monday.", ["2019-05-13", "2019-05-13"]),
        ("On 14 May 2019, and on the Monday.", ["2019-05-14", "[2019-05-13,2019-05-20]"]),
        ("In May 2019, and on the Monday.", ["2019-05"]),
        ("On 13 May 2019, gone the next day.", ["2019-05-13", "2019-05-14"]),
        ("In 2016, and the following February.", ["2016", "2017-02"]),
        ("In 2016, and that same February.", ["2016", "2016-02"]),
    ],
)
def test_a_date_is_counted_from_the_one_before(text: str, meanings: list[str]) -> None:
    assert [found.edtf for found in find_dates(text, None)] == meanings


def test_a_day_without_a_year_may_be_of_the_year_told_or_of_publication() -> None:
    _, found = find_dates("It met in 2016, first on 11 January.", published_window("2019-09"))
    assert (found.edtf, found.basis) == ("[2016-01-11,2019-01-11]", "both")


def test_every_weekday_of_a_list_is_kept() -> None:
    [found] = find_dates("They met on Tuesday and Wednesday.", published_window("2021-06-30"))
    assert found.edtf == "[2021-06-29,2021-06-30]"


@settings(deadline=None)
@given(st.text(alphabet="On in March18 2019,-lastTuesday end of the\n ", max_size=60))
def test_expressions_are_ordered_disjoint_and_inside_the_text(text: str) -> None:
    found = find_dates(text, published_window("2019-03-05/2019-03-20"))
    ends = [0, *(expression.span.end for expression in found)]
    assert all(e.span.start >= end for e, end in zip(found, ends, strict=False))
    assert all(0 <= e.span.start < e.span.end <= len(text) for e in found)
    assert all(edtf.is_valid(e.edtf) for e in found)


@settings(deadline=None)
@given(st.dates(date(1900, 1, 1), date(2099, 12, 31)))
def test_a_written_day_is_found_again(day: date) -> None:
    [found] = find_dates(f"They met on {edtf.in_words(day.isoformat())}.", None)
    assert found.edtf == day.isoformat()


@pytest.mark.parametrize(
    ("text", "meaning"),
    [
        ("In February the two governments signed an accord.", "2024-02"),
        ("Both of them signed an accord in February.", "2024-02"),
        ("A third round, planned for February, had by then been shelved.", "2024-02"),
        ("In February the two governments will sign an accord.", "2025-02"),
        ("The accord was to be signed in February.", "2025-02"),
        ("In February the accord was due.", "2025-02"),
        ("In February, nothing.", "2025-02"),
    ],
)
def test_what_is_told_as_over_is_not_still_to_come(text: str, meaning: str) -> None:
    [found] = find_dates(text, published_window("2024-12-12"))
    assert found.edtf == meaning
