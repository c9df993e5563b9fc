"""Documents that are a line a link: as many as a test of large tables needs."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from groundtext.model import Document, EvidenceLink, LinkKind, Passage, Span
from groundtext.workspace import Analysis

if TYPE_CHECKING:
    from collections.abc import Iterable


def linked_lines(document_id: str, lines: Iterable[tuple[str, str]]) -> Analysis:
    """Return a document of lines, each a passage that supports the target beside it."""
    text, links, passages = "", [], []
    for number, (line, target) in enumerate(lines):
        span = Span(len(text), len(text) + len(line))
        text += f"{line}\n"
        passages.append(Passage(document_id, number, span, paragraph=number))
        links.append(
            EvidenceLink(
                target_id=target,
                document_id=document_id,
                span=span,
                kind=LinkKind.NAMED,
                score=0.9,
                reason="names it",
                method="test",
                matches=(Span(span.start, span.start + 4),),
            )
        )
    digest = hashlib.sha256(text.encode()).hexdigest()
    document = Document(document_id, f"{document_id}.txt", text, digest)
    return Analysis(document, tuple(passages), (), tuple(links))
