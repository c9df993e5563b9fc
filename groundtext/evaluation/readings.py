"""Readings beside right readings."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from groundtext.evaluation.pairing import fit, touching
from groundtext.evaluation.tally import Mark, Scored, Wrong
from groundtext.model import Reading

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from groundtext.evaluation.gold import GoldMention
    from groundtext.model import DocumentId, Mention, Span

LEAST_FIT: Final = 0.3  # of the spans, for a mention to count as the one that is meant


def score_readings(
    gold: Iterable[GoldMention], mentions: Mapping[DocumentId, Sequence[Mention]]
) -> Scored:
    """Compare readings with right readings; answers without a reading are passed over.

    The mention whose span fits best is read; where none fits by `LEAST_FIT`, the name was not
    found, which is as wrong as a wrong reading. Mentions are in order and disjoint.

    Marks: `required` and `right` for all readings; `literal_required`, `literal_predicted` and
    `literal_right` for those that put a mention on the map.
    """
    spans = {key: [mention.span for mention in found] for key, found in mentions.items()}
    marks: list[Mark] = []
    wrong: list[Wrong] = []
    for one in gold:
        if one.reading is None:
            continue
        near = touching(one.span, spans.get(one.document_id, ()))
        best = _best(one.span, (mentions[one.document_id][index] for index in near))
        measures = _measures(one.reading, best.reading if best else None)
        marks += [Mark(one.document_id, one.span.start, measure) for measure in measures]
        if best is None or best.reading is not one.reading:
            wrong.append(_misread(one, one.reading, best))
    return Scored(tuple(marks), tuple(wrong))


def _best(span: Span, near: Iterable[Mention]) -> Mention | None:
    best = max(near, key=lambda mention: fit(mention.span, span), default=None)
    return best if best is not None and fit(best.span, span) >= LEAST_FIT else None


def _measures(expected: Reading, found: Reading | None) -> Iterator[str]:
    yield "required"
    if expected is found:
        yield "right"
    if expected is Reading.LITERAL:
        yield "literal_required"
    if found is Reading.LITERAL:
        yield "literal_predicted"
        if expected is found:
            yield "literal_right"


def _misread(one: GoldMention, expected: Reading, best: Mention | None) -> Wrong:
    return Wrong(
        "misread" if best else "missed",
        one.document_id,
        one.span,
        str(expected),
        str(best.reading) if best else "no mention",
        best.reason if best else "",
    )
