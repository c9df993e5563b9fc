"""What an export says of a document, and the quotes of its links → an incomplete document."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from groundtext.formats.returns.links import date_from_json, span_from_json, text_from_json
from groundtext.layers.finding import Fault
from groundtext.model import Document, Element, Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from groundtext.formats.returns.links import GivenLink
    from groundtext.layers.geojson import Json

_MOST_CHARACTERS: Final = 20_000_000  # of a text that is spaces but for its quotations
_SHA256: Final = re.compile(r"[0-9a-f]{64}", re.ASCII)


def document_from_json(fields: Mapping[str, Json], links: Iterable[GivenLink]) -> Document:
    """Return the document with what its links quote, and spaces for all that they do not.

    A quote that contradicts another one at the same place is left out: its link does not hold, as
    `Document.quote` then says. The id is the one in the file, and no name of a file here.

    Raises
    ------
    Fault
        If what is said of it is not what it must be.
    """
    document_id, digest = text_from_json(fields, "id"), text_from_json(fields, "sha256")
    if not document_id:
        raise Fault("it has no id", "export it again")
    if not _SHA256.fullmatch(digest):
        raise Fault(f"its sha256 {digest!r:.80} is none", "export it again")
    length = fields.get("characters")
    if isinstance(length, bool) or not isinstance(length, int):
        raise Fault(f"{length!r:.80} is no number of characters", "export it again")
    if not 0 < length <= _MOST_CHARACTERS:
        raise Fault(
            f"{length:,} characters are none, or too many", "divide the document, and export it"
        )
    blank = Document(
        id=document_id,
        file=text_from_json(fields, "file") or document_id,
        text=" " * length,
        sha256=digest,
        title=text_from_json(fields, "title"),
        author=text_from_json(fields, "author"),
        publisher=text_from_json(fields, "publisher"),
        published=date_from_json(fields, "published"),
        basis=text_from_json(fields, "basis"),
        language=text_from_json(fields, "language"),
        complete=False,
        elements=_elements(fields.get("elements"), length),
    )
    return with_quotes(blank, links)


def _elements(value: Json, length: int) -> tuple[Element, ...]:
    """Return the pieces of the original that are named: in order, disjoint, and in the text."""
    elements: list[Element] = []
    for each in value if isinstance(value, list) else []:
        match each:
            case [start, end, int(page), str(path), str(role)] if type(page) is int and page >= 0:
                texts = {"path": path, "role": role}
                span = span_from_json([start, end], "a piece of the original")
                element = Element(
                    span, page, text_from_json(texts, "path"), text_from_json(texts, "role")
                )
            case _:
                raise Fault(f"it has a piece {each!r:.80}, which is none", "export it again")
        if span.end > length or (elements and span.start < elements[-1].span.end):
            raise Fault("its pieces are out of order, or outside the text", "export it again")
        elements.append(element)
    return tuple(elements)


def with_quotes(document: Document, links: Iterable[GivenLink]) -> Document:
    """Return an incomplete document with what links to its id quote, added to what it holds.

    What it holds stays; a quote that says something else at the same place, or reaches outside
    the text, is left out.
    """
    held = [(span.start, document.quote(span)) for span in document.held]
    for span, words in _quotes(document.id, links):
        if words and span.end <= len(document.text):
            _insert(held, span.start, words)
    return replace(
        document,
        text=_spread(held, len(document.text)),
        held=tuple(Span(start, start + len(words)) for start, words in held),
    )


def _quotes(document_id: str, links: Iterable[GivenLink]) -> Iterable[tuple[Span, str]]:
    for given in links:
        if given.link.document_id == document_id:
            yield given.link.span, given.quote
            yield from zip(given.link.also_at, given.also_quotes, strict=False)


def _insert(held: list[tuple[int, str]], start: int, words: str) -> None:
    """Add words to stretches that are in order and disjoint; those that they touch become one."""
    end = start + len(words)
    first = max(bisect_right(held, start, key=lambda stretch: stretch[0]) - 1, 0)
    if held and held[first][0] + len(held[first][1]) <= start:
        first += 1
    last = first
    while last < len(held) and held[last][0] < end:
        if not _agree(held[last], (start, words)):
            return
        last += 1
    joined_start = min(start, held[first][0]) if last > first else start
    joined = ""
    for part_start, part in sorted([*held[first:last], (start, words)]):
        joined += part[joined_start + len(joined) - part_start :]
    held[first:last] = [(joined_start, joined)]


def _agree(one: tuple[int, str], other: tuple[int, str]) -> bool:
    """Tell whether two stretches that overlap say the same where they do."""
    shared = max(one[0], other[0])
    size = min(one[0] + len(one[1]), other[0] + len(other[1])) - shared
    first, second = (words[shared - start :][:size] for start, words in (one, other))
    return first == second


def _spread(held: Iterable[tuple[int, str]], length: int) -> str:
    pieces: list[str] = []
    position = 0
    for start, words in held:
        pieces += [" " * (start - position), words]
        position = start + len(words)
    return "".join([*pieces, " " * (length - position)])
