"""Lines by the places along them and the areas that they cross.

"By rail from Riga to Hairatan" means the line that has both; "a pipe through Farah and Nimroz"
means the one that crosses both provinces, if the document has spoken of it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from groundtext.linking.found import Found
from groundtext.linking.lines import Line, Spot, spots_in
from groundtext.linking.passing import leads_elsewhere, moves, states_named, states_passed
from groundtext.linking.travel import TRAVEL_WORDS, going_word, travel_words
from groundtext.model import Span

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from groundtext.linking.found import Thread
    from groundtext.linking.lines import LineGroup, Lines
    from groundtext.linking.reading import PassageReading
    from groundtext.model import Feature

_FEWEST_PLACES: Final = 2
_FEWEST_AREAS: Final = 2
_RECENT: Final = 2  # passages back to which a sentence without a word of travel may go on
_REACH: Final = 40  # code points before a word
_ROUTE_TO: Final = re.compile(
    r"\b(?P<noun>pipelines?|railways?|railroads?|rail\s+link|line|tracks?|branch|corridor|route)"
    r"\s+(?:to|towards|from|through|via|by\s+way\s+of|as\s+far\s+as)\s+(?:the\s+)?(?:port\s+of\s+)?$",
    re.IGNORECASE,
)
_BY_ROAD: Final = re.compile(r"\bby\s+(?:road|air|aircraft|trucks?|lorry|lorries|plane)\b")
_THROUGH_AREAS: Final = frozenset(
    (
        "through", "across", "along", "cross", "crosses", "crossed", "crossing", "traverse",
        "traverses", "traversing", "follow", "follows", "following", "strides",
    )
)  # fmt: skip


class _Words(NamedTuple):
    """By which words a line may be meant."""

    span: Span
    is_travel: bool  # not only a verb such as "starts"
    is_spoken: bool  # whether the document has spoken of it, or of its group
    is_recent: bool  # whether the passages just before have


class _Fit(NamedTuple):
    score: int
    line: Line
    words: Span  # of travel
    spans: tuple[Span, ...]


class WaypointRules:
    """Finds the lines that a passage means by the places and areas it names along them."""

    def __init__(self, lines: Lines, areas: Mapping[str, Feature]) -> None:
        self._lines = lines
        self._areas = areas
        self._crossed: dict[tuple[str, str], bool] = {}

    def find(self, reading: PassageReading, thread: Thread, named: Sequence[Found]) -> list[Found]:
        """Return the lines whose places or areas the passage names.

        `named` is what the passage names, which needs no second word.
        """
        if not self._lines.all:
            return []
        travel = travel_words(reading)
        just = [one.target_id for one in thread.back(_RECENT)]
        recent = {*just}.union(*(self._lines.ids_with.get(each, ()) for each in just))
        goes = going_word(reading) if recent else None
        if not travel and not goes:
            return []
        spoken = {*thread.seen, *(one.target_id for one in named)}
        spots = spots_in(reading)
        return (
            (self._at_end(reading, spots) if travel else [])
            or self._by_places(reading, thread, spots, self._words(travel, goes, spoken, recent))
            or self._by_areas(reading, thread, spoken, travel, named)
        )

    def _words(
        self,
        travel: Mapping[str, Span],
        goes: Span | None,
        spoken: set[str],
        recent: set[str],
    ) -> dict[str, _Words]:
        """Return by which words each line may be meant, and whether it was spoken of."""
        words: dict[str, _Words] = {}
        for line in self._lines.all:
            ids = self._lines.ids_with[line.id]
            is_recent = not ids.isdisjoint(recent)
            if line.family in travel:
                is_spoken = not ids.isdisjoint(spoken)
                words[line.id] = _Words(
                    travel[line.family], is_travel=True, is_spoken=is_spoken, is_recent=is_recent
                )
            elif goes and is_recent:
                # "It starts from A, passes B": what the sentence before spoke of.
                words[line.id] = _Words(goes, is_travel=False, is_spoken=False, is_recent=is_recent)
        return words

    def _at_end(self, reading: PassageReading, spots: Sequence[Spot]) -> list[Found]:
        """Return the line meant by "the railway to X", where only one has the place X."""
        for spot in spots:
            if spot.name not in self._lines.telling:
                continue
            match = _ROUTE_TO.search(
                reading.text, max(0, spot.span.start - _REACH), spot.span.start
            )
            noun = match["noun"].lower() if match else ""
            for line in self._lines.all:
                if spot.name not in line.waypoints or leads_elsewhere(line, spots, reading):
                    continue
                if noun in TRAVEL_WORDS.get(line.family, ()):
                    target = self._whole_of(line)
                    words = Span(match.start(), spot.span.end) if match else spot.span
                    reason = f"‘{reading.words(words)}’, a place on it only: {target.name}"
                    return [_found(target.id, reason, (words,))]
        return []

    def _whole_of(self, line: Line) -> Line | LineGroup:
        """Return the group of which the line is a section, else the line."""
        wholes = [g for g in self._lines.groups if g.has_sections and line.id in g.leaves]
        return wholes[0] if wholes else line

    def _by_places(
        self,
        reading: PassageReading,
        thread: Thread,
        spots: Sequence[Spot],
        words: Mapping[str, _Words],
    ) -> list[Found]:
        if not (spots and words):
            return []
        abroad = states_passed(reading, spots)
        is_by_road = _BY_ROAD.search(reading.text) is not None
        fits = [
            fit
            for line in self._lines.all
            if line.id in words
            and not (is_by_road and line.family == "railway")
            and not (line.states and abroad - line.states)
            and (fit := self._fit(line, words[line.id], spots, reading))
        ]
        if not fits:
            return []
        whole = self._whole(fits, reading, thread)
        if whole:
            return whole
        best = max(fit.score for fit in fits)
        return self._chosen([fit for fit in fits if fit.score == best], reading)

    def _fit(
        self, line: Line, by: _Words, spots: Sequence[Spot], reading: PassageReading
    ) -> _Fit | None:
        """Return how well a line fits the places of a passage, if it does."""
        on_line = [spot for spot in spots if line.has(spot.name, spot.at)]
        if not on_line:
            return None
        telling = {spot.name for spot in on_line} & self._lines.telling & line.waypoints
        is_one = telling and by.is_spoken and not leads_elsewhere(line, spots, reading)
        joined: set[str] = set()
        if by.is_recent and by.is_travel and not telling:
            # "Landed at Riga, it goes to the Afghan border": states will do for a second place.
            states = states_named(reading)
            joined = states & line.states
            is_one = bool(joined) and states <= line.states
        # Lorries at two towns need not drive from the one to the other.
        if not (telling and by.is_recent) and not moves(on_line, reading):
            return None
        least = 1 if is_one else _FEWEST_PLACES
        # Where only a verb says that something goes, a place must tell the line.
        if len(on_line) < least or not (by.is_travel or telling):
            return None
        spans = tuple(spot.span for spot in on_line)
        return _Fit(len(on_line) + len(telling) + len(joined), line, by.span, spans)

    def _whole(self, fits: Sequence[_Fit], reading: PassageReading, thread: Thread) -> list[Found]:
        """Return the group whose parts have places that no single line has all of.

        A line that has as many as a group's sections gives way to the one spoken of last.
        """
        most = max(len(fit.spans) for fit in fits)
        for group in self._lines.groups:
            parts = [fit for fit in fits if fit.line.id in group.leaves]
            union = tuple(sorted({span for fit in parts for span in fit.spans}))
            others = [f.line for f in fits if len(f.spans) == most and f.line not in group.lines]
            is_more = len(union) > most or (
                group.has_sections
                and len(union) == most
                and others
                and all(_said(group, thread) > _said(line, thread) for line in others)
            )
            if len(parts) > 1 and is_more:
                return [_by_places(group, parts[0].words, union, reading)]
        return []

    def _chosen(self, leading: Sequence[_Fit], reading: PassageReading) -> list[Found]:
        """Return the one line that leads, else the smallest group of those that do."""
        ids = {fit.line.id for fit in leading}
        target: Line | LineGroup = leading[0].line
        if len(ids) > 1:
            groups = [group for group in self._lines.groups if ids <= group.leaves]
            if not groups:
                return []
            target = groups[0]
        return [_by_places(target, leading[0].words, leading[0].spans, reading)]

    def _by_areas(
        self,
        reading: PassageReading,
        thread: Thread,
        spoken: set[str],
        travel: Mapping[str, Span],
        named: Sequence[Found],
    ) -> list[Found]:
        """Return the line spoken of that crosses every area named as one that it goes through."""
        areas = [one for one in named if one.target_id in self._areas]
        if len(areas) < _FEWEST_AREAS or _THROUGH_AREAS.isdisjoint(reading.vocabulary):
            return []
        ids = [one.target_id for one in areas]
        targets: dict[str, Line | LineGroup] = {}
        for line in self._lines.all:
            target = self._whole_of(line)
            if line.family in travel and ({line.id, target.id} & spoken):
                targets[target.id] = target
        fitting = [t for t in targets.values() if all(self._crosses(t, area) for area in ids)]
        said = sorted(((_said(t, thread), t.id) for t in fitting), reverse=True)
        if not said or (len(said) > 1 and said[0][0] == said[1][0]):
            return []
        target = targets[said[0][1]]
        family = target.family if isinstance(target, Line) else target.lines[0].family
        spans = tuple(one.matches[0] for one in areas)
        words = ", ".join(f"‘{reading.words(span)}’" for span in spans)
        reason = f"‘{reading.words(travel[family])}’ through areas {words}: {target.name}"
        return [_found(target.id, reason, (travel[family], *spans))]

    def _crosses(self, target: Line | LineGroup, area: str) -> bool:
        lines = (target,) if isinstance(target, Line) else target.lines
        return any(self._line_crosses(line, area) for line in lines)

    def _line_crosses(self, line: Line, area: str) -> bool:
        pair = (line.id, area)
        if pair not in self._crossed:
            self._crossed[pair] = line.shape.geometry.intersects(self._areas[area].geometry)
        return self._crossed[pair]


def _said(target: Line | LineGroup, thread: Thread) -> int:
    """Return the ordinal of the passage that spoke of a line last, or of a part; -1 if none."""
    ids = {target.id} if isinstance(target, Line) else {target.id, *target.leaves}
    return max((thread.last_passage.get(each, -1) for each in ids), default=-1)


def _by_places(
    target: Line | LineGroup, words: Span, places: tuple[Span, ...], reading: PassageReading
) -> Found:
    quoted = ", ".join(f"‘{reading.words(span)}’" for span in places)
    reason = f"‘{reading.words(words)}’ + places {quoted}: {target.name}"
    return _found(target.id, reason, (words, *places))


def _found(target_id: str, reason: str, matches: tuple[Span, ...]) -> Found:
    return Found(
        target_id=target_id,
        score=0.65,
        reason=reason,
        method="route-places",
        matches=tuple(sorted(set(matches))),
    )
