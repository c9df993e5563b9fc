"""The shipped tables of regions, waters and mountains, written by hand."""

from __future__ import annotations

import csv

import pytest

from groundtext.gazetteer import Gazetteer
from groundtext.gazetteer.supplement import COUNTRY, PHYSICAL_FILE, read_supplement
from groundtext.model import LonLat
from groundtext.settings import DATA

GAZETTEER = Gazetteer.open(DATA)
PLACES = {e.place for e in read_supplement(DATA).entries if e.place.kind != COUNTRY}
ROWS = list(csv.DictReader((DATA / PHYSICAL_FILE).read_text(encoding="utf-8").splitlines()))


def position_of(surface: str) -> LonLat | None:
    return GAZETTEER.find(surface)[0].place.position


def test_every_row_is_read_as_it_stands() -> None:
    read = {(place.kind, place.name, place.position) for place in PLACES}
    wanted = {(r["kind"], r["name"], LonLat(float(r["lon"]), float(r["lat"]))) for r in ROWS}
    assert wanted <= read
    assert len(wanted) == len(ROWS)


def test_no_two_places_share_an_id() -> None:
    assert len({place.id for place in PLACES}) == len(PLACES)


def test_every_position_is_on_the_globe() -> None:
    positions = [place.position for place in PLACES if place.position]
    assert [p for p in positions if not (-180 <= p.lon <= 180 and -90 <= p.lat <= 90)] == []


@pytest.mark.parametrize(
    ("surface", "kind"),
    [
        ("Red Sea", "sea"),
        ("Mekong", "river"),
        ("river Thames", "river"),
        ("Patagonia", "region"),
        ("New England", "region"),
        ("sub-Saharan Africa", "region"),
        ("Korean", "region"),
        ("PNG", "country"),
        ("Democratic Republic of Congo", "country"),
    ],
)
def test_a_place_is_found_by_the_name_that_news_calls_it(surface: str, kind: str) -> None:
    assert GAZETTEER.find(surface)[0].place.kind == kind


def test_a_river_lies_where_it_ends() -> None:
    assert position_of("Blue Nile") == position_of("White Nile")  # both end at Khartoum
    assert position_of("Missouri River") != position_of("Mississippi River")


@pytest.mark.parametrize("surface", ["Northern Iraq", "eastern Ukraine", "South China"])
def test_a_side_of_a_country_is_no_name_of_its_own(surface: str) -> None:
    assert GAZETTEER.find(surface) == ()
