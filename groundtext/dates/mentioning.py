"""Document → the date expressions in it, each with its meaning and how it was read."""

from __future__ import annotations

from functools import reduce
from typing import TYPE_CHECKING, Final

from groundtext.dates.expressions import find_dates, follow
from groundtext.dates.meaning import Known
from groundtext.dates.windows import published_window
from groundtext.edtf import in_words
from groundtext.model import DateMention, Role

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from groundtext.dates.expressions import DateExpression
    from groundtext.model import Document, Passage

_IN_WORDS: Final = 3


def mention_dates(document: Document, passages: Sequence[Passage]) -> tuple[DateMention, ...]:
    """Return the date expressions of the passages, in order; boilerplate has none.

    A date without a year is read from the publication, or from a date before it in the paragraph
    or in the heading; without either, its year stays open.

    Raises
    ------
    DateError
        If the document's date of publication is not EDTF.
    """
    return tuple(_mentions(document, passages))


def _mentions(document: Document, passages: Sequence[Passage]) -> Iterator[DateMention]:
    """Yield the dates; what is told before holds for its paragraph, a heading's for its section."""
    section = known = Known(published_window(document.published))
    paragraph, is_dated = -1, False
    for passage in passages:
        if passage.role is Role.BOILERPLATE:
            continue
        if passage.paragraph != paragraph:
            # "That year" may open a paragraph, and then means what the one before ends with.
            carried = known._replace(is_told=False) if is_dated else Known(known.published)
            known = section if section.before else carried
            paragraph, is_dated = passage.paragraph, False
        start, end = passage.span
        found = find_dates(document.text[start:end], known.published, offset=start, known=known)
        if passage.role is Role.HEADING:
            section = reduce(follow, found, Known(known.published))
        if found:
            known, is_dated = reduce(follow, found, known), True
            yield from (_mention(document, one) for one in found)


def _mention(document: Document, found: DateExpression) -> DateMention:
    meaning = found.edtf
    return DateMention(
        document_id=document.id,
        span=found.span,
        text=document.text[found.span.start : found.span.end],
        edtf=meaning,
        mode=found.mode,
        grain=found.grain,
        reason=_reason(found, meaning, document.published),
    )


def _reason(found: DateExpression, edtf: str, published: str) -> str:
    is_many = len(found.windows) > _IN_WORDS and not found.said
    meaning = f"one of {len(found.windows)} dates" if is_many else in_words(edtf)
    if found.basis == "written":
        return f"says {meaning}"
    if found.basis == "nothing":
        return f"says {meaning}: nothing tells which"
    if found.basis == "before":
        return f"read as {meaning}, from the date before"
    also = " or from the date before" if found.basis == "both" else ""
    return f"read as {meaning}, from the publication {_of(published)}{also}"


def _of(published: str) -> str:
    words = in_words(published)
    return f"dates {words}" if "/" in published else f"date {words}"
