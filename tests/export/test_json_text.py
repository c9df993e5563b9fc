from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from groundtext.export.json_text import json_block, json_line

ANY_TEXT = st.text(alphabet=st.characters(exclude_categories=["Cs"]))


@given(text=ANY_TEXT)
@settings(deadline=None)
def test_a_line_never_breaks_and_parses_back_to_the_same_text(text: str) -> None:
    line = json_line({"quote": text})
    assert line.splitlines() == [line]
    assert json.loads(line) == {"quote": text}
    assert line.encode()


@given(text=ANY_TEXT)
@settings(deadline=None)
def test_a_block_holds_no_markup_and_parses_back_to_the_same_text(text: str) -> None:
    block = json_block({text: [text]})
    assert not set(block) & set("<>&\u2028\u2029")
    assert json.loads(block) == {text: [text]}


def test_a_line_keeps_letters_readable() -> None:
    assert json_line({"quote": "Газ «Харат» é"}) == '{"quote":"Газ «Харат» é"}'


def test_a_number_that_json_has_no_word_for_is_refused() -> None:
    with pytest.raises(ValueError, match="not JSON compliant"):
        json_line({"score": float("nan")})


def test_half_a_surrogate_pair_can_still_be_written() -> None:
    assert json_line({"name": "\ud800"}).encode() == b'{"name":"\\ud800"}'
