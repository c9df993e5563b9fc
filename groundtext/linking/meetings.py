"""Meetings by event, place and date; without a place by date or by a list of participants."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING, Final

from groundtext.dates.expressions import may_hold_dates
from groundtext.linking.anchors import EVENT_REACH, PLACE_GOVERNORS, Anchor, find_anchors
from groundtext.linking.around import Around
from groundtext.linking.dated import DatedRules
from groundtext.linking.elsewhere import ElsewhereRules
from groundtext.linking.found import Found, Thread, best_per_target
from groundtext.linking.groups import find_groups
from groundtext.linking.name_lists import name_lists
from groundtext.linking.nearest import nearest_date, nearest_event
from groundtext.linking.placed import PlacedRules
from groundtext.linking.profiles import MeetingProfile
from groundtext.linking.reading import (
    LIST_LENGTH,
    Name,
    PassageReading,
    gap,
)
from groundtext.linking.scoring import Claim, claim, telling, to_score
from groundtext.linking.series import SeriesRules
from groundtext.linking.vocabulary import first_event_words
from groundtext.linking.wording import read_date, said
from groundtext.model import Span

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from groundtext.dates.expressions import DateExpression
    from groundtext.linking.profiles import MeetingGroup
    from groundtext.linking.vocabulary import EventWord

_LIST_NEAR: Final = timedelta(days=45)
_POSSESSIVE: Final = re.compile(r"[’']s?\s+(?:[\w-]+\s+)?")
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
        # A passage that names nothing must hold one of them to describe a meeting.
        self.words = self._events | self._series.words | self._dated.words

    def may_be_told(self, text: str, words: frozenset[str], thread: Thread) -> bool:
        """Tell whether a passage of these words that names nothing may describe a meeting."""
        is_spoken = not self._ids.isdisjoint(thread.seen)
        if self._series.may_be_told(words, is_spoken=is_spoken):
            return True
        if self._dated.may_be_told(words, is_spoken=is_spoken):
            return True
        may_be_dated = self._dated.may_be_dated(words, is_spoken=is_spoken)
        return (may_be_dated or not self._events.isdisjoint(words)) and may_hold_dates(text)

    def may_be_placed(self, reading: PassageReading) -> bool:
        """Tell whether a passage that names anything may describe a meeting by that."""
        return (
            not self._events.isdisjoint(reading.vocabulary)
            or may_hold_dates(reading.text)
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
            return best_per_target(found + self._elsewhere.find(reading, thread, named))
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
            found = self._by_list(reading) + self._by_date(reading, named, thread)
        found += self._called(reading)
        told = frozenset(date for one in found for date in one.matches)
        found += self._placed.find(reading, thread, told, named)
        if not grouped:
            told |= {date for one in found for date in one.matches}
            found += self._dated.find(reading, thread, told)
        found += grouped
        found += self._series.find(reading, thread, found)
        return best_per_target(found + self._elsewhere.find(reading, thread, named))

    def _called(self, reading: PassageReading) -> list[Found]:
        """Find the meetings that the layers call by a place and the event word after it."""
        found = []
        for name in reading.names:
            for event in reading.events if name.position else ():
                if reading.text[name.span.end : event.span.start].isspace():
                    span = Span(name.span.start, event.span.end)
                    called = reading.words(span)
                    found += [
                        _described(profile, [f"‘{called}’, as it is called"], (span,), 0.8, event)
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
        spans = (anchor.name.span, anchor.event.span, *_spans(anchor.date))
        found = _described(profile, words, spans, to_score(leading.points), anchor.event)
        return replace(found, said_date=said(anchor.date, profile))

    def _is_spoken_of(self, profile: MeetingProfile, thread: Thread) -> bool:
        """Tell whether the document has spoken of a meeting, or of its series."""
        series = {group.id for group in self._groups if profile in group.members}
        return bool(({profile.id} | series) & thread.seen)

    def _by_list(self, reading: PassageReading) -> list[Found]:
        """Find meetings by a list of three or more participants beside an event word."""
        found = []
        for names in _lists(reading):
            actors = frozenset(actor for name in names for actor in name.actors)
            span = Span(names[0].span.start, names[-1].span.end)
            event = nearest_event(span, reading, ("gathering", "talks", "meet"), 40)
            date = nearest_date(span, reading, 30)
            if event is None or (date is None and reading.dates):
                continue
            fitting = [
                profile
                for profile in self._profiles
                if actors <= profile.participants
                and (profile.fits(date) if date else profile.is_near(reading.published, _LIST_NEAR))
            ]
            if len(fitting) == 1:
                matches = (event.span, span, *_spans(date))
                words = [f"‘{event.word}’", f"participants ‘{reading.words(span)}’"]
                if date:
                    words.append(read_date(date, fitting[0], reading))
                described = _described(fitting[0], words, matches, 0.75, event)
                found.append(replace(described, said_date=said(date, fitting[0])))
        return found

    def _by_date(
        self, reading: PassageReading, named: Collection[str], thread: Thread
    ) -> list[Found]:
        """Find meetings by event word and date, where participants say which one it was."""
        found = []
        of_named = {
            member.id: group.name
            for group in self._groups
            if group.id in named
            for member in group.members
        }
        for date in reading.dates:
            families = ("gathering", "talks", "agreement", "meet")
            event = nearest_event(date.span, reading, families, 80)
            if date.mode == "bound" or event is None or event.is_group:
                continue
            told = {
                profile: hint
                for profile in self._profiles
                if profile.fits(date)
                and _is_of_family(profile, event)
                and not _is_elsewhere(profile, event, reading)
                and (
                    hint := of_named.get(profile.id)
                    or telling(profile, reading, event, date)
                    or (
                        "spoken of before"
                        if self._is_spoken_of(profile, thread)
                        and (event.is_definite or _is_of_date(event, date, reading))
                        else ""
                    )
                )
            }
            if len(told) == 1:
                profile, told_by = next(iter(told.items()))
                words = [f"‘{event.word}’", read_date(date, profile, reading), told_by]
                described = _described(profile, words, (event.span, date.span), 0.7, event)
                found.append(replace(described, said_date=said(date, profile)))
        return found


def _leading(claims: list[Claim]) -> Claim | None:
    """Return the one with most points; none where two are level."""
    ranked = sorted(claims, key=lambda one: (-one.points, one.profile.id))
    if not ranked or (len(ranked) > 1 and ranked[0].points - ranked[1].points < _MARGIN):
        return None
    return ranked[0]


def _is_of_family(profile: MeetingProfile, event: EventWord) -> bool:
    return profile.is_agreement == (event.family == "agreement")


def _is_of_date(event: EventWord, date: DateExpression, reading: PassageReading) -> bool:
    """Tell whether the date makes an event word definite: "last week's session"."""
    return _POSSESSIVE.fullmatch(reading.text[date.span.end : event.span.start]) is not None


def _is_elsewhere(profile: MeetingProfile, event: EventWord, reading: PassageReading) -> bool:
    """Tell whether the event is said to be at a settlement that is not the meeting's."""
    return any(
        name.form == "settlement"
        and name.governor in PLACE_GOVERNORS
        and gap(name.span, event.span) <= EVENT_REACH
        and name.position is not None
        and not profile.is_at(name.position)
        for name in reading.names
    )


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


def _lists(reading: PassageReading) -> list[list[Name]]:
    """Return the lists of three or more actors."""
    lists = name_lists(reading.text, reading.names)
    return [names for names in lists if len(names) >= LIST_LENGTH and all(n.actors for n in names)]


def _when(leading: Claim, reading: PassageReading) -> str:
    """Say how the time tells which meeting it was."""
    if leading.anchor.date:
        return read_date(leading.anchor.date, leading.profile, reading)
    if leading.is_carried:
        return "the day of the sentence before"
    if leading.in_thread > 1:
        return "the meeting of the sentence before"
    return "no date, but about the time of publication" if reading.published else "no other there"


def _spans(date: DateExpression | None) -> tuple[Span, ...]:
    return (date.span,) if date else ()


def _described(
    profile: MeetingProfile,
    words: list[str],
    matches: Sequence[Span],
    score: float,
    event: EventWord,
) -> Found:
    return Found(
        target_id=profile.id,
        score=score,
        reason=f"{' + '.join(words)}: {profile.name}",
        method="meeting-description",
        matches=tuple(sorted(set(matches))),
        families=frozenset((event.family,)),
    )
