from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st

from groundtext.layers import feature_from_json, feature_to_json
from groundtext.layers.finding import Fault
from groundtext.model import Precision
from tests.layers.conftest import camp

if TYPE_CHECKING:
    from groundtext.layers.geojson import Json
    from groundtext.model import Feature

HOSTILE = "<script>alert(1)</script> ${x} \\ \u202e{{7*7}}"
_TEXTS = st.text(st.characters(exclude_categories=["Cs"]))
_FILLED = _TEXTS.filter(lambda text: bool(text.strip()))


def without_geometry(feature: Feature) -> tuple[object, ...]:
    return tuple(
        getattr(feature, name) for name in feature.__dataclass_fields__ if name != "geometry"
    )


def test_every_property_has_its_field() -> None:
    feature = feature_from_json(
        camp(aliases=["Camp one"], operator="Vesland", country="VL", valid_from="2001-12"), "camps"
    )
    assert feature.id == "first-camp"
    assert feature.layer_id == "camps"
    assert feature.precision is Precision.SITE
    assert feature.uncertainty_m == 500.0
    assert feature.aliases == ("Camp one",)
    assert (feature.operator, feature.country, feature.valid_from) == ("Vesland", "VL", "2001-12")


def test_other_properties_are_kept_as_text() -> None:
    feature = feature_from_json(camp(iso="AF-BAL", beds=12, closed=None, tags=["a"]), "camps")
    assert feature.properties == {"iso": "AF-BAL", "beds": "12", "tags": '["a"]'}


@pytest.mark.parametrize(
    ("properties", "first", "last"),
    [
        ({"date": "2022-07-19"}, "2022-07-19", "2022-07-19"),
        ({"date": "2022-07-27/2022-07-28"}, "2022-07-27", "2022-07-28"),
        ({"date": "2022/.."}, "2022", ""),
        ({"date": "2022/"}, "2022", ""),
        ({"date": "../2022"}, "", "2022"),
        ({"date": "2022-07-19", "valid_from": "2021"}, "2021", ""),
        ({"date": "a Friday"}, "", ""),
        ({"date": 2022}, "", ""),
    ],
)
def test_an_event_may_have_a_date_only(properties: dict[str, Any], first: str, last: str) -> None:
    feature = feature_from_json(camp(**properties), "camps")
    assert (feature.valid_from, feature.valid_to) == (first, last)
    assert feature.properties["date"] == str(properties["date"])


def test_hostile_text_stays_the_text_it_is() -> None:
    feature = feature_from_json(camp(name=HOSTILE, note=HOSTILE, aliases=[HOSTILE]), "camps")
    assert (feature.name, feature.note, feature.aliases) == (HOSTILE, HOSTILE, (HOSTILE,))


def test_all_missing_properties_are_named_at_once() -> None:
    member = camp()
    for name in ("kind", "sources", "confidence"):
        del member["properties"][name]
    with pytest.raises(Fault, match="missing properties: kind, sources, confidence"):
        feature_from_json(member, "camps")


@pytest.mark.parametrize(
    ("properties", "message"),
    [
        ({"name": ""}, "name = '' is no text"),
        ({"name": 7}, "name = 7 is no text"),
        ({"name": "\ud800"}, "name holds half a character"),
        ({"note": ["a"]}, "note = .* is no text"),
        ({"aliases": "one"}, "aliases = 'one' is no list"),
        ({"aliases": ["one", None]}, "aliases = None is no text"),
        ({"sources": [""]}, "sources = '' is no text"),
        ({"precision": "exact"}, "precision 'exact' is unknown"),
        ({"precision": ["site"]}, "is unknown"),
        ({"uncertainty_m": "5"}, "uncertainty_m = '5' is no number"),
        ({"uncertainty_m": True}, "uncertainty_m = True is no number"),
        ({"uncertainty_m": -1}, "no distance on Earth"),
        ({"uncertainty_m": float("inf")}, "no distance on Earth"),
        ({"uncertainty_m": 10**400}, "no distance on Earth"),
        ({"confidence": "sure"}, "confidence 'sure' is unknown"),
        ({"valid_from": "last year"}, "valid_from = 'last year' is no EDTF date"),
        ({"valid_to": 2014}, "valid_to = 2014 is no text"),
        ({"other": "\udfff"}, "other holds half a character"),
        ({"\udfff": "other"}, "name holds half a character"),
    ],
)
def test_a_wrong_property_is_named_with_its_value(
    properties: dict[str, Json], message: str
) -> None:
    member = camp()
    member["properties"] |= properties
    with pytest.raises(Fault, match=message):
        feature_from_json(member, "camps")


@pytest.mark.parametrize("feature_id", ["", "Camp", "a_b", "a--b", "-a", "a b", "ä", 7, None])
def test_an_id_is_lower_case_with_single_hyphens(feature_id: Json) -> None:
    member = {**camp(), "id": feature_id}
    with pytest.raises(Fault, match="is not lower-case letters, digits and single hyphens"):
        feature_from_json(member, "camps")


@pytest.mark.parametrize("member", [None, [], "Feature", {}, {"type": "Point"}])
def test_what_is_no_feature_is_refused(member: Json) -> None:
    with pytest.raises(Fault, match="no GeoJSON feature"):
        feature_from_json(member, "camps")


def test_a_feature_without_properties_is_refused() -> None:
    with pytest.raises(Fault, match="no properties"):
        feature_from_json({"type": "Feature", "id": "a", "properties": None}, "camps")


@given(name=_FILLED, note=_TEXTS, aliases=st.lists(_FILLED), other=_FILLED)
@settings(deadline=None)
def test_writing_and_reading_change_nothing(
    name: str, note: str, aliases: list[str], other: str
) -> None:
    read = feature_from_json(camp(name=name, note=note, aliases=aliases, other=other), "camps")
    written = json.loads(json.dumps(feature_to_json(read)))
    again = feature_from_json(written, "camps")
    assert without_geometry(again) == without_geometry(read)
    assert shapely.equals_exact(again.geometry, read.geometry)


def test_written_coordinates_are_rounded_and_right_handed() -> None:
    square = [[0.123456, 0], [0, 1], [1, 1], [1, 0], [0.123456, 0]]
    member = camp() | {"geometry": {"type": "Polygon", "coordinates": [square]}}
    written: Any = feature_to_json(feature_from_json(member, "camps"), decimals=2)
    (ring,) = written["geometry"]["coordinates"]
    assert ring[0] == [0.12, 0.0]
    assert shapely.Polygon(ring).exterior.is_ccw
    assert "crs" not in written


@pytest.mark.parametrize(
    ("country", "read"),
    [
        ("ET/DJ", "ET DJ"),
        ("ET, DJ;SO", "ET DJ SO"),
        ("ET–DJ", "ET DJ"),
        ("ET DJ", "ET DJ"),
        ("Bosnia and Herzegovina", "Bosnia and Herzegovina"),
        ("Guinea-Bissau", "Guinea-Bissau"),
        ("", ""),
    ],
)
def test_codes_of_several_countries_may_be_parted_by_any_sign(country: str, read: str) -> None:
    assert feature_from_json(camp(country=country), "camps").country == read
