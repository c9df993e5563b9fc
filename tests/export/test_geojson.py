from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from shapely.geometry import Point, shape

from groundtext.export.geojson import geojson_text
from groundtext.layers import feature_from_json
from groundtext.model import Feature
from groundtext.workspace import Contents, Workspace, write_workspace
from tests.export import gdal, hostile, zoo


def features_of(text: str) -> dict[str, Any]:
    return {feature["id"]: feature for feature in json.loads(text)["features"]}


def test_gdal_reads_every_feature_where_it_is(shipped_workspace: Workspace, tmp_path: Path) -> None:
    text = geojson_text(shipped_workspace)
    (layer,) = gdal.read(text.encode(), tmp_path / "a.geojson").values()
    shapes = layer.by("id")
    assert layer.crs == "EPSG:4326"
    assert len(shapes) == len(shipped_workspace.features())
    assert all(f.geometry.equals(shapes[f.id]) for f in shipped_workspace.features())


def test_a_feature_says_all_that_its_layer_says(shipped_workspace: Workspace) -> None:
    members = features_of(geojson_text(shipped_workspace))
    for feature in shipped_workspace.features():
        properties = members[feature.id]["properties"]
        assert properties["layer"] == feature.layer_id
        assert properties["precision"] == feature.precision.value
        assert properties["uncertainty_m"] == feature.uncertainty_m


def test_evidence_is_apart_from_what_is_none(zoo_workspace: Workspace) -> None:
    members = features_of(geojson_text(zoo_workspace))
    held = {
        key: [len(feature["properties"][name]) for name in ("evidence", "other_links")]
        for key, feature in members.items()
    }
    assert held["fort-alder"] == [1, 0]
    assert held["alder-line"] == [0, 1]  # rejected
    assert held["north-vale"] == [0, 1]  # context only


def test_a_group_keeps_its_own_evidence(zoo_workspace: Workspace) -> None:
    marker = json.loads(geojson_text(zoo_workspace))["groundtext"]
    (link,) = marker["evidence_of_collections"]["northern-vales"]["evidence"]
    assert link["quote"] == zoo.SENTENCES[2]
    assert marker["documents"][0]["words_quoted"] == sum(
        len(sentence.split()) for sentence in zoo.SENTENCES[1:4]
    )


def test_some_layers_come_with_their_groups_and_the_documents_quoted(
    zoo_workspace: Workspace,
) -> None:
    found = json.loads(geojson_text(zoo_workspace, ["provinces", "gone"]))
    marker = found["groundtext"]
    assert [feature["id"] for feature in found["features"]] == ["north-vale"]
    assert [layer["id"] for layer in marker["layers"]] == ["provinces"]
    assert [group["id"] for group in marker["collections"]] == ["northern-vales"]
    routes = json.loads(geojson_text(zoo_workspace, ["routes"]))["groundtext"]
    assert routes["collections"] == []


def test_names_that_a_layer_used_before_are_kept_apart(hostile_workspace: Workspace) -> None:
    properties = features_of(geojson_text(hostile_workspace))["a"]["properties"]
    assert properties["_evidence"] == properties["__layer"] == hostile.ALL
    assert properties["layer"] == "a-1"


def test_no_line_can_be_cut_or_turned_round(hostile_workspace: Workspace) -> None:
    text = geojson_text(hostile_workspace)
    assert not set(text) & set("\0\x1b\x85\u2028\u202e\u2066\r")


def test_no_text_of_a_document_leaves_but_the_passages(zoo_workspace: Workspace) -> None:
    text = geojson_text(zoo_workspace)
    assert zoo.SENTENCES[4] not in text
    assert zoo.SENTENCES[5] not in text


@given(st.floats(-180, 180), st.floats(-90, 90))
@settings(
    deadline=None,
    max_examples=30,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
def test_coordinates_keep_every_digit(tmp_path: Path, lon: float, lat: float) -> None:
    feature: Feature = zoo.feature("here", "forts", Point(lon, lat))
    path = tmp_path / "w.gpkg"
    write_workspace(path, Contents(zoo.LAYERS, (feature,), (), ()))
    workspace = Workspace.open(path)
    member = features_of(geojson_text(workspace))["here"]
    workspace.close()
    assert feature_from_json(member, "forts").geometry.equals_exact(feature.geometry, 0)


def test_a_link_says_on_which_page_of_the_original_it_stands(hostile_workspace: Workspace) -> None:
    properties = features_of(geojson_text(hostile_workspace))["a"]["properties"]
    places = {link["place"] for link in properties["evidence"]}
    assert places == {f"page 1, {hostile.ALL}", "page 2"}


def test_outer_rings_run_against_the_clock(shipped_workspace: Workspace) -> None:
    text = geojson_text(shipped_workspace, ["provinces"])
    shapes = [shape(feature["geometry"]) for feature in features_of(text).values()]
    polygons = [part for each in shapes for part in getattr(each, "geoms", [each])]
    assert all(polygon.exterior.is_ccw for polygon in polygons)
    assert not any(hole.is_ccw for polygon in polygons for hole in polygon.interiors)
