"""One GeoPackage file → values. The only place that queries a workspace."""

from __future__ import annotations

import json
import sqlite3
import threading
from functools import wraps
from typing import TYPE_CHECKING, Concatenate, ParamSpec, TypeVar

from shapely.errors import ShapelyError

from groundtext.disagreement import Disagreement
from groundtext.errors import WorkspaceError
from groundtext.model import Candidate, Collection, Listed
from groundtext.review import parse_decisions
from groundtext.workspace.contents import Analysis, Coverage, DocumentCard, Evidence
from groundtext.workspace.rows import (
    to_card,
    to_date,
    to_document,
    to_element,
    to_feature,
    to_layer,
    to_link,
    to_mention,
    to_passage,
    to_place,
    to_statement,
)
from groundtext.workspace.schema import SCHEMA_VERSION

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from collections.abc import Collection as AnyCollection
    from pathlib import Path

    from groundtext.decision import Decision
    from groundtext.disagreement import Statement
    from groundtext.model import (
        DateMention,
        Document,
        Element,
        EvidenceLink,
        Feature,
        Layer,
        Mention,
        Passage,
    )

P = ParamSpec("P")
Value = TypeVar("Value")

_CARDS = """
SELECT d.*,
  (SELECT count(*) FROM passages p WHERE p.document_id = d.document_id) AS n_passages,
  (SELECT count(*) FROM passages p
   WHERE p.document_id = d.document_id AND p.silence = '') AS n_evidence
FROM (SELECT document_id, file, title, author, publisher, published, basis, language, complete,
      sha256 FROM documents) d
ORDER BY d.published, d.document_id
"""
# Code points, not bytes: SQLite's substr counts characters of TEXT, from 1.
_EVIDENCE = """
SELECT l.*, substr(d.text, l.start + 1, l."end" - l.start) AS quote
FROM links l JOIN documents d ON d.document_id = l.document_id
WHERE l.status <> 'rejected' AND l.kind IN ('named', 'described'){where}
ORDER BY d.published, l.document_id, l.start, l.target_id
"""


def _damage_is_named(
    method: Callable[Concatenate[Workspace, P], Value],
) -> Callable[Concatenate[Workspace, P], Value]:
    """Turn what a damaged file raises, at whatever depth, into an error that names the file."""

    @wraps(method)
    def read(self: Workspace, /, *args: P.args, **kwargs: P.kwargs) -> Value:
        try:
            return method(self, *args, **kwargs)
        except (sqlite3.DatabaseError, ValueError, TypeError, KeyError, ShapelyError) as error:
            raise WorkspaceError(
                f"{self.path.name}: cannot be read, it is damaged ({error}); "
                "build it again with `groundtext build`."
            ) from error

    return read


