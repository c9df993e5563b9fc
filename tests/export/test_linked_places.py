from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from groundtext.export.linked_places import linked_places_text
from groundtext.export.moments import timespan
from groundtext.workspace import Workspace
from tests.export import gdal, zoo

# Written from the specification: see the comment in it.
SCHEMA = json.loads(
    (Path(__file__).parent / "linked_places.schema.json").read_text(encoding="utf-8")
)


def places(text: str) -> dict[str, dict[str, Any]]:
    return {place["@id"]: place for place in json.loads(text)["features"]}


@pytest.fixture(scope="module")
def zoo_places(zoo_workspace: Workspace) -> dict[str, dict[str, Any]]:
    return places(linked_places_text(zoo_workspace))


@pytest.mark.parametrize("name", ["zoo", "hostile", "shipped"])
def test_it_is_what_the_specification_asks_for(name: str, request: pytest.FixtureRequest) -> None:
    workspace: Workspace = request.getfixturevalue(f"{name}_workspace")
    found = json.loads(linked_places_text(workspace))
    faults = Draft202012Validator(SCHEMA).iter_errors(found)
    assert [(list(fault.path), fault.message) for fault in faults] == []


def test_the_schema_finds_what_is_missing(zoo_workspace: Workspace) -> None:
    found = json.loads(linked_places_text(zoo_workspace))
    del found["features"][0]["properties"]["fclasses"]
    del found["features"][1]["names"][0]["citations"]
    assert len(list(Draft202012Validator(SCHEMA).iter_errors(found))) >= 2


def test_it_is_geojson_too(shipped_workspace: Workspace, tmp_path: Path) -> None:
    contents = linked_places_text(shipped_workspace).encode()
    (layer,) = gdal.read(contents, tmp_path / "a.geojson").values()
    drawn = [shape for shape in layer.geometries if shape is not None]
    features = shipped_workspace.features()
    assert len(drawn) == len(features)
    assert all(one.equals(f.geometry) for one, f in zip(drawn, features, strict=True))


def test_a_place_has_its_names_dates_and_certainty(zoo_places: dict[str, Any]) -> None:
    fort = zoo_places["urn:groundtext:feature:fort-alder"]
    assert [name["toponym"] for name in fort["names"]] == ["Fort Alder", "Alder Camp"]
    assert fort["when"]["timespans"] == [{"start": {"in": "2001-12"}, "end": {"in": "2014-06-03"}}]
    assert fort["geometry"]["certainty"] == "certain"
    assert fort["properties"]["fclasses"] == ["S"]


def test_a_document_that_names_a_place_is_cited_for_its_name(zoo_places: dict[str, Any]) -> None:
    citations = zoo_places["urn:groundtext:feature:fort-alder"]["names"][0]["citations"]
    labels = [citation["label"] for citation in citations]
    assert labels[0] == "A gazette of 1999"
    assert citations[-1]["@id"] == "urn:groundtext:document:workshops"
    assert citations[-1]["year"] == 2021


def test_the_quotes_are_descriptions(zoo_places: dict[str, Any]) -> None:
    span = zoo.span_of(zoo.SENTENCES[1])
    (description,) = zoo_places["urn:groundtext:feature:fort-alder"]["descriptions"]
    assert description["value"] == zoo.SENTENCES[1]
    assert description["@id"].endswith(f"workshops#char={span.start},{span.end}")


def test_members_and_groups_point_to_each_other(zoo_places: dict[str, Any]) -> None:
    member = zoo_places["urn:groundtext:feature:north-vale"]["relations"]
    group = zoo_places["urn:groundtext:group:northern-vales"]
    assert [each["relationTo"] for each in member] == ["urn:groundtext:group:northern-vales"]
    assert [each["relationTo"] for each in group["relations"]] == [
        "urn:groundtext:feature:north-vale"
    ]
    assert group["geometry"] is None


def test_a_country_in_words_is_no_code(zoo_places: dict[str, Any]) -> None:
    assert zoo_places["urn:groundtext:feature:fort-alder"]["properties"]["ccodes"] == []


@pytest.mark.parametrize(
    ("since", "until", "expected"),
    [
        ("", "", {}),
        ("1974?", "", {"start": {"in": "1974"}}),
        ("1943/1955", "", {"start": {"earliest": "1943-01-01", "latest": "1955-12-31"}}),
        ("", "1999", {"start": {"latest": "1999-12-31"}, "end": {"in": "1999"}}),
        ("../1999", "", {"start": {"latest": "1999-12-31"}}),
        ("199X", "2001-05", {"start": {"earliest": "1990-01-01", "latest": "1999-12-31"},
                             "end": {"in": "2001-05"}}),
        ("some day", "", {}),
    ],
)  # fmt: skip
def test_a_span_says_no_more_than_the_dates(
    since: str, until: str, expected: dict[str, object]
) -> None:
    assert timespan(since, until) == expected
