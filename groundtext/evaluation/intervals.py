"""How sure a figure is: drawn again and again from the documents that it was taken on.

A figure is taken on some documents and stands for others like them. Documents are drawn with
replacement as often as there are documents, the figure is taken anew, and the interval holds the
middle 95 % of what comes out. Mentions of one document are too much alike to be drawn one by one;
only where there is no more than one document are its passages drawn instead.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, TypeAlias

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

RESAMPLES: Final = 2_000
SEED: Final = 161  # any number; the same one always, so that a figure is the same every time
_LEVEL: Final = 95.0  # percent
_AT_ONCE: Final = 100  # resamples; bounds the memory where there are many units

Numbers: TypeAlias = NDArray[np.float64]
Measure: TypeAlias = "Callable[[Mapping[str, Numbers]], Numbers]"


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure with the interval that holds 95 % of its resamples; None where nothing can vary."""

    value: float
    low: float | None = None
    high: float | None = None


def ratio(over: str, under: str) -> Measure:
    """Return the measure that divides two sums; nothing of nothing is no number."""

    def measure(sums: Mapping[str, Numbers]) -> Numbers:
        return _divided(sums[over], sums[under])

    return measure


def harmonic(one: Measure, other: Measure) -> Measure:
    """Return the measure that is the harmonic mean of two, which for P and R is F1."""

    def measure(sums: Mapping[str, Numbers]) -> Numbers:
        first, second = one(sums), other(sums)
        is_unknown = np.isnan(first) & np.isnan(second)
        first, second = np.nan_to_num(first), np.nan_to_num(second)
        mean = np.nan_to_num(_divided(2 * first * second, first + second))
        return np.where(is_unknown, np.nan, mean)

    return measure


def figures(
    measures: Mapping[str, Measure], counts: Mapping[str, Sequence[int]]
) -> dict[str, Figure]:
    """Return measures of sums by name, each with its interval.

    `counts` hold one number for each unit that can be drawn, under each name that the measures
    know. A measure of nothing is 0, as is usual; but a resample that happens to hold nothing to
    measure says nothing, and is left out of the interval.
    """
    arrays = {name: np.asarray(numbers, dtype=np.float64) for name, numbers in counts.items()}
    n_units = len(next(iter(arrays.values())))
    totals = {name: array.sum(keepdims=True) for name, array in arrays.items()}
    drawn: dict[str, list[Numbers]] = {name: [] for name in measures}
    for weights in _weights(n_units):
        sums = {name: weights @ array for name, array in arrays.items()}
        for name, measure in measures.items():
            drawn[name].append(measure(sums))
    return {
        name: _with_interval(float(np.nan_to_num(measure(totals)[0])), drawn[name])
        for name, measure in measures.items()
    }


def median(values: Sequence[float], units: Sequence[int], n_units: int) -> Figure | None:
    """Return the median of values that lie in numbered units, with its interval; None of none."""
    if not values:
        return None
    order = np.argsort(np.asarray(values), kind="stable")
    ordered, owners = np.asarray(values)[order], np.asarray(units)[order]
    value = float(_medians(ordered, np.ones((1, len(values))))[0])
    drawn = [_medians(ordered, weights[:, owners]) for weights in _weights(n_units)]
    return _with_interval(value, drawn)


def _divided(over: Numbers, under: Numbers) -> Numbers:
    return np.divide(over, under, out=np.full_like(over, np.nan), where=under > 0)


def _weights(n_units: int) -> Iterator[Numbers]:
    """Yield how often each unit is drawn, one row a resample; nothing where one unit is all."""
    if n_units <= 1:
        return
    generator = np.random.default_rng(SEED)
    for _ in range(RESAMPLES // _AT_ONCE):
        drawn = generator.multinomial(n_units, np.full(n_units, 1 / n_units), size=_AT_ONCE)
        yield drawn.astype(np.float64)


def _medians(ordered: Numbers, weights: Numbers) -> Numbers:
    """Return the weighted median of each row, without the rows that weigh nothing."""
    reached = np.cumsum(weights, axis=1)
    reached = reached[reached[:, -1] > 0]
    half = reached[:, -1:] / 2
    lower = np.argmax(reached >= half, axis=1)
    upper = np.argmax(reached > half, axis=1)
    medians: Numbers = (ordered[lower] + ordered[upper]) / 2
    return medians


def _with_interval(value: float, drawn: Sequence[Numbers]) -> Figure:
    samples = np.concatenate(drawn) if drawn else np.empty(0)
    samples = samples[~np.isnan(samples)]
    if not samples.size:
        return Figure(value)
    tail = (100 - _LEVEL) / 2
    low, high = np.percentile(samples, [tail, 100 - tail])
    return Figure(value, float(low), float(high))
