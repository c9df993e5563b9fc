"""The trial projects hold together: layers that pass, gold that quotes the texts to the letter."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path
from typing import Any

import pytest

from groundtext.layers import check_layers, read_layers

HERE = Path(__file__).parent
PROJECTS = ("river", "shipping", "election", "mining")


def _lines(project: str, name: str) -> list[dict[str, Any]]:
    text = (HERE / project / "gold" / name).read_text(encoding="utf-8")
    return [json.loads(line) for line in text.splitlines()]


@pytest.mark.parametrize("project", PROJECTS)
def test_layers_have_no_fault(project: str) -> None:
    layers = read_layers(HERE / project / "layers")
    assert layers.listed == ()
    assert check_layers(layers, HERE) == ()


@pytest.mark.parametrize("project", PROJECTS)
@pytest.mark.parametrize(
    ("name", "quoted"), [("evidence.jsonl", "quote"), ("readings.jsonl", "text")]
)
def test_gold_quotes_the_text(project: str, name: str, quoted: str) -> None:
    folder = HERE / project / "documents"
    texts = {path.name: path.read_bytes().decode() for path in folder.glob("*.txt")}
    for line in _lines(project, name):
        assert texts[line["document"]][line["start"] : line["end"]] == line[quoted]


@pytest.mark.parametrize("project", PROJECTS)
def test_gold_names_features_and_groups_that_exist(project: str) -> None:
    layers = read_layers(HERE / project / "layers")
    known = {feature.id for feature in layers.features}
    known |= {group.id for group in layers.collections}
    assert {line["feature"] for line in _lines(project, "evidence.jsonl")} <= known


@pytest.mark.parametrize("project", PROJECTS)
def test_groups_for_the_scorer_are_those_of_the_manifest(project: str) -> None:
    manifest = tomllib.loads((HERE / project / "layers" / "manifest.toml").read_text("utf-8"))
    scorer = json.loads((HERE / project / "collections.json").read_text(encoding="utf-8"))
    assert scorer == {entry["id"]: entry["members"] for entry in manifest["collections"]}
