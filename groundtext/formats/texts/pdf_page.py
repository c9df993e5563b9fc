"""One page of a PDF → runs of characters with their places, those that a reader sees.

Positions are PDF points, origin at the lower left of the page.
"""

from __future__ import annotations

import ctypes
import sys
import unicodedata
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

import pypdfium2.raw as pdfium

if TYPE_CHECKING:
    from collections.abc import Iterator

    import numpy as np
    from pypdfium2 import PdfPage

_INVISIBLE: Final = pdfium.FPDF_TEXTRENDERMODE_INVISIBLE
_SMALLEST: Final = 1.5  # points; smaller letters are not meant to be read
_LEAST_CONTRAST: Final = 16  # of 255, within a run, for it to be seen
_SCAN_SHARE: Final = 0.5  # of the page that a picture covers where invisible text is its reading
_NO_LETTERS: Final = frozenset("\0\ufffe\uffff")
_HYPHEN: Final = "\x02"  # PDFium's own sign for a hyphen at the end of a line
_GAP: Final = 0.9  # of the letter size; a wider gap between letters begins another run


@dataclass(slots=True)
class Run:
    """Letters on one line without a wide gap between them."""

    text: str
    left: float
    bottom: float
    right: float
    top: float
    size: float  # of the letters
    is_invisible: bool = False

    @property
    def middle(self) -> float:
        """Half way up."""
        return (self.bottom + self.top) / 2


@dataclass(slots=True)
class PageRuns:
    """What a page shows, and what it does not."""

    width: float
    height: float
    runs: list[Run] = field(default_factory=list)
    n_hidden: int = 0  # characters
    has_picture: bool = False
    is_machine_read: bool = False  # invisible text over a picture of the page


def read_runs(page: PdfPage, *, is_looked_at: bool) -> PageRuns:
    """Return the runs of a page, in the order of its content.

    With `is_looked_at` the page is drawn, and what leaves no trace on it is taken for hidden.
    """
    found = PageRuns(*page.get_size())
    share = _picture_share(page, found)
    pixels = _pixels(page) if is_looked_at and page.get_rotation() == 0 else None
    left, _, _, top = page.get_cropbox()
    for run in _runs(page):
        if run.is_invisible and share >= _SCAN_SHARE:
            found.is_machine_read = True
        elif run.is_invisible or run.size < _SMALLEST or _is_unseen(run, pixels, left, top):
            found.n_hidden += len(run.text.replace(" ", ""))
            continue
        found.runs.append(run)
    return found


def _picture_share(page: PdfPage, found: PageRuns) -> float:
    share = 0.0
    for picture in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_IMAGE], max_depth=4):
        found.has_picture = True
        left, bottom, right, top = picture.get_bounds()
        share += abs((right - left) * (top - bottom)) / max(found.width * found.height, 1)
    return share


def _pixels(page: PdfPage) -> np.ndarray:
    pixels: np.ndarray = page.render(scale=1, grayscale=True, may_draw_forms=False).to_numpy()
    return pixels


def _is_unseen(run: Run, pixels: np.ndarray | None, left: float, top: float) -> bool:
    if pixels is None:
        return False
    height, width = pixels.shape[:2]
    x0, x1 = max(int(run.left - left), 0), min(int(run.right - left) + 1, width)
    y0, y1 = max(int(top - run.top), 0), min(int(top - run.bottom) + 1, height)
    if x0 >= x1 or y0 >= y1:
        return True  # off the page
    seen = pixels[y0:y1, x0:x1]
    return int(seen.max()) - int(seen.min()) < _LEAST_CONTRAST


def _runs(page: PdfPage) -> Iterator[Run]:
    text_page = page.get_textpage()
    run: Run | None = None
    for index in range(text_page.count_chars()):
        letter = _letter(text_page.raw, index)
        is_break = letter is None or letter.text in "\r\n"
        is_blank = letter is not None and letter.text.isspace()
        if run and (is_break or not (is_blank or _goes_on(run, letter))):
            yield run
            run = None
        if letter is None or is_break:
            continue
        if run:
            _append(run, letter)
        elif not is_blank:
            run = letter
    if run:
        yield run


def _append(run: Run, letter: Run) -> None:
    run.text += letter.text
    if not letter.text.isspace():
        run.right = max(run.right, letter.right)
        run.bottom, run.top = min(run.bottom, letter.bottom), max(run.top, letter.top)


def _goes_on(run: Run, letter: Run | None) -> bool:
    if letter is None:
        return False
    overlap = min(run.top, letter.top) - max(run.bottom, letter.bottom)
    is_on_line = overlap > -0.2 * run.size  # a comma lies lower than a quotation mark
    gap = letter.left - run.right
    is_near = -run.size < gap < _GAP * max(run.size, letter.size)
    return is_on_line and is_near and letter.is_invisible is run.is_invisible


def _letter(raw: pdfium.FPDF_TEXTPAGE, index: int) -> Run | None:
    sign = chr(min(pdfium.FPDFText_GetUnicode(raw, index), sys.maxunicode))
    if sign in _NO_LETTERS or unicodedata.category(sign) == "Cs":
        return None
    left, right, bottom, top = (ctypes.c_double() for _ in range(4))
    pdfium.FPDFText_GetCharBox(raw, index, left, right, bottom, top)
    size = pdfium.FPDFText_GetFontSize(raw, index)
    return Run(
        "-" if sign == _HYPHEN else sign,
        *(left.value, bottom.value, right.value, top.value),
        # The font's own size says nothing where the text is scaled: the letter's height does.
        size=_size(raw, index, size, top.value - bottom.value),
        is_invisible=_is_invisible(raw, index),
    )


def _size(raw: pdfium.FPDF_TEXTPAGE, index: int, size: float, height: float) -> float:
    matrix = pdfium.FS_MATRIX()
    if pdfium.FPDFText_GetMatrix(raw, index, matrix):
        scale = (matrix.c**2 + matrix.d**2) ** 0.5
        return float(size * scale) if 0 < scale < 1000 else size  # noqa: PLR2004  else it is damaged
    return max(size, height)


def _is_invisible(raw: pdfium.FPDF_TEXTPAGE, index: int) -> bool:
    shape = pdfium.FPDFText_GetTextObject(raw, index)
    return bool(shape) and pdfium.FPDFTextObj_GetTextRenderMode(shape) == _INVISIBLE
