from __future__ import annotations

import json
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from groundtext.evaluation import Choices, evaluate, read_subject
from groundtext.evaluation.gold import parse_gold
from groundtext.export.gold import gold_lines
from groundtext.model import EvidenceLink, LinkKind, LinkStatus
from groundtext.workspace import Workspace, write_workspace
from tests.export import zoo


def read(workspace: Workspace) -> list[dict[str, Any]]:
    return [json.loads(line) for line in gold_lines(workspace)]


def reviewed(folder: Path, *links: EvidenceLink) -> Workspace:
    contents = zoo.contents()
    analysis = replace(next(iter(contents.analyses)), links=links)
    write_workspace(folder / "w.gpkg", replace(contents, analyses=(analysis,)))
    return Workspace.open(folder / "w.gpkg")


def test_decisions_say_how_binding_a_link_is(zoo_workspace: Workspace) -> None:
    found = {line["feature"]: line["status"] for line in read(zoo_workspace)}
    assert found == {
        "fort-alder": "core",
        "northern-vales": "core",
        "rowan-1": "core",
        "alder-line": "rejected",
    }


def test_links_for_context_are_no_gold(zoo_workspace: Workspace) -> None:
    assert LinkKind.LOCATED not in {line["kind"] for line in read(zoo_workspace)}


def test_what_nobody_decided_on_is_neutral_beside_what_somebody_did(tmp_path: Path) -> None:
    undecided = replace(zoo.LINKS[1], status=LinkStatus.SUGGESTED)
    with closing(reviewed(tmp_path, zoo.LINKS[0], undecided)) as workspace:
        assert [line["status"] for line in read(workspace)] == ["core", "neutral"]


def test_a_document_that_nobody_reviewed_is_no_gold(tmp_path: Path) -> None:
    undecided = (replace(link, status=LinkStatus.SUGGESTED) for link in zoo.LINKS)
    with closing(reviewed(tmp_path, *undecided)) as workspace:
        assert read(workspace) == []


@settings(deadline=None)
@given(st.lists(st.sampled_from(LinkStatus), min_size=4, max_size=4))
def test_a_reviewed_workspace_agrees_with_its_own_gold(
    tmp_path_factory: pytest.TempPathFactory, statuses: list[LinkStatus]
) -> None:
    links = [replace(one, status=s) for one, s in zip(zoo.LINKS, statuses, strict=False)]
    with closing(reviewed(tmp_path_factory.mktemp("own"), *links)) as workspace:
        gold = parse_gold("\n".join(gold_lines(workspace)), "own.jsonl")
        subject = read_subject(workspace, gold.document_ids)
    evaluation = evaluate(gold, subject, Choices())
    assert evaluation.refused == ()
    if LinkStatus.CONFIRMED in statuses:
        assert [one.value for one in evaluation.parts[0].figures.values()] == [1.0, 1.0, 1.0]
        assert evaluation.parts[0].wrong == ()
