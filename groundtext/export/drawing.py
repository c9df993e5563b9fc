"""What the map of a dossier draws: features with their signs and their doubt, and the base map."""

from __future__ import annotations

import json
from collections import Counter
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
    """Return each visible feature as the app's own map takes it: GeoJSON, longitude first.

    Among its properties, `band` is where a line may lie and `halo_m` the radius in metres within
    which a point may lie, 0 for none.
    """
    layers = {layer.id: layer for layer in content.layers}
    n_quotes = {
        entry.id: len(entry.quotes) for section in content.sections for entry in section.entries
    }
    countries = read_countries(basemap)
    return [
        _drawn(feature, layers[feature.layer_id], countries, n_quotes[feature.id])
        for feature in content.features
    ]


def layer_shapes(content: Content) -> dict[str, str]:
    """Return the shape that most features of each layer have, by the layer's id."""
    layers = {layer.id: layer for layer in content.layers}
    shapes: dict[str, Counter[str]] = {layer.id: Counter() for layer in content.layers}
    for feature in content.features:
        shapes[feature.layer_id][sign_of(feature, layers[feature.layer_id]).shape] += 1
    return {
        layer_id: max(sorted(counts), key=counts.__getitem__, default="area")
        for layer_id, counts in shapes.items()
    }


def read_basemap(basemap: Path) -> dict[str, object]:
    """Return the base map as GeoJSON; an empty collection where the file is missing."""
    if not basemap.is_file():
        return {"type": "FeatureCollection", "features": []}
    content: dict[str, object] = json.loads(basemap.read_text(encoding="utf-8"))
    return content


def _drawn(
    feature: Feature, layer: Layer, countries: Countries, n_quotes: int
) -> dict[str, object]:
    sign = sign_of(feature, layer)
    geometry = drawn_geometry(feature, countries)
    return {
        "type": "Feature",
        "id": feature.id,
        "geometry": to_geojson(geometry),
        "properties": {
            "layer": layer.id,
            "name": feature.name,
            "status": feature.status,
            "shape": sign.shape,
            "mark": sign.mark,
            "band": to_geojson(doubt_band(feature)),
            "halo_m": halo_radius_m(feature, geometry),
            "passages": n_quotes,
        },
    }
