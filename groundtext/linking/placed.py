"""Meetings by their place and an exact date, whatever words say that people met."""

from __future__ import annotations

import re
from datetime import timedelta
from itertools import chain
from typing import TYPE_CHECKING, Final

from groundtext.dates.expressions import may_hold_dates
from groundtext.dates.windows import month_window
from groundtext.linking.around import Around
from groundtext.linking.datelines import is_dateline
from groundtext.linking.found import Found
from groundtext.linking.profiles import MeetingProfile, telling_words
from groundtext.linking.reading import gap
from groundtext.linking.scoring import words_beside_places
from groundtext.linking.vocabulary import CONVENING, SEVERAL
from groundtext.linking.wording import read_date, said

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from groundtext.dates.expressions import DateExpression
    from groundtext.linking.found import Thread
    from groundtext.linking.profiles import MeetingGroup
    from groundtext.linking.reading import Name, PassageReading
    from groundtext.model import LonLat, Span

_EXACT: Final = frozenset(("day", "weekday", "month"))
_DATE_REACH: Final = 70  # code points between a place and the date that goes with it
_WIDEST_DAYS: Final = 31  # of what is counted: "a month later", "last week"
_NEXT_REACH: Final = 20
_BESIDE_REACH: Final = 30
_TIMELY: Final = timedelta(days=60)
_TOWN_M: Final = 15_000
_PROMISED: Final = frozenset(("promise", "promises", "commitment", "handshake", "signature"))
_TRAIL: Final = 2  # places with dates that make a series
# "a hill town north of Islamabad", "forty miles from Kabul": where the meeting was not.
_BESIDE: Final = re.compile(
    r"\b(?:north|south|east|west|outside|miles|kilomet(?:er|re)s|drive|hours?)\s+(?:of|from)\s+$"
    r"|\b(?:near|outside|from|above|beyond)\s+$|\b(?:government|authorities|rulers)\s+in\s+$",
    re.IGNORECASE,
)
# "Geneva in March", "Geneva a month later", "Geneva, 4 May".
_BEFORE_DATE: Final = re.compile(
    r",?\s+(?:(?:again\s+|first\s+|early\s+|late\s+)?(?:in|on|at)\s+)?(?:the\s+)?", re.IGNORECASE
)


