"""Meetings of which a passage tells without a place: by a date, by who came, by whose they were."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING, Final

from groundtext.dates.windows import Window
from groundtext.linking.anchors import EVENT_REACH, PLACE_GOVERNORS
from groundtext.linking.found import Found
from groundtext.linking.name_lists import name_lists
from groundtext.linking.nearest import nearest_date, nearest_event
from groundtext.linking.reading import LIST_LENGTH, gap
from groundtext.linking.scoring import telling
from groundtext.linking.vocabulary import IDIOMS
from groundtext.linking.wording import read_date, said
from groundtext.model import Span

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from groundtext.dates.expressions import DateExpression
    from groundtext.linking.found import Thread
    from groundtext.linking.profiles import MeetingGroup, MeetingProfile
    from groundtext.linking.reading import Name, PassageReading
    from groundtext.linking.vocabulary import EventWord

_LIST_NEAR: Final = timedelta(days=45)
_YEAR: Final = timedelta(days=366)
_POSSESSIVE: Final = re.compile(r"[’']s?\s+(?:[\w-]+\s+)?")


class UnplacedRules:
    """Finds the meetings of a passage that gives them no place."""

    def __init__(self, profiles: Sequence[MeetingProfile], groups: Sequence[MeetingGroup]) -> None:
        self._profiles = tuple(profiles)
        self._groups = tuple(groups)

    def find(self, reading: PassageReading, named: Collection[str], thread: Thread) -> list[Found]:
        """Return the meetings; `named` are the targets that the passage names."""
        found = self._by_list(reading) + self._by_date(reading, named, thread)
        return found or self._by_organisation(reading)

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
                matches = (event.span, span, *spans_of(date))
                words = [f"‘{event.word}’", f"participants ‘{reading.words(span)}’"]
                if date:
                    words.append(read_date(date, fitting[0], reading))
                one = described(fitting[0], words, matches, 0.75, event)
                found.append(replace(one, said_date=said(date, fitting[0])))
        return found

    def _by_organisation(self, reading: PassageReading) -> list[Found]:
        """Find the only meeting of an organisation, of which a passage tells without a day."""
        if reading.dates or any(n.form == "settlement" for n in reading.names):
            return []
        own = {actor for actor in reading.actors() if actor.islower()} - {"taliban"}
        met = [
            profile
            for profile in self._profiles
            if own & profile.participants
            and not any(guest.isupper() for guest in profile.participants - {profile.country})
        ]
        event = next((each for each in reading.events if each.family == "gathering"), None)
        if len(met) != 1 or event is None or event.is_plural:
            return []
        if not met[0].is_near(reading.published, _YEAR) or not met[0].is_over(reading.published):
            return []
        words = [f"‘{event.word}’", f"‘{min(own & met[0].participants).upper()}’", "then recent"]
        return [described(met[0], words, (event.span,), 0.6, event)]

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
                and (not profile.is_long or event.family == "talks")
                and not _is_elsewhere(profile, event, reading)
                and (
                    hint := of_named.get(profile.id)
                    or telling(profile, reading, event, date)
                    or _opening(profile, date, reading, thread)
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
                one = described(profile, words, (event.span, date.span), 0.7, event)
                found.append(replace(one, said_date=said(date, profile)))
        return found

    def _is_spoken_of(self, profile: MeetingProfile, thread: Thread) -> bool:
        """Tell whether the document has spoken of a meeting, or of its series."""
        series = {group.id for group in self._groups if profile in group.members}
        return bool(({profile.id} | series) & thread.seen)


def _opening(
    profile: MeetingProfile, date: DateExpression, reading: PassageReading, thread: Thread
) -> str:
    """Say that a date is a meeting's own day, where one who took part is spoken of."""
    window = profile.window
    if date.grain != "day" or window is None:
        return ""
    if not {window, Window(window.first, window.first)} & set(date.windows):
        return ""
    guests = profile.participants - {profile.country}
    spoken = guests & (set(reading.actors()) | set(thread.actors))
    return "the day of the meeting, and who took part" if spoken else ""


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


def _lists(reading: PassageReading) -> list[list[Name]]:
    """Return the lists of three or more actors."""
    lists = name_lists(reading.text, reading.names)
    return [names for names in lists if len(names) >= LIST_LENGTH and all(n.actors for n in names)]


def spans_of(date: DateExpression | None) -> tuple[Span, ...]:
    """Return the span of a date, if there is one."""
    return (date.span,) if date else ()


def described(
    profile: MeetingProfile,
    words: list[str],
    matches: Sequence[Span],
    score: float,
    event: EventWord,
) -> Found:
    """Return the finding of a meeting that an event word and `words` describe."""
    return Found(
        target_id=profile.id,
        score=score,
        reason=f"{' + '.join(words)}: {profile.name}",
        method="meeting-description",
        matches=tuple(sorted(set(matches))),
        families=frozenset((event.family,)) | ({"gathering"} if event.word in IDIOMS else set()),
    )
