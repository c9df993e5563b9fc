"""Series of meetings: one of them by its number, the whole by a collective or by how many."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from groundtext.linking.found import series_found
from groundtext.linking.ordinals import ORDINALS, OrdinalRules
from groundtext.linking.profiles import telling_words
from groundtext.linking.vocabulary import IN_SERIES, NUMBER_WORDS, SERIES_NOUNS
from groundtext.model import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from groundtext.linking.found import Found, Thread
    from groundtext.linking.profiles import MeetingGroup, MeetingProfile
    from groundtext.linking.reading import Name, PassageReading

_COUNTED: Final = re.compile(
    rf"\b(?P<number>{'|'.join(NUMBER_WORDS)}|\d{{1,2}})\s+(?:times\b|(?:[a-z]+\s+)?{SERIES_NOUNS}\b)",
    re.IGNORECASE,
)
_EVERY: Final = re.compile(
    rf"\b(?:none|all|each|any|every\s+one)\s+of\s+(?:the|these|those)\s+"
    rf"(?P<number>{'|'.join(NUMBER_WORDS)})\b(?!\s+(?!{SERIES_NOUNS})(?:[a-z]+s|men|women|people)\b)"
    rf"|\b(?:all|these|those)\s+(?P<also>{'|'.join(NUMBER_WORDS)})\s+{SERIES_NOUNS}\b",
    re.IGNORECASE,
)
_COLLECTIVES: Final = frozenset(
    (
        "group", "grouping", "process", "format", "series", "sequence", "forum", "mechanism",
        "track", "quartet", "troika", "initiative", "framework",
    )
)  # fmt: skip
_SERIES: Final = frozenset(("series", "sequence", "process"))
# "The trio", "the earlier quartet", "the four-party group of 2016".
_SO_MANY: Final = {
    "trio": "3", "threesome": "3", "foursome": "4", "quartet": "4", "quintet": "5",
}  # fmt: skip
_PARTIES: Final = frozenset(("party", "nation", "power", "state", "way", "country", "member"))
_MANY: Final = re.compile(
    rf"\b(?:the|this|that|its)\s+(?:(?:earlier|former|old|first|original)\s+)?(?:(?P<noun>{'|'.join(_SO_MANY)})"
    rf"|(?P<number>{'|'.join(NUMBER_WORDS)})-(?:{'|'.join(sorted(_PARTIES))})\s+(?:[a-z]+\s+)?(?:group|format|process|forum"
    r"|talks|consultations|mechanism)"
    r"|(?P<sided>trilateral|tripartite|quadrilateral|quadripartite)\s+"
    r"(?:talks|consultations|meetings|negotiations|rounds))\b"
    r"(?:\s+(?:of|in)\s+(?P<year>(?:19|20)\d\d)\b|(?!\s+of\b))",
    re.IGNORECASE,
)
_SO_CALLED: Final = frozenset(
    (*_SO_MANY, "trilateral", "tripartite", "quadrilateral", "quadripartite")
)
_MANY_WORDS: Final = _SO_CALLED | _PARTIES
_NUMBERS: Final = frozenset(NUMBER_WORDS)
_ORDINALS: Final = frozenset(ORDINALS)
_COLLECTIVE: Final = re.compile(
    rf"\b(?:the|this|that)\s+(?P<modifiers>(?:[\w-]+\s+)?)(?P<noun>{'|'.join(sorted(_COLLECTIVES))})\b"
    r"(?!\s+(?:of|for)\b)",
    re.IGNORECASE,
)
_PARTS: Final = re.compile(
    r"[\s-]+(?:(?:nation|party|power|country|state|way|member|sided?)\s+)?", re.IGNORECASE
)
_WITHIN: Final = 25  # passages back to which "the group" may refer
_NEAR: Final = 2  # passages back to which "the series" may
_TOUR: Final = 3  # places that make a tour
_LEAST: Final = 2


class SeriesRules:
    """Finds meetings and groups of them by number and by collective."""

    def __init__(self, profiles: Sequence[MeetingProfile], groups: Sequence[MeetingGroup]) -> None:
        self._groups = tuple(groups)
        self._ordinals = OrdinalRules(profiles, groups)
        # A passage that names nothing must hold one of them to mean something of a series.
        self.words = _MANY_WORDS | _NUMBERS | _ORDINALS | _COLLECTIVES

    @staticmethod
    def may_be_told(words: frozenset[str], *, is_spoken: bool) -> bool:
        """Tell whether a passage of these words that names nothing may mean one of a series."""
        if not _SO_CALLED.isdisjoint(words):
            return True
        is_numbered = not _ORDINALS.isdisjoint(words)
        if is_numbered and (is_spoken or not IN_SERIES.isdisjoint(words)):
            return True
        is_counted = not _NUMBERS.isdisjoint(words)
        if is_counted and (is_spoken or not _PARTIES.isdisjoint(words)):
            return True
        return is_spoken and not _COLLECTIVES.isdisjoint(words)

    def find(self, reading: PassageReading, thread: Thread, found: Sequence[Found]) -> list[Found]:
        """Return what the passage means of a series, beside what it was `found` to describe."""
        words = reading.vocabulary
        results: list[Found] = []
        results += self._ordinals.find(reading, thread, found)
        if thread.seen:
            results += self._of_country(reading, thread)
        if thread.seen and not _COLLECTIVES.isdisjoint(words):
            results += self._collective(reading, thread)
        if not _MANY_WORDS.isdisjoint(words):
            results += self._so_many(reading, thread)
        if "then" in words or "finally" in words:
            results += self._toured(reading)
        if not words.isdisjoint(NUMBER_WORDS) and any(thread.history):
            results += self._all(reading, thread)
        if not words.isdisjoint(NUMBER_WORDS) and ("in" in words or "between" in words):
            results += self._counted(reading)
        return results

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
                    results.append(series_found(group.id, span, why))
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
                    series_found(
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
                return [series_found(group.id, span, why)]
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
                results.append(series_found(fitting[0].id, span, why))
        return results

    def _so_many(self, reading: PassageReading, thread: Thread) -> list[Found]:
        """Find "the quartet", the group of so many of which the text has spoken, or of a year."""
        results = []
        for match in _MANY.finditer(reading.text):
            word = (match["noun"] or match["number"] or match["sided"]).lower()
            number = _SO_MANY.get(word) or NUMBER_WORDS[word]
            year = match["year"]
            fitting = [
                group
                for group in self._groups
                if (number in telling_words(group.name) or number == str(len(group.participants)))
                and (_is_of_year(group, int(year)) if year else _is_seen(group, thread))
            ]
            if len(fitting) == 1:
                span = Span(*match.span())
                why = "as many as took part" if year else "of which the text has spoken"
                reason = f"‘{reading.words(span)}’, {why}: {fitting[0].name}"
                results.append(series_found(fitting[0].id, span, reason))
        return results

    def _of_country(self, reading: PassageReading, thread: Thread) -> list[Found]:
        """Find "the Swiss consultations", a series of which the text has spoken, by its host."""
        results = []
        for event in reading.events:
            if not (event.is_plural and event.is_definite):
                continue
            for name in reading.names:
                if name.form != "demonym" or name.text != event.modifiers.strip():
                    continue
                fitting = [
                    group
                    for group in self._groups
                    if group.countries == set(name.actors)
                    and len(thread.seen.intersection(_ids(group))) >= _LEAST
                ]
                if len(fitting) == 1 and not reading.dates:
                    span = Span(min(name.span.start, event.span.start), event.span.end)
                    why = (
                        f"‘{reading.words(span)}’, of which the text has spoken: {fitting[0].name}"
                    )
                    results.append(series_found(fitting[0].id, span, why))
        return results

    def _of_number(self, modifier: str, thread: Thread) -> list[MeetingGroup]:
        """Return the groups of which the text has spoken that are of so many members."""
        number = NUMBER_WORDS.get(_PARTS.split(modifier)[0], "")
        if not number:
            return []
        return [
            group
            for group in self._groups
            if not thread.seen.isdisjoint(_ids(group))
            and (number in telling_words(group.name) or number == str(len(group.participants)))
        ]


def _is_seen(group: MeetingGroup, thread: Thread) -> bool:
    return not thread.seen.isdisjoint(_ids(group))


def _is_of_year(group: MeetingGroup, year: int) -> bool:
    """Tell whether every meeting of a group was in a year."""
    return all(m.window is not None and m.window.first.year == year for m in group.members)


def _ids(group: MeetingGroup) -> tuple[str, ...]:
    return (group.id, *(member.id for member in group.members))


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
