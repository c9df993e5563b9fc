"""GeoJSON (RFC 7946) with the quotes of every feature, and all that is needed to read it back."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final

from groundtext import __version__
from groundtext.export.rows import document_fields, read_exported
from groundtext.layers import feature_to_json

if TYPE_CHECKING:
    from groundtext.export.rows import Exported
    from groundtext.model import EvidenceLink, Feature, Layer
    from groundtext.workspace import Workspace

FORM: Final = 1  # of the member "groundtext"; raise it when its meaning changes
_DECIMALS: Final = 7


def geojson_text(workspace: Workspace) -> str:
    """Return one feature collection: features by layer, each with `evidence`.

    The foreign member `groundtext` holds the layers, the groups with theirs, and the documents,
    so that `groundtext import` gives the same links back.
    """
    found = read_exported(workspace)
    collection = {
        "type": "FeatureCollection",
        "groundtext": marker(found),
        "features": [_feature(feature, found) for feature in found.features],
    }
    return json.dumps(collection, ensure_ascii=False, indent=1) + "\n"


def marker(found: Exported) -> dict[str, Any]:
    """Return what tells an export of ours, and what stands in no feature."""
    return {
        "form": FORM,
        "version": __version__,
        "stamp": found.stamp,
        "layers": [layer_fields(layer) for layer in found.layers],
        "documents": [
            document_fields(found.documents[key], found.cards[key])
            for key in sorted(found.documents)
        ],
        "collections": [
            {
                "id": group.id,
                "name": group.name,
                "members": group.members,
                "aliases": group.aliases,
                "note": group.note,
                "evidence": [
                    evidence_fields(link, found) for link in found.links.get(group.id, ())
                ],
            }
            for group in found.collections
        ],
    }


def layer_fields(layer: Layer) -> dict[str, Any]:
    """Return a layer's entry of the manifest."""
    names = ("id", "title", "geometry_kind", "file", "source", "licence", "retrieved", "notice")
    return {
        **{name: getattr(layer, name) for name in (*names, "colour")},
        "described": {"form": layer.described.form, "nouns": layer.described.nouns},
    }


def evidence_fields(link: EvidenceLink, found: Exported) -> dict[str, Any]:
    """Return a link with its words and all that makes it the same link again."""
    said = found.fields(link)
    kept = ("kind", "status", "score", "quote", "document", "file", "start", "end", "citation")
    told = ("reason", "method", "decided_by", "decided_at", "note")
    return {
        **{name: said[name] for name in (*kept, *told)},
        "score": link.score,
        "matches": link.matches,
        "also_at": link.also_at,
        "said_date": link.said_date,
        "said_outcome": link.said_outcome,
        "said_place": link.said_place,
    }


def _feature(feature: Feature, found: Exported) -> dict[str, Any]:
    member = feature_to_json(feature, decimals=_DECIMALS)
    properties = member["properties"]
    own = dict(properties) if isinstance(properties, dict) else {}
    own |= {
        "layer": feature.layer_id,
        "evidence": [evidence_fields(link, found) for link in found.links.get(feature.id, ())],
    }
    return {**member, "properties": own}
