"""What a workspace holds, as values: what `write_workspace` takes and `Workspace` gives back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
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
