"""A name in its clause: the list it belongs to, what governs it, and what follows it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from groundtext.mentions import lexicon
from groundtext.mentions.recognition import LONGEST_NAME
from groundtext.mentions.sentence import SPACES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from groundtext.mentions.sentence import Sentence

_LONGEST_LIST: Final = 12  # names
_REACH: Final = 4  # words from a preposition back to the noun or verb that asks for it
_LIST_COMMAS: Final = frozenset({", ", "; "})


@dataclass(frozen=True, slots=True)
class Clause:
    """The words `first` to `last` of a sentence are a name, or the list that it is part of."""

    sentence: Sentence
    first: int
    last: int

    def word(self, index: int) -> str:
        """Return a word in lower case, empty outside the sentence."""
        words = self.sentence.words
        return words[index].lower if 0 <= index < len(words) else ""

    @property
    def before(self) -> int:
        """Index of the word before the name, past what only describes it; -1 if there is none.

        "in the Kenyan capital Nairobi" leads from Nairobi to "in".
        """
        index = self.first - 1
        while index >= 0 and self._is_close(index + 1) and self._describes(index):
            index -= 1
        return index if index >= 0 and self._is_close(index + 1) else -1

    @property
    def after(self) -> int:
        """Index of the word after the name if no punctuation parts them, else -1."""
        index = self.last + 1
        is_there = index < len(self.sentence.words) and not self.is_possessive
        return index if is_there and self._is_close(index) else -1

    @property
    def is_possessive(self) -> bool:
        """Whether the name, or the list, ends in a possessive ’s."""
        return self.sentence.is_possessive(self.last)

    def governors(self, index: int) -> Iterator[str]:
        """Yield the words before a preposition that may ask for it, nearest first."""
        for back in range(index - 1, max(index - 1 - _REACH, -1), -1):
            if not self._is_close(back + 1):
                return
            yield self.word(back)

    def _is_close(self, index: int) -> bool:
        gap = self.sentence.gap(index)
        return SPACES.fullmatch(gap) is not None or self.sentence.is_possessive(index - 1)

    def _describes(self, index: int) -> bool:
        word = self.sentence.words[index]
        if word.lower in lexicon.MODIFIERS or word.lower in {"a", "an", "its", "their", "our"}:
            return True
        # "the Kenyan capital Nairobi": a people's adjective before such a noun
        return word.is_capitalised and index > 0 and self.word(index + 1) in {"capital", "city"}


def clause_of(sentence: Sentence, first: int, last: int) -> Clause:
    """Return the clause of a name, with the list of names that it is coordinated with.

    "Moscow and Washington’s aims" is one possessor; "in Oslo, not Bergen" has one preposition.
    """
    end = _list_end(sentence, last)
    start = _list_start(sentence, first)
    return Clause(sentence, start, end)


def _list_end(sentence: Sentence, last: int) -> int:
    for _ in range(_LONGEST_LIST):
        following = _after_joiner(sentence, last + 1)
        is_name = following is not None and sentence.words[following].is_capitalised
        if following is None or not is_name or sentence.is_possessive(last):
            break
        last = _name_end(sentence, following)
    return last


def _name_end(sentence: Sentence, last: int) -> int:
    """Return the last of the capitalised words that begin at a word."""
    for index in range(last, min(last + LONGEST_NAME, len(sentence.words) - 1)):
        is_next = sentence.is_joined(index + 1) and sentence.words[index + 1].is_capitalised
        if not is_next or sentence.is_possessive(index):
            return index
        last = index + 1
    return last


def _after_joiner(sentence: Sentence, index: int, members: int = _LONGEST_LIST) -> int | None:
    """Return the word after "and", "and the", ", and", or ", " within a list that ends so."""
    words = sentence.words
    if index >= len(words) - 1:
        return None
    if words[index].lower in {"and", "or"} and sentence.gap(index) in {" ", "\u00a0", ", "}:
        following = index + 1
        if words[following].lower == "the" and following + 1 < len(words):
            following += 1
        return following if sentence.is_joined(following) else None
    if sentence.gap(index) == ", " and words[index].is_capitalised and members:
        later = _name_end(sentence, index) + 1
        return index if _after_joiner(sentence, later, members - 1) is not None else None
    return None


def _list_start(sentence: Sentence, first: int) -> int:
    for _ in range(_LONGEST_LIST):
        before = _before_joiner(sentence, first)
        if before is None or not sentence.words[before].is_capitalised:
            break
        if sentence.is_possessive(before):
            break
        first = _name_start(sentence, before)
    return first


def _before_joiner(sentence: Sentence, first: int) -> int | None:
    """Return the word before "and", "and the", ", not" or a list's ", " that leads to a name."""
    words = sentence.words
    index = first - 1
    if index > 0 and words[index].lower == "the" and sentence.is_joined(first):
        index -= 1
    if index > 0 and words[index].lower in {"and", "or", "not"} and sentence.is_joined(index + 1):
        return index - 1 if sentence.gap(index) in {" ", "\u00a0", ", "} else None
    if index >= 0 and index == first - 1 and sentence.gap(first) == ", ":
        return index if _is_in_list(sentence, first) else None
    return None


