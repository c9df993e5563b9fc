from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from groundtext.layers import read_layers
from tests.layers.conftest import MANIFEST, camp

if TYPE_CHECKING:
    from tests.layers.conftest import Folder

CRS84 = {"type": "name", "properties": {"name": "urn:ogc:def:crs:OGC:1.3:CRS84"}}
MERCATOR = {"type": "name", "properties": {"name": "EPSG:3857"}}


def test_features_and_collections_come_in_the_files_order(folder: Folder) -> None:
    read = read_layers(folder.path)
    assert [feature.id for feature in read.features] == ["first-camp", "second-camp"]
    assert [collection.id for collection in read.collections] == ["all-camps"]
    assert read.listed == ()


def test_one_bad_feature_is_listed_and_the_rest_is_read(folder: Folder) -> None:
    folder.write_features(camp(), camp("broken", precision="exact"), camp("third-camp"))
    read = read_layers(folder.path)
    assert [feature.id for feature in read.features] == ["first-camp", "third-camp"]
    (finding,) = read.listed
    assert (finding.file, finding.place) == ("camps.geojson", "feature 2 (broken)")
    assert "precision 'exact' is unknown; use one of site" in finding.reason


def test_a_taken_id_is_not_read_twice(folder: Folder) -> None:
    folder.write_features(camp(), camp(), camp("all-camps"))
    read = read_layers(folder.path)
    assert [feature.id for feature in read.features] == ["first-camp", "all-camps"]
    assert [finding.place for finding in read.listed] == [
        "feature 2 (first-camp)",
        "collections all-camps",
    ]


def test_one_bad_file_costs_no_other(folder: Folder) -> None:
    second = MANIFEST.split("[[collections]]")[0].replace("camps", "forts")
    folder.write_manifest(MANIFEST + second)
    read = read_layers(folder.path)
    assert [layer.id for layer in read.layers] == ["camps"]
    assert [finding.reason for finding in read.listed] == [
        "no such file; put it beside manifest.toml or mend the entry there."
    ]


def test_a_layer_named_twice_is_read_once(folder: Folder) -> None:
    folder.write_manifest(MANIFEST + MANIFEST.split("[[collections]]")[0])
    read = read_layers(folder.path)
    assert len(read.layers) == 1
    assert len(read.features) == 2
    assert read.listed[0].place == "layers camps"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "no JSON at line 1, column 1"),
        ("{", "no JSON at line 1"),
        ("[]", "no GeoJSON feature collection"),
        ('{"type": "Feature"}', "no GeoJSON feature collection"),
        ('{"type": "FeatureCollection"}', "no list of features"),
        ('{"type": "FeatureCollection", "features": [NaN]}', "holds NaN"),
        ("[" * 100_000, "nested too deeply"),
        ('{"a": ' + "9" * 5_000 + "}", "no JSON: "),
        ("<OGRVRTDataSource/>", "no JSON at line 1"),
    ],
)
def test_what_is_no_feature_collection_is_listed(folder: Folder, text: str, message: str) -> None:
    folder.write(text)
    read = read_layers(folder.path)
    assert read.layers == ()
    assert message in read.listed[0].reason


def test_a_file_that_is_not_utf_8_is_listed_with_the_byte(folder: Folder) -> None:
    (folder.path / "camps.geojson").write_bytes(b'{"type": "\xe4"}')
    assert "not UTF-8 at byte 10" in read_layers(folder.path).listed[0].reason


def test_a_folder_in_the_place_of_a_file_is_listed(folder: Folder) -> None:
    (folder.path / "camps.geojson").unlink()
    (folder.path / "camps.geojson").mkdir()
    assert "cannot be read" in read_layers(folder.path).listed[0].reason


def test_a_byte_order_mark_does_no_harm(folder: Folder) -> None:
    text = (folder.path / "camps.geojson").read_text(encoding="utf-8")
    folder.write("\ufeff" + text)
    assert len(read_layers(folder.path).features) == 2


def test_another_crs_is_refused(folder: Folder) -> None:
    folder.write_features(camp(), crs=MERCATOR)
    assert "reproject the file to EPSG:4326" in read_layers(folder.path).listed[0].reason
    folder.write_features(camp(), crs=CRS84)
    assert read_layers(folder.path).listed == ()


@given(start=st.integers(0, 700), length=st.integers(0, 40), text=st.text(max_size=12))
@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_damage_is_listed_and_never_raised(
    folder: Folder, start: int, length: int, text: str
) -> None:
    folder.write_features(camp(), camp("second-camp"))
    whole = (folder.path / "camps.geojson").read_bytes()
    damaged = whole[:start] + text.encode("utf-8", "surrogatepass") + whole[start + length :]
    (folder.path / "camps.geojson").write_bytes(damaged)
    read = read_layers(folder.path)
    # A layer that is not read is listed; a feature that is not read is listed, gone or renamed.
    assert read.layers or read.listed
    assert all(finding.message and finding.remedy for finding in read.listed)
    assert all(feature.geometry.is_valid for feature in read.features)
