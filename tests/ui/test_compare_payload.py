"""Who speaks of what: the matrix counts what the panels show, and silence has reasons."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from groundtext.model import LinkStatus
from groundtext.pipeline import Sources, build
from groundtext.portrayal.countries import Countries
from groundtext.ui.compare_payload import compare_payload, silent_payload
from groundtext.ui.panels import Panels
from groundtext.workspace import Analysis, Workspace, write_workspace
from tests import zoo

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture(scope="module")
def shipped(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    path = tmp_path_factory.mktemp("compare") / "shipped.gpkg"
    build(Sources(), path)
    with closing(Workspace.open(path)) as workspace:
        yield workspace


def test_every_row_counts_what_its_panel_shows(shipped: Workspace) -> None:
    payload = compare_payload(shipped, Countries())
    panels = Panels(shipped, Countries())
    assert [row["id"] for row in payload["rows"]] == [
        *(feature.id for feature in shipped.features()),
        *(group.id for group in shipped.collections()),
    ]
    for row in payload["rows"]:
        own, shown = panels.counts(row["id"])
        assert sum(cell[1] for cell in row["cells"]) == own
        assert sum(cell[1] + cell[2] for cell in row["cells"]) == shown
        named = [payload["documents"][cell[0]]["id"] for cell in row["cells"]]
        assert sorted(named) == panels.documents(row["id"])


def test_a_document_counts_a_passage_once_whatever_it_supports(shipped: Workspace) -> None:
    payload = compare_payload(shipped, Countries())
    told = sum(document["evidence"] for document in payload["documents"])
    own = sum(cell[1] for row in payload["rows"] for cell in row["cells"])
    assert told == shipped.coverage().n_on_map < own


def test_every_feature_without_evidence_has_a_reason_and_no_other(shipped: Workspace) -> None:
    payload = compare_payload(shipped, Countries())
    silent = {row["id"] for row in payload["rows"] if row["layer"] and not row["cells"]}
    assert {entry["id"] for entry in payload["silent"]} == silent
    assert all(entry["reason"].endswith(".") for entry in payload["silent"])


def test_the_silent_passages_are_those_that_the_coverage_counts(shipped: Workspace) -> None:
    payload = compare_payload(shipped, Countries())
    assert [(p["reason"], p["count"]) for p in payload["passages"]] == list(
        shipped.coverage().silent
    )
    for reason, count in shipped.coverage().silent:
        rows = silent_payload(shipped, reason)["passages"]
        assert len(rows) == min(count, 200)
        for row in rows:
            document = shipped.document(row["document"])
            assert document is not None
            assert row["quote"] == document.text[row["start"] : row["end"]]


def test_what_a_reviewer_rejected_is_told_as_such(tmp_path: Path) -> None:
    rejected = replace(zoo.link(), status=LinkStatus.REJECTED)
    analysis = Analysis(zoo.document(), zoo.passages(), zoo.mentions(), (rejected,), zoo.dates())
    write_workspace(tmp_path / "w.gpkg", zoo.contents(analyses=(analysis,), disagreements=()))
    with closing(Workspace.open(tmp_path / "w.gpkg")) as workspace:
        reasons = {e["id"]: e["reason"] for e in compare_payload(workspace, Countries())["silent"]}
    assert reasons[zoo.link().target_id].startswith("A reviewer found no support in 1 passage ")
    assert reasons["a-road"] == "No document here mentions it."
