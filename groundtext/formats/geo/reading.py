"""One door to the readers of layers."""

from __future__ import annotations

import hashlib
import json
import math
from typing import TYPE_CHECKING, Final

import shapely

from groundtext.formats.archives import shown_name
from groundtext.formats.extracts import Extract, LayerExtract, Part, Refused
from groundtext.formats.faults import Unusable
from groundtext.formats.geo.delimited import read_csv
from groundtext.formats.geo.fields import guess_fields
from groundtext.formats.geo.geojson import read_geojson, read_linked_places
from groundtext.formats.geo.geopackage import read_geopackage
from groundtext.formats.geo.kml import read_kml, read_kmz
from groundtext.formats.geo.mending import mend_layer
from groundtext.formats.geo.parquet import read_parquet
from groundtext.formats.geo.shapefile import read_shapefile

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from groundtext.formats.geo.raw import RawFeature, RawLayer
    from groundtext.layers.geojson import Json

_READERS: Final[Mapping[str, Callable[[bytes], Iterator[RawLayer]]]] = {
    "geojson": read_geojson,
    "lpf": read_linked_places,
    "gpkg": read_geopackage,
    "shapefile": read_shapefile,
    "kml": read_kml,
    "kmz": read_kmz,
    "geoparquet": read_parquet,
    "csv": read_csv,
}
KINDS: Final = tuple(_READERS)
_DECIMALS: Final = 9  # a tenth of a millimetre; more are noise of the format


def read_geo(file: str, source: bytes, kind: str) -> Iterator[Extract]:
    """Yield each layer of a file, or a refusal with the reason.

    Parameters
    ----------
    file
        Its name, as the user knows it.
    source
        Its bytes.
    kind
        One of `KINDS`.

    Raises
    ------
    Unusable, Undecodable
        If it cannot be read; what came before is used.
    """
    digest = hashlib.sha256(source).hexdigest()
    n_layers = 0
    for layer in _READERS[kind](source):
        n_layers += 1
        yield _extract(file, kind, digest, layer)
    if not n_layers:
        yield Refused(file, "holds no layer of features; export one into it.")


def _extract(file: str, kind: str, digest: str, layer: RawLayer) -> Extract:
    name = layer.name or shown_name(file).rpartition("/")[2].rpartition(".")[0]
    if not layer.features:
        said = " ".join(layer.warnings)
        return Refused(file, f"has no features in its layer {name!r}. {said}".rstrip())
    try:
        mend_layer(layer)
    except Unusable as fault:
        return Refused(file, str(fault))
    used = [feature for feature in layer.features if feature.geometry is not None]
    fields = guess_fields([feature.properties for feature in used])
    warnings = list(layer.warnings)
    if used and "name" not in fields and not any(feature.id for feature in used):
        warnings.append(
            "has no property that could be a name; features are called by their number."
        )
    return LayerExtract(
        file=file,
        format=kind,
        sha256=digest,
        name=name,
        features=tuple(_to_json(feature) for feature in used),
        fields=fields,
        n_read=len(layer.features),
        listed=tuple(
            Part(_place(each), each.fault) for each in layer.features if each.geometry is None
        ),
        repaired=tuple(Part(_place(each), " ".join(each.notes)) for each in used if each.notes),
        warnings=tuple(warnings),
    )


def _place(feature: RawFeature) -> str:
    name = feature.properties.get("name") or feature.properties.get("Name") or feature.id
    return f"{feature.place} ({str(name)[:60]})" if name else feature.place


def _to_json(feature: RawFeature) -> dict[str, Json]:
    geometry: dict[str, Json] = json.loads(str(shapely.to_geojson(feature.geometry)))
    return {
        "type": "Feature",
        "id": feature.id,
        "properties": {name: _finite(value) for name, value in feature.properties.items()},
        "geometry": {"type": geometry["type"], "coordinates": _rounded(geometry["coordinates"])},
    }


def _finite(member: Json) -> Json:
    """Return JSON without numbers that are none: tables write NaN where a value is missing."""
    if isinstance(member, list):
        return [_finite(part) for part in member]
    if isinstance(member, dict):
        return {name: _finite(part) for name, part in member.items()}
    return None if isinstance(member, float) and not math.isfinite(member) else member


def _rounded(member: Json) -> Json:
    if isinstance(member, list):
        return [_rounded(part) for part in member]
    return round(member, _DECIMALS) if isinstance(member, float) else member
