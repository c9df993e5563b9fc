"""Names of people and other things that are spelt like places."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import compress, count
from typing import TYPE_CHECKING

from groundtext.mentions import lexicon
from groundtext.mentions import namesakes as lists
from groundtext.mentions.recognition import LONGEST_NAME

if TYPE_CHECKING:
    from collections.abc import Iterable

    from groundtext.gazetteer.namesakes import Namesakes
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
        before.append(sentence.word_at(index))
    after: list[Word] = []
    index = last + 1
    while (
        len(after) < LONGEST_NAME
        and sentence.is_joined(index)
        and not sentence.is_possessive(index - 1)
        and sentence.capitals[index]
    ):
        after.append(sentence.word_at(index))
        index += 1
    return Surroundings(tuple(before), tuple(after))


def _is_name_part(sentence: Sentence, index: int) -> bool:
    """Tell whether a word is capitalised for itself, and not because a sentence begins."""
    if not sentence.capitals[index] or sentence.is_possessive(index):
        return False
    return index > 0 or not is_function_word(sentence.lowers[index])


def is_function_word(word: str) -> bool:
    """Tell whether a word in lower case is one of grammar, or too common to be part of a name."""
    return (
        word in lexicon.ARTICLES
        or word in lexicon.PLACE_PREPOSITIONS
        or word in lexicon.OTHER_PREPOSITIONS
        or word in lexicon.ACTOR_PREPOSITIONS
        or word in lexicon.CONJUNCTIONS
        or word in lexicon.ADVERBS
        or word in lexicon.LIST_JOINERS
        or word in lists.COMMON_WORDS
        or word.endswith("ly")
    )


def names_of_people(sentences: Iterable[Sentence], namesakes: Namesakes) -> frozenset[str]:
    """Return the surnames of a document: what follows a title or a given name, in lower case."""
    found: set[str] = set()
    for sentence in sentences:
        for index in compress(count(), sentence.capitals):
            if index and _follows_person(sentence, index, found, namesakes):
                found.add(sentence.lowers[index])
    return frozenset(found)


def _follows_person(sentence: Sentence, index: int, known: set[str], namesakes: Namesakes) -> bool:
    before = sentence.lowers[index - 1]
    if before in lists.TITLES:
        return sentence.gap(index) in {" ", ". ", "\u00a0"} and not sentence.is_possessive(
            index - 1
        )
    if not sentence.capitals[index - 1]:
        return False
    is_letter = len(sentence.texts[index - 1]) == 1
    is_given = (
        before in lists.GIVEN_NAMES
        or before in namesakes.given
        or before in known
        or (is_letter and sentence.gap(index) == ". ")
    )
    if not is_given or sentence.is_possessive(index - 1):
        return False
    is_adjacent = sentence.is_joined(index) or sentence.is_hyphenated(index)
    return is_adjacent or (is_letter and sentence.gap(index) == ". ")
