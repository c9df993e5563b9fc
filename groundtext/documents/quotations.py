"""The quotations of articles that are not part of the project → incomplete documents."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

from groundtext.documents.reading import (
    METADATA_FILE,
    DocumentSet,
    Metadata,
    read_metadata,
    to_document,
)
from groundtext.model import Document, Listed, Span

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

QUOTATIONS_FILE = "quotations.jsonl"
_FIELDS = (("document", str), ("start", int), ("end", int), ("quote", str))


def read_quotations(folder: Path) -> DocumentSet:
    """Read `quotations.jsonl` and `documents.csv` of a folder into incomplete documents.

    A text has the original's length; what is not quoted is spaces. A quotation that does not fit
    (its length, another quotation, the document's end) is listed with its line, the rest kept.
    """
    rows, faults = read_metadata(folder / METADATA_FILE)
    listed = list(faults)
    quotes: dict[str, dict[Span, str]] = {row.file: {} for row in rows}
    lengths = {row.file: row.characters for row in rows}
    for number, line in enumerate(_lines(folder / QUOTATIONS_FILE, listed), 1):
        if not line.strip():
            continue
        try:
            file, span, quote = _quotation(line)
            _check(span, quotes.get(file), lengths.get(file), file)
        except (ValueError, TypeError) as error:
            reason = f"line {number}: {error}; correct or remove it."
            listed.append(Listed(QUOTATIONS_FILE, reason))
            continue
        quotes[file][span] = quote
    documents = [_incomplete(row, quotes[row.file]) for row in rows if quotes[row.file]]
    return DocumentSet(tuple(sorted(documents, key=lambda d: d.id)), tuple(listed))


def _lines(path: Path, listed: list[Listed]) -> Iterable[str]:
    try:
        return path.read_text(encoding="utf-8").split("\n")
    except FileNotFoundError:
        listed.append(Listed(path.name, "is missing; restore it from the project."))
    except (OSError, UnicodeDecodeError) as error:
        listed.append(Listed(path.name, f"cannot be read as UTF-8 text ({error})."))
    return ()


def _quotation(line: str) -> tuple[str, Span, str]:
    fields = json.loads(line)
    if not isinstance(fields, dict):
        raise TypeError("not a JSON object")
    for name, kind in _FIELDS:
        if not isinstance(fields.get(name), kind):
            raise TypeError(f"`{name}` is {fields.get(name)!r}, not a {kind.__name__}")
    span, quote = Span(fields["start"], fields["end"]), fields["quote"]
    if len(quote) != span.end - span.start:
        raise ValueError(
            f"characters {span.start} to {span.end} cannot hold a quote of {len(quote)} characters"
        )
    return fields["document"], span, quote


def _check(span: Span, quotes: dict[Span, str] | None, length: int | None, file: str) -> None:
    if quotes is None or length is None:
        raise ValueError(f"{METADATA_FILE} does not say how many characters {file!r} has")
    if not 0 <= span.start < span.end <= length:
        raise ValueError(f"{span.start} to {span.end} is not within {file} ({length} characters)")
    for other in quotes:
        if span.overlaps(other):
            raise ValueError(f"overlaps the quotation at {other.start} to {other.end} of {file}")


def _incomplete(known: Metadata, quotes: dict[Span, str]) -> Document:
    pieces: list[str] = []
    position = 0
    for span, quote in sorted(quotes.items()):
        pieces += [" " * (span.start - position), quote]
        position = span.end
    pieces.append(" " * ((known.characters or position) - position))
    return replace(to_document(known, "".join(pieces)), complete=False, held=tuple(sorted(quotes)))
