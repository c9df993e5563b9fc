"""The rules by which date expressions are found, and what each needs the text to hold."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING, Final, NamedTuple, TypeAlias

from groundtext.dates import calendar, counted, cues, relative

if TYPE_CHECKING:
    from groundtext.dates.meaning import Resolver

Vet: TypeAlias = Callable[["re.Match[str]"], bool]

_FULL_MONTH: Final = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
)
_MONTH: Final = (
    r"(?:Jan(?:uary|\b\.?)|Feb(?:ruary|\b\.?)|Mar(?:ch|\b\.?)|Apr(?:il|\b\.?)|May|Jun(?:e|\b\.?)"
    r"|Jul(?:y|\b\.?)|Aug(?:ust|\b\.?)|Sep(?:tember|t?\b\.?)|Oct(?:ober|\b\.?)|Nov(?:ember|\b\.?)"
    r"|Dec(?:ember|\b\.?))"
)
_YEAR: Final = r"(?:1[6-9]|20)[0-9]{2}"
_THAT_YEAR: Final = (
    rf"(?:,?\s(?:of\s)?(?P<year>{_YEAR})|\s(?:of\s)?(?P<which_year>(?:that|the[\s]same|this|last|next)"
    r"(?=\syear))\syear)"
)
_DAY: Final = r"(?:3[01]|[12][0-9]|0?[1-9])"
_ORDINAL: Final = r"(?:st|nd|rd|th)?(?![\d])"
_JOINT: Final = r"(?:\s?[-–—/]\s?|\s(?:to|and|or|until|through)\s|,\s)"
_STRETCH: Final = r"(?P<joint>\s?[-–—]\s?|\s(?:to|and|until|through)\s)"
_WEEKDAY: Final = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_ON_WEEKDAY: Final = rf"(?:(?P<weekday>{_WEEKDAY}),?\s(?:the\s)?)?"
_PART_NAME: Final = (
    r"(?P<part>[Ee]nd|[Bb]eginning|[Ss]tart|[Mm]iddle|[Ll]ate|[Ee]arly|[Mm]id"
    r"|(?:[Ff]irst|[Ss]econd)\shalf|(?:[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth|[Ll]ast)\squarter)"
)
_PART: Final = _PART_NAME + (r"(?:\sof\s|[\s-])")
_OF_PART: Final = rf"(?:(?:[Tt]he\s)?{_PART})"
_ADJECTIVE_PART: Final = r"(?:(?P<part>[Ee]arly|[Mm]id|[Ll]ate)[\s-])"
_WHICH: Final = r"(?P<which>[Ll]ast|[Nn]ext|[Tt]his|[Pp]ast)"
_TOLD: Final = r"(?P<which>[Tt]hat(?:[\s]same)?|[Tt]he\s(?:same|following|previous|next))"
_WHICH_OR_TOLD: Final = (
    r"(?P<which>[Ll]ast|[Nn]ext|[Tt]his|[Pp]ast|[Tt]hat(?:[\s]same)?"
    r"|[Tt]he\s(?:same|following|previous))"
)
# "Earlier this month" may be any day of it; "late last year" is a part.
_EARLIER: Final = r"(?:(?:[Ee]arlier|[Ll]ater)\s)"
_WEEKDAYS: Final = rf"{_WEEKDAY}(?:(?:,\s|,?\sand\s|\sor\s|\sto\s){_WEEKDAY})*"
_SEASON: Final = r"(?P<season>(?:spring|Spring)|[Ss]ummer|[Aa]utumn|[Ww]inter)"
_UNIT: Final = r"(?P<unit>day|week|month|year|decade)"
_HOLIDAY: Final = r"(?P<holiday>Christmas(?:\s(?:Day|Eve))?|New\sYear[’']s\s(?:Day|Eve)|Leap\sDay)"
_NTH: Final = r"(?:first|second|third|fourth|last|closing|final|opening|early)"
_COUNT: Final = (
    r"(?P<number>[0-9]{1,2}|"
    + "|".join(
        rf"[{word[0].upper()}{word[0]}]{word[1:]}".replace(" ", r"\s")
        for word in relative.NUMBER_WORDS
    )
    + ")"
)


class Rule(NamedTuple):
    """A form of date: the text holds what `needs` says, the pattern fits, and `vet` agrees."""

    needs: str  # a kind of `roots.kinds_held`
    pattern: re.Pattern[str]
    grain: str
    resolve: Resolver
    vet: Vet | None = None


def _rule(needs: str, pattern: str, grain: str, resolve: Resolver, vet: Vet | None = None) -> Rule:
    compiled = re.compile(rf"(?<![\w$€£])(?P<date>{pattern})(?!\w)")
    return Rule(needs, compiled, grain, resolve, vet)


# Earlier rules win where two overlap, so the fuller form comes first.
RULES: Final = (
    _rule(
        "signed",
        rf"(?P<year>{_YEAR})(?P<sign>[-/.])(?P<month>[01]?[0-9])(?P=sign)(?P<day>[0-3]?[0-9])",
        "day",
        calendar.resolve_iso_day,
    ),
    _rule(
        "signed",
        rf"(?P<one>[0-3]?[0-9])(?P<sign>[-/.])(?P<two>[0-3]?[0-9])(?P=sign)(?P<year>{_YEAR})",
        "day",
        calendar.resolve_numeric_day,
    ),
    _rule(
        "counted",
        rf"{_COUNT}\s(?P<unit>day|week)s?\s(?P<after>after|before)\s(?:{_HOLIDAY}"
        rf"|(?P<day>{_DAY})\s(?P<month>{_FULL_MONTH})|(?P<month2>{_FULL_MONTH})\s(?P<day2>{_DAY}))"
        rf"(?:,?\s(?:of\s|in\s)?(?P<year>{_YEAR}))",
        "day",
        counted.resolve_counted,
    ),
    _rule(
        "months",
        rf"(?P<month>{_MONTH})\s(?P<day>{_DAY}){_ORDINAL}(?:\s?[-–—]\s?|\s(?:to|and|until|through)\s)"
        rf"(?P<month2>{_MONTH})\s(?P<day2>{_DAY}){_ORDINAL}{_THAT_YEAR}?",
        "day",
        calendar.resolve_day,
    ),
    _rule(
        "months",
        rf"(?P<day>{_DAY}){_ORDINAL}\s(?P<month>{_MONTH})(?:\s?[-–—]\s?|\s(?:to|until|through)\s)"
        rf"(?P<day2>{_DAY}){_ORDINAL}\s(?P<month2>{_MONTH}){_THAT_YEAR}?",
        "day",
        calendar.resolve_day,
    ),
    _rule(
        "month-day",
        rf"{_ON_WEEKDAY}(?P<month>{_MONTH})\s(?:the\s)?(?P<day>{_DAY}){_ORDINAL}"
        rf"(?:{_JOINT}(?P<day2>{_DAY}){_ORDINAL}(?![\s]{_MONTH}))?{_THAT_YEAR}?",
        "day",
        calendar.resolve_day,
    ),
    _rule(
        "month-day",
        rf"{_ON_WEEKDAY}(?P<day>{_DAY}){_ORDINAL}(?:{_JOINT}(?P<day2>{_DAY}){_ORDINAL})?"
        rf"\s(?:of\s)?(?P<month>{_MONTH}){_THAT_YEAR}?",
        "day",
        calendar.resolve_day,
    ),
    _rule(
        "months",
        rf"(?P<month>{_MONTH}){_STRETCH}(?P<month2>{_MONTH})(?!\s\d{{1,2}}\b){_THAT_YEAR}?",
        "month",
        calendar.resolve_month,
        cues.is_between,
    ),
    _rule(
        "month-over",
        rf"[Bb]efore\s(?P<month>{_FULL_MONTH})\s(?:was|is)\s(?:out|over)",
        "month",
        calendar.resolve_month,
    ),
    _rule(
        "night",
        rf"(?P<month>{_FULL_MONTH})\s(?:night|evening|morning|afternoon|day)"
        rf"\s(?:in|of)\s(?P<year>{_YEAR})",
        "month",
        calendar.resolve_month,
    ),
    _rule(
        "following",
        rf"[Tt]he\s(?P<month>{_FULL_MONTH})\s(?P<which>following)",
        "month",
        calendar.resolve_which,
    ),
    _rule(
        "stretch",
        rf"[Tt]he\s(?P<nth>{_NTH})\s(?P<what>days|weekend|week)\s(?:of|in)\s"
        rf"(?:(?P<month>{_FULL_MONTH}){_THAT_YEAR}?|(?P<only_year>{_YEAR}))",
        "span",
        counted.resolve_stretch,
    ),
    _rule(
        "month-part",
        rf"{_OF_PART}(?P<month>{_FULL_MONTH}){_THAT_YEAR}?",
        "month",
        calendar.resolve_month,
    ),
    _rule(
        "month-year",
        rf"(?:(?P<about>[Aa]bout|[Aa]round|[Cc]irca)\s)?(?P<month>{_MONTH}){_THAT_YEAR}",
        "month",
        calendar.resolve_month,
    ),
    _rule(
        "month-which",
        rf"{_ADJECTIVE_PART}?{_WHICH_OR_TOLD}\s(?P<month>{_FULL_MONTH})",
        "month",
        calendar.resolve_which,
    ),
    _rule(
        "holiday",
        rf"{_HOLIDAY}(?:,?\s(?:(?:of|in)\s)?(?P<year>{_YEAR}))",
        "day",
        calendar.resolve_holiday,
    ),
    _rule(
        "season",
        rf"(?:[Tt]he\s)?{_SEASON}{_THAT_YEAR}",
        "month",
        calendar.resolve_season,
    ),
    _rule("season", rf"{_WHICH_OR_TOLD}\s{_SEASON}", "month", calendar.resolve_which),
    _rule(
        "years",
        rf"(?P<year>{_YEAR})(?P<joint>\s?[-–—]\s?|\s(?:to|and|until|through)\s)(?P<year2>{_YEAR})",
        "year",
        calendar.resolve_years,
        cues.is_between,
    ),
    _rule(
        "year-part",
        rf"{_OF_PART}(?P<year>{_YEAR})",
        "span",
        calendar.resolve_year,
    ),
    _rule(
        "decade",
        rf"{_ADJECTIVE_PART}?(?:[’'‘](?=[3-9]))?(?P<decade>(?:(?:1[6-9]|20)[0-9]|(?<=[’'‘])[3-9])0)s",
        "decade",
        calendar.resolve_decade,
    ),
    _rule(
        "century",
        rf"{_ADJECTIVE_PART}?(?P<century>[1-9]|1[0-9]|2[01])(?:st|nd|rd|th)[\s-][Cc]entury",
        "century",
        calendar.resolve_century,
    ),
    _rule(
        "year-about",
        rf"(?P<about>[Aa]bout|[Aa]round|[Cc]irca|c\.|ca\.)\s?(?P<year>{_YEAR})",
        "year",
        calendar.resolve_year,
        cues.is_about_year,
    ),
    _rule("year", rf"(?P<year>{_YEAR})", "year", calendar.resolve_year, cues.is_year),
    _rule(
        "numbered-day",
        rf"(?P<weekday>{_WEEKDAY}),?\sthe\s(?P<nth>(?:{_DAY}(?:st|nd|rd|th)|{counted.ORDINAL_DAYS}))",
        "day",
        counted.resolve_numbered_day,
        cues.is_ended,
    ),
    _rule(
        "weekday",
        rf"[Tt]he\s(?P<weekday>{_WEEKDAY})",
        "weekday",
        relative.resolve_weekday_from_before,
    ),
    _rule(
        "weekday",
        rf"(?:{_WHICH}\s)?{_WEEKDAYS}(?:\s(?:of\s)?(?P<week>[Ll]ast|[Tt]his|[Nn]ext)\sweek)?",
        "weekday",
        relative.resolve_weekday,
        cues.is_weekday,
    ),
    _rule(
        "weekend",
        r"(?P<which>[Ll]ast|[Nn]ext|[Tt]his|[Tt]he)\sweekend",
        "weekday",
        relative.resolve_weekend,
    ),
    *(
        _rule(
            f"{unit}-word",
            rf"(?:{_EARLIER}|{_OF_PART})?(?P<which>[Ll]ast|[Nn]ext|[Tt]his)\s(?P<unit>{unit})(?!\sof\b)",
            grain,
            relative.resolve_unit,
        )
        for unit, grain in (("month", "month"), ("year", "year"), ("week", "span"))
    ),
    _rule(
        "part",
        rf"(?:[Tt]he\s)?{_PART_NAME}\sof\s(?P<which>the)\s(?P<unit>month|year)",
        "span",
        relative.resolve_unit,
    ),
    _rule(
        "told",
        rf"{_EARLIER}?{_TOLD}\s(?P<unit>day|week|month|year)",
        "relative",
        relative.resolve_unit_from_before,
    ),
    _rule(
        "beside",
        r"[Tt]he\s(?P<unit>day|week|month|year)\s(?P<after>before|after)",
        "relative",
        relative.resolve_unit_from_before,
        cues.is_not_governing,
    ),
    _rule("ago", rf"{_COUNT}[\s-]{_UNIT}s?\s(?:ago|back)", "relative", relative.resolve_ago),
    _rule(
        "since",
        rf"(?:(?<=been\s)|(?<=is\s)|(?<=was\s)){_COUNT}\s{_UNIT}s?(?=\ssince)",
        "relative",
        relative.resolve_ago,
    ),
    _rule(
        "later",
        rf"{_COUNT}\s{_UNIT}s?\s(?P<after>later|earlier|(?:after|before)\sthat(?=[,.;])|on(?=,))",
        "relative",
        relative.resolve_from_before,
    ),
    _rule(
        "past",
        # "The last week of that month" counts from its end.
        rf"[Tt]he\s(?:past|last)\s(?:{_COUNT}\s)?{_UNIT}s?(?!\sof\s(?:the|that|this|it)\b)",
        "relative",
        relative.resolve_past,
    ),
    _rule(
        "day",
        r"(?P<word>[Yy]esterday|[Tt]oday(?![’'])|[Tt]onight|[Tt]omorrow)",
        "day",
        relative.resolve_named_day,
        cues.is_named_day,
    ),
    _rule(
        "ordinal",
        rf"(?:(?<=\bon\s)|(?<=\bby\s)|(?<=\buntil\s)|(?<=\bto\s)|(?<=\bsince\s))"
        rf"[Tt]he\s(?P<day>{_DAY})(?:st|nd|rd|th)",
        "day",
        relative.resolve_ordinal,
        cues.is_ended,
    ),
    _rule("month", rf"(?P<month>{_FULL_MONTH})", "month", calendar.resolve_month, cues.is_month),
)
