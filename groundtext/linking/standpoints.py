"""The places from which a passage may mean a base: towns, capitals, and the town just before."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from groundtext.linking.capitals import capital_of, is_capital
from groundtext.linking.reading import Name
from groundtext.linking.site_nouns import UNITS, singular
from groundtext.linking.vocabulary import LIST_SEPARATOR, PLACE_AFTER
from groundtext.model import Span
from groundtext.words import alternation, first_words, words_in

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from groundtext.linking.base_index import Base
    from groundtext.linking.found import Thread
    from groundtext.linking.reading import PassageReading
    from groundtext.linking.site_nouns import SiteNoun
    from groundtext.model import LonLat, Mention

_KNOWN_TOWN: Final = 50_000  # inhabitants of a town that is known for more than its base
_THE_CAPITAL: Final = re.compile(r"\b(?:the|its)\s+capital\b(?!\s+(?:of|[A-Z]))")
_DEFINITE: Final = re.compile(
    r"\b(?:(?P<the>the|that)|its|whose)\s+"
    # "The older dam" is not that of the town named last.
    r"(?:(?!other\b|new(?:er)?\b|second\b|next\b|near(?:est|by)\b"
    r"|(?:older|larger|bigger|smaller|upper)\b)[a-z-]+\s+){0,2}$",
    re.IGNORECASE,
)
_BOUND_FOR: Final = re.compile(
    r"\b(?:depart(?:ed|s|ing)?|left|leaves?|leaving|bound|headed|heads|sailed|flew|made|set\s+out)\s+"
    r"(?:[\w-]+\s+){0,5}for\s+$"
)
# "the Dushanbe garrison", "Dushanbe’s runway"
_BEFORE_NOUN: Final = re.compile(r"\s+|[’']s\s+(?:[a-z-]+\s+)?")
_BESIDE: Final = 24
_THE_TOWN: Final = re.compile(r"\s+(?:of|in|at|near|outside)\s+(?:the|that)\s+(?:town|city)\b")
_LEAVING: Final = re.compile(r"\b(?:left|leave|leaves|leaving|quit|vacated)\s+$")
# "Seismic laboratory, Mailuu-Suu", "test range (Priozersk)", "post near Shaymak".
_PLACE_IN_NAME: Final = re.compile(
    r"(?:,\s+|\b(?:at|near)\s+|\()(?P<place>[A-Z][\w’'-]{4,}(?:\s+[A-Z][\w’'-]+)?)(?=$|[,)\s])"
)
_FEW: Final = 5  # namesakes that are looked at
TOWN_BACK: Final = 3  # passages back to which "the airfield" may look for its town
# After these it is another one: "the airport of …", "the base in …".


@dataclass(frozen=True, slots=True)
class Standpoint:
    """A place of a passage, with the bases that its name may be a name of."""

    name: Name
    words: str  # how a reason calls it
    base_ids: frozenset[str] = frozenset()
    is_small: bool = False  # no known town is called so
    is_own: bool = False  # known by the name of the base only
    is_before: bool = False  # named in a passage before
    namesakes: tuple[LonLat, ...] = ()  # where other towns of the name are

    def is_only(self, base_id: str) -> bool:
        """Tell whether the base is all that a reader knows of that name."""
        return self.is_small and self.base_ids == {base_id}

    def has_name_of(self, base: Base) -> bool:
        """Tell whether the place's name, or its first word, is in the name of the base."""
        words = words_in(base.name)
        first = self.name.text.lower().split()[0]
        return base.id in self.base_ids or not words.isdisjoint((self.name.text.lower(), first))


class OwnPlaces:
    """The places in the bases' own names that no gazetteer need hold: "Seismic station, Suu"."""

    def __init__(self, bases: Iterable[Base]) -> None:
        of: dict[str, set[str]] = defaultdict(set)
        for base in bases:
            for match in _PLACE_IN_NAME.finditer(base.name):
                of[match["place"]].add(base.id)
        self._bases = {place: ids for place, ids in of.items() if len(ids) == 1}
        self.first_words = first_words(self._bases)
        self._pattern = re.compile(rf"(?<![\w-])(?:{alternation(self._bases) or '(?!)'})(?![\w-])")

    def may_be_in(self, reading: PassageReading) -> bool:
        """Tell whether a passage may name one of them."""
        return not self.first_words.isdisjoint(reading.vocabulary)

    def find(self, reading: PassageReading, mentions: Sequence[Mention]) -> list[Standpoint]:
        """Return those of a passage that no mention covers."""
        if not self.may_be_in(reading):
            return []
        start = reading.passage.span.start
        taken = [Span(m.span.start - start, m.span.end - start) for m in mentions]
        return [
            Standpoint(
                Name(Span(*match.span()), match[0], "settlement", (), governor="at"),
                f"place ‘{match[0]}’",
                frozenset(self._bases[match[0]]),
                is_small=True,
                is_own=True,
            )
            for match in self._pattern.finditer(reading.text)
            if not any(span.overlaps(Span(*match.span())) for span in taken)
        ]


