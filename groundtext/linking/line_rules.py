"""Every rule for lines: pipelines, railways and corridors that a passage means without their names.

A line is told by the states it passes, by its sections, by places along it, by a name turned round
or by its figures.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from groundtext.linking.figures import UNIT_WORDS, FigureRules
from groundtext.linking.line_words import ERA_WORDS
from groundtext.linking.lines import Lines
from groundtext.linking.routes import ANY_WORD, RouteRules
from groundtext.linking.sections import GATE_WORDS, SECTION_WORDS, WORKS, SectionRules
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
        self._with_name = ANY_WORD | EVERY_WORD | UNIT_WORDS | GATE_WORDS | self._turned.nouns
        # A passage that names nothing must hold one of them to describe a line.
        self.words = self._with_name | GOING_WORDS | SECTION_WORDS

    def may_be_told(
        self, text: str, words: frozenset[str], thread: Thread, *, has_names: bool
    ) -> bool:
        """Tell whether a passage of these words may describe a line that it does not name."""
        if self._ids.isdisjoint(thread.seen):
            is_held = not self._with_name.isdisjoint(words)
            return is_held and (has_names or self._may_stand_alone(words))
        return not self.words.isdisjoint(words) or self._sections.may_be_told(text, words)

    def _may_stand_alone(self, words: frozenset[str]) -> bool:
        """Tell whether words may mean a line by themselves: its era, its figures, its section."""
        return (
            not (ANY_WORD.isdisjoint(words) or ERA_WORDS.isdisjoint(words))
            or not (EVERY_WORD.isdisjoint(words) or UNIT_WORDS.isdisjoint(words))
            or not (GATE_WORDS.isdisjoint(words) or WORKS.isdisjoint(words))
            or not self._turned.nouns.isdisjoint(words)
        )

    def are_among(self, named: Sequence[Found]) -> bool:
        """Tell whether any of the targets that a passage names is a line, or a group of lines."""
        return any(one.target_id in self._ids for one in named)

    def find(self, reading: PassageReading, thread: Thread, named: Sequence[Found]) -> list[Found]:
        """Return the lines; `named` is what the passage names."""
        just = {one.target_id for one in thread.back(_JUST)}
        ids = [one.target_id for one in named]
        return (
            self._routes.find(reading, ids, thread.seen, just)
            + self._sections.find(reading, thread, named)
            + self._waypoints.find(reading, thread, named)
            + self._turned.find(reading)
            + self._figures.find(reading, thread)
        )
