"""Date expressions in running text, resolved against the day a document was published.

Each expression keeps every stretch of days that it may mean: "on Tuesday" in a document that is
dated only to within a fortnight means two or three Tuesdays, and "March 18" in a document without
a date means one day of each year. What a meeting confirms is then one of the windows.
"""

from __future__ import annotations

from bisect import bisect_left
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from groundtext.dates.grammar import RULES, Rule
from groundtext.dates.meaning import Known, Meaning, mode_of
from groundtext.dates.roots import kinds_held
from groundtext.model import Span

if TYPE_CHECKING:
    import re
    from collections.abc import Sequence

    from groundtext.dates.windows import Window

_TOLD = frozenset(("written", "before"))
_ANCHORS = 4  # meanings from which a later date may still be counted
_NEVER_COUNTED_FROM = frozenset(("decade", "century"))


class DateExpression(NamedTuple):
    """A date as written, with the windows that it may mean."""

    span: Span
    windows: tuple[Window, ...]
    grain: str  # day | weekday | month | span | year | decade | century | relative: how exact
    mode: str = "at"  # at | since | bound ("before", "until", "by": no date of an event)
    basis: str = "written"  # written | published | before | both | nothing: from what it is read
    said: str = ""  # the meaning as EDTF, where the windows do not say it

    @property
    def edtf(self) -> str:
        """The meaning as EDTF: a date, an interval, or a one-of set such as `[2020-05,2021-05]`."""
        if self.said:
            return self.said
        meanings = [window.edtf for window in self.windows]
        if len(meanings) == 1:
            return meanings[0]
        # A set has dates for members: an interval in it is written with two dots.
        return f"[{','.join(meaning.replace('/', '..') for meaning in meanings)}]"


def find_dates(
    text: str, published: Window | None, *, offset: int = 0, known: Known | None = None
) -> tuple[DateExpression, ...]:
    """Find the date expressions of a text, in order and disjoint.

    Spans count from `offset`, the place of the text in its document; `known` is what the text
    before told. An expression that cannot be resolved at all, such as a weekday in a document
    that is dated to a year or a day that no calendar has, is left out.
    """
    if not _matches(text):
        return ()
    found = _found(text, known or Known(published))
    if not offset:
        return found
    return tuple(
        each._replace(span=Span(each.span.start + offset, each.span.end + offset)) for each in found
    )


def may_hold_dates(text: str) -> bool:
    """Tell whether a text has the form of a date anywhere, whatever it means."""
    return bool(_matches(text))


def are_told(text: str, found: Sequence[DateExpression]) -> bool:
    """Tell whether the dates found in a text need nothing that was told before it."""
    return len(found) == len(_matches(text)) and all(one.basis == "written" for one in found)


@lru_cache(maxsize=256)  # for a document's dates, for its links, and for what they count from
def _found(text: str, known: Known) -> tuple[DateExpression, ...]:
    found: list[DateExpression] = []
    for match, rule in _matches(text):
        meaning = rule.resolve(match, known)
        if meaning.windows:
            found.append(_expression(match, rule, meaning))
            known = follow(known, found[-1])
    return tuple(found)


def follow(known: Known, found: DateExpression) -> Known:
    """Return what is known after an expression."""
    if found.grain in _NEVER_COUNTED_FROM or len(found.windows) > _ANCHORS:
        return known
    if found.grain == "relative" and found.basis == "published":
        return known
    if found.grain == "relative" and known.before and found.windows < known.before:
        # A look back: what follows goes on from where the text was.
        return known
    return Known(known.published, found.windows, is_told=found.basis in _TOLD)


def _expression(match: re.Match[str], rule: Rule, meaning: Meaning) -> DateExpression:
    span = Span(*match.span("date"))
    mode = mode_of(match)
    return DateExpression(span, meaning.windows, rule.grain, mode, meaning.basis, meaning.edtf)


@lru_cache(maxsize=256)
def _rules(held: frozenset[str]) -> tuple[Rule, ...]:
    return tuple(rule for rule in RULES if rule.needs in held)


@lru_cache(maxsize=256)  # the same sentence is asked for its dates and for its links
def _matches(text: str) -> tuple[tuple[re.Match[str], Rule], ...]:
    """Return the matches in order and disjoint; where two overlap, the earlier rule's."""
    held = kinds_held(text)
    if not held:
        return ()
    starts: list[int] = []
    ends: list[int] = []
    taken: list[tuple[re.Match[str], Rule]] = []
    for rule in _rules(held):
        for match in rule.pattern.finditer(text):
            start, end = match.span("date")
            place = bisect_left(starts, start)
            if (place < len(starts) and starts[place] < end) or (place and ends[place - 1] > start):
                continue
            if rule.vet is None or rule.vet(match):
                starts.insert(place, start)
                ends.insert(place, end)
                taken.insert(place, (match, rule))
    return tuple(taken)
