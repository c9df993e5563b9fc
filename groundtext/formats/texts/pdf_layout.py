"""Runs of letters on a page → paragraphs in reading order: columns are read one by one.

A gutter is a strip that no run crosses, but for those that span the columns, such as a title:
these cut the page into bands, and each band is read column by column.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from groundtext.formats.texts.pdf_page import Run

_FEWEST_LINES: Final = 3  # on each side of a gutter
_LEAST_FILLED: Final = 0.45  # of a column's width by its usual line; the cells of tables fill less
_LEAST_SHARE: Final = 0.15  # of the page's width that a column has
_MOST_CROSSING: Final = 0.25  # of the runs, that cross a gutter
_LEAST_GUTTER: Final = 0.8  # of the letter size
_NEW_PARAGRAPH: Final = 1.45  # of the usual distance between lines
_CELL_GAP: Final = 1.5  # letter sizes between the cells of a row
_MOST_DEPTH: Final = 6  # of columns within columns


@dataclass(slots=True)
class Line:
    """Runs side by side."""

    runs: list[Run]

    @property
    def left(self) -> float:
        """Where it begins."""
        return min(run.left for run in self.runs)

    @property
    def right(self) -> float:
        """Where it ends."""
        return max(run.right for run in self.runs)

    @property
    def middle(self) -> float:
        """Half way up."""
        return self.runs[0].middle

    @property
    def size(self) -> float:
        """The size of its letters."""
        return max(run.size for run in self.runs)

    @property
    def text(self) -> str:
        """Its words; a wide gap is a tab."""
        ordered = sorted(self.runs, key=lambda run: run.left)
        parts = [ordered[0].text.strip()]
        for before, run in pairwise(ordered):
            is_cell = run.left - before.right > _CELL_GAP * run.size
            parts += ["\t" if is_cell else " ", run.text.strip()]
        return "".join(parts)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Lines that belong together."""

    lines: tuple[Line, ...]

    @property
    def size(self) -> float:
        """The usual size of its letters."""
        return median(line.size for line in self.lines)

    @property
    def bottom(self) -> float:
        """Where its last line stands."""
        return min(line.middle for line in self.lines)

    @property
    def top(self) -> float:
        """Where its first line stands."""
        return max(line.middle for line in self.lines)


def read_paragraphs(runs: Sequence[Run]) -> Iterator[Paragraph]:
    """Yield the paragraphs of a page in reading order."""
    for column in _columns(list(runs), 0):
        yield from _paragraphs(_lines(column))


def _columns(runs: list[Run], depth: int) -> Iterator[list[Run]]:
    gutter = _gutter(runs) if depth < _MOST_DEPTH else None
    if gutter is None:
        yield runs
        return
    spanning = sorted(
        (run for run in runs if run.left < gutter < run.right), key=lambda run: -run.middle
    )
    tops = [run.middle for run in spanning]
    bands: list[tuple[list[Run], list[Run]]] = [([], []) for _ in range(len(tops) + 1)]
    for run in runs:
        if not run.left < gutter < run.right:
            bands[sum(run.middle < top for top in tops)][run.left >= gutter].append(run)
    across: list[Run] = []
    for number, sides in enumerate(bands):
        if any(sides) and across:
            yield across
            across = []
        for side in filter(None, sides):
            yield from _columns(side, depth + 1)
        across += spanning[number : number + 1]
    if across:
        yield across


def _gutter(runs: list[Run]) -> float | None:
    """Return where a column of prose begins beside another, or None.

    A few runs may cross: titles, and lines that run over both columns.
    """
    if len(runs) < 2 * _FEWEST_LINES:
        return None
    left, right = min(run.left for run in runs), max(run.right for run in runs)
    starts = Counter(round(run.left) for run in runs)
    common = sorted(start for start, count in starts.items() if count >= _FEWEST_LINES)
    for start in common:
        gutter = start - 2.0  # points: columns are set to the same edge, within a hair
        sides = [run for run in runs if not run.left < gutter < run.right]
        before = [run for run in sides if run.right <= gutter]
        is_crossed = len(runs) - len(sides) > _MOST_CROSSING * len(runs)
        if is_crossed or not before:
            continue
        gap = start - max(run.right for run in before)
        if gap > _LEAST_GUTTER * median(run.size for run in runs) and _are_columns(
            sides, gutter, right - left
        ):
            return gutter
    return None


def _are_columns(runs: Sequence[Run], gutter: float, width: float) -> bool:
    for side in (
        [run for run in runs if run.right <= gutter],
        [run for run in runs if run.left >= gutter],
    ):
        lines = _lines(side)
        if len(lines) < _FEWEST_LINES:
            return False
        filled = median(line.right - line.left for line in lines)
        own = max(line.right for line in lines) - min(line.left for line in lines)
        if own < _LEAST_SHARE * width or filled < _LEAST_FILLED * own:
            return False
    return True


def _lines(runs: Sequence[Run]) -> list[Line]:
    """Return the lines from top to bottom."""
    lines: list[Line] = []
    for run in sorted(runs, key=lambda run: (-run.middle, run.left)):
        last = lines[-1] if lines else None
        if last and abs(last.middle - run.middle) < 0.5 * max(last.size, run.size):
            last.runs.append(run)
        else:
            lines.append(Line([run]))
    return lines


def _paragraphs(lines: Sequence[Line]) -> Iterator[Paragraph]:
    if not lines:
        return
    gaps = [upper.middle - lower.middle for upper, lower in pairwise(lines)]
    usual = median(gaps) if gaps else 0.0
    left, right = min(line.left for line in lines), max(line.right for line in lines)
    paragraph = [lines[0]]
    for before, line, gap in zip(lines, lines[1:], gaps, strict=False):
        is_apart = gap > _NEW_PARAGRAPH * min(usual, 1.6 * before.size)
        is_other_size = abs(line.size - before.size) > 0.12 * before.size
        is_indented = (
            line.left > left + 0.8 * line.size and before.left < line.left - 0.5 * line.size
        )
        is_short = before.right < right - 0.2 * (right - left)
        is_ended = is_short and before.text.rstrip().endswith((".", "!", "?", ":", "”", '"', ";"))
        if is_apart or is_other_size or is_ended or (is_indented and len(paragraph) > 1):
            yield Paragraph(tuple(paragraph))
            paragraph = []
        paragraph.append(line)
    yield Paragraph(tuple(paragraph))
