"""Every rule for lines: pipelines, railways and corridors that a passage means without their names.

A line is told by the states it passes, by its sections, by places along it, by a name turned round
or by its figures.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from groundtext.linking.figures import UNIT_WORDS, FigureRules
from groundtext.linking.lines import Lines
from groundtext.linking.routes import ANY_WORD, RouteRules
from groundtext.linking.sections import GATE_WORDS, SECTION_WORDS, SectionRules
from groundtext.linking.travel import EVERY_WORD, GOING_WORDS
from groundtext.linking.turned import TurnedNames
from groundtext.linking.waypoints import WaypointRules

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from groundtext.linking.found import Found, Thread
    from groundtext.linking.reading import PassageReading
    from groundtext.model import Collection, Feature

_JUST: Final = 2  # passages back to which "a pipeline for its gas" may go on


class LineRules:
    """Finds the lines that a passage describes."""

    def __init__(
        self,
        features: Sequence[Feature],
        collections: Sequence[Collection],
        areas: Mapping[str, Feature],
    ) -> None:
        lines = Lines(features, collections)
        self.has_any = bool(lines.all)
        self.whole_of = lines.whole_of
        self._routes = RouteRules(features, collections)
        self._sections = SectionRules(lines)
        self._figures = FigureRules(lines)
        self._turned = TurnedNames(features, collections)
        self._waypoints = WaypointRules(lines, areas)
        self._ids = frozenset(one.id for one in lines.all).union(one.id for one in lines.groups)
        self.later_words = GOING_WORDS | SECTION_WORDS  # once a line was spoken of
        self.words = ANY_WORD | EVERY_WORD | UNIT_WORDS | GATE_WORDS | self._turned.nouns

    def may_be_told(self, text: str, words: frozenset[str], thread: Thread) -> bool:
        """Tell whether a passage of these words that names nothing may describe a line."""
        if not self.words.isdisjoint(words):
            return True
        if self._ids.isdisjoint(thread.seen):
            return False
        return not GOING_WORDS.isdisjoint(words) or self._sections.may_be_told(text, words)

    def find(self, reading: PassageReading, thread: Thread, named: Sequence[Found]) -> list[Found]:
        """Return the lines; `named` is what the passage names."""
        just = {one.target_id for one in thread.back(_JUST)}
        ids = [one.target_id for one in named]
        return (
            self._routes.find(reading, ids, thread.seen, just)
            + (
                self._sections.find(reading, thread, named)
                or self._waypoints.find(reading, thread, named)
            )
            + self._turned.find(reading)
            + self._figures.find(reading, thread)
        )
