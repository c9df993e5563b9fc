"""What is uncertain about a feature, in words: where it is, when it was, whether it was at all."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from groundtext.edtf import is_unsure
from groundtext.messages import message
from groundtext.model import Precision
from groundtext.portrayal.signs import mark_of
from groundtext.portrayal.wording import distance_in_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from groundtext.model import Feature

_NEAR_M: Final = 10_000.0  # a position this exact is one place on a map of a region
_COARSE: Final = (Precision.COUNTRY, Precision.PROVINCE, Precision.DISTRICT)


def doubts_of(feature: Feature) -> tuple[str, ...]:
    """Return what is uncertain about a feature, each in a few words; none where it is certain.

    "Only what is certain" on the map leaves out every feature for which there is one.
    """
    return tuple(_doubts(feature))


def _doubts(feature: Feature) -> Iterator[str]:
    is_area = feature.geometry.geom_type.endswith("Polygon")
    if feature.precision in _COARSE and not (
        is_area and feature.precision is not Precision.COUNTRY
    ):
        yield message(f"certainty.only-{feature.precision.value}")
    elif feature.uncertainty_m > _NEAR_M:
        distance = distance_in_words(feature.uncertainty_m)
        what = "course" if feature.precision is Precision.CORRIDOR else "place"
        yield message(f"certainty.{what}-about", distance=distance)
    if mark_of(feature.status) == "dotted":
        yield message("certainty.status", status=feature.status)
    if is_unsure(feature.valid_from + feature.valid_to):
        yield message("certainty.dates")
    if feature.confidence == "low":
        yield message("certainty.sources")
