from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from groundtext.edtf import bounds, compatible, in_words, is_valid
from groundtext.errors import DateError

_DAYS = st.dates()


@pytest.mark.parametrize(
    ("edtf", "earliest", "latest"),
    [
        ("2001", date(2001, 1, 1), date(2001, 12, 31)),
        ("2001-12", date(2001, 12, 1), date(2001, 12, 31)),
        ("2004-02", date(2004, 2, 1), date(2004, 2, 29)),
        ("2001-12-05", date(2001, 12, 5), date(2001, 12, 5)),
        ("2016?", date(2016, 1, 1), date(2016, 12, 31)),
        ("2016-03~", date(2016, 3, 1), date(2016, 3, 31)),
        ("199X", date(1990, 1, 1), date(1999, 12, 31)),
        ("19XX", date(1900, 1, 1), date(1999, 12, 31)),
        ("2001-XX", date(2001, 1, 1), date(2001, 12, 31)),
        ("2001-XX-XX", date(2001, 1, 1), date(2001, 12, 31)),
        ("2001-12-XX", date(2001, 12, 1), date(2001, 12, 31)),
        ("2001-21", date(2001, 3, 1), date(2001, 5, 31)),
        ("2001-24", date(2001, 12, 1), date(2002, 2, 28)),
        ("2001-12/2014-06-03", date(2001, 12, 1), date(2014, 6, 3)),
        ("../2014", date.min, date(2014, 12, 31)),
        ("/2014", date.min, date(2014, 12, 31)),
        ("2001/..", date(2001, 1, 1), date.max),
        ("2001/", date(2001, 1, 1), date.max),
        ("../..", date.min, date.max),
        ("XXXX-03-18", date.min, date.max),
        ("[2019-05,2021-05]", date(2019, 5, 1), date(2021, 5, 31)),
        ("[2019-05-01..2019-05-03,2018]", date(2018, 1, 1), date(2019, 5, 3)),
        ("0001", date(1, 1, 1), date(1, 12, 31)),
        ("9999", date(9999, 1, 1), date(9999, 12, 31)),
    ],
)
def test_bounds_are_first_and_last_day(edtf: str, earliest: date, latest: date) -> None:
    assert bounds(edtf) == (earliest, latest)


@pytest.mark.parametrize(
    "nonsense",
    [
        "",
        "/",
        " 2001",
        "2001 ",
        "201",
        "20011",
        "0000",
        "2001-13",
        "2001-00",
        "2001-02-29",
        "2001-12-00",
        "2001-21-01",
        "2001-25",
        "2001-XX-05",
        "199X-05",
        "XXXX",
        "XXXX-02-30",
        "[]",
        "[2019",
        "[2019,soon]",
        "[[2019],2020]",
        "[2019/2020,2021]",
        "X999",
        "9999-24",
        "2001??",
        "5 May 2001",
        "2001/2002/2003",
        "2001/2000",
        "2001..2002",
        "٢٠٠١",
        "<script>",
    ],
)
def test_nonsense_is_refused_by_name(nonsense: str) -> None:
    with pytest.raises(DateError, match=r"is no EDTF date|is no interval|ends before it starts"):
        bounds(nonsense)
    assert not is_valid(nonsense)


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        ("2019-09-14", "14 September 2019"),
        ("2001-12", "December 2001"),
        ("2001", "2001"),
        ("2001-12-XX", "December 2001"),
        ("2001-22", "summer 2001"),
        ("2016~", "about 2016"),
        ("2016?", "perhaps 2016"),
        ("2016-03%", "perhaps about March 2016"),
        ("205X?", "perhaps the 2050s"),
        ("2019-05-28/2019-05-30", "28–30 May 2019"),
        ("2019-05-28/2019-05-28", "28 May 2019"),
        ("2021-04-24/2021-05-04", "24 April to 4 May 2021"),
        ("2019-12-30/2020-01-02", "30 December 2019 to 2 January 2020"),
        ("2012-01/2012-03", "January–March 2012"),
        ("2012-01/2012-03-05", "January to 5 March 2012"),
        ("2001/2014", "2001–2014"),
        ("2011/2012-03", "2011 to March 2012"),
        ("2012/2012-03", "2012 to March 2012"),
        ("2001~/2014", "about 2001 to 2014"),
        ("2001-12/..", "since December 2001"),
        ("../2013-07", "until July 2013"),
        ("../..", "at any time"),
        ("XXXX-03-18", "18 March of an unknown year"),
        ("[2019-05,2021-05]", "May 2019 or May 2021"),
    ],
)
def test_words_are_those_an_analyst_would_use(edtf: str, words: str) -> None:
    assert in_words(edtf) == words


def test_words_of_nonsense_are_refused() -> None:
    with pytest.raises(DateError, match="'soon' is no EDTF date"):
        in_words("soon")


@pytest.mark.parametrize(
    ("edtf", "other", "expected"),
    [
        ("2019-09", "2019-09-14", True),
        ("2019-09-14", "2019", True),
        ("2019-09-13/2019-09-14", "2019-09-14/2019-09-20", True),
        ("2019-09-13", "2019-09-14", False),
        ("2001/..", "2030", True),
        ("../2001", "2002", False),
        ("[2019,2021]", "2021-05", True),
        ("[2019,2021]", "2020", False),
    ],
)
def test_compatible_means_sharing_a_day(edtf: str, other: str, expected: bool) -> None:  # noqa: FBT001
    assert compatible(edtf, other) is expected


@given(_DAYS)
@settings(deadline=None)
def test_a_day_is_its_own_bounds(day: date) -> None:
    assert bounds(day.isoformat()) == (day, day)


@given(_DAYS, _DAYS)
@settings(deadline=None)
def test_an_interval_spans_its_days_in_order_only(day: date, other: date) -> None:
    edtf = f"{day.isoformat()}/{other.isoformat()}"
    assert is_valid(edtf) is (day <= other)
    if day <= other:
        assert bounds(edtf) == (day, other)
        assert str(day.year) in in_words(edtf)


@given(_DAYS, _DAYS, _DAYS, _DAYS)
@settings(deadline=None)
def test_compatible_is_symmetric_and_reflexive(a: date, b: date, c: date, d: date) -> None:
    first = f"{min(a, b).isoformat()}/{max(a, b).isoformat()}"
    second = f"{min(c, d).isoformat()}/{max(c, d).isoformat()}"
    assert compatible(first, first)
    assert compatible(first, second) == compatible(second, first)


@given(st.text())
@settings(deadline=None)
def test_any_text_is_understood_or_refused(text: str) -> None:
    if is_valid(text):
        earliest, latest = bounds(text)
        assert earliest <= latest
        assert in_words(text)
