from __future__ import annotations

import pytest
from shapely.geometry import Point

from groundtext.gazetteer import Gazetteer
from groundtext.model import Collection, Feature, Precision
from groundtext.settings import DATA

GAZETTEER = Gazetteer.open(DATA)


def first(surface: str) -> str:
    found = GAZETTEER.find(surface)
    return found[0].place.id if found else ""


@pytest.mark.parametrize(
    ("surface", "place_id"),
    [
        ("Tashkent", "geonames:1512569"),
        ("Mazar-i-Sharif", "geonames:1133616"),
        ("Washington", "geonames:4140963"),
        ("US", "country:USA"),
        ("U.S.", "country:USA"),
        ("the West", "collective:west"),
        ("Uzbeks", "country:UZB"),
        ("Soviet Union", "state:soviet-union"),
        ("Central Asian states", "collective:central-asian-states"),
        ("near abroad", "collective:near-abroad"),
        ("Kremlin", "seat:kremlin"),
        ("TASHKENT", "geonames:1512569"),
        ("Sana’a", "geonames:71137"),
        ("Izium", "geonames:707292"),
        ("Hodeidah", "geonames:79415"),
        ("us", ""),
        ("tashkent", ""),
        ("Nosuchplace", ""),
    ],
)
def test_a_name_is_found_as_it_is_written(surface: str, place_id: str) -> None:
    assert first(surface) == place_id


def test_ambiguity_is_kept_largest_first() -> None:
    places = [entry.place for entry in GAZETTEER.find("Hyderabad")]
    assert [place.country for place in places[:2]] == ["IN", "PK"]


def test_every_country_has_a_place_and_a_source() -> None:
    assert all(place.id and place.source for place in GAZETTEER.countries.values())
    assert len(GAZETTEER.countries) > 240


@pytest.mark.parametrize("name", ["AF", "AFG", "Afghanistan"])
def test_a_country_is_known_by_code_and_name(name: str) -> None:
    assert GAZETTEER.country_code(name) == "AF"


@pytest.mark.parametrize("name", ["", "Nowhere", "several"])
def test_what_is_no_country_has_no_code(name: str) -> None:
    assert GAZETTEER.country_code(name) == ""


def test_capitals_are_marked() -> None:
    found = {e.place.id: e.is_capital for e in GAZETTEER.find("Dushanbe")}
    assert found["geonames:1221874"]


def test_names_go_on_word_by_word() -> None:
    assert [GAZETTEER.goes_on(w) for w in ("Central", "Central Asian", "Xyzzy")] == [
        True,
        True,
        False,
    ]


def test_only_names_in_lower_case_are_opened_by_such_a_word() -> None:
    found = GAZETTEER.opening_pattern.findall("former Soviet near tashkent Tashkent U.N. e\u0301")
    assert found == ["former", "Soviet", "Tashkent", "U.N."]


def test_a_word_in_lower_case_opens_only_what_goes_on_with_a_name_s_second_word() -> None:
    text = "the lake, the west, the western, the West, the\u00a0lake"
    assert GAZETTEER.opening_pattern.findall(text) == [
        "the",
        "west",
        "western",
        "the",
        "West",
        "the",
    ]


def test_features_and_collections_come_first() -> None:
    feature = Feature(
        id="tashkent-fort",
        layer_id="forts",
        name="Tashkent",
        kind="fort",
        geometry=Point(69, 41),
        precision=Precision.SITE,
        uncertainty_m=500,
        status="closed",
        sources=("a handbook",),
        confidence="low",
        country="Uzbekistan",
    )
    known = GAZETTEER.with_features(
        [feature], [Collection("forts", "Silk Road forts", ("tashkent-fort",))]
    )
    assert known.find("Tashkent")[0].place.feature_id == "tashkent-fort"
    assert known.find("Tashkent")[0].place.country == "UZ"
    assert known.find("Silk Road forts")[0].place.feature_id == "forts"
    assert GAZETTEER.find("Silk Road forts") == ()
