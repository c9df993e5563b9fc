"""`groundtext check`: what ships is whole. Layers, facts, quotations, decisions."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from groundtext.documents import read_quotations, split_passages
from groundtext.errors import ManifestError
from groundtext.layers import check_layers, read_layers
from groundtext.layers.finding import Finding
from groundtext.model import Verdict
from groundtext.pipeline import REVIEW_FILE
from groundtext.review import apply_decisions, read_decisions

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from groundtext.model import Decision, Document

QUOTATIONS_FILE = "quotations.jsonl"
MOST_WORDS = 80  # in one quotation: what quoting a published article may take


def check(layers: Path, data: Path) -> tuple[Finding, ...]:
    """Return everything that is wrong with the layers and the data, by file and place."""
    targets: frozenset[str] = frozenset()
    findings: list[Finding] = []
    try:
        layer_set = read_layers(layers)
    except ManifestError as error:
        findings.append(Finding(layers.name, "", str(error), "correct the manifest"))
    else:
        findings += [*layer_set.listed, *check_layers(layer_set, data)]
        targets = frozenset(feature.id for feature in layer_set.features)
        targets |= {group.id for group in layer_set.collections}
    return (*findings, *_check_quotations(data, targets))


def _check_quotations(data: Path, targets: frozenset[str]) -> Iterator[Finding]:
    read = read_quotations(data)
    for entry in read.listed:
        yield Finding(entry.file, "", entry.reason.rstrip("."), "correct or remove it")
    decisions, errors = read_decisions(data / REVIEW_FILE)
    for error in errors:
        yield Finding(REVIEW_FILE, "", str(error).rstrip("."), "correct or remove the line")
    yield from _twice(decisions)
    for document in read.documents:
        yield from _check_document(document, decisions, targets)


def _twice(decisions: tuple[Decision, ...]) -> Iterator[Finding]:
    keys = Counter((d.document_id, d.span, d.target_id) for d in decisions)
    for (document_id, span, target_id), number in keys.items():
        if number > 1:
            place = f"{document_id}:{span.start}"
            yield Finding(
                REVIEW_FILE, place, f"{number} decisions on {target_id}", "keep the last one"
            )


def _check_document(
    document: Document, decisions: tuple[Decision, ...], targets: frozenset[str]
) -> Iterator[Finding]:
    accepted = {
        decision.span
        for decision in decisions
        if decision.document_id == document.id and decision.verdict is not Verdict.REJECTED
    }
    passages = {passage.span for passage in split_passages(document)}
    for held in document.held:
        place = f"{document.file}:{held.start}"
        n_words = len(document.quote(held).split())
        if n_words > MOST_WORDS:
            message = f"a quotation of {n_words} words, and {MOST_WORDS} is the limit"
            yield Finding(QUOTATIONS_FILE, place, message, "quote less")
        if held not in accepted:
            yield Finding(
                QUOTATIONS_FILE, place, "supports no feature", "remove it, or decide what it does"
            )
        if held not in passages:
            yield Finding(
                QUOTATIONS_FILE, place, "is not exactly one passage", "quote whole sentences"
            )
    for missing in sorted(accepted - set(document.held)):
        place = f"{document.file}:{missing.start}"
        yield Finding(REVIEW_FILE, place, "decided on, but not quoted", "rebuild the quotations")
    for decision, reason in apply_decisions(document, (), decisions, targets).orphaned:
        place = f"{document.file}:{decision.span.start}"
        yield Finding(REVIEW_FILE, place, reason, "review the passage again")
