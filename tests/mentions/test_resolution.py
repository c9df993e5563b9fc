from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from shapely.geometry import box

from groundtext.model import Feature, Precision
from tests.mentions.world import GAZETTEER, mentions_of


def province(name: str) -> Feature:
    return Feature(
        id=name.lower(),
        layer_id="provinces",
        name=name,
        kind="province",
        geometry=box(68, 36, 69, 37),
        precision=Precision.PROVINCE,
        uncertainty_m=1,
        status="",
        sources=(),
        confidence="high",
        country="Afghanistan",
    )


def base(name: str) -> Feature:
    return replace(province(name), layer_id="bases", kind="air base", geometry=box(69, 35, 69, 35))


WITH_BASE = GAZETTEER.with_features([base("Kunduz Airfield")], [])
WITH_PROVINCES = GAZETTEER.with_features([province("Kunduz"), province("Takhar")], [])


@pytest.mark.parametrize(
    ("text", "place_id"),
    [
        ("He flew to Moscow.", "geonames:524901"),
        ("He flew to Moscow, Idaho.", "geonames:5601538"),
        ("Pakistan closed roads in Hyderabad.", "geonames:1176734"),
        ("India closed roads in Hyderabad.", "geonames:1269843"),
        ("They met in Geneva.", "geonames:2660646"),
    ],
)
def test_the_text_chooses_among_namesakes(text: str, place_id: str) -> None:
    chosen = {mention.place.id for mention in mentions_of(text) if mention.place}
    assert place_id in chosen


def test_one_name_has_one_sense_in_a_document() -> None:
    found = mentions_of("They met in Moscow, Idaho. It rained in Moscow.")
    assert [m.place.id for m in found if m.place and m.text == "Moscow"] == ["geonames:5601538"] * 2


@pytest.mark.parametrize(
    "text",
    [
        "Kunduz province was calm.",
        "The province of Kunduz was calm.",
        "Provinces such as Takhar and Kunduz were calm.",
        "It was calm in Takhar and Kunduz provinces.",
    ],
)
def test_a_shared_name_is_the_province_where_the_text_says_so(text: str) -> None:
    found = [m for m in mentions_of(text, WITH_PROVINCES) if m.text == "Kunduz"]
    assert [m.place.feature_id for m in found if m.place] == ["kunduz"]


@pytest.mark.parametrize(
    "text", ["They met in Kunduz.", "In the provinces nobody heard it; Kunduz fell."]
)
def test_a_shared_name_is_else_the_town_and_may_be_the_province(text: str) -> None:
    (found,) = mentions_of(text, WITH_PROVINCES)
    assert [c.place.kind for c in found.candidates[:2]] == ["settlement", "province"]


def test_candidates_are_sorted_and_explained() -> None:
    (found,) = mentions_of("They met in Hyderabad.")
    assert all(one.score >= other.score for one, other in pairwise(found.candidates))
    assert all(candidate.reason for candidate in found.candidates)


def test_a_feature_without_its_generic_word_needs_one_near() -> None:
    (near,) = mentions_of("The airfield at Kunduz was closed.", WITH_BASE)
    (far,) = mentions_of("They met in Kunduz.", WITH_BASE)
    assert (near.place and near.place.kind, far.place and far.place.kind) == (
        "air base",
        "settlement",
    )


def test_a_whole_name_of_a_feature_is_the_feature() -> None:
    (found,) = mentions_of("Kunduz Airfield was closed.", WITH_BASE)
    assert (found.text, found.candidates[0].reason) == ("Kunduz Airfield", "named so by a layer")


def test_what_a_layer_draws_replaces_the_supplement() -> None:
    (found,) = mentions_of("Takhar was calm.", WITH_PROVINCES)
    assert [c.place.id for c in found.candidates if c.place.kind == "province"] == [
        "feature:takhar"
    ]


@pytest.mark.parametrize(
    ("text", "name", "place_id"),
    [
        ("PARIS, Tex. (Agency) - Rain fell in Paris.", "Paris", "geonames:4717560"),
        ("Rain fell in Lebanon, Ohio, and in Dayton.", "Lebanon", "geonames:4516412"),
        ("Roads in Georgia were closed from Atlanta to Macon.", "Georgia", "province:US-GA"),
        ("Georgia and Armenia closed their border near Tbilisi.", "Georgia", "country:GEO"),
        ("The Jackson County fair, near Medford, Oregon, began.", "Jackson County", "US-OR-029"),
    ],
)
def test_the_names_of_a_document_settle_each_other(text: str, name: str, place_id: str) -> None:
    chosen = {found.place.id for found in mentions_of(text) if found.place and found.text == name}
    assert len(chosen) == 1
    assert chosen.pop().endswith(place_id)
