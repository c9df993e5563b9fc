"""A folder of layers → values: one faulty feature or file is listed and costs no other."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from groundtext.layers.feature import feature_from_json
from groundtext.layers.finding import Fault, Finding
from groundtext.layers.manifest import MANIFEST, read_manifest

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from groundtext.layers.geojson import Json
    from groundtext.model import Collection, Feature, Layer

# What the old member `crs` may say without changing the meaning of the numbers.
_SAME_CRS: Final = ("urn:ogc:def:crs:OGC:1.3:CRS84", "OGC:CRS84")
_MAX_BYTES: Final = 256 * 1024 * 1024  # json.loads needs some ten times the file's size


@dataclass(frozen=True, slots=True)
class LayerSet:
    """All layers of a folder.

    Layers are in the manifest's order, features in the files', collections in the manifest's.
    Ids of features and collections are unique over the whole set.
    """

    layers: tuple[Layer, ...]
    features: tuple[Feature, ...]
    collections: tuple[Collection, ...]
    listed: tuple[Finding, ...] = ()


def read_layers(folder: Path) -> LayerSet:
    """Read the manifest of a folder and the layers that it names.

    What cannot be used is listed with file, place and remedy, and the rest is read: a layer
    whose file fails is not among the layers, a feature or collection whose id is taken is not
    among theirs.

    Raises
    ------
    ManifestError
        If the manifest is missing or cannot be read, or names no layer that can be used.
    """
    manifest = read_manifest(folder / MANIFEST)
    listed = list(manifest.listed)
    layers: list[Layer] = []
    features: list[Feature] = []
    taken: dict[str, str] = {}
    for layer in _unique_layers(manifest.layers, listed):
        try:
            members = _members(folder / layer.file)
        except Fault as fault:
            listed.append(Finding(layer.file, "", str(fault), fault.remedy))
            continue
        layers.append(layer)
        features += _features(members, layer, taken, listed)
    collections = tuple(_unique_collections(manifest.collections, taken, listed))
    return LayerSet(tuple(layers), tuple(features), collections, tuple(listed))


def _members(path: Path) -> list[Json]:
    """Return the members of a file's feature collection, not yet looked at."""
    document = _json(path)
    if not isinstance(document, dict) or document.get("type") != "FeatureCollection":
        raise Fault("no GeoJSON feature collection", 'write "type": "FeatureCollection"')
    if not _is_wgs84(document.get("crs")):
        raise Fault(
            "the member “crs” names another coordinate reference system than RFC 7946 allows",
            "reproject the file to EPSG:4326 and leave out “crs”",
        )
    members = document.get("features")
    if not isinstance(members, list):
        raise Fault("no list of features", 'write "features": [ … ]')
    return members


def _json(path: Path) -> Json:
    try:
        if path.stat().st_size > _MAX_BYTES:
            raise Fault("larger than 256 MB", "cut it into several layers")
        text = path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        raise Fault("no such file", f"put it beside {MANIFEST} or mend the entry there") from None
    except OSError as error:
        raise Fault(f"cannot be read: {error.strerror}", "make it readable") from error
    except UnicodeDecodeError as error:
        raise Fault(f"not UTF-8 at byte {error.start}", "save it as UTF-8") from error
    try:
        document: Json = json.loads(text, parse_constant=_refuse_constant)
    except json.JSONDecodeError as error:
        place = f"line {error.lineno}, column {error.colno}"
        raise Fault(f"no JSON at {place}: {error.msg}", "mend or export it again") from error
    except ValueError as error:
        # Python refuses integers of more than 4,300 digits.
        raise Fault(f"no JSON: {error}", "write degrees as short decimal numbers") from error
    except RecursionError:
        raise Fault("nested too deeply", "export it again as plain GeoJSON") from None
    return document


def _refuse_constant(constant: str) -> float:
    raise Fault(f"holds {constant}, which JSON does not know", "write numbers or null")


def _is_wgs84(crs: Json) -> bool:
    if crs is None:
        return True
    properties = crs.get("properties") if isinstance(crs, dict) else None
    return isinstance(properties, dict) and properties.get("name") in _SAME_CRS


def _features(
    members: Iterable[Json], layer: Layer, taken: dict[str, str], listed: list[Finding]
) -> list[Feature]:
    features = []
    for index, member in enumerate(members):
        try:
            feature = feature_from_json(member, layer.id)
            _take(feature.id, layer.file, taken)
        except Fault as fault:
            listed.append(Finding(layer.file, _place(member, index), str(fault), fault.remedy))
        else:
            features.append(feature)
    return features


def _unique_layers(layers: Iterable[Layer], listed: list[Finding]) -> Iterable[Layer]:
    taken: dict[str, str] = {}
    for layer in layers:
        try:
            _take(layer.id, MANIFEST, taken)
        except Fault as fault:
            listed.append(Finding(MANIFEST, f"layers {layer.id}", str(fault), fault.remedy))
        else:
            yield layer


def _unique_collections(
    collections: Iterable[Collection], taken: dict[str, str], listed: list[Finding]
) -> Iterable[Collection]:
    for collection in collections:
        try:
            _take(collection.id, MANIFEST, taken)
        except Fault as fault:
            place = f"collections {collection.id}"
            listed.append(Finding(MANIFEST, place, str(fault), fault.remedy))
        else:
            yield collection


def _take(name: str, file: str, taken: dict[str, str]) -> None:
    if name in taken:
        raise Fault(f"the id is taken already in {taken[name]}", "give it an id of its own")
    taken[name] = file


def _place(member: Json, index: int) -> str:
    feature_id = member.get("id") if isinstance(member, dict) else None
    number = f"feature {index + 1}"
    # An id is shown only as far as it can be: a long one is no help to find the feature.
    return f"{number} ({feature_id[:60]})" if isinstance(feature_id, str) else number
