from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from groundtext import edtf
from groundtext.dates.expressions import find_dates
from groundtext.dates.windows import Window, published_window
from tests.dates.test_expressions import EXPRESSIONS

days = st.dates(date(1900, 1, 1), date(2100, 1, 1))
windows = st.tuples(days, days).map(lambda pair: Window(min(pair), max(pair)))


@settings(deadline=None)
@given(windows, windows)
def test_windows_overlap_exactly_if_no_days_lie_between(one: Window, other: Window) -> None:
    assert one.overlaps(other) == other.overlaps(one) == (one.days_from(other) == 0)


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        (date(2019, 5, 1), date(2019, 5, 1), "2019-05-01"),
        (date(2020, 2, 1), date(2020, 2, 29), "2020-02"),
        (date(2019, 1, 1), date(2019, 12, 31), "2019"),
        (date(2019, 1, 1), date(2020, 12, 31), "2019/2020"),
    ],
)
def test_a_window_is_the_shortest_edtf_that_means_it(
    first: date, last: date, expected: str
) -> None:
    assert Window(first, last).edtf == expected


@pytest.mark.parametrize("published", ["", "2019/..", "0001", "9999", "../2019"])
def test_a_publication_without_two_usable_ends_tells_nothing(published: str) -> None:
    assert published_window(published) is None


@settings(deadline=None)
@given(windows, st.sampled_from([text for text, *_ in EXPRESSIONS]))
def test_every_publication_resolves_or_leaves_out_every_expression(
    published: Window, text: str
) -> None:
    found = find_dates(text, published)
    assert all(w.first <= w.last for expression in found for w in expression.windows)
    assert all(edtf.is_valid(expression.edtf) for expression in found)
