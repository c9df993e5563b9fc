"""Bases by operator, kind and host: "US military bases in Central Asia"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from groundtext.geodesy import is_within_m
from groundtext.linking.actors import actors_in, state_code
from groundtext.linking.found import Found
from groundtext.linking.profiles import leaves_of
from groundtext.linking.vocabulary import (
    BASE_NOUNS,
    DENIED_BEFORE,
    LIST_SEPARATOR,
    NO_BASE_BEFORE,
    NO_BASE_NOUNS,
)
from groundtext.linking.words import alternation, first_words
from groundtext.model import Collection, Feature, LonLat, Precision, Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from groundtext.linking.reading import Name, PassageReading

_HOST_REACH: Final = 70
_BEFORE_REACH: Final = 120
_SETTLEMENT_M: Final = 30_000
_MODIFIERS: Final = re.compile(r"(?:[’']s?)?(?:[-\s]+[\w-]+){0,2}\s+|[’']s?\s+", re.IGNORECASE)
# Words of a manifest that military sites are called by, besides bases.
_MILITARY: Final = frozenset(
    (
        "military base", "installation", "installations", "airfield", "airfields", "test range",
        "transit center", "transit centre", "cosmodrome", "naval base", "naval bases",
    )
)  # fmt: skip
_NAME: Final = re.compile(r"\b[A-Z][\w-]+")
_PARENTHESIS: Final = re.compile(r"\([^)]*\)")
# "Massoud's bases": a person's, where the operator of the bases is a state.
_OWNER: Final = re.compile(r"\b(?P<owner>[A-Z][\w-]+)[’']s\b")


@dataclass(frozen=True, slots=True)
class Base:
    """A base in the terms in which a passage can describe it."""

    id: str
    name: str
    operators: frozenset[str]  # who runs it; not who else is said to use it
    country: str
    kind: str
    is_country_wide: bool
    position: LonLat
    reach_m: float


@dataclass(frozen=True, slots=True)
class _Group:
    id: str
    name: str
    bases: frozenset[str]
    countries: frozenset[str]
    operators: frozenset[str]  # actors in the collection's own name that are not its countries
    owners: frozenset[str]  # persons whose bases they are by the collection's own name


@dataclass(frozen=True, slots=True)
class _Description:
    """A base noun with who runs it and where."""

    noun: Span
    operator: Name | None
    hosts: tuple[Name, ...]
    owner: Name | None = None  # the state whose it is, directly before: "Sudan’s dams"


class BaseRules:
    """Finds the bases, or groups of bases, that a passage describes without their names."""

    def __init__(
        self, features: Sequence[Feature], collections: Sequence[Collection], nouns: Iterable[str]
    ) -> None:
        self._bases = {feature.id: _base(feature) for feature in features}
        self.bases: Mapping[str, Base] = self._bases
        self._groups = _groups(collections, self._bases)
        self._civil = frozenset(nouns) - BASE_NOUNS - NO_BASE_NOUNS - _MILITARY
        words = BASE_NOUNS | (set(nouns) - NO_BASE_NOUNS)
        self._first_words = first_words(words)
        self._noun = re.compile(rf"(?<![\w-])(?:{alternation(words)})(?![\w-])", re.IGNORECASE)

    def find(self, reading: PassageReading) -> list[Found]:
        """Return a target for each operator and host that the passage joins by a base noun."""
        found = []
        hosts: tuple[Name, ...] = ()
        for description in self._descriptions(reading):
            hosts = description.hosts or (hosts if _refers_back(description, reading) else ())
            if not hosts and description.owner is not None:
                hosts = (description.owner,)
            for host in hosts:
                target_id, words = self._target(description, host, reading)
                if target_id:
                    found.append(_found(target_id, words, description, host, reading))
        return found

    def _descriptions(self, reading: PassageReading) -> list[_Description]:
        if self._first_words.isdisjoint(reading.vocabulary):
            return []
        text, described = reading.text, []
        for match in self._noun.finditer(text):
            noun, before = Span(*match.span()), text[: match.start()]
            if NO_BASE_BEFORE.search(before) or DENIED_BEFORE.search(before):
                continue
            described.append(
                _Description(
                    noun=noun,
                    operator=_operator(noun, reading),
                    hosts=_hosts(noun, reading),
                    owner=_owner(noun, reading),
                )
            )
        return described

    def _target(
        self, description: _Description, host: Name, reading: PassageReading
    ) -> tuple[str, str]:
        """Return the smallest target that covers the description, and its operator in words."""
        operator = description.operator
        if operator is not None and not host.is_literal:
            noun = reading.words(description.noun).lower()
            return self._covering(operator.actors, host.actors, noun), operator.text
        if operator is not None and host.position is not None:
            near = [
                base.id
                for base in self._bases.values()
                if base.operators.intersection(operator.actors)
                and is_within_m(base.position, host.position, base.reach_m)
            ]
            return (near[0], operator.text) if len(near) == 1 else ("", "")
        before = set(_NAME.findall(reading.text[: description.noun.start][-_BEFORE_REACH:]))
        for group in self._groups:
            owners = sorted(group.owners & before)
            if owners and group.countries == set(host.actors):
                return group.id, owners[0]
        return "", ""

    def _covering(self, operators: Sequence[str], hosts: Sequence[str], noun: str) -> str:
        """Return the smallest target that holds every base of the operators in the hosts.

        "The air base" can only be one of that kind; "its bases" are all that there are. What is
        on the map as the use of a country's bases is those bases, however many they are.
        """
        is_plural = noun.endswith(("s", "basing"))
        fitting = {
            base.id: base.kind
            for base in self._bases.values()
            if base.operators.intersection(operators) and base.country in hosts
        }
        wanted = "air" if noun.startswith("air") else _singular(noun.rpartition(" ")[2])
        of_kind = {base for base, kind in fitting.items() if wanted in kind}
        if noun in BASE_NOUNS and (is_plural or not of_kind):
            # "Bases" are of every military kind: air bases, garrisons, test ranges.
            of_kind = {base for base, kind in fitting.items() if not self._is_civil(kind)}
        if len(of_kind) == 1 and (not is_plural or self._bases[min(of_kind)].is_country_wide):
            return min(of_kind)
        for group in self._groups:
            is_covering = of_kind <= group.bases and group.countries <= set(hosts)
            if of_kind and is_covering and self._is_run_by(group, operators):
                return group.id
        return min(of_kind) if len(of_kind) == 1 else ""

    def _is_civil(self, kind: str) -> bool:
        """Tell whether a kind is one of the nouns that the layers added to the military ones."""
        return any(kind.endswith(noun) for noun in self._civil)

    def _is_run_by(self, group: _Group, operators: Sequence[str]) -> bool:
        """Tell whether a group is the operator's: by the group's name, else by every base in it."""
        if group.operators:
            return not group.operators.isdisjoint(operators)
        return all(self._bases[base].operators.intersection(operators) for base in group.bases)


def _singular(noun: str) -> str:
    if noun.endswith("ies"):
        return f"{noun[:-3]}y"
    return noun.removesuffix("s")


def _base(feature: Feature) -> Base:
    point = feature.geometry.representative_point()
    country = state_code(feature.country)
    # "Tajikistan (India-renovated; India/Russia use)" is run by Tajikistan.
    operators = actors_in(_PARENTHESIS.sub("", feature.operator))
    return Base(
        id=feature.id,
        name=feature.name,
        # What no state is named to run belongs to where it is: "the Ethiopian dams".
        operators=operators or frozenset({country} - {""}),
        country=country,
        kind=feature.kind.lower(),
        is_country_wide=feature.precision is Precision.COUNTRY,
        position=LonLat(point.x, point.y),
        reach_m=_SETTLEMENT_M + min(feature.uncertainty_m, _SETTLEMENT_M),
    )


def _groups(collections: Sequence[Collection], bases: dict[str, Base]) -> tuple[_Group, ...]:
    """Return the collections of bases, smallest first."""
    by_id = {collection.id: collection for collection in collections}
    groups = []
    for collection in collections:
        leaves = leaves_of(collection.id, by_id)
        if leaves and leaves <= bases.keys():
            countries = frozenset(bases[leaf].country for leaf in leaves)
            actors = actors_in(collection.name)
            owners = () if actors - countries else _OWNER.findall(collection.name)
            groups.append(
                _Group(
                    id=collection.id,
                    name=collection.name,
                    bases=leaves,
                    countries=countries,
                    operators=actors - countries,
                    owners=frozenset(owners),
                )
            )
    return tuple(sorted(groups, key=lambda group: (len(group.bases), group.id)))


_BASED_IN: Final = frozenset(("in", "at", "across", "within", "inside", "near", "into"))
_HOST_FORMS: Final = frozenset(("state", "region", "settlement"))
_RUNNERS: Final = frozenset(("state", "organisation", "government"))
_BY: Final = re.compile(r"\s+(?:\w+\s+)?(?:by|of)\s+(?:the\s+)?", re.IGNORECASE)
_OWN: Final = re.compile(r"\b(?:its|their)\s+own\s+(?:[\w-]+\s+)?$", re.IGNORECASE)
_THERE: Final = re.compile(r"\s+there\b", re.IGNORECASE)
_OPENING: Final = re.compile(r"\W*(?:In|At|Across)\s+(?:the\s+)?", re.IGNORECASE)


def _hosts(noun: Span, reading: PassageReading) -> tuple[Name, ...]:
    """Return the places that follow a base noun, or that open the sentence."""
    after = [
        name
        for name in reading.names
        if name.span.start >= noun.end and name.form in _HOST_FORMS and name.governor in _BASED_IN
    ]
    if after and after[0].span.start - noun.end <= _HOST_REACH:
        return _run(after, reading)
    first = reading.names[0] if reading.names else None
    if first and first.form in _HOST_FORMS and first.span.end <= noun.start:
        return (first,) if _OPENING.fullmatch(reading.text[: first.span.start]) else ()
    return ()


def _run(names: list[Name], reading: PassageReading) -> tuple[Name, ...]:
    """Return the first name and those that a list joins to it."""
    run = [names[0]]
    for name in names[1:]:
        between = reading.text[run[-1].span.end : name.span.start]
        if not LIST_SEPARATOR.fullmatch(between):
            break
        run.append(name)
    return tuple(run)


def _operator(noun: Span, reading: PassageReading) -> Name | None:
    """Return who runs the base: its adjective, its agent, else the actor named last before it."""
    before = [name for name in reading.names if name.span.end <= noun.start]
    after = (name for name in reading.names if name.span.start > noun.end)
    for name in after:
        by = _BY.fullmatch(reading.text[noun.end : name.span.start])
        if by and name.form in _RUNNERS | {"demonym"}:
            return name
    if before and before[-1].form != "region":
        between = reading.text[before[-1].span.end : noun.start]
        if _MODIFIERS.fullmatch(between):
            return before[-1]
    runners = [name for name in before if _may_run(name)]
    return runners[-1] if runners and not _is_person_between(runners[-1], noun, reading) else None


def _owner(noun: Span, reading: PassageReading) -> Name | None:
    """Return the state that stands directly before a noun as its owner: "the Ethiopian dams"."""
    before = [name for name in reading.names if name.span.end <= noun.start]
    if not before or before[-1].form not in ("state", "demonym"):
        return None
    between = reading.text[before[-1].span.end : noun.start]
    return before[-1] if _OWNS.fullmatch(between) else None


_OWNS: Final = re.compile(r"(?:[’'](?:s)?)?\s+(?:[a-z-]+\s+){0,2}")


def _may_run(name: Name) -> bool:
    is_people = name.form == "demonym" and name.text.endswith("s")
    return bool(name.actors) and not name.governor and (name.form in _RUNNERS or is_people)


_WHO: Final = re.compile(r"[A-Z][\w’'-]+,?\s+(?:who|whose)\b")


def _is_person_between(runner: Name, noun: Span, reading: PassageReading) -> bool:
    """Tell whether a person stands between: "…, Massoud, who had bases in …"."""
    return _WHO.search(reading.text[runner.span.end : noun.start]) is not None


def _refers_back(description: _Description, reading: PassageReading) -> bool:
    """Tell whether the host is that of the base before: "its own bases", "a base there"."""
    own = _OWN.search(reading.text[: description.noun.start])
    return own is not None or _THERE.match(reading.text, description.noun.end) is not None


def _found(
    target_id: str, words: str, description: _Description, host: Name, reading: PassageReading
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
