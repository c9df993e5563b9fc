"""What the map of a dossier draws: features with their signs and their doubt, and the base map."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final

import numpy as np
import shapely
from shapely.geometry import mapping

from groundtext.geodesy import corridor_m
from groundtext.model import Precision
from groundtext.ui.outlines import country_around, read_countries
from groundtext.ui.signs import sign_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from numpy.typing import NDArray
    from shapely.geometry.base import BaseGeometry

    from groundtext.export.entries import Content
    from groundtext.model import Feature, Layer

_DECIMALS: Final = 4  # of a degree: 11 m, less than any radius of doubt on the map
_BAND_TOLERANCE_DEG: Final = 0.005  # 500 m, where bands are tens of kilometres wide


def drawn_features(content: Content, basemap: Path) -> list[dict[str, object]]:
    """Return each visible feature as plain values: sign, colour, geometry and doubt.

    `geometry` and `doubt` are GeoJSON, longitude before latitude. `doubt` is the band of a
    corridor; `radius_m` is the radius of a point's halo in metres, 0 for none.
    """
    layers = {layer.id: layer for layer in content.layers}
    quoted = {entry.id: entry for section in content.sections for entry in section.entries}
    countries = read_countries(basemap)
    return [
        _drawn(feature, layers[feature.layer_id], countries)
        | {"has_quotes": bool(quoted[feature.id].quotes or quoted[feature.id].groups)}
        for feature in content.features
    ]


def read_basemap(basemap: Path) -> dict[str, object]:
    """Return the base map as GeoJSON; an empty collection where the file is missing."""
    if not basemap.is_file():
        return {"type": "FeatureCollection", "features": []}
    content: dict[str, object] = json.loads(basemap.read_text(encoding="utf-8"))
    return content


def _drawn(feature: Feature, layer: Layer, countries: Sequence[BaseGeometry]) -> dict[str, object]:
    sign = sign_of(feature, layer)
    geometry = feature.geometry
    if feature.precision is Precision.COUNTRY:
        geometry = country_around(geometry, countries) or geometry
    return {
        "id": feature.id,
        "layer": layer.id,
        "name": feature.name,
        "status": feature.status,
        "shape": sign.shape,
        "mark": sign.mark,
        "colour": layer.colour,
        "geometry": _geojson(geometry),
        "doubt": _band(feature),
        "radius_m": feature.uncertainty_m if geometry.geom_type == "Point" else 0,
    }


def _band(feature: Feature) -> object:
    """Return the band that a line may lie in, or None for what is no line or has no doubt."""
    if "LineString" not in feature.geometry.geom_type or feature.uncertainty_m <= 0:
        return None
    band = corridor_m(feature.geometry, feature.uncertainty_m)
    return _geojson(band.simplify(_BAND_TOLERANCE_DEG))


def _geojson(geometry: BaseGeometry) -> object:
    return mapping(shapely.transform(geometry, _rounded))


def _rounded(positions: NDArray[np.float64]) -> NDArray[np.float64]:
    return np.round(positions, _DECIMALS)
