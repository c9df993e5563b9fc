"""Text for formats and programs that cannot hold every character."""

from __future__ import annotations

import re
from typing import Final

# Controls but tab and line ends, and what is no character at all: XML has no way to write them,
# C programs end a text at NUL, and spreadsheets call a file damaged.
_UNWRITABLE: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_PICTURES: Final = 0x2400  # U+2400 is the picture of NUL, and so on
_DELETE: Final = 0x7F
_OTHERWISE: Final = "\ufffd"


def printable(text: str) -> str:
    """Return a text in which each control character is its picture: ␀ for NUL, ␛ for escape.

    The length in code points stays, so that offsets hold. Tab, line feed and carriage return are
    kept.
    """
    return _UNWRITABLE.sub(_picture, text)


def _picture(match: re.Match[str]) -> str:
    code = ord(match[0])
    if code == _DELETE:
        return "\u2421"
    return chr(_PICTURES + code) if code < ord(" ") else _OTHERWISE
