"""A passage as words with what stands between them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Final

from groundtext.gazetteer.names import LETTER, MARKS

if TYPE_CHECKING:
    from groundtext.model import Passage, Span

_WORD: Final = re.compile(
    rf"(?:[^\W\d_]\.){{2,}}|{LETTER}+(?:[’'ʼʻ‘](?![sS](?:[^\w{MARKS}]|$))[^\W\d_]{LETTER}*)*"
)
_POSSESSIVE: Final = re.compile(r"[’'ʼ][sS]\b|(?<=[sS])[’'](?=\s)")
_HYPHENS: Final = "-\u2010\u2011\u2012\u2013"
SPACES: Final = re.compile(r"[ \t\u00a0\u202f]+")


@dataclass(frozen=True, slots=True)
class Word:
    """One word; the span is in code points of the document."""

    start: int
    end: int
    text: str

    @property
    def lower(self) -> str:
        """The word in lower case."""
        return self.text.lower()

    @property
    def is_capitalised(self) -> bool:
        """Whether it begins with a capital, as names do and, in English, sentences."""
        return self.text[0].isupper()


@dataclass(frozen=True, eq=False)
class Sentence:
    """The words of one passage, in order."""

    text: str  # of the whole document
    passage: Passage

    @cached_property
    def words(self) -> tuple[Word, ...]:
        """The words; an abbreviation with full stops is one, a possessive ending is none."""
        start, end = self.passage.span
        found = []
        for match in _WORD.finditer(self.text, start, end):
            if match.group() in {"s", "S"} and self.text[match.start() - 1] in "’'ʼ":
                continue
            found.append(Word(match.start(), match.end(), match.group()))
        return tuple(found)

    def gap(self, index: int) -> str:
        """Return what stands before a word, back to the word before it or to the beginning."""
        start = self.words[index - 1].end if index else self.passage.span.start
        end = self.words[index].start if index < len(self.words) else self.passage.span.end
        return self.text[start:end]

    def is_joined(self, index: int) -> bool:
        """Tell whether only white space parts a word from the one before it."""
        return 0 < index < len(self.words) and SPACES.fullmatch(self.gap(index)) is not None

    def is_hyphenated(self, index: int) -> bool:
        """Tell whether just a hyphen or short dash parts a word from the one before it."""
        return 0 < index < len(self.words) and len(gap := self.gap(index)) == 1 and gap in _HYPHENS

    def is_possessive(self, index: int) -> bool:
        """Tell whether a word ends in a possessive ’s or ’."""
        return _POSSESSIVE.match(self.text, self.words[index].end) is not None

    def slice(self, span: Span) -> str:
        """Return the text under a span."""
        return self.text[span.start : span.end]
