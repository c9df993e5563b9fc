"""Sites by their kind and country: "a missile range in Kazakhstan", "the seismic station".

A kind of which a country has one site needs no name. Its noun takes a word that no other kind has,
and the country, or who runs it, must be named.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from groundtext.linking.base_roles import DEFINITE_BEFORE
from groundtext.linking.found import Found
from groundtext.linking.vocabulary import DENIED_BEFORE
from groundtext.model import Span
from groundtext.words import alternation, words_in

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from groundtext.linking.base_index import Base
    from groundtext.linking.found import Thread
    from groundtext.linking.reading import PassageReading

# The nouns of special kinds, with those that texts use instead.
_HEADS: Final = {
    "range": frozenset(("range", "ground", "place")),
    "station": frozenset(
        ("station", "laboratory", "lab", "observatory", "site", "seismograph", "seismographs")
    ),
    "complex": frozenset(("complex", "station", "site", "facility", "post", "centre", "center")),
    "centre": frozenset(
        ("centre", "center", "station", "facility", "post", "transmitter", "transmitters")
    ),
    "radar": frozenset(("radar", "station")),
    "cosmodrome": frozenset(("cosmodrome", "spaceport", "centre", "center", "site", "pads")),
}
# Words that mean the same of a site.
_ALIKE: Final = {
    "surveillance": ("tracking", "watching", "surveillance"),
    "cosmodrome": ("launch", "launching", "spaceport", "cosmodrome"),
    "radar": ("radar",),
    "communications": (
        "communications", "communication", "signals", "transmitting", "submarines",
    ),
    "seismic": (
        "seismic", "seismological", "seismograph", "seismographs", "earthquakes", "tremors",
        "explosions",
    ),
    "naval": ("torpedo", "torpedoes"),
}  # fmt: skip
_TORPEDOES: Final = frozenset(("torpedo", "torpedoes"))
_PLAIN: Final = frozenset(("test", "early", "warning", "naval", "military", "space", "the"))
_WORD: Final = re.compile(r"\w+")
_MODIFIERS: Final = 3  # words before a noun that may say which kind it is
_REACH: Final = 60
_CLAUSE: Final = re.compile(r"\s+(?:[\w-]+\s+){0,4}(?:where|which|that|for|to)\s[^,.;:]{0,60}")
_CIVIL_BEFORE: Final = re.compile(
    r"\b(?:weather|police|power|radio|television)[\s-]+$", re.IGNORECASE
)


class _Kind(NamedTuple):
    base: Base
    heads: frozenset[str]
    telling: frozenset[str]  # words of which one must stand before the noun, or be it


class KindRules:
    """Finds the only site of a special kind that a country or an operator of a passage has."""

    def __init__(self, bases: Iterable[Base]) -> None:
        self._bases = tuple(bases)
        self._kinds = [kind for base in self._bases if (kind := _kind(base))]
        self._heads = frozenset(head for kind in self._kinds for head in kind.heads)
        self.telling = frozenset(word for kind in self._kinds for word in kind.telling)
        self._pattern = re.compile(rf"\b(?:{alternation(self._heads) or '(?!)'})\b", re.IGNORECASE)

    def find(self, reading: PassageReading, taken: Sequence[Span], thread: Thread) -> list[Found]:
        """Return the site of each special kind that the passage describes outside `taken`.

        Where one of which the text has just spoken is, others are.
        """
        words = reading.vocabulary
        if self.telling.isdisjoint(words) or self._heads.isdisjoint(words):
            return []
        recent = thread.lately()
        actors = reading.actors().union(b.country for b in self._bases if b.id in recent)
        if not actors:
            return []
        found: dict[str, Found] = {}
        for match in self._pattern.finditer(reading.text):
            before = reading.text[max(0, match.start() - _REACH) : match.start()]
            near = [each.lower() for each in _WORD.findall(before)[-_MODIFIERS:]]
            # "A range where torpedoes are fired".
            following = _CLAUSE.match(reading.text, match.end())
            near += words_in(following[0]) if following else ()
            head = match[0].lower()
            meant = [
                kind.base
                for kind in self._kinds
                if head in kind.heads
                and not kind.telling.isdisjoint((*near, head))
                and _is_there(kind.base, actors, before)
            ]
            span = Span(*match.span())
            if len(meant) != 1 or any(span.overlaps(other) for other in taken):
                continue
            if DENIED_BEFORE.search(before) or _CIVIL_BEFORE.search(before):
                continue
            found.setdefault(meant[0].id, _found(meant[0], span, reading))
        return list(found.values())


def _is_there(base: Base, actors: frozenset[str], before: str) -> bool:
    """Tell whether the country is named, or who runs it and "the" one that they have."""
    if base.country in actors:
        return True
    return not base.operators.isdisjoint(actors) and DEFINITE_BEFORE.search(before) is not None


def _kind(base: Base) -> _Kind | None:
    """Return by which words a site of a special kind is known; None for bases of any kind."""
    words = _WORD.findall(base.kind)
    head = words[-1] if words else ""
    head = {"center": "centre", "spaceport": "cosmodrome"}.get(head, head)
    if not base.site.is_military or base.is_country_wide or head not in _HEADS:
        return None
    own = {head} if len(words) == 1 or head in ("radar", "cosmodrome") else set(words[:-1])
    telling = {like for word in own for like in _ALIKE.get(word, (word,))} - _PLAIN
    if _TORPEDOES.isdisjoint(base.site.words):
        telling -= _TORPEDOES
    return _Kind(base, _HEADS[head], frozenset(telling))


def _found(base: Base, span: Span, reading: PassageReading) -> Found:
    return Found(
        target_id=base.id,
        score=0.65,
        reason=f"‘{reading.words(span)}’: {base.name} is the only {base.kind} there",
        method="only-of-kind-there",
        matches=(span,),
    )
