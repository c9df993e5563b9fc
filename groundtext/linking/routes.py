"""Lines by what they carry and which states they join: "gas from A to B", "a railway through C"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from groundtext.linking.actors import find_actors, state_code
from groundtext.linking.found import Found
from groundtext.linking.profiles import leaves_of
from groundtext.linking.reading import Name, PassageReading, gap
from groundtext.linking.vocabulary import (
    ERA_WORDS,
    LIST_SEPARATOR,
    ROUTE_WORDS,
    TRANSIT_WORDS,
    line_family,
)
from groundtext.model import Collection, Feature, Span

if TYPE_CHECKING:
    from collections.abc import Container, Sequence

_REACH: Final = 110
_MOST_MISSING: Final = 1 / 3  # of a line's states, that "through …" may leave out
_FEWEST_STATES: Final = 2
_ROUNDING: Final = 1e-9
_CROSSING: Final = frozenset(
    ("cross", "crosses", "crossed", "crossing", "traverse", "traverses", "traversing")
)
_THROUGH: Final = frozenset(("through", "across", "via")) | _CROSSING
_ONWARD: Final = frozenset(("to", "into")) | _THROUGH
# "through those two countries" comes back to names before it.
_REFERS_BACK: Final = re.compile(r"\b(?:through|across)\s+(?:those|these|both)\b", re.IGNORECASE)
_WORD: Final = re.compile(r"[^\W\d_]+")
# Most passages hold none of the words that could mean a line.
_ANY_WORD: Final = frozenset().union(*ROUTE_WORDS.values())
_TELLING_REACH: Final = 60
_FIRM_NOUNS: Final = frozenset(("pipeline", "railway", "railroad"))
_STUFF_AFTER: Final = re.compile(r"\s+(?:natural\s+|crude\s+)?(?:gas|oil)\b")
_STUFF_BEFORE: Final = re.compile(r"\b(?:gas|oil)\s+(?:of|in)\s+$")


@dataclass(frozen=True, slots=True)
class _Route:
    id: str
    name: str
    family: str  # pipeline | railway | corridor
    states: tuple[str, ...]  # in order from start to end
    era: frozenset[str]  # telling words of a collection's name, lower case


@dataclass(frozen=True, slots=True)
class _Match:
    route: _Route
    score: float
    words: str
    spans: tuple[Span, ...]
    ends_there: bool = False
    is_from_to: bool = False


class RouteRules:
    """Finds the lines that a passage describes without their names."""

    def __init__(self, features: Sequence[Feature], collections: Sequence[Collection]) -> None:
        self._routes = _routes(features, collections)

    def find(
        self,
        reading: PassageReading,
        named: Container[str] = (),
        spoken: Container[str] = (),
    ) -> list[Found]:
        """Return the line that each kind of words in the passage fits best.

        Where a line of the kind is among the `named`, the words are about that one. Of lines that
        fit as well, the only one that the document has `spoken` of is meant, else the only one
        that ends where the passage says.
        """
        if _ANY_WORD.isdisjoint(reading.vocabulary):
            return []
        found = []
        families = {route.family for route in self._routes if route.id in named}
        for family in sorted(ROUTE_WORDS.keys() - families):
            words = _family_words(family, reading)
            if not words:
                continue
            routes = [route for route in self._routes if route.family == family]
            matches = [
                match
                for route in routes
                for match in (
                    _from_to(route, words, reading),
                    _between(route, words, reading),
                    _through(route, words, reading),
                    _of_era(route, words, reading),
                )
                if match
            ]
            # Where a start is told, what lies between tells no line that starts elsewhere.
            matches = [match for match in matches if match.is_from_to] or matches
            best = max((match.score for match in matches), default=0.0)
            leading = {match.route.id: match for match in matches if match.score == best}
            chosen = _chosen(list(leading.values()), spoken)
            if chosen:
                found.append(_found(chosen, reading))
        return found


def _chosen(leading: Sequence[_Match], spoken: Container[str]) -> _Match | None:
    """Return the one match, or the only one that is spoken of or ends where the passage says."""
    for kept in (
        leading,
        [match for match in leading if match.route.id in spoken],
        [match for match in leading if match.ends_there],
    ):
        if len(kept) == 1:
            return kept[0]
    return None


def _routes(features: Sequence[Feature], collections: Sequence[Collection]) -> tuple[_Route, ...]:
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


def _route(target_id: str, name: str, wording: str, parts: Sequence[Feature]) -> _Route:
    kinds = " ".join(part.kind for part in parts)
    states = [actor for found in find_actors(wording) for actor in found.actors]
    for part in parts:
        states += _states(part.country)
    era = {word.lower() for word in _WORD.findall(name)} if "era" in name.lower() else set()
    return _Route(
        id=target_id,
        name=name,
        family=line_family(f"{name} {kinds}"),
        states=tuple(dict.fromkeys(state for state in states if state.isupper())),
        era=frozenset(era - ERA_WORDS - set().union(*ROUTE_WORDS.values())),
    )


def _states(countries: str) -> list[str]:
    """Return the codes of one country, or of several between commas, spaces or the like."""
    whole = state_code(countries)
    parts = [whole] if whole else map(state_code, re.split(r"[\s,;/–-]+", countries))
    return [code for code in parts if code]


def _family_words(family: str, reading: PassageReading) -> list[Span]:
    """Return the words that say a line of this kind is meant."""
    found = list(_WORD.finditer(reading.text))
    words = [match for match in found if match[0].lower() in ROUTE_WORDS[family]]
    if family == "pipeline" and not any(match[0].lower().startswith("pipeline") for match in words):
        # Gas, oil and energy need a word of transport beside them.
        moves = [match.span() for match in found if match[0].lower() in TRANSIT_WORDS]
        words = [match for match in words if any(_is_beside(match.span(), m) for m in moves)]
    return [Span(*match.span()) for match in words]


def _is_beside(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return gap(Span(*one), Span(*other)) <= len(" of the natural Turkmen ")


def _names_near(words: list[Span], reading: PassageReading) -> list[Name]:
    return [
        name
        for name in reading.names
        if name.form in ("state", "region", "demonym")
        and any(gap(name.span, word) <= _REACH for word in words)
    ]


def _from_to(route: _Route, words: list[Span], reading: PassageReading) -> _Match | None:
    """Match "from A to B" by the line's start and an end further on."""
    names = _names_near(words, reading)
    starts = [
        name
        for name in names
        if set(route.states[:1]) & set(name.actors)
        and (name.governor == "from" or _is_origin(name, reading))
    ]
    ends = [
        name
        for name in names
        if name.governor in _ONWARD and set(route.states[1:]) & set(name.actors)
    ]
    if not starts or not ends or ends[-1].span.start < starts[0].span.end:
        return None
    reached = len(set(route.states[1:]) & set(ends[-1].actors))
    score = 0.7 + 0.02 * reached
    spans = (words[0], starts[0].span, ends[-1].span)
    ends_there = bool(set(route.states[-1:]) & set(ends[-1].actors))
    told = f"from {starts[0].text} to {ends[-1].text}"
    return _Match(route, score, told, spans, ends_there, is_from_to=True)


