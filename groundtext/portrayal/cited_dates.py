"""Dates of publication as citations write them: what is known, and in brackets what is inferred.

An exact date stands as it is. Everything else is bracketed, as dates are that a work does not
bear itself (*The Chicago Manual of Style*, 17th ed., 14.145; *Publication Manual of the APA*,
7th ed., 8.15 and 9.14 for "ca."): about 2021 is "[ca. 2021]", perhaps 2021 "[2021?]", and an
interval, which for a document means that it appeared at some time in it, "[between … and …]".
"""

from __future__ import annotations

import re
from calendar import month_abbr, month_name
from dataclasses import dataclass
from typing import Final

from groundtext.edtf import in_words, is_valid

UNDATED: Final = "n.d."
_DATE: Final = re.compile(r"(\d{4})(?:-(\d\d|XX))?(?:-(\d\d|XX))?([?~%])?", re.ASCII)
_SEASONS: Final = {21: "spring", 22: "summer", 23: "autumn", 24: "winter"}
_QUALIFIED: Final = {"?": "{}?", "~": "ca. {}", "%": "ca. {}?"}


@dataclass(frozen=True, slots=True)
class CitedDate:
    """One date of publication in each order of writing; "n.d." in all where none is known."""

    year: str  # what a reference in the text gives: "2021", "[ca. 2021]", "[2017 or 2018]"
    day_first: str  # "14 September 2019"
    month_first: str  # "September 14, 2019", as Chicago writes it
    year_first: str  # "2019, September 14", as APA writes it
    month: str = ""  # BibTeX's macro, such as "sep", where one month is meant


@dataclass(frozen=True, slots=True)
class _Day:
    """A year, with 0 for a month and a day that are not said."""

    year: int
    month: int
    day: int
    qualifier: str

    @property
    def _month_name(self) -> str:
        return _SEASONS.get(self.month) or month_name[self.month]

    @property
    def day_first(self) -> str:
        return " ".join(filter(None, [str(self.day or ""), self._month_name, str(self.year)]))

    @property
    def month_first(self) -> str:
        if not self.day:
            return self.day_first
        return f"{self._month_name} {self.day}, {self.year}"

    @property
    def year_first(self) -> str:
        rest = f"{self._month_name} {self.day or ''}".strip()
        return f"{self.year}, {rest}" if rest else str(self.year)

    @property
    def macro(self) -> str:
        is_month = 1 <= self.month < len(month_abbr)
        return month_abbr[self.month].lower() if is_month else ""


def cited_date(published: str) -> CitedDate:
    """Return a date of publication as citations write it.

    Parameters
    ----------
    published
        An EDTF date, interval or set; nothing is "n.d.", and what is no EDTF stands as written.
    """
    if not published or published.startswith("XXXX"):
        return CitedDate(UNDATED, UNDATED, UNDATED, UNDATED)
    if not is_valid(published):
        return _same(published)
    start, slash, end = published.partition("/")
    if slash and start != end:
        return _between(start, end)
    day = _parse(start)
    return _single(day) if day else _same(f"[{in_words(published)}]")


def _single(day: _Day) -> CitedDate:
    if not day.qualifier:
        return CitedDate(str(day.year), day.day_first, day.month_first, day.year_first, day.macro)
    pattern = f"[{_QUALIFIED[day.qualifier]}]"
    orders = (str(day.year), day.day_first, day.month_first, day.year_first)
    return CitedDate(*(pattern.format(words) for words in orders))


def _between(start: str, end: str) -> CitedDate:
    first, last = _parse(start), _parse(end)
    if first is None or last is None:
        return _half_open(first, last, f"{start}/{end}")
    month_first = _joined(first.month_first, last.month_first, first, last)
    year = str(first.year) if first.year == last.year else f"[{first.year} or {last.year}]"
    if last.year - first.year > 1:
        year = f"[between {first.year} and {last.year}]"
    if first.qualifier or last.qualifier:
        year = f"[{year.strip('[]')}?]"
    day_first = _joined(first.day_first, last.day_first, first, last)
    return CitedDate(year, day_first, month_first, month_first)


def _joined(start: str, end: str, first: _Day, last: _Day) -> str:
    """Return "[between … and …]"; a year that both share is said once."""
    if first.year == last.year and first.month and last.month:
        start = re.sub(rf",? {first.year}$", "", start)
    ends = [
        _QUALIFIED[day.qualifier].format(words) if day.qualifier else words
        for words, day in ((start, first), (end, last))
    ]
    return f"[between {ends[0]} and {ends[1]}]"


def _half_open(first: _Day | None, last: _Day | None, published: str) -> CitedDate:
    day, when = (first, "or later") if first else (last, "or earlier")
    if day is None:
        return _same(f"[{in_words(published)}]")
    orders = (str(day.year), day.day_first, day.month_first, day.year_first)
    return CitedDate(*(f"[{words} {when}]" for words in orders))


def _same(words: str) -> CitedDate:
    return CitedDate(words, words, words, words)


def _parse(text: str) -> _Day | None:
    """Return the date, or None for open ends and for years that are not wholly known."""
    match = _DATE.fullmatch(text)
    if match is None:
        return None
    month, day = (int(digits) if (digits or "XX") != "XX" else 0 for digits in match.group(2, 3))
    return _Day(int(match[1]), month, day, match[4] or "")
