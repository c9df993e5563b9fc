"""A reviewer's decisions about links: read from a file, and laid over what was found.

A decision names a passage by its span and by the digest of its quote, so that a decision is
never carried over to other words than those that were read. One JSON object a line:
`document` (file name), `start`, `end`, `quote_sha256`, `target` (feature or collection id),
`verdict` (confirmed, rejected, added), `kind` (named, described), `note`, `by`, `at`.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, replace
from pathlib import PurePath
from typing import TYPE_CHECKING

from groundtext.edtf import is_valid
from groundtext.errors import QuoteError, ReviewError
from groundtext.model import Decision, EvidenceLink, LinkKind, LinkStatus, Span, Verdict

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable
    from pathlib import Path

    from groundtext.model import Document

_FIELDS = ("document", "start", "end", "quote_sha256", "target", "verdict", "note")
_STATUS = {
    Verdict.CONFIRMED: LinkStatus.CONFIRMED,
    Verdict.ADDED: LinkStatus.CONFIRMED,
    Verdict.REJECTED: LinkStatus.REJECTED,
}


@dataclass(frozen=True, slots=True)
class Reviewed:
    """Links after review, and the decisions that could not be applied, with the reason."""

    links: tuple[EvidenceLink, ...]
    orphaned: tuple[tuple[Decision, str], ...]


def quote_digest(quote: str) -> str:
    """Return the SHA-256 of the quote's UTF-8 bytes, hexadecimal."""
    return hashlib.sha256(quote.encode()).hexdigest()


def read_decisions(path: Path) -> tuple[tuple[Decision, ...], tuple[ReviewError, ...]]:
    """Return the decisions of a file in its order, and an error for each line that is none.

    A faulty line costs no other. A file that is not there holds no decision.
    """
    if not path.is_file():
        return (), ()
    decisions: list[Decision] = []
    errors: list[ReviewError] = []
    try:
        lines = path.read_text(encoding="utf-8").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        return (), (ReviewError(f"cannot be read as UTF-8 text ({error}).", source=path.name),)
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            decisions.append(_decision(line))
        except (ValueError, TypeError) as error:
            fault = f"line {number}: {error}; correct the line or remove it."
            errors.append(ReviewError(fault, source=path.name))
    return tuple(decisions), tuple(errors)


def _decision(line: str) -> Decision:
    fields = json.loads(line)
    if not isinstance(fields, dict):
        raise TypeError("not a JSON object")
    missing = [name for name in _FIELDS if name not in fields]
    if missing:
        raise ValueError(f"lacks {', '.join(missing)}")
    at = str(fields.get("at", ""))
    if at and not is_valid(at):
        raise ValueError(f"`at` is {at!r}, not an EDTF date")
    return Decision(
        target_id=str(fields["target"]),
        document_id=PurePath(str(fields["document"])).stem,
        span=Span(int(fields["start"]), int(fields["end"])),
        quote_sha256=str(fields["quote_sha256"]),
        verdict=Verdict(fields["verdict"]),
        note=str(fields["note"]),
        kind=LinkKind(fields.get("kind", LinkKind.DESCRIBED)),
        by=str(fields.get("by", "")),
        at=at,
    )


def apply_decisions(
    document: Document,
    links: Iterable[EvidenceLink],
    decisions: Iterable[Decision],
    targets: Collection[str],
) -> Reviewed:
    """Lay the decisions about one document over its links, in the order of span and target.

    Decisions about other documents are passed over. A decision about words that an incomplete
    document does not hold waits for the original, without being orphaned. `targets` are the ids
    of all features and collections.
    """
    by_key = {(link.span, link.target_id): link for link in links}
    orphaned: list[tuple[Decision, str]] = []
    for decision in decisions:
        if decision.document_id != document.id or _is_not_held(document, decision.span):
            continue
        fault = _fault(document, decision, targets)
        if fault:
            orphaned.append((decision, fault))
            continue
        key = (decision.span, decision.target_id)
        decided = _decide(by_key.get(key), decision)
        if decided is not None:
            by_key[key] = decided
    return Reviewed(tuple(by_key[key] for key in sorted(by_key)), tuple(orphaned))


def _is_not_held(document: Document, span: Span) -> bool:
    return not document.complete and not any(held.contains(span) for held in document.held)


def _fault(document: Document, decision: Decision, targets: Collection[str]) -> str:
    if decision.target_id not in targets:
        return f"there is no feature or collection {decision.target_id!r}"
    try:
        quote = document.quote(decision.span)
    except QuoteError as error:
        return str(error)
    if quote_digest(quote) != decision.quote_sha256:
        return "the words at its place are not those that were reviewed"
    return ""


def _decide(link: EvidenceLink | None, decision: Decision) -> EvidenceLink | None:
    """Return the link as decided; None where a link is rejected that nobody found."""
    if link is None:
        if decision.verdict is Verdict.REJECTED:
            return None
        link = EvidenceLink(
            target_id=decision.target_id,
            document_id=decision.document_id,
            span=decision.span,
            kind=decision.kind,
            score=1.0,
            reason=decision.note,
            method="review",
        )
    return replace(
        link,
        status=_STATUS[decision.verdict],
        decided_by=decision.by,
        decided_at=decision.at,
        note=decision.note,
    )
