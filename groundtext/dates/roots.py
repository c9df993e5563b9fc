"""What a text must hold for a form of date to be in it: looking for that costs next to nothing."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple, TypeAlias

from groundtext.words import words_in

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    # Asked of a text and of its words in lower case.
    Root: TypeAlias = Callable[[str, frozenset[str]], object]

_DIGIT: Final = re.compile(r"[0-9]")
_YEAR: Final = re.compile(r"(?:1[6-9]|20)[0-9]{2}")
_MONTH: Final = re.compile(r"Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec")
_SIGNED: Final = re.compile(r"[0-9][-/.][0-9]")
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
_PARTS: Final = frozenset(
    ("end", "beginning", "start", "middle", "late", "early", "mid", "half", "quarter")
)
_WHICH: Final = frozenset(("last", "next", "this"))
_WHICH_OR_TOLD: Final = _WHICH | {"past", "that", "same", "following", "previous"}


def _holds(*pieces: str) -> Root:
    def root(text: str, _words: frozenset[str]) -> object:
        for piece in pieces:  # noqa: SIM110 -- a generator costs more than what it looks for
            if piece in text:
                return True
        return False

    return root


def _words(*several: frozenset[str]) -> Root:
    """Return the root of forms that take a word of each of some sets."""

    def root(_text: str, words: frozenset[str]) -> object:
        for each in several:  # noqa: SIM110 -- as above
            if each.isdisjoint(words):
                return False
        return True

    return root


def _fits(pattern: re.Pattern[str]) -> Root:
    def root(text: str, _words: frozenset[str]) -> object:
        return pattern.search(text)

    return root


def _fits_twice(pattern: re.Pattern[str]) -> Root:
    def root(text: str, _words: frozenset[str]) -> object:
        first = pattern.search(text)
        return first is not None and pattern.search(text, first.end()) is not None

    return root


def _always(_text: str, _words: frozenset[str]) -> object:
    return True


class _Family(NamedTuple):
    """Forms of date that share a word; a form is only looked for where that is found."""

    words: frozenset[str]  # in lower case; empty for the forms in digits
    kinds: Mapping[str, Root]


_IN_DIGITS: Final = _Family(
    frozenset(),
    {
        "signed": _fits(_SIGNED),
        "year": _fits(_YEAR),
        "years": _fits_twice(_YEAR),
        "year-part": _words(_PARTS),
        "year-about": _holds("bout", "round", "irca", "c.", "ca."),
        "decade": _holds("0s"),
        "century": _holds("entury"),
        "ordinal": _holds("1st", "2nd", "3rd", *(f"{digit}th" for digit in range(10))),
        "holiday": _holds("Christmas", "New Year", "Leap Day"),
    },
)
_FAMILIES: Final = (
    _Family(
        _MONTHS,
        {
            "month": _fits(_MONTH),
            "months": _fits_twice(_MONTH),
            "month-day": _fits(_DIGIT),
            "month-part": _words(_PARTS),
            "month-which": _words(_WHICH_OR_TOLD),
            "month-year": lambda text, words: "year" in words or _YEAR.search(text),
            "month-over": _holds(" was out", " was over", " is out", " is over"),
            "night": _holds(" night ", " evening ", " morning ", " afternoon ", " day "),
            "following": _holds("following"),
        },
    ),
    _Family(_WEEKDAYS, {"weekday": _always, "numbered-day": _holds("day the ", "day, the ")}),
    _Family(
        _UNITS,
        {
            "year-word": _words(frozenset(("year",)), _WHICH),
            "month-word": _words(frozenset(("month",)), _WHICH),
            "week-word": _words(frozenset(("week",)), _WHICH),
            "weekend": _holds("weekend"),
            "part": _holds("nd of", "ning of", "art of", "dle of", "alf of", "ter of"),
            "told": _holds("That", "that", "same", "following", "previous", "he next"),
            "beside": _holds("before", "after"),
            "ago": _holds("ago", "back"),
            "since": _holds("since"),
            "later": _holds("later", "earlier", "after that", "before that", " on,"),
            "past": _holds("past", "last"),
            "stretch": _holds("days of", "weekend of", "week of", "weekend in", "week in"),
            "counted": _holds("s after", "s before"),
        },
    ),
    _Family(_SEASONS, {"season": _always}),
    _Family(_NAMED_DAYS, {"day": _always}),
)
_ANY: Final = frozenset().union(*(family.words for family in _FAMILIES))


def kinds_held(text: str) -> frozenset[str]:
    """Return the kinds of rules that may fit somewhere in a text; most sentences hold none."""
    words = words_in(text)
    held: list[str] = []
    if _DIGIT.search(text):
        held += [kind for kind, is_held in _IN_DIGITS.kinds.items() if is_held(text, words)]
    if not _ANY.isdisjoint(words):
        for family in _FAMILIES:
            if not family.words.isdisjoint(words):
                held += [kind for kind, is_held in family.kinds.items() if is_held(text, words)]
    return frozenset(held)
