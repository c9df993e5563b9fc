"""Links that came with documents, and decisions, laid over what was found in many documents."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from groundtext.model import Listed
from groundtext.review import apply_decisions

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from groundtext.decision import Decision
    from groundtext.model import DocumentId, EvidenceLink
    from groundtext.workspace import Analysis

REVIEW_FILE = "review.jsonl"


@dataclass(frozen=True)
class Layers:
    """What is laid over the links of documents."""

    given: Mapping[DocumentId, tuple[EvidenceLink, ...]]  # that came with a document
    decisions: tuple[Decision, ...]
    targets: frozenset[str]  # ids of all features and collections


@dataclass(slots=True)
class Seen:
    """What is seen on the way through all documents."""

    telling: list[EvidenceLink] = field(default_factory=list)  # that say when, where or how
    listed: list[Listed] = field(default_factory=list)


@dataclass(frozen=True)
class Laid:
    """Analyses with everything laid over them, one by one, each time they are gone through."""

    analyses: Collection[Analysis]
    over: Layers

    def __iter__(self) -> Iterator[Analysis]:
        for analysis in self.analyses:
            yield _lay(analysis, self.over, Seen())

    def __len__(self) -> int:
        return len(self.analyses)

    def __contains__(self, analysis: object) -> bool:
        return any(each == analysis for each in self)


def lay(analyses: Collection[Analysis], over: Layers) -> tuple[Collection[Analysis], Seen]:
    """Return the analyses with their reviewed links, and what was seen in them.

    Analyses that are in memory stay there; others are gone through again by whoever reads them.
    """
    seen = Seen()
    laid = (_lay(analysis, over, seen) for analysis in analyses)
    if isinstance(analyses, tuple):
        return tuple(laid), seen
    for _ in laid:
        pass  # only what is seen is kept
    return Laid(analyses, over), seen


def _lay(analysis: Analysis, over: Layers, seen: Seen) -> Analysis:
    analysis = _with_given(analysis, over.given)
    links = analysis.links
    if over.decisions:
        outcome = apply_decisions(analysis.document, links, over.decisions, over.targets)
        links = outcome.links
        seen.listed += [Listed(REVIEW_FILE, _orphan(*orphan)) for orphan in outcome.orphaned]
    seen.listed += analysis.listed
    seen.telling += [
        link for link in links if link.said_date or link.said_outcome or link.said_place
    ]
    return replace(analysis, links=links)


def _with_given(
    analysis: Analysis, given: Mapping[DocumentId, tuple[EvidenceLink, ...]]
) -> Analysis:
    """Return an analysis with the links that came with its document.

    Of quotations these are all there are; a whole text keeps what was found in it besides.
    """
    links = given.get(analysis.document.id)
    if links is None:
        return analysis
    found = analysis.links if analysis.document.complete else ()
    by_key = {(link.span, link.target_id): link for link in (*found, *links)}
    return replace(analysis, links=tuple(by_key[key] for key in sorted(by_key)))


def _orphan(decision: Decision, reason: str) -> str:
    start, end = decision.span
    return (
        f"the decision on {decision.document_id}:{start}-{end} and {decision.target_id} "
        f"is not used: {reason}."
    )
