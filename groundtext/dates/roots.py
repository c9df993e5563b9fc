"""What a text must hold for a form of date to be in it: looking for that costs next to nothing."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    Root: TypeAlias = Callable[[str], object]


def _holds(*words: str) -> Root:
    def root(text: str) -> bool:
        for word in words:  # noqa: SIM110 -- a generator costs more than what it looks for
            if word in text:
                return True
        return False

    return root


def _holds_several(pattern: re.Pattern[str]) -> Root:
    def root(text: str) -> bool:
        first = pattern.search(text)
        return first is not None and pattern.search(text, first.end()) is not None

    return root


def _always(_text: str) -> object:
    return True


_DIGIT: Final = re.compile(r"[0-9]")
_MONTH: Final = re.compile(r"Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec")
# What a text must hold for a rule of a kind to fit: looking for it is much cheaper than the rules.
# A kind is only looked for where its root is found, so most sentences cost a few looks;
# these are written out, because a loop over the words takes three times as long.
ROOTS: Final[tuple[tuple[Root, Mapping[str, Root]], ...]] = (
    (
        _DIGIT.search,
        {
            "year": _holds("20", "19", "18", "17", "16"),
            "decade": _holds("0s"),
            "century": _holds("entury"),
            "ordinal": _holds("1st", "2nd", "3rd", *(f"{digit}th" for digit in range(10))),
            "holiday": _holds("Christmas", "New Year", "Leap Day"),
        },
    ),
    (
        _MONTH.search,
        {
            "month": _always,
            "months": _holds_several(_MONTH),
            "month-day": _DIGIT.search,
            "month-year": lambda text: _DIGIT.search(text) or "year" in text,
            "month-over": _holds(" was out", " was over", " is out", " is over"),
            "night": _holds(" night ", " evening ", " morning ", " afternoon ", " day "),
            "following": _holds("following"),
        },
    ),
    (
        re.compile(r"Mon|Tue|Wed|Thu|Fri|Sat|Sun").search,
        {"weekday": _holds("day"), "numbered-day": _holds("day the ", "day, the ")},
    ),
    (
        lambda text: (
            "day" in text or "year" in text or "week" in text or "month" in text or "decade" in text
        ),
        {
            "year-word": _holds("year"),
            "month-word": _holds("month"),
            "week-word": _holds("week"),
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
    (
        lambda text: (
            "spring" in text
            or "Spring" in text
            or "ummer" in text
            or "utumn" in text
            or "winter" in text
            or "Winter" in text
        ),
        {"season": _always},
    ),
    (
        lambda text: "oday" in text or "esterday" in text or "omorrow" in text or "onight" in text,
        {"day": _always},
    ),
)
