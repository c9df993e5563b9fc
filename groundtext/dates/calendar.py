"""Dates that name a day, a month, a season or a year of the calendar.

The year may be left out: it is then that of the date before, or the one nearest to publication.
Where both are thinkable, both are kept.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from groundtext.dates.meaning import NONE, Known, Meaning, looks_ahead, looks_back, mode_of, written
from groundtext.dates.windows import (
    WEEKDAYS,
    Window,
    day_window,
    month_number,
    month_window,
    part_of_month,
    part_of_years,
    season_window,
    year_window,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

# Documents without a date may speak of any of these years.
_UNDATED_YEARS: Final = range(1990, 2041)
# Texts look back further than they look ahead.
_AHEAD_DAYS: Final = 60
_YEAR_AT_FRONT: Final = re.compile(r"\b\d{4}(?=-)")
_SHIFTS: Final = {"last": -1, "this": 0, "next": 1}
_HOLIDAYS: Final = {
    "Christmas": (12, 25),
    "Christmas Day": (12, 25),
    "Christmas Eve": (12, 24),
    "New Year's Day": (1, 1),
    "New Year's Eve": (12, 31),
    "Leap Day": (2, 29),
}
_CENTURY: Final = 100


def resolve_day(match: re.Match[str], known: Known) -> Meaning:
    """Resolve "18 March 2021", "March 18", "28–30 May", "28 May to 3 June"."""
    groups = match.groupdict()
    month, day = month_number(match["month"]), int(match["day"])
    last_month = month_number(groups.get("month2") or match["month"])
    last_day = int(groups.get("day2") or day)

    def in_year(year: int) -> Window | None:
        first = day_window(year - (last_month < month), month, day)
        last = day_window(year, last_month, last_day)
        return Window(first[0], last[1]) if first and last and first <= last else None

    return _on_weekday(match, in_some_year(match, known, in_year), known, in_year)


def _on_weekday(
    match: re.Match[str], meaning: Meaning, known: Known, in_year: Callable[[int], Window | None]
) -> Meaning:
    """Keep the years in which the day is the weekday that is written, or take the one beside."""
    weekday = match.groupdict().get("weekday")
    if not weekday:
        return meaning
    number = WEEKDAYS.index(weekday.lower())
    fitting = tuple(w for w in meaning.windows if w.first.weekday() == number)
    if not fitting and meaning.basis == "published" and known.published:
        years = _years_around(known.published)
        beside = (window for year in years if (window := in_year(year)))
        fitting = tuple(w for w in beside if w.first.weekday() == number)
    return meaning._replace(windows=fitting, edtf="") if fitting else meaning


def _years_around(published: Window) -> range:
    """Return the years of publication, with the one before and the one after."""
    return range(published.first.year - 1, published.last.year + 2)


def resolve_iso_day(match: re.Match[str], _known: Known) -> Meaning:
    """Resolve "2021-03-18"."""
    return written(day_window(int(match["year"]), int(match["month"]), int(match["day"])))


def resolve_numeric_day(match: re.Match[str], _known: Known) -> Meaning:
    """Resolve "18.03.2021", and "03/04/2021" to the two days that it may be."""
    year, one, two = int(match["year"]), int(match["one"]), int(match["two"])
    windows = [day_window(year, two, one)]
    if match["sign"] != ".":
        windows.append(day_window(year, one, two))
    return Meaning(tuple(sorted({window for window in windows if window})), "written")


def resolve_holiday(match: re.Match[str], known: Known) -> Meaning:
    """Resolve "Christmas 2016"."""
    month, day = holiday(match["holiday"])
    return in_some_year(match, known, lambda year: day_window(year, month, day))


def holiday(name: str) -> tuple[int, int]:
    """Return the month and the day of a holiday."""
    return _HOLIDAYS[" ".join(name.replace("’", "'").split())]


def resolve_month(match: re.Match[str], known: Known) -> Meaning:
    """Resolve "February 2020", "the end of January", "January to May 2016", "in April"."""
    groups = match.groupdict()
    month = month_number(match["month"])
    last_month = month_number(groups.get("month2") or match["month"])

    def in_year(year: int) -> Window:
        first = month_window(year - (last_month < month), month)
        if last_month == month:
            return part_of_month(first, groups.get("part") or "")
        return Window(first.first, month_window(year, last_month).last)

    meaning = in_some_year(match, known, in_year)
    if groups.get("about") and len(meaning.windows) == 1:
        return meaning._replace(edtf=f"{meaning.windows[0].edtf}~")
    return meaning


def resolve_season(match: re.Match[str], known: Known) -> Meaning:
    """Resolve "the summer of 2019"."""
    return in_some_year(match, known, lambda year: season_window(year, match["season"]))


def resolve_which(match: re.Match[str], known: Known) -> Meaning:
    """Resolve "last September", "next spring", "that December", "the following February"."""
    groups, which = match.groupdict(), match["which"].lower().split()[-1]

    def in_year(year: int) -> Window:
        if groups.get("season"):
            return season_window(year, match["season"])
        return part_of_month(
            month_window(year, month_number(match["month"])), groups.get("part") or ""
        )

    if which in ("that", "same", "following", "previous"):
        windows = {_from_before(which, in_year, one) for one in known.before}
        return Meaning(tuple(sorted(windows)), "before")
    if known.published is None:
        return NONE
    around = _years_around(known.published)
    windows = {_which(which, [in_year(year) for year in around], known.published, day)
               for day in known.published}  # fmt: skip
    return Meaning(tuple(sorted(windows)), "published")


def _from_before(which: str, in_year: Callable[[int], Window], before: Window) -> Window:
    around = [in_year(one) for one in range(before.first.year - 1, before.last.year + 2)]
    if which == "following":
        return next(window for window in around if window.first > before.last)
    if which == "previous":
        return next(window for window in reversed(around) if window.last < before.first)
    return in_year(before.last.year)


def _which(which: str, windows: list[Window], published: Window, day: object) -> Window:
    end = published.first if day == published.first else published.last
    if which == "next":
        return min((w for w in windows if w.first > end), default=windows[-1])
    if which == "this":
        return next(window for window in windows if window.first.year == end.year)
    return max((w for w in windows if w.last < end), default=windows[0])


def resolve_year(match: re.Match[str], _known: Known) -> Meaning:
    """Resolve "2019", "late 2016", "the second half of 2015", "about 2016"."""
    groups = match.groupdict()
    window = part_of_years(year_window(int(match["year"])), groups.get("part") or "")
    return written(window, f"{window.edtf}~" if groups.get("about") else "")


def resolve_years(match: re.Match[str], _known: Known) -> Meaning:
    """Resolve "2008 and 2011", "2001–2021", "2001–02"."""
    first, end = int(match["year"]), match["year2"]
    last = int(match["year"][: -len(end)] + end)
    return written(year_window(first, last)) if first < last else NONE


def resolve_decade(match: re.Match[str], _known: Known) -> Meaning:
    """Resolve "the 1990s", "early 1990s", "the ’90s"."""
    first = int(match["decade"]) if len(match["decade"]) > 2 else 1900 + int(match["decade"])  # noqa: PLR2004 -- digits
    part = match["part"] or ""
    window = part_of_years(year_window(first, first + 9), part)
    return written(window, "" if part else f"{first // 10}X")


def resolve_century(match: re.Match[str], _known: Known) -> Meaning:
    """Resolve "the 19th century", "the late 19th century"."""
    first = (int(match["century"]) - 1) * _CENTURY
    if not 0 < first < _CENTURY * 30:
        return NONE
    part = match["part"] or ""
    window = part_of_years(year_window(first, first + _CENTURY - 1), part)
    return written(window, "" if part else f"{first // _CENTURY:02}XX")


def in_some_year(
    match: re.Match[str], known: Known, in_year: Callable[[int], Window | None]
) -> Meaning:
    """Resolve to the year that is written, told before, or nearest to publication."""
    groups = match.groupdict()
    if groups.get("year"):
        return written(in_year(int(match["year"])))
    if groups.get("which_year"):
        return _in_said_year(match, known, in_year)
    before = known.before if known.is_told else ()
    told = {window for one in before if (window := in_year(one.first.year))}
    if known.published is None:
        return Meaning(tuple(sorted(told)), "before") if told else _in_any_year(in_year)
    years = _years_around(known.published)
    windows = [window for year in years if (window := in_year(year))]
    nearest = set(_nearest(windows, known.published, match))
    # What is told of in the past may stay there, or have come back to the present.
    past = {w for w in told if w.last < known.published.first} - nearest
    if past and mode_of(match) == "at" and not looks_ahead(match):
        return Meaning(tuple(sorted(past | nearest)), "both")
    return Meaning(tuple(sorted(nearest)), "published")


def _in_said_year(
    match: re.Match[str], known: Known, in_year: Callable[[int], Window | None]
) -> Meaning:
    """Resolve "21 November that year", "in March last year"."""
    which = match["which_year"].lower().split()[-1]
    if which in _SHIFTS:
        years = {day.year + _SHIFTS[which] for day in known.published or ()}
        return Meaning(_sorted({in_year(year) for year in years}), "published")
    return Meaning(_sorted({in_year(one.first.year) for one in known.before}), "before")


def _in_any_year(in_year: Callable[[int], Window | None]) -> Meaning:
    windows = _sorted({in_year(year) for year in _UNDATED_YEARS})
    edtf = _YEAR_AT_FRONT.sub("XXXX", windows[-1].edtf) if windows else ""
    return Meaning(windows, "nothing", edtf)


def _nearest(windows: list[Window], published: Window, match: re.Match[str]) -> list[Window]:
    """Keep the windows nearest to the publication, on the side on which the words look."""
    if mode_of(match) == "since" or looks_back(match):
        known = [window for window in windows if window.first <= published.last]
    elif looks_ahead(match):
        known = [window for window in windows if window.last >= published.first]
    else:
        known = [w for w in windows if (w.first - published.last).days <= _AHEAD_DAYS]
    nearest = min((window.days_from(published) for window in known or windows), default=0)
    return [window for window in known or windows if window.days_from(published) == nearest]


def _sorted(windows: Iterable[Window | None]) -> tuple[Window, ...]:
    return tuple(sorted({window for window in windows if window}))
