"""The figures beside those of two independent scorers, on answers by people, where at hand."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from groundtext.cli import main
from groundtext.settings import ROOT

SHARED = ROOT.parent / "shared"
pytestmark = pytest.mark.skipif(
    not (SHARED / "gold").is_dir(), reason="the right answers are not part of the project"
)


@pytest.fixture(scope="module", params=["quotations", "originals"])
def workspace(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path: Path = tmp_path_factory.mktemp("shared") / "w.gpkg"
    documents = [str(SHARED / "documents")] if request.param == "originals" else []
    assert main(["build", *documents, "--no-review", "--workspace", str(path)]) == 0
    return path


def evaluated(*arguments: str) -> dict[str, Any]:
    command = [sys.executable, "-m", "groundtext.cli", "evaluate", *arguments, "--json"]
    shown = subprocess.run(command, capture_output=True, check=True, cwd=ROOT).stdout
    fields: dict[str, Any] = json.loads(shown)
    return fields


def scored(tool: str, gold: str, workspace: Path, file_format: str, *options: str) -> list[str]:
    """Return every number that the scorer prints."""
    exported = workspace.with_suffix(f".{file_format}")
    common = ["export", "--format", file_format, "--workspace", str(workspace)]
    assert main([*common, "--output", str(exported)]) == 0
    command = [sys.executable, str(SHARED / "tools" / tool), str(SHARED / "gold" / gold)]
    printed = subprocess.run(
        [*command, str(exported), *options], capture_output=True, text=True, check=True
    ).stdout
    return re.findall(r"[0-9.]+", printed.replace("F1", ""))


@pytest.mark.parametrize("options", [[], ["--reviewed"]])
def test_links_are_counted_as_the_scorer_counts(workspace: Path, options: list[str]) -> None:
    groups = ["--collections", str(SHARED / "facts" / "collections.json")]
    common = [*groups, "--kinds", "named,described", *options]
    expected = scored("score_evidence.py", "evidence.jsonl", workspace, "evidence-jsonl", *common)
    gold = str(SHARED / "gold" / "evidence.jsonl")
    links = evaluated(gold, "--workspace", str(workspace), *options)["links"]
    counts, wrong = links["counts"], [one["what"] for one in links["wrong"]]
    numbers = [counts["required"], counts["predicted"], wrong.count("wrong"), wrong.count("missed")]
    figures = [f"{one['value']:.3f}" for one in links["figures"].values()]
    assert [*map(str, numbers), *figures] == expected


def test_readings_are_counted_as_the_scorer_counts(workspace: Path) -> None:
    expected = scored("score_readings.py", "readings.jsonl", workspace, "mentions-jsonl")
    gold = str(SHARED / "gold" / "readings.jsonl")
    readings = evaluated(gold, "--workspace", str(workspace))["readings"]
    figures = [f"{one['value']:.3f}" for one in readings["figures"].values()]
    assert [str(readings["counts"]["required"]), *figures] == expected


def test_every_shared_answer_fits_its_document(workspace: Path) -> None:
    assert evaluated(str(SHARED / "gold"), "--workspace", str(workspace))["refused"] == []
