"""Linked Places Format 1.3, the GeoJSON of gazetteers: names, dates, relations, and the quotes."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final

from groundtext.edtf import bounds, is_valid
from groundtext.export.geojson import evidence_fields, marker
from groundtext.export.rows import read_exported
from groundtext.layers import feature_to_json

if TYPE_CHECKING:
    from groundtext.export.rows import Exported
    from groundtext.model import Feature
    from groundtext.workspace import Workspace

CONTEXT: Final = (
    "https://raw.githubusercontent.com/LinkedPasts/linked-places/master/"
    "linkedplaces-context-v1.3.jsonld"
)
_URN: Final = "urn:groundtext:"
_DECIMALS: Final = 7
_CODE: Final = 2  # letters of a country's code (ISO 3166-1 alpha-2)
_CERTAINTY: Final = {"high": "certain", "medium": "less-certain", "low": "uncertain"}
_PART_OF: Final = "gvp:broaderPartitive"


def linked_places_text(workspace: Workspace) -> str:
    """Return one feature collection; `@id` is a URN that holds the feature's id."""
    found = read_exported(workspace)
    collection = {
        "type": "FeatureCollection",
        "@context": CONTEXT,
        "groundtext": marker(found),
        "features": [_place(feature, found) for feature in found.features],
    }
    return json.dumps(collection, ensure_ascii=False, indent=1) + "\n"


def _place(feature: Feature, found: Exported) -> dict[str, Any]:
    member = feature_to_json(feature, decimals=_DECIMALS)
    said = [found.fields(link) for link in found.links.get(feature.id, ())]
    citations = [{"label": source} for source in feature.sources]
    place = {
        "@id": f"{_URN}{feature.id}",
        "type": "Feature",
        "properties": {"title": feature.name, **_countries(feature)},
        "names": [
            {"toponym": feature.name, "citations": citations},
            *({"toponym": alias} for alias in feature.aliases),
        ],
        "types": [
            {"identifier": "", "label": feature.kind, "sourceLabels": [{"label": feature.kind}]}
        ],
        "geometry": _geometry(member["geometry"], feature, citations),
        "links": [],
        "relations": [
            {
                "relationType": _PART_OF,
                "relationTo": f"{_URN}{group.id}",
                "label": f"part of {group.name}",
            }
            for group in found.collections
            if feature.id in group.members
        ],
        "descriptions": [
            {
                "@id": f"{_URN}{each['document']}#char={each['start']},{each['end']}",
                "value": each["quote"],
            }
            for each in said
        ],
        "groundtext": {
            "id": feature.id,
            "layer": feature.layer_id,
            "properties": member["properties"],
            "evidence": [evidence_fields(link, found) for link in found.links.get(feature.id, ())],
        },
    }
    when = _when(feature)
    return {**place, **({"when": when} if when else {})}


def _countries(feature: Feature) -> dict[str, list[str]]:
    codes = [code for code in feature.country.replace(",", " ").split() if _is_code(code)]
    return {"ccodes": codes} if codes else {}


def _is_code(text: str) -> bool:
    return len(text) == _CODE and text.isascii() and text.isupper()


def _geometry(
    geometry: object, feature: Feature, citations: list[dict[str, str]]
) -> dict[str, Any]:
    own = dict(geometry) if isinstance(geometry, dict) else {}
    own |= {"certainty": _CERTAINTY[feature.confidence], "citations": citations}
    return {"type": "GeometryCollection", "geometries": [own]}


def _when(feature: Feature) -> dict[str, Any]:
    """Return the time span; the format asks for a start, so an end alone is not said."""
    start, end = feature.valid_from, feature.valid_to
    if not start or not is_valid(start):
        return {}
    span: dict[str, Any] = {"start": _moment(start)}
    if end and is_valid(end):
        span["end"] = _moment(end)
    return {"timespans": [span]}


def _moment(edtf: str) -> dict[str, str]:
    if "/" not in edtf and "[" not in edtf:
        return {"in": edtf}
    first, last = bounds(edtf)
    return {"earliest": first.isoformat(), "latest": last.isoformat()}
