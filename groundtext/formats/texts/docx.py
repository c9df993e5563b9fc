"""Word documents → what they say as they stand: insertions in, deletions and hidden text out."""

from __future__ import annotations

import io
import zipfile
import zlib
from typing import TYPE_CHECKING, Final

from lxml import etree

from groundtext.formats.extracts import Stated
from groundtext.formats.faults import Unusable
from groundtext.formats.texts.docx_body import Body
from groundtext.formats.texts.parsed import Parsed

if TYPE_CHECKING:
    from collections.abc import Iterator

_DAMAGE: Final = (zipfile.BadZipFile, zlib.error, NotImplementedError, OSError, EOFError)
_MAIN: Final = "word/document.xml"
_NOTES: Final = (("word/footnotes.xml", "footnote"), ("word/endnotes.xml", "endnote"))
_CORE: Final = "docProps/core.xml"
_MACROS: Final = "word/vbaProject.bin"
_MOST_XML: Final = 64 * 1024 * 1024  # bytes of one part, unpacked
_TITLE: Final = "{http://purl.org/dc/elements/1.1/}title"
_CREATOR: Final = "{http://purl.org/dc/elements/1.1/}creator"
_PUBLISHER: Final = "{http://purl.org/dc/elements/1.1/}publisher"
_LANGUAGE: Final = "{http://purl.org/dc/elements/1.1/}language"
# What programs put there by themselves, which says nothing.
_NO_AUTHORS: Final = frozenset({"python-docx", "admin", "user", "microsoft office user", "author"})
_NO_TITLES: Final = frozenset({"word document", "untitled", "document", "dokument1"})


def read_docx(source: bytes) -> Parsed:
    """Return the text of a Word document: paragraphs, tables and notes, in reading order.

    Raises
    ------
    Unusable
        If it is damaged, or holds no text.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(source)) as archive:
            parts = dict(_parts(archive))
            has_macros = _MACROS in archive.namelist()
    except Unusable:
        raise
    except (*_DAMAGE, ValueError) as error:
        raise Unusable(f"is a damaged Word file ({error}); save it again.") from error
    if _MAIN not in parts:
        raise Unusable("is a Word file without a body; save it again.")
    body = Body()
    body.read(parts[_MAIN])
    for name, kind in _NOTES:
        if name in parts:
            body.read_notes(parts[name], kind)
    if not body.pieces.text:
        raise Unusable("is a Word file that holds no text; it may be a scan pasted into one.")
    warnings = [*body.warnings()]
    if has_macros:
        warnings.append("holds macros; they were not run.")
    return Parsed(
        body.pieces.text, body.pieces.elements, _stated(parts.get(_CORE)), tuple(warnings)
    )


def parse_xml(contents: bytes) -> etree._Element:
    """Parse a part without entities, without the network, and within limits.

    Raises
    ------
    Unusable
        If it is not well-formed.
    """
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, recover=False
    )
    if b"<!DOCTYPE" in contents[:4096]:
        raise Unusable(
            "holds a document type declaration, which no Word file needs; it may be an attack."
        )
    try:
        return etree.fromstring(contents, parser)
    except etree.XMLSyntaxError as error:
        raise Unusable(f"is a damaged Word file ({error}); save it again.") from error


def _parts(archive: zipfile.ZipFile) -> Iterator[tuple[str, etree._Element]]:
    wanted = {_MAIN, _CORE, *(name for name, _ in _NOTES)}
    for entry in archive.infolist():
        if entry.filename in wanted:
            if entry.file_size > _MOST_XML:
                raise Unusable("is a Word file that unpacks to more than 64 MiB; divide it.")
            with archive.open(entry) as file:
                contents = file.read(_MOST_XML + 1)
            if len(contents) > _MOST_XML:
                raise Unusable("is a Word file that unpacks to more than 64 MiB; divide it.")
            yield entry.filename, parse_xml(contents)


def _stated(core: etree._Element | None) -> Stated:
    if core is None:
        return Stated()
    title, author = _fact(core, _TITLE), _fact(core, _CREATOR)
    title = "" if title.lower() in _NO_TITLES else title
    author = "" if author.lower() in _NO_AUTHORS else author
    return Stated(
        title=title,
        author=author,
        publisher=_fact(core, _PUBLISHER),
        language=_fact(core, _LANGUAGE).partition("-")[0].lower(),
        basis="the file's properties" if title or author else "",
    )


def _fact(core: etree._Element, tag: str) -> str:
    return " ".join((core.findtext(tag) or "").split())
