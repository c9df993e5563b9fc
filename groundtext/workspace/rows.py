"""Rows of a workspace's tables → values."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from groundtext.disagreement import Statement
from groundtext.model import (
    Candidate,
    DateMention,
    Description,
    Document,
    Element,
    EvidenceLink,
    Feature,
    Layer,
    LinkKind,
    LinkStatus,
    LonLat,
    Mention,
    Passage,
    Place,
    Precision,
    Reading,
    Role,
    SaidPlace,
    Span,
)
from groundtext.workspace.contents import DocumentCard
from groundtext.workspace.geopackage import decode_geometry

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable


def to_layer(row: sqlite3.Row) -> Layer:
    """Return the layer in a row of `layers`."""
    described = Description(row["form"], tuple(json.loads(row["nouns"])))
    return Layer(
        **_columns(row, "title geometry_kind file source licence retrieved notice colour"),
        id=row["layer_id"],
        described=described,
    )


def to_feature(row: sqlite3.Row) -> Feature:
    """Return the feature in a row of `features`."""
    return Feature(
        **_columns(row, "layer_id name kind uncertainty_m status confidence operator country"),
        **_columns(row, "valid_from valid_to planned_end note"),
        id=row["feature_id"],
        geometry=decode_geometry(row["geom"]),
        precision=Precision(row["precision"]),
        sources=tuple(json.loads(row["sources"])),
        aliases=tuple(json.loads(row["aliases"])),
        properties=json.loads(row["properties"]),
    )


def to_card(row: sqlite3.Row) -> DocumentCard:
    """Return what is known of a document, without its text."""
    return DocumentCard(
        **_columns(row, "file title author publisher published basis language sha256"),
        **_columns(row, "n_passages n_evidence"),
        id=row["document_id"],
        complete=bool(row["complete"]),
    )


def to_document(row: sqlite3.Row, elements: Iterable[Element] = ()) -> Document:
    """Return the document in a row of `documents`, with its elements."""
    return Document(
        **_columns(row, "file title author publisher published basis language sha256 text"),
        id=row["document_id"],
        complete=bool(row["complete"]),
        held=_spans(row["held"]),
        elements=tuple(elements),
    )


def to_element(row: sqlite3.Row) -> Element:
    """Return the element in a row of `elements`."""
    return Element(Span(row["start"], row["end"]), row["page"], row["path"], row["role"])


def to_passage(row: sqlite3.Row) -> Passage:
    """Return the passage in a row of `passages`."""
    return Passage(
        **_columns(row, "document_id ordinal note paragraph"),
        span=Span(row["start"], row["end"]),
        role=Role(row["role"]),
    )


def to_place(row: sqlite3.Row) -> Place:
    """Return the place in a row of `places`."""
    bbox = json.loads(row["bbox"])
    return Place(
        **_columns(row, "name kind country population source feature_id"),
        id=row["place_id"],
        position=None if row["lon"] is None else LonLat(row["lon"], row["lat"]),
        bbox=tuple(bbox) if bbox else None,
    )


def to_mention(row: sqlite3.Row, candidates: Iterable[Candidate]) -> Mention:
    """Return the mention in a row of `mentions`, with its candidates, best first."""
    return Mention(
        **_columns(row, "document_id text kind reason"),
        span=Span(row["start"], row["end"]),
        reading=Reading(row["reading"]),
        candidates=tuple(candidates),
    )


def to_date(row: sqlite3.Row) -> DateMention:
    """Return the date expression in a row of `dates`."""
    return DateMention(
        **_columns(row, "document_id text edtf mode grain reason"),
        span=Span(row["start"], row["end"]),
    )


def to_statement(row: sqlite3.Row) -> Statement:
    """Return what one passage says, in a row of `statements`."""
    return Statement(**_columns(row, "document_id says edtf"), span=Span(row["start"], row["end"]))


def _said_place(text: str) -> SaidPlace | None:
    fields = json.loads(text)
    return SaidPlace(fields[0], LonLat(*fields[1])) if fields else None


def to_link(row: sqlite3.Row) -> EvidenceLink:
    """Return the link in a row of `links`."""
    return EvidenceLink(
        **_columns(row, "target_id document_id score reason method decided_by decided_at note"),
        **_columns(row, "said_date said_outcome"),
        said_place=_said_place(row["said_place"]),
        also_at=_spans(row["also_at"]),
        span=Span(row["start"], row["end"]),
        kind=LinkKind(row["kind"]),
        matches=_spans(row["matches"]),
        status=LinkStatus(row["status"]),
    )


def _columns(row: sqlite3.Row, names: str) -> dict[str, Any]:
    return {name: row[name] for name in names.split()}


def _spans(text: str) -> tuple[Span, ...]:
    return tuple(Span(start, end) for start, end in json.loads(text))