def _between(route: _Route, words: list[Span], reading: PassageReading) -> _Match | None:
    """Match "A and B signed … on a pipeline" by the line's two ends, if no other state is named."""
    firm = [word for word in words if reading.words(word).lower() in _FIRM_NOUNS]
    if not firm or len(route.states) < _FEWEST_STATES:
        return None
    names = [name for name in _names_near(firm, reading) if name.form == "state"]
    ends = {route.states[0], route.states[-1]}
    if len(names) != len(ends) or {actor for name in names for actor in name.actors} != ends:
        return None
    first, second = names
    if not LIST_SEPARATOR.fullmatch(reading.text[first.span.end : second.span.start]):
        return None
    spans = (firm[0], first.span, second.span)
    return _Match(route, 0.65, f"between {first.text} and {second.text}", spans, ends_there=True)


def _is_origin(name: Name, reading: PassageReading) -> bool:
    """Tell whether what flows is said to be the state's: "Turkmen gas", "the gas of Iraq"."""
    if name.form == "demonym":
        return _STUFF_AFTER.match(reading.text, name.span.end) is not None
    start = max(0, name.span.start - _TELLING_REACH)
    return _STUFF_BEFORE.search(reading.text, start, name.span.start) is not None


def _through(route: _Route, words: list[Span], reading: PassageReading) -> _Match | None:
    """Match "through A and B" by nearly all of the line's states."""
    names = _names_near(words, reading)
    through = [name for name in names if name.governor in _THROUGH]
    refers_back = _REFERS_BACK.search(reading.text) is not None
    if not (through or refers_back) or not all(_is_on(route, name) for name in through):
        return None
    joined = [name for name in names if _is_on(route, name)]
    covered = {state for name in joined for state in name.actors} & set(route.states)
    least = max(_FEWEST_STATES, len(route.states) * (1 - _MOST_MISSING))
    if len(covered) + _ROUNDING < least:
        return None
    spans = (words[0], *(name.span for name in joined))
    score = 0.6 + 0.2 * len(covered) / len(route.states)
    return _Match(route, score, "through " + ", ".join(name.text for name in joined), spans)


def _is_on(route: _Route, name: Name) -> bool:
    return not set(name.actors).isdisjoint(route.states)


def _of_era(route: _Route, words: list[Span], reading: PassageReading) -> _Match | None:
    """Match a group of lines that is named by its time: "pipelines of the … era"."""
    if not route.era:
        return None
    found = [match for match in _WORD.finditer(reading.text) if match[0].lower() in route.era]
    for match in found:
        span = Span(*match.span())
        after = _WORD.search(reading.text, span.end)
        near = min(gap(span, word) for word in words) <= _TELLING_REACH
        if near and after and after[0].lower() in ERA_WORDS:
            nearest = min(words, key=lambda word: gap(span, word))
            return _Match(route, 0.75, f"{match[0]} {after[0]}", (nearest, span))
    return None


def _found(match: _Match, reading: PassageReading) -> Found:
    first = match.spans[0]
    return Found(
        target_id=match.route.id,
        score=round(match.score, 2),
        reason=(f"‘{reading.text[first.start : first.end]}’ + {match.words}: {match.route.name}"),
        method="route-description",
        matches=tuple(sorted(set(match.spans))),
    )
