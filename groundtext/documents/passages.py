"""Document → passages."""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING, Final

from groundtext.documents.splitting import split_paragraphs, split_sentences
from groundtext.documents.structure import Part, classify
from groundtext.model import Passage, Role, element_at

if TYPE_CHECKING:
    from collections.abc import Iterator

    from groundtext.model import Document, Span

# What the original's own form says of a piece, whatever its wording.
_TOLD: Final = {
    "boilerplate": Part(Role.BOILERPLATE, "stands around the text of the original"),
    "heading": Part(Role.HEADING, ""),
}


def split_passages(document: Document) -> tuple[Passage, ...]:
    """Return the passages in reading order: one sentence, heading or list item each.

    Spans are trimmed, disjoint, and hold everything but white space. In an incomplete document
    each held span is one paragraph of its own. A text of nothing but space has no passage.
    """
    ordinals = count()
    paragraphs = tuple(_paragraphs(document))
    by_wording = classify([document.text[start:end] for start, end in paragraphs])
    parts = _told_by_elements(document, paragraphs, by_wording)
    return tuple(
        Passage(document.id, next(ordinals), sentence, part.role, part.note, number)
        for number, (paragraph, part) in enumerate(zip(paragraphs, parts, strict=True))
        for sentence in split_sentences(document.text, paragraph)
    )


def _told_by_elements(
    document: Document, paragraphs: tuple[Span, ...], parts: tuple[Part, ...]
) -> tuple[Part, ...]:
    if not document.elements:
        return parts
    elements = [element_at(document.elements, paragraph.start) for paragraph in paragraphs]
    return tuple(
        _TOLD.get(element.role, part) if element else part
        for element, part in zip(elements, parts, strict=True)
    )


def _paragraphs(document: Document) -> Iterator[Span]:
    if document.complete:
        yield from split_paragraphs(document.text)
    else:
        for held in document.held:
            for span in split_paragraphs(document.text[held.start : held.end]):
                yield type(span)(span.start + held.start, span.end + held.start)
