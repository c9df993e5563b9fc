"""A small folder of layers on disk, which tests then break in one place."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from pathlib import Path

MANIFEST = """
[[layers]]
id = "camps"
title = "Camps"
file = "camps.geojson"
geometry_kind = "point"
colour = "#0072b2"
source = "made up"
licence = "CC0"
retrieved = "2020"
described = { form = "base", nouns = ["camp"] }

[[collections]]
id = "all-camps"
name = "All camps"
members = ["first-camp", "second-camp"]
"""


def camp(feature_id: str = "first-camp", **properties: object) -> dict[str, Any]:
    return {
        "type": "Feature",
        "id": feature_id,
        "properties": {
            "name": "First camp",
            "kind": "camp",
            "precision": "site",
            "uncertainty_m": 500,
            "status": "active",
            "sources": ["made up"],
            "confidence": "high",
            **properties,
        },
        "geometry": {"type": "Point", "coordinates": [66.5, 35.25]},
    }


@dataclass(frozen=True)
class Folder:
    path: Path

    def write_features(self, *features: object, **members: object) -> None:
        text = json.dumps({"type": "FeatureCollection", "features": features, **members})
        self.write(text)

    def write(self, text: str) -> None:
        (self.path / "camps.geojson").write_text(text, encoding="utf-8")

    def write_manifest(self, text: str) -> None:
        (self.path / "manifest.toml").write_text(text, encoding="utf-8")


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    made = Folder(tmp_path)
    made.write_manifest(MANIFEST)
    made.write_features(camp(), camp("second-camp", name="Second camp"))
    return made
