"""Date expressions in running text, resolved against the day a document was published.

Each expression keeps every stretch of days that it may mean: "on Tuesday" in a document that is
dated only to within a fortnight means two or three Tuesdays, and "March 18" in a document without
a date means one day of each year. What a meeting confirms is then one of the windows.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final

from groundtext.dates.windows import (
    Resolver,
    Window,
    resolve_ago,
    resolve_day,
    resolve_iso_day,
    resolve_part_of_month,
    resolve_past,
    resolve_relative_month,
    resolve_relative_unit,
    resolve_season,
    resolve_weekday,
    resolve_whole_month,
    resolve_year,
    resolve_years_between,
)
from groundtext.model import Span


@dataclass(frozen=True, slots=True)
class DateExpression:
    """A date as written, with the windows that it may mean."""

    span: Span
    windows: tuple[Window, ...]
    grain: str  # day | weekday | month | span | year | relative: how exact the words are
    mode: str = "at"  # at | since | bound ("before", "until", "by": no date of an event)

    @property
    def edtf(self) -> str:
        """The meaning as EDTF: a date, an interval, or a one-of set such as `[2020-05,2021-05]`."""
        meanings = [window.edtf for window in self.windows]
        return meanings[0] if len(meanings) == 1 else f"[{','.join(meanings)}]"


def find_dates(
    text: str, published: Window | None, *, offset: int = 0
) -> tuple[DateExpression, ...]:
    """Find the date expressions of a text, in order and disjoint.

    Spans count from `offset`, the place of the text in its document. An expression that cannot
    be resolved at all, such as a weekday in a document that is dated to a year, is left out.
    """
    if _TRIGGER.search(text) is None:
        return ()
    found = _found(text, published)
    if not offset:
        return found
    return tuple(
        replace(each, span=Span(each.span.start + offset, each.span.end + offset)) for each in found
    )


# What every expression holds; most sentences hold none of it.
_TRIGGER: Final = re.compile(
    r"[0-9]|\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)"
    r"|\b(?:ago|earlier|last|past|next|this|since|spring|summer|autumn|winter|yesterday|today)\b",
    re.IGNORECASE,
)


@lru_cache(maxsize=1_024)  # the same sentence is asked for its dates and for its links
def _found(text: str, published: Window | None) -> tuple[DateExpression, ...]:
    found: list[DateExpression] = []
    taken = bytearray(len(text))  # by an earlier rule, for each character
    for pattern, grain, resolve in _RULES:
        for match in pattern.finditer(text):
            span = Span(match.start("date"), match.end("date"))
            if any(taken[span.start : span.end]):
                continue
            windows = tuple(sorted(set(resolve(match, published))))
            if windows:
                mode = _mode(text[max(span.start - _MODE_REACH, 0) : span.start])
                taken[span.start : span.end] = b"\1" * (span.end - span.start)
                found.append(DateExpression(span, windows, grain, mode))
    return tuple(sorted(found, key=lambda expression: expression.span))


_SINCE: Final = re.compile(r"\b(?:since|starting(?: in| from| on)?)\s+(?:the\s+)?$", re.IGNORECASE)
_BOUND: Final = re.compile(
    r"\b(?:before|until|till|by|ahead of|prior to|after|post|beyond)[\s-]+(?:the\s+)?$",
    re.IGNORECASE,
)


_MODE_REACH: Final = 40  # code points before a date in which its preposition stands


def _mode(before: str) -> str:
    if _SINCE.search(before):
        return "since"
    return "bound" if _BOUND.search(before) else "at"


_MONTH_NAME: Final = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|Jan\.|Feb\.|Mar\.|Apr\.|Aug\.|Sept?\.|Oct\.|Nov\.|Dec\.)"
)
_YEAR_DIGITS: Final = r"(?:19|20)[0-9]{2}"
_DAY_DIGITS: Final = r"(?:[12][0-9]|3[01]|0?[1-9])"
_COUNT: Final = r"(?P<number>[0-9]{1,2}|an?|one|a couple of|couple of|two|three|four|five|six|ten)"
_RANGE: Final = r"(?:\s?(?:[-–/]|to|and)\s?"
_WEEKDAY_NAME: Final = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_EVENT_AFTER: Final = (
    r"(?=\s+(?:visit|summit|meeting|talks|conference|trip|agreement|deal|accord|round|negotiations"
    r"|consultations|session|forum|gathering)\b)"
)


def _rule(pattern: str, grain: str, resolve: Resolver) -> tuple[re.Pattern[str], str, Resolver]:
    return re.compile(rf"(?<![\w$€£])(?P<date>{pattern})(?!\w)"), grain, resolve


# Earlier rules win where two overlap, so the fuller form comes first.
_RULES: Final = (
    _rule(
        rf"(?P<year>{_YEAR_DIGITS})-(?P<month>[01][0-9])-(?P<day>[0-3][0-9])",
        "day",
        resolve_iso_day,
    ),
    _rule(
        rf"(?P<month>{_MONTH_NAME})\s(?P<day>{_DAY_DIGITS})(?:st|nd|rd|th)?"
        rf"{_RANGE}(?P<day2>{_DAY_DIGITS})(?:st|nd|rd|th)?)?(?:,?\s(?P<year>{_YEAR_DIGITS}))?(?!\d)",
        "day",
        resolve_day,
    ),
    _rule(
        rf"(?P<day>{_DAY_DIGITS})(?:st|nd|rd|th)?{_RANGE}(?P<day2>{_DAY_DIGITS})(?:st|nd|rd|th)?)?"
        rf"\s(?:of\s)?(?P<month>{_MONTH_NAME})(?:,?\s(?P<year>{_YEAR_DIGITS}))?",
        "day",
        resolve_day,
    ),
    _rule(
        rf"(?:the\s)?(?P<part>end|beginning|start|middle|late|early|mid|Late|Early|Mid)(?:\sof\s|[\s-])"
        rf"(?P<month>{_MONTH_NAME})(?:,?\s(?P<year>{_YEAR_DIGITS}))?",
        "month",
        resolve_part_of_month,
    ),
    _rule(
        rf"(?P<month>{_MONTH_NAME}),?\s(?:of\s)?(?P<year>{_YEAR_DIGITS})",
        "month",
        resolve_whole_month,
    ),
    _rule(
        rf"(?P<which>[Ll]ast|[Nn]ext|[Tt]his|[Pp]ast)\s(?P<month>{_MONTH_NAME})",
        "month",
        resolve_relative_month,
    ),
    _rule(
        rf"(?:(?<=[Ii]n\s)|(?<=[Ss]ince\s)|(?<=[Uu]ntil\s)|(?<=[Bb]efore\s))(?P<month>{_MONTH_NAME})",
        "month",
        resolve_whole_month,
    ),
    _rule(
        rf"(?P<month>{_MONTH_NAME}){_EVENT_AFTER}",
        "month",
        resolve_whole_month,
    ),
    _rule(
        rf"(?:the\s)?(?P<season>spring|summer|autumn|winter)(?:\sof)?\s(?P<year>{_YEAR_DIGITS})",
        "month",
        resolve_season,
    ),
    _rule(
        rf"(?:between|from)\s(?P<year>{_YEAR_DIGITS})\s(?:and|to)\s(?P<year2>{_YEAR_DIGITS})",
        "year",
        resolve_years_between,
    ),
    _rule(
        rf"(?:(?P<which>[Ll]ast|[Nn]ext|[Tt]his)\s|(?<=on\s)|(?<=On\s))"
        rf"(?:{_WEEKDAY_NAME})(?:(?:,\s|\sand\s|\sto\s)(?:{_WEEKDAY_NAME}))*",
        "weekday",
        resolve_weekday,
    ),
    _rule(
        rf"(?:(?P<part>early|mid|late|Early|Mid|Late)[\s-]|(?:the\s)?end\sof\s)(?P<year>{_YEAR_DIGITS})",
        "span",
        resolve_year,
    ),
    _rule(
        rf"(?:(?<=\b[Ii]n\s)|(?<=[Ss]ince\s)|(?<=[Dd]uring\s)|(?<=[Bb]y\s)|(?<=[Uu]ntil\s)|(?<=\())"
        rf"(?P<part>)(?P<year>{_YEAR_DIGITS})(?!\s(?:US|U\.S\.|troops|percent|soldiers))",
        "year",
        resolve_year,
    ),
    _rule(
        rf"(?P<part>)(?P<year>{_YEAR_DIGITS}){_EVENT_AFTER}",
        "year",
        resolve_year,
    ),
    _rule(rf"{_COUNT}\s(?P<unit>day|week|month|year)s?\s(?:ago|earlier)", "relative", resolve_ago),
    _rule(
        rf"(?:(?<=been\s)|(?<=is\s)|(?<=was\s)){_COUNT}\s(?P<unit>day|week|month|year)s?(?=\ssince)",
        "relative",
        resolve_ago,
    ),
    _rule(
        r"(?:[Oo]ver|[Ii]n|[Dd]uring|[Ww]ithin)\sthe\s(?:past|last)\s"
        r"(?:(?P<number>[0-9]{1,2}|few|two|three|four|five|six|ten)\s)?"
        r"(?P<unit>day|week|month|year)s?",
        "relative",
        resolve_past,
    ),
    _rule(r"(?P<which>[Ll]ast|[Nn]ext|[Tt]his)\s(?P<unit>month)", "month", resolve_relative_unit),
    _rule(r"(?P<which>[Ll]ast|[Nn]ext|[Tt]his)\s(?P<unit>year)", "year", resolve_relative_unit),
    _rule(r"(?P<which>[Ll]ast|[Nn]ext|[Tt]his)\s(?P<unit>week)", "span", resolve_relative_unit),
)
