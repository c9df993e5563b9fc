from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from groundtext.project.building import build_project, open_or_create
from groundtext.project.documents import read_documents
from groundtext.project.importing import import_files
from groundtext.project.known import known_documents, say_known
from groundtext.project.report import FileReport, Outcome
from groundtext.project.sources import find_sources
from groundtext.workspace import Workspace
from tests.project.world import PlainReader, write

if TYPE_CHECKING:
    from pathlib import Path

    from groundtext.formats import Extract
    from groundtext.project import Project

BAGRAM = "text: In 2021 the last soldiers left Bagram at night, and nobody said so.\n"


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return open_or_create(tmp_path / "project")


def take(
    project: Project, *paths: Path, reader: PlainReader | None = None
) -> dict[str, FileReport]:
    journal = import_files(find_sources(paths), project, reader or PlainReader())
    return {row.file: row for row in journal.files}


def texts(project: Project) -> dict[str, str]:
    return {held.document.id: held.document.text for held in read_documents(project)[0]}


def test_a_text_is_kept_to_the_letter(project: Project, tmp_path: Path) -> None:
    rows = take(project, write(tmp_path / "in", night_txt=BAGRAM))
    assert rows["night.txt"].outcome is Outcome.USED
    assert texts(project) == {"night": BAGRAM.removeprefix("text: ")}


def test_what_is_refused_costs_nothing_else(project: Project, tmp_path: Path) -> None:
    rows = take(project, write(tmp_path / "in", night_txt=BAGRAM, picture_png="PNG"))
    assert (rows["picture.png"].outcome, rows["picture.png"].used) == (Outcome.REFUSED, 0)
    assert rows["picture.png"].reasons[0].startswith("picture.png is none of")
    assert rows["night.txt"].outcome is Outcome.USED


@pytest.mark.parametrize("again", [1, 3])
def test_the_same_file_again_changes_nothing(project: Project, tmp_path: Path, again: int) -> None:
    folder = write(tmp_path / "in", night_txt=BAGRAM)
    take(project, folder)
    before = sorted(path.stat().st_mtime_ns for path in project.documents.iterdir())
    for _ in range(again):
        assert take(project, folder)["night.txt"].used == 1
    assert sorted(path.stat().st_mtime_ns for path in project.documents.iterdir()) == before


def test_a_new_version_takes_the_place_of_the_old_one(project: Project, tmp_path: Path) -> None:
    take(project, write(tmp_path / "in", night_txt=BAGRAM))
    rows = take(project, write(tmp_path / "in", night_txt="text: All is told anew."))
    assert rows["night.txt"].outcome is Outcome.WARNED
    assert "is a new version" in rows["night.txt"].reasons[0]
    assert texts(project) == {"night": "All is told anew."}
    assert len(list(project.originals.iterdir())) == 2


def test_the_same_words_in_another_file_are_kept_once(project: Project, tmp_path: Path) -> None:
    rows = take(project, write(tmp_path / "in", night_txt=BAGRAM, other_txt=BAGRAM + "\n"))
    row = rows["other.txt"]
    assert (row.outcome, row.read, row.used, row.listed) == (Outcome.WARNED, 1, 0, 1)
    assert "word for word, as night.txt" in row.reasons[0]


def test_two_files_of_one_name_are_two_documents(project: Project, tmp_path: Path) -> None:
    write(tmp_path / "in" / "a", night_txt=BAGRAM)
    write(tmp_path / "in" / "b", night_txt="text: Another night.")
    rows = take(project, tmp_path / "in")
    assert sorted(rows) == ["a/night.txt", "b/night.txt"]
    assert sorted(texts(project)) == ["night", "night-2"]


def test_files_in_archives_are_read_as_deep_as_is_sensible(
    project: Project, tmp_path: Path
) -> None:
    nested = BAGRAM
    for name in ("four", "three", "two", "one"):
        nested = "archive: " + json.dumps({f"{name}.zip": nested, "page.txt": f"text: {name}"})
    row = take(project, write(tmp_path / "in", all_zip=nested))["all.zip"]
    assert (row.used, row.listed, row.outcome) == (3, 2, Outcome.WARNED)
    assert any("too many files deep" in reason for reason in row.reasons)


