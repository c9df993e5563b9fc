from __future__ import annotations

import statistics
from collections.abc import Mapping, Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from groundtext.evaluation.intervals import Figure, Measure, figures, harmonic, median, ratio

PRECISION = ratio("right", "predicted")


def figure(measure: Measure, numbers: Mapping[str, Sequence[int]]) -> Figure:
    return figures({"it": measure}, numbers)["it"]


counts = st.lists(
    st.tuples(st.integers(0, 9), st.integers(0, 9)).map(lambda two: (min(two), max(two))),
    min_size=1,
    max_size=12,
).map(lambda pairs: {"right": [p[0] for p in pairs], "predicted": [p[1] for p in pairs]})


@given(counts)
@settings(max_examples=20)
def test_an_interval_lies_where_its_figure_can(numbers: dict[str, list[int]]) -> None:
    found = figure(PRECISION, numbers)
    total = sum(numbers["predicted"])
    assert found.value == (sum(numbers["right"]) / total if total else 0.0)
    if found.low is not None and found.high is not None:
        assert 0 <= found.low <= found.high <= 1


def test_an_interval_is_the_same_every_time() -> None:
    numbers = {"right": [3, 1, 4, 1], "predicted": [5, 9, 4, 6]}
    assert figure(PRECISION, numbers) == figure(PRECISION, numbers)


def test_one_unit_has_no_interval() -> None:
    assert figure(PRECISION, {"right": [1], "predicted": [2]}).low is None


def test_units_that_agree_leave_no_doubt_and_units_that_differ_do() -> None:
    alike = figure(PRECISION, {"right": [1] * 20, "predicted": [2] * 20})
    apart = figure(PRECISION, {"right": [0, 2] * 10, "predicted": [2] * 20})
    assert (alike.low, alike.high) == (0.5, 0.5)
    # Twenty draws at one half: 95 % lie within 0.5 ± 1.96 · √(0.25 / 20).
    assert apart.low == pytest.approx(0.28, abs=0.03)
    assert apart.high == pytest.approx(0.72, abs=0.03)


def test_a_resample_with_nothing_to_measure_says_nothing() -> None:
    found = figure(PRECISION, {"right": [2, 0, 0], "predicted": [2, 0, 0]})
    assert (found.low, found.high) == (1.0, 1.0)


@pytest.mark.parametrize(("right", "f1"), [(0, 0.0), (2, 0.5)])
def test_f1_is_the_harmonic_mean_and_nothing_of_nothing(right: int, f1: float) -> None:
    both = harmonic(PRECISION, ratio("right", "required"))
    found = figure(both, {"right": [right], "predicted": [2 * right], "required": [2 * right]})
    assert found.value == f1


@given(st.lists(st.floats(0, 20_000), min_size=1, max_size=9))
def test_the_median_is_the_middle(values: list[float]) -> None:
    found = median(values, [0] * len(values), 1)
    assert found is not None
    assert found.value == pytest.approx(statistics.median(values))


def test_a_median_is_drawn_by_unit() -> None:
    found = median([1.0, 1.0, 1.0, 100.0], [0, 0, 0, 1], 2)
    assert found is not None
    assert (found.value, found.low, found.high) == (1.0, 1.0, 100.0)


def test_no_values_have_no_median() -> None:
    assert median([], [], 3) is None
