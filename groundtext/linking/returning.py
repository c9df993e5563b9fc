"""Nouns that come back to a line, a base or an area: "the network", "the airfield", "the state"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from groundtext.gazetteer.names import fold
from groundtext.linking.found import Found
from groundtext.linking.profiles import leaves_of
from groundtext.linking.vocabulary import DENIED_BEFORE, NAMED_NOUNS
from groundtext.model import Span

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from groundtext.linking.found import Thread
    from groundtext.linking.reading import PassageReading
    from groundtext.model import Collection, Feature

_BACK: Final = 3  # passages
_LONG_AGO: Final = 8  # passages
_MONTH: Final = r"(?:Jan|Feb|Mar|Apr|May|June|July|Aug|Sep|Oct|Nov|Dec)"
# "the pipeline in January" is the one spoken of, "the pipeline in Bulgaria" another.
_DEFINITE: Final = re.compile(
    r"\b(?:[Tt]he|[Tt]hat|[Tt]his)\s+(?:(?:air|gas|military)\s+)?(?P<noun>(?!the\b)[a-z]+)\b"
    rf"(?!\s+(?:(?:of|at|outside|near)\b|(?:from|to|between)\b(?!\s+\d)"
    rf"|in\b(?!\s+(?:\d|early|late|{_MONTH}))))"
)
# Of these a text has one in mind for longer.
_LINE_NOUNS: Final = frozenset(
    ("pipeline", "pipe", "railway", "railroad", "canal", "waterway", "corridor", "network")
)


class ReturnRules:
    """Finds what a definite noun comes back to.

    `meetings` are the ids of meetings and of groups of them, to which other rules come back;
    the `areas` may share their names with towns; `whole_of` is the line of each section, which a
    noun means rather than the section.
    """

    def __init__(
        self,
        features: Sequence[Feature],
        collections: Sequence[Collection],
        *,
        meetings: frozenset[str],
        areas: frozenset[str],
        whole_of: Mapping[str, str],
    ) -> None:
        self._names = {each.id: each.name for each in features}
        self._names |= {each.id: each.name for each in collections}
        self._called = {each.id: f"{each.name} {each.kind}".lower() for each in features}
        self._called |= {each.id: each.name.lower() for each in collections}
        self._meetings = meetings
        by_id = {collection.id: collection for collection in collections}
        # Each collection with what is in it: of a line and its section, the line is meant.
        self._wholes = {each: {each, *leaves_of(each, by_id)} for each in by_id}
        self._whole_of = whole_of
        self._areas: dict[str, set[str]] = {}  # by their names, folded
        for feature in features:
            for form in (feature.name, *feature.aliases) if feature.id in areas else ():
                self._areas.setdefault(fold(form), set()).add(feature.id)
        # "the dam", "the mine": whatever the layers hold.
        self._nouns = frozenset(NAMED_NOUNS) | {
            each.kind.lower().rpartition(" ")[2] for each in features
        }

    def find(self, reading: PassageReading, thread: Thread, named: Sequence[str]) -> list[Found]:
        """Return the line or base that "the network", "the pipeline" comes back to.

        Where the passage has `named` one that is called so, the words are about that one.
        """
        found: list[Found] = []
        if not (thread.seen or thread.towns) or self._nouns.isdisjoint(reading.vocabulary):
            return found
        for match in _DEFINITE.finditer(reading.text):
            noun = match["noun"]
            if noun not in self._nouns or DENIED_BEFORE.search(reading.text[: match.start()]):
                continue
            if any(self._is_called(each, noun) for each in named):
                continue
            span = Span(*match.span())
            if target_id := self._just_called(noun, thread):
                words = "goes on about what came just before"
            elif target_id := self._once_called(noun, reading, thread):
                words = "is the only one of its kind so far"
            else:
                continue
            reason = f"‘{reading.words(span)}’ {words}: {self._names[target_id]}"
            found.append(Found(target_id, 0.6, reason, "continuation", (span,)))
        return found

    def _just_called(self, noun: str, thread: Thread) -> str:
        """Return the one target that a noun means in the last passage that has any, or ''."""
        # "Kano will vote. The state …": a town that shares its name with an area was named last.
        namesakes = {each for town in thread.towns for each in self._areas.get(town, ())}
        namesakes = {each for each in namesakes if self._is_called(each, noun)}
        if namesakes:
            return self._whole(namesakes)
        for before in thread.history[:_BACK]:
            meant = {one.target_id for one in before if self._is_called(one.target_id, noun)}
            if meant:
                return self._whole(meant)
        return ""

    def _once_called(self, noun: str, reading: PassageReading, thread: Thread) -> str:
        """Return the only line that the document has spoken of by such a noun, not long ago."""
        if noun not in _LINE_NOUNS:
            return ""
        target_id = self._whole({each for each in thread.seen if self._is_called(each, noun)})
        last = thread.last_passage.get(target_id, -_LONG_AGO)
        return target_id if reading.passage.ordinal - last <= _LONG_AGO else ""

    def _whole(self, meant: set[str]) -> str:
        """Return the one that is meant, or that all the others are parts of, or ''."""
        meant = {self._whole_of.get(each, each) for each in meant}
        wholes = [each for each in meant if meant <= self._wholes.get(each, {each})]
        return wholes[0] if len(wholes) == 1 else ""

    def _is_called(self, target_id: str, noun: str) -> bool:
        """Tell whether a target is of the kind that a noun names: by its name, or by its kind."""
        if target_id in self._meetings:
            return False
        words = self._called[target_id]
        return any(word in words for word in NAMED_NOUNS.get(noun, (noun,)))
