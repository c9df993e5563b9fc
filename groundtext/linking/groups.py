"""Groups of meetings: "all the Geneva talks", "regular negotiations since 2016"."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import TYPE_CHECKING, Final

from groundtext.linking.anchors import level_of
from groundtext.linking.found import Found
from groundtext.linking.reading import LIST_LENGTH, gap

if TYPE_CHECKING:
    from collections.abc import Sequence

    from groundtext.linking.profiles import MeetingGroup
    from groundtext.linking.reading import Name, PassageReading
    from groundtext.linking.vocabulary import EventWord
    from groundtext.model import Span

_HOLDS: Final = re.compile(r"\b(?:h[oe]ld|hosted|host|spearhead|organi[sz]|conven|sponsor|broker)")
_GROUP_REACH: Final = 60
_STARTED_WITHIN: Final = timedelta(days=45)


def find_groups(reading: PassageReading, groups: Sequence[MeetingGroup]) -> list[Found]:
    """Find the collections that are meant by "all the Moscow talks" and the like."""
    found = []
    for event in reading.events:
        if not event.is_group:
            continue
        for group in reversed(groups):
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


def _group_reason(
    group: MeetingGroup, event: EventWord, reading: PassageReading
) -> tuple[str, Span] | None:
    """Say why the plural means this group, and by which words; None if it does not."""
    for name in reading.names:
        near = gap(name.span, event.span) <= _GROUP_REACH and not name.is_negated
        if not near:
            continue
        if level_of(name, reading) == "settlement":
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
    if len(shared) < LIST_LENGTH or not shared <= reading.actors():
        return None
    dates = [date for date in reading.dates if date.mode != "bound"]
    if dates and not any(member.fits(date) for member in group.members for date in dates):
        return None
    spans = [name.span for name in reading.names if shared.intersection(name.actors)]
    nearest = min(spans, key=lambda span: gap(span, event.span))
    return "the participants that all of them share", nearest
