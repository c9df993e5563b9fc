"""Plain text and Markdown: kept as they are, so that offsets are those of the file."""

from __future__ import annotations

import re
from typing import Final

from groundtext.formats.decoding import decode
from groundtext.formats.extracts import Stated
from groundtext.formats.faults import Unusable
from groundtext.formats.texts.dates import stated_date
from groundtext.formats.texts.parsed import Parsed
from groundtext.model import Element, Span

_LINE: Final = re.compile(r"[^\r\n]*[^\s][^\r\n]*")
_HEADING: Final = re.compile(r" {0,3}#{1,6}[ \t]+(.+?)[ \t]*#*$")
_FENCE: Final = re.compile(r" {0,3}(?:```|~~~)")
_FRONT: Final = re.compile(r"\A\ufeff?---[ \t]*\r?\n(.*?)\r?\n---[ \t]*(?:\r?\n|$)", re.DOTALL)
_FACT: Final = re.compile(
    r"^(title|author|publisher|date|published|lang|language):[ \t]*(.+)$",
    re.IGNORECASE | re.MULTILINE,
)


def read_plain(source: bytes) -> Parsed:
    """Return the text of a file of plain text, to the letter.

    Raises
    ------
    Unusable
        If it holds nothing but blanks.
    """
    decoded = decode(source)
    if not decoded.text.strip():
        raise Unusable("holds no text; it may not have been copied whole.")
    return Parsed(decoded.text, warnings=(decoded.warning,) if decoded.warning else ())


def read_markdown(source: bytes) -> Parsed:
    """Return the text of a Markdown file, to the letter; headings are elements of it.

    Errors as in `read_plain`.
    """
    parsed = read_plain(source)
    front = _FRONT.match(parsed.text)
    elements: list[Element] = []
    is_code = False
    for number, line in enumerate(_LINE.finditer(parsed.text), 1):
        words = line[0].lstrip("\ufeff")
        heading = None if is_code else _HEADING.match(words)
        is_code ^= bool(_FENCE.match(words))
        role = "heading" if heading else ""
        if front and line.end() <= front.end():
            role = "boilerplate"
        elements.append(Element(Span(*line.span()), 0, f"line {number}" if heading else "", role))
    stated = _stated(front[1] if front else "")
    return Parsed(parsed.text, tuple(elements), stated, parsed.warnings)


def _stated(front: str) -> Stated:
    facts = {match[1].lower(): match[2].strip().strip("\"'") for match in _FACT.finditer(front)}
    return Stated(
        title=facts.get("title", ""),
        author=facts.get("author", ""),
        publisher=facts.get("publisher", ""),
        published=stated_date(facts.get("date", "") or facts.get("published", "")),
        language=facts.get("lang", "") or facts.get("language", ""),
        basis="the file's first lines" if facts else "",
    )
