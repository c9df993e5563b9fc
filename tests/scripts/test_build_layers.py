"""What ships is what the scripts make of the facts, to the byte."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from groundtext.settings import DATA, LAYERS
from scripts import build_basemap, build_layers
from scripts.outlines import read_countries

NPM = os.environ.get("GROUNDTEXT_NPM", "")
with_packages = pytest.mark.skipif(
    not NPM, reason="GROUNDTEXT_NPM names no folder of unpacked npm packages"
)


@pytest.mark.parametrize("name", ["pipelines", "corridors", "bases", "summits"])
def test_a_layer_made_of_facts_is_rebuilt_to_the_byte(tmp_path: Path, name: str) -> None:
    countries = read_countries(DATA / "basemap.json")
    features = build_layers.without_packages(DATA / "facts", countries)
    build_layers.write_layers(features, DATA / "facts", tmp_path)
    rebuilt = (tmp_path / f"{name}.geojson").read_bytes()
    assert rebuilt == (LAYERS / f"{name}.geojson").read_bytes()


def test_the_manifest_is_rebuilt_to_the_letter() -> None:
    shipped = (LAYERS / "manifest.toml").read_text(encoding="utf-8")
    assert build_layers.manifest_text(DATA / "facts") == shipped


@with_packages
def test_layers_are_rebuilt_to_the_byte(tmp_path: Path) -> None:
    build_layers.build(Path(NPM), DATA, tmp_path)
    made = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    assert made == {name: (LAYERS / name).read_bytes() for name in made}
    assert len(made) == 6


@with_packages
def test_the_base_map_is_rebuilt_to_the_byte(tmp_path: Path) -> None:
    build_basemap.build(Path(NPM), DATA / "facts", tmp_path / "basemap.json")
    assert (tmp_path / "basemap.json").read_bytes() == (DATA / "basemap.json").read_bytes()
