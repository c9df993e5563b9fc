"""Links beside right links: which are right, which are wrong, and which are missing."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, TypeVar

from groundtext.evaluation.gold import GoldLink, GoldStatus
from groundtext.evaluation.tally import Mark, Scored, Wrong
from groundtext.model import EvidenceLink, LinkStatus
from groundtext.workspace import features_below

if TYPE_CHECKING:
    from collections.abc import Collection as AnyCollection
    from collections.abc import Iterable, Mapping, Sequence

    from groundtext.model import Collection, DocumentId, LinkKind, Span

Linked = TypeVar("Linked", GoldLink, EvidenceLink)


def score_links(
    gold: Sequence[GoldLink],
    links: Iterable[EvidenceLink],
    collections: Mapping[str, Collection],
    *,
    kinds: AnyCollection[LinkKind],
    required: AnyCollection[GoldStatus],
) -> Scored:
    """Compare links with right links, in the documents that the latter are about.

    A link is right when a right link names its feature, or a collection that its feature is a
    member of, and their passages share at least half of the longer one. Right links whose status
    is not among the required are neutral: what matches only them does not count. A link that a
    person rejected is wrong, whatever group it is a member of. Rejected links of the program's
    own side were never claimed.

    Marks: `predicted` and `right` for links, `required` and `found` for right links.
    """
    by_document = _by_document(gold)
    predicted = _predicted(links, by_document, kinds)
    claimed = _by_document(predicted)
    accepted = {
        one.target_id: features_below(one.target_id, collections) | {one.target_id} for one in gold
    }
    found: set[int] = set()
    marks: list[Mark] = []
    wrong: list[Wrong] = []
    for link in predicted:
        there = [one for one in by_document[link.document_id] if share_half(link.span, one.span)]
        hits = _hits(link, there, accepted)
        right = [one for one in hits if one.status in required]
        if hits and not right:
            continue
        marks.append(Mark(link.document_id, link.span.start, "predicted"))
        if right:
            marks.append(Mark(link.document_id, link.span.start, "right"))
            found.update(id(one) for one in right)
        else:
            wrong.append(_wrong(link, there, required))
    for one in gold:
        if one.status in required:
            marks.append(Mark(one.document_id, one.span.start, "required"))
            if id(one) in found:
                marks.append(Mark(one.document_id, one.span.start, "found"))
            else:
                wrong.append(_missed(one, claimed.get(one.document_id, ())))
    return Scored(tuple(marks), tuple(wrong))


def share_half(one: Span, other: Span) -> bool:
    """Tell whether two spans share at least half of the longer one."""
    shared = min(one.end, other.end) - max(one.start, other.start)
    longer = max(one.end - one.start, other.end - other.start)
    return longer > 0 and 2 * shared >= longer


def _by_document(links: Iterable[Linked]) -> dict[DocumentId, list[Linked]]:
    by_document: dict[DocumentId, list[Linked]] = defaultdict(list)
    for one in links:
        by_document[one.document_id].append(one)
    return dict(by_document)


def _predicted(
    links: Iterable[EvidenceLink],
    document_ids: AnyCollection[DocumentId],
    kinds: AnyCollection[LinkKind],
) -> list[EvidenceLink]:
    """Return the links that claim something, each passage and target once, in reading order."""
    claimed = {
        (link.document_id, link.span, link.target_id): link
        for link in links
        if link.document_id in document_ids
        and link.kind in kinds
        and link.status is not LinkStatus.REJECTED
    }
    return [claimed[key] for key in sorted(claimed)]


def _hits(
    link: EvidenceLink, there: Sequence[GoldLink], accepted: Mapping[str, frozenset[str]]
) -> list[GoldLink]:
    refused = {one.target_id for one in there if one.status is GoldStatus.REJECTED}
    hits = [
        one
        for one in there
        if one.status is not GoldStatus.REJECTED and link.target_id in accepted[one.target_id]
    ]
    if link.target_id in refused and all(one.target_id != link.target_id for one in hits):
        return []
    return hits


def _wrong(
    link: EvidenceLink, there: Iterable[GoldLink], required: AnyCollection[GoldStatus]
) -> Wrong:
    expected = sorted({one.target_id for one in there if one.status in required})
    found = f"{link.target_id} ({link.kind})"
    return Wrong(
        "wrong",
        link.document_id,
        link.span,
        ", ".join(expected) or "no link",
        found,
        link.reason,
    )


def _missed(one: GoldLink, predicted: Iterable[EvidenceLink]) -> Wrong:
    """Return the entry for a link that was not found; `predicted` are its document's."""
    found = [link.target_id for link in predicted if share_half(link.span, one.span)]
    return Wrong("missed", one.document_id, one.span, one.target_id, ", ".join(found) or "no link")
