from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groundtext.formats import (
    Extract,
    LayerExtract,
    Member,
    Part,
    Refused,
    ReturnExtract,
    Stated,
    TextExtract,
)
from groundtext.model import Element, Span
from groundtext.sandbox import escaped
from groundtext.sandbox.codec import Garbled, decode, encode

WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
PARTS = st.lists(st.builds(Part, WORDS, WORDS), max_size=3).map(tuple)


@st.composite
def texts(draw: st.DrawFn) -> TextExtract:
    text = draw(st.text(st.characters(exclude_categories=["Cs"]), min_size=3, max_size=60))
    cut = draw(st.integers(1, len(text) - 1))
    elements = (Element(Span(0, cut), 1), Element(Span(cut, len(text)), 2, draw(WORDS), "table"))
    stated = Stated(title=draw(WORDS), published=draw(st.sampled_from(["", "2021-03"])))
    return TextExtract("a", "pdf", "0", text, elements, stated, (draw(WORDS),))


@st.composite
def layers(draw: st.DrawFn) -> LayerExtract:
    features = tuple(draw(st.lists(st.dictionaries(WORDS, WORDS, max_size=3), max_size=3)))
    listed = draw(PARTS)
    n_read = len(features) + len(listed)
    return LayerExtract("a", "kml", "0", draw(WORDS), features, {"name": "n"}, n_read, listed)


EXTRACTS: st.SearchStrategy[Extract] = st.one_of(
    texts(),
    layers(),
    st.builds(Member, WORDS, st.binary(max_size=50)),
    st.builds(Refused, WORDS, WORDS),
    st.just(ReturnExtract("a", "lpf", "0", links=({"target": "x"},))),
)


@given(st.lists(EXTRACTS, max_size=4))
def test_what_is_encoded_comes_back(extracts: list[Extract]) -> None:
    assert decode(encode(extracts)) == tuple(extracts)


TEXT = {
    "is": "TextExtract",
    "file": "a",
    "format": "txt",
    "sha256": "0",
    "text": "abc",
    "elements": [],
    "stated": {},
    "warnings": [],
}


@pytest.mark.parametrize(
    "answer",
    [
        b"",
        b"null",
        b"[1]",
        b'[{"is": "Popen"}]',
        b"[" * 100_000,
        json.dumps([{**TEXT, "text": 5}]).encode(),
        json.dumps([{**TEXT, "elements": [[2, 9, 0, "", ""]]}]).encode(),
        json.dumps([{**TEXT, "elements": [[0, 2, 0, "", ""], [1, 3, 0, "", ""]]}]).encode(),
        json.dumps([{**TEXT, "stated": {"published": "someday"}}]).encode(),
        json.dumps([{**TEXT, "stated": {"unknown": "x"}}]).encode(),
        json.dumps([{**TEXT, "text": "a\ud800"}]).encode(),
        b'[{"is": "Member", "name": "a", "source": "***"}]',
    ],
)
def test_an_answer_that_no_honest_worker_gives_is_not_taken(answer: bytes) -> None:
    with pytest.raises(Garbled, match=r"\w"):
        decode(answer)


@pytest.mark.parametrize(
    "text", ["a\nb", "a\x1b[31mb", "a\u202eb", "a\u2028b", "a\x00b", "a\ud800b"]
)
def test_a_line_of_the_log_shows_every_sign(text: str) -> None:
    line = escaped(text)
    assert line.isprintable()
    assert line.startswith("a\\")
