"""A build whose analyses do not fit into memory gives the same workspace as one whose do."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from groundtext.ingest import ingesting
from groundtext.pipeline import Sources, build

TRIAL = Path(__file__).parent.parent / "trials" / "region" / "documents"
TABLES = ("documents", "passages", "mentions", "candidates", "places", "links", "dates", "listed")


def rows(path: Path) -> dict[str, list[tuple[object, ...]]]:
    with closing(sqlite3.connect(path)) as connection:
        return {table: connection.execute(f"SELECT * FROM {table}").fetchall() for table in TABLES}  # noqa: S608


def test_what_is_read_back_from_the_disk_is_what_was_found(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sources = Sources(documents=(TRIAL,))
    build(sources, tmp_path / "memory.gpkg")
    monkeypatch.setattr(ingesting, "_MOST_IN_MEMORY", 100)
    built = build(sources, tmp_path / "disk.gpkg")
    assert isinstance(built.contents.analyses.analyses, ingesting.Kept)  # type: ignore[attr-defined]
    assert rows(tmp_path / "disk.gpkg") == rows(tmp_path / "memory.gpkg")
    assert not list(tmp_path.glob(".*.parts"))
