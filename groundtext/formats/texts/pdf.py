"""PDF → the text that a reader sees, page by page."""

from __future__ import annotations

import re
from collections import Counter
from contextlib import closing
from statistics import median
from typing import TYPE_CHECKING, Final

import pypdfium2

from groundtext.formats.extracts import Stated
from groundtext.formats.faults import Unusable
from groundtext.formats.texts.parsed import Parsed
from groundtext.formats.texts.pdf_layout import Paragraph, read_paragraphs
from groundtext.formats.texts.pdf_page import PageRuns, read_runs
from groundtext.formats.texts.pieces import Pieces

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_MOST_PAGES: Final = 3_000
_MOST_LOOKED_AT: Final = 120  # pages that are drawn to see what shows; more would take too long
_EDGE: Final = 0.09  # of a page's height, where running heads and page numbers stand
_NUMBER: Final = re.compile(
    r"(?:page |p\. ?|seite )?[-–— ]*(?:\d{1,4}|[ivxlc]{1,7})[-–— ]*(?:(?:of|/|von) ?\d+)?",
    re.IGNORECASE,
)
_HEADING: Final = 1.15  # of the usual letter size
_MOST_HEADING: Final = 200  # characters
_BROKEN: Final = re.compile(r"(\w{2,})[-\u00ad\u2010]$")
_JUNK: Final = re.compile(
    r"^\(?(?:microsoft (?:word|powerpoint)\b.*|untitled.*|slide \d+"
    r"|.*\.(?:docx?|indd|qxd|tex|dvi|rtf|odt|pdf)|anonymous|unspecified|unknown)\)?$",
    re.IGNORECASE,
)


def read_pdf(source: bytes) -> Parsed:
    """Return the text of a PDF; every piece knows its page.

    Raises
    ------
    Unusable
        If it is damaged or protected, or no page of it holds text.
    """
    try:
        document = pypdfium2.PdfDocument(source)
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower():
            raise Unusable("is protected by a password; save it without one.") from error
        raise Unusable("is a damaged PDF; save or download it again.") from error
    with closing(document):
        if len(document) > _MOST_PAGES:
            raise Unusable(f"has more than {_MOST_PAGES:,} pages; divide it.")
        pages = list(_pages(document))
        return _parsed(pages, document)


def _pages(document: pypdfium2.PdfDocument) -> Iterator[PageRuns]:
    is_looked_at = len(document) <= _MOST_LOOKED_AT
    for number in range(len(document)):
        try:
            page = document[number]
        except pypdfium2.PdfiumError:
            yield PageRuns(0, 0)
            continue
        with closing(page):
            yield read_runs(page, is_looked_at=is_looked_at)


def _parsed(pages: Sequence[PageRuns], document: pypdfium2.PdfDocument) -> Parsed:
    paragraphs = [list(read_paragraphs(page.runs)) for page in pages]
    around = _running(pages, paragraphs)
    sizes = [line.size for page in paragraphs for each in page for line in each.lines]
    usual = median(sizes) if sizes else 0.0
    words = Counter(
        word
        for page in paragraphs
        for each in page
        for line in each.lines
        for word in re.findall(r"\w+(?:-\w+)+", line.text)
    )
    pieces, edges = Pieces(), list[tuple[str, int]]()
    for number, page in enumerate(paragraphs, 1):
        for each in page:
            text = _joined(each, words)
            if (number, id(each)) in around:
                edges.append((text, number))
            else:
                pieces.add(text, page=number, role=_role(each, text, usual))
    pieces.mend()
    # After the text, so that a sentence that runs over the page is not cut by them.
    for text, number in edges:
        pieces.add(text, page=number, role="boilerplate")
    if not pieces.text:
        raise Unusable(_why_empty(pages))
    return Parsed(
        pieces.text, pieces.elements, _stated(document), tuple(_warnings(pages, paragraphs))
    )


def _role(paragraph: Paragraph, text: str, usual: float) -> str:
    if "\t" in text:
        return "table"
    is_large = paragraph.size > _HEADING * usual
    return "heading" if is_large and len(text) <= _MOST_HEADING else ""


