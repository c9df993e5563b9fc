"""What the rules hand to the linker, and what a document has spoken of so far."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from groundtext.linking.earlier import Earlier, Told
from groundtext.model import LinkKind, Span

if TYPE_CHECKING:
    from collections.abc import Iterable

    from groundtext.linking.reading import Name
    from groundtext.model import Rejected, SaidPlace


FAMILIES: Final = frozenset(("gathering", "talks"))  # of event words, where none is named


@dataclass(frozen=True, slots=True)
class Found:
    """A target that a passage supports; spans count from the passage."""

    target_id: str
    score: float
    reason: str
    method: str
    matches: tuple[Span, ...]
    kind: LinkKind = LinkKind.DESCRIBED
    families: frozenset[str] = frozenset()  # of the event words
    said_date: str = ""  # EDTF: the date that the passage gives it
    said_place: SaidPlace | None = None  # the settlement, where that is not its venue


@dataclass(slots=True)
class Thread:
    """What a document has spoken of before the passage at hand."""

    rejected: list[Rejected] | None = None  # filled, for who asks why, with what was not taken
    recent: tuple[Found, ...] = ()  # in the passage just before
    seen: set[str] = field(default_factory=set)  # every target so far
    last_passage: dict[str, int] = field(default_factory=dict)  # target to ordinal
    actors: frozenset[str] = frozenset()  # named in the passage just before
    towns: frozenset[str] = frozenset()  # named in the passage just before, folded
    has_bases: bool = False  # whether the passages just before were about bases
    year: int = 0  # the one that was named last
    earlier: list[Earlier] = field(default_factory=list)  # the passages just before, in order
    bases: dict[str, int] = field(default_factory=dict)  # passages about each base so far
    place: Name | None = None  # the settlement that was named last
    placed: int = 0  # ordinal of the passage that named it
    history: list[tuple[Found, ...]] = field(default_factory=list)  # of passages, the last first
    titled: set[str] = field(default_factory=set)  # targets of the headings before any text
    lead: set[str] = field(default_factory=set)  # of the first passages: what a report is about
    times: dict[str, int] = field(default_factory=dict)  # passages about each target so far
    has_text: bool = False  # whether a passage that is no heading has been read

    def told(self) -> Told:
        """Return what the passages before told of dates."""
        return Told(self.year, tuple(self.earlier))

    def lately(self) -> set[str]:
        """Return every target that the last passages were about."""
        return {one.target_id for found in self.history for one in found}

    def back(self, passages: int) -> list[Found]:
        """Return what the nearest of the last passages was about that was about anything."""
        return next((list(found) for found in self.history[:passages] if found), [])


def best_per_target(found: Iterable[Found]) -> list[Found]:
    """Return one finding per target, the best named one first, in order of target."""
    best: dict[str, Found] = {}
    for candidate in found:
        other = best.get(candidate.target_id)
        if other is None or _rank(candidate) > _rank(other):
            best[candidate.target_id] = candidate
    return [best[target_id] for target_id in sorted(best)]


def _rank(found: Found) -> tuple[bool, float]:
    return found.kind is LinkKind.NAMED, found.score


def series_found(target_id: str, span: Span, reason: str) -> Found:
    """Return that words under a span mean a meeting, or all of a group, of a series."""
    return Found(
        target_id=target_id,
        score=0.65,
        reason=reason,
        method="meeting-series",
        matches=(span,),
        families=frozenset(("gathering", "talks")),
    )
