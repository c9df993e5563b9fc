from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groundtext.errors import UsageError
from groundtext.explanation import document_named, parse_target, passages_at
from groundtext.model import Span
from groundtext.workspace import DocumentCard
from tests import zoo

CARD = DocumentCard(
    *("dispatch", "dispatch.txt", "", "", "", "", "", "en"),
    complete=True,
    sha256="0" * 64,
    n_passages=3,
    n_evidence=1,
)


@pytest.mark.parametrize(
    ("text", "document", "span"),
    [
        ("dispatch:7", "dispatch", Span(7, 8)),
        ("dispatch.txt:7-12", "dispatch.txt", Span(7, 12)),
        ("a:b:0", "a:b", Span(0, 1)),
    ],
)
def test_a_target_is_a_document_and_a_stretch_of_it(text: str, document: str, span: Span) -> None:
    target = parse_target(text)
    assert (target.document, target.span) == (document, span)


@pytest.mark.parametrize("text", ["dispatch", "dispatch:", ":7", "dispatch:x", "dispatch:-7"])
def test_what_is_no_target_is_told_how_to_be_one(text: str) -> None:
    with pytest.raises(UsageError, match="write DOCUMENT:OFFSET or DOCUMENT:START-END"):
        parse_target(text)


def test_an_empty_stretch_is_refused() -> None:
    with pytest.raises(UsageError, match="9-9 holds nothing"):
        parse_target("dispatch:9-9")


@pytest.mark.parametrize("name", ["dispatch", "dispatch.txt"])
def test_a_document_is_known_by_id_and_by_file(name: str) -> None:
    assert document_named(name, [CARD]) is CARD


@pytest.mark.parametrize(
    ("name", "hint"), [("dispatsh", "nearest name is 'dispatch'"), ("zzz", "is 'aaa'")]
)
def test_an_unknown_document_is_told_the_nearest_name(name: str, hint: str) -> None:
    other = replace(CARD, id="aaa", file="aaa.txt")
    with pytest.raises(UsageError, match=f"there is no document '{name}' among 2; .*{hint}"):
        document_named(name, [other, CARD])


@given(st.integers(0, len(zoo.TEXT) - 1), st.integers(1, 30))
def test_the_passages_at_a_stretch_are_those_that_it_touches(start: int, length: int) -> None:
    span = Span(start, min(start + length, len(zoo.TEXT)))
    touched = [one for one in zoo.passages() if one.span.overlaps(span)]
    if touched:
        assert list(passages_at(zoo.document(), zoo.passages(), span)) == touched
    else:
        with pytest.raises(UsageError, match="lies in no passage; the nearest are at [0-9]"):
            passages_at(zoo.document(), zoo.passages(), span)


def test_between_passages_those_beside_are_named() -> None:
    gap = Span(zoo.FIRST.end, zoo.FIRST.end + 1)
    beside = f"{zoo.FIRST.start}-{zoo.FIRST.end} and {zoo.SECOND.start}-{zoo.SECOND.end}"
    with pytest.raises(UsageError, match=f"lies in no passage; the nearest are at {beside}"):
        passages_at(zoo.document(), zoo.passages(), gap)


def test_outside_the_text_its_length_is_said() -> None:
    with pytest.raises(UsageError, match=f"has {len(zoo.TEXT)} characters, numbered from 0"):
        passages_at(zoo.document(), zoo.passages(), Span(5_000, 5_001))


def test_of_quotations_it_is_said_that_they_are_no_more() -> None:
    partial = zoo.document(complete=False, held=(zoo.FIRST,))
    with pytest.raises(UsageError, match="only quotations of this document are held"):
        passages_at(partial, zoo.passages()[:1], zoo.THIRD)


def test_a_document_without_passages_says_so() -> None:
    with pytest.raises(UsageError, match="the document has none"):
        passages_at(zoo.document(), (), Span(0, 1))