class PlacedRules:
    """Finds the meetings that were at a place on a date."""

    def __init__(self, profiles: Sequence[MeetingProfile], groups: Sequence[MeetingGroup]) -> None:
        # Meetings that share a spot are asked once whether a name means it.
        spots: dict[tuple[LonLat, float, str], list[MeetingProfile]] = {}
        for profile in profiles:
            spot = profile.position, profile.reach_m, profile.country
            spots.setdefault(spot, []).append(profile)
        self._spots = tuple(map(tuple, spots.values()))
        self._venues = Around(chain.from_iterable(self._spots), MeetingProfile.is_at)
        self._groups = frozenset(group.id for group in groups)
        self._siblings: dict[str, set[str]] = {profile.id: {profile.id} for profile in profiles}
        for group in groups:
            ids = {member.id for member in group.members}
            for each in ids:
                self._siblings[each] |= ids | {group.id}

    def find(
        self,
        reading: PassageReading,
        thread: Thread,
        told: frozenset[Span],
        named: Collection[str] = (),
    ) -> list[Found]:
        """Return the meetings of each place and date that go together.

        Dates under the spans `told` have found their meeting. Something besides place and date
        must speak for a meeting: who came, a word of people coming together, that the place has
        seen one meeting only, that the text has just spoken of it or of others of its series, or
        that other places and dates of the passage are those of meetings, too.
        """
        if not (reading.names or reading.sites):
            return []
        is_dated = may_hold_dates(reading.text)
        if not is_dated and not any(name.is_small for name in reading.names):
            return []
        seen = {
            name.span: there
            for name in (*reading.sites, *reading.names)
            if (there := self._there(name, reading))
        }
        if not seen:
            return []
        if not is_dated:
            return self._alone(reading, thread, seen, named)
        pairs = list(self._pairs(reading, seen, told))
        is_trail = len({n.span for n, date, _ in pairs if _is_next(n, date, reading)}) >= _TRAIL
        found = []
        for name, date, fitting in pairs:
            profile = _told_apart(fitting, date, reading)
            if profile is None:
                continue
            if (is_trail and _is_next(name, date, reading)) or self._is_told(
                profile, seen[name.span], date, reading, thread, is_hall=name.is_small
            ):
                words = f"‘{reading.words(name.span)}’ + {read_date(date, profile, reading)}"
                reason = f"{words}: {profile.name} was there then"
                found.append(_found(profile, reason, (name.span, date.span), said(date, profile)))
        return found

    def _alone(
        self,
        reading: PassageReading,
        thread: Thread,
        seen: Mapping[Span, tuple[MeetingProfile, ...]],
        named: Collection[str],
    ) -> list[Found]:
        """Find the meeting for which a small place is known, if the document speaks of it.

        A series of meetings that is `named` beside it tells that meetings are spoken of.

        "Nobody mentioned Dayton again": a venue or a small town that has seen one meeting only.
        """
        found: list[Found] = []
        is_beside = not self._groups.isdisjoint(named)
        if reading.events and not is_beside:
            return found
        for name in reading.names:
            if name.position is None or not name.is_small or _is_beside(name, reading):
                continue
            # The next city, in which they met as well, may be within reach.
            there = [p for p in seen.get(name.span, ()) if p.is_on(name.position, _TOWN_M)]
            if len(there) != 1:
                continue
            profile = there[0]
            is_timely = profile.is_near(reading.published, _TIMELY)
            if profile.id in thread.seen or is_timely or is_beside:
                why = "of which the text has spoken" if profile.id in thread.seen else "then recent"
                if is_beside:
                    why = "beside a series of meetings"
                reason = (
                    f"‘{reading.words(name.span)}’ + no other meeting there, {why}: {profile.name}"
                )
                found.append(_found(profile, reason, (name.span,), ""))
        return found

    def _there(self, name: Name, reading: PassageReading) -> tuple[MeetingProfile, ...]:
        """Return the meetings that were at the place that a name means."""
        if not _is_place(name) and not _is_dated_place(name, reading):
            return ()
        if name.position is not None and name.form not in ("capital", "site"):
            return self._venues.at(name.position)
        return tuple(
            profile for spot in self._spots if _is_there(spot[0], name) for profile in spot
        )

    def _pairs(
        self,
        reading: PassageReading,
        seen: Mapping[Span, tuple[MeetingProfile, ...]],
        told: frozenset[Span],
    ) -> Iterator[tuple[Name, DateExpression, list[MeetingProfile]]]:
        """Yield each exact date with its nearest place, and the meetings there that it fits."""
        places = [
            name
            for name in (*reading.sites, *reading.names)
            if (name.span in seen or _is_place(name)) and not _is_beside(name, reading)
        ]
        if not places:
            return
        reach = _DATE_REACH if len(places) > 1 else len(reading.text)
        for date in reading.dates:
            if date.mode == "bound" or not _is_exact(date) or date.span in told:
                continue
            name = min(places, key=lambda name: _distance(name, date, reading))
            if gap(name.span, date.span) > reach or name.span not in seen:
                continue
            if _is_next(name, date, reading):
                date = _or_before(date, reading)  # noqa: PLW2901 -- the same date, read anew
            # A day within a year of talks is no day of theirs, unless they began then.
            yield (
                name,
                date,
                [
                    profile
                    for profile in seen[name.span]
                    if profile.fits(date)
                    and (not profile.is_long or date.mode == "since" or profile.begins_on(date))
                ],
            )

    def _is_told(
        self,
        profile: MeetingProfile,
        there: Sequence[MeetingProfile],
        date: DateExpression,
        reading: PassageReading,
        thread: Thread,
        *,
        is_hall: bool,
    ) -> bool:
        """Tell whether something besides place and date speaks for a meeting."""
        guests = (profile.participants & reading.actors()) - {profile.country}
        if guests or (len(there) == 1 and date.grain in _EXACT):
            return True
        # In a hall its day is enough, in a town where something was promised.
        is_its_day = date.grain == "day" and date.windows == (profile.window,)
        is_promised = not _PROMISED.isdisjoint(reading.vocabulary)
        are_several = date.basis == "written" and SEVERAL.search(reading.text)
        if (is_its_day and (is_hall or is_promised)) or are_several or is_dateline(date, reading):
            return True
        ids = {each.id for each in there} | self._siblings[profile.id]
        if ids & thread.lately() or profile.persons & words_beside_places(reading):
            return True
        return bool(_numbers_beside(profile, date, reading)) or _is_convened(reading)


