"""What the map of a dossier draws: features with their signs and their doubt, and the base map."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from groundtext.portrayal.countries import read_countries
from groundtext.portrayal.shapes import (
    doubt_band,
    drawn_geometry,
    halo_radius_m,
    to_geojson,
)
from groundtext.portrayal.signs import sign_of

if TYPE_CHECKING:
    from pathlib import Path

    from groundtext.export.entries import Content
    from groundtext.model import Feature, Layer
    from groundtext.portrayal.countries import Countries


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


def _drawn(feature: Feature, layer: Layer, countries: Countries) -> dict[str, object]:
    sign = sign_of(feature, layer)
    geometry = drawn_geometry(feature, countries)
    return {
        "id": feature.id,
        "layer": layer.id,
        "name": feature.name,
        "status": feature.status,
        "shape": sign.shape,
        "mark": sign.mark,
        "colour": layer.colour,
        "geometry": to_geojson(geometry),
        "doubt": to_geojson(doubt_band(feature)),
        "radius_m": halo_radius_m(feature, geometry),
    }
