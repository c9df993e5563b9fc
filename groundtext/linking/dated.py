"""Meetings by a date and a word of their name, where the passage names no place."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Final

from groundtext.dates.expressions import may_hold_dates
from groundtext.dates.windows import MONTHS
from groundtext.linking.found import Found
from groundtext.linking.scoring import words_beside_places
from groundtext.linking.vocabulary import ATTENDING
from groundtext.linking.wording import read_date, said
from groundtext.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from groundtext.dates.expressions import DateExpression
    from groundtext.linking.found import Thread
    from groundtext.linking.profiles import MeetingGroup, MeetingProfile
    from groundtext.linking.reading import PassageReading

_MONTHS: Final = frozenset(MONTHS)
_DAYS: Final = frozenset(("day", "weekday"))
_NEAR: Final = 2  # passages back to which the series of a month's meeting was spoken of
_RARE: Final = 2  # meetings that may share a word that tells them
_THAT_MONTH: Final = re.compile(
    rf"\bthe\s+(?P<month>{'|'.join(month.title() for month in MONTHS)})\s+"
    r"(?:round|meeting|session|talks|summit|conference|consultations|negotiations|gathering|visit)\b"
)


class DatedRules:
    """Finds meetings by a day and what is told of them, without a place."""

    def __init__(self, profiles: Sequence[MeetingProfile], groups: Sequence[MeetingGroup]) -> None:
        self._profiles = {profile.id: profile for profile in profiles}
        self._groups = tuple(groups)
        counted = Counter(word for profile in profiles for word in profile.words)
        self._rare = {
            profile.id: frozenset(
                word for word in profile.words if counted[word] <= _RARE and not word.isdigit()
            )
            for profile in profiles
        }

        self._hints = ATTENDING.union(*self._rare.values())

    def find(self, reading: PassageReading, thread: Thread) -> list[Found]:
        """Return the meetings of the passage's dates, and of "the April round"."""
        found = list(self._of_month(reading, thread)) if any(thread.history) else []
        if self._hints.isdisjoint(reading.vocabulary) or not may_hold_dates(reading.text):
            return found
        spoken = self._spoken(thread)
        for date in reading.dates:
            if date.mode != "at" or _is_placed(date, reading):
                continue
            fitting = [
                profile
                for profile in self._profiles.values()
                if not profile.is_long and profile.fits(date)
            ]
            if date.grain == "month":
                fitting = [profile for profile in fitting if profile.id in spoken]
            elif date.grain not in _DAYS:
                continue
            if len(fitting) == 1 and (hint := self._hint(fitting[0], date, reading)):
                found.append(_dated(fitting[0], date, hint, reading))
        return found

    def _hint(self, profile: MeetingProfile, date: DateExpression, reading: PassageReading) -> str:
        """Say what besides the date tells of a meeting; "" if nothing does."""
        rare = self._rare[profile.id] & words_beside_places(reading)
        if rare:
            return f"‘{min(rare)}’"
        is_whole = date.grain == "day" and date.basis == "written"
        if is_whole and not ATTENDING.isdisjoint(reading.vocabulary):
            return "those who came"
        return ""

    def _spoken(self, thread: Thread) -> frozenset[str]:
        """Return the meetings that were spoken of just before, and the others of their series."""
        near = {one.target_id for found in thread.history[:_NEAR] for one in found}
        return frozenset(near) | {
            member.id
            for group in self._groups
            if group.id in near or any(member.id in near for member in group.members)
            for member in group.members
        }

    def _of_month(self, reading: PassageReading, thread: Thread) -> Iterator[Found]:
        """Yield the meeting just spoken of that was in the month of "the April round"."""
        if _MONTHS.isdisjoint(reading.vocabulary):
            return
        match = _THAT_MONTH.search(reading.text)
        near = {one.target_id for found in thread.history for one in found} if match else set()
        month = MONTHS.index(match["month"].lower()) + 1 if match else 0
        meant = [
            profile
            for target_id in sorted(near)
            if (profile := self._profiles.get(target_id))
            and profile.window
            and profile.window.first.month == month
        ]
        if match and len(meant) == 1:
            span = Span(*match.span())
            reason = f"‘{reading.words(span)}’, of which the text has spoken: {meant[0].name}"
            yield _found(meant[0], reason, (span,), "")


def _is_placed(date: DateExpression, reading: PassageReading) -> bool:
    """Tell whether the clause of a date names a place: semicolons part clauses."""
    start = reading.text.rfind(";", 0, date.span.start) + 1
    end = reading.text.find(";", date.span.end)
    clause = Span(start, end if end >= 0 else len(reading.text))
    places = (name for name in reading.names if name.form in ("settlement", "site"))
    return any(name.span.overlaps(clause) for name in places)


def _dated(
    profile: MeetingProfile, date: DateExpression, hint: str, reading: PassageReading
) -> Found:
    reason = f"{read_date(date, profile, reading)} + {hint}, no place: {profile.name}"
    return _found(profile, reason, (date.span,), said(date, profile))


def _found(
    profile: MeetingProfile, reason: str, matches: tuple[Span, ...], said_date: str
) -> Found:
    return Found(
        target_id=profile.id,
        score=0.6,
        reason=reason,
        method="meeting-date",
        matches=matches,
        families=frozenset(("gathering", "talks")),
        said_date=said_date,
    )
