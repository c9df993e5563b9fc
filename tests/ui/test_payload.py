from __future__ import annotations

import json
from contextlib import closing
from typing import TYPE_CHECKING, Any

import pytest

from groundtext.portrayal.countries import Countries
from groundtext.ui.payload import bundle_payload, layers_payload
from tests.export import zoo
from tests.ui import disputed

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from groundtext.workspace import Workspace


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    with closing(zoo.workspace(tmp_path)) as workspace:
        yield workspace


@pytest.fixture
def payload(workspace: Workspace) -> dict[str, Any]:
    return layers_payload(workspace, Countries())


def drawn(payload: dict[str, Any], feature_id: str) -> dict[str, Any]:
    (feature,) = (entry for entry in payload["features"] if entry["id"] == feature_id)
    return dict(feature["properties"])


def test_every_feature_is_drawn_once(payload: dict[str, Any]) -> None:
    ids = [feature["id"] for feature in payload["features"]]
    assert sorted(ids) == sorted(feature.id for feature in zoo.FEATURES)


def test_doubt_comes_with_the_feature(payload: dict[str, Any]) -> None:
    assert drawn(payload, "fort-alder")["halo_m"] == 1_000.0
    assert drawn(payload, "alder-line")["band"]["type"] == "Polygon"
    assert drawn(payload, "access-oakland")["shape"] == "hatch"


def test_features_know_their_passages_and_documents(payload: dict[str, Any]) -> None:
    vale = drawn(payload, "north-vale")
    assert (vale["own"], vale["passages"], vale["documents"]) == (0, 1, ["workshops"])


def test_coverage_says_why_the_rest_is_silent(payload: dict[str, Any]) -> None:
    coverage = payload["coverage"]
    assert coverage["text"] == "3 of 6 passages have a place"
    assert sum(entry["count"] for entry in coverage["reasons"]) == coverage["silent"] == 3


def test_the_payload_is_plain_json(payload: dict[str, Any], workspace: Workspace) -> None:
    assert json.loads(json.dumps(payload))["stamp"] == workspace.stamp


def test_the_bundle_holds_every_panel(workspace: Workspace) -> None:
    bundle = bundle_payload(workspace, Countries())
    assert bundle is not None
    assert bundle["fort-alder"]["passages"][0]["quote"] == zoo.SENTENCES[1]


def test_the_map_counts_the_disagreements_and_names_their_features(tmp_path: Path) -> None:
    with closing(disputed.workspace(tmp_path)) as workspace:
        found = layers_payload(workspace, Countries())["disagreements"]
    assert found["text"] == "2 disagreements between documents"
    (about,) = found["about"]
    assert (about["id"], about["aspects"]) == ("rowan-2", ["date", "outcome"])


def test_without_a_disagreement_the_map_says_nothing_of_any(payload: dict[str, Any]) -> None:
    assert payload["disagreements"] == {"text": "", "about": []}
