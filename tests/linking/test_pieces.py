from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from groundtext.linking.pieces import LONGEST_PIECE, pieces
from groundtext.model import Span


def test_what_a_person_would_write_stays_whole() -> None:
    text = "They met in Bern, and left. " * 100
    assert list(pieces(text, Span(28, 56))) == [Span(28, 56)]


def test_a_long_text_is_cut_after_a_clause() -> None:
    text = "Bern and Basel, " * 400
    cut = list(pieces(text, Span(0, len(text))))
    assert len(cut) == 2
    assert text[: cut[0].end].endswith("Basel, ")


@given(st.integers(0, 50), st.text(alphabet="ab, ;\n", max_size=40), st.integers(0, 700))
def test_pieces_are_the_span_and_none_is_too_long(start: int, unit: str, times: int) -> None:
    text = "x" * start + unit * times
    cut = list(pieces(text, Span(start, len(text))))
    assert "".join(text[a:b] for a, b in cut) == text[start:]
    assert all(b - a <= LONGEST_PIECE for a, b in cut)
