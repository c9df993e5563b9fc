"""Bases by the place that they are at: "fighter aircraft at Kant", "the air base outside Bishkek".

A town is no base. It takes a military noun, or people of the base's operator, or both; and where
several bases are at one place, something that tells them apart.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from groundtext.geodesy import is_within_m
from groundtext.linking.found import Found, Thread
from groundtext.linking.reading import gap
from groundtext.linking.vocabulary import NO_BASE_BEFORE
from groundtext.linking.words import alternation
from groundtext.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from groundtext.linking.bases import Base
    from groundtext.linking.reading import Name, PassageReading

_NOUNS: Final = frozenset(
    (
        "base", "bases", "airbase", "airbases", "airfield", "airfields", "airport", "airports",
        "garrison", "garrisons", "hangar", "hangars", "runway", "runways", "squadron", "squadrons",
        "station", "stations", "contingent", "contingents", "detachment", "detachments",
        "headquarters", "camp", "camps", "barracks", "facility", "facilities", "outpost",
        "outposts", "hub", "stationed", "quartered", "lease", "leased", "regiment", "division",
        "hospital", "installation", "installations",
    )
)  # fmt: skip
_FORCES: Final = frozenset(
    (
        "troops", "forces", "soldiers", "aircraft", "jets", "fighters", "planes", "helicopters",
        "military", "airmen", "deployed", "deploy", "deployment", "flew", "fly", "flights", "flown",
        "servicemen", "personnel", "missions", "team", "teams", "emptied", "evacuated", "vacated",
        "withdrew", "withdrawn", "handed", "closed", "shut",
    )
)  # fmt: skip
_STRONG: Final = re.compile(rf"\b(?:{alternation(_NOUNS)})\b", re.IGNORECASE)
_WEAK: Final = re.compile(rf"\b(?:{alternation(_FORCES)})\b", re.IGNORECASE)
_REACH: Final = 90  # code points between a place and the noun that goes with it
_BESIDE: Final = 28  # "runway at Ayni", "the air base outside Bishkek"
_OPENING: Final = 4  # code points before the first word of an entry
_ENOUGH: Final = 2.5  # points
_MARGIN: Final = 0.4
# "No base": there is none. Who does not want to see one closed speaks of one that is there.
_NONE: Final = re.compile(r"\b(?:no|without|nor|neither)\s+(?:[\w.-]+\s+){0,3}$", re.IGNORECASE)
_LEFT: Final = re.compile(
    r"\b(?:left|quit|vacated|shut|closed|gave\s+up|emptied|evacuated)\b", re.IGNORECASE
)
_DESCRIBES: Final = re.compile(r"(?:[’']s)?\s+(?:[a-z-]+\s+){0,2}")
_WORD: Final = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class _Noun:
    span: Span
    text: str
    is_strong: bool


class StationRules:
    """Finds the base that a passage means by where it is."""

    def __init__(self, bases: Mapping[str, Base]) -> None:
        self._bases = tuple(base for base in bases.values() if not base.is_country_wide)

    def find(self, reading: PassageReading, thread: Thread) -> list[Found]:
        """Return the base at each place of the passage that is spoken of as one."""
        places = [
            name
            for name in reading.names
            if name.position and not name.is_negated and _is_meant(name, reading)
        ]
        nouns = _nouns(reading) if places and self._bases else []
        if not nouns and not any(name.form == "demonym" for name in reading.names):
            return []
        found = []
        for place in places:
            near = [base for base in self._bases if _is_at(base, place)]
            chosen = self._choose(near, place, nouns, reading, thread) if near else None
            if chosen:
                found.append(chosen)
        return found

    def _choose(
        self,
        bases: Sequence[Base],
        place: Name,
        nouns: Sequence[_Noun],
        reading: PassageReading,
        thread: Thread,
    ) -> Found | None:
        noun = _nearest(place, nouns)
        people = _people_there(place, reading)
        if noun is None and people is None:
            return None
        claims = sorted(
            ((_points(base, place, noun, reading, thread, bases), base.id, base) for base in bases),
            reverse=True,
        )
        points, _, base = claims[0]
        if points < _ENOUGH or (len(claims) > 1 and points - claims[1][0] < _MARGIN):
            return None
        return _found(base, place, noun, people, reading)


def _is_meant(name: Name, reading: PassageReading) -> bool:
    """Tell whether a name is a place here: read as one, or before a noun ("Dushanbe garrison")."""
    if name.form == "settlement":
        return True
    after = _STRONG.match(reading.text, name.span.end + 1)
    return name.form == "government" and after is not None


def _is_at(base: Base, place: Name) -> bool:
    return place.position is not None and is_within_m(base.position, place.position, base.reach_m)


def _nouns(reading: PassageReading) -> list[_Noun]:
    found = []
    for words, pattern, is_strong in ((_NOUNS, _STRONG, True), (_FORCES, _WEAK, False)):
        if words.isdisjoint(reading.vocabulary):
            continue
        for match in pattern.finditer(reading.text):
            before = reading.text[: match.start()]
            if not (NO_BASE_BEFORE.search(before) or _NONE.search(before)):
                found.append(_Noun(Span(*match.span()), match[0], is_strong))
    return found


def _nearest(place: Name, nouns: Iterable[_Noun]) -> _Noun | None:
    near = [
        (gap(place.span, noun.span) + (0 if noun.is_strong else 30), noun.span, noun)
        for noun in nouns
        if gap(place.span, noun.span) <= _REACH
    ]
    return min(near, key=lambda each: each[:2])[2] if near else None


def _people_there(place: Name, reading: PassageReading) -> Name | None:
    """Return the people that are said to be at a place: "The Germans are still at Termez"."""
    before = [
        name
        for name in reading.names
        if name.span.end <= place.span.start
        and gap(name.span, place.span) <= _REACH
        and name.form == "demonym"
    ]
    if not before:
        return None
    between = reading.text[before[-1].span.end : place.span.start]
    is_there = place.governor in ("at", "from") or _LEFT.search(between) is not None
    return before[-1] if is_there else None


def _points(
    base: Base,
    place: Name,
    noun: _Noun | None,
    reading: PassageReading,
    thread: Thread,
    rivals: Sequence[Base],
) -> float:
    """Return how much speaks for a base: its operator, its kind, its name, and what came before."""
    actors = {actor for name in reading.names if name is not place for actor in name.actors}
    points = 1.0 if len(rivals) == 1 else 0.0
    words = {word.lower() for word in _WORD.findall(base.name)}
    is_named = not words.isdisjoint((place.text.lower(), place.text.lower().split()[0]))
    # "Kant (since 2003) …": an entry of a list of bases.
    listed = is_named and place.span.start <= _OPENING and thread.has_bases
    points += 0.6 * is_named + 0.9 * listed
    if base.operators & actors:
        points += 1.5
    elif (noun is None or not noun.is_strong) and not listed:
        return 0.0  # soldiers in a town make no base of it
    elif base.operators & {actor for rival in rivals for actor in rival.operators} & thread.actors:
        points += 0.8
    if noun is not None:
        beside = _beside(noun, reading)
        if beside:
            points += 1.2 if base.operators & beside else -1.2
        points += 1.0 if noun.is_strong else 0.4
        if gap(place.span, noun.span) <= _BESIDE:
            points += 0.6
        points += 0.5 * (noun.text.lower().rstrip("s") in base.kind)
    if base.id in thread.seen:
        points += 0.4
    return points


def _beside(noun: _Noun, reading: PassageReading) -> set[str]:
    """Return the actors that describe a noun: "the American air base"."""
    return {
        actor
        for name in reading.names
        if noun.span.start - name.span.end >= 0
        and name.actors
        and _DESCRIBES.fullmatch(reading.text[name.span.end : noun.span.start])
        for actor in name.actors
    }


def _found(
    base: Base, place: Name, noun: _Noun | None, people: Name | None, reading: PassageReading
) -> Found:
    words = [f"‘{reading.words(noun.span)}’"] if noun else []
    words += [f"‘{people.text}’"] if people and not noun else []
    spans = {place.span, *([noun.span] if noun else []), *([people.span] if people else [])}
    return Found(
        target_id=base.id,
        score=0.7,
        reason=f"{' + '.join([*words, f'place ‘{place.text}’'])}: {base.name} is there",
        method="base-at-place",
        matches=tuple(sorted(spans)),
    )
