"""What a comparison comes to: marks to count, distances, and what is wrong, each in its place."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from groundtext.model import DocumentId, Span


@dataclass(frozen=True, slots=True)
class Mark:
    """One thing that counts, and where; sums of marks are what figures are made of."""

    document_id: DocumentId
    start: int  # code point of the document
    measure: str  # "predicted", "right", "required", "found", ...


@dataclass(frozen=True, slots=True)
class Miss:
    """How far a place was missed, and where in the text; kilometres on the ellipsoid."""

    document_id: DocumentId
    start: int
    km: float


@dataclass(frozen=True, slots=True)
class Wrong:
    """One thing that is not as it should be."""

    what: str  # wrong | missed | misread | inexact | far
    document_id: DocumentId
    span: Span
    expected: str
    found: str
    reason: str = ""  # that the program gave

    @property
    def reading_order(self) -> tuple[str, Span, str, str, str, str]:
        """The key that sorts by document and place, and leaves nothing to chance."""
        return self.document_id, self.span, self.what, self.expected, self.found, self.reason


@dataclass(frozen=True, slots=True)
class Scored:
    """Everything that one comparison came to."""

    marks: tuple[Mark, ...]
    wrong: tuple[Wrong, ...]
    misses: tuple[Miss, ...] = ()
