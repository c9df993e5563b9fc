"""Stretches of days, and which of them a date expression may mean.

A resolver takes the match of a pattern, whose groups are named (`day`, `month`, `year`, `part`, …),
and the days on which the document may have been published. Several windows mean that the words
leave a choice; none, that they cannot be resolved.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable
from datetime import date, timedelta
from typing import Final, NamedTuple, TypeAlias

from groundtext import edtf

MONTHS: Final = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
)  # fmt: skip
WEEKDAYS: Final = (
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
)  # fmt: skip
_SEASONS: Final = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}
_NUMBERS: Final = {
    "a": 1, "an": 1, "one": 1, "two": 2, "couple of": 2, "a couple of": 2, "few": 3, "three": 3,
    "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
}  # fmt: skip
_UNIT_DAYS: Final = {"day": 1, "week": 7, "month": 30, "year": 365}
# How far "N units ago" may be off: writers round.
_SLACK_DAYS: Final = {"day": 1, "week": 4, "month": 20, "year": 45}
# Documents without a date may speak of any of these years.
_UNDATED_YEARS: Final = range(1990, 2041)
_AHEAD_DAYS: Final = 60
_FIRST_YEAR, _LAST_YEAR = 1000, 3000
_LONGEST_FORWEEKDAYS: Final = timedelta(days=45)


class Window(NamedTuple):
    """A stretch of days, both ends included."""

    first: date
    last: date

    def overlaps(self, other: Window) -> bool:
        """Tell whether the two share a day."""
        return self.first <= other.last and other.first <= self.last

    def days_from(self, other: Window) -> int:
        """Return the days between the two, 0 where they overlap."""
        return max((self.first - other.last).days, (other.first - self.last).days, 0)

    @property
    def edtf(self) -> str:
        """The window as the shortest EDTF expression that means it."""
        first, last = self
        if first == last:
            return first.isoformat()
        if first.replace(day=1) == first and last == _end_of_month(last):
            if (first.year, first.month) == (last.year, last.month):
                return f"{first:%Y-%m}"
            if first.year == last.year and (first.month, last.month) == (1, len(MONTHS)):
                return f"{first:%Y}"
        return f"{first.isoformat()}/{last.isoformat()}"


Resolver: TypeAlias = Callable[["re.Match[str]", "Window | None"], list[Window]]


def published_window(published: str) -> Window | None:
    """Return the days on which a document may have been published, None if nothing is known.

    Raises
    ------
    DateError
        If `published` is neither empty nor EDTF.
    """
    return reference(Window(*edtf.bounds(published))) if published else None


def reference(window: Window) -> Window | None:
    """Return the window if dates can be counted from it, None if an end is open or far off."""
    is_usable = window.first.year >= _FIRST_YEAR and window.last.year <= _LAST_YEAR
    return window if is_usable else None


def _month_number(name: str) -> int:
    return next(n for n, month in enumerate(MONTHS, start=1) if month.startswith(name[:3].lower()))


def _end_of_month(day: date) -> date:
    return day.replace(day=monthrange(day.year, day.month)[1])


def _days(year: int, month: int, day: int, last_day: int) -> list[Window]:
    longest = monthrange(year, month)[1]
    if not 1 <= day <= last_day <= longest:
        return []
    return [Window(date(year, month, day), date(year, month, last_day))]


def _month(year: int, month: int) -> Window:
    first = date(year, month, 1)
    return Window(first, _end_of_month(first))


def _nearest(windows: list[Window], published: Window | None) -> list[Window]:
    """Keep the windows nearest to the publication; all of them where that is unknown.

    Texts look back further than they look ahead.
    """
    if published is None:
        return windows
    known = [w for w in windows if (w.first - published.last).days <= _AHEAD_DAYS] or windows
    nearest = min((window.days_from(published) for window in known), default=0)
    return [window for window in known if window.days_from(published) == nearest]


def _years(match: re.Match[str], published: Window | None) -> list[int]:
    """Return the year as written, else the years around the publication."""
    written = match.groupdict().get("year")
    if written:
        return [int(written)]
    if published is None:
        return list(_UNDATED_YEARS)
    return list(range(published.first.year - 1, published.last.year + 2))


def resolve_day(match: re.Match[str], published: Window | None) -> list[Window]:
    """Resolve "18 March 2021", "March 18" and "18–20 March"."""
    day, last_day = int(match["day"]), int(match["day2"] or match["day"])
    month = _month_number(match["month"])
    windows = [w for year in _years(match, published) for w in _days(year, month, day, last_day)]
    return _nearest(windows, published)


def resolve_iso_day(match: re.Match[str], _published: Window | None) -> list[Window]:
    """Resolve "2021-03-18"."""
    month, day = int(match["month"]), int(match["day"])
    return _days(int(match["year"]), month, day, day) if 1 <= month <= len(MONTHS) else []


_PARTS_OF_MONTH: Final = {
    **dict.fromkeys(("end", "late"), (19, 31)),
    **dict.fromkeys(("beginning", "start", "early"), (1, 12)),
    **dict.fromkeys(("middle", "mid"), (9, 21)),
}


def resolve_part_of_month(match: re.Match[str], published: Window | None) -> list[Window]:
    """Resolve "the end of January", "mid-May 2019"."""
    first, last = _PARTS_OF_MONTH[match["part"].lower()]
    month = _month_number(match["month"])
    windows = [
        window
        for year in _years(match, published)
        for window in _days(year, month, first, min(last, monthrange(year, month)[1]))
    ]
    return _nearest(windows, published)


def resolve_whole_month(match: re.Match[str], published: Window | None) -> list[Window]:
    """Resolve "February 2020", and "in April" to the nearest one."""
    month = _month_number(match["month"])
    return _nearest([_month(year, month) for year in _years(match, published)], published)


def resolve_relative_month(match: re.Match[str], published: Window | None) -> list[Window]:
    """Resolve "last September", "next March"."""
    if published is None:
        return []
    windows = [_month(year, _month_number(match["month"])) for year in _years(match, published)]
    if match["which"].lower() == "next":
        return [min(window for window in windows if window.first > published.first)]
    if match["which"].lower() == "this":
        return _nearest(windows, published)
    return [
        max(window for window in windows if window.last < day)
        for day in (published.first, published.last)
    ]


def resolve_season(match: re.Match[str], published: Window | None) -> list[Window]:
    """Resolve "the summer of 2019"."""
    number = _SEASONS[match["season"].lower()]
    windows = [Window(*edtf.bounds(f"{year:04}-{number}")) for year in _years(match, published)]
    return _nearest(windows, published)


_PARTS_OF_YEAR: Final = {"early": (1, 4), "mid": (5, 8), "late": (9, 12), "end": (11, 12)}


def resolve_year(match: re.Match[str], _published: Window | None) -> list[Window]:
    """Resolve "2019", "late 2016"."""
    year = int(match["year"])
    first, last = _PARTS_OF_YEAR.get((match["part"] or "").lower(), (1, len(MONTHS)))
    return [Window(date(year, first, 1), _month(year, last).last)]


def resolve_years_between(match: re.Match[str], _published: Window | None) -> list[Window]:
    """Resolve "between 2008 and 2011"."""
    first, last = int(match["year"]), int(match["year2"])
    return [Window(date(first, 1, 1), date(last, 12, 31))] if first <= last else []


def resolve_weekday(match: re.Match[str], published: Window | None) -> list[Window]:
    """Resolve "on Tuesday and Wednesday" in a document dated to some weeks at most."""
    if published is None or published.last - published.first > _LONGEST_FORWEEKDAYS:
        return []
    shift = timedelta(days=7 if (match["which"] or "").lower() == "next" else 0)
    wanted = {WEEKDAYS.index(name.lower()) for name in WEEKDAY.findall(match["date"])}
    first = published.first + shift - timedelta(days=7 - int(bool(shift)))
    days = (first + timedelta(days=n) for n in range((published.last + shift - first).days + 1))
    return [Window(day, day) for day in days if day.weekday() in wanted]


def resolve_ago(match: re.Match[str], published: Window | None) -> list[Window]:
    """Resolve "two months ago", with the slack of round numbers."""
    if published is None:
        return []
    number, unit = _number(match["number"]), match["unit"].lower()
    centre, slack = number * _UNIT_DAYS[unit], _SLACK_DAYS[unit]
    return [
        Window(
            published.first - timedelta(days=centre + slack),
            published.last - timedelta(days=centre - slack),
        )
    ]


def resolve_past(match: re.Match[str], published: Window | None) -> list[Window]:
    """Resolve "over the past year"."""
    if published is None:
        return []
    days = _number(match["number"] or "one") * _UNIT_DAYS[match["unit"].lower()]
    return [Window(published.first - timedelta(days=days), published.last)]


_SHIFTS: Final = {"last": -1, "next": 1, "this": 0}


def resolve_relative_unit(match: re.Match[str], published: Window | None) -> list[Window]:
    """Resolve "last year", "next month", "this week"."""
    if published is None:
        return []
    shift, unit = _SHIFTS[match["which"].lower()], match["unit"].lower()
    if unit == "year":
        years = {day.year + shift for day in published}
        return [Window(date(year, 1, 1), date(year, 12, 31)) for year in years]
    if unit == "month":
        months = {day.year * 12 + day.month - 1 + shift for day in published}
        return [_month(month // 12, month % 12 + 1) for month in months]
    first, last = (day + timedelta(days=7 * shift) for day in published)
    return [Window(first - timedelta(days=6), last + timedelta(days=6))]


def _number(words: str) -> int:
    return int(words) if words.isdigit() else _NUMBERS.get(words.lower(), 1)


WEEKDAY: Final = re.compile(r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b", re.IGNORECASE)
