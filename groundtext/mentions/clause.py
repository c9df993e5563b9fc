"""A name in its clause: the list it belongs to, what governs it, and what follows it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from groundtext.mentions import lexicon, nouns
from groundtext.mentions.recognition import LONGEST_NAME

if TYPE_CHECKING:
    from collections.abc import Iterator

    from groundtext.mentions.line import Line
    from groundtext.mentions.sentence import Sentence

_LONGEST_LIST: Final = 12  # names
_LONGEST_VERB_GROUP: Final = 4  # words
_SPACED: Final = frozenset({" ", "\u00a0"})
_JOINING: Final = frozenset({"and", "or"})
_DESCRIBING: Final = (
    lexicon.MODIFIERS | nouns.DIRECTIONS | frozenset({"a", "an", "its", "their", "our"})
)
_CAPITALS: Final = frozenset({"capital", "city"})


class Clause:
    """The words `first` to `last` of a line are a name, or the list that it is part of."""

    __slots__ = ("after", "before", "first", "is_possessive", "last", "line")

    def __init__(self, line: Line, first: int, last: int) -> None:
        self.line = line
        self.first = first
        self.last = last
        self.is_possessive = line.is_possessive(last)
        self.before = self._before()
        # Index of the word after the name if no punctuation parts them, else -1.
        self.after = last + 1 if not self.is_possessive and line.is_joined(last + 1) else -1

    def _before(self) -> int:
        """Return the index of the word before the name, past what only describes it, or -1.

        "in the Kenyan capital Nairobi" leads from Nairobi to "in".
        """
        line = self.line
        index = self.first - 1
        while index >= 0 and line.is_close(index + 1) and self._describes(index):
            index -= 1
        return index if index >= 0 and line.is_close(index + 1) else -1

    def _describes(self, index: int) -> bool:
        word = self.line.lowers[index]
        if word in _DESCRIBING or (word == "today" and self.line.is_possessive(index)):
            return True
        # "the Kenyan capital Nairobi": a people's adjective before such a noun
        is_adjective = index > 0 and self.line.is_capitalised(index)
        return is_adjective and self.line.word(index + 1) in _CAPITALS


def clause_of(own: Clause) -> Clause:
    """Return the clause of a name, with the list of names that it is coordinated with.

    "Moscow and Washington’s aims" is one possessor; "in Oslo, not Bergen" has one preposition.
    """
    end = _list_end(own.line, own.last)
    start = _list_start(own.line, own.first)
    return own if (start, end) == (own.first, own.last) else Clause(own.line, start, end)


def _list_end(line: Line, last: int) -> int:
    for _ in range(_LONGEST_LIST):
        following = _after_joiner(line, last + 1)
        if following is None or not _is_member(line, following) or line.is_possessive(last):
            break
        last = _name_end(line, following)
    return last


def _is_member(line: Line, index: int) -> bool:
    """Tell whether a word may belong to a name in a list: not "on Monday and Kenya agreed"."""
    return line.is_capitalised(index) and line.lowers[index] not in nouns.NAMED_BY_DAY


def _name_end(line: Line, last: int) -> int:
    """Return the last of the capitalised words that begin at a word."""
    for index in range(last, min(last + LONGEST_NAME, len(line.lowers) - 1)):
        is_next = line.is_joined(index + 1) and line.capitals[index + 1]
        if not is_next or line.is_possessive(index):
            return index
        last = index + 1
    return last


def _after_joiner(line: Line, index: int, members: int = _LONGEST_LIST) -> int | None:
    """Return the word after "and", "and the", ", and", or ", " within a list that ends so."""
    if index >= len(line.lowers) - 1:
        return None
    gap = line.gaps[index]
    if line.lowers[index] in _JOINING and (gap in _SPACED or gap == ", "):
        following = index + 1
        if line.lowers[following] == "the" and following + 1 < len(line.lowers):
            following += 1
        return following if line.is_joined(following) else None
    if gap == ", " and line.capitals[index] and members:
        later = _name_end(line, index) + 1
        return index if _after_joiner(line, later, members - 1) is not None else None
    return None


def _list_start(line: Line, first: int) -> int:
    for _ in range(_LONGEST_LIST):
        before = _before_joiner(line, first)
        if before is None or not _is_member(line, before) or line.is_possessive(before):
            break
        first = _name_start(line, before)
    return first


def _before_joiner(line: Line, first: int) -> int | None:
    """Return the word before "and", "and the", ", not" or a list's ", " that leads to a name."""
    index = first - 1
    if index > 0 and line.lowers[index] == "the" and line.is_joined(first):
        index -= 1
    if index > 0 and line.lowers[index] in {"and", "or", "not"} and line.is_joined(index + 1):
        gap = line.gaps[index]
        if gap == ", " and _begins_clause(line, first, index - 1):
            return None
        return index - 1 if gap in _SPACED or gap == ", " else None
    if index >= 0 and index == first - 1 and line.gaps[first] == ", ":
        return index if _is_in_list(line, first) else None
    return None


