from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from groundtext.edtf import bounds
from groundtext.ui.limits import Period, dated_part, days_of, period_of
from groundtext.ui.state import View
from tests import zoo

YEARS = st.integers(1990, 2030).map(str)


@pytest.mark.parametrize(
    ("view", "period"),
    [
        (View(), Period()),
        (
            View(from_="2010", to="2012-02"),
            Period("2010-01-01", "2012-02-29", "was so between 2010 and February 2012"),
        ),
        (View(from_="2010"), Period("2010-01-01", None, "was so in 2010 or later")),
        (View(to="2012"), Period(None, "2012-12-31", "was so in 2012 or earlier")),
        (
            View(from_="2010", to="2010"),
            Period("2010-01-01", "2010-12-31", "was so at this time: 2010"),
        ),
    ],
)
def test_a_period_is_days_and_words(view: View, period: Period) -> None:
    assert period_of(view) == period


def test_what_is_no_date_is_named_and_dropped() -> None:
    view, (notice,) = dated_part(View(from_="zzz", to="2012"))
    assert (view.from_, view.to) == ("", "2012")
    assert notice.startswith("‘zzz’ is not a date;")


def test_a_period_that_ends_before_it_starts_is_dropped() -> None:
    view, (notice,) = dated_part(View(from_="2012", to="2010"))
    assert view == View()
    assert "from 2012 to 2010 ends before it starts" in notice


@given(st.text(max_size=12) | YEARS, st.text(max_size=12) | YEARS)
@settings(deadline=None)
def test_whatever_is_asked_a_period_comes_out_of_it(since: str, until: str) -> None:
    view, _ = dated_part(View(from_=since, to=until))
    period = period_of(view)
    assert period.since is None or period.until is None or period.since <= period.until
    assert dated_part(view) == (view, [])


@pytest.mark.parametrize(
    ("since", "until", "days"),
    [
        ("2001-12", "2014-06-03", ("2001-12-01", "2014-06-03")),
        ("1993", "", ("1993-01-01", None)),
        ("", "2005", (None, "2005-12-31")),
        ("../2004", "", (None, None)),
        ("some day", "", (None, None)),
    ],
)
def test_a_feature_has_days(since: str, until: str, days: tuple[str | None, str | None]) -> None:
    assert days_of(zoo.feature(valid_from=since, valid_to=until)) == days


@given(YEARS)
@settings(deadline=None)
def test_days_are_the_bounds_of_the_dates(year: str) -> None:
    days = tuple(day.isoformat() for day in bounds(year))
    assert days_of(zoo.feature(valid_from=year, valid_to=year)) == days
