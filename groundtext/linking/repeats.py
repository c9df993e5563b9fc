"""A sentence that a document says twice is one piece of evidence, with two places."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from groundtext.model import Document, EvidenceLink


def merge_repeats(document: Document, links: Iterable[EvidenceLink]) -> tuple[EvidenceLink, ...]:
    """Return the links, those of a repeated sentence as one, at its first place.

    Sentences are the same if they differ in white space only. The order of the links is kept.
    """
    first: dict[tuple[str, str], int] = {}
    merged: list[EvidenceLink] = []
    for link in links:
        key = link.target_id, " ".join(document.quote(link.span).split())
        number = first.setdefault(key, len(merged))
        if number == len(merged):
            merged.append(link)
        else:
            earlier = merged[number]
            merged[number] = replace(earlier, also_at=(*earlier.also_at, link.span))
    return tuple(merged)
