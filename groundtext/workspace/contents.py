"""What a workspace holds, as values: what `write_workspace` takes and `Workspace` gives back."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from collections.abc import Collection as AnyCollection

    from groundtext.decision import Decision
    from groundtext.disagreement import Disagreement
    from groundtext.model import (
        Collection,
        DateMention,
        Document,
        DocumentId,
        EvidenceLink,
        Feature,
        Layer,
        Listed,
        Mention,
        Passage,
    )

# By the ids of places: how they are spelt, in every script.
Spellings: TypeAlias = "Callable[[AnyCollection[str]], Mapping[str, tuple[str, ...]]]"


def no_spellings(_place_ids: AnyCollection[str]) -> Mapping[str, tuple[str, ...]]:
    """Return no other spelling of any place."""
    return {}


@dataclass(frozen=True, slots=True)
class Analysis:
    """One document with all that the steps found in it, everything in reading order."""

    document: Document
    passages: tuple[Passage, ...]
    mentions: tuple[Mention, ...]
    links: tuple[EvidenceLink, ...]  # rejected ones too, so that a reader can see them
    dates: tuple[DateMention, ...] = ()
    listed: tuple[Listed, ...] = ()  # what is suspicious in it; kept with the contents' own


@dataclass(frozen=True, slots=True)
class Contents:
    """Everything that one build puts into a workspace."""

    layers: tuple[Layer, ...]
    features: tuple[Feature, ...]
    collections: tuple[Collection, ...]
    analyses: AnyCollection[Analysis]  # by document id where they are no tuple
    listed: tuple[Listed, ...] = ()
    disagreements: tuple[Disagreement, ...] = ()
    decisions: tuple[Decision, ...] = ()  # those that came with the documents
    log: str = ""  # digest of the log beside the workspace that was laid over the links
    spellings: Spellings = no_spellings  # of the places that documents and features name
    named_places: Mapping[str, frozenset[str]] = field(default_factory=dict)  # ids by feature ids
    demonyms: Mapping[str, frozenset[str]] = field(default_factory=dict)  # by ids of places


@dataclass(frozen=True, slots=True)
class DocumentCard:
    """What is known of a document, without its text."""

    id: DocumentId
    file: str
    title: str
    author: str
    publisher: str
    published: str  # EDTF date or interval; empty when unknown
    basis: str
    language: str
    complete: bool
    sha256: str
    n_passages: int
    n_evidence: int  # passages that support at least one feature


@dataclass(frozen=True, slots=True)
class Evidence:
    """A link that counts as support, with the words it rests on."""

    link: EvidenceLink
    quote: str  # the slice of the document under `link.span`
    document: DocumentCard


@dataclass(frozen=True, slots=True)
class Coverage:
    """How many passages are on the map, and why the others are not."""

    n_passages: int
    n_on_map: int
    silent: tuple[tuple[str, int], ...]  # (reason in words, count), most frequent first
