from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groundtext import edtf
from groundtext.dates import mention_dates
from groundtext.documents import split_passages
from groundtext.model import DateMention, Document


def dates_of(text: str, published: str = "2021-03-20") -> tuple[DateMention, ...]:
    note = Document("note", "note.txt", text, sha256="", published=published)
    return mention_dates(note, split_passages(note))


@pytest.mark.parametrize(
    ("text", "edtf", "reason"),
    [
        (
            "They met on March 18.",
            "2021-03-18",
            "read as 18 March 2021, from the publication date 20 March 2021",
        ),
        ("They met on 9 May 2019.", "2019-05-09", "says 9 May 2019"),
    ],
)
def test_a_date_says_what_it_means_and_from_what(text: str, edtf: str, reason: str) -> None:
    (found,) = dates_of(text)
    assert (found.edtf, found.reason) == (edtf, reason)
    assert text[found.span.start : found.span.end] == found.text


def test_spans_count_from_the_document() -> None:
    text = "It rained.\n\nThey met on March 18, and on March 20."
    assert [text[d.span.start : d.span.end] for d in dates_of(text)] == ["March 18", "March 20"]


def test_what_could_be_of_any_year_leaves_the_year_open() -> None:
    (found,) = dates_of("They met on March 18.", published="")
    assert found.edtf == "XXXX-03-18"
    assert found.reason == "says 18 March of an unknown year: nothing tells which"


def test_boilerplate_has_no_dates() -> None:
    assert dates_of("They met.\n\nAll rights reserved, 18 March 2020.") == ()


def meanings(text: str) -> list[str]:
    return [date.edtf for date in dates_of(text, published="")]


def test_a_year_that_is_told_holds_for_its_paragraph_only() -> None:
    text = "It opened on July 29, 2005. It shut on November 21.\n\nOn May 3 it burnt.\n"
    assert meanings(text) == ["2005-07-29", "2005-11-21", "XXXX-05-03"]
    assert dates_of(text, "")[1].reason == "read as 21 November 2005, from the date before"


def test_that_year_may_open_the_next_paragraph() -> None:
    text = (
        "It opened on July 29, 2005.\n\nThat year it burnt.\n\nThey left.\n\nThat year it shut.\n"
    )
    assert meanings(text) == ["2005-07-29", "2005"]


def test_a_heading_dates_its_section() -> None:
    text = "2001\n\nIt opened in December.\n\nIt shut in March.\n"
    assert meanings(text) == ["2001", "2001-12", "2001-03"]


def test_what_lies_back_does_not_move_the_thread() -> None:
    text = "On May 11, 2011, after a strike the month before, they left. Nine days later they met."
    assert meanings(text) == ["2011-05-11", "2011-04", "2011-05-20"]


def test_a_month_that_follows_years_is_after_the_last_of_them() -> None:
    *_, following = dates_of("It ran from 2001 to 2014. The following May it was gone.")
    assert following.edtf == "2015-05"


WORDS = (
    "in on the that following previous last next early mid end of since from to and two several 5 "
    "ago later days years decade century May December Monday weekend spring 18 31 29th 2019 2020 "
    "1990s 0001 9999 2021-02-29 31/12/9999 2019\u20132021 Christmas year month before after , ."
)


@given(
    st.lists(st.sampled_from(WORDS.split()), max_size=14).map(" ".join),
    st.sampled_from(("", "2021-03-10", "2019", "2020-02-28/2020-03-02", "0001", "9999-12-31")),
)
def test_any_words_of_dates_give_slices_with_valid_meanings(text: str, published: str) -> None:
    for found in dates_of(text, published):
        assert text[found.span.start : found.span.end] == found.text
        assert edtf.is_valid(found.edtf)
