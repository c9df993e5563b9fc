"""Many decisions, by several people, about one link → the one that stands, and who differs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, NamedTuple

from groundtext.decision import Decision, Verdict

if TYPE_CHECKING:
    from collections.abc import Iterable

_YES: Final = frozenset({Verdict.CONFIRMED, Verdict.ADDED})


class Key(NamedTuple):
    """What a decision is about: equal words at one place of a document, and a target."""

    document_id: str
    start: int
    quote_sha256: str
    target_id: str


@dataclass(frozen=True, slots=True)
class Standing:
    """What is decided about one link."""

    decision: Decision | None  # the one that stands; None if all were taken back
    against: tuple[Decision, ...] = ()  # of others who differ, and whom nobody has answered
    reports: tuple[Decision, ...] = ()  # of readers, since it was decided
    history: tuple[Decision, ...] = ()  # all of them, oldest first


def key_of(decision: Decision) -> Key:
    """Return what a decision is about."""
    return Key(decision.document_id, decision.span.start, decision.quote_sha256, decision.target_id)


def standing(decisions: Iterable[Decision]) -> dict[Key, Standing]:
    """Return what stands of each link that anybody decided on or reported.

    Of one person the last word counts, of several the latest. Who differs from it is in
    conflict with it, unless whoever spoke last had seen what they said.
    """
    histories: dict[Key, list[Decision]] = {}
    for decision in decisions:
        histories.setdefault(key_of(decision), []).append(decision)
    return {key: _standing(history) for key, history in histories.items()}


def _standing(history: list[Decision]) -> Standing:
    # Lines without a time stand where they stand: sorting is stable.
    ordered = sorted(history, key=lambda decision: decision.at)
    words: dict[str, Decision] = {}
    for decision in ordered:
        if decision.verdict is Verdict.WITHDRAWN:
            words.pop(decision.by, None)
        elif decision.verdict is not Verdict.REPORTED:
            words.pop(decision.by, None)  # so that the latest is the last
            words[decision.by] = decision
    said = list(words.values())
    last = said[-1] if said else None
    against = tuple(
        other
        for other in said[:-1]
        if last and _is_yes(other) is not _is_yes(last) and other.id not in last.after
    )
    reports = tuple(
        decision
        for decision in ordered
        if decision.verdict is Verdict.REPORTED and (last is None or decision.at >= last.at)
    )
    return Standing(last, against, reports, tuple(ordered))


def _is_yes(decision: Decision) -> bool:
    return decision.verdict in _YES
