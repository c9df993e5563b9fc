from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from groundtext.export.evidence import evidence_lines, mention_lines
from groundtext.pipeline import Sources, build
from groundtext.workspace import Workspace
from tests.export import zoo

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path


def read(lines: Iterable[str]) -> list[dict[str, Any]]:
    return [json.loads(line) for line in lines]


def test_each_line_is_one_link_with_the_keys_of_the_gold_files(zoo_workspace: Workspace) -> None:
    first = read(evidence_lines(zoo_workspace))[0]
    assert first == {
        "document": "workshops.txt",
        "start": zoo.span_of(zoo.SENTENCES[1]).start,
        "end": zoo.span_of(zoo.SENTENCES[1]).end,
        "quote": zoo.SENTENCES[1],
        "feature": "fort-alder",
        "kind": "named",
        "score": 0.9,
        "reason": "“Fort Alder” is its name.",
        "status": "confirmed",
    }


def test_a_collection_comes_once_and_rejected_or_located_links_never(
    zoo_workspace: Workspace,
) -> None:
    targets = [link["feature"] for link in read(evidence_lines(zoo_workspace))]
    assert targets == ["fort-alder", "northern-vales", "rowan-1"]


def test_a_quote_is_the_slice_of_its_document(zoo_workspace: Workspace) -> None:
    document = zoo_workspace.document("workshops")
    assert document is not None
    for link in read(evidence_lines(zoo_workspace)):
        assert document.text[link["start"] : link["end"]] == link["quote"]


def test_no_text_can_break_a_line(zoo_workspace: Workspace) -> None:
    lines = list(evidence_lines(zoo_workspace))
    assert "\n".join(lines).splitlines() == lines
    assert any("\\u202e" in line for line in lines)


def test_mentions_are_in_order_with_the_best_place(zoo_workspace: Workspace) -> None:
    fort, oakville, rowan = read(mention_lines(zoo_workspace))
    assert (fort["lon"], fort["lat"], fort["place"]) == (69.2, 34.9, "feature:fort-alder")
    assert (oakville["reading"], oakville["lon"]) == ("associative", None)
    assert (rowan["reading"], rowan["place"]) == ("organisation", None)


def test_the_lines_are_the_same_every_time(zoo_workspace: Workspace) -> None:
    assert list(evidence_lines(zoo_workspace)) == list(evidence_lines(zoo_workspace))
    assert list(mention_lines(zoo_workspace)) == list(mention_lines(zoo_workspace))


def test_a_people_has_no_point(tmp_path: Path) -> None:
    source = tmp_path / "note.txt"
    source.write_text("Afghan troops left Kabul.", encoding="utf-8")
    workspace = tmp_path / "w.gpkg"
    build(Sources(documents=(source,)), workspace)
    people, town = read(mention_lines(Workspace.open(workspace)))
    assert (people["kind"], people["lon"], people["place"]) == ("demonym", None, "country:AFG")
    assert town["lon"] is not None