def test_a_table_beside_a_document_says_what_is_known(project: Project, tmp_path: Path) -> None:
    table = "file,title,published_edtf\nnight.txt,The last night,2021-07-06\ngone.txt,,\n"
    rows = take(project, write(tmp_path / "in", night_txt=BAGRAM, documents_csv=table))
    [held] = read_documents(project)[0]
    assert (held.document.title, held.document.published) == ("The last night", "2021-07-06")
    table_row = rows["documents.csv"]
    assert (table_row.read, table_row.used, table_row.listed) == (2, 1, 1)
    assert "'gone.txt'" in table_row.reasons[0]


def test_a_table_in_an_archive_counts_too(project: Project, tmp_path: Path) -> None:
    table = "file,title,published_edtf\nnight.txt,The last night,2021-07-06\n"
    archive = "archive: " + json.dumps({"x/documents.csv": table, "x/night.txt": BAGRAM})
    take(project, write(tmp_path / "in", all_zip=archive))
    assert read_documents(project)[0][0].document.published == "2021-07-06"


def test_what_a_citation_lacks_is_asked_for(project: Project, tmp_path: Path) -> None:
    row = take(project, write(tmp_path / "in", night_txt=BAGRAM))["night.txt"]
    assert row.missing == ("author", "publication date")


def test_a_link_is_not_followed(project: Project, tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text(BAGRAM, encoding="utf-8")
    (write(tmp_path / "in") / "link.txt").symlink_to(secret)
    reader = PlainReader()
    rows = take(project, tmp_path / "in", reader=reader)
    assert "is a link" in rows["link.txt"].reasons[0]
    assert reader.files == []


def test_a_layer_becomes_features(project: Project, tmp_path: Path) -> None:
    layer = "layer: " + json.dumps({"Bagram": (69.26, 34.95), "": (0, 1)})
    row = take(project, write(tmp_path / "in", sites_geojson=layer))["sites.geojson"]
    assert (row.read, row.used, row.listed, row.layers) == (2, 1, 1, ("sites",))


def test_ids_are_a_layers_own(project: Project, tmp_path: Path) -> None:
    layer = "layer: " + json.dumps({"Bagram": (69.26, 34.95)})
    rows = take(project, write(tmp_path / "in", a_geojson=layer, b_geojson=layer + " "))
    assert "'b-bagram'" in rows["b.geojson"].reasons[0]


def test_a_project_is_built_from_what_is_in_it(project: Project, tmp_path: Path) -> None:
    layer = "layer: " + json.dumps({"Bagram": (69.26, 34.95)})
    take(project, write(tmp_path / "in", sites_geojson=layer, night_txt=BAGRAM))
    build_project(project)
    workspace = Workspace.open(project.workspace)
    assert [found.link.target_id for found in workspace.evidence()] == ["bagram"]
    workspace.close()


def test_a_project_without_anything_can_be_built(project: Project) -> None:
    assert build_project(project).contents.features == ()


def test_an_import_that_was_stopped_goes_on(project: Project, tmp_path: Path) -> None:
    class Stops(PlainReader):
        def read(self, file: str, source: bytes) -> tuple[Extract, ...]:
            if file == "b.txt":
                raise KeyboardInterrupt
            return super().read(file, source)

    folder = write(tmp_path / "in", a_txt="text: One.", b_txt="text: Two.")
    with pytest.raises(KeyboardInterrupt):
        take(project, folder, reader=Stops())
    reader = PlainReader()
    rows = take(project, folder, reader=reader)
    assert [row.used for row in rows.values()] == [1, 1]
    assert reader.files == ["b.txt"]


def test_what_was_said_of_a_document_can_be_corrected_and_taken_back(
    project: Project, tmp_path: Path
) -> None:
    take(project, write(tmp_path / "in", night_txt=BAGRAM))
    say_known(project, {"night": {"author": "Reed", "published": "2021-07"}})
    say_known(project, {"night": {"author": "Reeve", "published": ""}})
    [known] = known_documents(project)
    assert (known["title"], known["author"], known["published"]) == ("Night", "Reeve", "")
    assert known["missing"] == ["publication date"]
    assert known["basis"] == "given by the user"
