"""What the reader of one format returns: text, pieces, and what a file says of itself."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from groundtext.formats.extracts import NOTHING_STATED, Member, Stated

if TYPE_CHECKING:
    from groundtext.model import Element


@dataclass(frozen=True, slots=True)
class Parsed:
    """A document as one format's reader understood it; members as in `TextExtract`."""

    text: str
    elements: tuple[Element, ...] = ()
    stated: Stated = NOTHING_STATED
    warnings: tuple[str, ...] = ()
    members: tuple[Member, ...] = ()  # files that were attached to it
