"""Meetings by a date and a word of their name, where the passage names no place."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Final

from groundtext.dates.expressions import may_hold_dates
from groundtext.dates.windows import MONTHS
from groundtext.linking.called import CalledRules, dated_found, is_narrow, meeting_found
from groundtext.linking.reading import gap
from groundtext.linking.scoring import words_beside_places
from groundtext.linking.vocabulary import (
    AGREEMENT_WORDS,
    ATTENDING,
    CONVENING,
    NUMBER_WORDS,
)
from groundtext.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from groundtext.dates.expressions import DateExpression
    from groundtext.linking.found import Found, Thread
    from groundtext.linking.profiles import MeetingGroup, MeetingProfile
    from groundtext.linking.reading import PassageReading

_MONTHS: Final = frozenset(MONTHS)
_DAYS: Final = frozenset(("day", "weekday"))
_GRAINS: Final = frozenset(("day", "weekday", "month", "span", "relative"))
_NEAR: Final = 2  # passages back to which the series of a month's meeting was spoken of
_RARE: Final = 2  # meetings that may share a word that tells them
_WITHIN: Final = 15  # passages back to which the series of a number of guests was spoken of
_BESIDE: Final = 60  # code points between a date and the number of those who came
_LEAST_GUESTS: Final = 2
# So many at one table.
_SO_MANY: Final = {
    "trio": "3", "threesome": "3", "troika": "3", "foursome": "4", "quartet": "4", "quintet": "5",
}  # fmt: skip
_COMING: Final = CONVENING | {"invited", "came", "hosted", "joined"}
_NUMBERS: Final = NUMBER_WORDS | _SO_MANY
_TABLE: Final = frozenset((*_SO_MANY, "table", "trilateral", "tripartite", "round", "session"))
_GUESTS: Final = _TABLE | frozenset(_NUMBERS)
# "By mid-February six came", "by the end of May, when …": something was so by then.
_BY_THEN: Final = re.compile(
    r",?\s+(?:when\b|[a-z]+\s+(?:delegations|states|countries|envoys)\s+came\b)"
)
_NUMBER: Final = re.compile(
    rf"\b(?P<number>{'|'.join((*NUMBER_WORDS, *_SO_MANY))}|\d{{1,2}})\b"
    r"(?!\s+(?:days?|weeks?|months?|years?|hours?|times|of\b|miles|kilomet))",
    re.IGNORECASE,
)
_THAT_MONTH: Final = re.compile(
    rf"\b(?:the\s+)?(?P<month>{'|'.join(month.title() for month in MONTHS)})(?:[’']s)?\s+"
    r"(?:round|meeting|session|talks|summit|conference|consultations|negotiations|gathering|visit"
    r"|agreement|accord|deal|pact|memorandum|declaration)\b"
)


class DatedRules:
    """Finds meetings by a day and what is told of them, without a place."""

    def __init__(self, profiles: Sequence[MeetingProfile], groups: Sequence[MeetingGroup]) -> None:
        self._profiles = {profile.id: profile for profile in profiles}
        self._short = tuple(profile for profile in profiles if not profile.is_long)
        self._groups = tuple(groups)
        counted = Counter(word for profile in profiles for word in profile.words)
        self._rare = {
            profile.id: frozenset(
                word for word in profile.words if counted[word] <= _RARE and not word.isdigit()
            )
            for profile in profiles
        }

        persons = (profile.persons - AGREEMENT_WORDS for profile in profiles)
        self._hints = ATTENDING.union(*self._rare.values(), *persons)
        self._named = CalledRules(self._short)
        self._with_date = self._hints.union(self._named.words)
        # A passage that names nothing must hold one of them to mean a meeting by a date.
        self.words = self._with_date | _MONTHS | _GUESTS
        self._counts = {profile.id: _counts(profile) for profile in profiles if not profile.is_long}

    def may_be_told(self, words: frozenset[str], *, is_spoken: bool) -> bool:
        """Tell whether a passage of these words may mean the meeting just spoken of, undated."""
        return is_spoken and not _MONTHS.isdisjoint(words)

    def may_be_dated(self, words: frozenset[str], *, is_spoken: bool) -> bool:
        """Tell whether a passage of these words may mean a meeting, if it holds a date."""
        if not self._with_date.isdisjoint(words):
            return True
        return is_spoken and not _GUESTS.isdisjoint(words)

    def find(self, reading: PassageReading, thread: Thread, told: frozenset[Span]) -> list[Found]:
        """Return the meetings of the passage's dates, and of "the April round".

        Dates under the spans `told` have found their meeting.
        """
        found = list(self._of_month(reading, thread)) if any(thread.history) else []
        found += self._named.find(reading, told)
        found += self._of_guests(reading, thread, told) if thread.seen else []
        found += [] if _COMING.isdisjoint(reading.vocabulary) else self._of_all(reading, told)
        if self._hints.isdisjoint(reading.vocabulary) or not may_hold_dates(reading.text):
            return found
        spoken: frozenset[str] | None = None
        for date in reading.dates:
            is_month = date.grain == "month"
            if date.span in told or not (is_month or date.grain in _DAYS):
                continue
            if not _is_at(date, reading) or _is_placed(date, reading):
                continue
            fitting = [profile for profile in self._short if profile.fits(date)]
            if is_month and fitting:
                spoken = self._spoken(thread) if spoken is None else spoken
                telling = words_beside_places(reading)
                fitting = [
                    profile
                    for profile in fitting
                    if profile.id in spoken or profile.persons & telling
                ]
            if len(fitting) == 1 and (hint := self._hint(fitting[0], date, reading)):
                found.append(dated_found(fitting[0], date, hint, reading))
        return found

    def _of_guests(
        self, reading: PassageReading, thread: Thread, told: frozenset[Span]
    ) -> Iterator[Found]:
        """Yield the meetings of series spoken of to which so many, or such guests, came then."""
        if _GUESTS.isdisjoint(reading.vocabulary):
            return
        if not may_hold_dates(reading.text):
            return
        dates = [
            date
            for date in reading.dates
            if date.grain in _GRAINS and date.span not in told and _is_at(date, reading)
        ]
        spoken = self._series(reading, thread) if dates else []
        for date in dates if spoken else ():
            if not is_narrow(date) or _is_placed(date, reading):
                continue
            fitting = [
                profile for profile in spoken if profile.id in self._counts and profile.fits(date)
            ]
            if len(fitting) == 1 and (hint := self._guests(fitting[0], date, reading)):
                yield dated_found(fitting[0], date, hint, reading)

    def _of_all(self, reading: PassageReading, told: frozenset[Span]) -> Iterator[Found]:
        """Yield the meetings of three or more, all of whom a passage names, who sat down then."""
        if not may_hold_dates(reading.text):
            return
        actors = reading.actors()
        for date in reading.dates if len(actors) > _LEAST_GUESTS else ():
            if date.span in told or date.grain not in _GRAINS or not _is_at(date, reading):
                continue
            if not is_narrow(date) or _is_placed(date, reading):
                continue
            fitting = [
                profile
                for profile in self._short
                if len(profile.participants) > _LEAST_GUESTS
                and profile.participants <= actors
                and profile.fits(date)
            ]
            if len(fitting) == 1:
                yield dated_found(fitting[0], date, "those who came", reading)

    def _series(self, reading: PassageReading, thread: Thread) -> list[MeetingProfile]:
        """Return the meetings of the series of which the passages before have spoken."""
        recent = {
            target_id
            for target_id, ordinal in thread.last_passage.items()
            if reading.passage.ordinal - ordinal <= _WITHIN
        }
        members = {
            member.id: member
            for group in self._groups
            if group.id in recent or any(member.id in recent for member in group.members)
            for member in group.members
        }
        return [members[member_id] for member_id in sorted(members)]

    def _guests(
        self, profile: MeetingProfile, date: DateExpression, reading: PassageReading
    ) -> str:
        """Say which guests, or how many, a passage tells of beside a date; "" if none."""
        guests = profile.participants - {profile.country}
        is_table = not _TABLE.isdisjoint(reading.vocabulary)
        if is_table and len(guests) >= _LEAST_GUESTS and guests <= reading.actors():
            return "those who came"
        numbers = [
            match[0]
            for match in _NUMBER.finditer(reading.text)
            if _NUMBERS.get(match[0].lower(), match[0]) in self._counts[profile.id]
            and gap(Span(*match.span()), date.span) <= _BESIDE
            and _is_nearest(Span(*match.span()), date, reading)
        ]
        return f"‘{numbers[0]}’" if numbers else ""

    def _hint(self, profile: MeetingProfile, date: DateExpression, reading: PassageReading) -> str:
        """Say what besides the date tells of a meeting; "" if nothing does."""
        words = words_beside_places(reading)
        told = (self._rare[profile.id] | profile.persons) & words
        if told:
            return f"‘{min(told)}’"
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
        near = thread.seen if match else set()
        month = MONTHS.index(match["month"].lower()) + 1 if match else 0
        meant = [
            profile
            for target_id in sorted(near)
            if (profile := self._profiles.get(target_id))
            and profile.window
            and profile.window.first.month == month
        ]
        # Of two Aprils the one spoken of last is meant.
        meant.sort(key=lambda profile: -thread.last_passage[profile.id])
        if match and (
            len(meant) == 1
            or (
                len(meant) > 1
                and reading.passage.ordinal - thread.last_passage[meant[0].id] <= _NEAR
                and thread.last_passage[meant[0].id] > thread.last_passage[meant[1].id]
            )
        ):
            span = Span(*match.span())
            reason = f"‘{reading.words(span)}’, of which the text has spoken: {meant[0].name}"
            yield meeting_found(meant[0], reason, (span,), "")


def _counts(profile: MeetingProfile) -> frozenset[str]:
    """Return how many took part, in digits, as far as its name says."""
    return frozenset(word for word in profile.words if word.isdigit())


def _is_at(date: DateExpression, reading: PassageReading) -> bool:
    """Tell whether a date is that of what the passage tells, though it be "by" then."""
    return date.mode == "at" or (
        date.mode == "bound" and _BY_THEN.match(reading.text, date.span.end) is not None
    )


def _is_nearest(span: Span, date: DateExpression, reading: PassageReading) -> bool:
    """Tell whether no other date of the passage is nearer to a number, and it is in none."""
    if any(span.overlaps(other.span) for other in reading.dates):
        return False
    return all(gap(span, date.span) <= gap(span, other.span) for other in reading.dates)


def _is_placed(date: DateExpression, reading: PassageReading) -> bool:
    """Tell whether the clause of a date names a place: semicolons part clauses."""
    start = reading.text.rfind(";", 0, date.span.start) + 1
    end = reading.text.find(";", date.span.end)
    clause = Span(start, end if end >= 0 else len(reading.text))
    places = (name for name in reading.names if name.form in ("settlement", "site"))
    return any(name.span.overlaps(clause) for name in places)
