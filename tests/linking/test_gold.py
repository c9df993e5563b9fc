"""The rules without review, against answers by people, where these are at hand."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from groundtext.documents import read_documents, split_passages
from groundtext.gazetteer import Gazetteer
from groundtext.layers import read_layers
from groundtext.linking import Linker
from groundtext.mentions import find_mentions
from groundtext.settings import DATA, LAYERS, ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

SHARED = ROOT.parent / "shared"
LEAST_F1 = 0.85

pytestmark = pytest.mark.skipif(
    not SHARED.is_dir(), reason="the originals and the gold are beside the repository, if at all"
)


def link_lines() -> Iterator[str]:
    found = read_layers(LAYERS)
    gazetteer = Gazetteer.open(DATA).with_features(found.features, found.collections)
    linker = Linker(found.layers, found.features, found.collections)
    for document in read_documents([SHARED / "documents"]).documents:
        passages = split_passages(document)
        for link in linker.link(document, passages, find_mentions(document, passages, gazetteer)):
            fields = {"document": document.file, "feature": link.target_id, "kind": link.kind}
            yield json.dumps({**fields, "start": link.span.start, "end": link.span.end})


def test_the_rules_find_what_people_found(tmp_path: Path) -> None:
    predicted = tmp_path / "links.jsonl"
    predicted.write_text("\n".join(link_lines()), encoding="utf-8")
    tool, gold = SHARED / "tools" / "score_evidence.py", SHARED / "gold" / "evidence.jsonl"
    groups = SHARED / "facts" / "collections.json"
    command = [sys.executable, str(tool), str(gold), str(predicted), "--collections", str(groups)]
    report = subprocess.run([*command, "--show"], capture_output=True, text=True, check=True).stdout
    score = re.search(r"F1 ([0-9.]+)", report)
    assert score is not None
    assert float(score[1]) >= LEAST_F1, report
