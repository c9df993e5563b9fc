"""What strangers wrote, made fit for a log or a terminal: one line, no control, no disguise."""

from __future__ import annotations

import unicodedata
from typing import Final

_MOST: Final = 400  # characters of one line
# Controls, formats (which turn text around or hide it), separators of lines, halves, unassigned.
_ESCAPED: Final = frozenset({"Cc", "Cf", "Zl", "Zp", "Cs", "Co", "Cn"})


def escaped(text: str, most: int = _MOST) -> str:
    """Return a text on one line in which every sign shows; a long one is cut, and says so."""
    short = text if len(text) <= most else f"{text[:most]}…"
    return "".join(
        sign
        if unicodedata.category(sign) not in _ESCAPED
        else sign.encode("unicode_escape").decode()
        for sign in short
    )