def standpoints(
    reading: PassageReading,
    thread: Thread,
    mentions: Sequence[Mention],
    bases: Mapping[str, Base],
    nouns: Sequence[SiteNoun],
    own: OwnPlaces,
) -> list[Standpoint]:
    """Return the places of a passage; without any, the town that "the airfield" goes back to.

    `own` are the places that only the bases' names know.
    """
    start = reading.passage.span.start
    by_start = {mention.span.start - start: mention for mention in mentions}
    found = [
        _standpoint(name, by_start.get(name.span.start), bases)
        for name in reading.names
        if name.position and not name.is_negated and _is_meant(name, reading, nouns)
    ]
    found += _capitals(reading, thread) if nouns else ()
    found += own.find(reading, mentions)
    return found or list(_place_before(reading, thread, nouns))


def _standpoint(name: Name, mention: Mention | None, bases: Mapping[str, Base]) -> Standpoint:
    candidates = mention.candidates if mention else ()
    ids = frozenset(each.place.feature_id for each in candidates).intersection(bases)
    largest = max((each.place.population for each in candidates), default=0)
    namesakes = tuple(
        each.place.position
        for each in candidates[:_FEW]
        if each.place.kind == "settlement"
        and each.place.position
        and each.place.position != name.position
    )
    is_small = bool(ids) and largest < _KNOWN_TOWN
    return Standpoint(name, f"place ‘{name.text}’", ids, is_small, namesakes=namesakes)


def _is_meant(name: Name, reading: PassageReading, nouns: Sequence[SiteNoun]) -> bool:
    """Tell whether a name is a place here: read as one, or before a noun ("Dushanbe garrison").

    Nobody leaves a government; who leaves for a place is not there.
    """
    start = name.span.start
    if name.form == "settlement":
        before = reading.text[max(0, start - 50) : start] if not name.governor else ""
        return not before.endswith("for ") or _BOUND_FOR.search(before) is None
    if name.form != "government":
        return False
    if _LEAVING.search(reading.text[max(0, start - 10) : start]):
        return True
    ends = [name.span.end, *_joined(name, reading)]
    return any(
        noun.weight != "weak"
        and _BEFORE_NOUN.fullmatch(reading.text[end : noun.span.start]) is not None
        for noun in nouns
        for end in ends
        if 0 < noun.span.start - end < _BESIDE
    )


def _joined(name: Name, reading: PassageReading) -> Iterator[int]:
    """Yield the end of the name that a list joins to one: "the Dushanbe and the Bokhtar …"."""
    for other in reading.names:
        between = reading.text[name.span.end : max(other.span.start, name.span.end)]
        if between and LIST_SEPARATOR.fullmatch(between):
            yield other.span.end


def _capitals(reading: PassageReading, thread: Thread) -> Iterator[Standpoint]:
    """Yield "the Tajik capital", and "the capital" where one state only is spoken of."""
    if "capital" not in reading.vocabulary:
        return
    named = [name for name in reading.names if name.form == "capital"]
    match = None if named else _THE_CAPITAL.search(reading.text)
    if match:
        states = _states_of(match, reading) or [actor for actor in thread.actors if actor.isupper()]
        if len(states) == 1 and not _is_other_capital(states[0], thread):
            named = [Name(Span(*match.span()), match[0], "capital", tuple(states))]
    for name in named:
        position = capital_of(name.actors[0])
        if position and not name.is_negated:
            place = name._replace(position=position, actors=())
            yield Standpoint(place, f"place ‘{name.text}’")


def _is_other_capital(state: str, thread: Thread) -> bool:
    """Tell whether the town that was named last is the capital of another state."""
    place = thread.place.position if thread.place else None
    return place is not None and capital_of(state) != place and is_capital(place)


def _states_of(capital: re.Match[str], reading: PassageReading) -> list[str]:
    """Return the states of which "its capital" may be: the last named before, else every one."""
    states = [actor for actor in reading.actors() if actor.isupper()]
    if len(states) > 1 and capital[0].startswith("its"):
        before = [
            name
            for name in reading.names
            if name.form == "state" and not name.governor and name.span.end <= capital.start()
        ]
        return list(before[-1].actors) if before else states
    return states


def _place_before(
    reading: PassageReading, thread: Thread, nouns: Sequence[SiteNoun]
) -> Iterator[Standpoint]:
    """Yield the town that was named last, at the noun that goes back to it: "its port"."""
    place = thread.place
    if place is None or reading.passage.ordinal - thread.placed > TOWN_BACK:
        return
    for noun in nouns:
        before = reading.text[max(0, noun.span.start - 40) : noun.span.start]
        definite = _DEFINITE.search(before)
        if (
            noun.weight == "strong"
            and noun.text not in UNITS
            and definite
            # "The crossings" are any; "its quays" are those of the town.
            and not (definite["the"] and singular(noun.text) != noun.text)
            and (
                not PLACE_AFTER.match(reading.text, noun.span.end)
                or _THE_TOWN.match(reading.text, noun.span.end)
            )
        ):
            here = place._replace(span=noun.span, governor="", is_negated=False)
            words = f"place ‘{place.text}’ just before"
            yield Standpoint(here, words, is_before=True)
            return
