"""What leaves the program: links, mentions and decisions as JSON lines, and the dossier."""

from __future__ import annotations

from typing import TYPE_CHECKING

from groundtext.export.evidence import (
    date_lines,
    disagreement_lines,
    evidence_lines,
    mention_lines,
)
from groundtext.export.gold import gold_lines

if TYPE_CHECKING:
    from collections.abc import Iterator

    from groundtext.workspace import Workspace

FORMATS = (
    "evidence-jsonl",
    "mentions-jsonl",
    "dates-jsonl",
    "disagreements-jsonl",
    "gold-jsonl",
    "dossier",
)


def export(workspace: Workspace, file_format: str) -> str:
    """Return a workspace's contents in one of `FORMATS`, ending with a line end.

    Raises
    ------
    KeyError
        If there is no such format.
    """
    if file_format == "dossier":
        from groundtext.export.dossier import write_dossier  # noqa: PLC0415  folium is large

        return write_dossier(workspace)
    lines = {
        "evidence-jsonl": evidence_lines,
        "mentions-jsonl": mention_lines,
        "dates-jsonl": date_lines,
        "disagreements-jsonl": disagreement_lines,
        "gold-jsonl": gold_lines,
    }[file_format]
    return "".join(_ended(lines(workspace)))


def _ended(lines: Iterator[str]) -> Iterator[str]:
    for line in lines:
        yield f"{line}\n"
