"""How a feature is drawn: its shape, and what its status does to it.

Colour is never alone: every distinction has a shape, a dash or a stroke of its own.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from groundtext.model import Precision

if TYPE_CHECKING:
    from collections.abc import Mapping

    from groundtext.model import Feature, Layer

_AREAS: Final = ("Polygon", "MultiPolygon")
_LINES: Final = ("LineString", "MultiLineString", "LinearRing")
_TRANSPORT: Final = ("rail", "road", "corridor", "supply", "distribution", "transit")
_AIR: Final = ("air", "cosmodrome")
_GROUND: Final = ("ground", "garrison", "base", "fob", "prt", "outpost")
# What a status does to the sign; a status that is not here is drawn plainly.
_MARKS: Final[Mapping[str, tuple[str, ...]]] = {
    "dashed": ("planned", "proposed", "construction", "announced", "suspended"),
    "hollow": ("closed", "handed over", "retired", "relocated", "transferred", "disused"),
    "struck": ("cancelled", "postponed", "stalled", "not held"),
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
    kind = feature.kind.casefold()
    if feature.geometry.geom_type in _LINES:
        return "double" if any(word in kind for word in _TRANSPORT) else "line"
    return _point_shape(kind) if layer.described.form == "base" else "circle"


def _point_shape(kind: str) -> str:
    if any(word in kind for word in _AIR):
        return "triangle"
    return "square" if any(word in kind for word in _GROUND) else "diamond"
