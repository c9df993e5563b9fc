"""Date expressions in running text, resolved against the day a document was published.

Each expression keeps every stretch of days that it may mean: "on Tuesday" in a document that is
dated only to within a fortnight means two or three Tuesdays, and "March 18" in a document without
a date means one day of each year. What a meeting confirms is then one of the windows.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final, NamedTuple, TypeAlias

from groundtext import edtf
from groundtext.model import Span

MONTHS: Final = (
    "january february march april may june july august september october november december"
).split()
_WEEKDAYS: Final = "monday tuesday wednesday thursday friday saturday sunday".split()
_SEASONS: Final = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}
_NUMBERS: Final = {
    word: number
    for number, word in enumerate("a two three four five six seven eight nine ten".split(), start=1)
} | {"one": 1, "an": 1, "couple of": 2, "a couple of": 2}
_UNIT_DAYS: Final = {"day": 1, "week": 7, "month": 30, "year": 365}
# How far "N units ago" may be off: writers round.
_SLACK_DAYS: Final = {"day": 1, "week": 4, "month": 20, "year": 45}
# Documents without a date may speak of any of these years.
_UNDATED_YEARS: Final = range(1990, 2041)
_LONGEST_FOR_WEEKDAYS: Final = timedelta(days=45)


class Window(NamedTuple):
    """A stretch of days, both ends included."""

    first: date
    last: date

    def overlaps(self, other: Window) -> bool:
        """Tell whether the two share a day."""
        return self.first <= other.last and other.first <= self.last

    def days_from(self, other: Window) -> int:
        """Return the days between the two, 0 where they overlap."""
        return max((self.first - other.last).days, (other.first - self.last).days, 0)

    @property
    def edtf(self) -> str:
        """The window as the shortest EDTF expression that means it."""
        first, last = self
        if first == last:
            return first.isoformat()
        if first.replace(day=1) == first and last == _end_of_month(last):
            if (first.year, first.month) == (last.year, last.month):
                return f"{first:%Y-%m}"
            if first.year == last.year and (first.month, last.month) == (1, len(MONTHS)):
                return f"{first:%Y}"
        return f"{first.isoformat()}/{last.isoformat()}"


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


_Resolver: TypeAlias = Callable[["re.Match[str]", "Window | None"], list[Window]]


def published_window(published: str) -> Window | None:
    """Return the days on which a document may have been published, None if nothing is known.

    Raises
    ------
    DateError
        If `published` is neither empty nor EDTF.
    """
    if not published:
        return None
    window = Window(*edtf.bounds(published))
    return None if date.min in window or date.max in window else window


def find_dates(
    text: str, published: Window | None, *, offset: int = 0
) -> tuple[DateExpression, ...]:
    """Find the date expressions of a text, in order and disjoint.

    Spans count from `offset`, the place of the text in its document. An expression that cannot
    be resolved at all, such as a weekday in a document that is dated to a year, is left out.
    """
    found: list[DateExpression] = []
    for pattern, grain, resolve in _RULES:
        for match in pattern.finditer(text):
            span = Span(match.start("date") + offset, match.end("date") + offset)
            if any(span.overlaps(other.span) for other in found):
                continue
            windows = tuple(sorted(set(resolve(match, published))))
            if windows:
                mode = _mode(text[: match.start("date")])
                found.append(DateExpression(span, windows, grain, mode))
    return tuple(sorted(found, key=lambda expression: expression.span))


_SINCE: Final = re.compile(r"\b(?:since|starting(?: in| from| on)?)\s+(?:the\s+)?$", re.IGNORECASE)
_BOUND: Final = re.compile(
    r"\b(?:before|until|till|by|ahead of|prior to|after|post|beyond)[\s-]+(?:the\s+)?$",
    re.IGNORECASE,
)


def _mode(before: str) -> str:
    if _SINCE.search(before):
        return "since"
    return "bound" if _BOUND.search(before) else "at"


# The windows of each kind of expression. Group names: day, day2, month, month2, year, part, …


def _month_number(name: str) -> int:
    return next(n for n, month in enumerate(MONTHS, start=1) if month.startswith(name[:3].lower()))


def _end_of_month(day: date) -> date:
    return day.replace(day=monthrange(day.year, day.month)[1])


def _days(year: int, month: int, day: int, last_day: int) -> list[Window]:
    longest = monthrange(year, month)[1]
    if not 1 <= day <= last_day <= longest:
        return []
    return [Window(date(year, month, day), date(year, month, last_day))]


def _month(year: int, month: int) -> Window:
    first = date(year, month, 1)
    return Window(first, _end_of_month(first))


def _nearest(windows: list[Window], published: Window | None) -> list[Window]:
    """Keep the windows nearest to the publication; all of them where that is unknown."""
    if published is None or not windows:
        return windows
    nearest = min(window.days_from(published) for window in windows)
    return [window for window in windows if window.days_from(published) == nearest]


def _years(match: re.Match[str], published: Window | None) -> list[int]:
    """Return the year as written, else the years around the publication."""
    written = match.groupdict().get("year")
    if written:
        return [int(written)]
    if published is None:
        return list(_UNDATED_YEARS)
    return list(range(published.first.year - 1, published.last.year + 2))


def _day(match: re.Match[str], published: Window | None) -> list[Window]:
    day, last_day = int(match["day"]), int(match["day2"] or match["day"])
    month = _month_number(match["month"])
    windows = [w for year in _years(match, published) for w in _days(year, month, day, last_day)]
    return _nearest(windows, published)


def _iso_day(match: re.Match[str], _published: Window | None) -> list[Window]:
    month, day = int(match["month"]), int(match["day"])
    return _days(int(match["year"]), month, day, day) if 1 <= month <= len(MONTHS) else []


_PARTS_OF_MONTH: Final = {
    **dict.fromkeys(("end", "late"), (19, 31)),
    **dict.fromkeys(("beginning", "start", "early"), (1, 12)),
    **dict.fromkeys(("middle", "mid"), (9, 21)),
}


def _part_of_month(match: re.Match[str], published: Window | None) -> list[Window]:
    first, last = _PARTS_OF_MONTH[match["part"].lower()]
    month = _month_number(match["month"])
    windows = [
        window
        for year in _years(match, published)
        for window in _days(year, month, first, min(last, monthrange(year, month)[1]))
    ]
    return _nearest(windows, published)


def _whole_month(match: re.Match[str], published: Window | None) -> list[Window]:
    month = _month_number(match["month"])
    return _nearest([_month(year, month) for year in _years(match, published)], published)


def _relative_month(match: re.Match[str], published: Window | None) -> list[Window]:
    if published is None:
        return []
    windows = [_month(year, _month_number(match["month"])) for year in _years(match, published)]
    if match["which"].lower() == "next":
        return [min(window for window in windows if window.first > published.first)]
    if match["which"].lower() == "this":
        return _nearest(windows, published)
    return [
        max(window for window in windows if window.last < day)
        for day in (published.first, published.last)
    ]


def _season(match: re.Match[str], published: Window | None) -> list[Window]:
    number = _SEASONS[match["season"].lower()]
    windows = [Window(*edtf.bounds(f"{year:04}-{number}")) for year in _years(match, published)]
    return _nearest(windows, published)


_PARTS_OF_YEAR: Final = {"early": (1, 4), "mid": (5, 8), "late": (9, 12), "end": (11, 12)}


def _year(match: re.Match[str], _published: Window | None) -> list[Window]:
    year = int(match["year"])
    first, last = _PARTS_OF_YEAR.get((match["part"] or "").lower(), (1, len(MONTHS)))
    return [Window(date(year, first, 1), _month(year, last).last)]


def _years_between(match: re.Match[str], _published: Window | None) -> list[Window]:
    first, last = int(match["year"]), int(match["year2"])
    return [Window(date(first, 1, 1), date(last, 12, 31))] if first <= last else []


def _weekday(match: re.Match[str], published: Window | None) -> list[Window]:
    if published is None or published.last - published.first > _LONGEST_FOR_WEEKDAYS:
        return []
    shift = timedelta(days=7 if (match["which"] or "").lower() == "next" else 0)
    wanted = {_WEEKDAYS.index(name.lower()) for name in _WEEKDAY.findall(match["date"])}
    first = published.first + shift - timedelta(days=7 - int(bool(shift)))
    days = (first + timedelta(days=n) for n in range((published.last + shift - first).days + 1))
    return [Window(day, day) for day in days if day.weekday() in wanted]


def _ago(match: re.Match[str], published: Window | None) -> list[Window]:
    if published is None:
        return []
    number, unit = _number(match["number"]), match["unit"].lower()
    centre, slack = number * _UNIT_DAYS[unit], _SLACK_DAYS[unit]
    return [
        Window(
            published.first - timedelta(days=centre + slack),
            published.last - timedelta(days=centre - slack),
        )
    ]


def _past(match: re.Match[str], published: Window | None) -> list[Window]:
    if published is None:
        return []
    days = _number(match["number"] or "one") * _UNIT_DAYS[match["unit"].lower()]
    return [Window(published.first - timedelta(days=days), published.last)]


_SHIFTS: Final = {"last": -1, "next": 1, "this": 0}


def _relative_unit(match: re.Match[str], published: Window | None) -> list[Window]:
    """Resolve "last year", "next month", "this week"."""
    if published is None:
        return []
    shift, unit = _SHIFTS[match["which"].lower()], match["unit"].lower()
    if unit == "year":
        years = {day.year + shift for day in published}
        return [Window(date(year, 1, 1), date(year, 12, 31)) for year in years]
    if unit == "month":
        months = {day.year * 12 + day.month - 1 + shift for day in published}
        return [_month(month // 12, month % 12 + 1) for month in months]
    days = timedelta(days=7 * shift)
    return [Window(*(day + days + timedelta(days=edge) for day, edge in zip(published, (-6, 6))))]


def _number(words: str) -> int:
    return int(words) if words.isdigit() else _NUMBERS.get(words.lower(), 1)


_MONTH_NAME: Final = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|Jan\.|Feb\.|Mar\.|Apr\.|Aug\.|Sept?\.|Oct\.|Nov\.|Dec\.)"
)
_YEAR_DIGITS: Final = r"(?:19|20)[0-9]{2}"
_DAY_DIGITS: Final = r"(?:[12][0-9]|3[01]|0?[1-9])"
_COUNT: Final = r"(?P<number>[0-9]{1,2}|an?|one|a couple of|couple of|two|three|four|five|six|ten)"
_RANGE: Final = r"(?:\s?(?:[-–/]|to|and)\s?"
_WEEKDAY: Final = re.compile(r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b", re.IGNORECASE)
_WEEKDAY_NAME: Final = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_EVENT_AFTER: Final = (
    r"(?=\s+(?:visit|summit|meeting|talks|conference|trip|agreement|deal|accord|round|negotiations"
    r"|consultations|session|forum|gathering)\b)"
)


def _rule(pattern: str, grain: str, resolve: _Resolver) -> tuple[re.Pattern[str], str, _Resolver]:
    return re.compile(rf"(?<![\w$€£])(?P<date>{pattern})(?!\w)"), grain, resolve


# Earlier rules win where two overlap, so the fuller form comes first.
_RULES: Final = (
    _rule(rf"(?P<year>{_YEAR_DIGITS})-(?P<month>[01][0-9])-(?P<day>[0-3][0-9])", "day", _iso_day),
    _rule(
        rf"(?P<month>{_MONTH_NAME})\s(?P<day>{_DAY_DIGITS})(?:st|nd|rd|th)?"
        rf"{_RANGE}(?P<day2>{_DAY_DIGITS})(?:st|nd|rd|th)?)?(?:,?\s(?P<year>{_YEAR_DIGITS}))?(?!\d)",
        "day",
        _day,
    ),
    _rule(
        rf"(?P<day>{_DAY_DIGITS})(?:st|nd|rd|th)?{_RANGE}(?P<day2>{_DAY_DIGITS})(?:st|nd|rd|th)?)?"
        rf"\s(?:of\s)?(?P<month>{_MONTH_NAME})(?:,?\s(?P<year>{_YEAR_DIGITS}))?",
        "day",
        _day,
    ),
    _rule(
        rf"(?:the\s)?(?P<part>end|beginning|start|middle|late|early|mid|Late|Early|Mid)(?:\sof\s|[\s-])"
        rf"(?P<month>{_MONTH_NAME})(?:,?\s(?P<year>{_YEAR_DIGITS}))?",
        "month",
        _part_of_month,
    ),
    _rule(rf"(?P<month>{_MONTH_NAME}),?\s(?:of\s)?(?P<year>{_YEAR_DIGITS})", "month", _whole_month),
    _rule(
        rf"(?P<which>[Ll]ast|[Nn]ext|[Tt]his|[Pp]ast)\s(?P<month>{_MONTH_NAME})",
        "month",
        _relative_month,
    ),
    _rule(
        rf"(?:(?<=[Ii]n\s)|(?<=[Ss]ince\s)|(?<=[Uu]ntil\s)|(?<=[Bb]efore\s))(?P<month>{_MONTH_NAME})",
        "month",
        _whole_month,
    ),
    _rule(
        rf"(?P<month>{_MONTH_NAME}){_EVENT_AFTER}",
        "month",
        _whole_month,
    ),
    _rule(
        rf"(?:the\s)?(?P<season>spring|summer|autumn|winter)(?:\sof)?\s(?P<year>{_YEAR_DIGITS})",
        "month",
        _season,
    ),
    _rule(
        rf"(?:between|from)\s(?P<year>{_YEAR_DIGITS})\s(?:and|to)\s(?P<year2>{_YEAR_DIGITS})",
        "year",
        _years_between,
    ),
    _rule(
        rf"(?:(?P<which>[Ll]ast|[Nn]ext|[Tt]his)\s|(?<=on\s)|(?<=On\s))"
        rf"(?:{_WEEKDAY_NAME})(?:(?:,\s|\sand\s|\sto\s)(?:{_WEEKDAY_NAME}))*",
        "weekday",
        _weekday,
    ),
    _rule(
        rf"(?:(?P<part>early|mid|late|Early|Mid|Late)[\s-]|(?:the\s)?end\sof\s)(?P<year>{_YEAR_DIGITS})",
        "span",
        _year,
    ),
    _rule(
        rf"(?:(?<=\b[Ii]n\s)|(?<=[Ss]ince\s)|(?<=[Dd]uring\s)|(?<=[Bb]y\s)|(?<=[Uu]ntil\s)|(?<=\())"
        rf"(?P<part>)(?P<year>{_YEAR_DIGITS})(?!\s(?:US|U\.S\.|troops|percent|soldiers))",
        "year",
        _year,
    ),
    _rule(
        rf"(?P<part>)(?P<year>{_YEAR_DIGITS}){_EVENT_AFTER}",
        "year",
        _year,
    ),
    _rule(rf"{_COUNT}\s(?P<unit>day|week|month|year)s?\s(?:ago|earlier)", "relative", _ago),
    _rule(rf"(?<=been\s){_COUNT}\s(?P<unit>day|week|month|year)s?(?=\ssince)", "relative", _ago),
    _rule(
        r"(?:[Oo]ver|[Ii]n|[Dd]uring|[Ww]ithin)\sthe\s(?:past|last)\s"
        r"(?:(?P<number>[0-9]{1,2}|few|two|three|four|five|six|ten)\s)?"
        r"(?P<unit>day|week|month|year)s?",
        "relative",
        _past,
    ),
    _rule(
        r"(?P<which>[Ll]ast|[Nn]ext|[Tt]his)\s(?P<unit>week|month|year)",
        "relative",
        _relative_unit,
    ),
)
