"""A reader that needs no process and no library: it takes bytes for what their first word says."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING

from groundtext.formats import (
    Extract,
    LayerExtract,
    Member,
    Part,
    Refused,
    Stated,
    TextExtract,
)

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from groundtext.layers.geojson import Json


class PlainReader:
    """Reads `text: …`, `layer: {…}`, `archive: {"name": "contents"}`; refuses the rest."""

    def __init__(self) -> None:
        self.files: list[str] = []

    def read(self, file: str, source: bytes) -> tuple[Extract, ...]:
        self.files.append(file)
        kind, _, rest = source.decode().partition(": ")
        digest = hashlib.sha256(source).hexdigest()
        if kind == "text":
            stated = Stated(title=file.rpartition(".")[0].title(), language="en")
            return (TextExtract(file, "txt", digest, rest, stated=stated),)
        if kind == "layer":
            return (layer(file, digest, json.loads(rest)),)
        if kind == "archive":
            return tuple(Member(name, body.encode()) for name, body in json.loads(rest).items())
        return (Refused(file, "is none of what this reader knows; write “text: …”."),)


def layer(file: str, digest: str, names: Mapping[str, tuple[float, float]]) -> LayerExtract:
    """Return a layer of points; a name without letters is listed."""
    features: tuple[dict[str, Json], ...] = tuple(
        {
            "type": "Feature",
            "id": name,
            "properties": {"name": name},
            "geometry": {"type": "Point", "coordinates": list(position)},
        }
        for name, position in names.items()
        if name
    )
    listed = tuple(Part("feature 1", "It has no name; give it one.") for name in names if not name)
    return LayerExtract(
        file=file,
        format="geojson",
        sha256=digest,
        name=file.rpartition(".")[0],
        features=features,
        fields={"id": "name", "name": "name"},
        n_read=len(names),
        listed=listed,
    )


def write(folder: Path, **files: str) -> Path:
    """Write files by name, with an underscore for the full stop, and return the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in files.items():
        (folder / name.replace("_", ".")).write_text(text, encoding="utf-8")
    return folder
