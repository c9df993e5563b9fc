"""What every export says of links and documents, gathered once from a workspace."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain
from typing import TYPE_CHECKING, Any, Final

from groundtext.export.entries import citation
from groundtext.model import LinkKind, LinkStatus, element_at
from groundtext.portrayal.wording import place_in_words
from groundtext.workspace import features_below

if TYPE_CHECKING:
    from collections.abc import Collection as AnyCollection
    from collections.abc import Iterable, Iterator, Mapping

    from groundtext.model import Collection, Document, EvidenceLink, Feature, Layer, LayerId, Span
    from groundtext.workspace import DocumentCard, Workspace

# What every export that has a place for it says of the rights.
RIGHTS: Final = (
    "Documents are quoted passage by passage, each because it is about something on the map; no "
    "export holds a document's text. The rights in the quotations stay with their owners."
)
# Fields of a link, in the order in which tables have them.
LINK_COLUMNS: Final = (
    *("target", "target_name", "is_group", "supports", "kind", "status", "score", "quote"),
    *(
        "document",
        "file",
        "start",
        "end",
        "place",
        "title",
        "author",
        "publisher",
        "published",
        "citation",
    ),
    *("language", "reason", "method", "said_date", "said_place", "said_outcome"),
    *("decided_by", "decided_at", "note"),
)

_Links = dict[str, tuple["EvidenceLink", ...]]


@dataclass(frozen=True)
class Exported:
    """A workspace's contents, as exports go through them; links are by target, in reading order."""

    layers: tuple[Layer, ...]
    features: tuple[Feature, ...]
    collections: tuple[Collection, ...]
    cards: Mapping[str, DocumentCard]
    documents: Mapping[str, Document]  # by id, sorted
    links: _Links = field(default_factory=dict)  # those that count as support
    others: _Links = field(default_factory=dict)  # context only, or rejected by a reviewer
    names: Mapping[str, str] = field(default_factory=dict)  # of features and groups, by id
    stamp: str = ""

    @cached_property
    def group_ids(self) -> frozenset[str]:
        """The ids of groups."""
        return frozenset(group.id for group in self.collections)

    @cached_property
    def quoted(self) -> Mapping[str, frozenset[Span]]:
        """The passages that support something, each once, by document."""
        spans: dict[str, set[Span]] = {}
        for link in chain.from_iterable(self.links.values()):
            spans.setdefault(link.document_id, set()).add(link.span)
        return {key: frozenset(found) for key, found in spans.items()}

    @cached_property
    def starts(self) -> Mapping[str, frozenset[int]]:
        """Where passages with a link begin, by document."""
        starts: dict[str, set[int]] = {}
        for link in self.every_link():
            starts.setdefault(link.document_id, set()).add(link.span.start)
        return {key: frozenset(found) for key, found in starts.items()}

    def every_link(self) -> Iterator[EvidenceLink]:
        """Yield features' links in their order, then groups'; of each what supports it first."""
        for target in self.names:
            yield from self.links.get(target, ())
            yield from self.others.get(target, ())

    def quote(self, link: EvidenceLink) -> str:
        """Return the words of a link."""
        return self.documents[link.document_id].quote(link.span)

    def words(self, document_id: str, span: Span) -> str:
        """Return the words of a span, empty where they are not held."""
        document = self.documents[document_id]
        is_held = document.complete or any(held.contains(span) for held in document.held)
        return document.quote(span) if is_held else ""

    def fields(self, link: EvidenceLink) -> dict[str, Any]:
        """Return what is known of a link, under the names of `LINK_COLUMNS`."""
        card = self.cards[link.document_id]
        return {
            "target": link.target_id,
            "target_name": self.names.get(link.target_id, link.target_id),
            "is_group": link.target_id in self.group_ids,
            "supports": is_support(link),
            "kind": link.kind.value,
            "status": link.status.value,
            "score": round(link.score, 4),
            "quote": self.quote(link),
            "document": link.document_id,
            "file": card.file,
            "start": link.span.start,
            "end": link.span.end,
            "place": place_in_words(
                element_at(self.documents[link.document_id].elements, link.span.start)
            ),
            "title": card.title,
            "author": card.author,
            "publisher": card.publisher,
            "published": card.published,
            "citation": citation_text(card),
            "language": card.language,
            "reason": link.reason,
            "method": link.method,
            "said_date": link.said_date,
            "said_place": link.said_place.name if link.said_place else "",
            "said_outcome": link.said_outcome,
            "decided_by": link.decided_by,
            "decided_at": link.decided_at,
            "note": link.note,
        }


def is_support(link: EvidenceLink) -> bool:
    """Tell whether a link counts as evidence: `located` is context, and some are rejected."""
    return link.kind is not LinkKind.LOCATED and link.status is not LinkStatus.REJECTED


def citation_text(card: DocumentCard) -> str:
    """Return author, title or file name, publisher and date, as far as known."""
    return ", ".join(citation(card))


def read_exported(
    workspace: Workspace, layer_ids: AnyCollection[LayerId] | None = None
) -> Exported:
    """Read everything that an export may say of the layers, of all layers for None.

    With some layers only, there are the groups that hold a feature of these, and the documents
    that are quoted. Ids of layers that the workspace does not have are passed over.
    """
    layers = tuple(
        layer for layer in workspace.layers() if layer_ids is None or layer.id in layer_ids
    )
    shown = {layer.id for layer in layers}
    features = tuple(feature for feature in workspace.features() if feature.layer_id in shown)
    groups = workspace.collections()
    if layer_ids is not None:
        groups = _groups_of(features, groups)
    names = {feature.id: feature.name for feature in features}
    names |= {group.id: group.name for group in groups}
    cards = {card.id: card for card in workspace.document_cards()}
    found = [link for key in cards for link in workspace.links(key) if link.target_id in names]
    used = set(cards) if layer_ids is None else {link.document_id for link in found}
    documents = {key: workspace.document(key) for key in sorted(used)}
    return Exported(
        layers=layers,
        features=features,
        collections=groups,
        cards=cards,
        documents={key: document for key, document in documents.items() if document},
        links=_by_target(link for link in found if is_support(link)),
        others=_by_target(link for link in found if not is_support(link)),
        names=names,
        stamp=workspace.stamp,
    )


def _groups_of(
    features: Iterable[Feature], groups: tuple[Collection, ...]
) -> tuple[Collection, ...]:
    by_id = {group.id: group for group in groups}
    shown = {feature.id for feature in features}
    return tuple(group for group in groups if shown & features_below(group.id, by_id))


def _by_target(links: Iterable[EvidenceLink]) -> _Links:
    found: dict[str, list[EvidenceLink]] = {}
    for link in links:
        found.setdefault(link.target_id, []).append(link)
    return {target: tuple(about) for target, about in found.items()}


def document_fields(document: Document, found: Exported) -> dict[str, Any]:
    """Return what is known of a document, without its text, and how much of it is quoted here."""
    spans = found.quoted.get(document.id, frozenset())
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
        "passages_quoted": len(spans),
        "words_quoted": sum(len(document.quote(span).split()) for span in spans),
        "citation": citation_text(found.cards[document.id]),
    }
