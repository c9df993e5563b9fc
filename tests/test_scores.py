"""The figures that the shipped workspace and the program's own links must reach."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from groundtext.cli import main
from groundtext.settings import ROOT

SHARED = ROOT.parent / "shared"
SCORER = SHARED / "tools" / "score_evidence.py"
pytestmark = pytest.mark.skipif(
    not SCORER.is_file(), reason="the right answers are not part of the project"
)


def f1(workspace: Path, *options: str) -> float:
    exported = workspace.with_suffix(".jsonl")
    common = ["export", "--format", "evidence-jsonl", "--workspace", str(workspace)]
    assert main([*common, "--output", str(exported)]) == 0
    command = [sys.executable, str(SCORER), str(SHARED / "gold" / "evidence.jsonl"), str(exported)]
    command += ["--collections", str(SHARED / "facts" / "collections.json")]
    command += ["--kinds", "named,described", *options]
    printed = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    found = re.search(r"F1 ([0-9.]+)", printed)
    assert found
    return float(found.group(1))


def test_the_shipped_map_is_right(tmp_path: Path) -> None:
    assert main(["build", "--workspace", str(tmp_path / "w.gpkg")]) == 0
    assert f1(tmp_path / "w.gpkg", "--reviewed") >= 0.97


def test_the_program_alone_finds_most_of_it(tmp_path: Path) -> None:
    workspace = tmp_path / "w.gpkg"
    documents = str(SHARED / "documents")
    assert main(["build", documents, "--no-review", "--workspace", str(workspace)]) == 0
    assert f1(workspace) >= 0.70
