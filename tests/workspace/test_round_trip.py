from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import geopandas as gpd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from groundtext.errors import WorkspaceError
from groundtext.model import Feature, LinkStatus
from groundtext.workspace import (
    Analysis,
    Coverage,
    Workspace,
    features_below,
    write_workspace,
)
from groundtext.workspace.geopackage import decode_geometry, encode_geometry
from tests import zoo


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    path = tmp_path / "w.gpkg"
    write_workspace(path, zoo.contents())
    return Workspace.open(path)


def test_what_is_written_is_what_is_read(workspace: Workspace) -> None:
    assert workspace.layers() == zoo.layers()
    assert {f.id: f for f in workspace.features()} == {f.id: f for f in zoo.features()}
    assert set(workspace.collections()) == set(zoo.collections())
    assert workspace.document("dispatch") == zoo.document()
    assert workspace.passages("dispatch") == zoo.passages()
    assert workspace.mentions("dispatch") == zoo.mentions()
    assert workspace.links("dispatch") == (zoo.link(),)
    assert workspace.listed() == zoo.contents().listed
    assert workspace.dates("dispatch") == zoo.dates()
    assert workspace.disagreements() == zoo.contents().disagreements


def test_a_document_is_read_with_all_that_was_found_in_it(workspace: Workspace) -> None:
    assert workspace.analysis("dispatch") == next(iter(zoo.contents().analyses))
    with pytest.raises(WorkspaceError, match="w.gpkg: there is no document 'atlantis'"):
        workspace.analysis("atlantis")


def test_an_evidence_quote_is_the_slice_beyond_the_basic_multilingual_plane(
    workspace: Workspace,
) -> None:
    [evidence] = workspace.evidence(["geneva-talks"])
    assert evidence.quote == zoo.TEXT[zoo.FIRST.start : zoo.FIRST.end]
    assert evidence.document.n_evidence == 1


def test_a_rejected_link_is_kept_but_is_no_evidence(tmp_path: Path) -> None:
    rejected = zoo.link(status=LinkStatus.REJECTED, note="another Geneva")
    analysis = Analysis(zoo.document(), zoo.passages(), zoo.mentions(), (rejected,))
    write_workspace(tmp_path / "w.gpkg", zoo.contents(analyses=(analysis,)))
    workspace = Workspace.open(tmp_path / "w.gpkg")
    assert workspace.evidence() == ()
    assert workspace.links("dispatch") == (rejected,)
    assert ("a reviewer found no support in it", 1) in workspace.coverage().silent


def test_coverage_counts_every_passage_and_says_why_not_the_rest(workspace: Workspace) -> None:
    silent = (("around the text, not in it", 1), ("names places only as actors", 1))
    assert workspace.coverage() == Coverage(n_passages=3, n_on_map=1, silent=silent)


def test_what_is_below_a_collection_is_found_at_any_depth(workspace: Workspace) -> None:
    by_id = {group.id: group for group in workspace.collections()}
    below = {"swiss-talks", "geneva-talks", "a-road", "an-area"}
    assert features_below("everything", by_id) == below
    assert features_below("a-road", by_id) == frozenset()


def test_an_unknown_id_is_none(workspace: Workspace) -> None:
    assert workspace.feature("atlantis") is None
    assert workspace.document("atlantis") is None
    assert workspace.evidence(["atlantis"]) == ()


def test_equal_contents_give_equal_bytes_whatever_their_order(tmp_path: Path) -> None:
    other = replace(zoo.document(), id="other", file="other.txt")
    analyses = (*zoo.contents().analyses, Analysis(other, (), (), ()))
    one = write_workspace(tmp_path / "1.gpkg", zoo.contents(analyses=analyses))
    two = write_workspace(tmp_path / "2.gpkg", zoo.contents(analyses=analyses[::-1]))
    assert one == two
    assert (tmp_path / "1.gpkg").read_bytes() == (tmp_path / "2.gpkg").read_bytes()


