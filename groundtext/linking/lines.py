"""The lines of the layers as passages can tell them apart, and the groups that they form."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, NamedTuple

from shapely import Point, get_coordinates
from shapely.ops import nearest_points

from groundtext.gazetteer.names import fold
from groundtext.geodesy import is_within_m
from groundtext.linking.actors import state_code, state_codes
from groundtext.linking.line_words import line_family
from groundtext.linking.profiles import leaves_of
from groundtext.model import LonLat, Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from groundtext.linking.reading import PassageReading
    from groundtext.model import Collection, Feature

_NEAR_M: Final = 25_000.0
_FAR_DEG: Final = 1.5  # nothing farther from a line's extent is measured
_SHORTEST: Final = 4
_BETWEEN: Final = re.compile(r"\s[–-]\s|->|[(),;/]")
_PLACE: Final = re.compile(r"[A-Z][\w’'-]{2,}(?:[ -][A-Z][\w’'-]+){0,2}")


_LEADS: Final = re.compile(
    r"\b(to|from|at|via|in|through|near|and|pass|for|past|reach|reached|reaches)\s+(?:the\s+)?$"
)
_REACH: Final = 40  # code points before a word


class Spot(NamedTuple):
    """A name in a passage that may be a place on a line; the span counts from the passage."""

    span: Span
    name: str  # folded
    at: LonLat | None
    governor: str


@dataclass(frozen=True, slots=True)
class Line:
    """One line feature."""

    id: str
    name: str
    family: str  # pipeline | railway | corridor; empty for anything else
    country: str  # of the one that it lies in; empty for several
    states: frozenset[str]
    shape: Feature
    reach: tuple[float, float, float, float]  # around its extent: west, south, east, north
    waypoints: frozenset[str]  # folded names

    def has(self, name: str, at: LonLat | None) -> bool:
        """Tell whether a place is one of the line's by its folded name, or lies at it."""
        if name in self.waypoints:
            return True
        if at is None:
            return False
        west, south, east, north = self.reach
        if not (west <= at.lon <= east and south <= at.lat <= north):
            return False
        on_line = nearest_points(self.shape.geometry, Point(at))[0]
        lon, lat = get_coordinates(on_line)[0]
        return is_within_m(LonLat(float(lon), float(lat)), at, _NEAR_M)


@dataclass(frozen=True, slots=True)
class LineGroup:
    """A collection of which every leaf is a line."""

    id: str
    name: str
    lines: tuple[Line, ...]  # in the order of the layers
    leaves: frozenset[str]  # the ids of the lines
    has_sections: bool  # whether the lines share a name, and each lies in a country of its own
    has_variants: bool  # whether the lines join the same states from different dates on


def _group(collection: Collection, lines: tuple[Line, ...]) -> LineGroup:
    return LineGroup(
        collection.id,
        collection.name,
        lines,
        frozenset(line.id for line in lines),
        has_sections=_are_sections(lines),
        has_variants=_are_variants(lines),
    )


def _are_sections(lines: Sequence[Line]) -> bool:
    countries = [line.country for line in lines]
    names = {line.name.split()[0].strip(",") for line in lines}
    is_split = len(countries) > 1 and all(countries) and len(set(countries)) == len(countries)
    return is_split and len(names) == 1


def _are_variants(lines: Sequence[Line]) -> bool:
    states = {line.states for line in lines}
    starts = {line.shape.valid_from for line in lines}
    return len(lines) > 1 and len(states) == 1 and all(starts) and len(starts) == len(lines)


class Lines:
    """Every line of the layers, their groups, and the names that only one of them has.

    `ids_with` are the ids of each line and of the groups that it is in, `whole_of` is the group
    of each section.
    """

    def __init__(self, features: Sequence[Feature], collections: Sequence[Collection]) -> None:
        self.all = tuple(_line(feature) for feature in features if is_line(feature))
        counts = Counter(name for line in self.all for name in line.waypoints)
        self.telling = frozenset(name for name, count in counts.items() if count == 1)
        by_id = {collection.id: collection for collection in collections}
        lines = {line.id: line for line in self.all}
        groups = []
        for collection in collections:
            leaves = leaves_of(collection.id, by_id)
            if leaves and leaves <= lines.keys():
                parts = tuple(line for line in self.all if line.id in leaves)
                groups.append(_group(collection, parts))
        self.groups = sorted(groups, key=lambda group: (len(group.lines), group.id))
        self.whole_of = {
            line.id: group.id for group in groups if group.has_sections for line in group.lines
        }
        self.ids_with = {
            line.id: frozenset((line.id, *(g.id for g in groups if line.id in g.leaves)))
            for line in self.all
        }


def is_line(feature: Feature) -> bool:
    """Tell whether a feature is drawn as a line."""
    return feature.geometry.geom_type in {"LineString", "MultiLineString"}


def _line(feature: Feature) -> Line:
    written = feature.properties.get("waypoints", "")
    west, south, east, north = feature.geometry.bounds
    parts = [part.strip() for part in _BETWEEN.split(written)]
    names = [*_PLACE.findall(written), *(part for part in parts if part[:1].isupper())]
    return Line(
        id=feature.id,
        name=feature.name,
        family=line_family(f"{feature.name} {feature.kind}"),
        country=state_code(feature.country),
        states=frozenset(state_codes(feature.country)),
        shape=feature,
        reach=(west - _FAR_DEG, south - _FAR_DEG, east + _FAR_DEG, north + _FAR_DEG),
        waypoints=frozenset(fold(name) for name in names if len(name) >= _SHORTEST),
    )


def spots_in(reading: PassageReading, *, led: bool = True) -> list[Spot]:
    """Return the names and capitalised words of a passage that may be places on a line.

    A word that is no known name must follow a preposition if it must be `led`.
    """
    text = reading.text
    found = [
        Spot(name.span, fold(reading.words(name.span)), name.position, name.governor)
        for name in reading.names
        if name.position and name.form != "government" and not _is_tag(name.span, text)
    ]
    taken = [name.span for name in reading.names]
    for match in _PLACE.finditer(text):
        span = Span(*match.span())
        leads = _LEADS.search(text, max(0, span.start - _REACH), span.start)
        if (leads or not led) and not any(map(span.overlaps, taken)):
            found.append(Spot(span, fold(match[0]), None, leads[1] if leads else ""))
    return sorted(found)


def _is_tag(span: Span, text: str) -> bool:
    return text[max(0, span.start - 1) : span.start] in ("#", "@")
