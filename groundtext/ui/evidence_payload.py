"""What the Evidence page fetches: every link as a row, with what people said of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from groundtext.model import element_at
from groundtext.portrayal.wording import place_in_words
from groundtext.review import decisions_path, quote_digest, read_decisions, standing
from groundtext.ui.source_fields import source_fields

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from groundtext.decision import Decision
    from groundtext.model import Document, EvidenceLink
    from groundtext.review import Standing
    from groundtext.ui.source_fields import Fields
    from groundtext.workspace import Workspace

_MOST_QUOTE: Final = 1_200  # code points of a passage in the table; its page shows the whole


def evidence_payload(workspace: Workspace, document_ids: Collection[str] | None = None) -> Fields:
    """Return the links of a workspace, those of some documents only if ids are given.

    Rows are in the order of documents and of their text; rejected links are among them.
    """
    said = said_of(workspace)
    names = {group.id: group.name for group in workspace.collections()}
    names |= {feature.id: feature.name for feature in workspace.features()}
    layers = {feature.id: feature.layer_id for feature in workspace.features()}
    rows = []
    cards = workspace.document_cards()
    for card in cards:
        if document_ids is not None and card.id not in document_ids:
            continue
        document = workspace.document(card.id)
        for link in workspace.links(card.id) if document else ():
            if document:
                row = _row(link, document, said)
                row |= {"name": names.get(link.target_id, link.target_id)}
                rows.append(row | {"layer": layers.get(link.target_id, "")})
    return {
        "stamp": workspace.stamp,
        "rows": rows,
        "documents": {card.id: {**source_fields(card), "file": card.file} for card in cards},
        "layers": {layer.id: layer.title for layer in workspace.layers()},
    }


def said_of(workspace: Workspace) -> Mapping[tuple[str, str, str], Standing]:
    """Return what people said, by document, digest of the quote, and target."""
    log, _ = read_decisions(decisions_path(workspace.path))
    found = standing((*workspace.decisions(), *log))
    return {(key.document_id, key.quote_sha256, key.target_id): each for key, each in found.items()}


def _row(
    link: EvidenceLink, document: Document, said: Mapping[tuple[str, str, str], Standing]
) -> Fields:
    quote = document.quote(link.span)
    stands = said.get((document.id, quote_digest(quote), link.target_id))
    return {
        "document": document.id,
        "start": link.span.start,
        "end": link.span.end,
        "quote": quote[:_MOST_QUOTE],
        "matches": [[match.start, match.end] for match in link.matches],
        "place": place_in_words(element_at(document.elements, link.span.start)),
        "target": link.target_id,
        "kind": link.kind.value,
        "score": round(link.score, 2),
        "reason": link.reason,
        "method": link.method,
        "status": link.status.value,
        "by": link.decided_by,
        "at": link.decided_at,
        "note": link.note,
        "against": [_said(each) for each in stands.against] if stands else [],
        "reports": [_said(each) for each in stands.reports] if stands else [],
        "seen": [each.id for each in stands.history if each.id] if stands else [],
    }


def _said(decision: Decision) -> Fields:
    return {
        "verdict": decision.verdict.value,
        "by": decision.by,
        "at": decision.at,
        "note": decision.note,
    }
