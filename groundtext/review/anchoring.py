"""Where the words of a decision are now: a quote is found again in a text that has changed."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from groundtext.model import Span
from groundtext.review.decisions import quote_digest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from groundtext.decision import Decision
    from groundtext.model import Document

_MOST_PLACES: Final = 1_000  # of one quote; a longer list cannot be told apart any more


class Fit(StrEnum):
    """How the words of a decision were found."""

    FOUND = "found"  # where they were
    MOVED = "moved"  # elsewhere, and only there
    AMBIGUOUS = "ambiguous"  # at several places that look alike
    ORPHANED = "orphaned"  # nowhere


@dataclass(frozen=True, slots=True)
class Anchor:
    """Where the words of a decision are; `span` is what it was where they are not sure."""

    fit: Fit
    span: Span


def anchor(decision: Decision, document: Document) -> Anchor:
    """Find the words of a decision in a document that may have changed since.

    The quote must be the same to the letter. Of several places the one counts that has the same
    words before and after; if that leaves several, or none, nobody can say which was meant.
    """
    span = decision.span
    is_inside = 0 <= span.start < span.end <= len(document.text)
    if is_inside and quote_digest(document.text[span.start : span.end]) == decision.quote_sha256:
        return Anchor(Fit.FOUND, span)
    if not decision.quote or quote_digest(decision.quote) != decision.quote_sha256:
        return Anchor(Fit.ORPHANED, span)
    places = list(_places(document.text, decision.quote))
    if not places:
        return Anchor(Fit.ORPHANED, span)
    if len(places) > 1:
        likeness = [_likeness(decision, document.text, place) for place in places]
        best = max(likeness)
        places = [place for place, alike in zip(places, likeness, strict=True) if alike == best]
    if len(places) > 1:
        return Anchor(Fit.AMBIGUOUS, span)
    return Anchor(Fit.MOVED, places[0])


def _places(text: str, quote: str) -> Iterator[Span]:
    start = text.find(quote)
    for _ in range(_MOST_PLACES):
        if start < 0:
            return
        yield Span(start, start + len(quote))
        start = text.find(quote, start + 1)


def _likeness(decision: Decision, text: str, place: Span) -> int:
    """Count the code points around a place that are as they were around the quote."""
    before = text[max(place.start - len(decision.prefix), 0) : place.start]
    after = text[place.end : place.end + len(decision.suffix)]
    return _shared(before[::-1], decision.prefix[::-1]) + _shared(after, decision.suffix)


def _shared(one: str, other: str) -> int:
    count = 0
    for a, b in zip(one, other, strict=False):
        if a != b:
            break
        count += 1
    return count
