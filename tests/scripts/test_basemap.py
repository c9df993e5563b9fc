"""The base map that ships."""

from __future__ import annotations

import gzip
import json
from collections import Counter
from typing import Any

import pytest
from shapely.geometry import Point, shape

from groundtext.settings import DATA

RAW = (DATA / "basemap.json").read_bytes()
BASEMAP: dict[str, Any] = json.loads(RAW)
MEMBERS: list[dict[str, Any]] = BASEMAP["features"]
COUNTRIES = {m["properties"]["name"]: m for m in MEMBERS if m["properties"]["kind"] == "country"}


def test_it_is_small_enough_to_be_fetched_at_once() -> None:
    assert len(RAW) <= 900_000
    assert len(gzip.compress(RAW, 9)) <= 300_000


def test_it_says_whose_boundaries_it_shows() -> None:
    assert "who controls an area in fact" in BASEMAP["notice"]
    assert "GeoNames (CC BY 4.0)" in BASEMAP["attribution"]


def test_every_kind_is_there() -> None:
    kinds = Counter(member["properties"]["kind"] for member in MEMBERS)
    assert kinds["country"] > 230
    assert kinds["city"] > 500
    assert min(kinds["lake"], kinds["river"]) > 40


@pytest.mark.parametrize("kind", ["country", "lake", "river", "city"])
def test_every_geometry_is_valid_and_inside_the_world(kind: str) -> None:
    for member in MEMBERS:
        if member["properties"]["kind"] == kind:
            geometry = shape(member["geometry"])
            assert geometry.is_valid
            assert not geometry.is_empty
            west, south, east, north = geometry.bounds
            assert -180 <= west <= east <= 180
            assert -90 <= south <= north <= 90


@pytest.mark.parametrize("member", COUNTRIES.values(), ids=COUNTRIES)
def test_a_label_stands_on_its_country(member: dict[str, Any]) -> None:
    properties = member["properties"]
    # Labels and outlines are rounded to a hundredth of a degree: 1.6 km.
    assert shape(member["geometry"]).distance(Point(properties["label"])) <= 0.015
    assert 1 <= properties["rank"] <= 5


@pytest.mark.parametrize(
    ("city", "country"),
    [("Kabul", "Afghanistan"), ("Moscow", "Russia"), ("Doha", "Qatar"), ("Astana", "Kazakhstan")],
)
def test_a_capital_lies_in_its_country(city: str, country: str) -> None:
    (found,) = [
        member
        for member in MEMBERS
        if member["properties"]["name"] == city and member["properties"]["kind"] == "city"
    ]
    assert found["properties"]["rank"] == 1
    spot = shape(found["geometry"])
    assert shape(COUNTRIES[country]["geometry"]).distance(spot) < 0.05


@pytest.mark.parametrize("name", ["Amu Darya", "Indus", "Aral Sea", "Lake Balkhash", "Helmand"])
def test_great_waters_have_their_names(name: str) -> None:
    assert name in {m["properties"].get("name") for m in MEMBERS}
