"""Names of people and other things that are spelt like places."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from groundtext.mentions import lexicon, namesakes
from groundtext.mentions.recognition import LONGEST_NAME

if TYPE_CHECKING:
    from collections.abc import Iterable

    from groundtext.mentions.sentence import Sentence, Word


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The capitalised words that stand directly before and after a name, nearest first."""

    before: tuple[Word, ...]
    after: tuple[Word, ...]


def surroundings(sentence: Sentence, first: int, last: int) -> Surroundings:
    """Return the capitalised words around the words `first` to `last`, joined by spaces only.

    At most as many on either side as the longest name has: nobody's name is longer.
    """
    before: list[Word] = []
    index = first
    while (
        len(before) < LONGEST_NAME
        and sentence.is_joined(index)
        and _is_name_part(sentence, index - 1)
    ):
        index -= 1
        before.append(sentence.words[index])
    after: list[Word] = []
    index = last + 1
    while (
        len(after) < LONGEST_NAME
        and sentence.is_joined(index)
        and not sentence.is_possessive(index - 1)
        and sentence.words[index].is_capitalised
    ):
        after.append(sentence.words[index])
        index += 1
    return Surroundings(tuple(before), tuple(after))


def _is_name_part(sentence: Sentence, index: int) -> bool:
    """Tell whether a word is capitalised for itself, and not because a sentence begins."""
    word = sentence.words[index]
    if not word.is_capitalised or sentence.is_possessive(index):
        return False
    return index > 0 or not _is_function_word(word.lower)


def _is_function_word(word: str) -> bool:
    return (
        word in lexicon.ARTICLES
        or word in lexicon.PLACE_PREPOSITIONS
        or word in lexicon.OTHER_PREPOSITIONS
        or word in lexicon.ACTOR_PREPOSITIONS
        or word in lexicon.CONJUNCTIONS
        or word in lexicon.ADVERBS
        or word in lexicon.LIST_JOINERS
        or word in namesakes.COMMON_WORDS
        or word.endswith("ly")
    )


def names_of_people(sentences: Iterable[Sentence]) -> frozenset[str]:
    """Return the surnames of a document: what follows a title or a given name, in lower case."""
    found: set[str] = set()
    for sentence in sentences:
        for index, word in enumerate(sentence.words):
            if not word.is_capitalised or not _follows_person(sentence, index, found):
                continue
            found.add(word.lower)
    return frozenset(found)


def _follows_person(sentence: Sentence, index: int, known: set[str]) -> bool:
    if index == 0 or sentence.is_possessive(index - 1):
        return False
    before = sentence.words[index - 1]
    gap = sentence.gap(index)
    is_title = before.lower in namesakes.TITLES and gap in {" ", ". ", "\u00a0"}
    is_given = before.is_capitalised and (
        before.lower in namesakes.GIVEN_NAMES or before.lower in known
    )
    return is_title or (is_given and (sentence.is_joined(index) or sentence.is_hyphenated(index)))


def longer_names(sentences: Iterable[Sentence]) -> frozenset[str]:
    """Return the last words of names of several words, in lower case.

    Most are surnames, whoever bears them; one of them standing alone is seldom a town.
    """
    return frozenset(
        word.lower
        for sentence in sentences
        for index, word in enumerate(sentence.words)
        if index > 0
        and word.is_capitalised
        and sentence.is_joined(index)
        and not sentence.is_possessive(index - 1)
        and _is_name_part(sentence, index - 1)
    )


def is_person(around: Surroundings, sentence: Sentence, first: int) -> bool:
    """Tell whether a name stands where a person's does: after a title or a given name."""
    if first == 0:
        return False
    before = sentence.words[first - 1]
    if sentence.gap(first) == ". " and before.lower in namesakes.TITLES:
        return True
    return bool(around.before) and (
        before.lower in namesakes.TITLES or before.lower in namesakes.GIVEN_NAMES
    )
