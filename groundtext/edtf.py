"""Dates that know how exact they are: the part of EDTF (ISO 8601-2) that Groundtext uses.

Understood are years, months, seasons and days (`2001`, `2001-12`, `2001-21`, `2001-12-05`),
unspecified digits (`199X`, `2001-XX`, `2001-12-XX`, `XXXX-12-05`), one qualifier after a date (`?`
uncertain, `~` approximate, `%` both), intervals of two of these, of which one may be open (`..`)
or unknown (nothing), and sets of which one is meant (`[2001-12,2002-12]`), whose members are dates
or stretches (`2001-12-05..2001-12-07`). A qualifier widens no bounds: it says how sure the writer
is, not by how much.
"""

from __future__ import annotations

import re
from calendar import month_name, monthrange
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Final

from groundtext.errors import DateError

_DATE: Final = re.compile(r"([0-9X]{4})(?:-([0-9]{2}|XX)(?:-([0-9]{2}|XX))?)?([?~%])?", re.ASCII)
_YEAR: Final = re.compile(r"[0-9]{4}|[0-9]{3}X|[0-9]{2}XX|XXXX", re.ASCII)
_ANY_YEAR: Final = "XXXX"
_LEAP_YEAR: Final = 2000  # any year has its days
_OPEN: Final = ("..", "")
_UNSURE: Final = frozenset("?~%")
_QUALIFIERS: Final = {"": "", "?": "perhaps ", "~": "about ", "%": "perhaps about "}
# EDTF numbers the seasons as months; the northern hemisphere's, as the whole region lies there.
_SEASONS: Final = {21: ("spring", 3), 22: ("summer", 6), 23: ("autumn", 9), 24: ("winter", 12)}
_MONTHS: Final = range(1, 13)


@dataclass(frozen=True, slots=True)
class _Date:
    """One parsed date: a year as written, and 0 for what is not said."""

    year: str
    month: int
    day: int
    qualifier: str

    @property
    def bounds(self) -> tuple[date, date]:
        if self.year == _ANY_YEAR:
            return date.min, date.max
        first_year, last_year = int(self.year.replace("X", "0")), int(self.year.replace("X", "9"))
        if self.month in _SEASONS:
            month = _SEASONS[self.month][1]
            end_year, end_month = (first_year, month + 2) if month < 12 else (first_year + 1, 2)  # noqa: PLR2004 -- December
            return date(first_year, month, 1), _last_of_month(end_year, end_month)
        if self.day:
            return date(first_year, self.month, self.day), date(first_year, self.month, self.day)
        if self.month:
            return date(first_year, self.month, 1), _last_of_month(first_year, self.month)
        return date(first_year, 1, 1), date(last_year, 12, 31)

    @property
    def words(self) -> str:
        day = f"{self.day} " if self.day else ""
        month = f"{self._month_name} " if self.month else ""
        return f"{_QUALIFIERS[self.qualifier]}{day}{month}{self._year_in_words}"

    @property
    def _month_name(self) -> str:
        return _SEASONS[self.month][0] if self.month in _SEASONS else month_name[self.month]

    @property
    def _year_in_words(self) -> str:
        if self.year == _ANY_YEAR:
            return "of an unknown year"
        if "X" not in self.year:
            return str(int(self.year))
        return f"the {int(self.year.replace('X', '0'))}s"


@lru_cache(maxsize=4_096)
def bounds(edtf: str) -> tuple[date, date]:
    """Return the earliest and the latest day that the expression allows, both inclusive.

    Open and unknown ends become `date.min` and `date.max`.

    Raises
    ------
    DateError
        If the expression is no EDTF date or interval, or an interval that ends before it starts.
    """
    if members := _members(edtf):
        ends = [bounds(member) for member in members]
        return min(ends)[0], max(latest for _, latest in ends)
    start, end = _parse(edtf)
    earliest = start.bounds[0] if start else date.min
    latest = end.bounds[1] if end else date.max
    if latest < earliest:
        raise DateError(f"{edtf!r} ends before it starts; write the earlier date first.")
    return earliest, latest


def is_valid(edtf: str) -> bool:
    """Tell whether `bounds` understands the expression; the empty string is none."""
    try:
        bounds(edtf)
    except DateError:
        return False
    return True


def stretch(since: str, until: str) -> tuple[date, date]:
    """Return the first day of one expression and the last day of another, both inclusive.

    What is empty or no EDTF bounds nothing: `date.min`, `date.max`.
    """
    first = bounds(since)[0] if is_valid(since) else date.min
    last = bounds(until)[1] if is_valid(until) else date.max
    return first, last


