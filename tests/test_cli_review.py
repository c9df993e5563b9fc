"""`groundtext review`: what was decided, who differs, and another's decisions taken in."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from groundtext.cli import main
from groundtext.decision import Verdict
from groundtext.exit_codes import REFUSED, USAGE
from groundtext.review import append_decisions, decisions_path, make_decision
from tests.export import zoo

if TYPE_CHECKING:
    from pathlib import Path

SPAN = zoo.span_of(zoo.SENTENCES[1])


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    made = zoo.workspace(tmp_path)
    made.close()
    return made.path


def decide(workspace: Path, by: str, verdict: Verdict, note: str = "") -> None:
    decision = make_decision(zoo.document(), SPAN, "fort-alder", verdict, by=by, note=note)
    append_decisions(decisions_path(workspace), [decision])


def summary(capsys: pytest.CaptureFixture[str], *arguments: str) -> dict[str, Any]:
    main(["review", "--json", *arguments])
    found: dict[str, Any] = json.loads(capsys.readouterr().out)
    return found


def test_without_decisions_there_is_nothing_to_say(
    workspace: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert summary(capsys, "--workspace", str(workspace))["decisions"] == 0


def test_anothers_decisions_are_added_once_and_conflicts_shown(
    workspace: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    other = tmp_path / "other.gpkg"
    decide(workspace, "A", Verdict.CONFIRMED)
    decide(other, "B", Verdict.REJECTED, "another fort")
    arguments = ("--workspace", str(workspace), "--merge", str(decisions_path(other)))
    first, second = summary(capsys, *arguments), summary(capsys, *arguments)
    assert (first["added"], second["added"], second["decisions"]) == (1, 0, 2)
    [conflict] = second["conflicts"]
    assert [said["by"] for said in conflict["said"]] == ["B", "A"]


def test_reports_are_said(workspace: Path, capsys: pytest.CaptureFixture[str]) -> None:
    decide(workspace, "a reader", Verdict.REPORTED, "this is about \x1b[31manother\x1b[0m place")
    assert main(["review", "--workspace", str(workspace)]) == 0
    said = capsys.readouterr().out
    assert "reported: workshops:" in said
    assert "\x1b" not in said


def test_a_faulty_line_is_named_and_costs_no_other(
    workspace: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    decide(workspace, "A", Verdict.CONFIRMED)
    with decisions_path(workspace).open("a", encoding="utf-8") as log:
        log.write("{nonsense\n")
    assert main(["review", "--workspace", str(workspace)]) == REFUSED
    output = capsys.readouterr()
    assert "1 decisions: 1 by A" in output.out
    assert "line 2" in output.err


def test_a_log_that_is_not_there_is_a_slip(
    workspace: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    missing = str(tmp_path / "gone.review.jsonl")
    assert main(["review", "--workspace", str(workspace), "--merge", missing]) == USAGE
    assert "no log of decisions" in capsys.readouterr().err
