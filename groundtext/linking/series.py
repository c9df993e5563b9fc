"""Series of meetings: one of them by its number, the whole by a collective or by how many."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from groundtext.linking.found import Found
from groundtext.linking.profiles import telling_words
from groundtext.linking.reading import gap
from groundtext.linking.vocabulary import NUMBER_WORDS
from groundtext.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from groundtext.linking.found import Thread
    from groundtext.linking.profiles import MeetingGroup, MeetingProfile
    from groundtext.linking.reading import Name, PassageReading

_ORDINALS: Final = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7,
    "eighth": 8, "ninth": 9, "tenth": 10, "last": -1, "final": -1,
}  # fmt: skip
_NOUNS: Final = (
    r"(?:meetings?|rounds?|sessions?|sittings?|talks|gatherings?|summits?|conferences?"
    r"|consultations|negotiations|editions?)"
)
_NUMBERED: Final = re.compile(
    rf"\b(?P<ordinal>{'|'.join(_ORDINALS)})\s+(?:of\s+(?:these|those|the|its|their)\s+)?"
    rf"(?:such\s+)?{_NOUNS}\b",
    re.IGNORECASE,
)
# "The first, in August, was polite", "the round was the fourth".
_BARE: Final = re.compile(
    rf"(?:^\W*The\s+|\b(?:and|but)\s+the\s+)(?P<first>{'|'.join(_ORDINALS)}),"
    rf"(?!\s+(?:{'|'.join(_ORDINALS)})\b)"
    rf"|\b{_NOUNS}\s+(?:was|is|were)\s+the(?:ir)?\s+(?P<ordinal>{'|'.join(_ORDINALS)})\b",
    re.IGNORECASE,
)
_COUNTED: Final = re.compile(
    rf"\b(?P<number>{'|'.join(NUMBER_WORDS)}|\d{{1,2}})\s+(?:times\b|(?:[a-z]+\s+)?{_NOUNS}\b)",
    re.IGNORECASE,
)
_EVERY: Final = re.compile(
    rf"\b(?:none|all|each|any|every\s+one)\s+of\s+(?:the|these|those)\s+"
    rf"(?P<number>{'|'.join(NUMBER_WORDS)})\b(?!\s+(?!{_NOUNS})(?:[a-z]+s|men|women|people)\b)"
    rf"|\b(?:all|these|those)\s+(?P<also>{'|'.join(NUMBER_WORDS)})\s+{_NOUNS}\b",
    re.IGNORECASE,
)
_COLLECTIVES: Final = frozenset(
    (
        "group", "grouping", "process", "format", "series", "sequence", "forum", "mechanism",
        "track", "quartet", "troika", "initiative", "framework",
    )
)  # fmt: skip
_SERIES: Final = frozenset(("series", "sequence", "process"))
_COLLECTIVE: Final = re.compile(
    rf"\b(?:the|this|that)\s+(?P<modifiers>(?:[\w-]+\s+)?)(?P<noun>{'|'.join(sorted(_COLLECTIVES))})\b"
    r"(?!\s+(?:of|for)\b)",
    re.IGNORECASE,
)
_PARTS: Final = re.compile(
    r"[\s-]+(?:(?:nation|party|power|country|state|way|member|sided?)\s+)?", re.IGNORECASE
)
_BESIDE: Final = 45  # code points between a number and the place or date that goes with it
_WITHIN: Final = 25  # passages back to which "the group" may refer
_NEAR: Final = 2  # passages back to which "the series" may
_TOUR: Final = 3  # places that make a tour
_LEAST: Final = 2


class _Meant(NamedTuple):
    """A group that the text is speaking of."""

    group: MeetingGroup
    is_named: bool  # itself, and not only one of its meetings


class SeriesRules:
    """Finds meetings and groups of them by number and by collective."""

    def __init__(self, groups: Sequence[MeetingGroup]) -> None:
        self._groups = tuple(groups)

    def find(self, reading: PassageReading, thread: Thread, found: Sequence[Found]) -> list[Found]:
        """Return what the passage means of a series, beside what it was `found` to describe."""
        words = reading.vocabulary
        if not self._groups:
            return []
        results: list[Found] = []
        if (found or any(thread.history)) and not words.isdisjoint(_ORDINALS):
            results += self._numbered(reading, thread, found)
        if thread.seen and not _COLLECTIVES.isdisjoint(words):
            results += self._collective(reading, thread)
        if "then" in words or "finally" in words:
            results += self._toured(reading)
        if not words.isdisjoint(NUMBER_WORDS) and any(thread.history):
            results += self._all(reading, thread)
        if not words.isdisjoint(NUMBER_WORDS) and ("in" in words or "between" in words):
            results += self._counted(reading)
        return results

    def _numbered(
        self, reading: PassageReading, thread: Thread, found: Sequence[Found]
    ) -> list[Found]:
        """Find "the fourth round", one of the series of which the text is speaking."""
        results = []
        meant = self._meant(thread, found)
        for match in _numbers(reading.text) if meant else ():
            number = _ORDINALS[(match["ordinal"] or match["first"]).lower()]
            span = Span(*match.span())
            for each in meant:
                member = _member(each, number, reading)
                if member and _is_there(member, span, reading):
                    why = f"‘{reading.words(span)}’ of {each.group.name}: {member.name}"
                    results.append(_found(member.id, span, why))
                    break
                if number == len(each.group.members) + 1 and _ordinals(each.group):
                    why = f"‘{reading.words(span)}’ after {len(each.group.members)} on the map"
                    results.append(_found(each.group.id, span, f"{why}: {each.group.name}"))
                    break
        return results

    def _meant(self, thread: Thread, found: Sequence[Found]) -> list[_Meant]:
        """Return the groups of which the text is speaking, the surest first."""
        ids = {one.target_id for one in found}
        for each in thread.history:
            ids.update(one.target_id for one in each)
        named = [_Meant(group, is_named=True) for group in self._groups if group.id in ids]
        return named + [
            _Meant(group, is_named=False)
            for group in self._groups
            if group.id not in ids and any(member.id in ids for member in group.members)
        ]

    def _counted(self, reading: PassageReading) -> list[Found]:
        """Find "four rounds in Cairo and Addis Ababa" by their number, places and time."""
        places = [n.position for n in reading.names if n.position and not n.is_negated]
        dates = [date for date in reading.dates if date.mode != "bound"]
        if not places or not dates:
            return []
        results = []
        for match in _COUNTED.finditer(reading.text):
            word = match["number"].lower()
            number = int(NUMBER_WORDS.get(word, word))
            for group in self._groups:
                if len(group.members) == number and all(
                    any(member.fits(date) for date in dates)
                    and any(member.is_at(place) for place in places)
                    for member in group.members
                ):
                    span = Span(*match.span())
                    why = f"‘{reading.words(span)}’ + their places and time: {group.name}"
                    results.append(_found(group.id, span, why))
                    break
        return results

    def _toured(self, reading: PassageReading) -> list[Found]:
        """Find "first in Cairo, then in Kinshasa and finally in Lomé": each place of a series."""
        places = [name for name in reading.names if name.position and not name.is_negated]
        dates = [date for date in reading.dates if date.mode != "bound"]
        if len(places) < _TOUR or not dates:
            return []
        for group in self._groups:
            at = _one_each(group.members, places)
            if at and all(any(member.fits(date) for date in dates) for member in group.members):
                return [
                    _found(
                        member.id,
                        name.span,
                        f"‘{name.text}’ in the order of {group.name}: {member.name}",
                    )
                    for member, name in zip(group.members, at, strict=True)
                ]
        return []

    def _all(self, reading: PassageReading, thread: Thread) -> list[Found]:
        """Find "none of the four", all of the meetings of which the text has just spoken."""
        match = _EVERY.search(reading.text)
        if match is None:
            return []
        near = {one.target_id for found in thread.history[:_NEAR] for one in found}
        number = int(NUMBER_WORDS[(match["number"] or match["also"]).lower()])
        for group in self._groups:
            members = [member.id for member in group.members]
            is_spoken_of = group.id in near or len(near.intersection(members)) >= _LEAST
            if len(members) == number and is_spoken_of:
                span = Span(*match.span())
                why = f"‘{reading.words(span)}’, of which the text has spoken: {group.name}"
                return [_found(group.id, span, why)]
        return []

    def _collective(self, reading: PassageReading, thread: Thread) -> list[Found]:
        """Find "the quadrilateral process", or "the group" of which the text has spoken."""
        results = []
        recent = {
            target_id
            for target_id, ordinal in thread.last_passage.items()
            if reading.passage.ordinal - ordinal <= _WITHIN
        }
        for match in _COLLECTIVE.finditer(reading.text):
            noun, modifier = match["noun"].lower(), match["modifiers"].lower().strip()
            if modifier:
                fitting = self._of_number(modifier, thread)
            else:
                spoken = [group for group in self._groups if group.id in recent]
                fitting = [g for g in spoken if noun in g.name.lower().split()]
                if not fitting and noun in _SERIES:
                    near = {one.target_id for found in thread.history[:_NEAR] for one in found}
                    fitting = [group for group in spoken if group.id in near]
            if len(fitting) == 1:
                span = Span(*match.span())
                why = f"‘{reading.words(span)}’, of which the text has spoken: {fitting[0].name}"
                results.append(_found(fitting[0].id, span, why))
        return results

    def _of_number(self, modifier: str, thread: Thread) -> list[MeetingGroup]:
        """Return the groups of which the text has spoken that are of so many members."""
        number = NUMBER_WORDS.get(_PARTS.split(modifier)[0], "")
        if not number:
            return []
        return [
            group
            for group in self._groups
            if not thread.seen.isdisjoint((group.id, *(member.id for member in group.members)))
            and (number in telling_words(group.name) or number == str(len(group.participants)))
        ]


def _one_each(members: Sequence[MeetingProfile], places: Sequence[Name]) -> list[Name]:
    """Return the places of the meetings, if they are named in order, one for each."""
    if len(members) < _TOUR or len(members) > len(places):
        return []
    at: list[Name] = []
    waiting = list(places)
    for member in members:
        while waiting:
            name = waiting.pop(0)
            if name.position and member.is_at(name.position):
                at.append(name)
                break
    return at if len(at) == len(members) and len({name.text for name in at}) == len(at) else []


def _numbers(text: str) -> Iterator[re.Match[str]]:
    yield from _NUMBERED.finditer(text)
    yield from _BARE.finditer(text)


def _ordinals(group: MeetingGroup) -> dict[int, list[MeetingProfile]]:
    """Return the members whose names say which they are, by their numbers."""
    numbers: dict[int, list[MeetingProfile]] = {}
    for member in group.members:
        for word in member.name.lower().split():
            if word in _ORDINALS:
                numbers.setdefault(_ORDINALS[word], []).append(member)
    return numbers


def _member(meant: _Meant, number: int, reading: PassageReading) -> MeetingProfile | None:
    """Return the member of a series that a number means, if it means one."""
    members, named = meant.group.members, _ordinals(meant.group)
    if number in named and len(named[number]) == 1:
        return named[number][0]
    if not meant.is_named and len(named) < _LEAST:
        return None
    if number < 0:
        past = [m for m in members if m.is_over(reading.published)]
        return past[-1] if past else None
    return members[number - 1] if not named and number <= len(members) else None


def _is_there(member: MeetingProfile, span: Span, reading: PassageReading) -> bool:
    """Tell whether the date beside a number, or else the place, is the meeting's."""
    dates = [d for d in reading.dates if d.mode == "at" and gap(d.span, span) <= _BESIDE]
    if dates:
        nearest = min(dates, key=lambda date: gap(date.span, span))
        return member.fits(nearest) is not None
    places = [
        name
        for name in reading.names
        if name.form == "settlement" and name.position and gap(name.span, span) <= _BESIDE
    ]
    return not places or any(n.position and member.is_at(n.position) for n in places)


def _found(target_id: str, span: Span, reason: str) -> Found:
    return Found(
        target_id=target_id,
        score=0.65,
        reason=reason,
        method="meeting-series",
        matches=(span,),
        families=frozenset(("gathering", "talks")),
    )