def _is_convened(reading: PassageReading) -> bool:
    """Tell whether a word says that people came together: "sat down", "delegates"."""
    return not CONVENING.isdisjoint(reading.vocabulary)


def _is_exact(date: DateExpression) -> bool:
    """Tell whether a date is one that few meetings can share."""
    if date.grain in _EXACT:
        return True
    return date.grain in ("relative", "span") and all(
        (last - first).days <= _WIDEST_DAYS for first, last in date.windows
    )


def _told_apart(
    fitting: Sequence[MeetingProfile], date: DateExpression, reading: PassageReading
) -> MeetingProfile | None:
    """Return the only meeting that fits, or the only one with the number beside the date."""
    if len(fitting) > 1:
        fitting = [each for each in fitting if _numbers_beside(each, date, reading)]
    return fitting[0] if len(fitting) == 1 else None


def _numbers_beside(
    profile: MeetingProfile, date: DateExpression, reading: PassageReading
) -> frozenset[str]:
    """Return the numbers of a meeting's name that stand near a date: "eleven states in April"."""
    numbers = frozenset(word for word in profile.words if word.isdigit())
    if not numbers:
        return numbers
    others = [other.span for other in reading.dates if other.span != date.span]
    start = max((s.end for s in others if s.end <= date.span.start), default=0)
    end = min((s.start for s in others if s.start >= date.span.end), default=len(reading.text))
    start, end = max(start, date.span.start - _DATE_REACH), min(end, date.span.end + _DATE_REACH)
    beside = reading.text[start : date.span.start] + " " + reading.text[date.span.end : end]
    return numbers & telling_words(beside)


def _is_place(name: Name) -> bool:
    """Tell whether a name says where something was: a settlement, or a state after "in"."""
    if name.is_negated:
        return False
    if name.form == "state":
        return name.governor == "in"
    if name.form == "capital":
        return name.governor in ("in", "at")
    return name.form in ("settlement", "site") and name.position is not None


def _is_dated_place(name: Name, reading: PassageReading) -> bool:
    """Tell whether a date follows directly on a city: "Geneva in March"."""
    if name.form != "government" or name.position is None or name.is_negated:
        return False
    return any(_is_next(name, date, reading) for date in reading.dates)


def _is_next(name: Name, date: DateExpression, reading: PassageReading) -> bool:
    between = date.span.start - name.span.end
    return 0 < between <= _NEXT_REACH and (
        _BEFORE_DATE.fullmatch(reading.text, name.span.end, date.span.start) is not None
    )


def _or_before(date: DateExpression, reading: PassageReading) -> DateExpression:
    """Return a month still to come as that of the year before as well: a trail is of the past."""
    published, windows = reading.published, date.windows
    if date.grain != "month" or date.basis != "published" or published is None:
        return date
    if len(windows) != 1 or windows[0].first <= published.last:
        return date
    first = windows[0].first
    return date._replace(windows=(month_window(first.year - 1, first.month),))


def _distance(
    name: Name, date: DateExpression, reading: PassageReading
) -> tuple[bool, bool, int, Span]:
    """Return how far a date is from a place: "Geneva in March, Vienna in May" go in pairs.

    A hall or a square says more than the city in which it is.
    """
    distance = gap(name.span, date.span)
    is_site = name.form == "site" and distance <= _DATE_REACH
    return not _is_next(name, date, reading) and not is_site, not is_site, distance, name.span


def _is_beside(name: Name, reading: PassageReading) -> bool:
    start = name.span.start
    return _BESIDE.search(reading.text[max(0, start - _BESIDE_REACH) : start]) is not None


def _is_there(profile: MeetingProfile, name: Name) -> bool:
    """Tell whether a meeting was in a capital, at a site, or in a state."""
    if name.form == "capital":
        return bool(profile.reach_m) and profile.country in name.actors
    if name.position is not None:
        return profile.is_on(name.position)
    # Where only the country of a meeting is known, the country is its place.
    return not profile.reach_m and profile.country in name.actors


def _found(profile: MeetingProfile, reason: str, matches: Sequence[Span], said_date: str) -> Found:
    return Found(
        target_id=profile.id,
        score=0.65,
        reason=reason,
        method="meeting-place-date",
        matches=tuple(sorted(set(matches))),
        families=profile.families,
        said_date=said_date,
    )
