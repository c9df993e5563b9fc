"""Meetings by event, place and date; without a place by date or by a list of participants."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from groundtext.dates.expressions import may_hold_dates
from groundtext.linking.anchors import Anchor, find_anchors
from groundtext.linking.around import Around
from groundtext.linking.dated import DatedRules
from groundtext.linking.elsewhere import ElsewhereRules
from groundtext.linking.found import Found, Thread, best_per_target
from groundtext.linking.groups import find_groups
from groundtext.linking.placed import PlacedRules
from groundtext.linking.profiles import MeetingProfile
from groundtext.linking.reported import ReportRules
from groundtext.linking.scoring import Claim, claim, to_score
from groundtext.linking.series import SeriesRules
from groundtext.linking.standing import StandingRules
from groundtext.linking.unplaced import UnplacedRules, described, spans_of
from groundtext.linking.vocabulary import first_event_words
from groundtext.linking.wording import read_date, said
from groundtext.model import Span

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from groundtext.linking.profiles import MeetingGroup
    from groundtext.linking.reading import PassageReading

_MARGIN: Final = 0.4  # by which the best candidate must lead


class MeetingRules:
    """Finds the meetings and groups of meetings that a passage describes."""

    def __init__(
        self,
        profiles: Sequence[MeetingProfile],
        groups: Sequence[MeetingGroup],
        nouns: frozenset[str],
    ) -> None:
        self._profiles = tuple(profiles)
        self._ids = frozenset(one.id for one in profiles).union(one.id for one in groups)
        self._events = first_event_words(nouns)
        self._groups = tuple(groups)
        self._venues = Around(profiles, MeetingProfile.is_at)
        self._placed = PlacedRules(profiles, groups)
        self._series = SeriesRules(profiles, groups)
        self._dated = DatedRules(profiles, groups)
        self._elsewhere = ElsewhereRules(profiles, groups)
        self._unplaced = UnplacedRules(profiles, groups)
        self._standing = StandingRules(profiles, nouns)
        self._reports = ReportRules(profiles)
        self._known_words = self._standing.words
        self._with_town = self._standing.parties | self._reports.words
        # A passage that names nothing must hold one of them to describe a meeting.
        self.words = self._events.union(self._series.words, self._dated.words, self._standing.words)

    def may_be_told(self, text: str, words: frozenset[str], thread: Thread) -> bool:
        """Tell whether a passage of these words that names nothing may describe a meeting."""
        is_spoken = not self._ids.isdisjoint(thread.seen)
        if self._series.may_be_told(words, is_spoken=is_spoken):
            return True
        if self._dated.may_be_told(words, is_spoken=is_spoken):
            return True
        if not self._known_words.isdisjoint(words) and self._standing.may_be_told(words, thread):
            return True
        may_be_dated = self._dated.may_be_dated(words, is_spoken=is_spoken)
        return (may_be_dated or not self._events.isdisjoint(words)) and may_hold_dates(text)

    def may_be_placed(self, reading: PassageReading) -> bool:
        """Tell whether a passage that names anything may describe a meeting by that."""
        return (
            not self._events.isdisjoint(reading.vocabulary)
            or may_hold_dates(reading.text)
            or not self._with_town.isdisjoint(reading.vocabulary)
            or any(name.is_small for name in reading.named)
        )

    def find(
        self, reading: PassageReading, thread: Thread, named: Collection[str] = ()
    ) -> list[Found]:
        """Return what the passage describes, best evidence per target.

        `named` are the targets that it names: a group of meetings tells which meeting is meant.
        """
        if not reading.events:
            found = self._placed.find(reading, thread, frozenset(), named)
            told = frozenset(date for one in found for date in one.matches)
            found += self._dated.find(reading, thread, told)
            found += self._series.find(reading, thread, found)
            return self._with_told(found, reading, thread, named)
        grouped = find_groups(reading, self._groups)
        taken = {match for found in grouped for match in found.matches}
        anchors = find_anchors(reading, self._venues, taken)
        found = [
            chosen
            for anchor in anchors
            # What a state hosts as a series is the group's, not one meeting's.
            if not (grouped and anchor.level == "host")
            if (chosen := self._choose(anchor, reading, thread))
        ]
        if not found and not grouped:
            found = self._unplaced.find(reading, named, thread)
        found += self._called(reading)
        told = frozenset(date for one in found for date in one.matches)
        found += self._placed.find(reading, thread, told, named)
        if not grouped:
            told |= {date for one in found for date in one.matches}
            found += self._dated.find(reading, thread, told)
        found += grouped
        found += self._series.find(reading, thread, found)
        return self._with_told(found, reading, thread, named)

    def _with_told(
        self,
        found: list[Found],
        reading: PassageReading,
        thread: Thread,
        named: Collection[str],
    ) -> list[Found]:
        """Return what was found with what a report tells, else what the text takes as known."""
        found += self._elsewhere.find(reading, thread, named) + self._reports.find(reading)
        return best_per_target(found or self._standing.find(reading, thread))

    def _called(self, reading: PassageReading) -> list[Found]:
        """Find the meetings that the layers call by a place and the event word after it."""
        found = []
        for name in reading.names:
            for event in reading.events if name.position else ():
                if reading.text[name.span.end : event.span.start].isspace():
                    span = Span(name.span.start, event.span.end)
                    called = reading.words(span)
                    found += [
                        described(profile, [f"‘{called}’, as it is called"], (span,), 0.8, event)
                        for profile in self._profiles
                        if called.lower() in profile.called
                    ]
        return found

    def _choose(self, anchor: Anchor, reading: PassageReading, thread: Thread) -> Found | None:
        """Return the candidate that leads clearly, if it has enough in its favour."""
        if anchor.is_blocked:
            for profile in anchor.candidates:
                _reject(anchor, profile, "the date beside it is none of its days", reading)
            return None
        claims = [claim(anchor, profile, reading, thread) for profile in anchor.candidates]
        supported = [one for one in claims if one.is_supported]
        leading = _leading(supported)
        for one in claims if reading.rejected is not None else ():
            if one is not leading:
                why = _why_not(one, leading) if one in supported else _unsupported(one, reading)
                _reject(anchor, one.profile, why, reading)
        if leading is None:
            return None
        profile = leading.profile
        words = [
            f"‘{reading.words(anchor.name.span)}’",
            f"‘{anchor.event.word}’",
            _when(leading, reading),
        ]
        spans = (anchor.name.span, anchor.event.span, *spans_of(anchor.date))
        found = described(profile, words, spans, to_score(leading.points), anchor.event)
        return replace(found, said_date=said(anchor.date, profile))


def _leading(claims: list[Claim]) -> Claim | None:
    """Return the one with most points; none where two are level."""
    ranked = sorted(claims, key=lambda one: (-one.points, one.profile.id))
    if not ranked or (len(ranked) > 1 and ranked[0].points - ranked[1].points < _MARGIN):
        return None
    return ranked[0]


def _reject(anchor: Anchor, profile: MeetingProfile, why: str, reading: PassageReading) -> None:
    words = f"‘{reading.words(anchor.name.span)}’ + ‘{anchor.event.word}’"
    reading.reject(anchor.event.span, f"{words} as {profile.name}", why, profile.id)


def _unsupported(one: Claim, reading: PassageReading) -> str:
    date = one.anchor.date
    if date is not None and one.profile.fits(date) is None:
        return f"‘{reading.words(date.span)}’ is none of its days"
    return "place and event alone do not tell that it was this one"


def _why_not(one: Claim, leading: Claim | None) -> str:
    if leading is None:
        return f"as much ({one.points:.1f} points) speaks for another meeting"
    points = f"{leading.points:.1f} points, not {one.points:.1f}"
    return f"more speaks for {leading.profile.name}: {points}"


def _when(leading: Claim, reading: PassageReading) -> str:
    """Say how the time tells which meeting it was."""
    if leading.anchor.date:
        return read_date(leading.anchor.date, leading.profile, reading)
    if leading.is_carried:
        return "the day of the sentence before"
    if leading.in_thread > 1:
        return "the meeting of the sentence before"
    return "no date, but about the time of publication" if reading.published else "no other there"
