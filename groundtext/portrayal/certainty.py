"""What is uncertain about a feature, in words: where it is, when it was, whether it was at all."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from groundtext.edtf import is_unsure
from groundtext.model import Precision
from groundtext.portrayal.signs import mark_of
from groundtext.portrayal.wording import distance_in_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from groundtext.model import Feature

_NEAR_M: Final = 10_000.0  # a position this exact is one place on a map of a region
_ONLY: Final = {
    Precision.COUNTRY: "only the country is known",
    Precision.PROVINCE: "only the province is known",
    Precision.DISTRICT: "only the district is known",
}


def doubts_of(feature: Feature) -> tuple[str, ...]:
    """Return what is uncertain about a feature, each in a few words; none where it is certain.

    "Only what is certain" on the map leaves out every feature for which there is one.
    """
    return tuple(_doubts(feature))


def _doubts(feature: Feature) -> Iterator[str]:
    is_area = feature.geometry.geom_type.endswith("Polygon")
    if feature.precision in _ONLY and not (is_area and feature.precision is not Precision.COUNTRY):
        yield _ONLY[feature.precision]
    elif feature.uncertainty_m > _NEAR_M:
        distance = distance_in_words(feature.uncertainty_m)
        what = "course" if feature.precision is Precision.CORRIDOR else "place"
        yield f"its {what} is known to about {distance} only"
    if mark_of(feature.status) == "dotted":
        yield f"its status is: {feature.status}"
    if is_unsure(feature.valid_from + feature.valid_to):
        yield "its dates are uncertain"
    if feature.confidence == "low":
        yield "the sources for it are weak"
