"""So many sites of which a text has just spoken: "the two dams", "both bases"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from groundtext.linking.found import Found
from groundtext.linking.site_nouns import singular
from groundtext.linking.vocabulary import DENIED_BEFORE
from groundtext.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from groundtext.linking.base_index import Base, BaseGroup
    from groundtext.linking.found import Thread
    from groundtext.linking.reading import PassageReading
    from groundtext.linking.site_nouns import SiteNoun

_NUMBERS: Final = {"two": 2, "both": 2, "three": 3, "four": 4}
COUNTING: Final = frozenset(_NUMBERS)
_COUNTED: Final = re.compile(
    r"\b(?:(?:all|the|these|those)\s+(?P<number>two|three|four)"
    r"|(?P<both>both)(?:\s+of\s+(?:the|these))?)\s+(?:[a-z-]+\s+)?$",
    re.IGNORECASE,
)
_REACH: Final = 30  # code points before a noun
_BACK: Final = 4  # passages


class PairRules:
    """Finds the sites that a number and a noun mean, after each of them was spoken of."""

    def __init__(self, bases: Mapping[str, Base], groups: Sequence[BaseGroup]) -> None:
        self._bases = bases
        self._groups = groups

    def find(
        self, reading: PassageReading, nouns: Sequence[SiteNoun], thread: Thread
    ) -> list[Found]:
        """Return the group of those sites, or each of them where no group is just they."""
        if COUNTING.isdisjoint(reading.vocabulary):
            return []
        for noun in nouns:
            start = max(0, noun.span.start - _REACH)
            counted = _COUNTED.search(reading.text, start, noun.span.start)
            if counted is None or singular(noun.text) == noun.text:
                continue
            if DENIED_BEFORE.search(reading.text[: counted.start()]):
                continue
            number = _NUMBERS[(counted["number"] or counted["both"]).lower()]
            span = Span(counted.start(), noun.span.end)
            meant = self._spoken(noun, number, thread)
            whole = [group.id for group in self._groups if group.bases == meant]
            return [self._found(each, span, reading) for each in whole[:1] or sorted(meant)]
        return []

    def _spoken(self, noun: SiteNoun, number: int, thread: Thread) -> set[str]:
        """Return the last so many sites of a kind that the passages just before are about."""
        spoken: set[str] = set()
        for found in thread.history[:_BACK]:
            spoken |= set(self._fitting(noun, found))
            if len(spoken) >= number:
                break
        return spoken if len(spoken) == number else set()

    def _fitting(self, noun: SiteNoun, found: Iterable[Found]) -> Iterable[str]:
        for one in found:
            base = self._bases.get(one.target_id)
            if base and base.site.fits(noun) and base.site.is_called(noun):
                yield base.id

    def _found(self, target_id: str, span: Span, reading: PassageReading) -> Found:
        names = {group.id: group.name for group in self._groups}
        base = self._bases.get(target_id)
        name = base.name if base else names[target_id]
        return Found(
            target_id=target_id,
            score=0.6,
            reason=f"‘{reading.words(span)}’ of which the text has just spoken: {name}",
            method="continuation",
            matches=(span,),
        )
