"""The folder that a newcomer starts with: all of it is used, and the map is as expected."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from groundtext.project import find_sources
from groundtext.project.building import import_into, open_or_create
from groundtext.project.report import ImportReport, Outcome
from groundtext.settings import ROOT
from groundtext.workspace import Workspace

if TYPE_CHECKING:
    from collections.abc import Iterator

FOLDER = ROOT / "examples" / "rhine-low-water"


@pytest.fixture(scope="module")
def imported(
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[tuple[ImportReport, Workspace]]:
    project = open_or_create(tmp_path_factory.mktemp("projects") / "rhine")
    report = import_into(project, find_sources([FOLDER]))
    workspace = Workspace.open(project.workspace)
    yield report, workspace
    workspace.close()


def test_every_file_is_used(imported: tuple[ImportReport, Workspace]) -> None:
    report, _ = imported
    assert {row.file: row.reasons for row in report.files if row.outcome is not Outcome.USED} == {}
    assert all(row.read == row.used + row.listed for row in report.files)


def test_it_holds_what_the_issue_asks_of_an_example(
    imported: tuple[ImportReport, Workspace],
) -> None:
    _, workspace = imported
    suffixes = {card.file.rpartition(".")[2] for card in workspace.document_cards()}
    assert len(workspace.document_cards()) >= 12
    assert suffixes == {"txt", "md", "html", "pdf", "docx", "eml"}
    assert len(workspace.layers()) == 3


@pytest.mark.parametrize(
    ("target", "at_least"),
    [("gauge-kaub", 10), ("port-duisburg", 5), ("betuweroute", 2), ("bonn-2019", 3)],
)
def test_features_have_their_sentences(
    imported: tuple[ImportReport, Workspace], target: str, at_least: int
) -> None:
    _, workspace = imported
    assert len(workspace.evidence([target])) >= at_least


def test_two_columns_are_not_spliced(imported: tuple[ImportReport, Workspace]) -> None:
    _, workspace = imported
    document = workspace.document("plan-reviewed")
    assert document is not None
    assert "promised a deeper Middle Rhine. A year and a half later no stone" in document.text


def test_a_passage_knows_its_page(imported: tuple[ImportReport, Workspace]) -> None:
    _, workspace = imported
    assert {element.page for element in workspace.elements("plan-reviewed")} == {1}
    [table] = {
        e.path.partition(",")[0] for e in workspace.elements("action-plan") if e.role == "table"
    }
    assert table == "table 1"


def test_what_stands_around_a_page_is_no_evidence(
    imported: tuple[ImportReport, Workspace],
) -> None:
    _, workspace = imported
    roles = {passage.role for passage in workspace.passages("dry-august")}
    assert "boilerplate" in roles
