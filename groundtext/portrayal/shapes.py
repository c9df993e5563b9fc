"""What is drawn of a feature: its geometry, and its doubt as geometry; both as GeoJSON."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypeAlias

import numpy as np
import shapely
from shapely.geometry import mapping

from groundtext.geodesy import corridor_m
from groundtext.model import Precision

if TYPE_CHECKING:
    from collections.abc import Iterable

    from numpy.typing import NDArray
    from shapely.geometry.base import BaseGeometry

    from groundtext.model import Feature
    from groundtext.portrayal.countries import Countries

Position: TypeAlias = tuple[float, float]  # longitude, latitude

_DECIMALS: Final = 4  # of a degree: 11 m, less than any radius of doubt on the map
_BAND_TOLERANCE_DEG: Final = 0.005  # 500 m, where bands are tens of kilometres wide


def drawn_geometry(feature: Feature, countries: Countries) -> BaseGeometry:
    """Return the geometry to draw, EPSG:4326: the whole country where no more is known."""
    if feature.precision is Precision.COUNTRY:
        return countries.around(feature.geometry)
    return feature.geometry


def halo_radius_m(feature: Feature, drawn: BaseGeometry) -> float:
    """Return the radius of a point's halo in metres, 0 for what is drawn as something else."""
    return feature.uncertainty_m if drawn.geom_type == "Point" else 0.0


def doubt_band(feature: Feature) -> BaseGeometry | None:
    """Return the band that a line may lie in, or None for what is no line or has no doubt."""
    if "LineString" not in feature.geometry.geom_type or feature.uncertainty_m <= 0:
        return None
    return corridor_m(feature.geometry, feature.uncertainty_m).simplify(_BAND_TOLERANCE_DEG)


def along_others(features: Iterable[Feature]) -> frozenset[str]:
    """Return the ids of lines that run, vertex by vertex, along shorter lines of their layer.

    Drawn on the others' course, such a line would fill the gaps of their dashes.
    """
    lines: dict[str, list[tuple[str, frozenset[Position]]]] = {}
    for feature in features:
        if feature.geometry.geom_type == "LineString":
            vertices = frozenset((x, y) for x, y, *_ in feature.geometry.coords)
            lines.setdefault(feature.layer_id, []).append((feature.id, vertices))
    return frozenset(
        line_id
        for layer_lines in lines.values()
        for line_id, vertices in layer_lines
        if vertices
        <= frozenset().union(*(other for _, other in layer_lines if len(other) < len(vertices)))
    )


def to_geojson(geometry: BaseGeometry | None) -> object:
    """Return a geometry as GeoJSON, longitude first, rounded to four decimals of a degree."""
    return None if geometry is None else mapping(shapely.transform(geometry, _rounded))


def _rounded(positions: NDArray[np.float64]) -> NDArray[np.float64]:
    return np.round(positions, _DECIMALS)
