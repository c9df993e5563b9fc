"""Dates as files state them → EDTF; what is not plain is left out, never guessed."""

from __future__ import annotations

import re
from email.utils import parsedate_to_datetime
from typing import Final

from groundtext.edtf import is_valid

_ISO: Final = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?)?(?=$|[T ])")
_COMPACT: Final = re.compile(r"(\d{4})(\d{2})(\d{2})(?=$|T)")
_SLASHED: Final = re.compile(r"(\d{4})/(\d{1,2})/(\d{1,2})")  # the year first: year, month, day
_MONTHS: Final = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
]
_DAY_FIRST: Final = re.compile(r"(\d{1,2})\.? ([A-Za-z]+)\.?,? (\d{4})")
_MONTH_FIRST: Final = re.compile(r"([A-Za-z]+)\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})")


def stated_date(text: str) -> str:
    """Return a stated day, month or year as EDTF; empty for what is none or can be read two ways.

    "03/04/2019" is March in one country and April in another: it is left out.
    """
    text = " ".join(text.split())
    found = _iso(text) or _in_words(text)
    if found:
        return found if is_valid(found) else ""
    try:
        return parsedate_to_datetime(text).date().isoformat()
    except (ValueError, TypeError, IndexError, OverflowError):
        return ""


def _iso(text: str) -> str:
    if match := _ISO.match(text):
        return match[0]
    if match := _COMPACT.match(text):
        return f"{match[1]}-{match[2]}-{match[3]}"
    if match := _SLASHED.match(text):
        return f"{match[1]}-{int(match[2]):02}-{int(match[3]):02}"
    return ""


def _in_words(text: str) -> str:
    if match := _DAY_FIRST.fullmatch(text):
        day, month, year = match[1], match[2], match[3]
    elif match := _MONTH_FIRST.fullmatch(text):
        month, day, year = match[1], match[2], match[3]
    else:
        return ""
    named = [n for n, name in enumerate(_MONTHS, 1) if name.startswith(month.lower())]
    is_one = len(month) > 2 and len(named) == 1  # noqa: PLR2004  "Jan", not "Ma"
    return f"{year}-{named[0]:02}-{int(day):02}" if is_one else ""
