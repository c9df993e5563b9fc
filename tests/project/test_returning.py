"""Exports that are imported: the same workspace again, whoever wrote the file."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from groundtext.errors import ProjectError
from groundtext.export import export
from groundtext.formats import Extract
from groundtext.formats.reading import read_foreign
from groundtext.model import LinkStatus
from groundtext.project.building import build_project
from groundtext.project.folder import Project, create_project
from groundtext.project.importing import import_files
from groundtext.project.report import FileReport, Outcome
from groundtext.project.returning import read_given
from groundtext.project.sources import find_sources
from groundtext.workspace import Workspace
from tests.export import hostile, zoo


class Reader:
    """Reads in this process."""

    def read(self, file: str, source: bytes) -> tuple[Extract, ...]:
        return tuple(read_foreign(file, source))


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return create_project(tmp_path / "project")


@pytest.fixture(params=["zoo", "hostile"])
def original(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Workspace]:
    if request.param == "hostile":
        with hostile.workspace(tmp_path) as opened:
            yield opened
    else:
        with closing(zoo.workspace(tmp_path)) as opened:
            yield opened


def take(project: Project, folder: Path, contents: bytes, name: str = "export.json") -> FileReport:
    path = folder / name
    path.write_bytes(contents)
    (row,) = import_files(find_sources([path]), project, Reader()).end().files
    return row


def built(project: Project) -> Workspace:
    build_project(project)
    return Workspace.open(project.workspace)


@pytest.mark.parametrize("form", ["geojson", "lpf"])
def test_an_export_gives_the_same_workspace_again(
    original: Workspace, project: Project, tmp_path: Path, form: str
) -> None:
    row = take(project, tmp_path, export(original, form))
    assert (row.outcome, row.listed) == (Outcome.USED, 0)
    with closing(built(project)) as again:
        (card,) = original.document_cards()
        assert again.links(card.id) == original.links(card.id)
        assert {f.id: f for f in again.features()} == {f.id: f for f in original.features()}
        assert again.collections() == original.collections()
        assert again.elements(card.id) == original.elements(card.id)
        assert export(again, "evidence-jsonl") == export(original, "evidence-jsonl")


def test_annotations_bring_links_and_quotations(
    original: Workspace, project: Project, tmp_path: Path
) -> None:
    take(project, tmp_path, export(original, "geojson", []), "layers.json")
    row = take(project, tmp_path, export(original, "annotations"))
    (card,) = original.document_cards()
    assert row.listed == 0
    assert sorted(read_given(project)[card.id], key=lambda link: (link.span, link.target_id)) == (
        sorted(original.links(card.id), key=lambda link: (link.span, link.target_id))
    )


def test_the_same_export_again_changes_nothing(project: Project, tmp_path: Path) -> None:
    with closing(zoo.workspace(tmp_path)) as original:
        contents = export(original, "geojson")
    take(project, tmp_path, contents)
    before = {path: path.read_bytes() for path in project.folder.rglob("*.json") if path.is_file()}
    row = take(project, tmp_path, contents)
    assert row.listed == 0
    after = {path: path.read_bytes() for path in before}
    assert after == before


def test_quotations_of_two_exports_are_held_together(project: Project, tmp_path: Path) -> None:
    with closing(zoo.workspace(tmp_path)) as original:
        take(project, tmp_path, export(original, "geojson", ["forts"]))
        row = take(project, tmp_path, export(original, "geojson", ["meetings"]))
    assert row.listed == 0
    (links,) = read_given(project).values()
    assert {link.target_id for link in links} == {"fort-alder", "rowan-1"}


def test_a_rejected_link_comes_back_rejected(project: Project, tmp_path: Path) -> None:
    with closing(zoo.workspace(tmp_path)) as original:
        take(project, tmp_path, export(original, "lpf"))
    (links,) = read_given(project).values()
    assert [link.target_id for link in links if link.status is LinkStatus.REJECTED] == [
        "alder-line"
    ]


def forged(tmp_path: Path, **changes: object) -> bytes:
    """Return an export in which the first fort's first link was tampered with."""
    with closing(zoo.workspace(tmp_path)) as original:
        document: dict[str, Any] = json.loads(export(original, "geojson"))
    (fort,) = (each for each in document["features"] if each["id"] == "fort-alder")
    fort["properties"]["evidence"][0].update(changes)
    return json.dumps(document).encode()


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"score": 7}, "its score is 7"),
        ({"document": "elsewhere"}, "which document that is"),
        ({"start": 0, "end": 10**9}, "cannot stand at 0 to 1000000000"),
        ({"also_at": [[5, 10**6]], "also_quotes": [""]}, "outside the document"),
    ],
)
def test_a_forged_link_is_listed_and_costs_no_other(
    project: Project, tmp_path: Path, changes: dict[str, object], reason: str
) -> None:
    row = take(project, tmp_path, forged(tmp_path, **changes))
    assert (row.outcome, row.listed) == (Outcome.WARNED, 1)
    assert reason in " ".join(row.reasons)
    (links,) = read_given(project).values()
    assert len(links) == len(zoo.LINKS) - 1


def test_other_words_than_those_that_are_here_are_listed(project: Project, tmp_path: Path) -> None:
    with closing(zoo.workspace(tmp_path)) as original:
        take(project, tmp_path, export(original, "geojson"))
    quote = "X" * len(zoo.SENTENCES[1])
    row = take(project, tmp_path, forged(tmp_path, quote=quote))
    assert "other words stand there" in " ".join(row.reasons)
    with closing(built(project)) as again:
        (card,) = again.document_cards()
        document = again.document(card.id)
    assert document is not None
    assert "XX" not in document.text


def test_a_damaged_file_of_links_is_named(project: Project) -> None:
    (project.folder / "links.json").write_text('[{"start": 1}]', encoding="utf-8")
    with pytest.raises(ProjectError, match=r"links.json: is damaged"):
        read_given(project)
