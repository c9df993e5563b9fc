"""What the documents page fetches: the list of documents, and one document to read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from groundtext.portrayal.wording import document_in_words, published_in_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from groundtext.model import Document, Mention, Passage, Span
    from groundtext.ui.panels import Fields
    from groundtext.workspace import DocumentCard, Evidence, Workspace

_SEPARATOR: Final = 4  # characters: a blank line or a space between sentences is no gap


def documents_payload(workspace: Workspace) -> Fields:
    """Return what is known of each document, by publication date, then by id."""
    return {"documents": [_card_fields(card) for card in workspace.document_cards()]}


def document_payload(workspace: Workspace, document_id: str) -> Fields | None:
    """Return one document to read, or None for an id that is not there.

    `parts` are in reading order: a paragraph with its passages, or a gap with the number of
    characters that are not held. Offsets are code points of the document's text.
    """
    cards = {card.id: card for card in workspace.document_cards()}
    document = workspace.document(document_id)
    if document is None:
        return None
    passages = workspace.passages(document_id)
    links = _links_by_passage(workspace, passages, document_id)
    mentions = workspace.mentions(document_id)
    return {
        **_card_fields(cards[document_id]),
        "characters": len(document.text),
        "parts": _parts(document, passages, links, mentions),
    }


def _card_fields(card: DocumentCard) -> Fields:
    return {
        "id": card.id,
        "title": document_in_words(card),
        "file": card.file,
        "author": card.author,
        "publisher": card.publisher,
        "published": published_in_words(card),
        "basis": card.basis,
        "language": card.language,
        "complete": card.complete,
        "passages": card.n_passages,
        "evidence": card.n_evidence,
    }


def _links_by_passage(
    workspace: Workspace, passages: Sequence[Passage], document_id: str
) -> dict[int, list[Fields]]:
    """Return the links of each passage, by its ordinal."""
    features = {feature.id: feature.name for feature in workspace.features()}
    groups = {group.id: group.name for group in workspace.collections()}
    links: dict[int, list[Fields]] = {}
    for evidence in workspace.evidence(document_id=document_id):
        passage = _passage_at(evidence.link.span, passages)
        if passage is not None:
            name = groups.get(evidence.link.target_id) or features.get(evidence.link.target_id, "")
            is_group = evidence.link.target_id in groups
            links.setdefault(passage.ordinal, []).append(_link_fields(evidence, name, is_group))
    return links


def _link_fields(evidence: Evidence, name: str, is_group: bool) -> Fields:  # noqa: FBT001
    link = evidence.link
    return {
        "id": link.target_id,
        "name": name or link.target_id,
        "group": is_group,
        "kind": link.kind.value,
        "reason": link.reason,
        "status": link.status.value,
        "matches": [[match.start, match.end] for match in link.matches],
    }


def _passage_at(span: Span, passages: Iterable[Passage]) -> Passage | None:
    """Return the passage that shares the most with a span, or None where none does."""
    sharing = [passage for passage in passages if passage.span.overlaps(span)]
    return max(sharing, key=lambda passage: _shared(span, passage.span), default=None)


def _shared(one: Span, other: Span) -> int:
    return min(one.end, other.end) - max(one.start, other.start)


def _parts(
    document: Document,
    passages: Sequence[Passage],
    links: dict[int, list[Fields]],
    mentions: Sequence[Mention],
) -> list[Fields]:
    parts: list[Fields] = []
    end, paragraph = 0, -1
    for passage in passages:
        missing = _missing(document, end, passage.span.start)
        if missing:
            parts.append({"gap": missing})
        if missing or passage.paragraph != paragraph:
            parts.append({"role": passage.role.value, "passages": []})
        between = document.text[end : passage.span.start] if parts[-1]["passages"] else ""
        inside = [mention for mention in mentions if passage.span.contains(mention.span)]
        fields = _passage_fields(document, passage, inside)
        parts[-1]["passages"].append(
            {**fields, "between": between, "links": links.get(passage.ordinal, [])}
        )
        end, paragraph = passage.span.end, passage.paragraph
    missing = _missing(document, end, len(document.text))
    return [*parts, {"gap": missing}] if missing else parts


def _passage_fields(document: Document, passage: Passage, mentions: Iterable[Mention]) -> Fields:
    return {
        "start": passage.span.start,
        "end": passage.span.end,
        "quote": document.quote(passage.span),
        "role": passage.role.value,
        "note": passage.note,
        "mentions": [
            {
                "span": [mention.span.start, mention.span.end],
                "text": mention.text,
                "reading": mention.reading.value,
                "place": mention.place.name if mention.place else "",
                "reason": mention.reason,
            }
            for mention in mentions
        ],
    }


def _missing(document: Document, start: int, end: int) -> int:
    """Count the characters of a stretch that are not held; a mere separator counts as none."""
    if document.complete:
        return 0
    held = sum(max(0, _shared(span, type(span)(start, end))) for span in document.held)
    missing = end - start - held
    return missing if missing > _SEPARATOR else 0
