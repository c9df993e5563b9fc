"""A passage as words with what stands between them."""

from __future__ import annotations

import re
from bisect import bisect_left
from itertools import accumulate
from typing import TYPE_CHECKING, Final, NamedTuple

from groundtext.gazetteer.names import MARKS

if TYPE_CHECKING:
    from groundtext.model import Passage, Span

# A run of letters and digits with the marks among them, not a choice at every letter: it is the
# innermost loop of the whole program.
# "(?:…|)" and not "(?:…)*" where there is nothing as a rule: an empty loop costs more than a word.
_MARKED: Final = rf"(?:[{MARKS}][{MARKS}]*[^\W_]*(?:[{MARKS}]+[^\W_]*)*|)"
_RUN: Final = rf"[^\W_]+{_MARKED}"
_JOINED: Final = rf"[’'ʼʻ‘](?![sS](?:[^\w{MARKS}]|$))(?!\d){_RUN}"
_ABBREVIATION: Final = r"\.(?<=[^\W\d_]\.)(?:[^\W\d_]\.)+"
WORD: Final = (  # its first letter first, for which the search leaps
    rf"[^\W_](?:{_ABBREVIATION}|[^\W_]*{_MARKED}(?:{_JOINED}(?:{_JOINED})*|))"
)
_WORDS: Final = re.compile(rf"({WORD})")
_POSSESSIVE: Final = re.compile(r"[’'ʼ][sS]\b|(?<=[sS])[’'](?=\s)")
_APOSTROPHES: Final = "’'ʼ"
_HYPHENS: Final = "-\u2010\u2011\u2012\u2013"
_SPACE_SIGNS: Final = frozenset(" \t\u00a0\u202f")


def is_space(gap: str) -> bool:
    """Tell whether what stands between two words is white space only, within a line."""
    return bool(gap) and _SPACE_SIGNS.issuperset(gap)


def is_hyphen(gap: str) -> bool:
    """Tell whether what stands between two words is one hyphen or short dash."""
    return len(gap) == 1 and gap in _HYPHENS


class Word(NamedTuple):
    """One word; the span is in code points of the document."""

    start: int
    end: int
    text: str
    lower: str
    is_capitalised: bool  # begins with a capital, as names do and, in English, sentences


class Sentence:
    """The words of one passage, in order; equal only to itself."""

    # Columns of the words, not objects for them: most are asked nothing, or one thing.
    __slots__ = ("capitals", "ends", "gaps", "lowers", "passage", "starts", "text", "texts")

    def __init__(self, text: str, passage: Passage) -> None:
        self.text = text  # of the whole document
        self.passage = passage
        start, end = passage.span
        # Gaps and words in turn, taken apart and counted without a step of Python for each.
        parts = _WORDS.split(text[start:end])
        bounds = list(accumulate(map(len, parts), initial=start))
        self.starts, self.ends = bounds[1:-1:2], bounds[2::2]
        # An abbreviation with full stops is one word, a possessive ending is none.
        self.texts = parts[1::2]
        self.lowers = list(map(str.lower, self.texts))
        self.capitals = [word[0].isupper() for word in self.texts]
        self.gaps = parts[::2]  # before each word, and after the last
        if "s" in self.lowers:
            self._leave_out_endings()

    @property
    def words(self) -> tuple[Word, ...]:
        """The words, each with all that is known of it."""
        columns = zip(self.starts, self.ends, self.texts, self.lowers, self.capitals, strict=True)
        return tuple(map(Word._make, columns))

    def word_at(self, index: int) -> Word:
        """Return one word."""
        return Word(
            self.starts[index],
            self.ends[index],
            self.texts[index],
            self.lowers[index],
            self.capitals[index],
        )

    def _leave_out_endings(self) -> None:
        text, (start, end) = self.text, self.passage.span
        words = [
            word for word in self.words if word.lower != "s" or text[word.start - 1] not in "’'ʼ"
        ]
        self.starts = [word.start for word in words]
        self.ends = [word.end for word in words]
        self.texts = [word.text for word in words]
        self.lowers = [word.lower for word in words]
        self.capitals = [word.is_capitalised for word in words]
        self.gaps = [
            text[left:right]
            for left, right in zip((start, *self.ends), (*self.starts, end), strict=True)
        ]

    def index_at(self, position: int) -> int:
        """Return the index of the first word that begins at or after a position."""
        return bisect_left(self.starts, position)

    def gap(self, index: int) -> str:
        """Return what stands before a word, back to the word before it or to the beginning."""
        return self.gaps[index]

    def is_joined(self, index: int) -> bool:
        """Tell whether only white space parts a word from the one before it."""
        if not 0 < index < len(self.lowers):
            return False
        gap = self.gaps[index]
        return gap == " " or is_space(gap)

    def is_hyphenated(self, index: int) -> bool:
        """Tell whether just a hyphen or short dash parts a word from the one before it."""
        return 0 < index < len(self.lowers) and is_hyphen(self.gaps[index])

    def is_possessive(self, index: int) -> bool:
        """Tell whether a word ends in a possessive ’s or ’."""
        gap = self.gaps[index + 1]
        if gap and gap[0] not in _APOSTROPHES:  # as a rule
            return False
        return _POSSESSIVE.match(self.text, self.ends[index]) is not None

    def slice(self, span: Span) -> str:
        """Return the text under a span."""
        return self.text[span.start : span.end]
