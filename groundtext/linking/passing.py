"""What a passage says of the way: which places it leaves or reaches, which states it passes."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

    from groundtext.linking.lines import Line, Spot
    from groundtext.linking.reading import PassageReading

_REACH: Final = 40  # code points before a word
_PASSES: Final = frozenset(
    ("from", "to", "into", "through", "across", "via", "crossing", "crosses")
)
_MOVES: Final = re.compile(
    r"\b(?:from|to|into|through|across|via|for|past|between|towards?|by\s+way\s+of|pass\w*|reach\w*"
    r"|leav\w+|cross\w*|enter\w*|(?:un)?load\w*\s+(?:at|in)|landed\s+(?:at|in))\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_MOVED: Final = _PASSES
_OWNING: Final = ("’s", "'s")
_OTHERS: Final = frozenset(("one", "other", "second", "third", "another"))
_OTHER_ONE: Final = re.compile(
    r",?\s+(?:and|while|but)\s+(?:(?:the|an?)\s+(?:other\b|second\b|third\b|\w+ern\s+(?:one|branch|line"
    r"|route)\b)|another\b)",
    re.IGNORECASE,
)
_BOUND: Final = frozenset(("from", "to", "through", "via"))


def moves(spots: Sequence[Spot], reading: PassageReading) -> bool:
    """Tell whether one of the places is said to be left, passed or reached."""
    return any(
        not reading.text.startswith(_OWNING, spot.span.end)  # "for Ohrid’s kitchens"
        and (
            spot.governor in _MOVED
            or _MOVES.search(reading.text, max(0, spot.span.start - _REACH), spot.span.start)
        )
        for spot in spots
    )


def leads_elsewhere(line: Line, spots: Sequence[Spot], reading: PassageReading) -> bool:
    """Tell whether the way leads from or to a known place that is not on the line."""
    is_between = "between" in reading.vocabulary
    return any(
        spot.at and (is_between or spot.governor in _BOUND) and not line.has(spot.name, spot.at)
        for spot in spots
    )


def states_passed(reading: PassageReading, spots: Sequence[Spot]) -> set[str]:
    """Return the states from which, through which or to which the passage says something goes.

    "The main branch runs through Romania, and the other one by way of Varna": of the part of the
    passage that holds the places.
    """
    passed = [name for name in reading.names if name.form == "state" and name.governor in _PASSES]
    if passed and not _OTHERS.isdisjoint(reading.vocabulary):
        cuts = [match.start() for match in _OTHER_ONE.finditer(reading.text)]
        parts = {bisect_left(cuts, spot.span.start) for spot in spots}
        passed = [name for name in passed if bisect_left(cuts, name.span.start) in parts]
    return {actor for name in passed for actor in name.actors}


def states_named(reading: PassageReading) -> set[str]:
    """Return the states on whose borders or ground something goes."""
    return {
        actor
        for name in reading.names
        if name.form in ("state", "demonym")
        for actor in name.actors
        if actor.isupper()
    }
