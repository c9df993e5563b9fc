"""`groundtext check`: what ships is whole. Layers, facts, quotations, decisions."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from groundtext.decision import Verdict
from groundtext.documents import read_documents, read_quotations, split_passages
from groundtext.documents.quotations import QUOTATIONS_FILE
from groundtext.documents.reading import METADATA_FILE, Metadata, read_metadata
from groundtext.errors import GazetteerError, ManifestError
from groundtext.gazetteer import Gazetteer
from groundtext.layers import check_layers, read_layers
from groundtext.layers.finding import Finding
from groundtext.laying import REVIEW_FILE
from groundtext.review import apply_decisions, read_decisions

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from groundtext.decision import Decision
    from groundtext.model import Document

# What quoting a published article may take.
MOST_WORDS = 80  # in one quotation
LARGEST_SHARE = 0.36  # of an article's words, all quotations of it together


def check(layers: Path, data: Path, originals: Sequence[Path] = ()) -> tuple[Finding, ...]:
    """Return everything that is wrong with the layers and the data, by file and place.

    With originals, files or folders, the quotations are compared with those whose sha256 the
    data name. Without layers that can be read, what refers to features is not checked.
    """
    targets: frozenset[str] | None = None
    findings: list[Finding] = []
    try:
        layer_set = read_layers(layers)
    except ManifestError as error:
        findings.append(_finding(error.source, error.reason))
    else:
        findings += [*layer_set.listed, *check_layers(layer_set, data)]
        targets = frozenset(feature.id for feature in layer_set.features)
        targets |= {group.id for group in layer_set.collections}
    findings += _check_gazetteer(data)
    findings += _check_quotations(data, targets)
    return (*findings, *_check_originals(data, originals))


def _finding(file: str, reason: str) -> Finding:
    """Return a finding for a reason that ends with what to do, after a semicolon."""
    message, _, remedy = reason.rstrip(". ").rpartition("; ")
    return Finding(file, "", message or remedy, remedy if message else "correct or remove it")


def _check_gazetteer(data: Path) -> Iterator[Finding]:
    try:
        Gazetteer.open(data)
    except GazetteerError as error:
        yield _finding(error.source, error.reason)


def _check_quotations(data: Path, targets: frozenset[str] | None) -> Iterator[Finding]:
    read = read_quotations(data)
    for entry in read.listed:
        yield _finding(entry.file, entry.reason)
    decisions, errors = read_decisions(data / REVIEW_FILE)
    for error in errors:
        yield _finding(error.source, error.reason)
    yield from _twice(decisions)
    for known in read_metadata(data / METADATA_FILE)[0]:
        yield from _check_metadata(known, read.documents)
    for document in read.documents:
        yield from _check_document(document, decisions, targets)


def _check_metadata(known: Metadata, documents: Sequence[Document]) -> Iterator[Finding]:
    if not re.fullmatch("[0-9a-f]{64}", known.sha256) or not known.sha256.strip("0"):
        yield Finding(
            METADATA_FILE, known.file, f"`sha256` is {known.sha256!r}", "state the original's"
        )
    if not known.words:
        yield Finding(METADATA_FILE, known.file, "`words` is missing", "count the original's")
        return
    for document in documents:
        n_words = sum(len(document.quote(held).split()) for held in document.held)
        if document.file == known.file and n_words > LARGEST_SHARE * known.words:
            message = f"{n_words} of {known.words} words are quoted, and {LARGEST_SHARE:.0%} may be"
            yield Finding(QUOTATIONS_FILE, known.file, message, "quote less")


def _check_originals(data: Path, originals: Sequence[Path]) -> Iterator[Finding]:
    if not originals:
        return
    quoted = {document.file: document for document in read_quotations(data).documents}
    for original in read_documents(originals).documents:
        quotations = quoted.get(original.file)
        if quotations is None:
            continue
        if quotations.sha256 != original.sha256:
            message = "its sha256 is not the one that documents.csv states"
            yield Finding(original.file, "", message, "compare with the version that was quoted")
        for held in quotations.held:
            if original.text[held.start : held.end] != quotations.quote(held):
                place = f"{original.file}:{held.start}"
                message = "is not what the original says"
                yield Finding(QUOTATIONS_FILE, place, message, "cut the quotation anew")


def _twice(decisions: tuple[Decision, ...]) -> Iterator[Finding]:
    keys = Counter((d.document_id, d.span, d.target_id) for d in decisions)
    for (document_id, span, target_id), number in keys.items():
        if number > 1:
            place = f"{document_id}:{span.start}"
            yield Finding(
                REVIEW_FILE, place, f"{number} decisions on {target_id}", "keep the last one"
            )


def _check_document(
    document: Document, decisions: tuple[Decision, ...], targets: frozenset[str] | None
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
    if targets is None:
        return
    for decision, reason in apply_decisions(document, (), decisions, targets).orphaned:
        place = f"{document.file}:{decision.span.start}"
        yield Finding(REVIEW_FILE, place, reason, "review the passage again")