def _begins_clause(line: Line, first: int, before: int) -> bool:
    """Tell whether ", and" begins a clause after a list that is closed: "A and B, and C has …"."""
    start = _name_start(line, before)
    following = _name_end(line, first) + 1
    is_closed = start > 0 and line.lowers[start - 1] == "and"
    return is_closed and line.is_joined(following) and is_verb(line, following)


def _name_start(line: Line, first: int) -> int:
    """Return the first of the capitalised words that end at a word; a sentence's first is none."""
    for index in range(first, max(first - LONGEST_NAME, 1), -1):
        if not (line.is_joined(index) and line.capitals[index - 1]):
            return index
        first = index - 1
    return first


def _is_in_list(line: Line, first: int) -> bool:
    """Tell whether the comma before a name is a list's: the list must close with "and".

    A comma after what a sentence opens with is none, if a verb follows: "In Chad, Oslo and
    Paris have …", "After talks in Chad, Oslo and Paris agreed".
    """
    last = _name_end(line, first)
    if _after_joiner(line, last + 1) is None:
        return False
    following = _list_end(line, last) + 1
    is_subject = line.is_joined(following) and is_verb(line, following)
    return not (is_subject and _opens_sentence(line, first))


def _opens_sentence(line: Line, first: int) -> bool:
    """Tell whether the comma before a name is the first, after a phrase that opens its sentence."""
    opening = line.lowers[0]
    if opening not in lexicon.OPENERS and not opening.endswith("ing"):
        return False
    return line.first_comma >= first


def is_verb(line: Line | Sentence, index: int) -> bool:
    """Tell whether a word after a name looks like the finite verb of which it is the subject."""
    while (
        index < len(line.lowers) - 1
        and _is_adverb(line.lowers[index])
        and line.is_joined(index + 1)
    ):
        index += 1
    word = line.lowers[index] if index < len(line.lowers) else ""
    if word in lexicon.AUXILIARIES or word in lexicon.IRREGULAR_PAST:
        return True
    if word in lexicon.NOT_VERBS or not word.islower():
        return False
    return word.endswith("ed") or (word.endswith("s") and not word.endswith("ss"))


def verb_after(line: Line | Sentence, index: int) -> Iterator[str]:
    """Yield the verb group that begins at a word: auxiliaries, adverbs and the verb itself."""
    for place in range(index, min(index + _LONGEST_VERB_GROUP, len(line.lowers))):
        if place > index and not line.is_joined(place):
            return
        word = line.lowers[place]
        yield word
        if not (_is_adverb(word) or word in lexicon.AUXILIARIES):
            return


def _is_adverb(word: str) -> bool:
    return word in lexicon.ADVERBS or (word.endswith("ly") and len(word) > 3)  # noqa: PLR2004 "fly"
