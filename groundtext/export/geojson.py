"""GeoJSON (RFC 7946) with the quotes of every feature, and all that is needed to read it back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from groundtext import __version__
from groundtext.export.json_text import json_document
from groundtext.export.rows import RIGHTS, document_fields, read_exported
from groundtext.formats.returns import FORM, set_apart
from groundtext.layers import feature_to_json
from groundtext.model import element_at

if TYPE_CHECKING:
    from collections.abc import Collection as AnyCollection
    from collections.abc import Mapping

    from groundtext.export.rows import Exported
    from groundtext.model import Collection, Document, EvidenceLink, Feature, Layer, LayerId
    from groundtext.workspace import Workspace


def geojson_text(workspace: Workspace, layer_ids: AnyCollection[LayerId] | None = None) -> str:
    """Return one feature collection: features by layer, with all that supports each.

    Coordinates are those of the workspace, to the last digit. The foreign member `groundtext`
    holds the layers, the groups with their evidence, and the documents, so that
    `groundtext import` gives the same links back.
    """
    found = read_exported(workspace, layer_ids)
    return json_document(
        {
            "type": "FeatureCollection",
            "groundtext": marker(found),
            "features": [_feature(feature, found) for feature in found.features],
        }
    )


def marker(found: Exported) -> dict[str, Any]:
    """Return what tells an export of ours, and what stands in no feature."""
    return {
        "form": FORM,
        "version": __version__,
        "stamp": found.stamp,
        "rights": RIGHTS,
        "layers": [layer_fields(layer) for layer in found.layers],
        "collections": [collection_fields(group) for group in found.collections],
        "evidence_of_collections": {
            group.id: evidence_members(group.id, found) for group in found.collections
        },
        "documents": [
            {**document_fields(document, found), "elements": _elements(document, found)}
            for document in found.documents.values()
        ],
    }


def _elements(document: Document, found: Exported) -> list[list[Any]]:
    """Return the pieces of the original in which the links of a document begin."""
    starts = found.starts.get(document.id, frozenset())
    elements = {element_at(document.elements, start) for start in starts}
    used = sorted((element for element in elements if element), key=lambda each: each.span)
    return [[*each.span, each.page, each.path, each.role] for each in used]


def layer_fields(layer: Layer) -> dict[str, Any]:
    """Return a layer's entry of the manifest."""
    names = ("id", "title", "geometry_kind", "file", "source", "licence", "retrieved", "notice")
    return {
        **{name: getattr(layer, name) for name in (*names, "colour")},
        "described": {"form": layer.described.form, "nouns": layer.described.nouns},
    }


def collection_fields(group: Collection) -> dict[str, Any]:
    """Return a group's entry of the manifest."""
    return {name: getattr(group, name) for name in ("id", "name", "members", "aliases", "note")}


def evidence_members(target_id: str, found: Exported) -> dict[str, list[dict[str, Any]]]:
    """Return what supports a feature or a group, and apart from that what does not."""
    named: Mapping[str, tuple[EvidenceLink, ...]] = {
        "evidence": found.links.get(target_id, ()),
        "other_links": found.others.get(target_id, ()),
    }
    return {name: [evidence_fields(link, found) for link in links] for name, links in named.items()}


def evidence_fields(link: EvidenceLink, found: Exported) -> dict[str, Any]:
    """Return a link with its words and all that makes it the same link again."""
    said = found.fields(link)
    kept = (
        "kind",
        "status",
        "score",
        "quote",
        "document",
        "file",
        "start",
        "end",
        "place",
        "citation",
    )
    told = ("reason", "method", "decided_by", "decided_at", "note")
    return {
        **{name: said[name] for name in (*kept, *told)},
        "score": link.score,
        "matches": link.matches,
        "also_at": link.also_at,
        "also_quotes": [found.words(link.document_id, span) for span in link.also_at],
        "said_date": link.said_date,
        "said_outcome": link.said_outcome,
        "said_place": link.said_place,
    }


def feature_fields(feature: Feature) -> tuple[dict[str, Any], dict[str, Any]]:
    """Return the properties and the geometry of a feature as its layer's file has them."""
    member: dict[str, Any] = feature_to_json(feature, decimals=None)
    # Without sources, or without a status, they are still members of every feature.
    properties = {"sources": [], "status": "", **member["properties"]}
    return properties, member["geometry"]


def _feature(feature: Feature, found: Exported) -> dict[str, Any]:
    properties, geometry = feature_fields(feature)
    return {
        "type": "Feature",
        "id": feature.id,
        "properties": {
            "layer": feature.layer_id,
            **set_apart(properties),
            **evidence_members(feature.id, found),
        },
        "geometry": geometry,
    }
