"""What documents say differently of one thing: two dates for one meeting, with both quotes.

Only passages that link to the same feature are compared, and only what they say of it. A month
and a day in it agree; a quarter of a year and a month outside it do not. A city and a suburb of it
agree, two cities do not. Nobody is told wrong.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING, Final, TypeVar

from groundtext import edtf
from groundtext.errors import DateError
from groundtext.geodesy import is_within_m
from groundtext.linking.outcomes import exclude
from groundtext.model import DocumentId, LinkStatus, Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from groundtext.model import EvidenceLink, SaidPlace

DATE: Final = "date"
PLACE: Final = "place"
OUTCOME: Final = "outcome"


_APART_M: Final = 60_000
_Said = TypeVar("_Said")


@dataclass(frozen=True, slots=True, order=True)
class Statement:
    """What one passage says; the span is the passage's."""

    document_id: DocumentId
    span: Span
    says: str  # in words
    edtf: str = ""


@dataclass(frozen=True, slots=True)
class Disagreement:
    """Statements about one feature that cannot all be true, ordered by document and place."""

    target_id: str
    aspect: str  # date | place | outcome
    statements: tuple[Statement, ...]


def find_disagreements(links: Iterable[EvidenceLink]) -> tuple[Disagreement, ...]:
    """Return the disagreements among links, ordered by target; rejected links say nothing."""
    by_target: dict[str, list[EvidenceLink]] = {}
    for link in links:
        if link.status is not LinkStatus.REJECTED:
            by_target.setdefault(link.target_id, []).append(link)
    return tuple(
        Disagreement(target_id, aspect, statements)
        for target_id in sorted(by_target)
        for aspect, statements in (
            (DATE, _differing(_dates(by_target[target_id]), contradict)),
            (PLACE, _differing(_places(by_target[target_id]), are_apart)),
            (OUTCOME, _differing(_outcomes(by_target[target_id]), exclude)),
        )
        if statements
    )


def _dates(links: Iterable[EvidenceLink]) -> list[tuple[str, Statement]]:
    return [
        (
            link.said_date,
            Statement(link.document_id, link.span, _words(link.said_date), link.said_date),
        )
        for link in links
        if link.said_date
    ]


def _places(links: Iterable[EvidenceLink]) -> list[tuple[SaidPlace, Statement]]:
    return [
        (link.said_place, Statement(link.document_id, link.span, link.said_place.name))
        for link in links
        if link.said_place
    ]


def _outcomes(links: Iterable[EvidenceLink]) -> list[tuple[str, Statement]]:
    return [
        (link.said_outcome, Statement(link.document_id, link.span, link.said_outcome))
        for link in links
        if link.said_outcome
    ]


def _differing(
    said: Iterable[tuple[_Said, Statement]], differ: Callable[[_Said, _Said], bool]
) -> tuple[Statement, ...]:
    """Return the statements of which each contradicts at least one of another document."""
    found: set[Statement] = set()
    for (one, first), (other, second) in combinations(said, 2):
        if first.document_id != second.document_id and differ(one, other):
            found.update((first, second))
    return tuple(sorted(found))


def contradict(one: str, other: str) -> bool:
    """Tell whether two EDTF dates have no day in common; what is no date contradicts nothing."""
    try:
        return not edtf.compatible(one, other)
    except DateError:
        return False


def are_apart(one: SaidPlace, other: SaidPlace) -> bool:
    """Tell whether two settlements lie farther apart than the parts of the largest ones do."""
    return not is_within_m(one.position, other.position, _APART_M)


def _words(date: str) -> str:
    try:
        return edtf.in_words(date)
    except DateError:
        return date
