"""The layers of a project: GeoJSON files beside a manifest, as every folder of layers."""

from __future__ import annotations

import json
import tomllib
from dataclasses import astuple, dataclass, field
from typing import TYPE_CHECKING, Any, Final

import tomli_w

from groundtext.errors import ProjectError
from groundtext.files import write_whole
from groundtext.layers import MANIFEST, LayerSet, feature_to_json, read_layers

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from groundtext.model import Collection, Feature, Layer
    from groundtext.project.folder import Project

# Okabe and Ito's colours, which eyes of every kind tell apart, without the one that is too pale.
_COLOURS: Final = ("#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9", "#6b5b95")


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a layer of a project came from."""

    file: str  # as the user knows it
    name: str  # of the layer in the file
    sha256: str  # of the file
    format: str


@dataclass(frozen=True, slots=True)
class HeldLayer:
    """A layer of a project, by its id, where it came from, and how it was understood."""

    layer_id: str
    origin: Origin
    fields: Mapping[str, str] = field(default_factory=dict)  # role → name of the property
    properties: tuple[str, ...] = ()  # names of all that its features have


def read_layer_set(project: Project) -> LayerSet:
    """Read the layers of a project; without any, an empty set.

    Raises
    ------
    ManifestError
        If the manifest is damaged.
    """
    if not (project.layers / MANIFEST).is_file():
        return LayerSet((), (), ())
    return read_layers(project.layers)


def held_layers(project: Project) -> tuple[HeldLayer, ...]:
    """Return which layers a project has, in the manifest's order."""
    return tuple(
        HeldLayer(
            entry["id"],
            Origin(*(str(entry.get(key, "")) for key in _ORIGIN)),
            entry.get("original_fields", {}),
            tuple(entry.get("original_properties", ())),
        )
        for entry in _manifest(project).get("layers", [])
    )


_ORIGIN: Final = ("original_file", "original_name", "original_sha256", "original_format")


def next_colour(project: Project) -> str:
    """Return a colour for one more layer, of those that are used least."""
    used = [entry.get("colour") for entry in _manifest(project).get("layers", [])]
    return min(_COLOURS, key=used.count)


def write_layer(
    project: Project, layer: Layer, features: Sequence[Feature], held: HeldLayer
) -> None:
    """Keep a layer, in the place of an earlier one of the same id.

    Raises
    ------
    OSError
        If it cannot be written.
    ProjectError
        If the manifest is damaged.
    """
    collection = {
        "type": "FeatureCollection",
        "features": [feature_to_json(feature, decimals=None) for feature in features],
    }
    write_whole(
        project.layers / layer.file, json.dumps(collection, ensure_ascii=False, indent=1).encode()
    )
    manifest = _manifest(project)
    entry = {
        **_entry(layer),
        **dict(zip(_ORIGIN, astuple(held.origin), strict=True)),
        "original_fields": dict(held.fields),
        "original_properties": list(held.properties),
    }
    entries = manifest.setdefault("layers", [])
    numbers = [number for number, held in enumerate(entries) if held["id"] == layer.id]
    if numbers:
        entries[numbers[0]] = entry
    else:
        entries.append(entry)
    _write_manifest(project, manifest)


def write_collections(project: Project, collections: Sequence[Collection]) -> None:
    """Keep groups of features, in the place of earlier ones of the same ids; errors as above."""
    manifest = _manifest(project)
    ids = {group.id for group in collections}
    kept = [held for held in manifest.get("collections", []) if held["id"] not in ids]
    manifest["collections"] = kept + [
        {
            "id": group.id,
            "name": group.name,
            "members": list(group.members),
            "aliases": list(group.aliases),
            "note": group.note,
        }
        for group in collections
    ]
    _write_manifest(project, manifest)


def _entry(layer: Layer) -> dict[str, Any]:
    return {
        "id": layer.id,
        "title": layer.title,
        "file": layer.file,
        "geometry_kind": layer.geometry_kind,
        "colour": layer.colour,
        "source": layer.source,
        "licence": layer.licence,
        "retrieved": layer.retrieved,
        "notice": layer.notice,
        "described": {"form": layer.described.form, "nouns": list(layer.described.nouns)},
    }


def _manifest(project: Project) -> dict[str, Any]:
    path = project.layers / MANIFEST
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise ProjectError(
            f"cannot be read as TOML ({error}); correct the file.", source=str(path)
        ) from error


def _write_manifest(project: Project, manifest: dict[str, Any]) -> None:
    write_whole(project.layers / MANIFEST, tomli_w.dumps(manifest).encode())