def test_the_stamp_changes_with_any_value(tmp_path: Path) -> None:
    stamps = {
        write_workspace(tmp_path / "w.gpkg", contents)
        for contents in (
            zoo.contents(),
            zoo.contents(features=(zoo.feature(note="moved"),)),
            zoo.contents(listed=()),
        )
    }
    assert len(stamps) == 3


def test_a_failed_build_leaves_the_old_workspace(tmp_path: Path) -> None:
    path = tmp_path / "w.gpkg"
    stamp = write_workspace(path, zoo.contents())
    with pytest.raises(KeyError, match="nowhere"):
        write_workspace(path, zoo.contents(features=(zoo.feature(layer_id="nowhere"),)))
    assert Workspace.open(path).stamp == stamp
    assert [file.name for file in tmp_path.iterdir()] == ["w.gpkg"]


def test_a_missing_workspace_says_how_to_make_one(tmp_path: Path) -> None:
    with pytest.raises(WorkspaceError, match="w.gpkg: there is no such workspace; make it with"):
        Workspace.open(tmp_path / "w.gpkg")


def test_a_file_that_is_no_workspace_is_refused(tmp_path: Path) -> None:
    (tmp_path / "w.gpkg").write_bytes(b"not a database at all" * 100)
    with pytest.raises(WorkspaceError, match="w.gpkg: not a Groundtext workspace, or damaged"):
        Workspace.open(tmp_path / "w.gpkg")


def test_a_workspace_of_another_schema_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "w.gpkg"
    write_workspace(path, zoo.contents())
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE about SET value = '99' WHERE key = 'schema'")
    connection.close()
    with pytest.raises(WorkspaceError, match="made with schema 99"):
        Workspace.open(path)


def test_gdal_reads_the_same_features(workspace: Workspace) -> None:
    frame = gpd.read_file(workspace.path, layer="features").set_index("feature_id")
    assert frame.crs == "EPSG:4326"
    assert {f.id: f.geometry for f in workspace.features()} == frame.geometry.to_dict()


@given(st.sampled_from(zoo.features()))
@settings(deadline=None)
def test_a_geometry_survives_its_blob(feature: Feature) -> None:
    geometry = feature.geometry
    assert decode_geometry(encode_geometry(geometry)).equals_exact(geometry, 0)


def test_a_foreign_blob_is_refused() -> None:
    with pytest.raises(ValueError, match="a geometry begins with b'GP"):
        decode_geometry(b"GP\x00\x01" + b"\x00" * 40)


def test_held_spans_survive(tmp_path: Path) -> None:
    quoted = replace(zoo.document(), complete=False, held=(zoo.FIRST, zoo.SECOND))
    analyses = (Analysis(quoted, (), (), ()),)
    write_workspace(tmp_path / "w.gpkg", zoo.contents(analyses=analyses))
    assert Workspace.open(tmp_path / "w.gpkg").document("dispatch") == quoted


def read_all(workspace: Workspace) -> None:
    for read in (workspace.features, workspace.evidence):
        read()
    for read_of in (workspace.mentions, workspace.document):
        read_of("dispatch")


@pytest.mark.parametrize(
    ("table", "column", "value"),
    [
        ("features", "geom", b"GP"),
        ("features", "sources", "[1"),
        ("features", "precision", "somewhere"),
        ("links", "matches", "[[1]]"),
        ("mentions", "reading", "sung"),
        ("documents", "held", "{"),
    ],
)
def test_a_damaged_cell_is_an_error_that_names_the_file(
    tmp_path: Path, table: str, column: str, value: object
) -> None:
    path = tmp_path / "w.gpkg"
    write_workspace(path, zoo.contents())
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute(f"UPDATE {table} SET {column} = ?", (value,))  # noqa: S608  our names
    workspace = Workspace.open(path)
    with pytest.raises(WorkspaceError, match="w.gpkg: cannot be read, it is damaged"):
        read_all(workspace)


def test_a_place_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(WorkspaceError, match="cannot be written .* another file with --workspace"):
        write_workspace(tmp_path / "file" / "w.gpkg", zoo.contents())
