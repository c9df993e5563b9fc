"""What around a word says whether it is a date at all: "in 2019", "2019 people", "Black Friday"."""

from __future__ import annotations

import re
from typing import Final

from groundtext.dates.meaning import text_before

_AFTER_REACH: Final = 30
_BEFORE_REACH: Final = 30

_YEAR_BEFORE: Final = re.compile(
    r"(?:\b(?:in|since|during|by|until|till|before|after|from|to|through|throughout|of|for|mid"
    r"|post|pre|between|late|early|dated|year|into|©)[\s-]+|\(|\[|[-–—]\s?)$",
    re.IGNORECASE,
)
# "in 2015 and again in 2016", "2005, 2009 and 2011": what goes on after a year is one.
_YEAR_LISTED: Final = re.compile(r"\b(?:1[6-9]|20)[0-9]{2}(?:,|,?\s(?:and|or))\s$")
# "The 1999 disaster", "its 2002 race".
_DEFINITE_BEFORE: Final = re.compile(r"\b(?:the|a|its|his|her|their|our)\s$", re.IGNORECASE)
_WORD_AFTER: Final = re.compile(r"\s[^\W\d_]")
_MONTH_LISTED: Final = re.compile(
    r"\b(?:January|February|March|April|May|June|July|August|September|October|November|December)"
    r"(?:,|,?\s(?:and|or))\s$"
)
_WEAK_BEFORE: Final = re.compile(
    r"(?:\b(?:to|of|for|from|by|between|after|before|over)\s+|[-–—]\s?)$", re.IGNORECASE
)
_COUNTED_BEFORE: Final = re.compile(
    r"\b(?:crowd|total|force|number|population|group|maximum|minimum|height|altitude|weight|cost"
    r"|price|sum|fine|staff|team|army|average|speed|record|up)\s(?:of|to)\s+$",
    re.IGNORECASE,
)
_COUNTED_AFTER: Final = re.compile(
    r"\s?(?:%|°|€|£|\$)|\s?(?:[ap]\.?m\b|[-–]\d)"
    r"|\s(?:or (?:more|so)|per\s?cent|percent|US|U\.S\.|USD|troops|soldiers|people|persons"
    r"|men|women|children|students|workers|employees|staff|members|residents|inhabitants|refugees"
    r"|families|houses|homes|jobs|cases|votes|seats|points|acres|hectares|miles|kilomet\w+|km"
    r"|metres|meters|feet|ft|m|tons?|tonnes|barrels|pounds|dollars|euros|rupees|roubles|rubles"
    r"|hours?|minutes|seconds|times|years|days|weeks|months|vehicles|trucks|fighters|dead|killed"
    r"|wounded|million|billion|thousand|GMT|UTC|local time|different|additional|new)\b"
)
_ENDS: Final = re.compile(r"\s*(?:[.,;:!?)\]”’\"—–-]|$|and\b|or\b|to\b|until\b|when\b|with\b)")
_EVENT_AFTER: Final = re.compile(
    r"\s+(?:visit|summit|meeting|talks|conference|trip|agreement|deal|accord|round|negotiations"
    r"|consultations|session|forum|gathering|elections?|attacks?|war|coup|invasion|uprising"
    r"|report|census|treaty|protests?|offensive)\b"
)
_MONTH_BEFORE: Final = re.compile(
    r"\b(?:in|since|until|till|during|throughout|mid)[\s-]+$", re.IGNORECASE
)
_PROPER_BEFORE: Final = re.compile(r"(?:^|\s)(?P<word>[A-Z][\w’'.]*)\s$")
_NO_NAMES: Final = frozenset(
    [
        "A",
        "After",
        "And",
        "As",
        "At",
        "Before",
        "Both",
        "But",
        "By",
        "During",
        "Early",
        "From",
        "In",
        "It",
        "Late",
        "Last",
        "Next",
        "Of",
        "On",
        "Or",
        "Since",
        "So",
        "That",
        "The",
        "Then",
        "This",
        "Through",
        "Throughout",
        "Till",
        "Until",
        "When",
        "While",
    ]
)
_REPEATED: Final = re.compile(r"\b(?:every|each|most|some|any|a|an|one|no|per)\s$", re.IGNORECASE)
_NAMED_DAY_BEFORE: Final = re.compile(
    r"\b(?:Ash|Black|Bloody|Boxing|Cyber|Easter|Fat|Good|Holy|Maundy|Palm|Ruby|Sheffield|Shrove"
    r"|Spy|Super)\s$"
)
_ON: Final = re.compile(r"\b(?:on|in|by|since|until)\s$", re.IGNORECASE)
_PROPER_AFTER: Final = re.compile(r"\s(?!I\b)[A-Z]\w")
_SURE_MONTHS: Final = frozenset(
    ("January", "February", "July", "September", "October", "November", "December")
)


