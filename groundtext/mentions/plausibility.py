"""Which of the names found are names of places here.

Every English word is a village somewhere. So each name is weighed: what the gazetteer knows of it,
what kind of word it is, what stands around it, and what the rest of the document says.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, NamedTuple

from groundtext.gazetteer.names import fold
from groundtext.mentions.containment import contained_in
from groundtext.mentions.cues import CUES
from groundtext.mentions.local_cues import local_cues
from groundtext.mentions.name_cues import name_cues
from groundtext.mentions.persons import names_of_people

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from groundtext.gazetteer import Gazetteer
    from groundtext.mentions.recognition import Name
    from groundtext.mentions.sentence import Sentence

_SURE: Final = 2.0  # from here on a name is a place's whatever else the document says
_CERTAIN_KINDS: Final = frozenset({"country", "province", "region", "former-country"})
_WEIGHTS: Final = {name: cue.weight for name, cue in CUES.items()}
_LEAST_INHABITANTS: Final = 1_000  # of a place for which its country speaks


class Occurrence:
    """A name where it stands."""

    __slots__ = ("key", "name", "sentence")

    def __init__(self, sentence: Sentence, name: Name) -> None:
        self.sentence = sentence
        self.name = name
        self.key = fold(name.surface)  # shared by the occurrences of one name in a document


class Weighed(NamedTuple):
    """An occurrence with what speaks for and against its being a place."""

    occurrence: Occurrence
    cues: tuple[str, ...]
    contained: frozenset[str]  # ids of the entries that the text says are meant
    score: float  # log-odds that it is a place's name: the sum of the cues' weights

    @property
    def is_place(self) -> bool:
        """Whether more speaks for it than against it."""
        return self.score > 0

    @property
    def reason(self) -> str:
        """What weighs most, in words."""
        return _strongest(self.cues, 1 if self.is_place else -1)


def _strongest(cues: Iterable[str], sign: int) -> str:
    """Return the two cues of a sign that weigh most, in words."""
    strongest = sorted(cues, key=lambda cue: -sign * CUES[cue].weight)[:2]
    return "; ".join(CUES[cue].words for cue in strongest if sign * CUES[cue].weight > 0)


@dataclass(frozen=True, slots=True)
class Spoken:
    """What a document names beyond doubt: by what is spoken of, the names that say so."""

    names: frozenset[str]  # folded
    countries: Mapping[str, frozenset[str]]  # by ISO 3166-1 alpha-2
    divisions: Mapping[str, frozenset[str]]  # by "US-TX"


def weigh(occurrences: Sequence[Occurrence], gazetteer: Gazetteer) -> tuple[Weighed, ...]:
    """Weigh every occurrence of a document's names."""
    sentences = dict.fromkeys(each.sentence for each in occurrences)
    people = names_of_people(sentences, gazetteer.namesakes)
    by_surface = gazetteer.cues_by_surface
    weighed = []
    for each in occurrences:
        surface = each.name.surface
        if surface not in by_surface:
            by_surface[surface] = name_cues(each.name, gazetteer.namesakes)
        contained = contained_in(each.sentence, each.name, gazetteer)
        cues = (
            "bias",
            *by_surface[surface],
            *local_cues(each.sentence, each.name, gazetteer, is_contained=bool(contained)),
            *(("person",) if surface.lower() in people else ()),
        )
        weighed.append(Weighed(each, cues, contained, _sum(cues)))
    spoken = _spoken(weighed)
    return tuple(_in_document(each, spoken) for each in weighed)


def _spoken(weighed: Iterable[Weighed]) -> Spoken:
    names: set[str] = set()
    countries: dict[str, set[str]] = {}
    divisions: dict[str, set[str]] = {}
    for each in weighed:
        if each.score < _SURE:
            continue
        key, entries = each.occurrence.key, each.occurrence.name.entries
        names.add(key)
        first = entries[0]
        is_certain = first.is_capital or first.place.kind in _CERTAIN_KINDS
        if is_certain or len({entry.place.country for entry in entries}) == 1:
            countries.setdefault(first.place.country, set()).add(key)
        for entry in entries:
            if entry.admin1 and (
                entry.place.kind == "province" or entry.place.id in each.contained
            ):
                divisions.setdefault(entry.division, set()).add(key)
    countries.pop("", None)
    return Spoken(
        frozenset(names),
        {country: frozenset(keys) for country, keys in countries.items()},
        {division: frozenset(keys) for division, keys in divisions.items()},
    )


def _in_document(weighed: Weighed, spoken: Spoken) -> Weighed:
    """Add what the rest of the document says."""
    occurrence = weighed.occurrence
    further = _region_cue(occurrence, spoken)
    if weighed.score < _SURE and occurrence.key in spoken.names:
        further = ("sure-elsewhere", *further)
    if not further:
        return weighed
    score = weighed.score + _sum(further)
    return Weighed(occurrence, (*weighed.cues, *further), weighed.contained, score)


def _sum(cues: Iterable[str]) -> float:
    return sum([_WEIGHTS[cue] for cue in cues])


def _region_cue(occurrence: Occurrence, spoken: Spoken) -> tuple[str, ...]:
    """Return whether other names speak of the state or the country of a place of this name."""
    own = {occurrence.key}
    is_country_named = False
    for entry in occurrence.name.entries:
        place = entry.place
        if place.kind == "settlement" and place.population < _LEAST_INHABITANTS:
            continue
        if (
            spoken.divisions
            and entry.admin1
            and not spoken.divisions.get(entry.division, own) <= own
        ):
            return ("state-named",)
        is_country_named |= not spoken.countries.get(place.country, own) <= own
    if is_country_named:
        return ("country-named",)
    is_other_named = any(not keys <= own for keys in spoken.countries.values())
    return ("country-not-named",) if is_other_named else ()
