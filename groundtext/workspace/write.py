"""Contents → one GeoPackage file, whole or not at all."""

from __future__ import annotations

import hashlib
import json
import os
import sqlite3
from bisect import bisect_right
from contextlib import closing
from itertools import count
from typing import TYPE_CHECKING, Any, TypeVar

from groundtext import __version__
from groundtext.errors import WorkspaceError
from groundtext.model import EvidenceLink, LinkStatus, Mention, Reading, Role, Span
from groundtext.review import decision_line
from groundtext.workspace import geopackage
from groundtext.workspace.schema import (
    ATTRIBUTE_TABLES,
    FEATURE_TABLE,
    SCHEMA_VERSION,
    TABLES,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from groundtext.disagreement import Disagreement
    from groundtext.model import Passage
    from groundtext.workspace.contents import Analysis, Contents

Row = tuple[Any, ...]
Spanned = TypeVar("Spanned", EvidenceLink, Mention)


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
        for table, rows in _tables(contents):
            for row in rows:
                digest.update(repr((table, row)).encode())
                marks = ", ".join("?" * len(row))
                connection.execute(f"INSERT INTO {table} VALUES ({marks})", row)  # noqa: S608  our own table names
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


def _tables(contents: Contents) -> Iterator[tuple[str, Iterable[Row]]]:
    """Yield every table with its rows, in an order that does not depend on the input's."""
    analyses = sorted(contents.analyses, key=lambda analysis: analysis.document.id)
    yield "layers", _layer_rows(contents)
    yield FEATURE_TABLE, _feature_rows(contents)
    yield "collections", _collection_rows(contents)
    yield "collection_members", _member_rows(contents)
    yield "documents", (_document_row(number, a) for number, a in enumerate(analyses, 1))
    yield "elements", _element_rows(analyses)
    yield "passages", _passage_rows(analyses)
    yield "places", _place_rows(analyses)
    yield "mentions", _mention_rows(analyses)
    yield "candidates", _candidate_rows(analyses)
    yield "dates", _date_rows(analyses)
    yield "links", link_rows((link for analysis in analyses for link in analysis.links), 1)
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


def _document_row(number: int, analysis: Analysis) -> Row:
    document = analysis.document
    return (
        *(number, document.id, document.file, document.title, document.author),
        *(document.publisher, document.published, document.basis, document.language),
        *(int(document.complete), document.sha256, _json(document.held), document.text),
    )


def _element_rows(analyses: Iterable[Analysis]) -> Iterator[Row]:
    numbers = count(1)
    for analysis in analyses:
        for each in analysis.document.elements:
            place = (each.page, each.path, each.role)
            yield next(numbers), analysis.document.id, *each.span, *place


def _passage_rows(analyses: Iterable[Analysis]) -> Iterator[Row]:
    numbers = count(1)
    for analysis in analyses:
        links = by_passage(analysis.passages, analysis.links)
        mentions = by_passage(analysis.passages, analysis.mentions)
        for passage in analysis.passages:
            silence = why_silent(passage, links[passage.span], mentions[passage.span])
            yield (
                *(next(numbers), passage.document_id, passage.ordinal, *passage.span),
                *(str(passage.role), passage.note, passage.paragraph, silence),
            )


def by_passage(
    passages: Sequence[Passage], spanned: Iterable[Spanned]
) -> dict[Span, list[Spanned]]:
    """Sort links or mentions under the passage that they begin in."""
    starts = [passage.span.start for passage in passages]
    by_passage: dict[Span, list[Spanned]] = {passage.span: [] for passage in passages}
    for one in spanned:
        passage = passages[max(bisect_right(starts, one.span.start) - 1, 0)]
        by_passage[passage.span].append(one)
    return by_passage


def why_silent(passage: Passage, links: Iterable[EvidenceLink], mentions: Iterable[Mention]) -> str:
    """Say why a passage supports no feature; empty when it does support one."""
    statuses = {link.status for link in links}
    if statuses - {LinkStatus.REJECTED}:
        return ""
    if passage.role is Role.BOILERPLATE:
        return "around the text, not in it"
    if statuses:
        return "a reviewer found no support in it"
    readings = {mention.reading for mention in mentions}
    if not readings:
        return "names no place"
    if Reading.LITERAL in readings:
        return "names a place, but nothing that is on the map"
    return "names places only as actors"


def _place_rows(analyses: Iterable[Analysis]) -> Iterator[Row]:
    places = {
        candidate.place.id: candidate.place
        for analysis in analyses
        for mention in analysis.mentions
        for candidate in mention.candidates
    }
    for number, (place_id, place) in enumerate(sorted(places.items()), 1):
        lon, lat = place.position or (None, None)
        yield (
            *(number, place_id, place.name, place.kind, place.country, lon, lat),
            *(_json(place.bbox), place.population, place.source, place.feature_id),
        )


def _mention_rows(analyses: Iterable[Analysis]) -> Iterator[Row]:
    mentions = (mention for analysis in analyses for mention in analysis.mentions)
    for number, mention in enumerate(mentions, 1):
        yield (
            *(number, mention.document_id, *mention.span, mention.text, str(mention.reading)),
            *(mention.kind, mention.reason),
        )


def _candidate_rows(analyses: Iterable[Analysis]) -> Iterator[Row]:
    numbers = count(1)
    mentions = (mention for analysis in analyses for mention in analysis.mentions)
    for number, mention in enumerate(mentions, 1):
        for candidate in mention.candidates:
            yield next(numbers), number, candidate.place.id, candidate.score, candidate.reason


def link_rows(links: Iterable[EvidenceLink], first: int) -> Iterator[Row]:
    """Yield the rows of links in order, numbered from `first`."""
    ordered = sorted(links, key=lambda link: (link.document_id, link.span, link.target_id))
    for number, link in enumerate(ordered, first):
        yield (
            *(number, link.target_id, link.document_id, *link.span, str(link.kind), link.score),
            *(link.reason, link.method, _json(link.matches), str(link.status)),
            *(link.decided_by, link.decided_at, link.note, link.said_date),
            *(_json(link.said_place or ()), link.said_outcome, _json(link.also_at)),
        )


def _date_rows(analyses: Iterable[Analysis]) -> Iterator[Row]:
    dates = (found for analysis in analyses for found in analysis.dates)
    for number, found in enumerate(dates, 1):
        yield (
            *(number, found.document_id, *found.span, found.text, found.edtf, found.mode),
            *(found.grain, found.reason),
        )


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
