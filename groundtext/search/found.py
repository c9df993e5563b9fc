"""What a search finds, as values."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from groundtext.model import Place, Span


@dataclass(frozen=True, slots=True)
class FoundPassage:
    """A passage that was found, with the words for which it was."""

    document_id: str
    span: Span
    quote: str  # the slice under the span
    marks: tuple[Span, ...]  # in code points of the document, in order, apart
    targets: tuple[str, ...]  # ids of the features and groups that it supports
    spelt: bool  # whether it was found by another spelling of a place that it names


@dataclass(frozen=True, slots=True)
class Facet:
    """A way to limit the search further: an operator with a value, and how much it leaves."""

    operator: str
    value: str
    count: int  # passages and features that have it


@dataclass(frozen=True, slots=True)
class Found:
    """The answer to a query; the best come first.

    The counts are of all that was found, the tuples hold the first of them.
    """

    features: tuple[str, ...] = ()  # ids, also of groups
    passages: tuple[FoundPassage, ...] = ()
    documents: tuple[str, ...] = ()
    places: tuple[Place, ...] = ()
    n_features: int = 0
    n_passages: int = 0
    n_documents: int = 0
    n_places: int = 0
    is_cut: bool = False  # whether there are more passages than were counted
    lit: tuple[str, ...] = ()  # ids of the features to show: found, or supported by what was
    facets: tuple[Facet, ...] = ()
    notes: tuple[str, ...] = ()
