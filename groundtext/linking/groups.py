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
# "the talks that Geneva began", "the rounds which Vienna has been hosting".
_RELATIVE: Final = re.compile(r",?\s+(?:that|which)\s+(?:the\s+)?", re.IGNORECASE)
_BEGAN: Final = re.compile(
    r"\s+(?:(?:has|have|had|first|itself|been)\s+){0,2}(?:began|begun|started|opened|launched|hosted"
    r"|hosts|hosting|held|holds|holding|convened|initiated|organi[sz]ed|sponsored|called)\b",
    re.IGNORECASE,
)
# "The Geneva talks have produced little": what all of them have, up to now.
_HAVE_SO_FAR: Final = re.compile(
    r"\s+have(?:\s+\w+){0,2}\s+(?:produced|yielded|become|been|brought|given|led|achieved|cost|served)\b"
)
_GROUP_REACH: Final = 60
_STARTED_WITHIN: Final = timedelta(days=45)


def find_groups(reading: PassageReading, groups: Sequence[MeetingGroup]) -> list[Found]:
    """Find the collections that are meant by "all the Moscow talks" and the like."""
    found = []
    for event in reading.events:
        if not event.is_group and not (event.is_plural and event.is_definite):
            continue
        for group in reversed(groups):
            if event.is_group:
                reason = _group_reason(group, event, reading)
            else:
                reason = _begun(group, event, reading) or _called(group, event, reading)
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


def _begun(
    group: MeetingGroup, event: EventWord, reading: PassageReading
) -> tuple[str, Span] | None:
    """Explain "the consultations that Geneva began in 2012": who held them, since when."""
    for name in reading.names:
        between = reading.text[event.span.end : name.span.start]
        after = reading.text[name.span.end : name.span.end + _GROUP_REACH]
        if _RELATIVE.fullmatch(between) is None or _BEGAN.match(after) is None:
            continue
        position, first = name.position, group.members[0]
        is_there = position is not None and all(m.is_at(position) for m in group.members)
        is_host = name.form == "state" and group.countries == set(name.actors)
        dates = [date for date in reading.dates if gap(date.span, name.span) <= _GROUP_REACH]
        if (is_there or is_host) and (not dates or any(first.fits(date) for date in dates)):
            return f"‘{name.text}’ as host", name.span
    return None


def _called(
    group: MeetingGroup, event: EventWord, reading: PassageReading
) -> tuple[str, Span] | None:
    """Explain "the Geneva talks" without a date, if that is what the group is called."""
    words = group.name.lower().split()
    if reading.dates or words[1:2] != [event.word] or event.family not in ("talks", "gathering"):
        return None
    is_near = any(member.is_near(reading.published, _STARTED_WITHIN) for member in group.members)
    if is_near and _HAVE_SO_FAR.match(reading.text, event.span.end) is None:
        return None  # the latest of them may be meant
    for name in reading.names:
        is_before = reading.text[name.span.end : event.span.start].isspace()
        if is_before and name.text.lower() == words[0]:
            return f"‘{name.text}’ as the group is called", name.span
    return None


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
