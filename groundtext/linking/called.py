"""Meetings by how their names begin, and a date: "the Lake Forum of May 2012"."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Final

from groundtext.dates.expressions import may_hold_dates
from groundtext.linking.found import Found
from groundtext.linking.reading import gap
from groundtext.linking.vocabulary import CONVENING
from groundtext.linking.wording import read_date, said
from groundtext.model import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from groundtext.dates.expressions import DateExpression
    from groundtext.linking.profiles import MeetingProfile
    from groundtext.linking.reading import PassageReading

_WIDEST: Final = timedelta(days=31)
_REACH: Final = 90  # code points from a name to the date that goes with it
_COMING: Final = CONVENING | {"hosted", "held", "met"}


class CalledRules:
    """Finds meetings by the first two words of their names and an exact date."""

    def __init__(self, profiles: Sequence[MeetingProfile]) -> None:
        self._called: dict[str, list[MeetingProfile]] = {}
        for profile in profiles:
            for phrase in [" ".join(profile.name.split()[:2]).rstrip(",")]:
                if phrase.count(" ") == 1 and phrase[0].isupper():
                    self._called.setdefault(phrase, []).append(profile)
        self._first = {phrase: phrase.split()[0].lower() for phrase in self._called}
        self.words = frozenset(self._first.values())

    def find(self, reading: PassageReading, told: frozenset[Span]) -> list[Found]:
        """Find "the Lake Forum of May 2012", by how its name begins and an exact date."""
        if self.words.isdisjoint(reading.vocabulary) or not may_hold_dates(reading.text):
            return []
        phrases = [
            (phrase, at)
            for phrase, first in self._first.items()
            if first in reading.vocabulary and (at := _begins(phrase, reading.text)) >= 0
        ]
        found = []
        for phrase, start in phrases:
            span = Span(start, start + len(phrase))
            for date in reading.dates:
                if date.span in told or not _goes_with(date, span, reading):
                    continue
                fitting = [one for one in self._called[phrase] if one.fits(date)]
                if len(fitting) == 1:
                    found.append(dated_found(fitting[0], date, f"‘{phrase}’", reading))
        return found


def _goes_with(date: DateExpression, name: Span, reading: PassageReading) -> bool:
    """Tell whether an exact date is the one of a meeting that is named.

    One before the name is, if it is the only one, and the passage says that people came.
    """
    is_exact = date.grain in ("day", "month") or (date.grain == "relative" and is_narrow(date))
    if date.mode != "at" or not is_exact or gap(name, date.span) > _REACH:
        return False
    if date.span.start < name.start:
        return len(reading.dates) == 1 and not _COMING.isdisjoint(reading.vocabulary)
    return ";" not in reading.text[name.end : date.span.start]


def _begins(phrase: str, text: str) -> int:
    """Return where a text has the beginning of a name, which may be in lower case there, or -1."""
    at = text.find(phrase)
    second = phrase.split()[1]
    return at if at >= 0 or second[0].isupper() else text.find(phrase[0].lower() + phrase[1:])


def is_narrow(date: DateExpression) -> bool:
    """Tell whether a date is a month at most, whichever it is."""
    return all(last - first <= _WIDEST for first, last in date.windows)


def dated_found(
    profile: MeetingProfile, date: DateExpression, hint: str, reading: PassageReading
) -> Found:
    """Return a meeting by its date and what else tells of it."""
    reason = f"{read_date(date, profile, reading)} + {hint}, no place: {profile.name}"
    return meeting_found(profile, reason, (date.span,), said(date, profile))


def meeting_found(
    profile: MeetingProfile, reason: str, matches: tuple[Span, ...], said_date: str
) -> Found:
    """Return a meeting that is told without its place."""
    return Found(
        target_id=profile.id,
        score=0.6,
        reason=reason,
        method="meeting-date",
        matches=matches,
        families=profile.families,
        said_date=said_date,
    )
