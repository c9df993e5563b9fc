"""A passage → everything that is known of why it is linked as it is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from groundtext.dates.expressions import find_dates
from groundtext.dates.windows import published_window
from groundtext.workspace.document_rows import why_silent

if TYPE_CHECKING:
    from collections.abc import Iterable

    from groundtext.dates.expressions import DateExpression
    from groundtext.explanation.rejections import Provider
    from groundtext.model import Document, EvidenceLink, Mention, Passage, Rejected
    from groundtext.workspace import Analysis


@dataclass(frozen=True, slots=True)
class Explanation:
    """One passage with all that was found in it, everything in reading order."""

    document: Document
    passage: Passage
    mentions: tuple[Mention, ...]
    dates: tuple[DateExpression, ...]
    links: tuple[EvidenceLink, ...]  # those that a reviewer rejected, too
    silence: str  # why it supports nothing, in words; empty where it does
    rejected: tuple[Rejected, ...]


def explain(analysis: Analysis, passage: Passage, providers: Iterable[Provider]) -> Explanation:
    """Gather what was found in a passage of a document, and what the providers rejected there.

    Raises
    ------
    DateError
        If the document's date of publication is not EDTF.
    """
    document = analysis.document
    mentions = tuple(m for m in analysis.mentions if passage.span.contains(m.span))
    links = tuple(link for link in analysis.links if link.span == passage.span)
    return Explanation(
        document,
        passage,
        mentions,
        dates=find_dates(
            document.quote(passage.span),
            published_window(document.published),
            offset=passage.span.start,
        ),
        links=links,
        silence=why_silent(passage, links, mentions),
        rejected=tuple(
            rejected
            for provider in providers
            for rejected in sorted(
                provider(document, analysis.passages, analysis.mentions, passage),
                key=lambda one: one.span,
            )
        ),
    )
