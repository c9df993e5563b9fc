"""Units by their number: "the 201st" is a base that is called so, or all bases that are."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING, Final

from groundtext.geodesy import is_within_m
from groundtext.linking.found import Found
from groundtext.model import LinkKind, Span

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from groundtext.linking.base_index import BaseIndex
    from groundtext.linking.found import Thread
    from groundtext.linking.reading import PassageReading

_NUMBER: Final = re.compile(r"(?<![\w-])\d{3,4}(?:st|nd|rd|th)(?![\w-])")
_AFTER: Final = re.compile(
    r"\s*(?:$|[^\w\s]|(?:Military|Motor|Rifle|Tank|Guards|Division|Base|Brigade|Regiment|military|motor"
    r"|division|base|brigade|regiment|garrison|is|was|has|had|will|would|in|at|from|to|and|coming|once"
    r"|never|still|which|who|that|are|were|can|may|must|should|does|did|on|for|by|as|into|near"
    r"|outside|left|sent|kept|keeps|stayed|stays|remains|guards?|trains?)\b)"
)


class UnitRules:
    """Finds the bases that are called by the number of the unit at them."""

    def __init__(self, index: BaseIndex, aliases: Mapping[str, Sequence[str]]) -> None:
        self._bases = index.bases
        numbered: dict[str, set[str]] = defaultdict(set)
        for base in index.bases.values():
            for name in (base.name, *aliases.get(base.id, ())):
                for number in _NUMBER.findall(name):
                    numbered[number].add(base.id)
        self._numbered = numbered
        self._targets = {
            number: min(ids)
            if len(ids) == 1
            else next((group.id for group in index.groups if ids <= group.bases), "")
            for number, ids in numbered.items()
        }

    @property
    def numbers(self) -> frozenset[str]:
        """The numbers of units, one of which a passage must hold."""
        return frozenset(self._targets)

    def find(self, reading: PassageReading, thread: Thread, named: Sequence[Found]) -> list[Found]:
        """Return the target of each number in a passage of its operator, or of bases."""
        if self._targets.keys().isdisjoint(reading.vocabulary):
            return []
        taken = [span for one in named for span in one.matches]
        found = []
        for match in _NUMBER.finditer(reading.text):
            target_id, span = self._targets.get(match[0], ""), Span(*match.span())
            if not target_id or any(span.overlaps(other) for other in taken):
                continue
            is_spoken = bool(thread.bases or named) or self._is_there(match[0], reading)
            if is_spoken and _AFTER.match(reading.text, match.end()):
                found.append(
                    Found(
                        target_id=target_id,
                        score=0.7,
                        reason=f"names ‘{match[0]}’, the number of the unit there",
                        method="number-of-unit",
                        matches=(span,),
                        kind=LinkKind.NAMED,
                    )
                )
        return found

    def _is_there(self, number: str, reading: PassageReading) -> bool:
        """Tell whether a passage names an actor, or a town with a base of that number."""
        if reading.actors():
            return True
        bases = [self._bases[each] for each in self._numbered[number]]
        return any(
            name.position is not None and is_within_m(base.position, name.position, base.reach_m)
            for name in reading.names
            for base in bases
        )
