"""Decisions made after a build show in the workspace, as a build with them would have it."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from groundtext.decision import Verdict
from groundtext.errors import WorkspaceError
from groundtext.model import LinkStatus
from groundtext.review import append_decisions, decisions_path, make_decision
from groundtext.workspace import Workspace, revise_workspace
from tests.export import zoo

if TYPE_CHECKING:
    from pathlib import Path

    from groundtext.model import EvidenceLink


@pytest.fixture
def path(tmp_path: Path) -> Path:
    workspace = zoo.workspace(tmp_path)
    workspace.close()
    with closing(sqlite3.connect(workspace.path)) as connection:
        connection.execute("UPDATE links SET status = 'suggested', decided_by = '', note = ''")
        connection.execute("UPDATE links SET decided_at = ''")
        connection.commit()
    return workspace.path


def links(path: Path) -> tuple[EvidenceLink, ...]:
    revise_workspace(path)
    workspace = Workspace.open(path)
    found = workspace.links("workshops")
    workspace.close()
    return found


def stamp(path: Path) -> str:
    workspace = Workspace.open(path)
    workspace.close()
    return workspace.stamp


def decide(path: Path, verdict: Verdict, link: EvidenceLink, **fields: object) -> None:
    decision = make_decision(zoo.document(), link.span, link.target_id, verdict, by="R", **fields)
    append_decisions(decisions_path(path), [decision])


def suggested(path: Path) -> EvidenceLink:
    return next(link for link in links(path) if link.status is LinkStatus.SUGGESTED)


def status_of(path: Path, link: EvidenceLink) -> list[LinkStatus]:
    key = (link.span, link.target_id)
    return [each.status for each in links(path) if (each.span, each.target_id) == key]


def test_without_a_log_nothing_changes(path: Path) -> None:
    before = path.read_bytes()
    revise_workspace(path)
    assert path.read_bytes() == before


def test_a_decision_shows_and_changes_the_stamp(path: Path) -> None:
    link, before = suggested(path), stamp(path)
    decide(path, Verdict.REJECTED, link, note="not this fort")
    assert status_of(path, link) == [LinkStatus.REJECTED]
    assert stamp(path) != before


def test_taking_a_decision_back_gives_the_links_as_they_were(path: Path) -> None:
    link, before = suggested(path), links(path)
    decide(path, Verdict.CONFIRMED, link)
    assert links(path) != before
    decide(path, Verdict.WITHDRAWN, link)
    assert links(path) == before


def test_an_added_link_is_there_and_can_be_taken_back(path: Path) -> None:
    link, before = suggested(path), links(path)
    passage = zoo.span_of(zoo.SENTENCES[4])
    decision = make_decision(
        zoo.document(), passage, link.target_id, Verdict.ADDED, by="R", note="x"
    )
    append_decisions(decisions_path(path), [decision])
    assert len(links(path)) == len(before) + 1
    workspace = Workspace.open(path)
    assert next(p for p in workspace.coverage().silent if p[1]) is not None
    workspace.close()


def test_a_second_look_changes_nothing(path: Path) -> None:
    decide(path, Verdict.CONFIRMED, suggested(path))
    revise_workspace(path)
    before = path.read_bytes()
    revise_workspace(path)
    assert path.read_bytes() == before


def test_a_file_that_is_no_workspace_says_so(tmp_path: Path) -> None:
    path = tmp_path / "a.gpkg"
    path.write_bytes(b"no database at all, but long enough to be one" * 20)
    decisions_path(path).write_text("{}\n", encoding="utf-8")
    with pytest.raises(WorkspaceError, match="cannot be laid over it"):
        revise_workspace(path)
