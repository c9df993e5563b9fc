"""Spans beside spans: which of one side stands for which of the other."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from groundtext.model import Span


def fit(one: Span, other: Span) -> float:
    """Return what two spans share as a part of all that they cover: 0 for nothing, 1 for all."""
    shared = min(one.end, other.end) - max(one.start, other.start)
    return max(shared, 0) / (max(one.end, other.end) - min(one.start, other.start))


def touching(span: Span, others: Sequence[Span]) -> Iterator[int]:
    """Yield the indexes of the spans that overlap one; `others` are in order and disjoint."""
    first = bisect_right(others, span.start, key=lambda other: other.end)
    last = bisect_left(others, span.end, key=lambda other: other.start)
    yield from range(first, last)


def pair(gold: Sequence[Span], predicted: Sequence[Span]) -> Mapping[int, int]:
    """Return which predicted span stands for which gold one: indexes, each at most once.

    The best fitting go together first; equal fits in reading order. `predicted` are in order and
    disjoint; gold spans may overlap each other.
    """
    possible = [
        (-fit(span, predicted[index]), number, index)
        for number, span in enumerate(gold)
        for index in touching(span, predicted)
    ]
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for _, number, index in sorted(possible):
        if number not in pairs and index not in taken:
            pairs[number] = index
            taken.add(index)
    return pairs
