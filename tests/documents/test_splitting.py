from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from groundtext.documents.splitting import split_paragraphs, split_sentences
from groundtext.model import Span


def sentences(text: str) -> list[str]:
    return [
        text[start:end]
        for paragraph in split_paragraphs(text)
        for start, end in split_sentences(text, paragraph)
    ]


@pytest.mark.parametrize(
    "expected",
    [
        ["The envoy left.", "Nobody followed."],
        ["He asked: “Who left?”", "Nobody knew."],
        ["They “show what was agreed.”", "Others waited."],
        ["They met Dr. Weiss and Sgt. Ito of the U.S. Army in St. Gallen."],
        ["It rests with the U.S.", "Since June, little moved."],
        ["The U.S. President spoke to J. R. Vesland for 3.5 hours."],
        ["Prices rose 4.2 percent.", "“Why?” asked a trader."],
        ["1. First of all, write.", "Then read."],
        ["Wait … what?", "So it was."],
        ["It ended in Jan. 2014 (see No. 7).", "Then came peace!"],
        ["He lived in Paris, Tex., until 1949."],
        ["He lived in Paris, Tex.", "The town is small."],
        ["A heading without a stop"],
        ["The talks (held in Bern.) went on."],
        ["One.", "Two.", "Three."],
    ],
)
def test_sentences_end_where_a_reader_would_say(expected: list[str]) -> None:
    assert sentences(" ".join(expected)) == expected


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r", "\n\n \n", "\u2028"])
def test_a_line_is_a_paragraph(line_end: str) -> None:
    assert sentences(f"First line{line_end}second line.") == ["First line", "second line."]


def test_a_non_breaking_space_is_kept_inside_and_trimmed_outside() -> None:
    assert sentences("\u00a0Ten\u00a0km on.\u00a0 Then stop.\u00a0") == [
        "Ten\u00a0km on.",
        "Then stop.",
    ]


def test_a_megabyte_of_full_stops_is_one_sentence() -> None:
    # With a pattern that backtracks this takes hours.
    assert len(sentences("." * 1_000_000)) == 1


@given(st.text(alphabet=st.sampled_from("ab A.?!…“”)1 \n\r\u00a0é🛰"), max_size=80))
@settings(deadline=None)
def test_sentences_are_in_order_disjoint_trimmed_and_lose_nothing(text: str) -> None:
    spans = [s for p in split_paragraphs(text) for s in split_sentences(text, p)]
    assert spans == sorted(spans)
    assert all(a.end <= b.start for a, b in pairwise(spans))
    assert all(text[a:b] == text[a:b].strip() != "" for a, b in spans)
    rest = list(text)
    for span in spans:
        rest[span.start : span.end] = " " * (span.end - span.start)
    assert "".join(rest).strip() == ""


@given(st.text(max_size=60))
@settings(deadline=None)
def test_any_text_at_all_can_be_split(text: str) -> None:
    for paragraph in split_paragraphs(text):
        covered = [Span(*sentence) for sentence in split_sentences(text, paragraph)]
        assert covered[0].start == paragraph.start
        assert covered[-1].end == paragraph.end
