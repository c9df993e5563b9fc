"""The base that a document is about: "residents near the departed base", "the former field"."""

from __future__ import annotations

import re
from collections import defaultdict
from heapq import nlargest
from typing import TYPE_CHECKING, Final

from groundtext.linking.actors import actors_in
from groundtext.linking.found import Found
from groundtext.linking.site_nouns import singular
from groundtext.linking.vocabulary import DENIED_BEFORE
from groundtext.model import Span
from groundtext.words import words_in

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from groundtext.linking.base_index import Base
    from groundtext.linking.found import Thread
    from groundtext.linking.reading import PassageReading
    from groundtext.linking.site_nouns import SiteNoun

_OFTEN: Final = 3  # passages that make a base the subject of a document
_TIMES: Final = 2  # as often as the base that comes next
# What an air base is called where it has been spoken of.
_FOR_AIRCRAFT: Final = frozenset(
    ("airbase", "airfield", "field", "strip", "airstrip", "hub", "runway")
)
# Kinds that few countries have, and no text takes for another.
_TELLING: Final = frozenset(("cosmodrome", "radar", "observatory", "spaceport"))
_LAUNCHING: Final = frozenset(("launch pad", "launch site", "launchpad", "spaceport"))
_THE: Final = re.compile(r"\b(?:the|its)\s+(?:[\w-]+\s+){0,2}$", re.IGNORECASE)
_DEFINITE: Final = re.compile(
    r"\b(?:the|that|this)\s+"
    r"(?P<words>(?:(?!an?\b|other\b|new\b|second\b|next\b|near(?:est|by)\b|same\b)[\w-]+\s+){0,2})$",
    re.IGNORECASE,
)
# There are many kinds of them: "the shopping centre" is none that holds conferences.
_MANY_KINDS: Final = frozenset(("centre", "center", "station", "complex", "hall", "square"))
_OF_ANY: Final = frozenset(("old", "former", "big", "huge", "vast", "whole", "empty", "great"))
_ELSEWHERE: Final = re.compile(
    r"\s+(?:of|in(?!\s+\d)|at|near|outside|for|that|which|where|from\s+which)\b"
    r"|[\s-]+[a-z]+(?:ed|ing)\s+by\b"
)


