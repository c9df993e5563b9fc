"""Exports of our own, read back: everything that makes the same layers, groups and links again.

Only told apart and put in order here, as plain JSON: what it says is checked where it is taken
into a project, since anybody may write such a file.
"""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING, Any, Final

from groundtext.formats.decoding import Undecodable, decode
from groundtext.formats.extracts import Extract, Refused, ReturnExtract

if TYPE_CHECKING:
    from collections.abc import Iterator

KINDS: Final = ("geojson", "lpf", "annotations")
_FORM: Final = 1
_MARKER: Final = "groundtext"


def is_return(source: bytes) -> bool:
    """Tell whether JSON seems to be an export of ours; `read_return` looks at it closely."""
    return b'"groundtext"' in source[:4096]


def read_return(file: str, source: bytes, kind: str) -> Iterator[Extract]:
    """Yield what an export of ours holds, or a refusal."""
    try:
        document = json.loads(decode(source).text.removeprefix("\ufeff"))
    except (Undecodable, ValueError, RecursionError) as error:
        yield Refused(file, f"is no JSON ({str(error)[:100]}); export it again.")
        return
    marker = document.get(_MARKER) if isinstance(document, dict) else None
    if not isinstance(marker, dict):
        what = "Web Annotations of another program" if kind == "annotations" else "JSON"
        yield Refused(
            file, f"is {what}, which say no document that is here; import the documents themselves."
        )
        return
    if marker.get("form") != _FORM:
        yield Refused(
            file, f"is an export of form {marker.get('form')!r}; this program reads {_FORM}."
        )
        return
    yield ReturnExtract(
        file=file,
        format=kind,
        sha256=hashlib.sha256(source).hexdigest(),
        layers=_objects(marker.get("layers")),
        features=tuple(_features(document)),
        collections=_objects(marker.get("collections")),
        documents=_objects(marker.get("documents")),
        links=tuple(_links(document, marker)),
    )


def _objects(value: object) -> tuple[dict[str, Any], ...]:
    return (
        tuple(each for each in value if isinstance(each, dict)) if isinstance(value, list) else ()
    )


def _features(document: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Yield features as the layers' own files have them, with their layer in `layer`."""
    for member in _objects(document.get("features")):
        own = member.get(_MARKER)
        told = own if isinstance(own, dict) else {}
        properties = told.get("properties", member.get("properties"))
        properties = dict(properties) if isinstance(properties, dict) else {}
        layer = told.get("layer", properties.pop("layer", ""))
        properties.pop("evidence", None)
        geometry = member.get("geometry")
        parts = geometry.get("geometries") if isinstance(geometry, dict) else None
        if isinstance(parts, list) and len(parts) == 1 and isinstance(parts[0], dict):
            geometry = {name: parts[0].get(name) for name in ("type", "coordinates")}
        yield {
            "type": "Feature",
            "id": told.get("id", member.get("id")),
            "layer": layer,
            "properties": properties,
            "geometry": geometry,
        }


def _links(document: dict[str, Any], marker: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Yield every link with its target."""
    for group in _objects(marker.get("collections")):
        for link in _objects(group.get("evidence")):
            yield {**link, "target": group.get("id")}
    for member in _objects(document.get("features")):
        own = member.get(_MARKER)
        told = own if isinstance(own, dict) else member.get("properties")
        held = told.get("evidence") if isinstance(told, dict) else None
        target = own.get("id") if isinstance(own, dict) else member.get("id")
        for link in _objects(held):
            yield {**link, "target": target}
    first = document.get("first")
    for item in _objects(first.get("items") if isinstance(first, dict) else None):
        told = item.get(_MARKER)
        if isinstance(told, dict):
            yield told
