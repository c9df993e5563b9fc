"""How reasons put a meeting's date into words, and what a passage says that it was."""

from __future__ import annotations

from typing import TYPE_CHECKING

from groundtext import edtf

if TYPE_CHECKING:
    from groundtext.dates.expressions import DateExpression
    from groundtext.linking.profiles import MeetingProfile
    from groundtext.linking.reading import PassageReading


def read_date(date: DateExpression, profile: MeetingProfile, reading: PassageReading) -> str:
    """Quote a date, with the meaning that fits a meeting where that is not what is written."""
    window = profile.fits(date)
    meaning = edtf.in_words(window.edtf) if window else date.edtf
    written = reading.words(date.span)
    return f"‘{written}’" if written == meaning else f"‘{written}’ read as {meaning}"


def said(date: DateExpression | None, profile: MeetingProfile) -> str:
    """Return when the passage says that the meeting was, as EDTF; "" if it does not say."""
    if date is None or date.grain == "relative":
        return ""
    window = profile.fits(date)
    return window.edtf if window else ""
