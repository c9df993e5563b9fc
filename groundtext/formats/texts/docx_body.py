"""The body of a Word document, walked in reading order (ECMA-376, part 1, WordprocessingML)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from groundtext.formats.texts.pieces import Pieces

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

_W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_OFF: Final = frozenset({"0", "false", "off"})
# What holds text that is not the document's: deletions, comments, properties, field codes.
_LEFT_OUT: Final = frozenset(
    {_FALLBACK, *(_W + name for name in ("del", "moveFrom", "instrText", "delText", "sectPr"))}
)
_BLANKS: Final = {
    _W + "tab": "\t",
    _W + "br": "\n",
    _W + "cr": "\n",
    _W + "noBreakHyphen": "\u2011",
}


class Body:
    """Collects paragraphs, tables and notes, and counts what is left out."""

    def __init__(self) -> None:
        self.pieces = Pieces()
        self._n_hidden = 0
        self._n_inserted = 0
        self._n_deleted = 0
        self._n_paragraphs = 0
        self._n_tables = 0

    def read(self, root: etree._Element) -> None:
        """Add everything below a document's root."""
        body = root.find(_W + "body")
        self._n_inserted += sum(1 for _ in root.iter(_W + "ins", _W + "moveTo"))
        self._n_deleted += sum(1 for _ in root.iter(_W + "del", _W + "moveFrom"))
        for block in _blocks(body if body is not None else root):
            if block.tag == _W + "tbl":
                self._table(block)
            else:
                self._paragraph(block)

    def read_notes(self, root: etree._Element, kind: str) -> None:
        """Add the notes of a part, each as a piece; those that are mere lines have a type."""
        number = 0
        for note in root.iter(_W + kind):
            if note.get(_W + "type") is None:
                number += 1
                text = "\n".join(filter(None, (self._text(p) for p in note.iter(_W + "p"))))
                self.pieces.add(text, path=f"{kind} {number}", role="footnote")

    def warnings(self) -> Iterator[str]:
        """Yield a sentence for each kind of text that was treated specially."""
        if self._n_inserted or self._n_deleted:
            yield (
                f"holds tracked changes: {self._n_inserted} insertions are read, "
                f"{self._n_deleted} deletions are not."
            )
        if self._n_hidden:
            yield f"holds {self._n_hidden:,} characters of hidden text; they are left out."

    def _paragraph(self, paragraph: etree._Element) -> None:
        self._n_paragraphs += 1
        role = "heading" if _is_heading(paragraph) else ""
        path = f"paragraph {self._n_paragraphs}"
        self.pieces.add(self._text(paragraph), path=path, role=role)
        for box in paragraph.iter(_W + "txbxContent"):
            if not any(above.tag == _FALLBACK for above in box.iterancestors()):
                for inner in box.iter(_W + "p"):
                    self.pieces.add(self._text(inner), path=f"{path}, box")

    def _table(self, table: etree._Element) -> None:
        self._n_tables += 1
        for number, row in enumerate(table.findall(_W + "tr"), 1):
            cells = [
                " ".join(filter(None, (self._text(p) for p in cell.iter(_W + "p"))))
                for cell in row.findall(_W + "tc")
            ]
            path = f"table {self._n_tables}, row {number}"
            self.pieces.add("\t".join(cells), path=path, role="table")

    def _text(self, paragraph: etree._Element) -> str:
        """Return a paragraph's own words; a box in it is read apart."""
        parts: list[str] = []
        waiting: list[etree._Element] = [paragraph]
        while waiting:
            element = waiting.pop()
            if element.tag == _W + "t":
                parts.append(element.text or "")
            elif element.tag in _BLANKS:
                parts.append(_BLANKS[element.tag])
            elif element.tag == _W + "r" and _is_hidden(element):
                self._n_hidden += sum(len(text.text or "") for text in element.iter(_W + "t"))
            elif element.tag not in _LEFT_OUT and not _is_box(element, paragraph):
                waiting.extend(reversed(element))
        return "".join(parts)


def _blocks(body: etree._Element) -> Iterator[etree._Element]:
    """Yield paragraphs and tables in order, also those inside content controls."""
    waiting = list(reversed(body))
    while waiting:
        element = waiting.pop()
        if element.tag in (_W + "p", _W + "tbl"):
            yield element
        elif element.tag not in _LEFT_OUT:
            waiting.extend(reversed(element))


def _is_box(element: etree._Element, paragraph: etree._Element) -> bool:
    return element.tag == _W + "txbxContent" and element is not paragraph


def _is_hidden(run: etree._Element) -> bool:
    properties = run.find(_W + "rPr")
    if properties is None:
        return False
    for name in ("vanish", "webHidden"):
        flag = properties.find(_W + name)
        if flag is not None and (flag.get(_W + "val") or "1").lower() not in _OFF:
            return True
    colour = properties.find(_W + "color")
    size = properties.find(_W + "sz")
    is_white = colour is not None and (colour.get(_W + "val") or "").lower() == "ffffff"
    is_shaded = (
        properties.find(_W + "shd") is not None or properties.find(_W + "highlight") is not None
    )
    is_tiny = size is not None and size.get(_W + "val") in ("0", "1", "2")
    return (is_white and not is_shaded) or is_tiny


def _is_heading(paragraph: etree._Element) -> bool:
    style = paragraph.find(f"{_W}pPr/{_W}pStyle")
    outline = paragraph.find(f"{_W}pPr/{_W}outlineLvl")
    name = (style.get(_W + "val") or "").lower() if style is not None else ""
    return outline is not None or name.startswith(("heading", "title", "berschrift", "titre"))
