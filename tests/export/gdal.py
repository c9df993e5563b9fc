"""What GDAL, which knows nothing of Groundtext, reads in a file; in a process of its own."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import shapely
from shapely.geometry.base import BaseGeometry

_READER = """
import json, sys
import numpy, pyogrio, shapely
layers = []
def plain(value):
    if hasattr(value, "tolist"):
        value = value.tolist()
    if value is None or value != value:
        return None
    return value if isinstance(value, (bool, int, float, str, list)) else str(value)
for name, kind in pyogrio.list_layers(sys.argv[1]):
    about, _, geometries, columns = pyogrio.raw.read(sys.argv[1], layer=name)
    shapes = [None] * (len(columns[0]) if columns else 0) if geometries is None else [
        None if blob is None else shapely.from_wkb(blob).wkb_hex for blob in geometries
    ]
    values = [[plain(value) for value in column] for column in columns]
    layers.append({"name": name, "kind": kind, "crs": about["crs"], "shapes": shapes,
                   "columns": dict(zip(about["fields"].tolist(), values))})
json.dump(layers, sys.stdout)
"""


@dataclass(frozen=True)
class GdalLayer:
    """One layer; columns and geometries are in the same order."""

    name: str
    kind: str | None
    crs: str | None
    geometries: list[BaseGeometry | None]
    columns: dict[str, list[Any]]

    def by(self, column: str) -> dict[Any, BaseGeometry | None]:
        """Return geometries by the values of a column."""
        return dict(zip(self.columns[column], self.geometries, strict=True))


def read(contents: bytes, path: Path) -> dict[str, GdalLayer]:
    """Write an export to a path, and return all layers that GDAL finds in it."""
    path.write_bytes(contents)
    found = subprocess.run(
        [sys.executable, "-W", "error", "-c", _READER, str(path)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (found.returncode, found.stderr) == (0, ""), found.stderr
    return {
        layer["name"]: GdalLayer(
            layer["name"],
            layer["kind"],
            layer["crs"],
            [None if wkb is None else shapely.from_wkb(wkb) for wkb in layer["shapes"]],
            layer["columns"],
        )
        for layer in json.loads(found.stdout)
    }
