"""What is spelt like a place and is none: English words, given names, surnames."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from groundtext.errors import GazetteerError
from groundtext.gazetteer.packed import unpack

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

NAMESAKES_FILE: Final = "namesakes.tsv.gz"
FORMAT: Final = "groundtext-namesakes 1"


@dataclass(frozen=True, slots=True)
class Namesakes:
    """Words and names by their folded form; what is in no table is a place's name, if any."""

    words: Mapping[str, int]  # SCOWL's size: 10 the commonest, 60 seldom met
    given: Mapping[str, int]  # rank among given names, 1 the most frequent
    surnames: Mapping[str, int]  # rank among surnames, 1 the most frequent


def read_namesakes(path: Path) -> Namesakes:
    """Read the table that scripts/build_namesakes.py writes.

    Raises
    ------
    GazetteerError
        If the file is missing, damaged, or of another format.
    """
    remedy = "rebuild it with scripts/build_namesakes.py."
    try:
        text = unpack(path, remedy).decode()
    except UnicodeDecodeError as fault:
        raise GazetteerError(f"is damaged ({fault}); {remedy}", source=path.name) from fault
    header, *lines = text.split("\n")
    if header != FORMAT:
        raise GazetteerError(
            f"begins with {header[:40]!r} and not with {FORMAT!r}; {remedy}", source=path.name
        )
    columns: tuple[dict[str, int], dict[str, int], dict[str, int]] = ({}, {}, {})
    for line in filter(None, lines):
        name, *cells = line.split("\t")
        for column, cell in zip(columns, cells, strict=True):
            if cell:
                column[name] = int(cell)
    return Namesakes(*columns)
