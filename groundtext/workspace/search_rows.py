"""The full-text tables of a workspace: what its passages say, and what things are called.

The text is not kept twice: the tables hold words only, and their row numbers lead to the rows. What
a place is called stands there once, with the place; passages, features and groups that name it hold
a word of our own for it. With sixty names for each country in them, passages and groups that name
countries would be the longest there are, and come last.
"""

from __future__ import annotations

import json
from bisect import bisect_right
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator, Mapping, Sequence

    from groundtext.workspace.contents import Contents

_THINGS = {
    "feature": "SELECT feature_id, name, aliases, kind, operator, country, status, note"
    " FROM features ORDER BY id",
    "collection": "SELECT collection_id, name, aliases, note FROM collections ORDER BY id",
    "document": "SELECT document_id, title, '[]', author, publisher, file FROM documents"
    " ORDER BY id",
    "place": "SELECT place_id, name, names, kind, country FROM places ORDER BY id",
}
FURTHER_PLACE: Final = "further-place"
# The best candidate of a mention has the smallest number.
_NAMED = """
SELECT m.start, c.place_id FROM mentions m
JOIN (SELECT mention, min(id) AS best FROM candidates GROUP BY mention) b ON b.mention = m.id
JOIN candidates c ON c.id = b.best
WHERE m.document_id = ? ORDER BY m.start
"""


def place_word(place_id: str) -> str:
    """Return the word that stands for a place in the tables: nobody types it."""
    return f"qq{place_id.encode().hex()}"


def fill_search(connection: sqlite3.Connection, contents: Contents) -> None:
    """Fill the full-text tables from the rows that are there.

    What the contents know of names is added: the places by which features and groups are
    sought, what these places are called, and what those from there are.
    """
    spellings = contents.spellings(frozenset().union(*contents.named_places.values()))
    things = [*_things(connection, contents), *_further_places(connection, spellings)]
    for number, (kind, ref, name, names, about) in enumerate(things, 1):
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
    connection: sqlite3.Connection, contents: Contents
) -> Iterator[tuple[str, str, str, str, str]]:
    for kind, query in _THINGS.items():
        for ref, name, names, *about in connection.execute(query).fetchall():
            # Ids are words that people remember from an address: "sar-e-pul", "qcg".
            told = about if kind == "place" else [ref, *about]
            for place in sorted(contents.named_places.get(ref, ())):
                told += [place_word(place), *sorted(contents.demonyms.get(place, ()))]
            yield kind, ref, name, "\n".join((name, *json.loads(names))), "\n".join(told)


def _further_places(
    connection: sqlite3.Connection, spellings: Mapping[str, Sequence[str]]
) -> Iterator[tuple[str, str, str, str, str]]:
    """Yield the places that only the names of features name, and no document."""
    held = {place_id for (place_id,) in connection.execute("SELECT place_id FROM places")}
    for place_id in sorted(spellings.keys() - held):
        yield FURTHER_PLACE, place_id, "", "\n".join(spellings[place_id]), ""


def _passages(connection: sqlite3.Connection, document_id: str) -> Iterator[tuple[int, str, str]]:
    (text,) = connection.execute(
        "SELECT text FROM documents WHERE document_id = ?", (document_id,)
    ).fetchone()
    rows = connection.execute(
        'SELECT id, start, "end" FROM passages WHERE document_id = ? ORDER BY ordinal',
        (document_id,),
    ).fetchall()
    starts = [start for _, start, _ in rows]
    places: list[dict[str, None]] = [{} for _ in rows]
    for at, place_id in connection.execute(_NAMED, (document_id,)):
        if rows:
            places[max(bisect_right(starts, at) - 1, 0)][place_word(place_id)] = None
    for (number, start, end), words in zip(rows, places, strict=True):
        yield number, text[start:end], " ".join(words)
