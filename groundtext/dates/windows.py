"""Stretches of days: what date expressions mean, and what a publication date allows."""

from __future__ import annotations

from calendar import isleap
from datetime import date, timedelta
from typing import Final, NamedTuple

from groundtext import edtf

MONTHS: Final = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
)  # fmt: skip
_MONTH_LENGTHS: Final = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_MONTH_NUMBERS: Final = {month[:3]: number for number, month in enumerate(MONTHS, start=1)}
WEEKDAYS: Final = (
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
)  # fmt: skip
_SEASONS: Final = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}
_FIRST_YEAR, _LAST_YEAR = 1000, 3000


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

    def shifted(self, days: int) -> Window:
        """Return the window so many days later."""
        return Window(self.first + timedelta(days=days), self.last + timedelta(days=days))

    @property
    def edtf(self) -> str:
        """The window as the shortest EDTF expression that means it."""
        first, last = self
        if first == last:
            return first.isoformat()
        if first.day != 1 or last != _end_of_month(last):
            return f"{first.isoformat()}/{last.isoformat()}"
        if (first.month, last.month) == (1, len(MONTHS)):
            ends = (f"{first.year:04}", f"{last.year:04}")
        else:
            ends = (f"{first.year:04}-{first.month:02}", f"{last.year:04}-{last.month:02}")
        return ends[0] if ends[0] == ends[1] else "/".join(ends)


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


def month_number(name: str) -> int:
    """Return 1 to 12 for a month's name or its abbreviation."""
    return _MONTH_NUMBERS[name[:3].lower()]


def day_window(year: int, month: int, day: int) -> Window | None:
    """Return a day, None for one that no calendar has."""
    if not (1 <= month <= len(MONTHS) and 1 <= day <= _days_in(year, month)):
        return None
    found = date(year, month, day)
    return Window(found, found)


def month_window(year: int, month: int) -> Window:
    """Return a month; months before 1 and after 12 are those of the years around."""
    first = date(year + (month - 1) // len(MONTHS), (month - 1) % len(MONTHS) + 1, 1)
    return Window(first, _end_of_month(first))


def year_window(year: int, last_year: int | None = None) -> Window:
    """Return a year, or the years from one to another."""
    return Window(date(year, 1, 1), date(year if last_year is None else last_year, 12, 31))


def season_window(year: int, season: str) -> Window:
    """Return a season of the northern hemisphere, named by the year in which it begins."""
    return Window(*edtf.bounds(f"{year:04}-{_SEASONS[season.lower()]}"))


def week_window(day: date) -> Window:
    """Return the week from Monday to Sunday around a day."""
    monday = day - timedelta(days=day.weekday())
    return Window(monday, monday + timedelta(days=6))


# Early, middle and late are thirds, of a month as of a year.
_PARTS: Final = {
    **dict.fromkeys(("early", "beginning", "start"), (0, 1, 3)),
    **dict.fromkeys(("mid", "middle"), (1, 2, 3)),
    **dict.fromkeys(("late", "end"), (2, 3, 3)),
    "first half": (0, 1, 2),
    "second half": (1, 2, 2),
    "first quarter": (0, 1, 4),
    "second quarter": (1, 2, 4),
    "third quarter": (2, 3, 4),
    "fourth quarter": (3, 4, 4),
    "last quarter": (3, 4, 4),
}
_MONTH_CUTS: Final = {2: (0, 15, 31), 3: (0, 10, 20, 31), 4: (0, 8, 15, 22, 31)}


def part_of_month(month: Window, part: str) -> Window:
    """Return the part of a month that a word names, such as "late"; all of it for ""."""
    if not part:
        return month
    start, end, of = _PARTS[part.lower()]
    cuts = _MONTH_CUTS[of]
    last = min(cuts[end], month.last.day)
    return Window(month.first.replace(day=cuts[start] + 1), month.first.replace(day=last))


def part_of_years(years: Window, part: str) -> Window:
    """Return the part of a year or a decade that a word names; all of it for ""."""
    if not part:
        return years
    start, end, of = _PARTS[part.lower()]
    length = years.last.year - years.first.year + 1
    if length > 1:
        cuts = [years.first.year + round(n * length / of) for n in range(of + 1)]
        return year_window(cuts[start], cuts[end] - 1)
    step = len(MONTHS) // of
    first = month_window(years.first.year, start * step + 1)
    return Window(first.first, month_window(years.first.year, end * step).last)


def _end_of_month(day: date) -> date:
    return day.replace(day=_days_in(day.year, day.month))


def _days_in(year: int, month: int) -> int:
    return 29 if month == 2 and isleap(year) else _MONTH_LENGTHS[month - 1]  # noqa: PLR2004 -- February
