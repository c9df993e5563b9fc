"""Meetings that a passage puts on their day, and in another settlement than the layers do."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from groundtext.dates.expressions import may_hold_dates
from groundtext.linking.found import FAMILIES, Found
from groundtext.linking.reading import gap
from groundtext.linking.vocabulary import CONVENING
from groundtext.linking.wording import read_date, said
from groundtext.model import SaidPlace, Span
from groundtext.words import alternation

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from groundtext.dates.expressions import DateExpression
    from groundtext.linking.found import Thread
    from groundtext.linking.profiles import MeetingGroup, MeetingProfile
    from groundtext.linking.reading import Name, PassageReading

_GRAINS: Final = frozenset(("day", "weekday", "relative"))
_FAMILIES: Final = frozenset(("gathering", "talks", "meet"))
_REACH: Final = 60  # code points between a place, its date and the word of a meeting
_GUESTS: Final = 2
_BESIDE: Final = 30
_ORDINALS: Final = frozenset(
    ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "last", "final")
)
_HINTS: Final = CONVENING | _ORDINALS
_CONVENING: Final = re.compile(rf"\b(?:{alternation(CONVENING)})\b", re.IGNORECASE)
_ORDINAL: Final = re.compile(
    rf"\bthe\s+(?P<ordinal>{alternation(_ORDINALS)})\b"
    r"(?=,|\s+(?:of\b|was\b|were\b|(?:[a-z]+\s+)?(?:meeting|round|session|sitting|talks|summit)))",
    re.IGNORECASE,
)


class ElsewhereRules:
    """Finds the meetings that a passage says to have been elsewhere than the layers do."""

    def __init__(self, profiles: Sequence[MeetingProfile], groups: Sequence[MeetingGroup]) -> None:
        self._profiles = tuple(
            profile for profile in profiles if profile.reach_m and not profile.is_long
        )
        self._groups = tuple(groups)

    def find(self, reading: PassageReading, thread: Thread, named: Collection[str]) -> list[Found]:
        """Return the meetings of days of which the passage says another place.

        The series must be named, or be that of which the text has just spoken, or two of those
        who came and are not at home there must be named.
        """
        if not reading.events and _HINTS.isdisjoint(reading.vocabulary):
            return []
        places = [name for name in reading.names if _is_said(name)]
        if not places or not may_hold_dates(reading.text):
            return []
        spoken = thread.lately().union(named)
        members = self._members(spoken)
        found = []
        for date, name in _pairs(reading, places):
            if not _tells_of_meeting(date, name, reading):
                continue
            fitting = [member for member in members if member.fits(date)] or self._by_guests(
                date, reading
            )
            if len(fitting) != 1 or _is_at_home(fitting[0], reading):
                continue
            if _agrees(fitting[0], date, reading):
                found += _found(fitting[0], date, name, reading)
        return found

    def _members(self, spoken: Collection[str]) -> list[MeetingProfile]:
        ids = {
            member.id
            for group in self._groups
            if group.id in spoken or any(member.id in spoken for member in group.members)
            for member in group.members
        }
        return [profile for profile in self._profiles if profile.id in ids]

    def _by_guests(self, date: DateExpression, reading: PassageReading) -> list[MeetingProfile]:
        actors = reading.actors()
        return [
            profile
            for profile in self._profiles
            if profile.fits(date)
            and len(actors & (profile.participants - {profile.country})) >= _GUESTS
        ]


def _is_said(name: Name) -> bool:
    return (
        name.form == "settlement"
        and name.governor in ("in", "at")
        and name.position is not None
        and not name.is_negated
    )


def _pairs(
    reading: PassageReading, places: Sequence[Name]
) -> Iterator[tuple[DateExpression, Name]]:
    """Yield each date that is one day with its place, if each is the nearest to the other."""
    for date in reading.dates:
        if date.mode != "at" or date.grain not in _GRAINS or not _is_one_day(date):
            continue
        name = min(places, key=lambda name: gap(name.span, date.span))
        nearest = min(reading.dates, key=lambda other: gap(name.span, other.span))
        between = reading.text[
            min(name.span.end, date.span.end) : max(name.span.start, date.span.start)
        ]
        if nearest is date and len(between) <= _REACH and not re.search(r"[;:.—–]", between):
            yield date, name


def _is_one_day(date: DateExpression) -> bool:
    """Tell whether a date means a day, though it be left open of which year."""
    return all(first == last for first, last in date.windows)


def _tells_of_meeting(date: DateExpression, name: Name, reading: PassageReading) -> bool:
    """Tell whether a word of meeting goes with a place and a date."""
    both = Span(min(date.span.start, name.span.start), max(date.span.end, name.span.end))
    words = [event.span for event in reading.events if event.family in _FAMILIES]
    for pattern in (_ORDINAL, _CONVENING):
        words += [Span(*match.span()) for match in pattern.finditer(reading.text)]
    return any(gap(span, both) <= _BESIDE for span in words)


def _is_at_home(profile: MeetingProfile, reading: PassageReading) -> bool:
    """Tell whether the passage names the meeting's own place."""
    return any(name.position and profile.is_at(name.position) for name in reading.names)


def _agrees(profile: MeetingProfile, date: DateExpression, reading: PassageReading) -> bool:
    """Tell whether no number beside the date is another than that in the meeting's name."""
    own = _ORDINALS.intersection(profile.name.lower().split())
    numbers = {
        match["ordinal"].lower()
        for match in _ORDINAL.finditer(reading.text)
        if gap(Span(*match.span()), date.span) <= _BESIDE
    }
    return not numbers or not own or not own.isdisjoint(numbers)


def _found(
    profile: MeetingProfile, date: DateExpression, name: Name, reading: PassageReading
) -> list[Found]:
    if name.position is None:
        return []
    where = f"on the map in {profile.venue}" if profile.venue else "and elsewhere on the map"
    found = Found(
        target_id=profile.id,
        score=0.7,
        reason=(
            f"{read_date(date, profile, reading)}, here in ‘{reading.words(name.span)}’,"
            f" {where}: {profile.name}"
        ),
        method="meeting-elsewhere",
        matches=tuple(sorted((date.span, name.span))),
        families=FAMILIES,
        said_date=said(date, profile),
        said_place=SaidPlace(name.text, name.position),
    )
    return [found]
