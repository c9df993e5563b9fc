"""Pieces of text in reading order → one text, and the elements that say where each came from."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import Final

from groundtext.model import Element, Span

_SEPARATOR: Final = "\n\n"
_NOWHERE: Final = Span(0, 0)
_ENDED: Final = re.compile(r"[.!?…:;][\"'”’»)\]]*$")
_SURROGATE: Final = re.compile("[\ud800-\udfff]")
# What a page or a paragraph is trimmed of; other blanks are part of what it says.
_BLANKS: Final = " \t\r\n\f\v\u00a0\u200b"


@dataclass(slots=True)
class Pieces:
    """A text that grows piece by piece, a blank line between any two."""

    _parts: list[tuple[str, Element]] = field(default_factory=list)  # the spans are still empty
    _follows_on: set[int] = field(default_factory=set)  # numbers of pieces that go on a sentence

    def add(self, text: str, *, page: int = 0, path: str = "", role: str = "") -> None:
        """Add a piece; one of blanks only is passed over."""
        text = clean(text).strip(_BLANKS)
        if text.strip():
            self._parts.append((text, Element(_NOWHERE, page, path, role)))

    def mend(self) -> None:
        """Let sentences that were broken, by the end of a column or page, be one again."""
        for number in range(1, len(self._parts)):
            (before, above), (text, element) = self._parts[number - 1 : number + 1]
            is_running = above.role == element.role == "" and not _ENDED.search(before)
            if is_running and (text[0].islower() or above.page != element.page):
                self._follows_on.add(number)

    @property
    def text(self) -> str:
        """All pieces so far."""
        return "".join(
            f"{self._separator(number)}{text}" for number, (text, _) in enumerate(self._parts)
        )

    @property
    def elements(self) -> tuple[Element, ...]:
        """Where each piece came from, with its place in the text."""
        elements, position = [], 0
        for number, (text, element) in enumerate(self._parts):
            start = position + len(self._separator(number))
            position = start + len(text)
            elements.append(replace(element, span=Span(start, position)))
        return tuple(elements)

    def _separator(self, number: int) -> str:
        if number == 0:
            return ""
        return " " if number in self._follows_on else _SEPARATOR


def clean(text: str) -> str:
    """Return a text that every program can write: halves of characters become U+FFFD."""
    return _SURROGATE.sub("\ufffd", text)