class Workspace:
    """A built workspace, opened for reading; safe to use from several threads.

    Attributes
    ----------
    path
        The file.
    stamp
        A digest of the contents, hexadecimal: equal stamps, equal contents.
    """

    def __init__(self, path: Path, connection: sqlite3.Connection, stamp: str) -> None:
        self.path = path
        self.stamp = stamp
        self._connection = connection
        self._lock = threading.Lock()

    @classmethod
    def open(cls, path: Path) -> Workspace:
        """Open a workspace file.

        Raises
        ------
        WorkspaceError
            If it is missing, is not a workspace, or was made by another version.
        """
        if not path.is_file():
            raise WorkspaceError(
                f"{path.name}: there is no such workspace; make it with `groundtext build`."
            )
        uri = f"{path.resolve().as_uri()}?mode=ro"
        connection = None
        try:
            connection = sqlite3.connect(uri, uri=True, check_same_thread=False)
            about = dict(connection.execute("SELECT key, value FROM about").fetchall())
        except sqlite3.DatabaseError as error:
            if connection is not None:
                connection.close()
            raise WorkspaceError(
                f"{path.name}: not a Groundtext workspace, or damaged ({error}); "
                "build it again with `groundtext build`."
            ) from error
        if about.get("schema") != str(SCHEMA_VERSION):
            connection.close()
            raise WorkspaceError(
                f"{path.name}: made with schema {about.get('schema')}, this program reads "
                f"{SCHEMA_VERSION}; build it again with `groundtext build`."
            )
        connection.row_factory = sqlite3.Row
        return cls(path, connection, about["stamp"])

    def close(self) -> None:
        """Close the file; nothing can be read afterwards."""
        self._connection.close()

    def _rows(self, query: str, parameters: Iterable[object] = ()) -> list[sqlite3.Row]:
        with self._lock:
            return self._connection.execute(query, tuple(parameters)).fetchall()

    @_damage_is_named
    def layers(self) -> tuple[Layer, ...]:
        """Return the layers in the manifest's order."""
        return tuple(to_layer(row) for row in self._rows("SELECT * FROM layers ORDER BY id"))

    @_damage_is_named
    def features(self) -> tuple[Feature, ...]:
        """Return all features by layer, then by id."""
        return tuple(to_feature(row) for row in self._rows("SELECT * FROM features ORDER BY id"))

    @_damage_is_named
    def feature(self, feature_id: str) -> Feature | None:
        """Return one feature, or None where there is no such id."""
        rows = self._rows("SELECT * FROM features WHERE feature_id = ?", (feature_id,))
        return to_feature(rows[0]) if rows else None

    @_damage_is_named
    def collections(self) -> tuple[Collection, ...]:
        """Return all collections by id, members in the manifest's order."""
        members: dict[str, list[str]] = {}
        for row in self._rows("SELECT * FROM collection_members ORDER BY id"):
            members.setdefault(row["collection_id"], []).append(row["member_id"])
        return tuple(
            Collection(
                id=row["collection_id"],
                name=row["name"],
                members=tuple(members.get(row["collection_id"], ())),
                aliases=tuple(json.loads(row["aliases"])),
                note=row["note"],
            )
            for row in self._rows("SELECT * FROM collections ORDER BY collection_id")
        )

    @_damage_is_named
    def document_cards(self) -> tuple[DocumentCard, ...]:
        """Return what is known of each document, by publication date, then by id."""
        return tuple(to_card(row) for row in self._rows(_CARDS))

    @_damage_is_named
    def document(self, document_id: str) -> Document | None:
        """Return one document with its text, or None where there is no such id."""
        rows = self._rows("SELECT * FROM documents WHERE document_id = ?", (document_id,))
        return to_document(rows[0], self.elements(document_id)) if rows else None

    @_damage_is_named
    def elements(self, document_id: str) -> tuple[Element, ...]:
        """Return the pieces by which a document's original can be opened, in reading order."""
        query = "SELECT * FROM elements WHERE document_id = ? ORDER BY start"
        return tuple(to_element(row) for row in self._rows(query, (document_id,)))

    @_damage_is_named
    def passages(self, document_id: str) -> tuple[Passage, ...]:
        """Return a document's passages in reading order."""
        query = "SELECT * FROM passages WHERE document_id = ? ORDER BY ordinal"
        return tuple(to_passage(row) for row in self._rows(query, (document_id,)))

    @_damage_is_named
    def mentions(self, document_id: str) -> tuple[Mention, ...]:
        """Return a document's mentions in reading order, each with all its candidates."""
        query = (
            "SELECT c.mention, c.score, c.reason AS why, p.* FROM candidates c"
            " JOIN mentions m ON m.id = c.mention JOIN places p USING (place_id)"
            " WHERE m.document_id = ? ORDER BY c.id"
        )
        candidates: dict[int, list[Candidate]] = {}
        for row in self._rows(query, (document_id,)):
            candidate = Candidate(to_place(row), row["score"], row["why"])
            candidates.setdefault(row["mention"], []).append(candidate)
        rows = self._rows(
            "SELECT * FROM mentions WHERE document_id = ? ORDER BY start", (document_id,)
        )
        return tuple(to_mention(row, candidates.get(row["id"], ())) for row in rows)

    @_damage_is_named
    def evidence(
        self, target_ids: AnyCollection[str] = (), document_id: str = ""
    ) -> tuple[Evidence, ...]:
        """Return the links that count as support, with their quotes.

        By publication date, document and place in it. Without target ids those of every feature
        and collection; without a document id those of every document.
        """
        where, parameters = "", list(target_ids)
        if target_ids:
            where += f" AND l.target_id IN ({', '.join('?' * len(parameters))})"
        if document_id:
            where += " AND l.document_id = ?"
            parameters.append(document_id)
        cards = {card.id: card for card in self.document_cards()}
        rows = self._rows(_EVIDENCE.format(where=where), parameters)
        return tuple(
            Evidence(to_link(row), self._quote(row), cards[row["document_id"]]) for row in rows
        )

    def _quote(self, row: sqlite3.Row) -> str:
        quote: str = row["quote"]
        if len(quote) == row["end"] - row["start"]:
            return quote
        # SQLite's functions take a NUL for the end of a text; it is none for anybody else.
        held = "SELECT text FROM documents WHERE document_id = ?"
        text: str = self._rows(held, (row["document_id"],))[0]["text"]
        return text[row["start"] : row["end"]]

    @_damage_is_named
    def links(self, document_id: str) -> tuple[EvidenceLink, ...]:
        """Return every link of a document, rejected ones too, in reading order."""
        query = "SELECT * FROM links WHERE document_id = ? ORDER BY start, target_id"
        return tuple(to_link(row) for row in self._rows(query, (document_id,)))

    def analysis(self, document_id: str) -> Analysis:
        """Return one document with all that was found in it.

        Raises
        ------
        WorkspaceError
            If there is no such document.
        """
        document = self.document(document_id)
        if document is None:
            raise WorkspaceError(
                f"{self.path.name}: there is no document {document_id!r}; "
                "`document_cards` lists those that are there."
            )
        return Analysis(
            document,
            self.passages(document_id),
            self.mentions(document_id),
            self.links(document_id),
            self.dates(document_id),
        )

    @_damage_is_named
    def dates(self, document_id: str) -> tuple[DateMention, ...]:
        """Return a document's date expressions in reading order."""
        query = "SELECT * FROM dates WHERE document_id = ? ORDER BY start"
        return tuple(to_date(row) for row in self._rows(query, (document_id,)))

    @_damage_is_named
    def disagreements(self) -> tuple[Disagreement, ...]:
        """Return what documents say differently of one thing, by target and aspect."""
        statements: dict[int, list[Statement]] = {}
        for row in self._rows("SELECT * FROM statements ORDER BY id"):
            statements.setdefault(row["disagreement"], []).append(to_statement(row))
        return tuple(
            Disagreement(row["target_id"], row["aspect"], tuple(statements.get(row["id"], ())))
            for row in self._rows("SELECT * FROM disagreements ORDER BY id")
        )

    @_damage_is_named
    def coverage(self) -> Coverage:
        """Count the passages that support a feature, and say why the others do not."""
        rows = self._rows(
            "SELECT silence, count(*) AS n FROM passages GROUP BY silence ORDER BY n DESC, silence"
        )
        counts = {row["silence"]: row["n"] for row in rows}
        on_map = counts.pop("", 0)
        return Coverage(on_map + sum(counts.values()), on_map, tuple(counts.items()))

    @_damage_is_named
    def decisions(self) -> tuple[Decision, ...]:
        """Return the decisions that the workspace was built with, but those of its log."""
        lines = "\n".join(row["line"] for row in self._rows("SELECT * FROM decisions ORDER BY id"))
        return parse_decisions(lines, self.path.name)[0]

    @_damage_is_named
    def listed(self) -> tuple[Listed, ...]:
        """Return what the build read but did not use, with the reasons, by file."""
        rows = self._rows("SELECT * FROM listed ORDER BY id")
        return tuple(Listed(r["file"], r["reason"], bool(r["refused"])) for r in rows)


def features_below(target_id: str, by_id: Mapping[str, Collection]) -> frozenset[str]:
    """Return the ids of all features and collections below a collection, without itself."""
    found: set[str] = set()
    waiting = list(by_id[target_id].members) if target_id in by_id else []
    while waiting:
        current = waiting.pop()
        if current not in found:
            found.add(current)
            waiting.extend(by_id[current].members if current in by_id else ())
    return frozenset(found)
