"""New decisions → the tables of a workspace that is in use: its links, and all that hangs on them.

The log beside the workspace is the truth; the tables are its shadow. Whoever finds the shadow
older than the log brings it up to date, one at a time, and readers see the one or the other.
"""

from __future__ import annotations

import hashlib
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING, Final

from groundtext.disagreement import find_disagreements
from groundtext.errors import WorkspaceError
from groundtext.review import (
    apply_decisions,
    as_found,
    decisions_path,
    parse_decisions,
)
from groundtext.workspace.document_rows import by_passage, link_rows, why_silent
from groundtext.workspace.read import Workspace
from groundtext.workspace.write import disagreement_tables

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from groundtext.decision import Decision
    from groundtext.model import EvidenceLink
    from groundtext.workspace.document_rows import Row

_WAIT_SECONDS: Final = 30.0  # for another who revises


def log_digest(workspace: Path) -> str:
    """Return the digest of the log beside a workspace; empty where there is none."""
    log = decisions_path(workspace)
    return hashlib.sha256(log.read_bytes()).hexdigest() if log.is_file() else ""


def revise_workspace(path: Path) -> None:
    """Bring the tables of a workspace up to date with the log beside it.

    Raises
    ------
    WorkspaceError
        If it is damaged, or cannot be written.
    """
    if not decisions_path(path).is_file():
        return
    uri = f"{path.resolve().as_uri()}?mode=rw"
    try:
        with closing(
            sqlite3.connect(uri, uri=True, timeout=_WAIT_SECONDS, isolation_level=None)
        ) as connection:
            connection.row_factory = sqlite3.Row
            if _about(connection, "log") == log_digest(path):
                return
            connection.execute("BEGIN IMMEDIATE")
            _revise(path, connection)
            connection.execute("COMMIT")
    except (sqlite3.Error, OSError) as error:
        raise WorkspaceError(
            f"{path.name}: the decisions beside it cannot be laid over it ({error}); make it "
            "writable, or build it again."
        ) from error


def _revise(path: Path, connection: sqlite3.Connection) -> None:
    # Read once the lock is held: what others append from now on, they lay over it themselves.
    text = decisions_path(path).read_bytes()
    digest = hashlib.sha256(text).hexdigest()
    log, _ = parse_decisions(text.decode("utf-8", "replace"), decisions_path(path).name)
    workspace = Workspace(path, connection, "")
    decisions = (*workspace.decisions(), *log)
    targets = {feature.id for feature in workspace.features()}
    targets |= {group.id for group in workspace.collections()}
    for document_id in sorted({decision.document_id for decision in log}):
        _revise_document(workspace, connection, document_id, decisions, targets)
    _write_disagreements(workspace, connection)
    stamp = hashlib.sha256(f"{_about(connection, 'built')} {digest}".encode()).hexdigest()
    connection.executemany(
        "INSERT INTO about (key, value) VALUES (?, ?)"
        " ON CONFLICT (key) DO UPDATE SET value = excluded.value",
        [("log", digest), ("stamp", stamp)],
    )


def _revise_document(
    workspace: Workspace,
    connection: sqlite3.Connection,
    document_id: str,
    decisions: Iterable[Decision],
    targets: set[str],
) -> None:
    document = workspace.document(document_id)
    if document is None:
        return  # it is not in this workspace; its decisions wait for it
    decisions = tuple(decisions)
    found = as_found(workspace.links(document_id), decisions, document)
    links = apply_decisions(document, found, decisions, targets).links
    connection.execute("DELETE FROM links WHERE document_id = ?", (document_id,))
    (last,) = connection.execute("SELECT coalesce(max(id), 0) FROM links").fetchone()
    _insert(connection, "links", link_rows(links, last + 1))
    _write_silence(workspace, connection, document_id, links)


def _write_silence(
    workspace: Workspace,
    connection: sqlite3.Connection,
    document_id: str,
    links: Iterable[EvidenceLink],
) -> None:
    passages = workspace.passages(document_id)
    linked = by_passage(passages, links)
    mentioned = by_passage(passages, workspace.mentions(document_id))
    connection.executemany(
        "UPDATE passages SET silence = ? WHERE document_id = ? AND ordinal = ?",
        [
            (
                why_silent(passage, linked[passage.span], mentioned[passage.span]),
                *(document_id, passage.ordinal),
            )
            for passage in passages
        ],
    )


def _write_disagreements(workspace: Workspace, connection: sqlite3.Connection) -> None:
    links = (link for card in workspace.document_cards() for link in workspace.links(card.id))
    for table, rows in disagreement_tables(find_disagreements(links)):
        connection.execute(f"DELETE FROM {table}")  # noqa: S608  our own table names
        _insert(connection, table, rows)


def _insert(connection: sqlite3.Connection, table: str, rows: Iterable[Row]) -> None:
    for row in rows:
        marks = ", ".join("?" * len(row))
        connection.execute(f"INSERT INTO {table} VALUES ({marks})", row)  # noqa: S608  likewise


def _about(connection: sqlite3.Connection, key: str) -> str:
    row = connection.execute("SELECT value FROM about WHERE key = ?", (key,)).fetchone()
    return str(row[0]) if row else ""
