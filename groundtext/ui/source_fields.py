"""What the pages say of a document wherever they quote it, as JSON-ready values."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeAlias

from groundtext.portrayal.wording import document_in_words, published_in_words

if TYPE_CHECKING:
    from groundtext.workspace import DocumentCard

Fields: TypeAlias = dict[str, Any]


def source_fields(card: DocumentCard) -> Fields:
    """Return title, author, publisher, date and language of a document."""
    return {
        "title": document_in_words(card),
        "author": card.author,
        "publisher": card.publisher,
        "published": published_in_words(card),
        "language": card.language,
    }
