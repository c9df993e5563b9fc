"""The words by which a passage says that something goes from place to place, and on what."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from groundtext.model import Span
from groundtext.words import alternation

if TYPE_CHECKING:
    from groundtext.linking.reading import PassageReading

_ANY_LINE: Final = frozenset(
    (
        "route", "routes", "line", "lines", "branch", "branches", "alignment", "stretch", "section",
        "segment",
    )
)  # fmt: skip
TRAVEL_WORDS: Final = {
    "pipeline": _ANY_LINE | {"pipeline", "pipelines", "pipe", "pipes", "gas", "oil"},
    "railway": _ANY_LINE
    | {
        "railway", "railways", "railroad", "railroads", "rail", "rails", "track", "tracks",
        "train", "trains", "freight", "cargo", "network", "corridor", "corridors",
    },
    "corridor": _ANY_LINE
    | {
        "corridor", "corridors", "network", "road", "roads", "lorry", "lorries", "truck", "trucks",
        "ferry", "ferries", "freight", "cargo", "supplies", "container", "containers", "boxes",
        "rail", "railway", "railways", "train", "trains", "shipment", "shipments", "shipped",
    },
    "waterway": _ANY_LINE
    | {
        "canal", "canals", "waterway", "waterways", "lane", "lanes", "ships", "shipping", "vessels",
        "tankers", "convoys",
    },
}  # fmt: skip
EVERY_WORD: Final = frozenset().union(*TRAVEL_WORDS.values())
# "a track record", "a line of credit", "a line of tank cars", "the route to peace".
_NO_WAY: Final = (
    r"(?!\s+(?:records?|minist\w+|yards?|workshops?|workers?|museum|stations?"
    r"|of\s+(?!the\b|about\b|some\b|over\b|roughly\b|nearly\b|rail|pipe|track|steel)[a-z]\w*"
    r"|to\s+(?:peace|power|success))\b)"
)
_TRAVELS: Final = re.compile(rf"(?<![\w#])(?:{alternation(EVERY_WORD)})\b{_NO_WAY}", re.IGNORECASE)
# "power lines", "the front line", "phone lines" carry nothing from place to place.
_OTHER_LINE: Final = re.compile(
    r"\b(?:power|electricity|transmission|telephone|phone|front|battle|enemy|cease-?fire|party"
    r"|assembly|production|durand|shipping|container)[\s-]+$",
    re.IGNORECASE,
)
_GOES: Final = frozenset(
    (
        "start", "starts", "started", "begin", "begins", "began", "pass", "passes", "passed",
        "cross", "crosses", "crossed", "crossing", "enter", "enters", "entered", "reach",
        "reaches", "reached", "run", "runs", "ran", "end", "ends", "ended", "leave", "leaves",
        "follow", "follows", "climbs", "stops", "cross",
        "enter", "reach", "leave",
    )
)  # fmt: skip
_GOING: Final = re.compile(
    rf"\b(?:{alternation(_GOES)})\b|\b[Ff]rom(?=\s+[A-Z][\w’'-]+(?:\s+[A-Z][\w’'-]+)?\s+to\s+[A-Z])"
)
GOING_WORDS: Final = _GOES | {"from"}
_REACH: Final = 40  # code points before a word


def travel_words(reading: PassageReading) -> dict[str, Span]:
    """Return the first word by which each kind of line is meant, and any of them as ''."""
    found: dict[str, Span] = {}
    if EVERY_WORD.isdisjoint(reading.vocabulary):
        return found
    for match in _TRAVELS.finditer(reading.text):
        if _OTHER_LINE.search(reading.text, max(0, match.start() - _REACH), match.start()):
            continue
        for family in ("", *TRAVEL_WORDS):
            if not family or match[0].lower() in TRAVEL_WORDS[family]:
                found.setdefault(family, Span(*match.span()))
    return found


def going_word(reading: PassageReading) -> Span | None:
    """Return the first word that says that something goes somewhere, if there is one."""
    if GOING_WORDS.isdisjoint(reading.vocabulary):
        return None
    match = _GOING.search(reading.text)
    return Span(*match.span()) if match else None
