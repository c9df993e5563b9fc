"""Long passage → pieces short enough to look through rule by rule."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from groundtext.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

# No sentence that a person wrote is longer; rules may cost the square of what they look through.
LONGEST_PIECE: Final = 4_000  # code points
_CUTS: Final = (re.compile(r"[\n;]"), re.compile(r",\s"), re.compile(r"\s"))
_CUT_WITHIN: Final = 400  # code points at the end of a piece


def pieces(text: str, span: Span) -> Iterator[Span]:
    """Yield a span whole, or cut after a clause or a word into pieces of at most 4,000 points.

    The pieces are disjoint, in order, and together the span. What has no space is cut anyway.
    """
    start = span.start
    while span.end - start > LONGEST_PIECE:
        end = _cut(text, start + LONGEST_PIECE)
        yield Span(start, end)
        start = end
    yield Span(start, span.end)


def _cut(text: str, most: int) -> int:
    for pattern in _CUTS:
        ends = [match.end() for match in pattern.finditer(text, most - _CUT_WITHIN, most)]
        if ends:
            return ends[-1]
    return most
