"""The full-text tables of a workspace: what its passages say, and what things are called.

The text is not kept twice: the tables hold words only, and their row numbers lead to the rows.
"""

from __future__ import annotations

import json
from bisect import bisect_right
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator, Mapping, Sequence

_THINGS = {
    "feature": "SELECT feature_id, name, aliases, kind, operator, country, status, note"
    " FROM features ORDER BY id",
    "collection": "SELECT collection_id, name, aliases, note FROM collections ORDER BY id",
    "document": "SELECT document_id, title, '[]', author, publisher, file FROM documents"
    " ORDER BY id",
    "place": "SELECT place_id, name, names, kind, country FROM places ORDER BY id",
}
_MAPPED = ("feature", "collection")
# The best candidate of a mention has the smallest number.
_NAMED = """
SELECT m.start, p.name, p.names FROM mentions m
JOIN (SELECT mention, min(id) AS best FROM candidates GROUP BY mention) b ON b.mention = m.id
JOIN candidates c ON c.id = b.best JOIN places p USING (place_id)
WHERE m.document_id = ? ORDER BY m.start
"""


def fill_search(connection: sqlite3.Connection, spelt: Mapping[str, Sequence[str]]) -> None:
    """Fill the full-text tables from the rows that are there.

    `spelt` holds further names by the ids of features and collections.
    """
    for number, (kind, ref, name, names, about) in enumerate(_things(connection, spelt), 1):
        connection.execute("INSERT INTO things VALUES (?, ?, ?, ?)", (number, kind, ref, name))
        connection.execute(
            "INSERT INTO search_things (rowid, names, about) VALUES (?, ?, ?)",
            (number, names, about),
        )
    # One text at a time: all of them are as large as the corpus.
    ids = connection.execute("SELECT document_id FROM documents ORDER BY id").fetchall()
    for (document_id,) in ids:
        connection.executemany(
            "INSERT INTO search_passages (rowid, text, names) VALUES (?, ?, ?)",
            _passages(connection, document_id),
        )


def _things(
    connection: sqlite3.Connection, spelt: Mapping[str, Sequence[str]]
) -> Iterator[tuple[str, str, str, str, str]]:
    for kind, query in _THINGS.items():
        for ref, name, names, *about in connection.execute(query).fetchall():
            # Ids are words that people remember from an address: "sar-e-pul", "qcg".
            told = about if kind == "place" else [ref, *about]
            known = (name, *json.loads(names), *(spelt.get(ref, ()) if kind in _MAPPED else ()))
            yield kind, ref, name, "\n".join(known), "\n".join(told)


def _passages(connection: sqlite3.Connection, document_id: str) -> Iterator[tuple[int, str, str]]:
    (text,) = connection.execute(
        "SELECT text FROM documents WHERE document_id = ?", (document_id,)
    ).fetchone()
    rows = connection.execute(
        'SELECT id, start, "end" FROM passages WHERE document_id = ? ORDER BY ordinal',
        (document_id,),
    ).fetchall()
    starts = [start for _, start, _ in rows]
    names: list[dict[str, None]] = [{} for _ in rows]
    for at, name, others in connection.execute(_NAMED, (document_id,)):
        if rows:
            known = names[max(bisect_right(starts, at) - 1, 0)]
            known.update(dict.fromkeys((name, *json.loads(others))))
    for (number, start, end), known in zip(rows, names, strict=True):
        yield number, text[start:end], "\n".join(known)
