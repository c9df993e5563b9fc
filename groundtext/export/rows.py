"""What every export says of links and documents, gathered once from a workspace."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from groundtext.export.entries import citation

if TYPE_CHECKING:
    from collections.abc import Mapping

    from groundtext.model import Collection, Document, EvidenceLink, Feature, Layer
    from groundtext.workspace import DocumentCard, Workspace

# Fields of a link, in the order in which tables have them.
LINK_COLUMNS = (
    *(
        "target",
        "target_name",
        "kind",
        "status",
        "score",
        "quote",
        "document",
        "file",
        "start",
        "end",
    ),
    *("title", "author", "publisher", "published", "citation", "reason", "method"),
    *("decided_by", "decided_at", "note"),
)


@dataclass(frozen=True)
class Exported:
    """A workspace's contents, as exports go through them."""

    layers: tuple[Layer, ...]
    features: tuple[Feature, ...]
    collections: tuple[Collection, ...]
    cards: Mapping[str, DocumentCard]
    documents: Mapping[str, Document]
    links: Mapping[str, tuple[EvidenceLink, ...]] = field(default_factory=dict)  # by target
    stamp: str = ""

    def name(self, target_id: str) -> str:
        """Return the name of a feature or a group."""
        named: list[Feature | Collection] = [*self.features, *self.collections]
        return next((each.name for each in named if each.id == target_id), target_id)

    def quote(self, link: EvidenceLink) -> str:
        """Return the words of a link."""
        return self.documents[link.document_id].quote(link.span)

    def fields(self, link: EvidenceLink) -> dict[str, Any]:
        """Return what is known of a link, under the names of `LINK_COLUMNS`."""
        card = self.cards[link.document_id]
        return {
            "target": link.target_id,
            "target_name": self.name(link.target_id),
            "kind": link.kind.value,
            "status": link.status.value,
            "score": round(link.score, 4),
            "quote": self.quote(link),
            "document": link.document_id,
            "file": card.file,
            "start": link.span.start,
            "end": link.span.end,
            "title": card.title,
            "author": card.author,
            "publisher": card.publisher,
            "published": card.published,
            "citation": ", ".join(citation(card)),
            "reason": link.reason,
            "method": link.method,
            "decided_by": link.decided_by,
            "decided_at": link.decided_at,
            "note": link.note,
        }


def read_exported(workspace: Workspace) -> Exported:
    """Read everything that an export may say; links that count as support only."""
    links: dict[str, list[EvidenceLink]] = {}
    for evidence in workspace.evidence():
        links.setdefault(evidence.link.target_id, []).append(evidence.link)
    cards = {card.id: card for card in workspace.document_cards()}
    documents = {key: workspace.document(key) for key in cards}
    return Exported(
        layers=workspace.layers(),
        features=workspace.features(),
        collections=workspace.collections(),
        cards=cards,
        documents={key: document for key, document in documents.items() if document},
        links={target: tuple(found) for target, found in links.items()},
        stamp=workspace.stamp,
    )


def document_fields(document: Document, card: DocumentCard) -> dict[str, Any]:
    """Return what is known of a document, without its text."""
    return {
        "id": document.id,
        "file": document.file,
        "title": document.title,
        "author": document.author,
        "publisher": document.publisher,
        "published": document.published,
        "basis": document.basis,
        "language": document.language,
        "sha256": document.sha256,
        "characters": len(document.text),
        "complete": document.complete,
        "citation": ", ".join(citation(card)),
    }
