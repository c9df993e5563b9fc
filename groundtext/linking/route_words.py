"""The words of a passage by which a kind of line may be meant."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from groundtext.linking.line_words import ROUTE_WORDS, TRANSIT_WORDS
from groundtext.linking.reading import gap
from groundtext.model import Span

if TYPE_CHECKING:
    from groundtext.linking.reading import Name, PassageReading
    from groundtext.linking.route_profiles import RouteProfile

_WORD: Final = re.compile(r"[^\W\d_]+")
REACH: Final = 110
_TELLING_REACH: Final = 60
_PLACED: Final = frozenset(("state", "region", "demonym"))
_STUFF_AFTER: Final = re.compile(r"\s+(?:natural\s+|crude\s+)?(?:gas|oil)\b")
_STUFF_BEFORE: Final = re.compile(r"\b(?:gas|oil)\s+(?:of|in)\s+$")
_FIRM_NOUNS: Final = frozenset(("pipeline", "railway", "railroad"))
_PIPES: Final = re.compile(r"\b(?:pipes|trunk\s+(?:lines?|pipes)|gas\s+mains?)\b")
_SUPPLY_LINES: Final = re.compile(r"(?<=\b[Ss]upply\s)(?:lines|chains?)\b")
LINE_AFTER: Final = re.compile(r"\s+(?:lines?|pipes?|mains?)\b")


def family_words(family: str, reading: PassageReading) -> list[Span]:
    """Return the words that say a line of this kind is meant."""
    found = list(_WORD.finditer(reading.text))
    words = [match for match in found if match[0].lower() in ROUTE_WORDS[family]]
    if family == "pipeline":
        words += _PIPES.finditer(reading.text)
    if family == "corridor" and "supply" in reading.vocabulary:
        words += _SUPPLY_LINES.finditer(reading.text)
    firm = [match for match in words if _is_firm(match, reading)]
    if family == "pipeline" and firm:
        words = firm
    elif family == "pipeline":
        # Gas, oil and energy need a word of transport beside them.
        moves = [match.span() for match in found if match[0].lower() in TRANSIT_WORDS]
        words = [match for match in words if any(_is_beside(match.span(), m) for m in moves)]
    return [Span(*match.span()) for match in words]


def firm_words(words: list[Span], reading: PassageReading) -> list[Span]:
    """Return the words that by themselves say that a line is meant."""
    return [word for word in words if is_firm_noun(word, reading)]


def is_firm_noun(word: Span, reading: PassageReading) -> bool:
    """Tell whether a word is a noun that only a line has."""
    return reading.words(word).lower() in _FIRM_NOUNS


def _is_firm(word: re.Match[str], reading: PassageReading) -> bool:
    """Tell whether a pipeline is said, also as "gas line"."""
    return (
        word[0].lower().startswith("pipeline")
        or _PIPES.fullmatch(word[0]) is not None
        or LINE_AFTER.match(reading.text, word.end()) is not None
    )


def _is_beside(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return gap(Span(*one), Span(*other)) <= len(" of the natural Turkmen ")


def names_near(
    words: list[Span], reading: PassageReading, forms: frozenset[str] = _PLACED
) -> list[Name]:
    """Return the names of states and regions near words for a line."""
    return [
        name
        for name in reading.names
        if name.form in forms and any(gap(name.span, word) <= REACH for word in words)
    ]


def is_origin(name: Name, reading: PassageReading) -> bool:
    """Tell whether what flows is said to be the state's: "Turkmen gas", "the gas of Iraq"."""
    if name.form == "demonym":
        return _STUFF_AFTER.match(reading.text, name.span.end) is not None
    start = max(0, name.span.start - _TELLING_REACH)
    return _STUFF_BEFORE.search(reading.text, start, name.span.start) is not None


def is_on(route: RouteProfile, name: Name) -> bool:
    """Tell whether a name stands for a state on a line, or for a region with one."""
    return not set(name.actors).isdisjoint(route.states)
