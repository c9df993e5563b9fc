"""GeoJSON files that are the same to the byte whenever they are built from the same facts."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from groundtext.layers.geojson import Json


def write_collection(path: Path, features: Iterable[Mapping[str, Json]], **members: Json) -> None:
    """Write a feature collection, one feature a line, with members of its own before them."""
    head = json.dumps({"type": "FeatureCollection", **members}, ensure_ascii=False)
    lines = ",\n".join(
        json.dumps(feature, ensure_ascii=False, separators=(",", ":")) for feature in features
    )
    path.write_text(f'{head[:-1]}, "features": [\n{lines}\n]}}\n', encoding="utf-8", newline="\n")
    print(f"{path.name}: {path.stat().st_size:,} bytes")
