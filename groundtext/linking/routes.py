"""Lines by what they carry and which states they join: "gas from A to B", "a railway through C"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from groundtext.linking.actors import find_actors
from groundtext.linking.found import Found
from groundtext.linking.line_words import ERA_WORDS, ROUTE_WORDS
from groundtext.linking.reading import Name, PassageReading, gap
from groundtext.linking.route_profiles import RouteMatch, RouteProfile, route_profiles
from groundtext.linking.route_words import (
    LINE_AFTER,
    REACH,
    family_words,
    firm_words,
    is_firm_noun,
    is_on,
    is_origin,
    names_near,
)
from groundtext.linking.spoken_routes import across, in_use, started
from groundtext.linking.vocabulary import LIST_SEPARATOR
from groundtext.model import Collection, Feature, Span

if TYPE_CHECKING:
    from collections.abc import Container, Sequence

_MOST_MISSING: Final = 1 / 3  # of a line's states, that "through …" may leave out
_FEWEST_STATES: Final = 2
_ADJECTIVES: Final = re.compile(r"\s+(?:[a-z-]+\s+){0,2}")
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
_LEADERS: Final = frozenset(("president", "presidents", "minister", "ministers", "leaders"))
ANY_WORD: Final = frozenset().union(*ROUTE_WORDS.values(), ("supply",))
_TELLING_REACH: Final = 60
_TO: Final = re.compile(r"(?:\s+(?:lines?|pipes?|mains?))?\s+to\s+(?:the\s+)?", re.IGNORECASE)
_THE: Final = re.compile(r"\b[Tt]he\s+(?:[\w-]+\s+)?$")
_PEOPLE: Final = re.compile(r"\b[Tt]he\s+([A-Z]\w+)s\b")


class RouteRules:
    """Finds the lines that a passage describes without their names."""

    def __init__(self, features: Sequence[Feature], collections: Sequence[Collection]) -> None:
        self._routes = route_profiles(features, collections)

    def find(
        self,
        reading: PassageReading,
        named: Container[str] = (),
        spoken: Container[str] = (),
        recent: Container[str] = (),
    ) -> list[Found]:
        """Return the line that each kind of words in the passage fits best.

        Where a line of the kind is among the `named`, the words are about that one. Of lines that
        fit as well, the only one that the document has `spoken` of is meant, else the only one
        that ends where the passage says; `recent` is what the passages just before are about.
        """
        if ANY_WORD.isdisjoint(reading.vocabulary):
            return []
        found = []
        families = {route.family for route in self._routes if route.id in named}
        for family in sorted(ROUTE_WORDS.keys() - families):
            words = family_words(family, reading)
            if not words:
                continue
            routes = [route for route in self._routes if route.family == family]
            matches = [
                match
                for route in routes
                for match in (
                    _from_to(route, words, reading),
                    _between(route, words, reading),
                    _to_end(route, words, reading),
                    _through(route, words, reading),
                    _of_all(route, words, reading),
                    _of_era(route, words, reading),
                    in_use(route, words, reading, spoken),
                    across(route, words, reading, spoken),
                    started(route, words, reading, recent),
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
            for match in matches if reading.rejected is not None else ():
                if match is not chosen:
                    why = "another fits better" if chosen else "others fit as well"
                    about = f"{match.words} as {match.route.name}"
                    reading.reject(match.spans[0], about, why, match.route.id)
        return found


def _chosen(leading: Sequence[RouteMatch], spoken: Container[str]) -> RouteMatch | None:
    """Return the one match, or the only one that is spoken of or ends where the passage says."""
    for kept in (
        leading,
        [match for match in leading if match.route.id in spoken],
        [match for match in leading if match.ends_there],
    ):
        if len(kept) == 1:
            return kept[0]
    return None


def _from_to(route: RouteProfile, words: list[Span], reading: PassageReading) -> RouteMatch | None:
    """Match "from A to B" by the line's start and an end further on."""
    names = names_near(words, reading)
    starts = [
        name
        for name in names
        if set(route.states[:1]) & set(name.actors)
        and (name.governor == "from" or is_origin(name, reading))
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
    return RouteMatch(route, score, told, spans, ends_there, is_from_to=True)


def _between(route: RouteProfile, words: list[Span], reading: PassageReading) -> RouteMatch | None:
    """Match "A and B signed … on a pipeline" by the line's two ends, if no other state is named."""
    firm = firm_words(words, reading)
    if not firm or len(route.states) < _FEWEST_STATES:
        return None
    names = [name for name in names_near(firm, reading) if name.form == "state"]
    ends = {route.states[0], route.states[-1]}
    if len(names) != len(ends) or {actor for name in names for actor in name.actors} != ends:
        return None
    first, second = names
    if not LIST_SEPARATOR.fullmatch(reading.text[first.span.end : second.span.start]):
        return None
    spans = (firm[0], first.span, second.span)
    return RouteMatch(
        route, 0.65, f"between {first.text} and {second.text}", spans, ends_there=True
    )


def _to_end(route: RouteProfile, words: list[Span], reading: PassageReading) -> RouteMatch | None:
    """Match "Norway wants a pipeline to Poland" by both ends, "the pipeline to Poland" by one."""
    firm = [
        word
        for word in words
        if is_firm_noun(word, reading) or LINE_AFTER.match(reading.text, word.end)
    ]
    if not firm or len(route.states) < _FEWEST_STATES:
        return None
    for name in reading.names:
        if name.form != "state" or route.states[-1] not in name.actors:
            continue
        if _is_listed_on(name, reading):
            continue  # "to Pakistan and India" ends in India
        led = [word for word in firm if _TO.fullmatch(reading.text[word.end : name.span.start])]
        start = _wanting(route.states[0], led[0], reading) if led else None
        if start:
            told = f"to {name.text}, wanted by {reading.words(start)}"
            return RouteMatch(route, 0.66, told, (led[0], start, name.span), ends_there=True)
        if led and _THE.search(reading.text, 0, led[0].start):
            spans = (led[0], name.span)
            return RouteMatch(route, 0.6, f"to {name.text}", spans, ends_there=True)
    return None


def _is_listed_on(name: Name, reading: PassageReading) -> bool:
    """Tell whether a list goes on after a state."""
    return any(
        other.form == "state"
        and LIST_SEPARATOR.fullmatch(reading.text[name.span.end : other.span.start])
        for other in reading.names
        if other.span.start > name.span.end
    )


def _wanting(state: str, word: Span, reading: PassageReading) -> Span | None:
    """Return the first name before a word, if it is the state's, its people's or government's."""
    before = [name for name in reading.names if name.actors and name.span.end <= word.start]
    people = _PEOPLE.search(reading.text, 0, word.start)
    if people and not (before and before[0].span.end <= people.start()):
        actors = [actor for found in find_actors(people[1]) for actor in found.actors]
        return Span(*people.span()) if state in actors else None
    return before[0].span if before and state in before[0].actors else None


def _through(route: RouteProfile, words: list[Span], reading: PassageReading) -> RouteMatch | None:
    """Match "through A and B" by nearly all of the line's states."""
    names = names_near(words, reading)
    through = [name for name in names if name.governor in _THROUGH]
    if through and _is_of_another(route.family, through[0], words, reading):
        return None
    refers_back = _REFERS_BACK.search(reading.text) is not None
    if not (through or refers_back) or not all(is_on(route, name) for name in through):
        return None
    joined = [name for name in names if is_on(route, name)]
    covered = {state for name in joined for state in name.actors} & set(route.states)
    least = max(_FEWEST_STATES, len(route.states) * (1 - _MOST_MISSING))
    if len(covered) + _ROUNDING < least:
        return None
    spans = (words[0], *(name.span for name in joined))
    score = 0.6 + 0.2 * len(covered) / len(route.states)
    return RouteMatch(route, score, "through " + ", ".join(name.text for name in joined), spans)


def _of_all(route: RouteProfile, words: list[Span], reading: PassageReading) -> RouteMatch | None:
    """Match "a Kenyan, a Ugandan and a Rwandan minister … the railway" by all of its states."""
    if _LEADERS.isdisjoint(reading.vocabulary):
        return None  # figures for each state are of a longer line as well
    firm = firm_words(words, reading)
    names = [
        name for name in names_near(firm, reading) if name.form != "region" and is_on(route, name)
    ]
    covered = {state for name in names for state in name.actors}
    if len(route.states) <= _FEWEST_STATES or not set(route.states) <= covered:
        return None
    told = ", ".join(name.text for name in names)
    score = 0.5 + 0.02 * len(route.states)
    return RouteMatch(route, score, f"all of {told}", (firm[0], *(name.span for name in names)))


def _is_of_another(family: str, name: Name, words: Sequence[Span], reading: PassageReading) -> bool:
    """Tell whether another kind of line goes through: "roads across Peru, and a pipeline"."""
    if any(word.end <= name.span.start for word in words):
        return False
    others = ANY_WORD - ROUTE_WORDS[family] - {"energy", "gas", "oil"}
    start = max(0, name.span.start - REACH)
    return any(
        match[0].lower() in others for match in _WORD.finditer(reading.text, start, name.span.start)
    )


def _of_era(route: RouteProfile, words: list[Span], reading: PassageReading) -> RouteMatch | None:
    """Match a group of lines that is named by its time: "pipelines of the … era"."""
    if not route.era:
        return None
    found = [match for match in _WORD.finditer(reading.text) if match[0].lower() in route.era]
    for match in found:
        span = Span(*match.span())
        after = _WORD.search(reading.text, span.end)
        nearest = min(words, key=lambda word: gap(span, word))
        if match[0][0].isupper() and _ADJECTIVES.fullmatch(reading.text, span.end, nearest.start):
            return RouteMatch(route, 0.75, f"{match[0]}", (nearest, span))
        near = gap(span, nearest) <= _TELLING_REACH
        if near and after and after[0].lower() in ERA_WORDS:
            return RouteMatch(route, 0.75, f"{match[0]} {after[0]}", (nearest, span))
    return None


def _found(match: RouteMatch, reading: PassageReading) -> Found:
    first = match.spans[0]
    return Found(
        target_id=match.route.id,
        score=round(match.score, 2),
        reason=(f"‘{reading.text[first.start : first.end]}’ + {match.words}: {match.route.name}"),
        method="route-description",
        matches=tuple(sorted(set(match.spans))),
    )
