from __future__ import annotations

import json
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from groundtext.export.annotations import annotations_text
from groundtext.workspace import Workspace
from tests.export import hostile, zoo

SCHEMA = json.loads((Path(__file__).parent / "annotations.schema.json").read_text(encoding="utf-8"))


def items(workspace: Workspace) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(annotations_text(workspace))["first"]["items"]
    return found


def selectors(item: dict[str, Any]) -> tuple[dict[str, Any], dict[str, Any]]:
    quote, position = item["target"]["selector"]
    return quote, position


@pytest.mark.parametrize("name", ["zoo", "hostile", "shipped"])
def test_it_is_what_the_recommendation_asks_for(name: str, request: pytest.FixtureRequest) -> None:
    workspace: Workspace = request.getfixturevalue(f"{name}_workspace")
    found = json.loads(annotations_text(workspace))
    faults = Draft202012Validator(SCHEMA).iter_errors(found)
    assert [(list(fault.path), fault.message) for fault in faults] == []
    assert found["total"] == len(found["first"]["items"])


def test_ids_are_unique(shipped_workspace: Workspace) -> None:
    ids = [item["id"] for item in items(shipped_workspace)]
    assert len(set(ids)) == len(ids)


@pytest.mark.parametrize("name", ["zoo", "hostile"])
def test_both_selectors_select_the_same_words(name: str, request: pytest.FixtureRequest) -> None:
    workspace: Workspace = request.getfixturevalue(f"{name}_workspace")
    (card,) = workspace.document_cards()
    document = workspace.document(card.id)
    assert document is not None
    for item in items(workspace):
        quote, position = selectors(item)
        start, end = position["start"], position["end"]
        assert document.text[start:end] == quote["exact"]
        assert document.text[:start].endswith(quote.get("prefix", ""))
        assert document.text[end:].startswith(quote.get("suffix", ""))


def test_around_a_quotation_there_is_nothing_that_is_not_held(tmp_path: Path) -> None:
    with closing(zoo.workspace(tmp_path, complete=False)) as workspace:
        quotes = [selectors(item)[0] for item in items(workspace)]
    assert [set(quote) for quote in quotes] == [{"type", "exact"}] * len(zoo.LINKS)


def test_a_rejected_link_is_an_assessment_and_no_link(zoo_workspace: Workspace) -> None:
    by_target = {item["groundtext"]["target"]: item for item in items(zoo_workspace)}
    assert by_target["alder-line"]["motivation"] == "assessing"
    assert by_target["fort-alder"]["motivation"] == "linking"


def test_it_says_who_decided_when_and_why(hostile_workspace: Workspace) -> None:
    item = items(hostile_workspace)[0]
    texts = {body["purpose"]: body.get("value") for body in item["body"]}
    assert item["creator"] == {"type": "Person", "name": hostile.ALL}
    assert item["created"] == "2026-11-23T00:00:00Z"
    assert texts["describing"] == texts["commenting"] == hostile.ALL


def test_the_body_is_the_feature_or_the_group(zoo_workspace: Workspace) -> None:
    sources = {item["body"][0]["source"] for item in items(zoo_workspace)}
    assert "urn:groundtext:feature:fort-alder" in sources
    assert "urn:groundtext:group:northern-vales" in sources
