from __future__ import annotations

import json
from pathlib import Path

import pytest

from benchmarks.figures import BenchmarkError
from benchmarks.pages import PICKED, naive_page, our_page, read_scene
from groundtext.settings import LAYERS

QUOTE = 'He said: "The airfield is quiet."'


@pytest.fixture
def evidence(tmp_path: Path) -> Path:
    path = tmp_path / "evidence.jsonl"
    path.write_text(json.dumps({"feature": PICKED, "quote": QUOTE}) + "\n", encoding="utf-8")
    return path


def test_the_scene_counts_what_both_pages_draw(evidence: Path) -> None:
    scene = read_scene(LAYERS, evidence)
    assert PICKED in scene.toggled_ids
    assert set(scene.toggled_ids) < set(scene.ids)
    assert scene.toggled_points <= scene.points < len(scene.ids)
    assert scene.quotes == (QUOTE,)


def test_a_feature_without_evidence_cannot_be_picked(tmp_path: Path) -> None:
    empty = tmp_path / "evidence.jsonl"
    empty.write_text("", encoding="utf-8")
    with pytest.raises(BenchmarkError, match=f"no evidence for '{PICKED}' in evidence.jsonl"):
        read_scene(LAYERS, empty)


def test_a_quote_stands_in_the_script_as_a_literal(evidence: Path) -> None:
    scene = read_scene(LAYERS, evidence)
    for page in (our_page(scene), naive_page(scene)):
        assert json.dumps(scene.quotes) in page.shown
