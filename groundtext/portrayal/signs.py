"""How a feature is drawn: its shape, and what its status does to it.

Colour is never alone: every distinction has a shape, a dash or a stroke of its own.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from groundtext.model import Precision

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from groundtext.model import Feature, Layer

_AREAS: Final = ("Polygon", "MultiPolygon")
_LINES: Final = ("LineString", "MultiLineString", "LinearRing")
_TRANSPORT: Final = ("railway", "railroad", "rail", "road", "corridor", "supply", "transit")
_AIR: Final = ("air", "airbase", "airfield", "aerodrome")
_GROUND: Final = ("ground", "garrison", "base", "camp", "reconstruction", "outpost")
# What a status does to the sign; a status that is not here is drawn plainly.
_MARKS: Final[Mapping[str, tuple[str, ...]]] = {
    "dashed": ("planned", "proposed", "construction", "announced", "suspended"),
    "hollow": ("closed", "handed over", "retired", "relocated", "transferred", "disused"),
    "struck": ("cancelled", "postponed", "not held"),
    "dotted": ("disputed", "alleged", "denied", "unclear", "reported", "claimed"),
}


@dataclass(frozen=True, slots=True)
class Sign:
    """A shape on the map and its mark."""

    shape: str  # triangle, square, diamond, circle; line, double; area, hatch
    mark: str  # dashed, hollow, struck, dotted; empty for a plain sign


def sign_of(feature: Feature, layer: Layer) -> Sign:
    """Return how a feature is drawn."""
    return Sign(_shape(feature, layer), mark_of(feature.status))


def mark_of(status: str) -> str:
    """Return what a status does to a sign, or an empty string."""
    words = status.casefold()
    for mark, statuses in _MARKS.items():
        if any(known in words for known in statuses):
            return mark
    return ""


def _shape(feature: Feature, layer: Layer) -> str:
    # A country is the whole of it: a pin in its middle would claim what nobody knows.
    if feature.precision is Precision.COUNTRY:
        return "hatch"
    if feature.geometry.geom_type in _AREAS:
        return "area"
    words = feature.kind.casefold().replace("-", " ").split()
    if feature.geometry.geom_type in _LINES:
        return "double" if any(word in _TRANSPORT for word in words) else "line"
    return _point_shape(words, layer.described.form)


def _point_shape(words: Sequence[str], form: str) -> str:
    if form == "meeting":
        return "circle"
    if any(word in _AIR for word in words):
        return "triangle"
    return "square" if any(word in _GROUND for word in words) else "diamond"
