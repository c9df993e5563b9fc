"""Document → the date expressions in it, each with its meaning and how it was read."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from groundtext import edtf
from groundtext.dates.expressions import find_dates
from groundtext.dates.windows import published_window
from groundtext.model import DateMention, Role
from groundtext.pieces import pieces

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from groundtext.dates.expressions import DateExpression
    from groundtext.dates.windows import Window
    from groundtext.model import Document, Passage

_YEAR: Final = re.compile(r"(?<!\d)(?:1\d|20)\d{2}(?!\d)")
_MOST_MEANINGS: Final = 6  # of one expression; with more, nothing is known of it
_IN_WORDS: Final = 3


def mention_dates(document: Document, passages: Sequence[Passage]) -> tuple[DateMention, ...]:
    """Return the date expressions of the passages, in order; boilerplate has none.

    What leaves too many meanings, such as "March 18" in a document without a date, is left out.

    Raises
    ------
    DateError
        If the document's date of publication is not EDTF.
    """
    published = published_window(document.published)
    return tuple(
        found
        for passage in passages
        if passage.role is not Role.BOILERPLATE
        for found in _in_passage(document, passage, published)
    )


def _in_passage(
    document: Document, passage: Passage, published: Window | None
) -> Iterator[DateMention]:
    found_dates = (
        found
        for start, end in pieces(document.text, passage.span)
        for found in find_dates(document.text[start:end], published, offset=start)
    )
    for found in found_dates:
        if len(found.windows) <= _MOST_MEANINGS:
            text = document.text[found.span.start : found.span.end]
            yield DateMention(
                document_id=document.id,
                span=found.span,
                text=text,
                edtf=found.edtf,
                mode=found.mode,
                grain=found.grain,
                reason=_reason(text, found, document.published),
            )


def _reason(text: str, found: DateExpression, published: str) -> str:
    meanings = [edtf.in_words(window.edtf) for window in found.windows]
    if len(meanings) > _IN_WORDS:
        meaning = f"one of {len(meanings)} dates"
    else:
        meaning = " or ".join(meanings)
    if not published or _YEAR.search(text):
        return f"says {meaning}"
    return f"read as {meaning}, from the publication {_of(published)}"


def _of(published: str) -> str:
    words = edtf.in_words(published)
    return f"dates {words}" if "/" in published else f"date {words}"
