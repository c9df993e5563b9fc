"""Names in a row: the members of one list, or each by itself."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from groundtext.linking.vocabulary import LIST_SEPARATOR

if TYPE_CHECKING:
    from collections.abc import Sequence

    from groundtext.linking.reading import Name

_OPENING: Final = re.compile(r"\W*(?:In|At|Across|From)\s+(?:the\s+)?")
_CONJUNCTION: Final = re.compile(r"\b(?:and|or)\b|&", re.IGNORECASE)


def name_lists(text: str, names: Sequence[Name]) -> list[list[Name]]:
    """Return the names in runs: the members of a list, which a conjunction closes, or one name.

    "In Djibouti, France and Japan keep bases" opens with a place that is no part of the list.
    """
    runs: list[list[Name]] = []
    for name in names:
        last = runs[-1][-1] if runs else None
        between = text[last.span.end : name.span.start] if last else ""
        if last and LIST_SEPARATOR.fullmatch(between) and not _opens(text, last):
            runs[-1].append(name)
        else:
            runs.append([name])
    return [part for run in runs for part in _closed(text, run)]


def _opens(text: str, name: Name) -> bool:
    return _OPENING.fullmatch(text[: name.span.start]) is not None


def _closed(text: str, run: list[Name]) -> list[list[Name]]:
    """Keep a run as far as its last "and" or "or"; what only commas join stands alone."""
    closed = 0
    for position in range(1, len(run)):
        between = text[run[position - 1].span.end : run[position].span.start]
        # "… in Djibouti, and China …" begins a clause: two names in a list have no comma.
        if _CONJUNCTION.search(between) and not (position == 1 and "," in between):
            closed = position
    kept = [run[: closed + 1]] if closed else [[run[0]]]
    return kept + [[name] for name in run[closed + 1 :]]