def is_unsure(edtf: str) -> bool:
    """Tell whether an expression says of itself that it is uncertain or approximate."""
    return bool(_UNSURE & set(edtf))


def compatible(edtf: str, other: str) -> bool:
    """Tell whether some day fits both expressions.

    Raises
    ------
    DateError
        If one of them is no EDTF date or interval.
    """
    return any(
        start <= other_end and other_start <= end
        for start, end in map(bounds, _members(edtf) or (edtf,))
        for other_start, other_end in map(bounds, _members(other) or (other,))
    )


@lru_cache(maxsize=4_096)
def in_words(edtf: str) -> str:
    """Say the expression in English: "28–30 May 2019", "about 2016", "since December 2001".

    Raises
    ------
    DateError
        If the expression is no EDTF date or interval.
    """
    bounds(edtf)
    if members := _members(edtf):
        return " or ".join(in_words(member) for member in members)
    start, end = _parse(edtf)
    if start is None or end is None:
        return _open_in_words(start, end)
    return start.words if start == end else _interval_in_words(start, end)


def _open_in_words(start: _Date | None, end: _Date | None) -> str:
    if start is not None:
        return f"since {start.words}"
    return f"until {end.words}" if end is not None else "at any time"


def _interval_in_words(start: _Date, end: _Date) -> str:
    if start.qualifier or end.qualifier or "X" in start.year + end.year:
        return f"{start.words} to {end.words}"
    if start.year == end.year and start.month == end.month and start.day and end.day:
        return f"{start.day}–{end.words}"
    if start.year == end.year and start.month and end.month:
        return _within_year_in_words(start, end)
    if not start.month and not end.month:
        return f"{start.words}–{end.words}"
    return f"{start.words} to {end.words}"


def _within_year_in_words(start: _Date, end: _Date) -> str:
    beginning = start.words.removesuffix(f" {start._year_in_words}")  # noqa: SLF001 -- own class
    between = " to " if start.day or end.day else "–"
    return f"{beginning}{between}{end.words}"


def _members(edtf: str) -> tuple[str, ...]:
    """Return the members of a one-of set, stretches as intervals; nothing for what is no set."""
    if not (edtf.startswith("[") and edtf.endswith("]")):
        return ()
    if set("[]/") & set(edtf[1:-1]):
        raise DateError(f"{edtf!r} is no EDTF date; write a set of dates like [2001-12,2002-12].")
    return tuple(member.replace("..", "/") for member in edtf[1:-1].split(","))


def _parse(edtf: str) -> tuple[_Date | None, _Date | None]:
    """Return the two ends, None where open; a single date is both of its ends."""
    parts = edtf.split("/")
    if len(parts) == 1:
        single = _parse_date(edtf, within=edtf)
        return single, single
    if len(parts) != 2 or parts == ["", ""]:  # noqa: PLR2004 -- an interval has two ends
        raise DateError(f"{edtf!r} is no interval; write it as start/end, e.g. 2001-12/2014-06.")
    start, end = (None if part in _OPEN else _parse_date(part, within=edtf) for part in parts)
    return start, end


def _parse_date(text: str, *, within: str) -> _Date:
    match = _DATE.fullmatch(text)
    if match is None or not _YEAR.fullmatch(match[1]):
        raise _fault(within)
    year, month, day = match[1], _number(match[2]), _number(match[3])
    if not _is_in_calendar(year, month, day, has_day=match[3] is not None):
        raise _fault(within)
    return _Date(year=year, month=month, day=day, qualifier=match[4] or "")


def _fault(edtf: str) -> DateError:
    return DateError(
        f"{edtf!r} is no EDTF date; write it like 2001, 2001-12, 2001-12-05, 2001~ or 2001/2014."
    )


def _number(digits: str | None) -> int:
    """Return the number, 0 for what is not said, -1 for what no calendar has."""
    if digits is None or digits == "XX":
        return 0
    return int(digits) or -1


def _is_in_calendar(year: str, month: int, day: int, *, has_day: bool) -> bool:
    if year == _ANY_YEAR:
        return month in _MONTHS and 0 <= day <= monthrange(_LEAP_YEAR, month)[1]
    if int(year.replace("X", "0")) == 0 or (month == 0 and day != 0):
        return False
    if month == 0:
        return True
    # `199X-05` names ten months far apart: no interval stands for it.
    if "X" in year:
        return False
    if month in _SEASONS:
        return not has_day and int(year) < date.max.year
    return month in _MONTHS and 0 <= day <= monthrange(int(year), month)[1]


def _last_of_month(year: int, month: int) -> date:
    return date(year, month, monthrange(year, month)[1])
