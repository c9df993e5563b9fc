"""Marks → the figures of one comparison, each with its interval."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from groundtext.evaluation.intervals import Figure, figures, harmonic, median, ratio

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping, Sequence

    from groundtext.evaluation.intervals import Measure
    from groundtext.evaluation.tally import Scored, Wrong
    from groundtext.model import DocumentId, Passage

_PRECISION: Final = ratio("right", "predicted")
_RECALL: Final = ratio("found", "required")
_P_R_F1: Final = {
    "precision": _PRECISION,
    "recall": _RECALL,
    "f1": harmonic(_PRECISION, _RECALL),
}
_EXACT_PRECISION: Final = ratio("exact", "predicted")
_EXACT_RECALL: Final = ratio("exact", "required")
# The figures of each comparison, by the names under which they are printed and asked for.
MEASURES: Final[Mapping[str, Mapping[str, Measure]]] = {
    "links": _P_R_F1,
    "readings": {
        "accuracy": ratio("right", "required"),
        "literal_precision": ratio("literal_right", "literal_predicted"),
        "literal_recall": ratio("literal_right", "literal_required"),
    },
    "recognition": {
        **_P_R_F1,
        "exact_precision": _EXACT_PRECISION,
        "exact_recall": _EXACT_RECALL,
        "exact_f1": harmonic(_EXACT_PRECISION, _EXACT_RECALL),
    },
    "resolution": {
        "within_20_km": ratio("near", "placed"),
        "within_161_km": ratio("far", "placed"),
        "same_place": ratio("same", "identified"),
    },
    "end_to_end": _P_R_F1,
}
MEDIAN: Final = "median_error_km"  # a figure of `resolution`, and no share
COUNTS: Final[Mapping[str, tuple[str, ...]]] = {
    "links": ("required", "found", "predicted", "right"),
    "readings": (
        *("required", "right"),
        *("literal_required", "literal_predicted", "literal_right"),
    ),
    "recognition": ("required", "found", "predicted", "right", "exact"),
    "resolution": ("placed", "located", "near", "far", "identified", "same"),
    "end_to_end": ("required", "found", "predicted", "right"),
}


@dataclass(frozen=True, slots=True)
class Part:
    """The figures of one comparison."""

    name: str  # one of MEASURES
    figures: Mapping[str, Figure]  # by the names in MEASURES, and MEDIAN
    counts: Mapping[str, int]  # by the names in COUNTS
    unit: str  # document | passage: what is drawn for the intervals
    n_units: int
    wrong: tuple[Wrong, ...]  # in reading order


def to_part(
    name: str,
    scored: Scored,
    document_ids: Collection[DocumentId],
    passages: Mapping[DocumentId, Sequence[Passage]],
) -> Part:
    """Return the figures of a comparison on these documents.

    Intervals are drawn from the documents; where there is only one, from its passages.
    """
    unit = "document" if len(document_ids) > 1 else "passage"
    number_of, n_units = _numbering(scored, document_ids, passages, unit)
    counts = {measure: [0] * n_units for measure in COUNTS[name]}
    for mark in scored.marks:
        counts[mark.measure][number_of(mark.document_id, mark.start)] += 1
    taken = figures(MEASURES[name], counts)
    if name == "resolution":
        if not any(counts["identified"]):
            del taken["same_place"]  # no right id is known, so none can be the same
        owners = [number_of(miss.document_id, miss.start) for miss in scored.misses]
        middle = median([miss.km for miss in scored.misses], owners, n_units)
        taken |= {MEDIAN: middle} if middle else {}
    return Part(
        name,
        taken,
        {measure: sum(numbers) for measure, numbers in counts.items()},
        unit,
        n_units,
        tuple(sorted(scored.wrong, key=lambda one: one.reading_order)),
    )


def _numbering(
    scored: Scored,
    document_ids: Collection[DocumentId],
    passages: Mapping[DocumentId, Sequence[Passage]],
    unit: str,
) -> tuple[Callable[[DocumentId, int], int], int]:
    """Return which unit a place in a document belongs to, and how many units there are.

    A document with nothing to count can be drawn, too; passages with nothing to count are left
    out, as most say nothing that answers are about.
    """
    if unit == "document":
        numbers = {key: number for number, key in enumerate(sorted(document_ids))}
        return (lambda document_id, _: numbers[document_id]), len(numbers)
    starts = [passage.span.start for key in document_ids for passage in passages.get(key, ())]
    drawn = sorted({bisect_right(starts, mark.start) for mark in scored.marks})
    places = {place: number for number, place in enumerate(drawn)}
    return (lambda _, start: places[bisect_right(starts, start)]), max(len(places), 1)
