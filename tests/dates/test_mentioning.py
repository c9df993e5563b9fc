from __future__ import annotations

import pytest

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


def test_what_could_be_any_year_is_left_out() -> None:
    assert dates_of("They met on March 18.", published="") == ()


def test_boilerplate_has_no_dates() -> None:
    assert dates_of("They met.\n\nAll rights reserved, 18 March 2020.") == ()
