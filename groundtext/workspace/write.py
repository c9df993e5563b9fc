"""Contents → one GeoPackage file, whole or not at all."""

from __future__ import annotations

import hashlib
import json
import os
import sqlite3
from contextlib import closing
from itertools import count
from typing import TYPE_CHECKING

from groundtext import __version__
from groundtext.errors import WorkspaceError
from groundtext.review import decision_line
from groundtext.workspace import geopackage
from groundtext.workspace.document_rows import DocumentRows
from groundtext.workspace.schema import (
    ATTRIBUTE_TABLES,
    FEATURE_TABLE,
    SCHEMA_VERSION,
    TABLES,
)
from groundtext.workspace.search_rows import fill_search

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator
    from pathlib import Path

    from groundtext.disagreement import Disagreement
    from groundtext.workspace.contents import Analysis, Contents
    from groundtext.workspace.document_rows import Row


def write_workspace(path: Path, contents: Contents) -> str:
    """Write the contents and return their stamp, a digest that changes with any of them.

    The file appears whole, by renaming: readers of an older one keep what they had.

    Raises
    ------
    WorkspaceError
        If the file cannot be written.
    """
    try:
        return _write_whole(path, contents)
    except (OSError, sqlite3.OperationalError) as error:
        raise WorkspaceError(
            f"{path}: cannot be written ({error}); name another file with --workspace."
        ) from error


def _write_whole(path: Path, contents: Contents) -> str:
    path.parent.mkdir(parents=True, exist_ok=True)
    unfinished = path.with_name(f".{path.name}.{os.getpid()}.part")
    unfinished.unlink(missing_ok=True)
    try:
        stamp = _write(unfinished, contents)
        with unfinished.open("rb+") as file:
            os.fsync(file.fileno())
        unfinished.replace(path)
    finally:
        unfinished.unlink(missing_ok=True)
    return stamp


def _write(path: Path, contents: Contents) -> str:
    digest = hashlib.sha256(f"{SCHEMA_VERSION} {__version__}".encode())
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        # Nobody else sees this file before it is whole: no journal is needed.
        connection.execute("PRAGMA journal_mode = OFF")
        connection.executescript(geopackage.TABLES + TABLES)
        connection.execute("BEGIN")
        for table, row in _rows(contents):
            digest.update(repr((table, row)).encode())
            marks = ", ".join("?" * len(row))
            connection.execute(f"INSERT INTO {table} VALUES ({marks})", row)  # noqa: S608  our own table names
        fill_search(connection, contents)
        stamp = digest.hexdigest()
        connection.executemany(
            "INSERT INTO about (key, value) VALUES (?, ?)",
            [
                *(("schema", str(SCHEMA_VERSION)), ("version", __version__)),
                *(("stamp", stamp), ("built", stamp), ("log", contents.log)),
            ],
        )
        geopackage.write_catalogue(
            connection,
            feature_table=FEATURE_TABLE,
            attribute_tables=ATTRIBUTE_TABLES,
            bounds=_bounds(contents),
        )
        connection.execute("COMMIT")
    return stamp


def _bounds(contents: Contents) -> tuple[float, float, float, float] | None:
    boxes = [feature.geometry.bounds for feature in contents.features]
    if not boxes:
        return None
    wests, souths, easts, norths = zip(*boxes, strict=True)
    return min(wests), min(souths), max(easts), max(norths)


def _rows(contents: Contents) -> Iterator[tuple[str, Row]]:
    """Yield every row with its table, in an order that does not depend on the input's.

    Documents are gone through once, one by one: they may be more than memory holds at a time.
    """
    for table, rows in _tables_before(contents):
        yield from ((table, row) for row in rows)
    documents = DocumentRows()
    for analysis in _by_id(contents.analyses):
        yield from documents.of(analysis)
    yield from (("places", row) for row in documents.places(contents.spellings))
    for table, rows in _tables_after(contents):
        yield from ((table, row) for row in rows)


def _by_id(analyses: Collection[Analysis]) -> Iterable[Analysis]:
    """Return analyses by the ids of their documents; those that are read one by one are so."""
    if isinstance(analyses, tuple):
        return sorted(analyses, key=lambda analysis: analysis.document.id)
    return analyses


def _tables_before(contents: Contents) -> Iterator[tuple[str, Iterable[Row]]]:
    yield "layers", _layer_rows(contents)
    yield FEATURE_TABLE, _feature_rows(contents)
    yield "collections", _collection_rows(contents)
    yield "collection_members", _member_rows(contents)


def _tables_after(contents: Contents) -> Iterator[tuple[str, Iterable[Row]]]:
    yield from disagreement_tables(contents.disagreements)
    yield "decisions", ((n, decision_line(one)) for n, one in enumerate(contents.decisions, 1))
    listed = sorted(contents.listed, key=lambda listed: (listed.file, listed.reason))
    yield (
        "listed",
        ((n, entry.file, entry.reason, int(entry.is_refused)) for n, entry in enumerate(listed, 1)),
    )


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _layer_rows(contents: Contents) -> Iterator[Row]:
    # The manifest's order is the order of the legend, and is kept.
    for number, layer in enumerate(contents.layers, 1):
        yield (
            number,
            *(layer.id, layer.title, layer.geometry_kind, layer.file, layer.source),
            *(layer.licence, layer.retrieved, layer.notice, layer.colour),
            *(layer.described.form, _json(layer.described.nouns)),
        )


def _feature_rows(contents: Contents) -> Iterator[Row]:
    rank = {layer.id: number for number, layer in enumerate(contents.layers)}
    ordered = sorted(contents.features, key=lambda f: (rank[f.layer_id], f.id))
    for number, feature in enumerate(ordered, 1):
        yield (
            *(number, geopackage.encode_geometry(feature.geometry), feature.id, feature.layer_id),
            *(feature.name, feature.kind, str(feature.precision), feature.uncertainty_m),
            *(feature.status, _json(feature.sources), feature.confidence, _json(feature.aliases)),
            *(feature.operator, feature.country, feature.valid_from, feature.valid_to),
            *(feature.planned_end, feature.note, _json(dict(feature.properties))),
        )


def _collection_rows(contents: Contents) -> Iterator[Row]:
    for number, group in enumerate(sorted(contents.collections, key=lambda c: c.id), 1):
        yield number, group.id, group.name, _json(group.aliases), group.note


def _member_rows(contents: Contents) -> Iterator[Row]:
    numbers = count(1)
    for group in sorted(contents.collections, key=lambda c: c.id):
        for member in group.members:
            yield next(numbers), group.id, member


def disagreement_tables(
    disagreements: Iterable[Disagreement],
) -> Iterator[tuple[str, Iterable[Row]]]:
    """Yield the two tables of disagreements with their rows."""
    found = tuple(disagreements)
    yield "disagreements", ((n, each.target_id, each.aspect) for n, each in enumerate(found, 1))
    yield "statements", _statement_rows(found)


def _statement_rows(disagreements: Iterable[Disagreement]) -> Iterator[Row]:
    numbers = count(1)
    for number, disagreement in enumerate(disagreements, 1):
        for said in disagreement.statements:
            yield next(numbers), number, said.document_id, *said.span, said.says, said.edtf
