"""What is judged: what was found in the documents that the right answers are about."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from groundtext.errors import QuoteError
from groundtext.evaluation.gold import Gold, fault

if TYPE_CHECKING:
    from collections.abc import Collection as AnyCollection
    from collections.abc import Iterable, Mapping

    from groundtext.errors import GoldError
    from groundtext.evaluation.gold import GoldLink, GoldMention, Origin
    from groundtext.model import Collection, Document, DocumentId, Span
    from groundtext.workspace import Analysis, Contents, Workspace


@dataclass(frozen=True, slots=True)
class Subject:
    """What was found in documents, and the features and groups that links can name."""

    analyses: Mapping[DocumentId, Analysis]
    collections: Mapping[str, Collection]
    target_ids: frozenset[str]  # of all features and collections

    def quote(self, document_id: DocumentId, span: Span) -> str:
        """Return the words under a span; nothing where they are not held."""
        analysis = self.analyses.get(document_id)
        return _slice(analysis.document, span) or "" if analysis else ""

    def file(self, document_id: DocumentId) -> str:
        """Return a document's file name; its id where the document is not held."""
        analysis = self.analyses.get(document_id)
        return analysis.document.file if analysis else document_id


def read_subject(workspace: Workspace, document_ids: AnyCollection[DocumentId]) -> Subject:
    """Read from a workspace what was found in these documents; those it lacks are left out."""
    held = sorted({card.id for card in workspace.document_cards()} & set(document_ids))
    return _subject(
        (workspace.analysis(document_id) for document_id in held),
        workspace.collections(),
        (feature.id for feature in workspace.features()),
    )


def to_subject(contents: Contents, document_ids: AnyCollection[DocumentId]) -> Subject:
    """Return what a build found in these documents; those it lacks are left out."""
    return _subject(
        (found for found in contents.analyses if found.document.id in document_ids),
        contents.collections,
        (feature.id for feature in contents.features),
    )


def _subject(
    analyses: Iterable[Analysis], groups: Iterable[Collection], feature_ids: Iterable[str]
) -> Subject:
    collections = {group.id: group for group in groups}
    return Subject(
        {found.document.id: found for found in analyses},
        collections,
        frozenset((*feature_ids, *collections)),
    )


def fitted(gold: Gold, subject: Subject) -> Gold:
    """Return the right answers that fit the documents; refuse those about other words.

    An answer that quotes what it is about must stand where the document says just that. What
    nothing is known against (no quote, no such document, words that are not held) is kept.
    """
    found = {id(one): error for one in gold.answers if (error := _misfit(one, subject))}
    # A line that is several answers is refused as one.
    refused = {(error.source, error.reason): error for error in found.values()}
    return Gold(
        tuple(link for link in gold.links if id(link) not in found),
        tuple(mention for mention in gold.mentions if id(mention) not in found),
        (*gold.refused, *refused.values()),
        gold.others,
    )


def _misfit(one: GoldLink | GoldMention, subject: Subject) -> GoldError | None:
    analysis = subject.analyses.get(one.document_id)
    if analysis is None:
        return None
    document, (start, end) = analysis.document, one.span
    if end > len(document.text):
        length = f"{document.file} has {len(document.text)} characters"
        return _refusal(one.origin, f"{start} to {end} is not within it: {length}")
    held, quote = _slice(document, one.span), one.origin.quote
    if held is None or not quote or held == quote:
        return None
    words = f"{document.file} says {_shortened(held)} at {start} to {end}"
    return _refusal(one.origin, f"{words}, not {_shortened(quote)}")


def _refusal(origin: Origin, message: str) -> GoldError:
    way_out = "count code points of the file's text, from 0, line ends as they are"
    return fault(origin.file, origin.line, f"{message}; {way_out}")


def _shortened(text: str, most: int = 40) -> str:
    return repr(text if len(text) <= most else f"{text[:most]}…")


def _slice(document: Document, span: Span) -> str | None:
    """Return the words under a span; None where the document does not hold them."""
    try:
        return document.quote(span)
    except QuoteError:
        return None
