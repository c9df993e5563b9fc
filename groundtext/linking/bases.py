"""Bases by operator, kind and host: "US military bases in Central Asia"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from groundtext.geodesy import is_within_m
from groundtext.linking.base_descriptions import (
    KEEPING_WORDS,
    OWNED_WORDS,
    Description,
    descriptions,
)
from groundtext.linking.base_index import FOR_AIRCRAFT
from groundtext.linking.base_roles import (
    DEFINITE_BEFORE,
    THE_BEFORE,
    is_any,
    names_another_place,
    refers_back,
    region_before,
    runners_of,
)
from groundtext.linking.found import Found
from groundtext.linking.vocabulary import (
    BASE_NOUNS,
    NO_BASE_NOUNS,
    PLACE_AFTER,
)
from groundtext.model import Span
from groundtext.words import alternation, first_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from groundtext.linking.base_index import Base, BaseIndex
    from groundtext.linking.found import Thread
    from groundtext.linking.reading import Name, PassageReading

_HOST_REACH: Final = 70
_BEFORE_REACH: Final = 120
# Words of a time that is over: what they speak of is not in use any more.
_OVER: Final = frozenset(
    ("gone", "closed", "shut", "lost", "vacated", "abandoned", "departed", "former", "evicted")
)
_ONE_BASE: Final = frozenset(("base", "air base", "airbase", "military base", "airfield"))
_THEIRS: Final = re.compile(r"\b(?:its|their|the|these|those)\s+(?:[a-z]+\s+)?$", re.IGNORECASE)
_REGION_AFTER: Final = re.compile(r"\s+in\s+the\s+(?:whole\s+|wider\s+)?region\b(?!\s+of)")
_OTHER: Final = re.compile(r"\bother\s+$")
_BACK_TO: Final = 4  # passages back to which "the other base" may look for the first
_COUNTED: Final = re.compile(
    r"\b(?:two|three|four|five|six|seven|eight|nine|ten|these|those|all|the)\s+$", re.IGNORECASE
)
_UNITS: Final = frozenset(("detachment",))  # nouns by themselves, if the layers have any
_NAME: Final = re.compile(r"\b[A-Z][\w-]+")


class BaseRules:
    """Finds the bases, or groups of bases, that a passage describes without their names."""

    def __init__(self, index: BaseIndex, nouns: Iterable[str]) -> None:
        self._index = index
        words = BASE_NOUNS | (set(nouns) - NO_BASE_NOUNS)
        if any(base.site.is_military for base in index.bases.values()):
            words |= FOR_AIRCRAFT
        # "The French air detachment in Gabon": what the layers call it.
        kinds = {base.kind for base in index.bases.values() if " " in base.kind}
        words |= kinds | {kind.rpartition(" ")[2] for kind in kinds} & _UNITS
        self.words = first_words(words) | OWNED_WORDS | KEEPING_WORDS
        self._noun = re.compile(rf"(?<![\w-])(?:{alternation(words)})(?![\w-])", re.IGNORECASE)

    def find(self, reading: PassageReading, thread: Thread) -> list[Found]:
        """Return a target for each operator and host that the passage joins by a base noun."""
        found: list[Found] = []
        hosts: tuple[Name, ...] = ()
        if self.words.isdisjoint(reading.vocabulary):
            return []
        for description in descriptions(self._noun, reading):
            hosts = description.hosts or (hosts if refers_back(description.noun, reading) else ())
            by_host = self._by_hosts(description, hosts, reading, thread)
            found += by_host or self._by_owner(description, hosts, reading, thread)
            if not (hosts or description.owner) and description.said == "bases":
                found += self._of_region(description, reading, thread)
            if not (found or hosts or description.owner or thread.has_bases):
                found += self._between(description, reading, thread)
        return found

    def _between(
        self, description: Description, reading: PassageReading, thread: Thread
    ) -> list[Found]:
        """Return the only base of one state in another, after a sentence about both of them."""
        noun = description.said
        before = reading.text[max(0, description.noun.start - 60) : description.noun.start]
        if noun not in _ONE_BASE or not THE_BEFORE.search(before):
            return []
        is_elsewhere = PLACE_AFTER.match(reading.text, description.noun.end) is not None
        if is_elsewhere or names_another_place(description.noun, None, reading):
            return []
        base = self._index.only_between(thread.actors | reading.actors(), noun)
        return [_found_between(base, description, reading)] if base else []

    def _by_hosts(
        self,
        description: Description,
        hosts: Sequence[Name],
        reading: PassageReading,
        thread: Thread,
    ) -> list[Found]:
        """Return the targets in the hosts, or the one for all of them together."""
        operator = description.operator
        states = {actor for host in hosts if not host.is_literal for actor in host.actors}
        if operator is not None and len(hosts) > 1 and not any(host.is_literal for host in hosts):
            noun = description.said
            together = self._index.covering(operator.actors, tuple(states), noun)
            if together and self._index.countries_of(together) == states:
                return [_found(together, operator.text, description, hosts[0], reading)]
        found = []
        for host in hosts:
            target_id, words = self._target(description, host, reading)
            if target_id:
                found.append(_found(target_id, words, description, host, reading))
            elif operator is None and host.form == "state" and _is_beside(description, host):
                found += self._harboured(description, host, reading, thread)
        return found

    def _by_owner(
        self,
        description: Description,
        hosts: Sequence[Name],
        reading: PassageReading,
        thread: Thread,
    ) -> list[Found]:
        """Return what the state directly before a noun owns, runs or harbours.

        "Germany flew from an Uzbek airfield": who runs it is said apart. "Ethiopian dams" are in
        Ethiopia, "Russia’s bases" are all that Russia has.
        """
        owner, noun = description.owner, description.said
        if owner is None or hosts:
            return []
        for runner in runners_of(description.noun, owner, reading):
            target_id = self._index.covering(runner.actors, owner.actors, noun, is_exact=True)
            if target_id:
                apart = description._replace(operator=runner)
                return [_found(target_id, runner.text, apart, owner, reading)]
        if not noun.endswith("s") and is_any(description.noun, reading):
            return []
        found = self._by_hosts(description, (owner,), reading, thread)
        return (
            found
            or self._harboured(description, owner, reading, thread)
            or self._everywhere(description, owner, reading, thread)
        )

    def _harboured(
        self, description: Description, host: Name, reading: PassageReading, thread: Thread
    ) -> list[Found]:
        """Return the only base of its kind in a country: "the Qatari base", "its main airport".

        "Its bases in Qatar" are all that are there, if nobody is named whose they are not.
        """
        noun = description.said
        before = reading.text[max(0, description.noun.start - 60) : description.noun.start]
        if noun == "bases" and _THEIRS.search(before) and reading.actors() == set(host.actors):
            group = self._index.only_group(host.actors)
            return [_found_alone(group, description, host, reading, "host")] if group else []
        if noun.endswith("s") or host.form == "government" or not DEFINITE_BEFORE.search(before):
            return []
        is_over = not _OVER.isdisjoint(reading.vocabulary)
        base = self._index.only_in(host.actors, noun, thread.bases, is_over=is_over)
        return [_found_alone(base.id, description, host, reading, "host")] if base else []

    def _everywhere(
        self, description: Description, owner: Name, reading: PassageReading, thread: Thread
    ) -> list[Found]:
        """Return all bases of an operator, or its only one where bases are spoken of."""
        noun = description.said
        is_plural = noun.endswith("s")
        if is_plural and _REGION_AFTER.match(reading.text, description.noun.end):
            spoken = self._spoken(reading, thread) | self._index.countries_about(thread.seen)
            target_id = self._index.regional(owner.actors, spoken)
            return [_found_alone(target_id, description, owner, reading, "operator")] * bool(
                target_id
            )
        if names_another_place(description.noun, owner, reading):
            return []
        is_other = _OTHER.search(reading.text[: owner.span.start][-8:]) is not None
        if is_other and not is_plural:
            other = self._index.other_of(owner.actors, noun, thread.back(_BACK_TO))
            return [_found_alone(other, description, owner, reading, "operator")] if other else []
        countries = self._index.countries
        before = reading.text[max(0, owner.span.start - 20) : owner.span.start]
        if is_plural and _COUNTED.search(before):
            recent = self._about(thread)
            countries = tuple(recent) if len(recent) == 1 else countries
        target_id = self._index.covering(owner.actors, countries, noun, is_exact=True)
        if not target_id or (is_plural and target_id in self._index.bases):
            return []
        is_one = reading.words(description.noun) == "one"  # of the bases before it
        if not (is_plural or thread.has_bases or is_one or self._is_at(target_id, thread)):
            return []
        return [_found_alone(target_id, description, owner, reading, "operator")]

    def _is_at(self, target_id: str, thread: Thread) -> bool:
        """Tell whether a base is at the town that the text has named last."""
        base, place = self._index.bases.get(target_id), thread.place
        return (
            base is not None
            and place is not None
            and place.position is not None
            and is_within_m(base.position, place.position, base.reach_m)
        )

    def _of_region(
        self, description: Description, reading: PassageReading, thread: Thread
    ) -> list[Found]:
        """Return "the African bases" of those whose bases the text is about."""
        region = region_before(description.noun, reading)
        if region is None:
            return []
        operator = description.operator
        operators = operator.actors if operator else self._index.mostly(thread.bases)
        spoken = frozenset(region.actors)
        target_id = self._index.regional(operators, spoken) if operators else ""
        if not target_id or not self._index.countries_of(target_id) <= spoken:
            return []
        return [_found_alone(target_id, description, region, reading, "region")]

    def _about(self, thread: Thread) -> frozenset[str]:
        """Return the countries of the bases of which the last passages have spoken."""
        return self._index.countries_about(thread.lately())

    def _spoken(self, reading: PassageReading, thread: Thread) -> frozenset[str]:
        return reading.actors() | thread.actors | self._about(thread)

    def _target(
        self, description: Description, host: Name, reading: PassageReading
    ) -> tuple[str, str]:
        """Return the smallest target that covers the description, and its operator in words."""
        operator = description.operator
        if operator is not None and not host.is_literal:
            noun = description.said
            return self._index.covering(operator.actors, host.actors, noun), operator.text
        if operator is not None and host.position is not None:
            near = self._index.near(operator.actors, host.position)
            return (near[0], operator.text) if len(near) == 1 else ("", "")
        before = set(_NAME.findall(reading.text[: description.noun.start][-_BEFORE_REACH:]))
        for group in self._index.groups:
            owners = sorted(group.owners & before)
            if owners and group.countries == set(host.actors):
                return group.id, owners[0]
        return "", ""


def _found(
    target_id: str, words: str, description: Description, host: Name, reading: PassageReading
) -> Found:
    noun, operator = description.noun, description.operator
    spans = {noun, host.span, *([operator.span] if operator and operator.text == words else [])}
    written = " ".join(reading.text[noun.start : max(noun.end, host.span.end)].split())
    place = host.text if host.span.start < noun.start or len(written) > _HOST_REACH else ""
    quoted = reading.text[noun.start : noun.end] if place else written
    return Found(
        target_id=target_id,
        score=0.8,
        reason=f"‘{quoted}’: base + operator {words} + host {host.text}",
        method="base-description",
        matches=tuple(sorted(spans)),
    )


def _is_beside(description: Description, host: Name) -> bool:
    """Tell whether a host follows a noun: "the base in Qatar"."""
    return 0 < host.span.start - description.noun.end <= len(" in neighbouring ")


def _found_between(base: Base, description: Description, reading: PassageReading) -> Found:
    return Found(
        target_id=base.id,
        score=0.6,
        reason=f"‘{reading.words(description.noun)}’, after who runs it and where: {base.name}",
        method="base-description",
        matches=(description.noun,),
    )


def _found_alone(
    target_id: str, description: Description, owner: Name, reading: PassageReading, role: str
) -> Found:
    noun = description.noun
    span = Span(min(owner.span.start, noun.start), max(owner.span.end, noun.end))
    return Found(
        target_id=target_id,
        score=0.65,
        reason=f"‘{reading.words(span)}’: base + {role} {owner.text}, which has no other here",
        method="base-description",
        matches=(span,),
    )
