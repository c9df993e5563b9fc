"""What a passage says of a meeting: where it was, and whether it took place at all."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from groundtext.model import SaidPlace

if TYPE_CHECKING:
    from collections.abc import Sequence

    from groundtext.linking.profiles import MeetingProfile
    from groundtext.linking.reading import PassageReading
    from groundtext.model import Span

HELD: Final = "took place"
PUT_OFF: Final = "was postponed"
NEVER: Final = "did not take place"
UNHELD: Final = frozenset((PUT_OFF, NEVER))
_EXCLUDE: Final = ({HELD, PUT_OFF}, {HELD, NEVER})

_SAYINGS: Final = (
    (
        NEVER,
        (
            r"never\s+(?:took\s+place|held|met|happened|materiali[sz]ed|opened)|cancell?ed|called\s+off"
            r"|did\s+not\s+(?:take\s+place|happen|meet)|fell\s+through|was\s+scrapped|came\s+to\s+nothing"
        ),
    ),
    (PUT_OFF, r"postponed|put\s+off|deferred|pushed\s+back"),
    (
        HELD,
        (
            r"(?:was|were)\s+held|took\s+place|broke\s+up|ended|concluded|convened|adjourned|met\s+in"
            r"|met\s+on|attended|sat\s+down|opened\s+(?:on|in)|held\s+(?:in|on|a|two|three)"
        ),
    ),
)
_PATTERNS: Final = tuple(
    (outcome, re.compile(rf"\b(?:{words})\b", re.IGNORECASE)) for outcome, words in _SAYINGS
)
_DECIDED_BEFORE: Final = re.compile(
    r"\b(?:postponed|put\s+off|deferred|cancell?ed|called\s+off|scrapped)\s+(?:in|on)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_REACH: Final = 40
_OPEN: Final = re.compile(
    r"\b(?:will|would|might|may|could|should|plans?|planned|to\s+be\s+held|if|whether|unless)\b",
    re.IGNORECASE,
)


def outcome_in(text: str) -> str:
    """Return the one outcome that a sentence states; "" if it states none, or several.

    What is only planned, feared or asked is no outcome.
    """
    if _OPEN.search(text):
        return ""
    found = [outcome for outcome, pattern in _PATTERNS if pattern.search(text)]
    if set(found) == {PUT_OFF, NEVER}:
        return NEVER  # "was postponed and never held"
    return found[0] if len(found) == 1 else ""


def is_day_of_decision(reading: PassageReading, edtf: str) -> bool:
    """Tell whether a date is when a meeting was put off: "was postponed in April"."""
    return any(
        date.edtf == edtf and _DECIDED_BEFORE.search(reading.text[: date.span.start][-_REACH:])
        for date in reading.dates
    )


def exclude(one: str, other: str) -> bool:
    """Tell whether two outcomes cannot both be true."""
    return {one, other} in _EXCLUDE


def venue_in(
    reading: PassageReading, meeting: MeetingProfile, matches: Sequence[Span] | None = None
) -> SaidPlace | None:
    """Return the one settlement in which a passage says that a meeting was, if it is its venue.

    With `matches`, only the places under these spans are the meeting's: there are others.
    """
    places = [
        SaidPlace(name.text, name.position)
        for name in reading.names
        if name.form == "settlement" and name.position and name.governor in ("in", "at")
        if not name.is_negated and (matches is None or name.span in matches)
    ]
    there = {place.position for place in places}
    return places[0] if len(there) == 1 and meeting.is_at(places[0].position) else None
