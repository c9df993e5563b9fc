"""Lines by the figures that the layers give: "56 inches in diameter", "33 billion cubic metres".

A layer tells them in properties that end in their unit, such as `capacity_bcm`. One figure will do
for a line spoken of before; else two must fit.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from groundtext.linking.found import Found
from groundtext.linking.lines import LineGroup
from groundtext.linking.travel import TRAVEL_WORDS
from groundtext.model import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from groundtext.linking.found import Thread
    from groundtext.linking.lines import Line, Lines
    from groundtext.linking.reading import PassageReading

_NUMBER: Final = r"(?P<number>\d{1,3}(?:[, ]\d{3})+|\d+(?:\.\d+)?)"
# The ends of properties' names, and the words for them.
_UNITS: Final = {
    "bcm": r"(?:bcm|billion\s+(?:cubic\s+met(?:re|er)s|m3|m³))",
    "in": r"inch(?:es)?",
    "km": r"(?:km|kilomet(?:re|er)s)",
    "mm": r"(?:mm|millimet(?:re|er)s)",
    "bpd": r"barrels\s+(?:a|per)\s+day",
}
UNIT_WORDS: Final = frozenset(
    (
        "bcm", "billion", "inch", "inches", "km", "kilometres", "kilometers", "mm", "millimetres",
        "millimeters", "barrels",
    )
)  # fmt: skip
_FIGURES: Final = 2  # that tell a line not spoken of before


class FigureRules:
    """Finds the lines of which a passage gives the figures."""

    def __init__(self, lines: Lines) -> None:
        self._targets: dict[tuple[str, float], Line | LineGroup] = {}
        by_figure: dict[tuple[str, float], list[Line]] = {}
        for line in lines.all:
            for figure in _figures_of(line):
                by_figure.setdefault(figure, []).append(line)
        for figure, having in by_figure.items():
            ids = {line.id for line in having}
            wholes = [g for g in lines.groups if ids == g.leaves]
            if len(having) == 1:
                self._targets[figure] = having[0]
            elif wholes:
                self._targets[figure] = wholes[0]
        self._ids_with = lines.ids_with
        units = {unit for unit, _ in self._targets}
        self._patterns = {
            unit: re.compile(rf"(?<![\w.,]){_NUMBER}[\s-]+{_UNITS[unit]}\b", re.IGNORECASE)
            for unit in sorted(units)
        }

    def find(self, reading: PassageReading, thread: Thread) -> list[Found]:
        """Return the line, or the group, that the figures of the passage are given for."""
        if not self._targets or UNIT_WORDS.isdisjoint(reading.vocabulary):
            return []
        spans: dict[str, list[Span]] = {}
        meant: dict[str, Line | LineGroup] = {}
        for unit, pattern in self._patterns.items():
            for match in pattern.finditer(reading.text):
                number = float(re.sub("[, ]", "", match["number"]))
                target = self._targets.get((unit, number))
                if target is not None:
                    spans.setdefault(target.id, []).append(Span(*match.span()))
                    meant[target.id] = target
        return [
            _found(target, spans[target.id], reading)
            for target in meant.values()
            if _is_carried(_lines_of(target), reading)
            and (len(spans[target.id]) >= _FIGURES or self._is_spoken(target, thread))
        ]

    def _is_spoken(self, target: Line | LineGroup, thread: Thread) -> bool:
        """Tell whether the document has spoken of a line, or of a group with it."""
        return any(
            not thread.seen.isdisjoint(self._ids_with[line.id]) for line in _lines_of(target)
        )


def _figures_of(line: Line) -> set[tuple[str, float]]:
    figures = set()
    for name, value in line.shape.properties.items():
        unit = name.rpartition("_")[2]
        if unit in _UNITS and re.fullmatch(r"\d+(?:\.\d+)?", value.strip()):
            figures.add((unit, float(value)))
    return figures


def _is_carried(lines: Sequence[Line], reading: PassageReading) -> bool:
    """Tell whether the passage has a word for lines of the kind."""
    return not all(
        TRAVEL_WORDS.get(line.family, frozenset()).isdisjoint(reading.vocabulary) for line in lines
    )


def _lines_of(target: Line | LineGroup) -> Sequence[Line]:
    return target.lines if isinstance(target, LineGroup) else (target,)


def _found(target: Line | LineGroup, spans: Sequence[Span], reading: PassageReading) -> Found:
    quoted = ", ".join(f"‘{reading.words(span)}’" for span in spans)
    reason = f"{quoted}, as the layer gives it: {target.name}"
    return Found(target.id, 0.7, reason, "route-figures", tuple(sorted(spans)))
