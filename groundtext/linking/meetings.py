"""Meetings by event, place and date; groups of meetings by what their members share."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Final

from groundtext import edtf
from groundtext.linking.found import Found, Thread, best_per_target
from groundtext.linking.profiles import MeetingGroup, MeetingProfile, telling_words
from groundtext.linking.reading import Name, PassageReading, gap
from groundtext.linking.vocabulary import HOST_ADJECTIVE, LIST_SEPARATOR, EventWord
from groundtext.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from groundtext.linking.dates import DateExpression
    from groundtext.linking.windows import Window

_EVENT_REACH: Final = 100  # code points between a place and the event word that it goes with
_HOST_REACH: Final = 45
_NEAR: Final = timedelta(days=120)  # of a meeting without a date, to the publication
_LIST_NEAR: Final = timedelta(days=45)
_GRAIN_POINTS: Final = {"day": 3.0, "weekday": 2.5, "month": 2.0, "span": 1.5, "year": 1.0}
_PLACE_POINTS: Final = {"settlement": 2.0, "capital": 2.0, "state": 1.0, "host": 1.0}
_PLACE_GOVERNORS: Final = frozenset(("in", "at", "to"))
_FULL_POINTS: Final = 7.0
_MARGIN: Final = 0.4  # by which the best candidate must lead
_LIST_LENGTH: Final = 3


@dataclass(frozen=True, slots=True)
class _Anchor:
    """A place with the event word and the date that go with it."""

    name: Name
    level: str  # settlement | capital | state | host
    event: EventWord
    candidates: tuple[MeetingProfile, ...]
    date: DateExpression | None = None
    is_blocked: bool = False  # a date goes with it that none of the candidates fits


class MeetingRules:
    """Finds the meetings and groups of meetings that a passage describes."""

    def __init__(self, profiles: Sequence[MeetingProfile], groups: Sequence[MeetingGroup]) -> None:
        self._profiles = tuple(profiles)
        self._groups = tuple(groups)
        self._group_of = {
            member.id: group.id for group in reversed(groups) for member in group.members
        }

    def find(
        self, reading: PassageReading, thread: Thread, published: Window | None
    ) -> list[Found]:
        """Return what the passage describes, best evidence per target."""
        if not reading.events:
            return []
        grouped = self._find_groups(reading)
        taken = {match for found in grouped for match in found.matches}
        anchors = [anchor for anchor in self._anchors(reading) if anchor.event.span not in taken]
        anchors = _with_dates(anchors, reading.dates)
        found = [
            chosen
            for anchor in anchors
            if (chosen := self._choose(anchor, reading, thread, published))
        ]
        if not found and not grouped:
            found = self._by_list(reading, published) + self._by_date(reading)
        return best_per_target(grouped + found)

    def _anchors(self, reading: PassageReading) -> list[_Anchor]:
        anchors = []
        for name in reading.names:
            if name.is_negated:
                continue
            level = _level(name, reading)
            event = _event_of(name, level, reading) if level else None
            if event is None:
                continue
            candidates = tuple(p for p in self._profiles if _is_at(p, name, level))
            if candidates:
                anchors.append(_Anchor(name, level, event, candidates))
        return anchors

    def _choose(
        self,
        anchor: _Anchor,
        reading: PassageReading,
        thread: Thread,
        published: Window | None,
    ) -> Found | None:
        """Return the candidate that leads clearly, if it has enough in its favour."""
        if anchor.is_blocked:
            return None
        recent = {found.target_id for found in thread.recent}
        scored = []
        for profile in anchor.candidates:
            in_thread = 2 * (profile.id in recent) + (profile.id in thread.seen)
            in_thread *= not anchor.event.is_new
            overlap = _overlap(profile, reading)
            if _is_supported(anchor, profile, in_thread, overlap, published):
                points = _points(anchor, profile, in_thread, overlap, published)
                scored.append((points, profile))
        return self._leading(scored, anchor, reading)

    def _leading(
        self,
        scored: list[tuple[float, MeetingProfile]],
        anchor: _Anchor,
        reading: PassageReading,
    ) -> Found | None:
        ranked = sorted(scored, key=lambda pair: (-pair[0], pair[1].id))
        if not ranked or (len(ranked) > 1 and ranked[0][0] - ranked[1][0] < _MARGIN):
            return None
        points, profile = ranked[0]
        words = [f"‘{_slice(reading, anchor.name.span)}’", f"‘{anchor.event.word}’"]
        if anchor.date:
            words.append(_read_date(anchor.date, profile, reading))
        matches = [
            anchor.name.span,
            anchor.event.span,
            *([anchor.date.span] if anchor.date else []),
        ]
        return Found(
            target_id=profile.id,
            score=_score(points),
            reason=f"{' + '.join(words)}: {profile.name}",
            method="meeting-description",
            matches=tuple(sorted(set(matches))),
            families=frozenset((anchor.event.family,)),
        )

    def _by_list(self, reading: PassageReading, published: Window | None) -> list[Found]:
        """Find meetings by a list of three or more participants beside an event word."""
        found = []
        for names in _lists(reading):
            actors = frozenset(actor for name in names for actor in name.actors)
            span = Span(names[0].span.start, names[-1].span.end)
            event = _nearest_event(span, reading, ("gathering", "talks", "meet"), 40)
            date = _nearest_date(span, reading, 30)
            if event is None or (date is None and reading.dates):
                continue
            fitting = [
                profile
                for profile in self._profiles
                if actors <= profile.participants
                and (profile.fits(date) if date else profile.is_near(published, _LIST_NEAR))
            ]
            if len(fitting) == 1:
                matches = (event.span, span, *((date.span,) if date else ()))
                words = [f"‘{event.word}’", f"participants ‘{_slice(reading, span)}’"]
                if date:
                    words.append(_read_date(date, fitting[0], reading))
                found.append(_described(fitting[0], words, matches, 0.75, event))
        return found

    def _by_date(self, reading: PassageReading) -> list[Found]:
        """Find meetings by event word and date, where participants say which one it was."""
        found = []
        for date in reading.dates:
            families = ("gathering", "talks", "agreement", "meet")
            event = _nearest_event(date.span, reading, families, 80)
            if date.mode == "bound" or event is None or event.is_group:
                continue
            told = {
                profile: telling
                for profile in self._profiles
                if profile.fits(date)
                and _is_of_family(profile, event)
                and not _is_elsewhere(profile, event, reading)
                and (telling := _telling(profile, reading, event, date))
            }
            if len(told) == 1:
                profile, telling = next(iter(told.items()))
                words = [f"‘{event.word}’", _read_date(date, profile, reading), telling]
                found.append(_described(profile, words, (event.span, date.span), 0.7, event))
        return found

    def _find_groups(self, reading: PassageReading) -> list[Found]:
        """Find the collections that are meant by "all the Moscow talks" and the like."""
        found = []
        for event in reading.events:
            if not event.is_group:
                continue
            for group in reversed(self._groups):
                reason = _group_reason(group, event, reading)
                if reason:
                    words, match = reason
                    found.append(
                        Found(
                            target_id=group.id,
                            score=0.75,
                            reason=f"‘{event.word}’ in the plural + {words}: {group.name}",
                            method="meeting-description",
                            matches=tuple(sorted({event.span, match})),
                            families=frozenset((event.family,)),
                        )
                    )
                    break
        return found


def _level(name: Name, reading: PassageReading) -> str:
    """Tell how a name can be the place of a meeting; "" if it cannot."""
    if name.form == "settlement" or (name.form == "government" and _is_compound(name, reading)):
        return "settlement"
    if name.form == "capital":
        return "capital"
    if name.form == "state" and name.governor in _PLACE_GOVERNORS:
        return "state"
    return "host" if name.form in ("state", "demonym", "government") else ""


def _is_compound(name: Name, reading: PassageReading) -> bool:
    """Tell whether an event word follows directly: "the Geneva talks"."""
    return any(0 < event.span.start - name.span.end <= len(" peace ") for event in reading.events)


def _event_of(name: Name, level: str, reading: PassageReading) -> EventWord | None:
    if level == "host":
        return _hosted_event(name, reading)
    usable = []
    for event in reading.events:
        distance = gap(name.span, event.span)
        owner = _owner(event, reading)
        if distance > _EVENT_REACH or (owner is not None and owner is not name):
            continue
        if event.family in ("go", "visit") and not _is_destination(name, event, reading):
            continue
        penalty = 30 * (event.family in ("go", "host"))
        # "talks in Geneva" is the rule, "in Geneva … talks" the exception.
        penalty += 25 * (bool(name.governor) and event.span.start > name.span.end)
        usable.append((distance + penalty, event.span, event))
    return min(usable)[2] if usable else None


def _owner(event: EventWord, reading: PassageReading) -> Name | None:
    """Return the settlement that stands directly before an event word."""
    for name in reading.names:
        if name.form in ("settlement", "government"):
            between = reading.text[name.span.end : event.span.start]
            if name.span.end < event.span.start and between in (" ", " peace "):
                return name
    return None


def _is_destination(name: Name, event: EventWord, reading: PassageReading) -> bool:
    if name.governor == "to":
        return gap(name.span, event.span) <= _HOST_REACH
    between = reading.text[event.span.end : name.span.start]
    return event.word in ("visited", "visit") and not between.strip()


def _hosted_event(name: Name, reading: PassageReading) -> EventWord | None:
    """Return the event that a state hosts: "hosted envoys", "the Turkish-backed conference"."""
    for event in reading.events:
        between = reading.text[name.span.end : event.span.start]
        if event.span.start < name.span.end or len(between) > _HOST_REACH:
            continue
        if event.family == "host" and not re.search(r"[.;:,]", between):
            return event
        if event.is_definite and HOST_ADJECTIVE.fullmatch(between):
            return event
    return None


def _is_at(profile: MeetingProfile, name: Name, level: str) -> bool:
    if level == "settlement":
        return name.position is not None and profile.is_at(name.position)
    return bool(profile.country) and profile.country in name.actors


def _with_dates(anchors: list[_Anchor], dates: Iterable[DateExpression]) -> list[_Anchor]:
    """Give each date to the nearest anchor that it fits; one that fits none blocks the nearest."""
    dated: dict[int, DateExpression] = {}
    blocked: set[int] = set()
    for date in dates:
        if date.mode == "bound" or not anchors:
            continue
        by_distance = sorted(
            range(len(anchors)),
            key=lambda index: min(
                gap(date.span, anchors[index].name.span), gap(date.span, anchors[index].event.span)
            ),
        )
        fitting = [n for n in by_distance if any(p.fits(date) for p in anchors[n].candidates)]
        if fitting:
            dated.setdefault(fitting[0], date)
        elif date.grain != "relative":
            blocked.add(by_distance[0])
    return [
        _Anchor(
            anchor.name,
            anchor.level,
            anchor.event,
            anchor.candidates,
            date=dated.get(index),
            is_blocked=index in blocked and index not in dated,
        )
        for index, anchor in enumerate(anchors)
    ]


def _is_supported(
    anchor: _Anchor,
    profile: MeetingProfile,
    in_thread: int,
    overlap: float,
    published: Window | None,
) -> bool:
    """Tell whether place, event and date are enough for this meeting at all."""
    if anchor.date:
        exact = anchor.date.grain not in ("year", "relative")
        return profile.fits(anchor.date) is not None and (
            exact or overlap > 0 or anchor.level in ("settlement", "capital")
        )
    if anchor.level == "host":
        return in_thread > 1 or (in_thread == 1 and anchor.event.family != "host")
    if anchor.level == "state":
        return in_thread > 1
    if published is None:
        return len(anchor.candidates) == 1 and anchor.event.family != "go"
    is_going = anchor.event.family in ("go", "visit")
    return profile.is_near(published, _NEAR) and (not is_going or overlap > 0 or in_thread > 0)


def _points(
    anchor: _Anchor,
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
    words = telling_words(reading.text)
    actors = (profile.participants & reading.actors()) - {profile.country}
    persons = profile.persons & words
    return (
        min(0.5 * len(actors), 1.5)
        + min(1.0 * len(persons), 2.0)
        + min(0.75 * len((profile.words - profile.persons) & words), 2.0)
    )


def _telling(
    profile: MeetingProfile, reading: PassageReading, event: EventWord, date: DateExpression
) -> str:
    """Say what, besides event and date, tells this meeting from others; "" if nothing does."""
    words = telling_words(reading.text)
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
        and name.governor in _PLACE_GOVERNORS
        and gap(name.span, event.span) <= _EVENT_REACH
        and name.position is not None
        and not profile.is_at(name.position)
        for name in reading.names
    )


def _lists(reading: PassageReading) -> list[list[Name]]:
    """Return the runs of three or more actors that commas and "and" join."""
    runs: list[list[Name]] = [[]]
    for name in reading.names:
        last = runs[-1][-1] if runs[-1] else None
        between = reading.text[last.span.end : name.span.start] if last else ""
        if last is not None and not LIST_SEPARATOR.fullmatch(between):
            runs.append([])
        runs[-1].append(name)
    return [run for run in runs if len(run) >= _LIST_LENGTH and all(n.actors for n in run)]


def _nearest_event(
    span: Span, reading: PassageReading, families: Sequence[str], reach: int
) -> EventWord | None:
    near = [
        (gap(span, event.span), event.span, event)
        for event in reading.events
        if event.family in families and gap(span, event.span) <= reach
    ]
    return min(near)[2] if near else None


def _nearest_date(span: Span, reading: PassageReading, reach: int) -> DateExpression | None:
    near = [
        (gap(span, date.span), date.span, date)
        for date in reading.dates
        if date.mode != "bound" and gap(span, date.span) <= reach
    ]
    return min(near)[2] if near else None


_HOLDS: Final = re.compile(r"\b(?:h[oe]ld|hosted|host|spearhead|organi[sz]|conven|sponsor|broker)")
_GROUP_REACH: Final = 60
_STARTED_WITHIN: Final = timedelta(days=45)


def _group_reason(
    group: MeetingGroup, event: EventWord, reading: PassageReading
) -> tuple[str, Span] | None:
    """Say why the plural means this group, and by which words; None if it does not."""
    for name in reading.names:
        near = gap(name.span, event.span) <= _GROUP_REACH and not name.is_negated
        if not near:
            continue
        if _level(name, reading) == "settlement":
            position = name.position
            if position and all(member.is_at(position) for member in group.members):
                return f"‘{name.text}’", name.span
        elif _holds(group, name, event, reading):
            return f"‘{name.text}’ as host", name.span
    return _shared_participants(group, event, reading)


def _holds(group: MeetingGroup, name: Name, event: EventWord, reading: PassageReading) -> bool:
    """Tell whether a state holds a series that starts when the group does."""
    between = reading.text[name.span.end : event.span.start]
    if group.countries != set(name.actors) or name.governor or not _HOLDS.search(between):
        return False
    first = group.members[0].window
    return first is not None and any(
        date.mode == "since" and first.days_from(window) <= _STARTED_WITHIN.days
        for date in reading.dates
        for window in date.windows
    )


def _shared_participants(
    group: MeetingGroup, event: EventWord, reading: PassageReading
) -> tuple[str, Span] | None:
    shared = group.participants
    if len(shared) < _LIST_LENGTH or not shared <= reading.actors():
        return None
    dates = [date for date in reading.dates if date.mode != "bound"]
    if dates and not any(member.fits(date) for member in group.members for date in dates):
        return None
    spans = [name.span for name in reading.names if shared.intersection(name.actors)]
    nearest = min(spans, key=lambda span: gap(span, event.span))
    return "the participants that all of them share", nearest


def _read_date(date: DateExpression, profile: MeetingProfile, reading: PassageReading) -> str:
    window = profile.fits(date)
    meaning = edtf.in_words(window.edtf) if window else date.edtf
    written = _slice(reading, date.span)
    return f"‘{written}’" if written == meaning else f"‘{written}’ read as {meaning}"


def _slice(reading: PassageReading, span: Span) -> str:
    return " ".join(reading.text[span.start : span.end].split())


def _described(
    profile: MeetingProfile,
    words: list[str],
    matches: tuple[Span, ...],
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
