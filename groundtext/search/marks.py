"""Where in a text the words of a query stand, folded as the full-text search folds them."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from groundtext.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

_TOKEN: Final = re.compile(r"[^\W_]+(?:[\u0300-\u036f]+[^\W_]*)*")


def marks_in(text: str, words: Iterable[str], beginnings: frozenset[str]) -> list[Span]:
    """Return the spans of the words and phrases in a text, in order and apart."""
    tokens = [(fold(match[0]), match.start(), match.end()) for match in _TOKEN.finditer(text)]
    found = [
        span
        for word in words
        for span in _spans(tokens, _TOKEN.findall(word), is_open=word in beginnings)
    ]
    return list(_apart(sorted(found, key=lambda span: (span.start, -span.end))))


def _spans(
    tokens: Sequence[tuple[str, int, int]], wanted: Sequence[str], *, is_open: bool
) -> Iterator[Span]:
    folded = [fold(part) for part in wanted]
    n = len(folded)
    for at in range(len(tokens) - n + 1) if n else ():
        *whole, last = (token for token, _, _ in tokens[at : at + n])
        ends = last.startswith(folded[-1]) if is_open else last == folded[-1]
        if ends and whole == folded[:-1]:
            yield Span(tokens[at][1], tokens[at + n - 1][2])


def _apart(spans: Iterable[Span]) -> Iterator[Span]:
    end = -1
    for span in spans:
        if span.start >= end:
            yield span
            end = span.end


@lru_cache(maxsize=65_536)
def fold(word: str) -> str:
    """Return a word without case and diacritics."""
    spread = unicodedata.normalize("NFD", word.lower())
    return "".join(letter for letter in spread if not unicodedata.combining(letter))
