"""What is known of a line, or of a group of lines, by which passages describe it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from groundtext.linking.actors import actors_in, find_actors, state_codes
from groundtext.linking.line_words import ERA_WORDS, ROUTE_WORDS, line_family
from groundtext.linking.profiles import leaves_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from groundtext.model import Collection, Feature, Span

_WORD: Final = re.compile(r"[^\W\d_]+")
_STUFF: Final = frozenset(("gas", "oil"))


@dataclass(frozen=True, slots=True)
class RouteProfile:
    """A line, or a group of lines, as a passage can describe it."""

    id: str
    name: str
    family: str  # pipeline | railway | corridor
    states: tuple[str, ...]  # in order from start to end
    leaves: frozenset[str]  # ids of its lines
    operators: frozenset[str]  # actors
    use: str  # "supply", of a supply corridor
    era: frozenset[str]  # telling words of a collection's name, lower case


@dataclass(frozen=True, slots=True)
class RouteMatch:
    """By which words a passage describes a line, and how well."""

    route: RouteProfile
    score: float
    words: str
    spans: tuple[Span, ...]
    ends_there: bool = False
    is_from_to: bool = False


def route_profiles(
    features: Sequence[Feature], collections: Sequence[Collection]
) -> tuple[RouteProfile, ...]:
    """Return the lines that belong to no group, and the groups of lines."""
    by_id = {feature.id: feature for feature in features}
    in_collections = {collection.id: collection for collection in collections}
    routes, members = [], set()
    for collection in collections:
        leaves = sorted(leaves_of(collection.id, in_collections))
        if leaves and all(leaf in by_id for leaf in leaves):
            parts = [by_id[leaf] for leaf in collection.members if leaf in by_id]
            wording = "; ".join((collection.name, *collection.aliases))
            routes.append(_route(collection.id, collection.name, wording, parts))
            members.update(leaves)
    for feature in features:
        if feature.id not in members:
            wording = "; ".join((feature.name, *feature.aliases))
            routes.append(_route(feature.id, feature.name, wording, [feature]))
    return tuple(route for route in routes if route.family)


def _route(target_id: str, name: str, wording: str, parts: Sequence[Feature]) -> RouteProfile:
    kinds = " ".join(part.kind for part in parts)
    states = [actor for found in find_actors(wording) for actor in found.actors]
    for part in parts:
        states += state_codes(part.country)
    era = {word.lower() for word in _WORD.findall(name)} if "era" in name.lower() else set()
    return RouteProfile(
        id=target_id,
        name=name,
        family=line_family(f"{name} {kinds}"),
        leaves=frozenset(part.id for part in parts),
        operators=actors_in(" ; ".join(sorted({part.operator for part in parts}))),
        use=_use(parts),
        states=tuple(dict.fromkeys(state for state in states if state.isupper())),
        era=frozenset(era - ERA_WORDS - set().union(*ROUTE_WORDS.values())),
    )


def _use(parts: Sequence[Feature]) -> str:
    """Return the word before the noun of the kind, where all the lines share it."""
    kinds = {part.kind.lower() for part in parts}
    words = kinds.pop().split() if len(kinds) == 1 else []
    return words[-2] if len(words) > 1 and words[-2] not in _STUFF else ""
