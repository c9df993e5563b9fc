"""Who must leave a base, or may stay: "voted to expel the airmen", "the lease will not be renewed".

The base is not named: it is the one of which the text has just spoken, or the only one that those
who leave have in the state that the passage, or the one before it, names.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from groundtext.linking.found import Found
from groundtext.linking.vocabulary import DENIED_BEFORE
from groundtext.model import Span

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from groundtext.linking.base_index import Base
    from groundtext.linking.found import Thread
    from groundtext.linking.reading import Name, PassageReading

_BACK: Final = 2  # passages
LEASE_WORDS: Final = frozenset(("lease", "rent", "eviction", "expulsion"))  # without any name
TENURE_WORDS: Final = LEASE_WORDS | {
    "expel", "expelled", "expels", "evict", "evicted", "evicts", "eject", "ejected", "oust",
    "ousted", "leave", "stay", "remain", "go", "quit", "pack", "withdraw",
}  # fmt: skip
_PEOPLE: Final = (
    r"(?:\s+(?:troops|forces|soldiers|airmen|servicemen|personnel|garrison|contingent|units?"
    r"|aircraft))?"
)
_EXPELLED: Final = re.compile(
    r"\b(?:expel(?:led|s)?|evict(?:ed|s)?|eject(?:ed)?|oust(?:ed)?)\s+(?:the\s+)?$"
)
# "The Germans, whose …, were permitted to stay"; "gave the Americans six months in which to leave".
_TOLD: Final = re.compile(
    rf"{_PEOPLE}(?:,\s[^,.;]{{0,60}},)?\s+(?:were|was|are|have\s+been|had\s+been|would\s+be|will\s+be)\s+"
    r"(?:permitted|allowed|told|asked|forced|ordered|obliged|invited|free)\s+to\s+"
    r"(?:leave|stay|remain|go|quit)\b"
)
_GIVEN: Final = re.compile(
    rf"{_PEOPLE}\s+(?:[\w-]+\s+){{1,3}}(?:in\s+which\s+)?to\s+(?:leave|go|quit|pack|withdraw)\b"
)
_GAVE: Final = re.compile(r"\b(?:gave|given|gives|giving)\s+(?:the\s+)?$")
_LEASE: Final = re.compile(
    r"\b[Tt]he\s+(?:lease|rent|eviction|expulsion)\b(?!\s+(?:of|on|for|in|at)\b)"
)
_REACH: Final = 24


class TenureRules:
    """Finds the base that somebody must leave, or may keep."""

    def __init__(self, bases: Mapping[str, Base]) -> None:
        self._bases = {
            base.id: base
            for base in bases.values()
            if base.site.is_military and base.country not in base.operators
        }

    def may_be_told(self, words: frozenset[str], thread: Thread) -> bool:
        """Tell whether a passage of these words that names nothing may tell it of a base."""
        return bool(thread.bases) and not LEASE_WORDS.isdisjoint(words)

    def find(self, reading: PassageReading, thread: Thread) -> list[Found]:
        """Return the base that the passage is about."""
        if not thread.bases or TENURE_WORDS.isdisjoint(reading.vocabulary):
            return []
        for name in reading.names:
            if name.form == "demonym" and _is_told(name, reading):
                base = self._of(name, reading, thread)
                return [_found(base, name.span, reading)] if base else []
        lease = _LEASE.search(reading.text)
        if lease and not DENIED_BEFORE.search(reading.text[: lease.start()]):
            near = self._just(thread, self._bases)
            return [_found(near[0], Span(*lease.span()), reading)] if len(near) == 1 else []
        return []

    def _of(self, people: Name, reading: PassageReading, thread: Thread) -> Base | None:
        """Return the base of a people of which the text has just spoken, or the only one there."""
        own = {
            each: base
            for each, base in self._bases.items()
            if not base.operators.isdisjoint(people.actors)
        }
        hosts = (reading.actors() | thread.actors) - set(people.actors)
        there = [base for base in own.values() if base.country in hosts]
        just = [base for base in self._just(thread, own) if base in there or not there]
        fitting = just or [base for base in there if not base.is_country_wide]
        return fitting[0] if len(fitting) == 1 else None

    def _just(self, thread: Thread, bases: Mapping[str, Base]) -> Sequence[Base]:
        """Return those of the bases that the last passage that is about any of them is about."""
        for found in thread.history[:_BACK]:
            about = {one.target_id for one in found} & bases.keys()
            if about:
                return [bases[each] for each in sorted(about)]
        return []


def _is_told(people: Name, reading: PassageReading) -> bool:
    """Tell whether it is said of a people that they must leave, or may stay."""
    text, span = reading.text, people.span
    before = text[max(0, span.start - _REACH) : span.start]
    if _EXPELLED.search(before) or _TOLD.match(text, span.end):
        return True
    return _GAVE.search(before) is not None and _GIVEN.match(text, span.end) is not None


def _found(base: Base, span: Span, reading: PassageReading) -> Found:
    return Found(
        target_id=base.id,
        score=0.6,
        reason=f"‘{reading.words(span)}’: whether they may stay, at {base.name}",
        method="tenure",
        matches=(span,),
    )
