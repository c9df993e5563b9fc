"""Every layer and feature that ships, one by one."""

from __future__ import annotations

import json
from collections import Counter
from typing import TYPE_CHECKING

import pytest
import shapely

from groundtext.edtf import is_valid
from groundtext.geodesy import length_m
from groundtext.layers import CONFIDENCES, ID_PATTERN, read_layers
from groundtext.model import Precision
from groundtext.settings import LAYERS

if TYPE_CHECKING:
    from groundtext.layers.geojson import Json
    from groundtext.model import Collection, Feature, Layer

SHIPPED = read_layers(LAYERS)
FEATURES = {feature.id: feature for feature in SHIPPED.features}
COLLECTIONS = {collection.id: collection for collection in SHIPPED.collections}
# What the page knows how to draw.
STATUSES = {
    "active",
    "cancelled",
    "closed",
    "disputed",
    "held",
    "planned",
    "postponed",
    "reported",
    "stalled",
    "unclear",
    "under construction",
}
COLOURS = {
    "pipelines": "#d55e00",
    "bases": "#0072b2",
    "provinces": "#009e73",
    "summits": "#e69f00",
}
N_FEATURES = {"pipelines": 7, "corridors": 5, "bases": 35, "provinces": 34, "summits": 28}

every_feature = pytest.mark.parametrize("feature", SHIPPED.features, ids=lambda one: one.id)
every_layer = pytest.mark.parametrize("layer", SHIPPED.layers, ids=lambda one: one.id)
every_group = pytest.mark.parametrize("group", SHIPPED.collections, ids=lambda one: one.id)


def test_all_five_layers_ship_whole() -> None:
    assert SHIPPED.listed == ()
    assert Counter(feature.layer_id for feature in SHIPPED.features) == N_FEATURES


@every_layer
def test_a_layer_says_where_it_is_from(layer: Layer) -> None:
    assert all((layer.title, layer.source, layer.licence, layer.notice))
    assert is_valid(layer.retrieved)
    assert layer.colour == COLOURS.get(layer.id, layer.colour)
    assert bool(layer.described.form) == bool(layer.described.nouns)
    assert all(noun == noun.casefold() for noun in layer.described.nouns)


@every_layer
def test_a_file_is_rfc_7946_to_the_letter(layer: Layer) -> None:
    document = json.loads((LAYERS / layer.file).read_text(encoding="utf-8"))
    assert set(document) == {"type", "features"}
    assert all(set(m) == {"type", "id", "properties", "geometry"} for m in document["features"])
    assert all(_decimals(m["geometry"]["coordinates"]) <= 5 for m in document["features"])


def _decimals(member: Json) -> int:
    if isinstance(member, list):
        return max(_decimals(part) for part in member)
    return len(str(member).partition(".")[2])


@every_feature
def test_a_feature_is_filled_in(feature: Feature) -> None:
    assert ID_PATTERN.fullmatch(feature.id)
    assert feature.name == feature.name.strip()
    assert feature.kind
    assert feature.sources
    assert feature.status in STATUSES
    assert feature.confidence in CONFIDENCES
    assert feature.uncertainty_m > 0
    assert feature.name not in feature.aliases
    assert len(set(feature.aliases)) == len(feature.aliases)


@every_feature
def test_a_country_is_two_letters_or_the_route_of_several(feature: Feature) -> None:
    assert all(len(code) == 2 and code.isupper() for code in feature.country.split(" "))


@every_feature
def test_a_geometry_is_drawn_as_its_precision_says(feature: Feature) -> None:
    kinds = {
        Precision.CORRIDOR: {"LineString"},
        Precision.COUNTRY: {"Polygon", "MultiPolygon"},
        Precision.PROVINCE: {"Polygon", "MultiPolygon"},
    }
    assert feature.geometry.geom_type in kinds.get(feature.precision, {"Point"})
    assert feature.geometry.is_valid


@every_feature
def test_what_rests_on_general_knowledge_is_of_low_confidence(feature: Feature) -> None:
    words = " ".join(feature.sources).casefold()
    if "general knowledge" in words or "guess" in words:
        assert feature.confidence == "low"


@every_group
def test_a_group_has_a_name_and_members(group: Collection) -> None:
    assert group.name
    assert all(member in FEATURES or member in COLLECTIONS for member in group.members)


@pytest.mark.parametrize(
    ("target", "aliases"),
    [
        ("bagram", {"Bagram military base", "Bagram Air Base"}),
        ("tapi", {"TAPI", "TAPI pipeline"}),
        ("tap", {"TAP", "TAP pipeline"}),
        ("ndn", {"NDN"}),
        ("qcg", {"QCG", "Quadripartite Coordination Group"}),
        ("northern-provinces", {"northern provinces"}),
        ("sar-e-pul", {"Sari Pul", "Sar-e Pul Province"}),
    ],
)
def test_names_that_documents_use_are_known(target: str, aliases: set[str]) -> None:
    found = FEATURES.get(target) or COLLECTIONS[target]
    assert aliases <= set(found.aliases)


def test_the_two_norths_are_two_groups() -> None:
    north, border = (
        set(COLLECTIONS[name].members) for name in ("northern-provinces", "border-provinces")
    )
    assert (len(north), len(border), len(north & border)) == (9, 8, 6)


def test_the_sections_of_tapi_join_end_to_end() -> None:
    sections = [FEATURES[name].geometry for name in COLLECTIONS["tapi"].members]
    assert shapely.line_merge(shapely.union_all(sections)).geom_type == "LineString"
    assert length_m(shapely.line_merge(shapely.union_all(sections))) == pytest.approx(
        1_814_000, rel=0.05
    )


def test_provinces_carry_their_own_code() -> None:
    provinces = [one for one in SHIPPED.features if one.layer_id == "provinces"]
    assert len({one.properties["iso"] for one in provinces}) == 34
    assert FEATURES["balkh"].properties["iso"] == "AF-BAL"


@pytest.mark.parametrize(
    ("meeting", "status"),
    [
        ("moscow-2021-03-18", "held"),
        ("camp-david-2019-09", "cancelled"),
        ("istanbul-2021-04", "postponed"),
        ("tajikistan-2015-09", "disputed"),
        ("doha-2020-09-12", "stalled"),
    ],
)
def test_a_meeting_says_what_became_of_it(meeting: str, status: str) -> None:
    assert FEATURES[meeting].status == status


def test_what_is_known_by_country_only_covers_the_country() -> None:
    by_country = {one.id for one in SHIPPED.features if one.precision is Precision.COUNTRY}
    assert by_country == {
        "tajikistan-2015-09",
        "us-access-kazakhstan",
        "us-access-tajikistan",
        "us-access-turkmenistan",
    }


def test_no_building_is_claimed_where_it_is_a_guess() -> None:
    guessed = FEATURES["moscow-2021-02-26"]
    assert guessed.precision is Precision.SETTLEMENT
    assert guessed.uncertainty_m == 15_000
    assert (guessed.valid_from, guessed.valid_to) == ("2021-02-26?", "2021-02-26?")
