"""Groups of areas by their number: "all nine provinces of the north", "the eight along the border".

A number and the kind of the areas must fit a collection, and so must the side of the compass, the
neighbours, or the members that the text has just named.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from groundtext.linking.actors import actors_in, state_code
from groundtext.linking.defaults import plural
from groundtext.linking.found import Found
from groundtext.linking.profiles import leaves_of
from groundtext.linking.vocabulary import NUMBER_WORDS
from groundtext.model import Span
from groundtext.words import alternation, words_in

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from groundtext.linking.found import Thread
    from groundtext.linking.reading import PassageReading
    from groundtext.model import Collection, Feature

_SIDES: Final = ("north", "south", "east", "west")
_SIDE: Final = rf"(?:{'|'.join(_SIDES)})"
_RECENT: Final = 3  # passages
_FEWEST: Final = 2  # members just named, that "those nine" comes back to
_REACH: Final = 90  # code points after the noun in which the neighbours stand
# What areas have in common, besides the side on which they lie.
_RELATIONS: Final = frozenset(("border", "frontier", "coast", "shore", "river"))
_CARDINALS: Final = frozenset(
    ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
)


class _Group(NamedTuple):
    id: str
    name: str
    leaves: frozenset[str]
    nouns: frozenset[str]  # of its areas, plural: "provinces"
    sides: frozenset[str]  # of the compass, that its names tell
    states: frozenset[str]  # that it lies in
    neighbours: tuple[frozenset[str], ...]  # other states, that its names or its note tell
    words: frozenset[str]  # that tell of it in its names: "border"


class AreaRules:
    """Finds the collections of areas that a number and the areas' kind describe."""

    def __init__(self, areas: Mapping[str, Feature], collections: Sequence[Collection]) -> None:
        by_id = {collection.id: collection for collection in collections}
        self._groups = [
            _group(collection, leaves, areas)
            for collection in collections
            if len(leaves := leaves_of(collection.id, by_id)) > 1 and leaves <= areas.keys()
        ]
        self.nouns = frozenset().union(*(group.nouns for group in self._groups))
        self._counted = re.compile(
            rf"\b(?P<number>{alternation(_CARDINALS)}|\d{{1,2}})\s+(?P<side>{_SIDE}ern\s+)?"
            rf"(?:\w+\s+)?(?P<noun>{alternation(self.nouns) or '(?!)'})\b"
            rf"(?:\s+(?:of|in)\s+the\s+(?P<of>{_SIDE})\b)?",
            re.IGNORECASE,
        )

    def find(self, reading: PassageReading, thread: Thread, named: Sequence[Found]) -> list[Found]:
        """Return the collections; `named` is what the passage names."""
        if self.nouns.isdisjoint(reading.vocabulary):
            return []
        recent = {one.target_id for one in named}.union(
            *({one.target_id for one in each} for each in thread.history[:_RECENT])
        )
        return [
            found
            for match in self._counted.finditer(reading.text)
            for found in self._meant(match, reading, recent)
        ]

    def _meant(
        self, match: re.Match[str], reading: PassageReading, recent: set[str]
    ) -> Iterator[Found]:
        """Yield the one group of the number that something else tells as well."""
        word = match["number"].lower()
        number = int(NUMBER_WORDS.get(word, word))
        told_side = f"{match['side'] or ''}{match['of'] or ''}".lower()
        sides = frozenset(side for side in _SIDES if told_side.startswith(side))
        around = _states_after(match.end(), reading)
        told = []
        for group in self._groups:
            if len(group.leaves) != number or match["noun"].lower() not in group.nouns:
                continue
            words = _told_by(group, sides, around, recent)
            if not (words or around - group.states):
                words = _told_after(group, match.end(), reading)
            if words:
                told.append((group, words))
        if len(told) == 1:
            group, words = told[0]
            span = Span(*match.span())
            reason = f"‘{reading.words(span)}’, {words}: {group.name}"
            yield Found(group.id, 0.7, reason, "area-group", (span,))


def _group(collection: Collection, leaves: frozenset[str], areas: Mapping[str, Feature]) -> _Group:
    wording = " ; ".join((collection.name, *collection.aliases))
    states = frozenset(code for leaf in leaves if (code := state_code(areas[leaf].country)))
    told = [actors_in(text) for text in (wording, collection.note)]
    return _Group(
        id=collection.id,
        name=collection.name,
        leaves=leaves,
        nouns=frozenset(plural(areas[leaf].kind.lower()) for leaf in leaves if areas[leaf].kind),
        sides=frozenset(side for side in _SIDES if re.search(rf"\b{side}", wording, re.IGNORECASE)),
        states=states,
        neighbours=tuple(codes for each in told if (codes := _codes(each) - states)),
        words=words_in(wording) & _RELATIONS,
    )


def _told_after(group: _Group, end: int, reading: PassageReading) -> str:
    """Say by which word after the noun the areas are told: "that share a border", or ''."""
    told = words_in(reading.text[end : end + _REACH]) & _RELATIONS
    return f"the number and ‘{min(told)}’" if told and told <= group.words else ""


def _codes(actors: frozenset[str]) -> frozenset[str]:
    return frozenset(actor for actor in actors if actor.isupper())


def _states_after(end: int, reading: PassageReading) -> frozenset[str]:
    """Return the states named soon after the noun."""
    return frozenset(
        actor
        for name in reading.names
        if end <= name.span.start <= end + _REACH and name.form in ("state", "demonym")
        for actor in name.actors
    )


def _told_by(group: _Group, sides: frozenset[str], around: frozenset[str], recent: set[str]) -> str:
    """Say by what else than their number the areas are told, or ''."""
    if sides:
        is_here = not around or not around.isdisjoint(group.states)
        return "the number and the side" if sides <= group.sides and is_here else ""
    if around - group.states in group.neighbours:
        return "the number and the neighbours"
    if not around and len(group.leaves & recent) >= _FEWEST:
        return "the number, after some of them"
    return ""
