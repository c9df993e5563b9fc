"""One door to the readers of documents."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Final

from groundtext.formats.extracts import Extract, Refused, Stated, TextExtract
from groundtext.formats.texts.docx import read_docx
from groundtext.formats.texts.html import read_html
from groundtext.formats.texts.language import detect_language
from groundtext.formats.texts.mail import read_mail
from groundtext.formats.texts.pdf import read_pdf
from groundtext.formats.texts.plain import read_markdown, read_plain

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from groundtext.formats.texts.parsed import Parsed

_READERS: Final[Mapping[str, Callable[[bytes], Parsed]]] = {
    "txt": read_plain,
    "md": read_markdown,
    "html": read_html,
    "pdf": read_pdf,
    "docx": read_docx,
    "eml": read_mail,
}
KINDS: Final = tuple(_READERS)
_MOST_CHARACTERS: Final = 20_000_000  # of one document; a longer text is no document
_MOST_FACT: Final = 500
_OPENING: Final = 3  # elements among which a title stands


def read_text_file(file: str, source: bytes, kind: str) -> Iterator[Extract]:
    """Yield a document's text, then the files that are attached to it.

    Parameters
    ----------
    file
        Its name, as the user knows it.
    source
        Its bytes.
    kind
        One of `KINDS`.

    Raises
    ------
    Unusable, Undecodable
        If it cannot be read.
    """
    parsed = _READERS[kind](source)
    if len(parsed.text) > _MOST_CHARACTERS:
        yield Refused(file, f"holds more than {_MOST_CHARACTERS:,} characters of text; divide it.")
        return
    if parsed.text.strip():
        yield TextExtract(
            file=file,
            format=kind,
            sha256=hashlib.sha256(source).hexdigest(),
            text=parsed.text,
            elements=parsed.elements,
            stated=_in_short(parsed),
            warnings=parsed.warnings,
        )
    yield from parsed.members


def _in_short(parsed: Parsed) -> Stated:
    """Return what a document states, on one line each, and the language of its text."""
    stated = parsed.stated
    language = stated.language.strip().lower()
    is_code = language.isascii() and language.isalpha() and len(language) in (2, 3)
    heading = "" if stated.title else _first_heading(parsed)
    return Stated(
        title=_line(stated.title or heading),
        author=_line(stated.author),
        publisher=_line(stated.publisher),
        published=stated.published,
        language=language if is_code else detect_language(parsed.text),
        basis=", ".join(filter(None, (stated.basis, "its first heading" if heading else ""))),
    )


def _first_heading(parsed: Parsed) -> str:
    """Return the heading that a document opens with, if it does."""
    for element in parsed.elements[:_OPENING]:
        if element.role == "heading":
            return parsed.text[element.span.start : element.span.end]
    return ""


def _line(text: str) -> str:
    printable = "".join(letter if letter.isprintable() else " " for letter in text)
    return " ".join(printable.split())[:_MOST_FACT]
