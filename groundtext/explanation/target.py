"""What is asked about: "DOCUMENT:OFFSET" → a document and the passages there."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from difflib import get_close_matches
from typing import TYPE_CHECKING, Final

from groundtext.errors import UsageError
from groundtext.model import Span
from groundtext.portrayal.terminal import on_one_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from groundtext.model import Document, Passage
    from groundtext.workspace import DocumentCard

_TARGET: Final = re.compile(r"(?P<document>.+):(?P<start>[0-9]{1,12})(?:-(?P<end>[0-9]{1,12}))?")
_LIKENESS: Final = 0.4  # of difflib's ratio: a slip of the pen, or half of the name


@dataclass(frozen=True, slots=True)
class Target:
    """A document, by id or file name, and a stretch of its text."""

    document: str
    span: Span


def parse_target(text: str) -> Target:
    """Read "DOCUMENT:OFFSET" or "DOCUMENT:START-END"; offsets are code points from 0.

    Raises
    ------
    UsageError
        If it is neither.
    """
    match = _TARGET.fullmatch(text)
    if match is None:
        raise UsageError(
            f"{on_one_line(text)!r} names no place in a document; "
            "write DOCUMENT:OFFSET or DOCUMENT:START-END, such as my-report:120."
        )
    start = int(match["start"])
    end = int(match["end"]) if match["end"] else start + 1
    if end <= start:
        raise UsageError(f"{start}-{end} holds nothing; the end is one past the last character.")
    return Target(match["document"], Span(start, end))


def document_named(name: str, cards: Sequence[DocumentCard]) -> DocumentCard:
    """Return the document with this id or file name.

    Raises
    ------
    UsageError
        If there is none; the nearest name is given.
    """
    for card in cards:
        if name in {card.id, card.file}:
            return card
    ids = [card.id for card in cards]
    near = get_close_matches(name, ids, n=1, cutoff=_LIKENESS) or ids[:1]
    hint = f"; the nearest name is {near[0]!r}" if near else ""
    raise UsageError(f"there is no document {name!r} among {len(cards)}{hint}.")


def passages_at(document: Document, passages: Sequence[Passage], span: Span) -> Sequence[Passage]:
    """Return the passages that a stretch of text touches, in order. `passages` are in order.

    Raises
    ------
    UsageError
        If the stretch reaches outside the text, or lies between passages; those beside it are
        named.
    """
    if span.end > len(document.text):
        raise UsageError(
            f"{document.file} has {len(document.text)} characters, numbered from 0, "
            f"and {_in_words(span)} reaches outside; give one within."
        )
    touched = [passage for passage in passages if passage.span.overlaps(span)]
    if touched:
        return touched
    first = bisect_right([passage.span.start for passage in passages], span.start)
    beside = [passage.span for passage in passages[max(first - 1, 0) : first + 1]]
    where = " and ".join(_in_words(one) for one in beside)
    held = "" if document.complete else "; only quotations of this document are held"
    message = f"{document.file}: {_in_words(span)} lies in no passage{held}"
    hint = f"; the nearest are at {where}" if beside else "; the document has none"
    raise UsageError(f"{message}{hint}.")


def _in_words(span: Span) -> str:
    return str(span.start) if span.end == span.start + 1 else f"{span.start}-{span.end}"
