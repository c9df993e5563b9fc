"""What a text must hold for a form of date to be in it: looking for that costs next to nothing."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable


def _holds(*words: str) -> Callable[[str], object]:
    def root(text: str) -> bool:
        for word in words:  # noqa: SIM110 -- a generator costs more than what it looks for
            if word in text:
                return True
        return False

    return root


def _always(_text: str) -> object:
    return True


# What a text must hold for a rule of a kind to fit: looking for it is much cheaper than the rules.
# A kind is only looked for where its root is found, so most sentences cost a few looks.
ROOTS: Final = (
    (
        re.compile(r"[0-9]").search,
        {
            "year": _holds("20", "19", "18", "17", "16"),
            "decade": _holds("0s"),
            "century": _holds("entury"),
            "ordinal": _holds("1st", "2nd", "3rd", *(f"{digit}th" for digit in range(10))),
            "holiday": _holds("Christmas", "New Year", "Leap Day"),
        },
    ),
    (
        re.compile(r"Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec").search,
        {
            "month": _always,
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
        _holds("year", "day", "week", "month", "decade"),
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
        _holds("spring", "summer", "autumn", "winter", "Spring", "Summer", "Autumn", "Winter"),
        {"season": _always},
    ),
    (_holds("esterday", "oday", "onight", "omorrow"), {"day": _always}),
)
