"""Queries of the full-text tables, and of what belongs to the rows that they find."""

from __future__ import annotations

import json
import sqlite3
import threading
from contextlib import closing
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final, NamedTuple

from groundtext.errors import WorkspaceError
from groundtext.model import Reading, Span
from groundtext.workspace.rows import to_place
from groundtext.workspace.search_rows import FURTHER_PLACE

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence
    from pathlib import Path

    from groundtext.model import Place

_MOST_PLACES: Final = 300  # for one word of a query
_SUPPORTS: Final = "l.status <> 'rejected' AND l.kind IN ('named', 'described')"
_WITHIN: Final = '{0}.document_id = p.document_id AND {0}.start >= p.start AND {0}.start < p."end"'
_LINKED: Final = f"EXISTS (SELECT 1 FROM links l WHERE {_WITHIN.format('l')} AND {_SUPPORTS}"
_BEST: Final = "JOIN candidates c ON c.id = (SELECT min(id) FROM candidates WHERE mention = m.id)"
_MENTIONED: Final = f"EXISTS (SELECT 1 FROM mentions m {_BEST} WHERE {_WITHIN.format('m')}"


class PassageRow(NamedTuple):
    """Where a passage stands."""

    id: int
    document_id: str
    span: Span
    quote: str


class LinkRow(NamedTuple):
    """What a passage supports."""

    passage: int  # the id of its row
    target_id: str
    kind: str
    status: str


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which passages are asked for; None where it does not matter.

    Attributes
    ----------
    match
        An expression of SQLite's full-text search; empty for every text.
    exclusion
        An expression of it for the texts that are not asked for; empty for none.
    documents, targets
        Ids: passages of one of the documents, that support one of the targets.
    places
        Ids: or, instead of a target, name one of these places itself.
    kinds, statuses
        Of the link that supports a target.
    readings
        Of a name in the passage.
    """

    match: str = ""
    exclusion: str = ""
    documents: Collection[str] | None = None
    targets: Collection[str] | None = None
    places: Collection[str] | None = None
    kinds: Collection[str] | None = None
    statuses: Collection[str] | None = None
    readings: Collection[str] | None = None


class SearchTables:
    """The full-text tables of one workspace; safe to use from several threads."""

    def __init__(self, path: Path) -> None:
        self._name = path.name
        self._lock = threading.Lock()
        uri = f"{path.resolve().as_uri()}?mode=ro"
        self._connection = sqlite3.connect(uri, uri=True, check_same_thread=False)
        self._connection.row_factory = sqlite3.Row

    def close(self) -> None:
        """Close the file; nothing can be found afterwards."""
        self._connection.close()

    def _rows(self, query: str, *parameters: object) -> list[sqlite3.Row]:
        try:
            with self._lock, closing(self._connection.execute(query, parameters)) as cursor:
                return cursor.fetchall()
        except sqlite3.DatabaseError as error:
            raise WorkspaceError(
                f"{self._name}: cannot be searched ({error}); build it again with "
                "`groundtext build`."
            ) from error

    def passages(self, wanted: Wanted, most: int) -> list[PassageRow]:
        """Return the first passages: the best where words are sought, else in reading order."""
        clauses, parameters = _clauses(wanted)
        source, order = "passages p", "p.id"
        if wanted.match:
            source = "search_passages s JOIN passages p ON p.id = s.rowid"
            order = "bm25(search_passages, 1.0, 0.4), p.id"
        rows = self._rows(
            "SELECT f.*, substr(d.text, f.start + 1, f.until - f.start) AS quote FROM ("
            f'SELECT p.id, p.document_id, p.start, p."end" AS until FROM {source}'
            f" WHERE {' AND '.join(clauses) or '1'} ORDER BY {order} LIMIT {int(most)}"
            ") f JOIN documents d USING (document_id)",
            *parameters,
        )
        return [_to_passage(row) for row in rows]

    def documents(self, wanted: Wanted) -> frozenset[str]:
        """Return the ids of the documents that hold a passage like these, whatever its words."""
        clauses, parameters = _clauses(replace(wanted, match="", exclusion=""))
        rows = self._rows(
            f"SELECT DISTINCT p.document_id FROM passages p WHERE {' AND '.join(clauses) or '1'}",
            *parameters,
        )
        return frozenset(row[0] for row in rows)

    def silent(self, reason: str, most: int) -> list[PassageRow]:
        """Return the first passages that support nothing for a reason, in reading order."""
        rows = self._rows(
            'SELECT p.id, p.document_id, p.start, p."end" AS until,'
            ' substr(d.text, p.start + 1, p."end" - p.start) AS quote'
            " FROM passages p JOIN documents d USING (document_id)"
            " WHERE p.silence = ? ORDER BY d.published, p.document_id, p.start LIMIT ?",
            *(reason, most),
        )
        return [_to_passage(row) for row in rows]

    def links(self, passages: Iterable[int]) -> list[LinkRow]:
        """Return what these passages support."""
        rows = self._rows(
            "SELECT p.id, l.target_id, l.kind, l.status FROM passages p JOIN links l"
            f" ON {_WITHIN.format('l')} WHERE p.id IN (SELECT value FROM json_each(?))"
            f" AND {_SUPPORTS} ORDER BY p.id, l.start, l.target_id",
            json.dumps(list(passages)),
        )
        return [LinkRow(*row) for row in rows]

    def supported(self, documents: Collection[str]) -> frozenset[str]:
        """Return the ids of what some documents support."""
        rows = self._rows(
            f"SELECT DISTINCT l.target_id FROM links l WHERE {_SUPPORTS}"
            " AND l.document_id IN (SELECT value FROM json_each(?))",
            json.dumps(sorted(documents)),
        )
        return frozenset(row["target_id"] for row in rows)

    def things(self, kinds: Sequence[str], match: str) -> list[str]:
        """Return the ids of the features, collections, documents or places that are called so."""
        rows = self._rows(
            "SELECT t.ref FROM search_things s JOIN things t ON t.id = s.rowid"
            " WHERE search_things MATCH ? AND t.kind IN (SELECT value FROM json_each(?))"
            " ORDER BY bm25(search_things, 4.0, 1.0), length(t.name), t.id",
            *(match, json.dumps(kinds)),
        )
        return [row["ref"] for row in rows]

    def places_called(self, match: str) -> tuple[str, ...]:
        """Return the ids of the places that are called so, also those that no document names.

        Of very many, as one letter finds them, those with the shortest names.
        """
        kinds = ("place", FURTHER_PLACE)
        return tuple(self.things(kinds, f"names : {match}")[:_MOST_PLACES])

    def places(self) -> list[Place]:
        """Return the places that documents may name, by id."""
        return [to_place(row) for row in self._rows("SELECT * FROM places ORDER BY place_id")]

    def n_mentions(self, place_ids: Iterable[str]) -> dict[str, int]:
        """Count the names in documents that mean these places."""
        rows = self._rows(
            f"SELECT c.place_id, count(*) AS n FROM mentions m {_BEST}"
            " WHERE c.place_id IN (SELECT value FROM json_each(?)) GROUP BY c.place_id",
            json.dumps(list(place_ids)),
        )
        return {row["place_id"]: row["n"] for row in rows}

    def names_meaning(
        self, passages: Iterable[int], place_ids: Iterable[str]
    ) -> list[tuple[int, Span]]:
        """Return where these passages name one of these places, by the ids of the passages."""
        rows = self._rows(
            f'SELECT p.id, m.start, m."end" AS until FROM passages p JOIN mentions m'
            f" ON {_WITHIN.format('m')} {_BEST} WHERE p.id IN (SELECT value FROM json_each(?))"
            " AND c.place_id IN (SELECT value FROM json_each(?)) ORDER BY m.id",
            *(json.dumps(list(passages)), json.dumps(list(place_ids))),
        )
        return [(row["id"], Span(row["start"], row["until"])) for row in rows]


def _to_passage(row: sqlite3.Row) -> PassageRow:
    span = Span(row["start"], row["until"])
    return PassageRow(row["id"], row["document_id"], span, row["quote"])


def _clauses(wanted: Wanted) -> tuple[list[str], list[object]]:
    clauses: list[str] = []
    parameters: list[object] = []
    if wanted.match:
        clauses.append("search_passages MATCH ?")
        parameters.append(wanted.match)
    if wanted.exclusion:
        clauses.append(
            "p.id NOT IN (SELECT rowid FROM search_passages WHERE search_passages MATCH ?)"
        )
        parameters.append(wanted.exclusion)
    if wanted.documents is not None:
        clauses.append("p.document_id IN (SELECT value FROM json_each(?))")
        parameters.append(json.dumps(sorted(wanted.documents)))
    linked, values = _linked(wanted)
    if linked:
        clauses.append(linked)
        parameters += values
    if wanted.readings is not None:
        clauses.append(
            f"EXISTS (SELECT 1 FROM mentions m WHERE {_WITHIN.format('m')}"
            " AND m.reading IN (SELECT value FROM json_each(?)))"
        )
        parameters.append(json.dumps(sorted(wanted.readings)))
    return clauses, parameters


def _linked(wanted: Wanted) -> tuple[str, list[object]]:
    columns = (("target_id", wanted.targets), ("kind", wanted.kinds), ("status", wanted.statuses))
    limits = [(column, values) for column, values in columns if values is not None]
    if not limits:
        return "", []
    tests = "".join(f" AND l.{name} IN (SELECT value FROM json_each(?))" for name, _ in limits)
    parameters: list[object] = [json.dumps(sorted(values)) for _, values in limits]
    if not wanted.places:
        return f"{_LINKED}{tests})", parameters
    named = (
        f"{_MENTIONED} AND m.reading = '{Reading.LITERAL.value}'"
        " AND c.place_id IN (SELECT value FROM json_each(?)))"
    )
    return f"({_LINKED}{tests}) OR {named})", [*parameters, json.dumps(sorted(wanted.places))]