def is_year(match: re.Match[str]) -> bool:
    """Tell whether the words around make four digits a year."""
    after = _after(match)
    if _COUNTED_AFTER.match(after):
        return False
    if _EVENT_AFTER.match(after) or not match.string[: match.start("date")].strip() + after.strip():
        return True
    before = text_before(match, _BEFORE_REACH)
    if _COUNTED_BEFORE.search(before):
        return False
    if _WEAK_BEFORE.search(before) and not _is_certain(match["year"]):
        return bool(_ENDS.match(after))
    if _DEFINITE_BEFORE.search(before) and _WORD_AFTER.match(after):
        return _is_certain(match["year"])
    return bool(_YEAR_BEFORE.search(before) or _YEAR_LISTED.search(before))


def _is_certain(year: str) -> bool:
    """Tell whether the digits are seldom a number of things: such numbers are round."""
    return not year.endswith("00")


def is_about_year(match: re.Match[str]) -> bool:
    """Tell whether "about 2016" is no number of things."""
    after = _after(match)
    if _COUNTED_AFTER.match(after):
        return False
    before = text_before(match, _BEFORE_REACH)
    is_circa = match["about"].lower().startswith("c")
    return bool(is_circa or _YEAR_BEFORE.search(before) or _ENDS.match(after))


def is_month(match: re.Match[str]) -> bool:
    """Tell whether the words around make a name a month: "May", "April" and "March" are others."""
    before, after = text_before(match, _BEFORE_REACH), _after(match)
    if _MONTH_BEFORE.search(before) or _MONTH_LISTED.search(before) or _EVENT_AFTER.match(after):
        return True
    if match["month"] in _SURE_MONTHS:
        return not _is_in_name(before, after)
    return bool(_WEAK_BEFORE.search(before) and _ENDS.match(after))


def is_weekday(match: re.Match[str]) -> bool:
    """Tell whether a weekday is one day, and no name ("Black Friday") and no habit."""
    before = text_before(match, _BEFORE_REACH)
    if match["which"]:
        return True
    is_named = _NAMED_DAY_BEFORE.search(before) or _is_before_name(before, _after(match))
    return not (_REPEATED.search(before) or is_named)


def is_named_day(match: re.Match[str]) -> bool:
    """Tell whether "Today" begins a sentence and no name ends with it, as a newspaper's does."""
    before = text_before(match, _BEFORE_REACH).rstrip(" ")
    return match["word"][0].islower() or not before or not before[-1].isalnum()


def is_between(match: re.Match[str]) -> bool:
    """Tell whether "… and …" is a stretch: it is after "between"."""
    groups = match.groupdict()
    if groups["joint"].strip() != "and":
        return True
    return text_before(match, _BEFORE_REACH).lower().endswith("between ")


def is_ended(match: re.Match[str]) -> bool:
    """Tell whether nothing follows that the expression could belong to."""
    return bool(_ENDS.match(_after(match)))


def is_not_governing(match: re.Match[str]) -> bool:
    """Tell whether "the day before" stands alone, and not before what it is counted from."""
    return not re.match(r"\s(?:the|a|an|his|her|its|their|[A-Z]|[0-9])", _after(match))


def _after(match: re.Match[str]) -> str:
    return match.string[match.end("date") : match.end("date") + _AFTER_REACH]


def _is_in_name(before: str, after: str) -> bool:
    proper = _PROPER_BEFORE.search(before)
    is_ending = proper is not None and proper["word"] not in _NO_NAMES
    return is_ending or _is_before_name(before, after)


def _is_before_name(before: str, after: str) -> bool:
    """Tell whether a word begins a name: "Sunday Times"; "On Sunday Moscow …" does not."""
    return bool(_PROPER_AFTER.match(after) and not _ON.search(before))
