"""Whether "the line" goes back to its own sentence, and to nothing that was spoken of before."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from groundtext.linking.reading import PassageReading

_ACROSS: Final = re.compile(r"\s+(?:across|through)\s+(?:the\s+)?")
_SAME: Final = re.compile(r"\bsame\b")


def is_told_there(match: re.Match[str], reading: PassageReading) -> bool:
    """Tell whether the sentence of a definite noun, the group `noun`, tells which one it is.

    "One line to China pays for the line"; "the railway across Kenya"; "Norway built the same".
    """
    text, start = reading.text, match.start()
    noun = re.escape(match["noun"].lower())
    if re.search(rf"\b(?:an?|one|another)\s+(?:\w+\s+)?{noun}\b", text[:start]):
        return True
    across = _ACROSS.match(text, match.end())
    if across is not None and any(
        name.span.start == across.end() and name.form == "state" for name in reading.names
    ):
        return True
    is_same = _SAME.search(match[0]) is not None
    return is_same and any(name.span.end <= start for name in reading.names)
