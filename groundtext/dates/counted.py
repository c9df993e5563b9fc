"""Dates that are counted within a month or a year, or from a day that is named beside them."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Final

from groundtext.dates.calendar import holiday, in_some_year
from groundtext.dates.meaning import NONE, Known, Meaning, written
from groundtext.dates.relative import count, unit_days
from groundtext.dates.windows import (
    WEEKDAYS,
    Window,
    day_window,
    month_number,
    month_window,
    part_of_month,
    year_window,
)

if TYPE_CHECKING:
    import re

_ORDINALS: Final = (
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
    "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth",
    "eighteenth", "nineteenth", "twentieth", "twenty-first", "twenty-second", "twenty-third",
    "twenty-fourth", "twenty-fifth", "twenty-sixth", "twenty-seventh", "twenty-eighth",
    "twenty-ninth", "thirtieth", "thirty-first",
)  # fmt: skip
ORDINAL_DAYS: Final[str] = "|".join(sorted(_ORDINALS, key=len, reverse=True))
_LAST: Final = frozenset(("last", "closing", "final"))
_OPENING: Final = frozenset(("opening", "early"))
_SATURDAY: Final = 5
_WEEK: Final = timedelta(days=7)
_AROUND_MONTHS: Final = 2  # from publication, in which a numbered weekday is looked for
_LONGEST: Final = timedelta(days=45)


def resolve_counted(match: re.Match[str], _known: Known) -> Meaning:
    """Resolve "two days after Christmas 2016", "a week before 3 May 2019"."""
    if match["holiday"]:
        month, day = holiday(match["holiday"])
    else:
        month = month_number(match["month"] or match["month2"])
        day = int(match["day"] or match["day2"])
    start = day_window(int(match["year"]), month, day)
    if start is None:
        return NONE
    days = count(match["number"]) * unit_days(match["unit"])
    return written(start.shifted(days if match["after"] == "after" else -days))


def resolve_stretch(match: re.Match[str], known: Known) -> Meaning:
    """Resolve "the last weekend of May", "the first days of 2016", "the third week of March"."""
    nth, what = match["nth"], match["what"]
    if match["only_year"]:
        year = int(match["only_year"])
        if nth in _LAST or nth in _OPENING or nth == "first":
            month = 12 if nth in _LAST else 1
            return written(_within(month_window(year, month), nth, what))
        return written(year_window(year))
    month = month_number(match["month"])
    return in_some_year(match, known, lambda year: _within(month_window(year, month), nth, what))


def _within(month: Window, nth: str, what: str) -> Window:
    if what == "days":
        return part_of_month(month, "late" if nth in _LAST else "early")
    if what == "weekend":
        saturday = month.first + timedelta(days=(_SATURDAY - month.first.weekday()) % 7)
        weekends = [saturday + n * _WEEK for n in range(5)]
        weekends = [day for day in weekends if day <= month.last]
        day = weekends[-1] if nth in _LAST else weekends[_place(nth)]
        return Window(day, day + timedelta(days=1))
    if nth in _LAST:
        return Window(month.last - timedelta(days=6), month.last)
    first = month.first + _place(nth) * _WEEK
    return Window(first, min(first + timedelta(days=6), month.last))


def _place(nth: str) -> int:
    return 0 if nth in _OPENING else _ORDINALS.index(nth)


def resolve_numbered_day(match: re.Match[str], known: Known) -> Meaning:
    """Resolve "Sunday the 8th", "Monday, the twenty-first": the nearest such day."""
    published = known.published
    if published is None or published.last - published.first > _LONGEST:
        return NONE
    nth = match["nth"]
    day = int(nth[:-2]) if nth[0].isdigit() else _ORDINALS.index(nth) + 1
    wanted = WEEKDAYS.index(match["weekday"].lower())
    year, month = published.last.year, published.last.month
    starts = (month_window(year, month + n).first for n in range(-_AROUND_MONTHS, 2))
    days = [day_window(start.year, start.month, day) for start in starts]
    fitting = [one for one in days if one is not None and one.first.weekday() == wanted]
    if not fitting:
        return NONE
    nearest = min(fitting, key=lambda one: (one.days_from(published), one))
    return Meaning((nearest,), "published")
