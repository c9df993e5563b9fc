"""Dates that are counted from the day of publication, or from the date before."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Final

from groundtext.dates.meaning import NONE, Known, Meaning, looks_ahead
from groundtext.dates.windows import (
    MONTHS,
    WEEKDAYS,
    Window,
    day_window,
    month_window,
    part_of_month,
    part_of_years,
    week_window,
    year_window,
)

_NUMBERS: Final = {
    "a": 1, "an": 1, "one": 1, "two": 2, "couple of": 2, "a couple of": 2, "three": 3, "four": 4,
    "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12,
    "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18,
    "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "few": 3, "a few": 3,
    "several": 4,
}  # fmt: skip
NUMBER_WORDS: Final[tuple[str, ...]] = tuple(sorted(_NUMBERS, key=len, reverse=True))
_VAGUE: Final = frozenset(("few", "a few", "several", "couple of", "a couple of"))
_WEEK: Final = timedelta(days=7)
_UNIT_DAYS: Final = {"day": 1, "week": 7, "month": 30, "year": 365, "decade": 3652}
# How far "N units ago" may be off: writers round.
_SLACK_DAYS: Final = {"day": 1, "week": 4, "month": 20, "year": 45, "decade": 700}
_LONGEST_FOR_WEEKDAYS: Final = timedelta(days=45)
_LONGEST_FOR_DAYS: Final = timedelta(days=7)
_LONGEST_AGO: Final = 60  # units; a longer while is none that anybody counts
_SHIFTS: Final = {
    "last": -1, "past": -1, "previous": -1, "before": -1, "earlier": -1, "this": 0, "the": 0,
    "that": 0, "same": 0, "next": 1, "following": 1, "after": 1, "later": 1,
}  # fmt: skip
_DAYS: Final = {"yesterday": -1, "today": 0, "tonight": 0, "tomorrow": 1}
_SATURDAY: Final = 5
_WEEKDAY: Final = re.compile(r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day")


def resolve_weekday(match: re.Match[str], known: Known) -> Meaning:
    """Resolve "on Tuesday and Wednesday", "last Friday", "Wednesday of last week"."""
    published, groups = known.published, match.groupdict()
    if published is None or published.last - published.first > _LONGEST_FOR_WEEKDAYS:
        return NONE
    wanted = {WEEKDAYS.index(name.lower()) for name in _WEEKDAY.findall(match["date"])}
    week = (groups.get("week") or "").lower()
    if week:
        first, last = _weeks(published, _SHIFTS[week])
    else:
        first, last = _around(published, (groups.get("which") or "").lower(), match)
    ahead = {(number - first.weekday()) % 7 for number in wanted}
    days = (first + timedelta(days=n) for n in range((last - first).days + 1) if n % 7 in ahead)
    return Meaning(tuple(Window(day, day) for day in days), "published")


def resolve_weekday_from_before(match: re.Match[str], known: Known) -> Meaning:
    """Resolve "the Monday", which is one in or next to the days of the date before."""
    wanted = WEEKDAYS.index(match["weekday"].lower())
    days = {
        day
        for first, last in known.before
        if last - first <= _LONGEST_FOR_DAYS
        for day in (first - timedelta(days=7 - n) for n in range((last - first).days + 15))
        if day.weekday() == wanted and (day - last).days < 7 and (first - day).days < 7  # noqa: PLR2004 -- a week
    }
    return Meaning(tuple(Window(day, day) for day in sorted(days)), "before")


def _around(published: Window, which: str, match: re.Match[str]) -> Window:
    """Return the days among which a weekday is meant: the last seven, or the next."""
    if which == "next" or (which != "last" and looks_ahead(match)):
        return Window(published.first + timedelta(days=1), published.last + timedelta(days=7))
    until = published.last - timedelta(days=int(which == "last"))
    return Window(published.first - timedelta(days=7 - int(which != "last")), until)


def _weeks(published: Window, shift: int) -> Window:
    first, last = (week_window(day).shifted(7 * shift) for day in published)
    return Window(first.first, last.last)


def resolve_weekend(match: re.Match[str], known: Known) -> Meaning:
    """Resolve "the weekend", "next weekend"."""
    published = known.published
    if published is None or published.last - published.first > _LONGEST_FOR_DAYS:
        return NONE
    which = match["which"].lower()
    is_ahead = which in ("next", "this") or looks_ahead(match)
    weekends = set()
    for day in published:
        saturday = week_window(day).first + timedelta(days=_SATURDAY)
        if not is_ahead and day < saturday + timedelta(days=int(which == "last") * 2):
            saturday -= timedelta(days=7)
        weekends.add(Window(saturday, saturday + timedelta(days=1)))
    return Meaning(tuple(sorted(weekends)), "published")


def resolve_named_day(match: re.Match[str], known: Known) -> Meaning:
    """Resolve "yesterday", "tomorrow"."""
    published = known.published
    if published is None or published.last - published.first > _LONGEST_FOR_DAYS:
        return NONE
    return Meaning((published.shifted(_DAYS[match["word"].lower()]),), "published")


def resolve_unit(match: re.Match[str], known: Known) -> Meaning:
    """Resolve "last year", "late last month", "this week", "the end of next month"."""
    if known.published is None:
        return NONE
    unit, part = match["unit"].lower(), match.groupdict().get("part") or ""
    shift = _SHIFTS[match["which"].lower()]
    if unit == "week":
        return Meaning((_weeks(known.published, shift),), "published")
    windows = {_unit_around(day, unit, shift, part) for day in known.published}
    return Meaning(tuple(sorted(windows)), "published")


def resolve_unit_from_before(match: re.Match[str], known: Known) -> Meaning:
    """Resolve "that year", "the same month", "the next day", "the month before"."""
    unit = match["unit"].lower()
    which = match.groupdict().get("which") or match["after"]
    shift = _SHIFTS[which.lower().split()[-1]]
    windows = {
        _unit_around(one.first, unit, shift, "") for one in known.before if _is_within(one, unit)
    }
    return Meaning(tuple(sorted(windows)), "before")


def _unit_around(day: date, unit: str, shift: int, part: str) -> Window:
    if unit == "day":
        return Window(day, day).shifted(shift)
    if unit == "week":
        return week_window(day).shifted(7 * shift)
    if unit == "month":
        return part_of_month(month_window(day.year, day.month + shift), part)
    return part_of_years(year_window(day.year + shift), part)


def _is_within(window: Window, unit: str) -> bool:
    """Tell whether a window tells the unit that it is in."""
    if unit == "year":
        return window.first.year == window.last.year
    if unit == "month":
        return (window.first.year, window.first.month) == (window.last.year, window.last.month)
    return window.first == window.last


def resolve_ago(match: re.Match[str], known: Known) -> Meaning:
    """Resolve "two months ago": the windows with the slack of round numbers."""
    if known.published is None:
        return NONE
    number, unit = count(match["number"]), match["unit"].lower()
    if number > _LONGEST_AGO:
        return NONE
    centre, slack = number * _UNIT_DAYS[unit], _SLACK_DAYS[unit]
    first, last = (day - timedelta(days=centre) for day in known.published)
    window = Window(first - timedelta(days=slack), last + timedelta(days=slack))
    if match["number"].lower() in _VAGUE or unit == "decade":
        return Meaning((window,), "published", _rounded(window, unit))
    return Meaning((window,), "published", _counted(known.published, unit, -number))


def _rounded(window: Window, unit: str) -> str:
    """Return the window in whole years or months, as nobody means days who counts in these."""
    first, last = window
    if unit in ("year", "decade"):
        return year_window(first.year, last.year).edtf
    if unit == "month":
        start, end = month_window(first.year, first.month), month_window(last.year, last.month)
        return Window(start.first, end.last).edtf
    return ""


def _counted(window: Window, unit: str, number: int) -> str:
    """Return the unit that lies so many units from a window, as EDTF."""
    if unit in ("day", "week"):
        return window.shifted(number * _UNIT_DAYS[unit]).edtf
    months = number * (len(MONTHS) if unit == "year" else 1)
    if unit == "year":
        return year_window(window.first.year + number, window.last.year + number).edtf
    first = month_window(window.first.year, window.first.month + months)
    last = month_window(window.last.year, window.last.month + months)
    return Window(first.first, last.last).edtf


def resolve_from_before(match: re.Match[str], known: Known) -> Meaning:
    """Resolve "nine days later", "a year earlier", counted from the date before."""
    number, unit = count(match["number"]), match["unit"].lower()
    if number > _LONGEST_AGO or match["number"].lower() in _VAGUE:
        return NONE
    if match["after"].startswith(("earlier", "before")):
        number = -number
    counted = {window for one in known.before if (window := _counted_from(one, unit, number))}
    if len(counted) == 1 and unit not in ("day", "week"):
        [window] = counted
        return Meaning((window,), "before", f"{window.edtf}~")
    return Meaning(tuple(sorted(counted)), "before")


def _counted_from(before: Window, unit: str, number: int) -> Window | None:
    """Return the day, month or year so many units after a date, if the date is that exact."""
    if unit in ("day", "week"):
        # "A week later" counts from "the second week of May" as well.
        is_week = unit == "week" and before.last < before.first + _WEEK
        is_exact = is_week or _is_within(before, "day")
        return before.shifted(number * _UNIT_DAYS[unit]) if is_exact else None
    if unit != "decade" and _is_within(before, "month"):
        months = number * (len(MONTHS) if unit == "year" else 1)
        return month_window(before.first.year, before.first.month + months)
    if unit == "month" or not _is_within(before, "year"):
        return None
    return year_window(before.first.year + number * (10 if unit == "decade" else 1))


def resolve_past(match: re.Match[str], known: Known) -> Meaning:
    """Resolve "the past year", "the last three months"."""
    if known.published is None:
        return NONE
    first, last = known.published
    number, unit = count(match["number"] or "one"), match["unit"].lower()
    if unit == "decade":
        number, unit = number * 10, "year"
    if unit == "year" and number > 1:
        return Meaning((year_window(first.year - number, last.year),), "published")
    if unit == "month" and number > 1:
        start = month_window(first.year, first.month - number)
        return Meaning((Window(start.first, last),), "published")
    return Meaning((Window(first - timedelta(days=number * _UNIT_DAYS[unit]), last),), "published")


def resolve_ordinal(match: re.Match[str], known: Known) -> Meaning:
    """Resolve "the 19th", in the month of the date before."""
    months = {(one.first.year, one.first.month) for one in known.before if _is_within(one, "month")}
    days = {day_window(*month, int(match["day"])) for month in months}
    return Meaning(tuple(sorted(day for day in days if day)), "before")


def unit_days(unit: str) -> int:
    """Return how many days a day, week, month, year or decade has, about."""
    return _UNIT_DAYS[unit]


def count(words: str) -> int:
    """Return the number that digits or words say."""
    words = " ".join(words.lower().split())
    return int(words) if words.isdigit() else _NUMBERS[words]
