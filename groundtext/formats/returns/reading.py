"""Bytes of an export of ours → its layers, features, groups, documents and links, as plain JSON.

Only told apart and put in order here: what is said is checked where it is taken into a project,
with `link_from_json` and `document_from_json`, since anybody may write such a file.
"""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING, Any, Final

from groundtext.formats.decoding import Undecodable, decode
from groundtext.formats.extracts import Extract, Refused, ReturnExtract
from groundtext.formats.returns.properties import put_back

if TYPE_CHECKING:
    from collections.abc import Iterator

FORM: Final = 1  # of the member "groundtext"; raise it when its meaning changes
KINDS: Final = ("geojson", "lpf", "annotations")
_MARKER: Final = "groundtext"
_NAME: Final = f'"{_MARKER}"'.encode()
_LISTS: Final = ("evidence", "other_links")


def is_return(source: bytes) -> bool:
    """Tell whether JSON is an export of ours, of whatever form and wherever it says so."""
    if _NAME not in source:
        return False
    try:
        return isinstance(_marker(_parse(source)), dict)
    except _NoJson:
        return False


def read_return(file: str, source: bytes, kind: str) -> Iterator[Extract]:
    """Yield what an export of ours holds, or a refusal.

    Parameters
    ----------
    file
        Its name, as the user knows it.
    source
        Its bytes.
    kind
        One of `KINDS`.
    """
    try:
        document = _parse(source)
    except _NoJson as error:
        yield Refused(file, f"is no JSON ({error}); export it again.")
        return
    marker = _marker(document)
    if not isinstance(marker, dict):
        what = "Web Annotations of another program" if kind == "annotations" else "JSON"
        yield Refused(
            file, f"is {what}, which say no document that is here; import the documents themselves."
        )
        return
    if marker.get("form") != FORM:
        yield Refused(
            file,
            f"is an export of form {marker.get('form')!r:.40}, and this program reads {FORM}; "
            "export it again.",
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


class _NoJson(ValueError):  # noqa: N818 -- it ends in a refusal
    """Bytes that cannot be read as JSON."""


def _parse(source: bytes) -> Any:  # noqa: ANN401  whatever stands there
    try:
        return json.loads(decode(source).text.removeprefix("\ufeff"), parse_constant=_refuse)
    except RecursionError:
        raise _NoJson("it is nested too deeply") from None
    except (Undecodable, ValueError) as error:
        raise _NoJson(str(error)[:100]) from error


def _refuse(constant: str) -> float:
    raise ValueError(f"{constant} is no number")


def _marker(document: object) -> object:
    return document.get(_MARKER) if isinstance(document, dict) else None


def _objects(value: object) -> tuple[dict[str, Any], ...]:
    return (
        tuple(each for each in value if isinstance(each, dict)) if isinstance(value, list) else ()
    )


def _object(value: object) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


def _features(document: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Yield features as the layers' own files have them, with their layer in `layer`."""
    for member in _objects(document.get("features")):
        told = _object(member.get("properties"))
        own = told.get(_MARKER)
        if isinstance(own, dict) and "group" in own:
            continue  # Linked Places has no other word for a group than a place without geometry
        properties, layer, feature_id = put_back(told), told.get("layer", ""), member.get("id")
        if isinstance(own, dict):
            properties, layer = _object(own.get("properties")), own.get("layer", "")
            feature_id = own.get("id")
        yield {
            "type": "Feature",
            "id": feature_id,
            "layer": layer,
            "properties": properties,
            "geometry": _geometry(member.get("geometry")),
        }


def _geometry(geometry: object) -> object:
    """Return a geometry without what Linked Places says of it beside its coordinates."""
    if not isinstance(geometry, dict):
        return geometry
    parts = _objects(geometry.get("geometries"))
    one = parts[0] if len(parts) == 1 else geometry
    return {name: one[name] for name in ("type", "coordinates", "geometries") if name in one}


def _links(document: dict[str, Any], marker: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Yield every link with its target."""
    for member in _objects(document.get("features")):
        properties = _object(member.get("properties"))
        own = properties.get(_MARKER)
        if isinstance(own, dict):
            yield from _held(own, own.get("id"))
        else:
            yield from _held(properties, member.get("id"))
    for group, told in _object(marker.get("evidence_of_collections")).items():
        yield from _held(_object(told), group)
    first = _object(document.get("first"))
    for item in _objects(first.get("items")):
        if isinstance(item.get(_MARKER), dict):
            yield item[_MARKER]


def _held(told: dict[str, Any], target: object) -> Iterator[dict[str, Any]]:
    for name in _LISTS:
        for link in _objects(told.get(name)):
            yield {**link, "target": target}
