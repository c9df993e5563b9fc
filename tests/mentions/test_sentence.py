from __future__ import annotations

import pytest

from tests.mentions.world import sentence


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Oslo’s port", ["Oslo", "port"]),
        ("the States’ ports", ["the", "States", "ports"]),
        ("U.S.-led talks", ["U.S.", "led", "talks"]),
        ("N’Djamena doesn’t", ["N’Djamena", "doesn’t"]),
        ("Hera\u0304t again", ["Hera\u0304t", "again"]),
        ("K2, 3 men", ["K2", "3", "men"]),
    ],
)
def test_words_are_what_names_are_made_of(text: str, words: list[str]) -> None:
    assert [word.text for word in sentence(text).words] == words


def test_every_word_is_a_slice() -> None:
    found = sentence("The 🛰 over Tromsø’s harbour")
    assert all(found.text[word.start : word.end] == word.text for word in found.words)


def test_gaps_tell_how_words_are_joined() -> None:
    found = sentence("Oslo-Bergen line, then\u00a0on")
    joined = [found.is_joined(index) for index in range(5)]
    assert joined == [False, False, True, False, True]
    assert found.is_hyphenated(1)


def test_a_possessive_is_no_word() -> None:
    found = sentence("Oslo’s and Paris’ ports")
    assert [found.is_possessive(index) for index in range(4)] == [True, False, True, False]
