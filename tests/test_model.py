from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from groundtext.errors import QuoteError
from groundtext.model import Document, Span
from tests import zoo


@given(st.text(min_size=1), st.data())
@settings(deadline=None)
def test_a_quote_is_the_slice(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    assert Document("d", "d.txt", text, "0" * 64).quote(Span(start, end)) == text[start:end]


@pytest.mark.parametrize("span", [Span(-1, 3), Span(3, 3), Span(5, 4), Span(0, 10_000)])
def test_a_span_outside_the_text_is_refused(span: Span) -> None:
    with pytest.raises(QuoteError, match=r"dispatch.txt: characters .* are outside the text of"):
        zoo.document().quote(span)


def test_what_an_incomplete_document_does_not_hold_is_refused() -> None:
    quoted = zoo.document(complete=False, held=(zoo.FIRST, zoo.SECOND))
    assert quoted.quote(zoo.FIRST) == zoo.TEXT[: zoo.FIRST.end]
    across = Span(zoo.FIRST.end - 2, zoo.SECOND.end)
    with pytest.raises(QuoteError, match="not among the quotations held; build with the original"):
        quoted.quote(across)


@given(*(st.tuples(st.integers(0, 9), st.integers(1, 9)) for _ in range(2)))
@settings(deadline=None)
def test_spans_overlap_exactly_when_they_share_a_code_point(
    one: tuple[int, int], other: tuple[int, int]
) -> None:
    a, b = Span(one[0], sum(one)), Span(other[0], sum(other))
    shared = set(range(*a)) & set(range(*b))
    assert a.overlaps(b) == b.overlaps(a) == bool(shared)
    assert a.contains(b) == (set(range(*b)) <= set(range(*a)))
