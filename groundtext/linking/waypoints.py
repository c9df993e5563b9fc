"""Lines by the places along them, and sections of lines by the state they lie in.

"By rail from Riga to Hairatan" means the line that has both; "the Afghan section of the pipeline"
means that one of the parts of a line that lies in Afghanistan.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from shapely import Point, get_coordinates
from shapely.ops import nearest_points

from groundtext.gazetteer.names import fold
from groundtext.geodesy import is_within_m
from groundtext.linking.actors import state_code
from groundtext.linking.found import Found
from groundtext.linking.profiles import leaves_of
from groundtext.linking.words import alternation
from groundtext.model import LonLat, Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from groundtext.linking.found import Thread
    from groundtext.linking.reading import PassageReading
    from groundtext.model import Collection, Feature

_NEAR_M: Final = 25_000.0
_FAR_DEG: Final = 1.5  # nothing farther from a line's extent is measured
_FEWEST_PLACES: Final = 2
_SHORTEST: Final = 4
_PLACE: Final = re.compile(r"[A-Z][\w’'-]{2,}(?:[ -][A-Z][\w’'-]+){0,2}")
_LEADS: Final = re.compile(r"\b(?:to|from|at|via|in|through|near|and|pass|for|past)\s+$")
_PASSES: Final = frozenset(("from", "through", "across", "via", "crossing", "crosses"))
_TRAVEL_WORDS: Final = frozenset(
    (
        "pipeline", "pipelines", "gas", "railway", "railways", "railroad", "railroads", "rail",
        "track", "tracks", "train", "trains", "road", "roads", "route", "routes", "corridor",
        "corridors", "line", "lines", "branch", "branches", "network", "lorry", "lorries", "truck",
        "trucks", "ferry", "ferries", "freight", "cargo", "supplies",
    )
)  # fmt: skip
_TRAVELS: Final = re.compile(rf"\b(?:{alternation(_TRAVEL_WORDS)})\b", re.IGNORECASE)
_SECTION_WORDS: Final = frozenset(
    ("section", "stretch", "segment", "leg", "portion", "part", "soil")
)
_SECTION: Final = re.compile(
    rf"(?P<state>[A-Z]\w+)(?:[’']s)?\s+(?:\w+\s+)?(?P<noun>{alternation(_SECTION_WORDS)})\b"
)


@dataclass(frozen=True, slots=True)
class _Line:
    id: str
    name: str
    country: str  # of the one that it lies in; empty for several
    states: frozenset[str]
    shape: Feature
    waypoints: frozenset[str]  # folded names


class WaypointRules:
    """Finds the lines that a passage means by the places it names along them."""

    def __init__(self, features: Sequence[Feature], collections: Sequence[Collection]) -> None:
        self._lines = tuple(_line(feature) for feature in features if _is_line(feature))
        counts = Counter(name for line in self._lines for name in line.waypoints)
        self._telling = frozenset(name for name, count in counts.items() if count == 1)
        by_id = {collection.id: collection for collection in collections}
        ids = {line.id for line in self._lines}
        self._groups = [
            (collection, leaves)
            for collection in collections
            if (leaves := leaves_of(collection.id, by_id)) and leaves <= ids
        ]
        self._groups.sort(key=lambda group: (len(group[1]), group[0].id))

    def find(self, reading: PassageReading, thread: Thread, named: Iterable[str]) -> list[Found]:
        """Return the lines whose places, or whose section, the passage names.

        `named` are the targets that the passage names, which need no second word.
        """
        if not self._lines:
            return []
        spoken = {*named, *thread.seen}
        sections = self._sections(reading, spoken)
        return sections or self._by_places(reading, spoken)

    def _by_places(self, reading: PassageReading, spoken: set[str]) -> list[Found]:
        if _TRAVEL_WORDS.isdisjoint(reading.vocabulary):
            return []
        spoken_of = _TRAVELS.search(reading.text)
        if spoken_of is None:
            return []
        travel = Span(*spoken_of.span())
        spans = _places(reading)
        abroad = _states_passed(reading)
        scored = []
        for line in self._lines:
            if line.states and abroad - line.states:
                continue
            on_line = [span for span, name, at in spans if _is_on(line, name, at)]
            telling = {name for span, name, _ in spans if span in on_line} & self._telling
            groups = {group.id for group, leaves in self._groups if line.id in leaves}
            least = 1 if telling and groups & spoken else _FEWEST_PLACES
            if len(on_line) >= least:
                scored.append((len(on_line) + len(telling), line, tuple(on_line)))
        if not scored:
            return []
        best = max(score for score, _, _ in scored)
        whole = self._whole(scored, reading, travel)
        if whole:
            return whole
        leading = [(line, matched) for score, line, matched in scored if score == best]
        return self._chosen(leading, travel, reading)

    def _whole(
        self,
        scored: Sequence[tuple[int, _Line, tuple[Span, ...]]],
        reading: PassageReading,
        travel: Span,
    ) -> list[Found]:
        """Return the group whose parts have places that no single line has all of."""
        most = max(len(matched) for _, _, matched in scored)
        for group, leaves in self._groups:
            parts = [matched for _, line, matched in scored if line.id in leaves]
            union = tuple(sorted({span for matched in parts for span in matched}))
            if len(parts) > 1 and len(union) > most:
                return [_by_places(group.id, group.name, travel, union, reading)]
        return []

    def _chosen(
        self,
        leading: Sequence[tuple[_Line, tuple[Span, ...]]],
        travel: Span,
        reading: PassageReading,
    ) -> list[Found]:
        """Return the one line that leads, else the smallest group of those that do."""
        ids = {line.id for line, _ in leading}
        line, matched = leading[0]
        target, name = line.id, line.name
        if len(ids) > 1:
            groups = [group for group, leaves in self._groups if ids <= leaves]
            if not groups:
                return []
            target, name = groups[0].id, groups[0].name
        return [_by_places(target, name, travel, matched, reading)]

    def _sections(self, reading: PassageReading, spoken: set[str]) -> list[Found]:
        if _SECTION_WORDS.isdisjoint(reading.vocabulary):
            return []
        found = []
        for match in _SECTION.finditer(reading.text):
            span = Span(*match.span())
            states = {a for n in reading.names if n.span.overlaps(span) for a in n.actors}
            for collection, leaves in self._groups:
                meant = [
                    each for each in self._lines if each.id in leaves and each.country in states
                ]
                is_spoken = collection.id in spoken or bool(leaves & spoken)
                if len(meant) == 1 and is_spoken and len(leaves) > 1:
                    reason = f"‘{reading.words(span)}’ of {collection.name}: {meant[0].name}"
                    found.append(_found(meant[0].id, reason, (span,)))
        return found


def _is_line(feature: Feature) -> bool:
    return feature.geometry.geom_type in {"LineString", "MultiLineString"}


def _line(feature: Feature) -> _Line:
    country = state_code(feature.country)
    codes = {state_code(part) for part in re.split(r"[\s,;/]+", feature.country)}
    written = feature.properties.get("waypoints", "")
    names = frozenset(fold(name) for name in _PLACE.findall(written) if len(name) >= _SHORTEST)
    return _Line(feature.id, feature.name, country, frozenset(codes - {""}), feature, names)


def _places(reading: PassageReading) -> list[tuple[Span, str, LonLat | None]]:
    """Return the capitalised words of a passage that may be places, with positions if known."""
    positions = {name.span: name.position for name in reading.names if name.position}
    found: list[tuple[Span, str, LonLat | None]] = [
        (span, fold(reading.text[span.start : span.end]), at) for span, at in positions.items()
    ]
    taken = [span for span, _, _ in found] + [name.span for name in reading.names]
    for match in _PLACE.finditer(reading.text):
        span = Span(*match.span())
        if _LEADS.search(reading.text[: span.start]) and not any(map(span.overlaps, taken)):
            found.append((span, fold(match[0]), None))
    return sorted(found)


def _states_passed(reading: PassageReading) -> set[str]:
    """Return the states from which, through which or to which the passage says something goes."""
    return {
        actor
        for name in reading.names
        if name.form == "state" and name.governor in _PASSES
        for actor in name.actors
    }


def _is_on(line: _Line, name: str, at: LonLat | None) -> bool:
    if name in line.waypoints:
        return True
    if at is None:
        return False
    west, south, east, north = line.shape.geometry.bounds
    if not (
        west - _FAR_DEG <= at.lon <= east + _FAR_DEG
        and south - _FAR_DEG <= at.lat <= north + _FAR_DEG
    ):
        return False
    on_line = nearest_points(line.shape.geometry, Point(at))[0]
    lon, lat = get_coordinates(on_line)[0]
    return is_within_m(LonLat(float(lon), float(lat)), at, _NEAR_M)


def _by_places(
    target_id: str, name: str, travel: Span, places: tuple[Span, ...], reading: PassageReading
) -> Found:
    words = ", ".join(f"‘{reading.words(span)}’" for span in places)
    reason = f"‘{reading.words(travel)}’ + places {words}: {name}"
    return _found(target_id, reason, (travel, *places))


def _found(target_id: str, reason: str, matches: tuple[Span, ...]) -> Found:
    return Found(
        target_id=target_id,
        score=0.65,
        reason=reason,
        method="route-places",
        matches=tuple(sorted(set(matches))),
    )