class FocusRules:
    """Finds the passages that come back to the base that their document is about."""

    def __init__(self, bases: Mapping[str, Base]) -> None:
        self._bases = bases
        self._by_kind = _telling_kinds(bases.values())

    def find(
        self,
        reading: PassageReading,
        thread: Thread,
        named: Sequence[Found],
        nouns: Sequence[SiteNoun],
    ) -> list[Found]:
        """Return the base that the document is about, if "the base" can only be that."""
        base = (
            self._just_before(reading, thread)
            or self._subject(thread)
            or self._recent(reading, thread)
            if nouns
            else None
        )
        if base is None or any(one.target_id in self._bases for one in named):
            return []
        for noun in nouns:
            before = reading.text[max(0, noun.span.start - 60) : noun.span.start]
            definite = _DEFINITE.search(before)
            if definite is None or not self._can_mean(base, noun):
                continue
            if _is_of_another_kind(definite["words"], noun, base) or _is_called(
                definite["words"], base
            ):
                continue
            if _ELSEWHERE.match(reading.text, noun.span.end):
                continue
            # Who denies to want "the base" of the sentence before does not deny the base.
            is_next = any(one.target_id == base.id for one in thread.recent)
            if DENIED_BEFORE.search(before) and not is_next:
                continue
            span = Span(noun.span.start - len(before) + definite.start(), noun.span.end)
            if not self._is_others(base, span, reading):
                return [_found(base, span, reading)]
        return []

    def find_only(
        self,
        reading: PassageReading,
        thread: Thread,
        named: Sequence[Found],
        nouns: Sequence[SiteNoun],
    ) -> list[Found]:
        """Return the only site of a kind: "the launch pads" of a passage about Russia."""
        found = []
        spoken: set[str] | None = None
        for noun in nouns:
            base = self._by_kind.get(noun.text) or self._by_kind.get(singular(noun.text))
            before = reading.text[max(0, noun.span.start - 60) : noun.span.start]
            if base is None or not _THE.search(before) or DENIED_BEFORE.search(before):
                continue
            spoken = self._spoken(reading, thread, named) if spoken is None else spoken
            if not spoken.isdisjoint(base.operators | {base.country}):
                found.append(_found_only(base, noun, reading))
        return found

    def _spoken(self, reading: PassageReading, thread: Thread, named: Sequence[Found]) -> set[str]:
        """Return the actors of a passage, with those of the bases that it is among."""
        about = {one.target_id for one in (*named, *thread.recent)} & self._bases.keys()
        of_bases = [self._bases[each].operators | {self._bases[each].country} for each in about]
        return set(reading.actors()).union(*of_bases)

    def _subject(self, thread: Thread) -> Base | None:
        """Return the base that the document has spoken of far more often than of any other."""
        counts = thread.bases
        most = nlargest(2, counts, key=lambda target_id: (counts[target_id], target_id))
        if not most or (counts[most[0]] < _OFTEN and len(counts) > 1):
            return None
        is_alone = len(most) == 1 or counts[most[0]] >= _TIMES * counts[most[1]]
        return self._bases[most[0]] if is_alone else None

    def _just_before(self, reading: PassageReading, thread: Thread) -> Base | None:
        """Return the only base of the last passage, where its host or operator acts again."""
        ids = {one.target_id for one in thread.recent} & self._bases.keys()
        base = self._bases[min(ids)] if len(ids) == 1 else None
        if base is None or (base.operators | {base.country}).isdisjoint(reading.actors()):
            return None
        return base

    def _recent(self, reading: PassageReading, thread: Thread) -> Base | None:
        """Return the only base of the last passages, where its host or operator acts again."""
        ids = thread.lately() & self._bases.keys()
        base = self._bases[min(ids)] if len(ids) == 1 else None
        if base is None or (base.operators | {base.country}).isdisjoint(reading.actors()):
            return None
        return base

    def _can_mean(self, base: Base, noun: SiteNoun) -> bool:
        if singular(noun.text) != noun.text or noun.weight == "weak":
            return False
        if noun.text in _FOR_AIRCRAFT and "air" in base.site.classes:
            return True
        return base.site.fits(noun) and (noun.text == "base" or base.site.is_called(noun))

    def _is_others(self, base: Base, span: Span, reading: PassageReading) -> bool:
        """Tell whether the words name another owner, or the passage another place for it."""
        for name in reading.names:
            is_inside = span.start <= name.span.start < span.end
            if is_inside and base.operators.isdisjoint(name.actors):
                return base.country not in name.actors
        return False


def _telling_kinds(bases: Iterable[Base]) -> dict[str, Base]:
    """Return the sites that are the only ones of their kind, by the nouns that say so."""
    bases = tuple(base for base in bases if not base.is_country_wide)
    of: dict[str, list[Base]] = defaultdict(list)
    for base in bases:
        for noun in _TELLING.intersection(words_in(base.kind)):
            of[noun].append(base)
    kinds = {noun: each[0] for noun, each in of.items() if len(each) == 1}
    for noun in _LAUNCHING if "cosmodrome" in kinds else ():
        kinds[noun] = kinds["cosmodrome"]
    return kinds


def _found_only(base: Base, noun: SiteNoun, reading: PassageReading) -> Found:
    return Found(
        target_id=base.id,
        score=0.6,
        reason=f"‘{reading.words(noun.span)}’: the only site of that kind is {base.name}",
        method="only-of-kind",
        matches=(noun.span,),
    )


def _is_of_another_kind(modifiers: str, noun: SiteNoun, base: Base) -> bool:
    """Tell whether a word before a noun makes it one of another kind than the site."""
    last = modifiers.lower().split()[-1:]
    if singular(noun.text) not in _MANY_KINDS or not last:
        return False
    return last[0] not in _OF_ANY and last[0] not in base.site.words


def _is_called(modifiers: str, base: Base) -> bool:
    """Tell whether a name stands before a noun that is not the site's: "the Galkynysh field"."""
    known = base.site.words | {"soviet"}
    return any(
        word[:1].isupper() and word.lower() not in known and not actors_in(word)
        for word in modifiers.split()
    )


def _found(base: Base, span: Span, reading: PassageReading) -> Found:
    return Found(
        target_id=base.id,
        score=0.55,
        reason=f"‘{reading.words(span)}’ goes back to what the document is about: {base.name}",
        method="subject-of-document",
        matches=(span,),
    )
