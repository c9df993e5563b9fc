"""An evaluation in words for people, and in fields for machines."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from groundtext.evaluation.intervals import RESAMPLES
from groundtext.evaluation.parts import MEDIAN
from groundtext.portrayal.terminal import on_one_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from groundtext.evaluation.evaluating import Evaluation
    from groundtext.evaluation.intervals import Figure
    from groundtext.evaluation.parts import Part
    from groundtext.evaluation.subject import Subject
    from groundtext.evaluation.tally import Wrong

_TITLES: Final = {
    "links": "Links",
    "readings": "Readings",
    "recognition": "Recognition of place names",
    "resolution": "Resolution of the names that were found",
    "end_to_end": "End to end: found, and within 161 km",
}
_LABELS: Final = {
    "f1": "F1",
    "exact_f1": "exact F1",
    "within_20_km": "within 20 km",
    "within_161_km": "within 161 km",
    MEDIAN: "median error",
}
_COUNTS: Final = {
    "links": "{required} required, {found} found; {predicted} predicted, {right} right",
    "readings": "{required} names, {right} read rightly; literal: {literal_required} required, "
    "{literal_predicted} predicted, {literal_right} right",
    "recognition": "{required} required, {found} found; {predicted} predicted, {right} right, "
    "{exact} with exactly the span",
    "resolution": "found, and of known place: {placed}; at a known distance: {located}",
    "end_to_end": "{required} required, {found} found; {predicted} predicted, {right} right",
}
_QUOTE_LENGTH: Final = 100  # code points


def report_lines(evaluation: Evaluation, subject: Subject, *, show: bool) -> Iterator[str]:
    """Yield the lines of a report; with `show`, each part is followed by all that is wrong."""
    for note in evaluation.notes:
        yield f"Note: {on_one_line(note)}."
    for part in evaluation.parts:
        yield _TITLES[part.name]
        for name, one in part.figures.items():
            yield f"  {_LABELS.get(name, name.replace('_', ' ')):<20}{_in_words(name, one)}"
        counts = {name: f"{number:,}" for name, number in part.counts.items()}
        yield f"  {_COUNTS[part.name].format(**counts)}."
        yield f"  {_interval_in_words(part)}"
        for wrong in part.wrong if show else ():
            yield from _wrong_lines(wrong, subject)
        yield ""


def _in_words(name: str, one: Figure) -> str:
    form, unit = (".1f", " km") if name == MEDIAN else (".3f", "")
    value = f"{one.value:{form}}{unit}"
    if one.low is None or one.high is None:
        return value
    return f"{value:<10} ({one.low:{form}}–{one.high:{form}})"


def _interval_in_words(part: Part) -> str:
    if part.n_units <= 1:
        return f"No intervals: there is only one {part.unit}, and nothing else to draw from."
    return (
        f"In brackets: 95 % intervals, by bootstrap over {part.n_units:,} {part.unit}s "
        f"({RESAMPLES:,} resamples)."
    )


def _wrong_lines(wrong: Wrong, subject: Subject) -> Iterator[str]:
    place = f"{subject.file(wrong.document_id)}:{wrong.span.start}-{wrong.span.end}"
    quote = on_one_line(subject.quote(wrong.document_id, wrong.span), _QUOTE_LENGTH)
    words = f"“{quote}”" if quote else "(these words are not held)"
    yield f"  {wrong.what:<8} {on_one_line(place)}  {words}"
    reason = f" – {wrong.reason}" if wrong.reason else ""
    yield " " * 11 + on_one_line(f"expected {wrong.expected}; found {wrong.found}{reason}")


def report_json(evaluation: Evaluation, subject: Subject) -> dict[str, object]:
    """Return everything as fields, what is wrong included: what `--json` prints."""
    return {
        **{part.name: _part_fields(part, subject) for part in evaluation.parts},
        "refused": [{"file": error.source, "reason": error.reason} for error in evaluation.refused],
        "notes": list(evaluation.notes),
    }


def _part_fields(part: Part, subject: Subject) -> dict[str, object]:
    return {
        "figures": {
            name: {"value": one.value, "low": one.low, "high": one.high}
            for name, one in part.figures.items()
        },
        "counts": dict(part.counts),
        "intervals": {"over": part.unit, "units": part.n_units, "resamples": RESAMPLES},
        "wrong": [_wrong_fields(wrong, subject) for wrong in part.wrong],
    }


def _wrong_fields(wrong: Wrong, subject: Subject) -> dict[str, object]:
    return {
        "what": wrong.what,
        "document": subject.file(wrong.document_id),
        "start": wrong.span.start,
        "end": wrong.span.end,
        "quote": subject.quote(wrong.document_id, wrong.span),
        "expected": wrong.expected,
        "found": wrong.found,
        "reason": wrong.reason,
    }
