from __future__ import annotations

from dataclasses import replace

import pytest
from shapely.geometry import LineString, Point

from groundtext.gazetteer.features import collection_entries, feature_entries, town_entries
from groundtext.model import Collection, Feature, LonLat, Precision


def base(name: str, *aliases: str) -> Feature:
    return Feature(
        id="alfa",
        layer_id="bases",
        name=name,
        kind="air base",
        geometry=Point(70, 35),
        precision=Precision.SITE,
        uncertainty_m=1000,
        status="active",
        sources=("a handbook",),
        confidence="high",
        aliases=aliases,
    )


@pytest.mark.parametrize(
    ("name", "forms"),
    [
        ("Alfa", {"Alfa"}),
        ("Trans-Alfan strip", {"Trans-Alfan strip", "trans-Alfan strip"}),
        ("Alfa Air Base (ABC)", {"Alfa Air Base", "ABC", "Alfa"}),
        ("Camp Alfa / Bravo", {"Camp Alfa", "Bravo"}),
        ("Kilo PRT / airfield", {"Kilo PRT"}),
        ("Alfa military base", {"Alfa military base", "Alfa"}),
        ("Alfa Conference Centre", {"Alfa Conference Centre"}),
        ("Supreme Court of Alfa", {"Supreme Court of Alfa", "Supreme Court"}),
        ("Port of Alfa", {"Port of Alfa"}),
    ],
)
def test_a_feature_is_known_by_each_name_that_a_text_may_use(name: str, forms: set[str]) -> None:
    assert {entry.form for entry in feature_entries(base(name), "AF")} == forms


def test_a_name_without_its_generic_words_is_marked_as_short() -> None:
    entries = feature_entries(base("Alfa Airfield"), "AF")
    assert [(e.form, e.is_short) for e in entries] == [("Alfa Airfield", False), ("Alfa", True)]


def test_an_alias_is_no_short_name() -> None:
    entries = feature_entries(base("Alfa Airfield", "Alfa"), "AF")
    assert [e.is_short for e in entries] == [False, False]


@pytest.mark.parametrize(
    "title", ["Alfa summit", "Bravo talks (2nd round)", "Treaty signed in Alfa"]
)
def test_an_event_is_no_place_name(title: str) -> None:
    assert feature_entries(base(title), "") == []


def test_a_feature_stands_where_it_is() -> None:
    (entry,) = feature_entries(base("Alfa"), "AF")
    assert (entry.place.position, entry.place.country) == (LonLat(70, 35), "AF")
    assert entry.place.feature_id == "alfa"


def test_a_collection_spans_its_members() -> None:
    group = Collection("both", "the eastern bases", ("alfa", "gone"))
    (entry,) = collection_entries(group, {"alfa": base("Alfa")})
    assert (entry.form, entry.kind, entry.place.bbox) == (
        "eastern bases",
        "collective",
        (70, 35, 70, 35),
    )


def test_an_empty_geometry_has_no_position() -> None:
    (entry,) = feature_entries(replace(base("Alfa"), geometry=LineString()), "")
    assert (entry.place.position, entry.place.bbox) == (None, None)


@pytest.mark.parametrize(
    ("title", "towns"),
    [
        ("Third talks of the neighbours, Bagan, 4 July 2022", ["Bagan"]),
        ("Neighbours’ meeting in Bagan", ["Bagan"]),
        ("Fourth meeting, Bagan, February 2016", ["Bagan"]),
        ("Fourth meeting, February 2016", []),
        ("Bagan talks", []),
        ("Talks of the neighbours, second round", []),
        ("Bagan Bridge, Mandalay", []),
    ],
)
def test_a_meetings_title_may_say_in_which_town_it_was(title: str, towns: list[str]) -> None:
    entries = town_entries(base(title), "MM")
    assert [entry.form for entry in entries] == towns
    assert all(entry.place.position == LonLat(70, 35) for entry in entries)
    assert not any(entry.place.feature_id for entry in entries)
