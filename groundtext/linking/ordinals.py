"""One meeting of a series by its number: "the fourth round", "the last of these meetings"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from groundtext.dates.windows import day_window, month_window
from groundtext.linking.found import series_found
from groundtext.linking.reading import gap
from groundtext.linking.vocabulary import SERIES_NOUNS
from groundtext.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from groundtext.dates.expressions import DateExpression
    from groundtext.linking.found import Found, Thread
    from groundtext.linking.profiles import MeetingGroup, MeetingProfile
    from groundtext.linking.reading import PassageReading

ORDINALS: Final = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7,
    "eighth": 8, "ninth": 9, "tenth": 10, "last": -1, "final": -1,
}  # fmt: skip
# "The last round of German soldiers": what goes by turns, and is no meeting.
_OF_OTHERS: Final = (
    r"\s+of\s+(?:[\w-]+\s+){0,2}"
    r"(?:soldiers|troops|forces|fighting|shelling|strikes|sanctions|voting|cuts)\b"
)
_NUMBERED: Final = re.compile(
    rf"\b(?P<ordinal>{'|'.join(ORDINALS)})\s+(?:of\s+(?:these|those|the|its|their)\s+)?"
    rf"(?:such\s+)?{SERIES_NOUNS}\b(?!{_OF_OTHERS})",
    re.IGNORECASE,
)
# "The first, in August, was polite", "the round was the fourth".
_BARE: Final = re.compile(
    rf"(?:^\W*(?:The|A)\s+|\b(?:and|but)\s+(?:the|a)\s+)(?P<first>{'|'.join(ORDINALS)}),"
    rf"(?!\s+(?:{'|'.join(ORDINALS)})\b)"
    rf"|\b{SERIES_NOUNS}\s+(?:was|is|were)\s+the(?:ir)?\s+(?P<ordinal>{'|'.join(ORDINALS)})\b",
    re.IGNORECASE,
)
_OF_SERIES: Final = re.compile(
    r"\s+of\s+the\s+(?P<series>[A-Z][\w-]+(?:\s+[A-Z][\w-]+){0,3})(?!\w)"
)
_BETWEEN: Final = re.compile(
    r"\s+(?:of\s+(?:talks|negotiations|consultations)\s+)?between\s+(?:the\s+)?"
)
_WORD: Final = re.compile(r"[\w-]+")
_BESIDE: Final = 45  # code points between a number and the place or date that goes with it
_LEAST: Final = 2


class _Meant(NamedTuple):
    """A group that the text is speaking of."""

    group: MeetingGroup
    is_named: bool  # itself, and not only one of its meetings


class OrdinalRules:
    """Finds the meetings that a number in a series means."""

    def __init__(self, profiles: Sequence[MeetingProfile], groups: Sequence[MeetingGroup]) -> None:
        self._groups = tuple(groups)
        self._names = {profile: frozenset(_WORD.findall(profile.name)) for profile in profiles}

    def find(self, reading: PassageReading, thread: Thread, found: Sequence[Found]) -> list[Found]:
        """Find "the fourth round", one of the series of which the text is speaking."""
        results: list[Found] = []
        if ORDINALS.keys().isdisjoint(reading.vocabulary):
            return results
        results += self._of_named(reading)
        meant = self._meant(thread, found) if found or any(thread.history) else []
        for match in _numbers(reading.text) if meant else ():
            number = ORDINALS[(match["ordinal"] or match["first"]).lower()]
            span = Span(*match.span())
            for each in meant:
                member, is_sure = _member(each, number, reading)
                fits = _fits(member, span, reading) if member else False
                if member and (fits or (fits is None and is_sure)):
                    why = f"‘{reading.words(span)}’ of {each.group.name}: {member.name}"
                    results.append(series_found(member.id, span, why))
                    break
                if number == len(each.group.members) + 1 and _ordinals(each.group):
                    why = f"‘{reading.words(span)}’ after {len(each.group.members)} on the map"
                    results.append(series_found(each.group.id, span, f"{why}: {each.group.name}"))
                    break
        return results

    def _of_named(self, reading: PassageReading) -> list[Found]:
        """Find "the third meeting of the Lake Forum", by a name that says both."""
        results: list[Found] = []
        for match in _NUMBERED.finditer(reading.text):
            results += self._between(match, reading)
            of = _OF_SERIES.match(reading.text, match.end())
            if of is None:
                continue
            words = {match["ordinal"].lower(), *of["series"].split()}
            fitting = [profile for profile, name in self._names.items() if words <= name]
            if len(fitting) == 1 and _fits(fitting[0], Span(*match.span()), reading) is not False:
                span = Span(match.start(), of.end("series"))
                why = f"‘{reading.words(span)}’, as its name says: {fitting[0].name}"
                results.append(series_found(fitting[0].id, span, why))
        return results

    def _between(self, match: re.Match[str], reading: PassageReading) -> Iterator[Found]:
        """Yield "the third round of talks between A and B", by a name that says all of that."""
        of = _BETWEEN.match(reading.text, match.end())
        if of is None:
            return
        guests = {
            actor
            for name in reading.names
            if 0 <= name.span.start - of.end() <= _BESIDE
            for actor in name.actors
        }
        number = match["ordinal"].lower()
        fitting = [
            profile
            for profile in self._names
            if number in profile.wording
            and len(guests) >= _LEAST
            and profile.participants == guests
        ]
        if len(fitting) == 1:
            span = Span(*match.span())
            why = f"‘{reading.words(span)}’ of those who came, as its name says: {fitting[0].name}"
            yield series_found(fitting[0].id, span, why)

    def _meant(self, thread: Thread, found: Sequence[Found]) -> list[_Meant]:
        """Return the groups of which the text is speaking, the surest first."""
        ids = thread.lately().union(one.target_id for one in found)
        named = [_Meant(group, is_named=True) for group in self._groups if group.id in ids]
        return named + [
            _Meant(group, is_named=False)
            for group in self._groups
            if group.id not in ids and any(member.id in ids for member in group.members)
        ]


def _numbers(text: str) -> Iterator[re.Match[str]]:
    yield from _NUMBERED.finditer(text)
    yield from _BARE.finditer(text)


def _ordinals(group: MeetingGroup) -> dict[int, list[MeetingProfile]]:
    """Return the members whose names say which they are, by their numbers."""
    numbers: dict[int, list[MeetingProfile]] = {}
    for member in group.members:
        for word in member.name.lower().split():
            if word in ORDINALS:
                numbers.setdefault(ORDINALS[word], []).append(member)
    return numbers


def _member(
    meant: _Meant, number: int, reading: PassageReading
) -> tuple[MeetingProfile | None, bool]:
    """Return the member of a series that a number means, and whether that is sure by itself."""
    members, named = meant.group.members, _ordinals(meant.group)
    if number in named and len(named[number]) == 1:
        return named[number][0], True
    is_sure = meant.is_named or len(named) >= _LEAST
    if number < 0:
        past = [m for m in members if m.is_over(reading.published)]
        return (past[-1] if past else None), is_sure
    is_counted = not named and number <= len(members)
    return (members[number - 1] if is_counted else None), is_sure


def _fits(member: MeetingProfile, span: Span, reading: PassageReading) -> bool | None:
    """Tell whether what is beside a number is the meeting's date, else its place; None for nothing.

    What follows the number goes with it; what is before it does without a comma between.
    """
    beside = [
        one for one in reading.dates if one.mode == "at" and _is_with(one.span, span, reading)
    ]
    if beside:
        nearest = min(beside, key=lambda date: gap(date.span, span))
        return member.fits(nearest) is not None or _is_its_day(member, nearest)
    positions = [
        name.position
        for name in reading.names
        if name.form == "settlement" and name.position and _is_with(name.span, span, reading)
    ]
    return any(map(member.is_at, positions)) if positions else None


def _is_its_day(member: MeetingProfile, date: DateExpression) -> bool:
    """Tell whether a day or month without a year is the meeting's: the number tells the year."""
    if date.grain not in ("day", "month") or date.basis == "written" or member.window is None:
        return False
    year = member.window.first.year
    if date.grain == "month":
        return any(member.window.overlaps(month_window(year, d.month)) for d, _ in date.windows)
    days = (day_window(year, first.month, first.day) for first, _ in date.windows)
    return any(day is not None and member.window.overlaps(day) for day in days)


def _is_with(span: Span, number: Span, reading: PassageReading) -> bool:
    if gap(span, number) > _BESIDE:
        return False
    return span.start >= number.end or "," not in reading.text[span.end : number.end]
