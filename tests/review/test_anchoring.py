"""A decision follows its words into a text that has changed, or says that it cannot."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from groundtext.decision import Decision, Verdict
from groundtext.model import Document, Span
from groundtext.review import Fit, anchor, make_decision

QUOTE = "The base at Alder closed in June."
BEFORE, AFTER = "It rained for a week. ", " Nobody came to see it."
TEXT = BEFORE + QUOTE + AFTER
WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)


def document(text: str) -> Document:
    return Document("dispatch", "dispatch.txt", text, "0" * 64)


def decision() -> Decision:
    span = Span(len(BEFORE), len(BEFORE) + len(QUOTE))
    return make_decision(document(TEXT), span, "alder", Verdict.CONFIRMED, by="R")


def test_words_where_they_were_are_found() -> None:
    assert anchor(decision(), document(TEXT)).fit is Fit.FOUND


@given(WORDS, WORDS)
def test_words_that_moved_are_found_where_they_are(before: str, after: str) -> None:
    text = before + TEXT + after
    if text.count(QUOTE) == 1:
        found = anchor(decision(), document(text))
        assert text[found.span.start : found.span.end] == QUOTE
        assert found.fit is (Fit.MOVED if before else Fit.FOUND)


@given(st.integers(0, len(QUOTE) - 1))
def test_changed_words_are_orphaned(at: int) -> None:
    changed = QUOTE[:at] + "#" + QUOTE[at + 1 :]
    assert anchor(decision(), document(BEFORE + changed + AFTER)).fit is Fit.ORPHANED


def test_of_equal_words_those_with_the_same_neighbours_are_meant() -> None:
    text = f"Elsewhere: {QUOTE} And on. " + TEXT
    found = anchor(decision(), document(text))
    assert (found.fit, found.span.start) == (Fit.MOVED, text.rindex(QUOTE))


def test_equal_words_with_equal_neighbours_are_ambiguous() -> None:
    assert anchor(decision(), document("x" + TEXT + TEXT)).fit is Fit.AMBIGUOUS


def test_a_decision_without_its_words_cannot_follow_them() -> None:
    assert anchor(replace(decision(), quote=""), document("x" + TEXT)).fit is Fit.ORPHANED
