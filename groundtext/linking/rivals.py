"""What speaks against a name's being a feature's: a town of that name, or a longer name."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from groundtext.geodesy import is_within_m
from groundtext.linking.line_words import line_family

if TYPE_CHECKING:
    from groundtext.model import Candidate, Mention, Place, Span

_SETTLEMENT: Final = "settlement"
_REACH: Final = 40  # code points before a name
_KNOWN_TOWN: Final = 50_000  # inhabitants
_METROPOLIS: Final = 2_000_000
_SEAT_TOWN: Final = 20_000  # of a town that may be meant where it lies in the feature, or at it
_NEAR_M: Final = 40_000.0
_WATERWAYS: Final = ("canal", "lane", "channel", "passage")
_HYPHENS: Final = ("-", "–")
_JOINED: Final = re.compile(r"[-–][A-Z]")
_JOINING: Final = re.compile(r"\b[A-Z][\w’']*[-–]$")


def is_in_compound(span: Span, text: str) -> bool:
    """Tell whether a name is joined to another: "the Rhine-Main region", "Lancang-Mekong talks"."""
    if text[span.end : span.end + 1] in _HYPHENS and _JOINED.match(text, span.end):
        return True
    is_led = text[max(0, span.start - 1) : span.start] in _HYPHENS
    return is_led and bool(_JOINING.search(text, max(0, span.start - _REACH), span.start))


def is_metropolis(mention: Mention) -> bool:
    """Tell whether a city of millions has the name: that one is meant before its province is."""
    places = [each.place for each in mention.candidates]
    return any(p.kind == _SETTLEMENT and p.population >= _METROPOLIS for p in places)


def has_rival(mention: Mention, candidate: Candidate) -> bool:
    """Tell whether a settlement of the name may be meant instead of the feature.

    One that lies there, as a capital shares its province's name; or a town that a reader knows,
    wherever it is. A village elsewhere is no rival to what the user has put on the map.
    """
    return any(
        other.place.kind == _SETTLEMENT
        and (
            other.place.population >= _KNOWN_TOWN
            or (other.place.population >= _SEAT_TOWN and _lies_there(other.place, candidate.place))
        )
        for other in mention.candidates
    )


def is_town_on_line(mention: Mention, candidate: Candidate) -> bool:
    """Tell whether a town has the name that a line has with "canal" or "railway" after it."""
    kind = candidate.place.kind
    return bool(line_family(kind) or kind.lower().endswith(_WATERWAYS)) and any(
        other.place.kind == _SETTLEMENT and _lies_there(other.place, candidate.place)
        for other in mention.candidates
    )


def _lies_there(place: Place, feature: Place) -> bool:
    if place.position is None or feature.position is None:
        return True  # for all that is known
    if feature.bbox is not None:
        west, south, east, north = feature.bbox
        lon, lat = place.position
        if west <= lon <= east and south <= lat <= north:
            return True
    return is_within_m(place.position, feature.position, _NEAR_M)
