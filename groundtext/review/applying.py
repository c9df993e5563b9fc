"""Decisions laid over the links of a document: never over other words than those decided on."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from groundtext.decision import Verdict
from groundtext.errors import QuoteError
from groundtext.model import EvidenceLink, LinkStatus
from groundtext.review.anchoring import Fit, anchor
from groundtext.review.standing import standing

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from groundtext.decision import Decision
    from groundtext.model import Document, Span

REVIEW: Final = "review"  # the method of a link that a reviewer added
_STATUS: Final = {
    Verdict.CONFIRMED: LinkStatus.CONFIRMED,
    Verdict.ADDED: LinkStatus.CONFIRMED,
    Verdict.REJECTED: LinkStatus.REJECTED,
}


@dataclass(frozen=True, slots=True)
class Reviewed:
    """Links after review, and the decisions that could not be applied, with the reason."""

    links: tuple[EvidenceLink, ...]
    orphaned: tuple[tuple[Decision, str], ...]


def apply_decisions(
    document: Document,
    links: Iterable[EvidenceLink],
    decisions: Iterable[Decision],
    targets: Collection[str],
) -> Reviewed:
    """Lay the decisions about one document over its links, in the order of span and target.

    Decisions about other documents are passed over, and so are those that others overrule. A
    decision about words that an incomplete document does not hold waits for the original,
    without being orphaned. `targets` are the ids of all features and collections.
    """
    by_key = {(link.span, link.target_id): link for link in links}
    orphaned: list[tuple[Decision, str]] = []
    own = [decision for decision in decisions if decision.document_id == document.id]
    for stands in standing(own).values():
        if stands.decision is None or _is_not_held(document, stands.decision.span):
            continue
        decision, fault = _fitted(document, stands.decision, targets)
        if fault:
            orphaned.append((decision, fault))
            continue
        key = (decision.span, decision.target_id)
        decided = _decide(by_key.get(key), decision)
        if decided is not None:
            by_key[key] = decided
    return Reviewed(tuple(by_key[key] for key in sorted(by_key)), tuple(orphaned))


def as_found(
    links: Iterable[EvidenceLink], decisions: Iterable[Decision], document: Document
) -> tuple[EvidenceLink, ...]:
    """Return links as they were before any of these decisions.

    Others stay as they are: a link may have come with its status, in an export of ours.
    """
    decided = {
        (anchor(decision, document).span, decision.target_id)
        for decision in decisions
        if decision.document_id == document.id and decision.verdict is not Verdict.REPORTED
    }
    found = []
    for link in links:
        if (link.span, link.target_id) not in decided:
            found.append(link)
        elif link.method != REVIEW:
            found.append(
                replace(link, status=LinkStatus.SUGGESTED, decided_by="", decided_at="", note="")
            )
    return tuple(found)


def _is_not_held(document: Document, span: Span) -> bool:
    return not document.complete and not any(held.contains(span) for held in document.held)


def _fitted(
    document: Document, decision: Decision, targets: Collection[str]
) -> tuple[Decision, str]:
    """Return the decision where its words are now, and why it cannot be used, if so."""
    if decision.target_id not in targets:
        return decision, f"there is no feature or collection {decision.target_id!r}"
    found = anchor(decision, document)
    if found.fit is Fit.AMBIGUOUS:
        return decision, f"its words stand at several places now: “{decision.quote[:80]}”"
    if found.fit is Fit.ORPHANED:
        try:
            document.quote(decision.span)
        except QuoteError as error:
            return decision, str(error)
        return decision, "the words at its place are not those that were reviewed"
    shift = found.span.start - decision.span.start
    matches = tuple(type(m)(m.start + shift, m.end + shift) for m in decision.matches)
    return replace(decision, span=found.span, matches=matches), ""


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
            reason=decision.note or f"added by {decision.by or 'a reviewer'}",
            method=REVIEW,
            matches=decision.matches,
        )
    return replace(
        link,
        status=_STATUS[decision.verdict],
        decided_by=decision.by,
        decided_at=decision.at,
        note=decision.note,
    )
