"""Text of strangers on a terminal: on one line, and without what would steer it."""

from __future__ import annotations

import re
from typing import Final

_SPACE: Final = re.compile(r"\s+")
# Controls (a terminal obeys them), bidirectional controls (they reorder the line), surrogates.
_STEERING: Final = re.compile(
    r"[\x00-\x1f\x7f-\x9f\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ud800-\udfff]"
)


def on_one_line(text: str, most: int | None = None) -> str:
    r"""Return a text as one line to look at; longer ones are cut at `most` characters with “…”.

    Stretches of white space become one space, and what would steer a terminal or cannot be seen
    is written as `\u202e` and the like.
    """
    line = _STEERING.sub(_escaped, _SPACE.sub(" ", text).strip())
    return line if most is None or len(line) <= most else f"{line[: most - 1]}…"


def _escaped(match: re.Match[str]) -> str:
    return f"\\u{ord(match[0]):04x}"
