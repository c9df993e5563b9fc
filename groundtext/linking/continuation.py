"""Passages that go on about what the passage before them named or described."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from groundtext.linking.actors import actors_in
from groundtext.linking.found import Found, Thread
from groundtext.linking.profiles import telling_words
from groundtext.linking.vocabulary import DENIED_BEFORE, NAMED_NOUNS, EventWord
from groundtext.model import Span

if TYPE_CHECKING:
    from collections.abc import Mapping

    from groundtext.linking.profiles import MeetingGroup, MeetingProfile
    from groundtext.linking.reading import PassageReading

_SCORE: Final = 0.6
_PERSONS_WITHIN: Final = 3  # passages
_PERSONS: Final = 2
_BACK: Final = 3  # passages
_DEFINITE: Final = re.compile(
    r"\b(?:[Tt]he|[Tt]hat|[Tt]his)\s+(?:(?:air|gas|military)\s+)?(?P<noun>[a-z]+)\b(?!\s+(?:of|in(?!\s+\d)|at|outside|near)\b)"
)
_ITS: Final = re.compile(
    r"\bits\s+(?:\w+\s+)?(?:purpose|agenda|outcome|participants|venue|organi[sz]ers|aim|hosts?"
    r"|communiqu[eé]|declaration|(?:joint|final|closing)\s+statement|delegates)\b"
    r"|^It\s+(?:was|is|had|has|would|will)\b.{0,24}?\b(?:open(?:ed)?|held|begun|begin|start(?:ed)?"
    r"|take\s+place|convened?|postponed|cancell?ed|called\s+off)\b"
    r"|\bparticipating\s+\w+|\bparticipants\s+(?:in|of|at)\s+the\b",
    re.IGNORECASE,
)
_SAME_FAMILIES: Final = ("gathering", "talks", "meet")


class ContinuationRules:
    """Finds the passages that continue about a meeting, or about a line or base just named."""

    def __init__(
        self,
        profiles: Mapping[str, MeetingProfile],
        groups: Mapping[str, MeetingGroup],
        names: Mapping[str, str],
        kinds: Mapping[str, str],
    ) -> None:
        self._profiles = profiles
        self._groups = groups
        self._names = names
        self._kinds = kinds  # of features; empty for collections
        # "the dam", "the mine": whatever the layers hold.
        self._nouns = frozenset(NAMED_NOUNS) | {
            kind.lower().rpartition(" ")[2] for kind in kinds.values()
        }

    def find(self, reading: PassageReading, thread: Thread) -> list[Found]:
        """Return what the passage continues about; it describes nothing of its own."""
        return self._meeting(reading, thread) or self._persons(reading, thread)

    def find_named(self, reading: PassageReading, thread: Thread) -> list[Found]:
        """Return the line or base that "the network", "the pipeline" comes back to."""
        found: list[Found] = []
        before = thread.back(_BACK)
        if not before or self._nouns.isdisjoint(reading.vocabulary):
            return found
        for match in _DEFINITE.finditer(reading.text):
            noun = match["noun"]
            if noun not in self._nouns or DENIED_BEFORE.search(reading.text[: match.start()]):
                continue
            meant = {one.target_id for one in before if self._is_called(one.target_id, noun)}
            if len(meant) == 1:
                target_id = meant.pop()
                span = Span(*match.span())
                found.append(_found(target_id, span, self._names[target_id], reading))
        return found

    def _is_called(self, target_id: str, noun: str) -> bool:
        """Tell whether a target is of the kind that a noun names: by its name, or by its kind."""
        if self._is_meeting(target_id):
            return False
        words = f"{self._names.get(target_id, '')} {self._kinds.get(target_id, '')}".lower()
        return any(word in words for word in NAMED_NOUNS.get(noun, (noun,)))

    def _meeting(self, reading: PassageReading, thread: Thread) -> list[Found]:
        before = self._meetings_before(thread)
        if len(before) != 1:
            return []
        target_id, families = before[0].target_id, before[0].families
        for event in reading.events:
            if self._is_reference(event, target_id, families, reading):
                start = reading.text.rfind(event.modifiers, 0, event.span.start)
                span = Span(max(start, 0), event.span.end) if event.modifiers else event.span
                return [_found(target_id, span, self._name(target_id), reading)]
        day = self._day_of(target_id, reading)
        if day is not None:
            return [_found(target_id, day, self._name(target_id), reading)]
        attribute = _ITS.search(reading.text)
        if attribute and not self._is_elsewhere(target_id, reading):
            return [_found(target_id, Span(*attribute.span()), self._name(target_id), reading)]
        return []

    def _day_of(self, target_id: str, reading: PassageReading) -> Span | None:
        """Return a date of the passage that is the meeting's own, where nothing else is dated."""
        profile = self._profiles.get(target_id)
        if profile is None or self._is_elsewhere(target_id, reading):
            return None
        days = [d for d in reading.dates if d.mode == "at" and d.grain in ("day", "weekday")]
        return days[0].span if days and profile.fits(days[0]) else None

    def _persons(self, reading: PassageReading, thread: Thread) -> list[Found]:
        """Find a meeting in the sentences just before by two of the persons who were there."""
        recent = [
            target_id
            for target_id, ordinal in thread.last_passage.items()
            if reading.passage.ordinal - ordinal <= _PERSONS_WITHIN and target_id in self._profiles
        ]
        words = telling_words(reading.text) if recent else frozenset()
        for target_id in sorted(recent):
            persons = self._profiles[target_id].persons & words
            if len(persons) >= _PERSONS:
                spans = [reading.text.lower().find(person) for person in sorted(persons)]
                first = min(spans)
                span = Span(first, first + len(sorted(persons)[spans.index(first)]))
                return [_found(target_id, span, self._name(target_id), reading)]
        return []

    def _meetings_before(self, thread: Thread) -> list[Found]:
        """Return what the sentence before was about; a group is less than its member."""
        before = [found for found in thread.back(_BACK) if self._is_meeting(found.target_id)]
        single = {found.target_id for found in before if found.target_id in self._profiles}
        return [
            found
            for found in before
            if found.target_id in single
            or single.isdisjoint(member.id for member in self._members(found.target_id))
        ]

    def _is_meeting(self, target_id: str) -> bool:
        return target_id in self._profiles or target_id in self._groups

    def _name(self, target_id: str) -> str:
        if target_id in self._profiles:
            return self._profiles[target_id].name
        return self._groups[target_id].name

    def _members(self, target_id: str) -> tuple[MeetingProfile, ...]:
        if target_id in self._profiles:
            return (self._profiles[target_id],)
        return self._groups[target_id].members

    def _is_reference(
        self,
        event: EventWord,
        target_id: str,
        families: frozenset[str],
        reading: PassageReading,
    ) -> bool:
        """Tell whether a definite event word means the same meeting."""
        same = (
            event.family in families
            or (
                event.family in _SAME_FAMILIES
                and bool(families.intersection(_SAME_FAMILIES) or not families)
            )
            or (event.family in _SAME_FAMILIES and "host" in families)
        )
        if not event.is_definite or not same or self._is_elsewhere(target_id, reading):
            return False
        known = frozenset().union(
            *(member.participants | {member.country} for member in self._members(target_id))
        )
        return actors_in(event.modifiers) <= known

    def _is_elsewhere(self, target_id: str, reading: PassageReading) -> bool:
        """Tell whether the passage gives a place or a date that the meeting cannot have."""
        members = self._members(target_id)
        for name in reading.names:
            if name.form == "settlement" and name.governor in ("in", "at") and name.position:
                position = name.position
                if not any(member.is_at(position) for member in members):
                    return True
        dates = [date for date in reading.dates if date.mode == "at" and date.grain != "relative"]
        return bool(dates) and not any(member.fits(d) for member in members for d in dates)


def _found(target_id: str, span: Span, name: str, reading: PassageReading) -> Found:
    words = " ".join(reading.text[span.start : span.end].split())
    return Found(
        target_id=target_id,
        score=_SCORE,
        reason=f"‘{words}’ goes on about what came just before: {name}",
        method="continuation",
        matches=(span,),
        families=frozenset(("gathering", "talks")),
    )
