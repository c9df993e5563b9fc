"""What a text must hold for a form of date to be in it: looking for that costs next to nothing."""

from __future__ import annotations

import re
from typing import Final

from groundtext.words import words_in

_DIGIT: Final = re.compile(r"[0-9]")
_YEAR: Final = re.compile(r"(?:1[6-9]|20)[0-9]{2}")
_ORDINAL: Final = re.compile(r"[0-9](?:st|nd|rd|th)")
_SIGNED: Final = re.compile(r"[0-9][-/.][0-9]")
_MONTH: Final = re.compile(r"Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec")
_MONTHS: Final = frozenset(
    (
        "january", "february", "march", "april", "may", "june", "july", "august", "september",
        "october", "november", "december", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep",
        "sept", "oct", "nov", "dec",
    )
)  # fmt: skip
_WEEKDAYS: Final = frozenset(
    ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
)
_UNITS: Final = frozenset(
    (
        "day", "days", "week", "weeks", "weekend", "month", "months", "year", "years", "decade",
        "decades",
    )
)  # fmt: skip
_SEASONS: Final = frozenset(("spring", "summer", "autumn", "winter"))
_NAMED_DAYS: Final = frozenset(("today", "yesterday", "tomorrow", "tonight"))
_ANY: Final = _MONTHS | _WEEKDAYS | _UNITS | _SEASONS | _NAMED_DAYS
_NONE: Final = frozenset[str]()
_PARTS: Final = frozenset(
    ("end", "beginning", "start", "middle", "late", "early", "mid", "half", "quarter")
)
_WHICH: Final = frozenset(("last", "next", "this"))
# The kinds of rules that take a word of a year, of a month or of a unit, and one of these.
_YEARS_WITH: Final = (
    ("year-part", _PARTS),
    ("year-about", frozenset(("about", "around", "circa", "c", "ca"))),
    ("holiday", frozenset(("christmas", "new", "leap"))),
)
_MONTHS_WITH: Final = (
    ("month-part", _PARTS),
    ("month-which", _WHICH | {"past", "that", "same", "following", "previous"}),
    ("month-over", frozenset(("out", "over"))),
    ("night", frozenset(("night", "evening", "morning", "afternoon", "day"))),
    ("following", frozenset(("following",))),
)
_UNITS_WITH: Final = (
    ("weekend", frozenset(("weekend",))),
    ("part", _PARTS),
    ("told", frozenset(("that", "same", "following", "previous", "next"))),
    ("beside", frozenset(("before", "after"))),
    ("counted", frozenset(("before", "after"))),
    ("later", frozenset(("later", "earlier", "that", "on"))),
    ("past", frozenset(("past", "last"))),
    ("ago", frozenset(("ago", "back"))),
    ("since", frozenset(("since",))),
    ("stretch", frozenset(("of", "in"))),
)


def kinds_held(text: str) -> frozenset[str]:
    """Return the kinds of rules that may fit somewhere in a text; most sentences hold none."""
    words = words_in(text)
    has_digit = _DIGIT.search(text) is not None
    if _ANY.isdisjoint(words):
        return frozenset(_in_digits(text, words)) if has_digit else _NONE
    held = _in_digits(text, words) if has_digit else []
    if not _MONTHS.isdisjoint(words):
        held += _with_months(text, words, has_digit=has_digit)
    if not _WEEKDAYS.isdisjoint(words):
        held.append("weekday")
        if "the" in words:
            held.append("numbered-day")
    if not _UNITS.isdisjoint(words):
        held += _with_units(words)
    if not _SEASONS.isdisjoint(words):
        held.append("season")
    if not _NAMED_DAYS.isdisjoint(words):
        held.append("day")
    return frozenset(held)


def _in_digits(text: str, words: frozenset[str]) -> list[str]:
    held: list[str] = []
    year = _YEAR.search(text)
    if year:
        held = ["year", *(kind for kind, other in _YEARS_WITH if not other.isdisjoint(words))]
        if _YEAR.search(text, year.end()):
            held.append("years")
    if _SIGNED.search(text):
        held.append("signed")
    if "0s" in text:
        held.append("decade")
    if "century" in words:
        held.append("century")
    if _ORDINAL.search(text):
        held.append("ordinal")
    return held


def _with_months(text: str, words: frozenset[str], *, has_digit: bool) -> list[str]:
    month = _MONTH.search(text)
    if month is None:  # "may", "march"
        return []
    held = ["month", *(kind for kind, other in _MONTHS_WITH if not other.isdisjoint(words))]
    if has_digit:
        held.append("month-day")
    if has_digit or "year" in words:
        held.append("month-year")
    if _MONTH.search(text, month.end()):
        held.append("months")
    return held


def _with_units(words: frozenset[str]) -> list[str]:
    held = [kind for kind, other in _UNITS_WITH if not other.isdisjoint(words)]
    if not _WHICH.isdisjoint(words):
        held += [f"{unit}-word" for unit in ("year", "month", "week") if unit in words]
    return held
