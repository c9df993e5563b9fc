"""Bases known by their country alone, by what the country allows: "refuelling rights in Kenya".

No spot is meant, and no base: aircraft may land, refuel or fly over. Who has the use of it must be
spoken of, in the passage or just before it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING, Final

from groundtext.linking.found import Found
from groundtext.linking.vocabulary import DENIED_BEFORE
from groundtext.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from groundtext.linking.base_index import Base
    from groundtext.linking.found import Thread
    from groundtext.linking.reading import Name, PassageReading

ALLOWING: Final = frozenset(
    (
        "refuel", "refuels", "refueled", "refuelled", "refueling", "refuelling", "gas", "emergency",
        "emergencies", "overflight", "overflights", "landing", "landings", "use", "relief",
    )
)  # fmt: skip
_ALLOWED: Final = re.compile(
    r"\b(?:refuel(?:s|l?ed|l?ing)?|gas\s+up|overflights?|relief\s+flights"
    r"|(?:emergency|landing|transit)\s+(?:landings?|rights|use|strips?|airfields?|stops?)"
    r"|use\s+of\s+(?:[\w’'-]+\s+){0,3}(?:airfields?|airports?|airstrips?|airspace))\b",
    re.IGNORECASE,
)
_GRANTS: Final = re.compile(
    r"\b(?:allow|let|grant|offer|permit|admit|give|gave|sign|agree|open|lend|lent|provide|accept)"
    r"(?:s|e?d|ted|ting|ing)?\b"
    r"|\bpromise[sd]?\b"
)
_IN: Final = frozenset(("in", "at", "across", "inside", "within", "through"))
_REACH: Final = 60  # code points between what is allowed and the country after it
_FORE_REACH: Final = 120  # and the country before it


class ArrangementRules:
    """Finds the bases known by their country alone where a passage says what it allows."""

    def __init__(self, bases: Mapping[str, Base]) -> None:
        self._bases = bases
        self._wide: dict[str, list[Base]] = defaultdict(list)
        for base in bases.values():
            if base.is_country_wide and base.country not in base.operators:
                self._wide[base.country].append(base)

    def find(self, reading: PassageReading, thread: Thread) -> list[Found]:
        """Return what each country of the passage is said to allow the operators on the map."""
        if not self._wide or ALLOWING.isdisjoint(reading.vocabulary):
            return []
        hosts = [
            name
            for name in reading.names
            if name.form == "state" and name.actors[0] in self._wide and not name.is_negated
        ]
        if not hosts:
            return []
        found = []
        allowed = [Span(*match.span()) for match in _ALLOWED.finditer(reading.text)]
        actors = reading.actors() if allowed else frozenset[str]()
        for host in hosts:
            words = _said_of(host, allowed, reading)
            if words is None:
                continue
            acting = actors - {host.actors[0]}
            found += [
                _found(base, words, host, reading)
                for base in self._wide[host.actors[0]]
                if not base.operators.isdisjoint(acting)
                or (_is_of_none(host, reading) and self._is_spoken_of(base, thread))
            ]
        return found

    def _is_spoken_of(self, base: Base, thread: Thread) -> bool:
        """Tell whether the operator acts, or its bases are spoken of, in the passages before."""
        if not base.operators.isdisjoint(thread.actors):
            return True
        about = thread.lately()
        return any(
            not base.operators.isdisjoint(self._bases[each].operators)
            for each in about & self._bases.keys()
        )


def _said_of(host: Name, allowed: Iterable[Span], reading: PassageReading) -> Span | None:
    """Return what a country is said to allow, after its name and a verb, or before "in" it."""
    text = reading.text
    for words in allowed:
        before = text[max(0, words.start - _REACH) : words.start]
        if DENIED_BEFORE.search(before):
            continue
        if words.end <= host.span.start:
            if host.governor in _IN and host.span.start - words.end <= _REACH:
                return words
        elif not host.governor and words.start - host.span.end <= _FORE_REACH:
            between = text[host.span.end : words.start]
            if _GRANTS.search(between) or _GRANTS.search(text[words.start : words.end]):
                return words
    return None


def _is_of_none(host: Name, reading: PassageReading) -> bool:
    """Tell whether no other people is named that may have the use of it."""
    return not any(
        name.form in ("demonym", "organisation") and name.actors != host.actors
        for name in reading.names
    )


def _found(base: Base, words: Span, host: Name, reading: PassageReading) -> Found:
    return Found(
        target_id=base.id,
        score=0.65,
        reason=f"‘{reading.words(words)}’ + host ‘{host.text}’: {base.name}",
        method="country-arrangement",
        matches=tuple(sorted((words, host.span))),
    )
