"""A layer as its file has it: geometries in the file's own reference system, nothing mended."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from groundtext.formats.faults import Unusable

if TYPE_CHECKING:
    from collections.abc import Iterable

    from shapely.geometry.base import BaseGeometry

    from groundtext.layers.geojson import Json

WGS84: Final = "EPSG:4326"
MOST_FEATURES: Final = 200_000  # of a file; more do not fit on a map that is read


@dataclass(slots=True)
class RawFeature:
    """One feature; `fault` says why it has no geometry."""

    place: str  # "feature 12", "row 7"
    geometry: BaseGeometry | None
    properties: dict[str, Json]
    id: str = ""
    fault: str = ""
    notes: list[str] = field(default_factory=list)  # what was mended already


@dataclass(slots=True)
class RawLayer:
    """One layer of a file."""

    name: str
    features: list[RawFeature] = field(default_factory=list)
    crs: str = WGS84  # whatever pyproj understands; empty where the file does not say
    warnings: list[str] = field(default_factory=list)


def add_up_to_limit(layer: RawLayer, features: Iterable[RawFeature]) -> None:
    """Add features to a layer.

    Raises
    ------
    Unusable
        If there are more than a map can show.
    """
    for feature in features:
        if len(layer.features) >= MOST_FEATURES:
            raise Unusable(f"holds more than {MOST_FEATURES:,} features; divide it.")
        layer.features.append(feature)
