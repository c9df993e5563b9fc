"""Right answers and what was found → figures with intervals, and everything that is wrong."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from groundtext.evaluation.gold import GoldStatus
from groundtext.evaluation.links import score_links
from groundtext.evaluation.parts import to_part
from groundtext.evaluation.places import (
    pair_mentions,
    score_end_to_end,
    score_recognition,
    score_resolution,
)
from groundtext.evaluation.readings import score_readings
from groundtext.evaluation.subject import fitted
from groundtext.model import LinkKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from groundtext.errors import GoldError
    from groundtext.evaluation.gold import Gold
    from groundtext.evaluation.parts import Part
    from groundtext.evaluation.places import Paired
    from groundtext.evaluation.subject import Subject
    from groundtext.evaluation.tally import Scored
    from groundtext.model import DocumentId

_MOST_NAMED = 5  # of what a note lists


@dataclass(frozen=True, slots=True)
class Choices:
    """What counts."""

    link_kinds: tuple[LinkKind, ...] = (LinkKind.NAMED, LinkKind.DESCRIBED)
    is_reviewed: bool = False  # whether links that need knowledge from outside are required
    mention_kinds: tuple[str, ...] = ("place", "collective")
    is_exhaustive: bool = False  # whether readings, too, are given for every name of a document


@dataclass(frozen=True, slots=True)
class Evaluation:
    """All that can be said with the right answers at hand."""

    parts: tuple[Part, ...]
    refused: tuple[GoldError, ...]
    notes: tuple[str, ...]  # what to know before the figures are believed


def evaluate(gold: Gold, subject: Subject, choices: Choices) -> Evaluation:
    """Compare what was found with the right answers, as far as there are any.

    There is a part for each comparison that the answers allow; the order of answers, documents
    and links changes nothing. Answers that do not fit their documents are refused.
    """
    fitting = fitted(gold, subject)
    passages = {key: analysis.passages for key, analysis in subject.analyses.items()}
    parts = tuple(
        to_part(name, scored, document_ids, passages)
        for name, document_ids, scored in _comparisons(fitting, subject, choices)
    )
    return Evaluation(parts, fitting.refused, tuple(_notes(fitting, subject, choices)))


def _comparisons(
    gold: Gold, subject: Subject, choices: Choices
) -> Iterator[tuple[str, frozenset[DocumentId], Scored]]:
    if gold.links:
        about = frozenset(link.document_id for link in gold.links)
        yield "links", about, _links(gold, subject, choices)
    mentions = {key: analysis.mentions for key, analysis in subject.analyses.items()}

    def paired(document_ids: frozenset[DocumentId]) -> tuple[Paired, ...]:
        about = (one for one in gold.mentions if one.document_id in document_ids)
        return pair_mentions(about, mentions, choices.mention_kinds)

    read, placed = _read(gold), _placed(gold)
    if read:
        yield "readings", read, score_readings(gold.mentions, mentions)
    listed = placed | read if choices.is_exhaustive else placed
    if listed:
        yield "recognition", listed, score_recognition(paired(listed))
    if any(one.has_place for one in gold.mentions):
        yield "resolution", placed, score_resolution(paired(placed))
        yield "end_to_end", placed, score_end_to_end(paired(placed))


def _links(gold: Gold, subject: Subject, choices: Choices) -> Scored:
    required = {GoldStatus.CORE, GoldStatus.REVIEWED} if choices.is_reviewed else {GoldStatus.CORE}
    return score_links(
        gold.links,
        (link for analysis in subject.analyses.values() for link in analysis.links),
        subject.collections,
        kinds=choices.link_kinds,
        required=required,
    )


def _read(gold: Gold) -> frozenset[DocumentId]:
    return frozenset(one.document_id for one in gold.mentions if one.reading is not None)


def _placed(gold: Gold) -> frozenset[DocumentId]:
    return frozenset(one.document_id for one in gold.mentions if one.is_placed)


def _notes(gold: Gold, subject: Subject, choices: Choices) -> Iterator[str]:
    if gold.others:
        yield f"passed over, as no line says anything to compare: {_named(gold.others)}"
    absent = gold.document_ids - subject.analyses.keys()
    if absent:
        yield f"not at hand, so that all of it counts as missed: {_named(absent)}"
    unheld = {
        one.document_id
        for one in gold.answers
        if one.document_id in subject.analyses and not subject.quote(one.document_id, one.span)
    }
    if unheld:
        yield (
            "answers about words that are not held, as only quotations are, count as missed; "
            f"build with the originals: {_named(unheld)}"
        )
    unknown = {link.target_id for link in gold.links} - subject.target_ids
    if unknown:
        yield f"no feature or collection, so that no link can name it: {_named(unknown)}"
    unlisted = _read(gold) - _placed(gold)
    if unlisted and not choices.is_exhaustive:
        yield (
            "recognition is not measured on readings alone, which need not be given for every "
            f"name; if they are, say --every-mention: {_named(unlisted)}"
        )


def _named(ids: Iterable[str]) -> str:
    ordered = sorted(ids)
    more = f" and {len(ordered) - _MOST_NAMED} more" if len(ordered) > _MOST_NAMED else ""
    return ", ".join(ordered[:_MOST_NAMED]) + more
