"""What a dossier says: the visible features and their groups, each with its quotes."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, Final

from groundtext.model import element_at
from groundtext.portrayal.countries import BASEMAP, read_countries
from groundtext.portrayal.wording import (
    document_in_words,
    facts_of,
    place_in_words,
    published_in_words,
    said_in_words,
)
from groundtext.workspace import features_below

if TYPE_CHECKING:
    from collections.abc import Collection as AnyCollection
    from collections.abc import Iterable

    from groundtext.model import Collection, EvidenceLink, Feature, FeatureId, Layer, LayerId
    from groundtext.workspace import DocumentCard, Evidence, Workspace


_DAY: Final = len("2026-01-31")


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a quote; the pieces of a quote, joined, are the quote to the letter."""

    text: str
    is_match: bool  # whether these words made the link


@dataclass(frozen=True, slots=True)
class Quote:
    """One passage that supports an entry."""

    document_id: str
    start: int
    end: int
    pieces: tuple[Piece, ...]
    citation: tuple[str, ...]
    language: str
    kind: str
    reason: str
    status: str  # with who decided, and on which day
    place: str  # the page or paragraph of the original, in words; empty where it has none
    said: str  # what it says of when and where it was and what became of it, in words


@dataclass(frozen=True, slots=True)
class Stated:
    """What one passage says that others contradict."""

    says: str
    start: int
    end: int
    citation: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Dispute:
    """What documents say differently of one entry."""

    aspect: str  # date | place | outcome
    statements: tuple[Stated, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """One feature or collection with what is known of it and its quotes."""

    id: str
    name: str
    facts: tuple[tuple[str, str], ...]  # (name, phrase)
    quotes: tuple[Quote, ...]
    disputes: tuple[Dispute, ...] = ()
    groups: tuple[tuple[str, str], ...] = ()  # (id, name) of collections that have quotes
    members: tuple[tuple[FeatureId, str], ...] = ()  # of a collection: its visible features


@dataclass(frozen=True, slots=True)
class Section:
    """The entries of one layer, or the groups."""

    id: str
    title: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Source:
    """A document that is quoted, and how much of it."""

    citation: tuple[str, ...]
    file: str
    basis: str
    is_complete: bool
    n_passages: int
    n_words: int  # quoted here
    longest: int  # words of the longest passage
    of_words: int  # of the whole text; 0 where it is not held


@dataclass(frozen=True, slots=True)
class Content:
    """Everything a dossier says in words, in the order in which it says it."""

    layers: tuple[Layer, ...]
    features: tuple[Feature, ...]
    sections: tuple[Section, ...]
    sources: tuple[Source, ...]


def citation(card: DocumentCard) -> tuple[str, ...]:
    """Return author, title or file name, publisher and date of a document, as far as known."""
    title = f"“{card.title}”" if card.title else document_in_words(card)
    parts = (card.author, title, card.publisher, published_in_words(card))
    return tuple(part for part in parts if part)


def read_content(workspace: Workspace, layer_ids: AnyCollection[LayerId] | None) -> Content:
    """Gather the features of the layers, all layers for None, and every quote that supports them.

    A collection is an entry of its own when it has quotes and a visible feature below it, so a
    quote about a group stands there once.
    """
    layers = tuple(
        layer for layer in workspace.layers() if layer_ids is None or layer.id in layer_ids
    )
    shown = {layer.id for layer in layers}
    features = tuple(feature for feature in workspace.features() if feature.layer_id in shown)
    evidence = _by_target(workspace.evidence())
    quotes = _quotes(evidence, workspace)
    disputes = _disputes(workspace)
    groups = _group_entries(workspace.collections(), features, quotes, disputes)
    sections = [
        Section(layer.id, layer.title, _layer_entries(layer, features, quotes, groups, disputes))
        for layer in layers
    ]
    if groups:
        sections.append(Section("groups", "Groups", groups))
    quoted = {target.id for section in sections for target in section.entries}
    shown_evidence = (found for key in sorted(quoted) for found in evidence.get(key, ()))
    sources = _sources(shown_evidence, workspace)
    return Content(layers, features, tuple(sections), sources)


def _by_target(evidence: Iterable[Evidence]) -> dict[str, tuple[Evidence, ...]]:
    by_target: dict[str, list[Evidence]] = {}
    for found in evidence:
        by_target.setdefault(found.link.target_id, []).append(found)
    return {target_id: tuple(found) for target_id, found in by_target.items()}


def _quotes(
    evidence: dict[str, tuple[Evidence, ...]], workspace: Workspace
) -> dict[str, tuple[Quote, ...]]:
    elements = {card.id: workspace.elements(card.id) for card in workspace.document_cards()}
    return {
        target_id: tuple(
            quote_of(
                each,
                place_in_words(element_at(elements[each.document.id], each.link.span.start)),
            )
            for each in found
        )
        for target_id, found in evidence.items()
    }


def _disputes(workspace: Workspace) -> dict[str, tuple[Dispute, ...]]:
    cards = {card.id: card for card in workspace.document_cards()}
    by_target: dict[str, list[Dispute]] = {}
    for each in workspace.disagreements():
        stated = tuple(
            Stated(said.says, said.span.start, said.span.end, citation(cards[said.document_id]))
            for said in each.statements
        )
        by_target.setdefault(each.target_id, []).append(Dispute(each.aspect, stated))
    return {target_id: tuple(disputes) for target_id, disputes in by_target.items()}


def _group_entries(
    collections: tuple[Collection, ...],
    features: tuple[Feature, ...],
    quotes: dict[str, tuple[Quote, ...]],
    disputes: dict[str, tuple[Dispute, ...]],
) -> tuple[Entry, ...]:
    by_id = {group.id: group for group in collections}
    entries = []
    for group in collections:
        below = features_below(group.id, by_id)
        members = tuple((member.id, member.name) for member in features if member.id in below)
        if members and group.id in quotes:
            facts = (("Note", group.note),) if group.note else ()
            told = disputes.get(group.id, ())
            about = quotes[group.id]
            entries.append(Entry(group.id, group.name, facts, about, told, members=members))
    return tuple(entries)


def _layer_entries(
    layer: Layer,
    features: tuple[Feature, ...],
    quotes: dict[str, tuple[Quote, ...]],
    groups: tuple[Entry, ...],
    disputes: dict[str, tuple[Dispute, ...]],
) -> tuple[Entry, ...]:
    countries = read_countries(BASEMAP)
    return tuple(
        Entry(
            feature.id,
            feature.name,
            tuple(facts_of(feature, layer, countries.in_words(feature.country))),
            quotes.get(feature.id, ()),
            disputes.get(feature.id, ()),
            groups=_groups_of(feature, groups),
        )
        for feature in features
        if feature.layer_id == layer.id
    )


def _groups_of(feature: Feature, groups: tuple[Entry, ...]) -> tuple[tuple[str, str], ...]:
    """Return the groups that hold the feature, smallest first."""
    holding = [
        group for group in groups if any(member_id == feature.id for member_id, _ in group.members)
    ]
    holding.sort(key=lambda group: (len(group.members), group.id))
    return tuple((group.id, group.name) for group in holding)


def quote_of(found: Evidence, place: str = "") -> Quote:
    """Return a link with its words, cut where the words that made it start and end.

    `place` is the page or paragraph of the original, in words.
    """
    link = found.link
    return Quote(
        document_id=link.document_id,
        start=link.span.start,
        end=link.span.end,
        pieces=_pieces(found),
        citation=citation(found.document),
        language=found.document.language,
        kind=link.kind.value,
        reason=link.reason,
        status=_status_of(link),
        place=place,
        said=said_in_words(link),
    )


def _status_of(link: EvidenceLink) -> str:
    """Return whether a link was reviewed, by whom and on which day, in words."""
    day = link.decided_at[:_DAY]
    parts = (link.decided_by and f"by {link.decided_by}", day and f"on {day}")
    return " ".join((link.status.value, *filter(None, parts)))


def _pieces(found: Evidence) -> tuple[Piece, ...]:
    """Cut the quote where matches start and end; overlapping matches become one."""
    offset = found.link.span.start
    is_match = [False] * len(found.quote)
    for match in found.link.matches:
        for position in range(max(match.start - offset, 0), min(match.end - offset, len(is_match))):
            is_match[position] = True
    cut = groupby(zip(found.quote, is_match, strict=True), key=lambda pair: pair[1])
    return tuple(Piece("".join(letter for letter, _ in run), marked) for marked, run in cut)


def _sources(evidence: Iterable[Evidence], workspace: Workspace) -> tuple[Source, ...]:
    """Count each document's passages once, however many features they support."""
    quotes: dict[str, dict[tuple[int, int], int]] = {}
    cards: dict[str, DocumentCard] = {}
    for found in evidence:
        cards[found.document.id] = found.document
        quotes.setdefault(found.document.id, {})[found.link.span] = len(found.quote.split())
    ordered = sorted(cards.values(), key=lambda card: (card.published, card.id))
    return tuple(
        Source(
            citation=citation(card),
            file=card.file,
            basis=card.basis,
            is_complete=card.complete,
            n_passages=len(quotes[card.id]),
            n_words=sum(quotes[card.id].values()),
            longest=max(quotes[card.id].values()),
            of_words=_n_words(card, workspace),
        )
        for card in ordered
    )


def _n_words(card: DocumentCard, workspace: Workspace) -> int:
    document = workspace.document(card.id) if card.complete else None
    return len(document.text.split()) if document else 0
