"""Meetings by event, place and date; without a place by date or by a list of participants."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Final

from groundtext import edtf
from groundtext.linking.anchors import (
    EVENT_REACH,
    PLACE_GOVERNORS,
    TRAVEL,
    Anchor,
    find_anchors,
)
from groundtext.linking.found import Found, Thread, best_per_target
from groundtext.linking.groups import find_groups
from groundtext.linking.profiles import MeetingGroup, MeetingProfile, telling_words
from groundtext.linking.reading import (
    LIST_LENGTH,
    Name,
    PassageReading,
    gap,
    name_lists,
    nearest_date,
    nearest_event,
)
from groundtext.model import Span

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from groundtext.linking.dates import DateExpression
    from groundtext.linking.vocabulary import EventWord
    from groundtext.linking.windows import Window

_NEAR: Final = timedelta(days=120)  # of a meeting without a date, to the publication
_LIST_NEAR: Final = timedelta(days=45)
_GRAIN_POINTS: Final = {"day": 3.0, "weekday": 2.5, "month": 2.0, "span": 1.5, "year": 1.0}
_PLACE_POINTS: Final = {"settlement": 2.0, "capital": 2.0, "state": 1.0, "host": 1.0}
_FULL_POINTS: Final = 7.0
_MARGIN: Final = 0.4  # by which the best candidate must lead


class MeetingRules:
    """Finds the meetings and groups of meetings that a passage describes."""

    def __init__(self, profiles: Sequence[MeetingProfile], groups: Sequence[MeetingGroup]) -> None:
        self._profiles = tuple(profiles)
        self._groups = tuple(groups)

    def find(
        self, reading: PassageReading, thread: Thread, named: Collection[str] = ()
    ) -> list[Found]:
        """Return what the passage describes, best evidence per target.

        `named` are the targets that it names: a group of meetings tells which meeting is meant.
        """
        if not reading.events:
            return []
        grouped = find_groups(reading, self._groups)
        taken = {match for found in grouped for match in found.matches}
        anchors = find_anchors(reading, self._profiles, taken)
        found = [
            chosen
            for anchor in anchors
            # What a state hosts as a series is the group's, not one meeting's.
            if not (grouped and anchor.level == "host")
            if (chosen := self._choose(anchor, reading, thread))
        ]
        if not found and not grouped:
            found = self._by_list(reading) + self._by_date(reading, named)
        return best_per_target(grouped + found)

    def _choose(self, anchor: Anchor, reading: PassageReading, thread: Thread) -> Found | None:
        """Return the candidate that leads clearly, if it has enough in its favour."""
        if anchor.is_blocked:
            return None
        recent = {found.target_id for found in thread.recent}
        scored = []
        for profile in anchor.candidates:
            in_thread = 2 * (profile.id in recent) + (profile.id in thread.seen)
            in_thread *= not anchor.event.is_new
            overlap = _overlap(profile, reading)
            if _is_supported(anchor, profile, in_thread, overlap, reading.published):
                points = _points(anchor, profile, in_thread, overlap, reading.published)
                scored.append((points, profile))
        leading = _leading(scored)
        if leading is None:
            return None
        points, profile = leading
        words = [
            f"‘{reading.words(anchor.name.span)}’",
            f"‘{anchor.event.word}’",
            _when(anchor, profile, reading, is_recent=profile.id in recent),
        ]
        spans = (anchor.name.span, anchor.event.span, *_spans(anchor.date))
        return _described(profile, words, spans, _score(points), anchor.event)

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
                    words.append(_read_date(date, fitting[0], reading))
                found.append(_described(fitting[0], words, matches, 0.75, event))
        return found

    def _by_date(self, reading: PassageReading, named: Collection[str]) -> list[Found]:
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
                profile: telling
                for profile in self._profiles
                if profile.fits(date)
                and _is_of_family(profile, event)
                and not _is_elsewhere(profile, event, reading)
                and (telling := of_named.get(profile.id) or _telling(profile, reading, event, date))
            }
            if len(told) == 1:
                profile, telling = next(iter(told.items()))
                words = [f"‘{event.word}’", _read_date(date, profile, reading), telling]
                found.append(_described(profile, words, (event.span, date.span), 0.7, event))
        return found


def _leading(
    scored: list[tuple[float, MeetingProfile]],
) -> tuple[float, MeetingProfile] | None:
    """Return the one with most points; none where two are level."""
    ranked = sorted(scored, key=lambda pair: (-pair[0], pair[1].id))
    if not ranked or (len(ranked) > 1 and ranked[0][0] - ranked[1][0] < _MARGIN):
        return None
    return ranked[0]


def _is_supported(
    anchor: Anchor,
    profile: MeetingProfile,
    in_thread: int,
    overlap: float,
    published: Window | None,
) -> bool:
    """Tell whether place, event and date are enough for this meeting at all."""
    is_known = in_thread > 0 or overlap > 0
    if not (is_known or anchor.is_attended):
        return False
    if anchor.date:
        is_exact = anchor.date.grain not in ("year", "relative") or overlap > 0
        is_dated = profile.fits(anchor.date) is not None
        return is_dated and (is_exact or anchor.level in ("settlement", "capital"))
    if anchor.level == "host":
        return in_thread > 1 or (in_thread > 0 and anchor.event.family != "host")
    if anchor.level == "state":
        return in_thread > 1
    is_meeting = is_known or anchor.event.family not in TRAVEL
    if published is None:
        return is_meeting and len(anchor.candidates) == 1
    return is_meeting and profile.is_near(published, _NEAR)


def _points(
    anchor: Anchor,
    profile: MeetingProfile,
    in_thread: int,
    overlap: float,
    published: Window | None,
) -> float:
    points = _PLACE_POINTS[anchor.level] + 1.0 + overlap + 0.6 * in_thread
    if anchor.date:
        points += _GRAIN_POINTS.get(anchor.date.grain, 1.0)
    elif published and profile.window:
        days = profile.window.days_from(published)
        points += max(0.0, 1.0 - days / (2 * _NEAR.days))
    return points


def _overlap(profile: MeetingProfile, reading: PassageReading) -> float:
    """Return points for the participants, persons and words that passage and meeting share."""
    words = _words_beside_places(reading)
    actors = (profile.participants & reading.actors()) - {profile.country}
    persons = profile.persons & words
    return (
        min(0.5 * len(actors), 1.5)
        + min(1.0 * len(persons), 2.0)
        + min(0.75 * len((profile.words - profile.persons) & words), 2.0)
    )


def _words_beside_places(reading: PassageReading) -> set[str]:
    """Return the telling words but for settlements: many a meeting is named after its place."""
    places = " ".join(name.text for name in reading.names if name.form == "settlement")
    return telling_words(reading.text) - telling_words(places)


def _telling(
    profile: MeetingProfile, reading: PassageReading, event: EventWord, date: DateExpression
) -> str:
    """Say what, besides event and date, tells this meeting from others; "" if nothing does."""
    words = _words_beside_places(reading)
    persons = profile.persons & words
    if len(persons) > (date.grain in ("year", "relative")):
        return f"‘{min(persons).title()}’"
    named = profile.participants & reading.actors()
    organisations = [actor for actor in sorted(named) if actor.islower() and actor != "taliban"]
    if organisations:
        return f"‘{organisations[0].upper()}’"
    guests = profile.participants - {profile.country}
    if len(guests) > 1 and guests <= reading.actors():
        return "its participants"
    start = min(event.span.start, date.span.start)
    beside = telling_words(reading.text[start : max(event.span.end, date.span.end)])
    numbers = {word for word in profile.words & beside if word.isdigit()}
    return f"‘{min(numbers)}’" if numbers else ""


def _is_of_family(profile: MeetingProfile, event: EventWord) -> bool:
    return profile.is_agreement == (event.family == "agreement")


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


def _when(
    anchor: Anchor, profile: MeetingProfile, reading: PassageReading, *, is_recent: bool
) -> str:
    """Say how the time tells which meeting it was."""
    if anchor.date:
        return _read_date(anchor.date, profile, reading)
    if is_recent:
        return "the meeting of the sentence before"
    return "no date, but about the time of publication" if reading.published else "no other there"


def _spans(date: DateExpression | None) -> tuple[Span, ...]:
    return (date.span,) if date else ()


def _read_date(date: DateExpression, profile: MeetingProfile, reading: PassageReading) -> str:
    window = profile.fits(date)
    meaning = edtf.in_words(window.edtf) if window else date.edtf
    written = reading.words(date.span)
    return f"‘{written}’" if written == meaning else f"‘{written}’ read as {meaning}"


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


def _score(points: float) -> float:
    return round(min(0.95, 0.35 + 0.6 * points / _FULL_POINTS), 2)
