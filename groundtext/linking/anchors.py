"""Places of a passage at which a meeting may have been, each with its event word and its date."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from groundtext.linking.reading import gap
from groundtext.linking.vocabulary import DELEGATES, HOST_ADJECTIVE

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from groundtext.dates.expressions import DateExpression
    from groundtext.linking.around import Around
    from groundtext.linking.profiles import MeetingProfile
    from groundtext.linking.reading import Name, PassageReading
    from groundtext.linking.vocabulary import EventWord
    from groundtext.model import Span

EVENT_REACH: Final = 100  # code points between a place and the event word that it goes with
_HOST_REACH: Final = 45
PLACE_GOVERNORS: Final = frozenset(("in", "at", "to"))
TRAVEL: Final = frozenset(("go", "visit"))


@dataclass(frozen=True, slots=True)
class Anchor:
    """A place with the event word and the date that go with it."""

    name: Name
    level: str  # settlement | capital | state | host
    event: EventWord
    candidates: tuple[MeetingProfile, ...]
    date: DateExpression | None = None
    is_blocked: bool = False  # a date goes with it that none of the candidates fits
    is_attended: bool = True  # False for travel and hosts without a word of a meeting


def find_anchors(
    reading: PassageReading, venues: Around[MeetingProfile], taken: Collection[Span]
) -> list[Anchor]:
    """Return the places of a passage where a meeting may have been, with event word and date.

    Event words under the spans `taken` are used up.
    """
    anchors = []
    owners = _owners(reading)
    for name in (*reading.sites, *reading.names):
        if name.is_negated:
            continue
        level = level_of(name, reading)
        event = _event_of(name, level, reading, owners) if level else None
        if event is None or event.span in taken:
            continue
        candidates = _candidates(name, level, venues)
        if candidates:
            attended = _is_attended(event, reading)
            anchors.append(Anchor(name, level, event, candidates, is_attended=attended))
    return _with_dates(anchors, reading.dates)


def _is_attended(event: EventWord, reading: PassageReading) -> bool:
    """Tell whether people meet: travelling somewhere, or hosting someone, is not enough."""
    if event.family not in TRAVEL and event.family != "host":
        return True
    meets = any(
        other.family in ("gathering", "talks", "meet")
        and gap(event.span, other.span) <= _HOST_REACH
        for other in reading.events
    )
    return meets or DELEGATES.search(reading.text) is not None


def has_come(anchor: Anchor, reading: PassageReading) -> bool:
    """Tell whether an organisation, which pays no state visits, came there on a day."""
    if anchor.event.family not in TRAVEL or anchor.name.governor != "to":
        return False
    return (
        anchor.date is not None
        and anchor.date.grain == "day"
        and any(
            n.form == "organisation" and n.span.end <= anchor.event.span.start
            for n in reading.names
        )
    )


def level_of(name: Name, reading: PassageReading) -> str:
    """Tell how a name can be the place of a meeting; "" if it cannot."""
    if name.form in ("settlement", "site") or (
        name.form == "government" and _is_compound(name, reading)
    ):
        return "settlement"
    if name.form == "capital":
        return "capital"
    if name.form == "state" and name.governor in PLACE_GOVERNORS:
        return "state"
    return "host" if name.form in ("state", "demonym", "government") else ""


def _is_compound(name: Name, reading: PassageReading) -> bool:
    """Tell whether an event word follows directly: "the Geneva talks"."""
    return any(0 < event.span.start - name.span.end <= len(" peace ") for event in reading.events)


def _event_of(
    name: Name, level: str, reading: PassageReading, owners: Mapping[Span, Name]
) -> EventWord | None:
    if level == "host":
        return _hosted_event(name, reading)
    usable = []
    for event in reading.events:
        distance = gap(name.span, event.span)
        if distance > EVENT_REACH or owners.get(event.span, name) is not name:
            continue
        if event.family in TRAVEL and not _is_destination(name, event, reading):
            continue
        penalty = 30 * (event.family in ("go", "host"))
        # "talks in Geneva" is the rule, "in Geneva … talks" the exception.
        penalty += 25 * (bool(name.governor) and event.span.start > name.span.end)
        usable.append((distance + penalty, event.span, event))
    return min(usable)[2] if usable else None


def _owners(reading: PassageReading) -> dict[Span, Name]:
    """Return the settlement that stands directly before an event word, by the word's span."""
    owners = {}
    for name in reading.names:
        if name.form in ("settlement", "government"):
            for event in reading.events:
                if reading.text[name.span.end : event.span.start] in (" ", " peace "):
                    owners[event.span] = name
    return owners


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


def _candidates(
    name: Name, level: str, venues: Around[MeetingProfile]
) -> tuple[MeetingProfile, ...]:
    """Return the meetings that were at what a name means."""
    position = name.position
    if level != "settlement":
        return tuple(p for p in venues.members if p.country and p.country in name.actors)
    if position is None:
        return ()
    if name.form == "site":
        return tuple(profile for profile in venues.members if profile.is_on(position))
    return venues.at(position)


def _with_dates(anchors: list[Anchor], dates: Iterable[DateExpression]) -> list[Anchor]:
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
            event = anchors[by_distance[0]].event.span
            blocked.update(n for n, each in enumerate(anchors) if each.event.span == event)
    return [
        replace(
            anchor,
            date=dated.get(index),
            is_blocked=index in blocked and index not in dated,
        )
        for index, anchor in enumerate(anchors)
    ]
