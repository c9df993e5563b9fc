"""What the documents page fetches: the list of documents, and one document to read."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from itertools import accumulate
from typing import TYPE_CHECKING, Final

from groundtext.model import element_at
from groundtext.portrayal.wording import place_in_words, said_in_words
from groundtext.ui.originals import original_address
from groundtext.ui.source_fields import source_fields

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from groundtext.model import DateMention, Document, Mention, Passage, Span
    from groundtext.ui.source_fields import Fields
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
    passages = _Passages(workspace.passages(document_id))
    groups = {group.id: group.name for group in workspace.collections()}
    names = {feature.id: feature.name for feature in workspace.features()} | groups
    for evidence in workspace.evidence(document_id=document_id):
        passages.add_link(evidence, names, groups)
    for mention in workspace.mentions(document_id):
        passages.add_mention(mention)
    for date in workspace.dates(document_id):
        passages.add_date(date)
    return {
        **_card_fields(cards[document_id]),
        "characters": len(document.text),
        "original": original_address(workspace.path, cards[document_id]),
        "parts": _parts(document, passages),
    }


def _card_fields(card: DocumentCard) -> Fields:
    return {
        "id": card.id,
        **source_fields(card),
        "file": card.file,
        "basis": card.basis,
        "complete": card.complete,
        "passages": card.n_passages,
        "evidence": card.n_evidence,
    }


class _Passages:
    """The passages of a document, with what was found in each."""

    def __init__(self, passages: Sequence[Passage]) -> None:
        self.all = passages
        self.links: list[list[Fields]] = [[] for _ in passages]
        self.mentions: list[list[Fields]] = [[] for _ in passages]
        self.dates: list[list[Fields]] = [[] for _ in passages]
        self._starts = [passage.span.start for passage in passages]

    def add_link(
        self, evidence: Evidence, names: Mapping[str, str], groups: Mapping[str, str]
    ) -> None:
        """Add a link to the passage that shares the most with its span."""
        at = self._at(evidence.link.span)
        if at is not None:
            self.links[at].append(_link_fields(evidence, names, groups))

    def add_mention(self, mention: Mention) -> None:
        """Add a mention to the passage that it stands in."""
        at = self._at(mention.span)
        if at is not None and self.all[at].span.contains(mention.span):
            self.mentions[at].append(_mention_fields(mention))

    def add_date(self, date: DateMention) -> None:
        """Add a date expression to the passage that it stands in."""
        at = self._at(date.span)
        if at is not None and self.all[at].span.contains(date.span):
            self.dates[at].append(_date_fields(date))

    def _at(self, span: Span) -> int | None:
        first = max(bisect_right(self._starts, span.start) - 1, 0)
        last = bisect_left(self._starts, span.end)
        sharing = [k for k in range(first, last) if self.all[k].span.overlaps(span)]
        return max(sharing, key=lambda k: _shared(span, self.all[k].span), default=None)


def _link_fields(evidence: Evidence, names: Mapping[str, str], groups: Mapping[str, str]) -> Fields:
    link = evidence.link
    return {
        "id": link.target_id,
        "name": names.get(link.target_id, link.target_id),
        "group": link.target_id in groups,
        "kind": link.kind.value,
        "reason": link.reason,
        "status": link.status.value,
        "matches": [[match.start, match.end] for match in link.matches],
        "said": said_in_words(link),
        "also": len(link.also_at),
    }


def _mention_fields(mention: Mention) -> Fields:
    position = mention.place.position if mention.place and mention.kind != "demonym" else None
    return {
        "at": [round(position.lon, 3), round(position.lat, 3)] if position else None,
        "span": [mention.span.start, mention.span.end],
        "text": mention.text,
        "reading": mention.reading.value,
        "place": mention.place.name if mention.place else "",
        "reason": mention.reason,
    }


def _date_fields(date: DateMention) -> Fields:
    return {
        "span": [date.span.start, date.span.end],
        "text": date.text,
        "reason": date.reason,
    }


def _shared(one: Span, other: Span) -> int:
    return min(one.end, other.end) - max(one.start, other.start)


def _parts(document: Document, passages: _Passages) -> list[Fields]:
    parts: list[Fields] = []
    end, paragraph = 0, -1
    missing = _missing_in(document)
    for k, passage in enumerate(passages.all):
        gap = missing(end, passage.span.start)
        if gap:
            parts.append({"gap": gap})
        if gap or passage.paragraph != paragraph:
            parts.append({"role": passage.role.value, "passages": []})
        is_first = not parts[-1]["passages"]
        element = element_at(document.elements, passage.span.start)
        parts[-1]["passages"].append(
            {
                "document": document.id,
                "start": passage.span.start,
                "end": passage.span.end,
                "quote": document.quote(passage.span),
                "place": place_in_words(element),
                "page": element.page if element else None,
                "between": "" if is_first else document.text[end : passage.span.start],
                "role": passage.role.value,
                "note": passage.note,
                "mentions": passages.mentions[k],
                "dates": passages.dates[k],
                "links": passages.links[k],
            }
        )
        end, paragraph = passage.span.end, passage.paragraph
    gap = missing(end, len(document.text))
    return [*parts, {"gap": gap}] if gap else parts


def _missing_in(document: Document) -> Callable[[int, int], int]:
    """Return what counts the characters of a stretch that are not held.

    A mere separator, such as a line end between two quotations, counts as none.
    """
    if document.complete:
        return lambda start, end: 0  # noqa: ARG005  a complete document holds everything
    starts = [span.start for span in document.held]
    held = list(accumulate((span.end - span.start for span in document.held), initial=0))

    def held_before(position: int) -> int:
        k = bisect_right(starts, position)
        past = document.held[k - 1].end - position if k else 0
        return held[k] - max(past, 0)

    def missing(start: int, end: int) -> int:
        count = end - start - (held_before(end) - held_before(start))
        return count if count > _SEPARATOR else 0

    return missing
