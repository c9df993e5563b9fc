from __future__ import annotations

from hypothesis import example, given
from hypothesis import strategies as st

from groundtext.mentions.line import Line
from groundtext.mentions.sentence import Sentence
from groundtext.model import Passage, Role, Span
from tests.mentions.world import sentence

TEXTS = st.text(alphabet="aS.s’' -–,\u00a0\n&", min_size=1, max_size=30)


def whole(text: str) -> Sentence:
    return Sentence(text, Passage("note", 0, Span(0, len(text)), Role.BODY))


@given(TEXTS)
def test_gaps_and_words_make_up_the_sentence(text: str) -> None:
    line = Line(whole(text))
    parts = [line.gaps[0]]
    for word, gap in zip(line.words, line.gaps[1:], strict=True):
        parts += [word.text, gap]
    assert "".join(parts) == text


@given(TEXTS)
@example("S’S'a")
def test_a_line_sees_what_its_sentence_sees(text: str) -> None:
    found = whole(text)
    line = Line(found)
    for index in range(len(line.words)):
        assert line.is_joined(index) == found.is_joined(index)
        assert line.is_hyphenated(index) == found.is_hyphenated(index)
        assert line.is_possessive(index) == found.is_possessive(index)


def test_governors_end_at_a_comma() -> None:
    line = Line(sentence("They left, on a road to Oslo."))
    assert list(line.governors(line.lowers.index("to"))) == ["road", "a", "on"]


def test_a_headline_has_most_words_capitalised() -> None:
    assert Line(sentence("Fall of Kabul Stuns Neighbours Again")).is_headline
    assert not Line(sentence("The fall of Kabul stunned Iran’s leaders again")).is_headline


def test_a_match_makes_a_contest() -> None:
    assert Line(sentence("The football was wet in Oslo.")).is_contest
    assert not Line(sentence("The streets were wet in Oslo.")).is_contest