def _name_start(sentence: Sentence, first: int) -> int:
    """Return the first of the capitalised words that end at a word; a sentence's first is none."""
    for index in range(first, max(first - LONGEST_NAME, 1), -1):
        if not (sentence.is_joined(index) and sentence.words[index - 1].is_capitalised):
            return index
        first = index - 1
    return first


def _is_in_list(sentence: Sentence, first: int) -> bool:
    """Tell whether the comma before a name is a list's: the list must close with "and".

    A comma after what a sentence opens with is none, if a verb follows: "In Chad, Oslo and
    Paris have …", "After talks in Chad, Oslo and Paris agreed".
    """
    last = _name_end(sentence, first)
    if _after_joiner(sentence, last + 1) is None:
        return False
    end = _list_end(sentence, last)
    following = end + 1
    is_subject = sentence.is_joined(following) and is_verb(sentence, following)
    return not (is_subject and _opens_sentence(sentence, first))


def _opens_sentence(sentence: Sentence, first: int) -> bool:
    """Tell whether the comma before a name is the first, after a phrase that opens its sentence."""
    opening = sentence.words[0].lower
    if opening not in lexicon.PREPOSITIONS | lexicon.CONJUNCTIONS and not opening.endswith("ing"):
        return False
    return not any("," in sentence.gap(index) for index in range(1, first))


def is_verb(sentence: Sentence, index: int) -> bool:
    """Tell whether a word after a name looks like the finite verb of which it is the subject."""
    words = sentence.words
    while (
        index < len(words) - 1 and _is_adverb(words[index].lower) and sentence.is_joined(index + 1)
    ):
        index += 1
    word = words[index].lower if index < len(words) else ""
    if word in lexicon.AUXILIARIES or word in lexicon.IRREGULAR_PAST:
        return True
    if word in lexicon.NOT_VERBS or not word.islower():
        return False
    return word.endswith("ed") or (word.endswith("s") and not word.endswith("ss"))


def verb_after(sentence: Sentence, index: int) -> Iterator[str]:
    """Yield the verb group that begins at a word: auxiliaries, adverbs and the verb itself."""
    words = sentence.words
    for place in range(index, min(index + 4, len(words))):
        if place > index and not sentence.is_joined(place):
            return
        yield words[place].lower
        if not (_is_adverb(words[place].lower) or words[place].lower in lexicon.AUXILIARIES):
            return


def _is_adverb(word: str) -> bool:
    return word in lexicon.ADVERBS or (word.endswith("ly") and len(word) > 3)  # noqa: PLR2004 "fly"