def _joined(paragraph: Paragraph, words: Counter[str]) -> str:
    """Join lines with a space; words that were broken at a line's end become whole again."""
    lines = [line.text for line in paragraph.lines]
    if any("\t" in line for line in lines):
        return "\n".join(lines)
    text = lines[0]
    for line in lines[1:]:
        broken = _BROKEN.search(text)
        following = re.match(r"\w+", line)
        if broken and following and following[0][0].islower():
            is_compound = f"{broken[1]}-{following[0]}" in words
            text = text if is_compound else text[:-1]
            text += line
        else:
            text += f" {line}"
    return text


def _running(
    pages: Sequence[PageRuns], paragraphs: Sequence[Sequence[Paragraph]]
) -> set[tuple[int, int]]:
    """Return the paragraphs at the edges that say the same on many pages, or only a number."""
    places: dict[str, list[tuple[int, int]]] = {}
    numbers: set[tuple[int, int]] = set()
    for number, (page, found) in enumerate(zip(pages, paragraphs, strict=True), 1):
        for each in found:
            is_low = each.top < _EDGE * page.height
            is_high = each.bottom > (1 - _EDGE) * page.height
            if not (is_low or is_high):
                continue
            text = " ".join(line.text for line in each.lines)
            if _NUMBER.fullmatch(text.strip()):
                numbers.add((number, id(each)))
            form = " ".join(re.findall(r"[^\W\d]+", text.lower()))
            if form:
                places.setdefault(form, []).append((number, id(each)))
    fewest = max(2, len(pages) // 3)
    return numbers | {place for group in places.values() if len(group) >= fewest for place in group}


def _why_empty(pages: Sequence[PageRuns]) -> str:
    if any(page.has_picture for page in pages):
        return (
            "is a scan: its pages are pictures without text; have its text recognised (OCR) and "
            "give that."
        )
    n_hidden = sum(page.n_hidden for page in pages)
    if n_hidden:
        return f"shows no text: all {n_hidden:,} characters of it are hidden; give a plain copy."
    return "holds no text on any page; it may be empty, or drawn as shapes."


def _warnings(
    pages: Sequence[PageRuns], paragraphs: Sequence[Sequence[Paragraph]]
) -> Iterator[str]:
    scans = [n for n, page in enumerate(pages, 1) if page.has_picture and not paragraphs[n - 1]]
    empty = [n for n, page in enumerate(pages, 1) if not page.has_picture and not paragraphs[n - 1]]
    if scans:
        what = "a picture and no text, and may be a scan; nothing of that is read."
        yield f"{_numbered(scans, 'holds')} {what}"
    if empty:
        yield f"{_numbered(empty, 'holds')} no text."
    machine_read = [n for n, page in enumerate(pages, 1) if page.is_machine_read]
    if machine_read:
        yield f"{_numbered(machine_read, 'is')} a scan whose text a machine read; it may err."
    n_hidden = sum(page.n_hidden for page in pages)
    if n_hidden:
        yield f"holds {n_hidden:,} characters that a reader does not see; they are left out."
    if len(pages) > _MOST_LOOKED_AT:
        yield "is too long to be checked for text that is covered or white on white."


def _numbered(pages: Sequence[int], verb: str) -> str:
    """Return "page 3 holds", or "pages 3, 5 hold"."""
    if len(pages) == 1:
        return f"page {pages[0]} {verb}"
    shown = ", ".join(str(page) for page in pages[:10])
    more = " and more" if len(pages) > 10 else ""  # noqa: PLR2004  enough to look at
    return f"pages {shown}{more} {'are' if verb == 'is' else verb.removesuffix('s')}"


def _stated(document: pypdfium2.PdfDocument) -> Stated:
    facts = document.get_metadata_dict(skip_empty=True)
    title, author = (" ".join(facts.get(name, "").split()) for name in ("Title", "Author"))
    title, author = ("" if _JUNK.match(fact) else fact for fact in (title, author))
    return Stated(
        title=title, author=author, basis="the file's properties" if title or author else ""
    )
