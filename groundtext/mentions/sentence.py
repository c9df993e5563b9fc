"""A passage as words with what stands between them."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cached_property
from itertools import accumulate
from typing import TYPE_CHECKING, Final, NamedTuple

from groundtext.gazetteer.names import MARKS

if TYPE_CHECKING:
    from groundtext.model import Passage, Span

# A run of letters and digits with the marks among them, not a choice at every letter: it is the
# innermost loop of the whole program.
_RUN: Final = rf"[^\W_]+(?:[{MARKS}]+[^\W_]*)*"
WORD: Final = rf"(?:[^\W\d_]\.){{2,}}|{_RUN}(?:[’'ʼʻ‘](?![sS](?:[^\w{MARKS}]|$))(?!\d){_RUN})*"
_WORDS: Final = re.compile(rf"({WORD})")
_POSSESSIVE: Final = re.compile(r"[’'ʼ][sS]\b|(?<=[sS])[’'](?=\s)")
_HYPHENS: Final = "-\u2010\u2011\u2012\u2013"
_SPACE_SIGNS: Final = frozenset(" \t\u00a0\u202f")


def is_space(gap: str) -> bool:
    """Tell whether what stands between two words is white space only, within a line."""
    return gap == " " or (bool(gap) and _SPACE_SIGNS.issuperset(gap))


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

    def __init__(self, text: str, passage: Passage) -> None:
        self.text = text  # of the whole document
        self.passage = passage

    @cached_property
    def words(self) -> tuple[Word, ...]:
        """The words; an abbreviation with full stops is one, a possessive ending is none."""
        start, end = self.passage.span
        # Gaps and words in turn, taken apart and counted without a step of Python for each.
        parts = _WORDS.split(self.text[start:end])
        ends = list(accumulate(map(len, parts), initial=start))
        texts = parts[1::2]
        lowers = list(map(str.lower, texts))
        capitals = [text[0].isupper() for text in texts]
        found = map(Word._make, zip(ends[1::2], ends[2::2], texts, lowers, capitals, strict=False))
        if "s" not in lowers:
            return tuple(found)
        return tuple(w for w in found if w.lower != "s" or self.text[w.start - 1] not in "’'ʼ")

    @cached_property
    def _starts(self) -> list[int]:
        return [word.start for word in self.words]

    def index_at(self, position: int) -> int:
        """Return the index of the first word that begins at or after a position."""
        return bisect_left(self._starts, position)

    def gap(self, index: int) -> str:
        """Return what stands before a word, back to the word before it or to the beginning."""
        words = self.words
        start = words[index - 1].end if index else self.passage.span.start
        end = words[index].start if index < len(words) else self.passage.span.end
        return self.text[start:end]

    def is_joined(self, index: int) -> bool:
        """Tell whether only white space parts a word from the one before it."""
        return 0 < index < len(self.words) and is_space(self.gap(index))

    def is_hyphenated(self, index: int) -> bool:
        """Tell whether just a hyphen or short dash parts a word from the one before it."""
        return 0 < index < len(self.words) and is_hyphen(self.gap(index))

    def is_possessive(self, index: int) -> bool:
        """Tell whether a word ends in a possessive ’s or ’."""
        return _POSSESSIVE.match(self.text, self.words[index].end) is not None

    def slice(self, span: Span) -> str:
        """Return the text under a span."""
        return self.text[span.start : span.end]
