"""EDTF dates in the words of formats that know days, and not how exact they are."""

from __future__ import annotations

import re
from datetime import date
from typing import Final

from groundtext.edtf import is_valid, stretch

# A date that says a day, a month or a year, no more and no less; ISO 8601 has it too.
_PLAIN: Final = re.compile(r"[0-9]{4}(-(0[1-9]|1[0-2])(-[0-9]{2})?)?", re.ASCII)
_QUALIFIERS: Final = "?~%"


def first_day(edtf: str) -> date | None:
    """Return the first day that a date allows, or None where there is none."""
    day, _ = stretch(edtf, "")
    return None if day == date.min else day


def last_day(edtf: str) -> date | None:
    """Return the last day that a date allows, or None where there is none."""
    _, day = stretch("", edtf)
    return None if day == date.max else day


def timespan(valid_from: str, valid_to: str) -> dict[str, dict[str, str]]:
    """Return `start` and `end` as Linked Places has them, nothing where nothing is known.

    A span needs a start: what has only an end began, at the latest, when it ended.
    """
    start, end = _moment(valid_from), _moment(valid_to)
    if end and not start:
        last = last_day(valid_to)
        start = {"latest": last.isoformat()} if last else {}
    if not start:
        return {}
    return {"start": start, "end": end} if end else {"start": start}


def _moment(edtf: str) -> dict[str, str]:
    plain = edtf.rstrip(_QUALIFIERS)
    if _PLAIN.fullmatch(plain) and is_valid(edtf):
        return {"in": plain}
    days = {"earliest": first_day(edtf), "latest": last_day(edtf)}
    return {name: day.isoformat() for name, day in days.items() if day}
