"""What the browser fetches: the layers to draw and the panels to read, as JSON-ready values."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from groundtext.portrayal.certainty import doubts_of
from groundtext.portrayal.extent import first_look
from groundtext.portrayal.shapes import (
    along_others,
    doubt_band,
    drawn_geometry,
    halo_radius_m,
    to_geojson,
)
from groundtext.portrayal.signs import sign_of
from groundtext.portrayal.wording import (
    coverage_in_words,
    disagreements_in_words,
    precision_in_words,
    validity_in_words,
)
from groundtext.ui.forms import form_fields
from groundtext.ui.limits import days_of
from groundtext.ui.panels import Panels

if TYPE_CHECKING:
    from collections.abc import Sequence

    from groundtext.model import Feature, Layer
    from groundtext.portrayal.countries import Countries
    from groundtext.ui.source_fields import Fields
    from groundtext.workspace import Workspace

_BUNDLE_LIMIT: Final = 2_000  # links; above it panels are fetched one by one


def layers_payload(workspace: Workspace, countries: Countries) -> Fields:
    """Return layers, features, groups and coverage of a workspace, and the forms it is saved in.

    Positions are degrees, longitude first, EPSG:4326, rounded to four decimals.

    Parameters
    ----------
    workspace
        What to draw.
    countries
        Names of countries, and outlines for features of which only the country is known.
    """
    panels = Panels(workspace, countries)
    layers = workspace.layers()
    layer_of = {layer.id: layer for layer in layers}
    features = workspace.features()
    along = along_others(features)
    return {
        "stamp": workspace.stamp,
        "forms": form_fields(),
        "layers": [_layer_fields(layer, features) for layer in layers],
        "features": [
            _feature_fields(
                feature, layer_of[feature.layer_id], panels, countries, along=feature.id in along
            )
            for feature in features
        ],
        "groups": [
            {
                "id": group.id,
                "name": group.name,
                "members": panels.members(group.id),
                "passages": panels.counts(group.id)[1],
                "documents": panels.documents(group.id),
            }
            for group in workspace.collections()
        ],
        "documents": {card.id: card.title or card.file for card in workspace.document_cards()},
        "coverage": _coverage_fields(workspace),
        "disagreements": _disagreement_fields(workspace, panels),
        "bounds": first_look(feature.geometry for feature in features),
    }


def bundle_payload(workspace: Workspace, countries: Countries) -> Fields | None:
    """Return all panels by id, or None when there are too many to send at once."""
    if len(workspace.evidence()) > _BUNDLE_LIMIT:
        return None
    panels = Panels(workspace, countries)
    return {target_id: panels.panel(target_id) for target_id in panels.ids()}


def _layer_fields(layer: Layer, features: Sequence[Feature]) -> Fields:
    return {
        "id": layer.id,
        "title": layer.title,
        "geometry": layer.geometry_kind,
        "colour": layer.colour,
        "form": layer.described.form,
        "source": layer.source,
        "licence": layer.licence,
        "notice": layer.notice,
        "features": sum(feature.layer_id == layer.id for feature in features),
    }


def _feature_fields(
    feature: Feature, layer: Layer, panels: Panels, countries: Countries, *, along: bool
) -> Fields:
    sign = sign_of(feature, layer)
    own, shown = panels.counts(feature.id)
    drawn = drawn_geometry(feature, countries)
    since, until = days_of(feature)
    return {
        "type": "Feature",
        "id": feature.id,
        "geometry": to_geojson(drawn),
        "properties": {
            "layer": layer.id,
            "name": feature.name,
            "shape": sign.shape,
            "mark": sign.mark,
            "along": along,
            "kind": feature.kind,
            "status": feature.status,
            "country": countries.in_words(feature.country),
            "when": validity_in_words(feature),
            "since": since,
            "until": until,
            "where": precision_in_words(feature),
            "halo_m": halo_radius_m(feature, drawn),
            "band": to_geojson(doubt_band(feature)),
            "own": own,
            "passages": shown,
            "documents": panels.documents(feature.id),
            "doubts": list(doubts_of(feature)),
        },
    }


def _coverage_fields(workspace: Workspace) -> Fields:
    coverage = workspace.coverage()
    silent = coverage.n_passages - coverage.n_on_map
    return {
        "text": coverage_in_words(coverage),
        "silent": silent,
        "reasons": [{"reason": reason, "count": count} for reason, count in coverage.silent],
    }


def _disagreement_fields(workspace: Workspace, panels: Panels) -> Fields:
    """Return how many disagreements there are, and what they are about, each thing once."""
    found = workspace.disagreements()
    about: dict[str, list[str]] = {}
    for dispute in found:
        about.setdefault(dispute.target_id, []).append(dispute.aspect)
    return {
        "text": disagreements_in_words(len(found)) if found else "",
        "about": [
            {"id": target, "name": panels.name(target) or target, "aspects": aspects}
            for target, aspects in about.items()
        ],
    }
