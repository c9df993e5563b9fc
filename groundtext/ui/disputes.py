"""What documents say differently of one thing, as JSON-ready values."""

from __future__ import annotations

from typing import TYPE_CHECKING

from groundtext.ui.source_fields import source_fields

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from groundtext.disagreement import Disagreement, Statement
    from groundtext.model import Document
    from groundtext.ui.source_fields import Fields
    from groundtext.workspace import DocumentCard, Workspace


class Disputes:
    """The disagreements of one workspace; reads it once, and only the documents that disagree."""

    def __init__(self, workspace: Workspace) -> None:
        found = workspace.disagreements()
        cards = {card.id: card for card in workspace.document_cards()}
        ids = {statement.document_id for dispute in found for statement in dispute.statements}
        documents = {key: document for key in ids if (document := workspace.document(key))}
        self._by_target: dict[str, list[Fields]] = {}
        for dispute in found:
            fields = _dispute_fields(dispute, cards, documents)
            self._by_target.setdefault(dispute.target_id, []).append(fields)

    def of(self, target_ids: Iterable[str]) -> list[Fields]:
        """Return the disagreements about these features or groups, in the order given."""
        return [dispute for target in target_ids for dispute in self._by_target.get(target, ())]


def _dispute_fields(
    dispute: Disagreement, cards: Mapping[str, DocumentCard], documents: Mapping[str, Document]
) -> Fields:
    return {
        "target": dispute.target_id,
        "aspect": dispute.aspect,
        "statements": [
            _statement_fields(said, cards[said.document_id], documents[said.document_id])
            for said in dispute.statements
        ],
    }


def _statement_fields(statement: Statement, card: DocumentCard, document: Document) -> Fields:
    return {
        "says": statement.says,
        "document": card.id,
        "start": statement.span.start,
        "end": statement.span.end,
        "quote": document.quote(statement.span),
        **source_fields(card),
    }
