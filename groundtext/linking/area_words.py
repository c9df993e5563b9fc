"""The words by which a passage says that a name shared with a town is the area's."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from groundtext.linking.vocabulary import LIST_SEPARATOR

if TYPE_CHECKING:
    from collections.abc import Sequence

    from groundtext.linking.reading import PassageReading
    from groundtext.model import Mention

AREA_NOUNS: Final = frozenset(
    (
        "province", "provinces", "governorate", "governorates", "region", "regions", "district",
        "districts", "provincial", "state", "states", "county", "counties",
    )
)  # fmt: skip
_AREA_AFTER: Final = re.compile(
    r"\s+(?:province|provincial|governorate|region|district|county|counties)\b"
    r"|\s+(?:and\s+(?:the\s+)?other\s+(?:\w+\s+)?)?provinces\b"
    r"|[’']s?\s+(?:(?:\w+\s+)?districts|governor(?:ship)?)\b",
    re.IGNORECASE,
)
_AREA_BEFORE: Final = re.compile(
    r"\bprovinces?\s+(?:of\s+)?$|\bgovernors?\s+of\s+$|\brural\s+$"
    r"|\bdistricts?\s+(?:of|in)\s+$",
    re.IGNORECASE,
)
_SAYING: Final = AREA_NOUNS | {"rural", "governor", "governors", "governorship"}
# Areas vote as a whole, and are won and lost, where votes are spoken of.
_VOTING: Final = frozenset(
    (
        "vote", "votes", "voter", "voters", "ballot", "ballots", "turnout", "electorate",
        "election", "polls", "landslide", "party", "swept", "constituency", "percent", "cent",
        "majority", "candidate",
    )
)  # fmt: skip
_VOTES_AFTER: Final = re.compile(
    r"(?:\s+and\s+[A-Z]\w+)?\s+(?:(?:will\s+|would\s+)?vote[ds]?|went\s+(?:to|for)|swung|chose|backed"
    r"|gave\s+(?:him|her|them|both|neither|M[rs]s?))\b"
)
_WON_BEFORE: Final = re.compile(
    r"\b(?:won|lost|carried|swept|wins|loses|flipped|took)\s+(?:[A-Z][\w’']+(?:,\s+|\s+and\s+))*$"
)
# "Garissa: three in four for the winner", of a list of results.
_TALLY_AFTER: Final = re.compile(
    r"\s*:\s+(?:[\w-]+\s+){0,3}(?:thirds?|to\s+one|in\s+(?:two|three|four|five|ten)|per\s?cent)\b"
)
_TO_REBELS: Final = re.compile(r"\s+to\s+(?:the\s+)?(?!the\b)[a-z]")
_THE_AREA: Final = re.compile(r"\b(?:the|this|that|its)\s+(?:province|governorate)\b(?!\s+of)")
# "From Lipin round to Ostrow", of provinces.
_AREAS_TOLD: Final = re.compile(r"\b(?:provinces|governorates|districts|counties|states)\b")
_RANGE_BEFORE: Final = re.compile(r"\bfrom\s+(?:the\s+)?$|\bto\s+(?:the\s+)?$")
_RANGE_BETWEEN: Final = re.compile(
    r"(?:\s+in\s+the\s+\w+)?,?\s+(?:\w+\s+){0,4}to\s+(?:the\s+)?", re.IGNORECASE
)
# "Lipin and Ostrow are two of the poorer provinces": what the first names of a sentence are.
_ARE_AREAS: Final = re.compile(
    r"\b(?:is|are|was|were|became|become|becomes|remain|remains|remained)\s+"
    r"(?:(?:[^.;:,]{0,40}\s)?(?P<number>one|two|three|four|five|six|both|all|among)"
    r"\s+(?:of\s+)?(?:the\s+)?|(?:an?|the)\s+)"
    r"(?:(?!of\b|in\b|capital\b)[a-z-]+\s+){0,4}provinces?\b(?!\s+of\s+(?:the\s+)?[A-Z])"
)
_REACH: Final = 40  # code points before a name
_TOLD_REACH: Final = 90  # code points between "provinces" and "from"


def says_area(mention: Mention, reading: PassageReading) -> bool:
    """Tell whether the words beside a shared name say that the area is meant."""
    start = mention.span.start - reading.passage.span.start
    end = mention.span.end - reading.passage.span.start
    before = reading.text[max(0, start - _REACH) : start]
    if _TALLY_AFTER.match(reading.text, end):
        return True
    if not _VOTING.isdisjoint(reading.vocabulary) and (
        _VOTES_AFTER.match(reading.text, end)
        or (_WON_BEFORE.search(before) and not _is_taken(end, reading))
    ):
        return True
    if _SAYING.isdisjoint(reading.vocabulary):
        return False
    in_name = re.search(r"\bprovinces?\b", mention.text, re.IGNORECASE) is not None
    after = _AREA_AFTER.match(reading.text, end)
    return in_name or after is not None or _AREA_BEFORE.search(before) is not None


def _is_taken(end: int, reading: PassageReading) -> bool:
    """Tell whether a place is lost to those who hold it by arms, not by votes."""
    votes = {"party", "swept"}
    has_votes = not (_VOTING - votes).isdisjoint(reading.vocabulary)
    return not has_votes and _TO_REBELS.match(reading.text, end) is not None


def is_the_area(mention: Mention, shared: Sequence[Mention], reading: PassageReading) -> bool:
    """Tell whether the rest of a passage says that a name is an area's.

    `shared` are the mentions that may be an area's, in order.
    """
    base = reading.passage.span.start
    the_area = _THE_AREA.search(reading.text)
    if the_area:
        before = [each for each in shared if each.span.end - base <= the_area.start()]
        if (before or shared) == [mention]:
            return True
    return _is_in_range(mention, shared, reading) or _is_called_area(mention, shared, reading)


def _is_in_range(mention: Mention, shared: Sequence[Mention], reading: PassageReading) -> bool:
    """Tell whether a name is an end of a range of areas: "the provinces from A to B"."""
    told = _AREAS_TOLD.search(reading.text)
    if told is None:
        return False
    base = reading.passage.span.start
    for first, last in pairwise(shared):
        if mention not in (first, last):
            continue
        start, end = first.span.start - base, first.span.end - base
        leads = _RANGE_BEFORE.search(reading.text, max(0, start - _REACH), start)
        between = reading.text[end : last.span.start - base]
        is_near = 0 <= start - told.end() <= _TOLD_REACH
        if is_near and leads and leads[0].startswith("from") and _RANGE_BETWEEN.fullmatch(between):
            return True
    return False


def _is_called_area(mention: Mention, shared: Sequence[Mention], reading: PassageReading) -> bool:
    """Tell whether a name stands alone, or in one list, before words that call it areas."""
    called = _ARE_AREAS.search(reading.text)
    if called is None:
        return False
    base = reading.passage.span.start
    before = [each for each in shared if each.span.end - base <= called.start()]
    is_list = all(
        LIST_SEPARATOR.fullmatch(reading.text[one.span.end - base : other.span.start - base])
        for one, other in pairwise(before)
    )
    is_plural = called["number"] not in (None, "one")
    return mention in before and is_list and (len(before) > 1) == is_plural
