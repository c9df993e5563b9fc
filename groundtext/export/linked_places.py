"""Linked Places Format 1.3, the GeoJSON of gazetteers: names, dates, relations, and the quotes.

https://github.com/LinkedPasts/linked-places-format – since 1.3 (24 June 2024) every place has
`fclasses`, the feature classes of GeoNames. Groups are places without a geometry.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from groundtext.edtf import bounds, is_unsure, is_valid
from groundtext.export.geojson import evidence_members, feature_fields, marker
from groundtext.export.json_text import json_document
from groundtext.export.moments import timespan
from groundtext.export.names import passage_urn, urn
from groundtext.export.rows import citation_text, read_exported
from groundtext.model import LinkKind, Precision

if TYPE_CHECKING:
    from collections.abc import Collection as AnyCollection
    from collections.abc import Iterable

    from groundtext.export.rows import Exported
    from groundtext.model import Collection, Feature, Layer, LayerId
    from groundtext.workspace import Workspace

# The context of all versions since 1.1; it says what is JSON-LD about the members' names.
CONTEXT: Final = (
    "https://raw.githubusercontent.com/LinkedPasts/linked-places/master/"
    "linkedplaces-context-v1.1.jsonld"
)
_CODE: Final = 2  # letters of a country's code (ISO 3166-1 alpha-2)
_CERTAINTY: Final = {"high": "certain", "medium": "less-certain", "low": "uncertain"}
_NEAR: Final = (Precision.SITE, Precision.SETTLEMENT)
_MEMBER_OF: Final = "gvp:tgn3317_member_of"
_MEMBER_IS: Final = "gvp:tgn3318_member_is"
_UNITS: Final = ("province", "district", "country", "municipality", "state")


def linked_places_text(
    workspace: Workspace, layer_ids: AnyCollection[LayerId] | None = None
) -> str:
    """Return one feature collection; `@id` is a URN that holds the feature's id.

    What no gazetteer has a word for stands in members and properties called `groundtext`, so that
    `groundtext import` gives the same layers and links back.
    """
    found = read_exported(workspace, layer_ids)
    layers = {layer.id: layer for layer in found.layers}
    places = [_place(feature, layers[feature.layer_id], found) for feature in found.features]
    groups = [_group(group, layers, found) for group in found.collections]
    return json_document(
        {
            "type": "FeatureCollection",
            "@context": CONTEXT,
            "groundtext": marker(found),
            "features": [*places, *groups],
        }
    )


def _place(feature: Feature, layer: Layer, found: Exported) -> dict[str, Any]:
    properties, geometry = feature_fields(feature)
    cited = [*({"label": source} for source in feature.sources), _layer_citation(layer)]
    groups = [group for group in found.collections if feature.id in group.members]
    return {
        "@id": urn("feature", feature.id),
        "type": "Feature",
        "properties": {
            "title": feature.name,
            "ccodes": _countries(feature),
            "fclasses": [_feature_class(feature)],
            # Here, since validators of the format know no other members of a place.
            "groundtext": {
                "id": feature.id,
                "layer": feature.layer_id,
                "properties": properties,
                **evidence_members(feature.id, found),
            },
        },
        **_when(feature),
        "names": _names(feature.id, feature.name, feature.aliases, cited, found),
        "types": [{"label": feature.kind, "sourceLabels": [{"label": feature.kind, "lang": "en"}]}],
        "geometry": {**geometry, "certainty": _certainty(feature)},
        **_quoted(feature.id, found),
        "relations": [
            {
                "relationType": _MEMBER_OF,
                "relationTo": urn("group", group.id),
                "label": f"member of {group.name}",
            }
            for group in groups
        ],
    }


def _group(group: Collection, layers: dict[str, Layer], found: Exported) -> dict[str, Any]:
    below = [feature for feature in found.features if feature.id in group.members]
    used = sorted({feature.layer_id for feature in below})
    cited = [_layer_citation(layers[layer_id]) for layer_id in used or layers]
    groups = {each.id for each in found.collections}
    return {
        "@id": urn("group", group.id),
        "type": "Feature",
        "properties": {
            "title": group.name,
            "ccodes": sorted({code for feature in below for code in _countries(feature)}),
            "fclasses": sorted({_feature_class(feature) for feature in below}) or ["L"],
            "groundtext": {"group": group.id},
        },
        "names": _names(group.id, group.name, group.aliases, cited, found),
        "types": [{"label": "group", "sourceLabels": [{"label": "group", "lang": "en"}]}],
        "geometry": None,
        **_quoted(group.id, found),
        "relations": [
            {
                "relationType": _MEMBER_IS,
                "relationTo": urn("group" if member in groups else "feature", member),
                "label": f"has the member {found.names.get(member, member)}",
            }
            for member in group.members
        ],
    }


def _names(
    target_id: str,
    name: str,
    aliases: Iterable[str],
    cited: list[dict[str, Any]],
    found: Exported,
) -> list[dict[str, Any]]:
    """Return the names; the first has the citations, one of which needs a year."""
    named = {
        link.document_id for link in found.links.get(target_id, ()) if link.kind is LinkKind.NAMED
    }
    documents = [
        {
            "@id": urn("document", key),
            "label": citation_text(found.cards[key]),
            **_year(found.cards[key].published),
        }
        for key in sorted(named)
    ]
    return [
        {"toponym": name, "citations": [*cited, *documents]},
        *({"toponym": alias} for alias in aliases if alias != name),
    ]


def _layer_citation(layer: Layer) -> dict[str, Any]:
    return {"label": f"{layer.title}: {layer.source}", **_year(layer.retrieved)}


def _year(edtf: str) -> dict[str, int]:
    if not edtf or not is_valid(edtf):
        return {}
    first, last = bounds(edtf)
    # Without a first day there may be a last one; years 1 and 9999 are the calendar's ends.
    years = [year for year in (first.year, last.year) if year not in (1, 9999)]
    return {"year": years[0]} if years else {}


def _quoted(target_id: str, found: Exported) -> dict[str, Any]:
    links = found.links.get(target_id, ())
    documents = sorted({link.document_id for link in links})
    return {
        "links": [{"type": "subjectOf", "identifier": urn("document", key)} for key in documents],
        "descriptions": [
            {
                "@id": passage_urn(link.document_id, *link.span),
                "value": found.quote(link),
                "lang": found.cards[link.document_id].language,
                "source": citation_text(found.cards[link.document_id]),
            }
            for link in links
        ],
    }


def _countries(feature: Feature) -> list[str]:
    codes = feature.country.replace(",", " ").split()
    return [code for code in codes if len(code) == _CODE and code.isascii() and code.isupper()]


def _feature_class(feature: Feature) -> str:
    """Return a feature class of GeoNames: R for routes, A for units, L for areas, S for sites."""
    if "Line" in feature.geometry.geom_type:
        return "R"
    if any(word in _UNITS for word in feature.kind.casefold().split()):
        return "A"
    return "L" if "Polygon" in feature.geometry.geom_type else "S"


def _certainty(feature: Feature) -> str:
    certainty = _CERTAINTY.get(feature.confidence, "uncertain")
    is_vague = certainty == "certain" and feature.precision not in _NEAR
    return "less-certain" if is_vague else certainty


def _when(feature: Feature) -> dict[str, Any]:
    span = timespan(feature.valid_from, feature.valid_to)
    if not span:
        return {}
    is_sure = not is_unsure(feature.valid_from + feature.valid_to)
    return {"when": {"timespans": [span], "certainty": "certain" if is_sure else "less-certain"}}
