"""The evidence links and the mentions of a workspace, one JSON object a line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from groundtext.export.json_text import json_line
from groundtext.model import Reading

if TYPE_CHECKING:
    from collections.abc import Iterator

    from groundtext.model import Document, Mention
    from groundtext.workspace import Evidence, Workspace


def evidence_lines(workspace: Workspace) -> Iterator[str]:
    """Yield each link that supports something, ordered by document, passage and feature.

    Lines carry no line end. `start` and `end` count code points of the document's text. A
    collection's link comes once, under the collection's id. Rejected links and those that are
    only context (`located`) are left out.
    """
    for evidence in sorted(workspace.evidence(), key=_reading_order):
        yield json_line(_evidence_fields(evidence))


def mention_lines(workspace: Workspace) -> Iterator[str]:
    """Yield each mention, ordered by document and place in it.

    Lines carry no line end. `lon` and `lat` are degrees, EPSG:4326, of the best candidate's
    position. They are null where no point is known, and where the name does not stand for the
    place: a people ("Afghan"), or a part of an organisation's name. `place`, the gazetteer's id,
    is null where there is no candidate.
    """
    for card in sorted(workspace.document_cards(), key=lambda card: card.file):
        document = workspace.document(card.id)
        if document is None:
            continue
        for mention in sorted(workspace.mentions(card.id), key=lambda mention: mention.span):
            yield json_line(_mention_fields(document, mention))


def date_lines(workspace: Workspace) -> Iterator[str]:
    """Yield each date expression, ordered by document and place in it, with its meaning as EDTF."""
    for card in sorted(workspace.document_cards(), key=lambda card: card.file):
        for found in workspace.dates(card.id):
            yield json_line(
                {
                    "document": card.file,
                    "start": found.span.start,
                    "end": found.span.end,
                    "text": found.text,
                    "edtf": found.edtf,
                    "mode": found.mode,
                    "grain": found.grain,
                    "reason": found.reason,
                }
            )


def disagreement_lines(workspace: Workspace) -> Iterator[str]:
    """Yield each disagreement with its statements: who says what, where, in which words."""
    files = {card.id: card.file for card in workspace.document_cards()}
    documents = {key: workspace.document(key) for key in files}
    for each in workspace.disagreements():
        statements = [
            {
                "document": files[said.document_id],
                "start": said.span.start,
                "end": said.span.end,
                "quote": document.quote(said.span),
                "says": said.says,
                "edtf": said.edtf,
            }
            for said in each.statements
            if (document := documents[said.document_id]) is not None
        ]
        yield json_line(
            {"feature": each.target_id, "aspect": each.aspect, "statements": statements}
        )


def _reading_order(evidence: Evidence) -> tuple[str, int, int, str]:
    link = evidence.link
    return evidence.document.file, link.span.start, link.span.end, link.target_id


def _evidence_fields(evidence: Evidence) -> dict[str, object]:
    link = evidence.link
    return {
        "document": evidence.document.file,
        "start": link.span.start,
        "end": link.span.end,
        "quote": evidence.quote,
        "feature": link.target_id,
        "kind": link.kind.value,
        "score": round(link.score, 4),
        "reason": link.reason,
        "status": link.status.value,
    }


def _mention_fields(document: Document, mention: Mention) -> dict[str, object]:
    place = mention.place
    is_meant = mention.kind != "demonym" and mention.reading is not Reading.ORGANISATION
    position = place.position if place is not None and is_meant else None
    return {
        "document": document.file,
        "start": mention.span.start,
        "end": mention.span.end,
        "text": mention.text,
        "reading": mention.reading.value,
        "kind": mention.kind,
        "lon": position.lon if position is not None else None,
        "lat": position.lat if position is not None else None,
        "place": place.id if place is not None else None,
    }
