"""Which of the names found are names of places here.

Every English word is a village somewhere. The smaller a place, the more the text must say for
it: a capital needs nothing, a middling town its country in the document or a preposition of
place, a village both.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from groundtext.gazetteer.names import fold, is_abbreviation
from groundtext.mentions import lexicon, namesakes, nouns
from groundtext.mentions.attributes import inside_organisation
from groundtext.mentions.clause import is_verb
from groundtext.mentions.persons import (
    is_person,
    longer_names,
    names_of_people,
    surroundings,
)
from groundtext.model import Role

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from groundtext.gazetteer import Entry, Gazetteer
    from groundtext.mentions.recognition import Name
    from groundtext.mentions.sentence import Sentence

CITY: Final = 300_000  # from this size a settlement needs no further word
TOWN: Final = 15_000  # in a country that the document speaks of
KNOWN_TOWN: Final = 100_000  # in any other
LONGEST_CONTAINER: Final = 3  # words
_LEADING_TO_A_PLACE: Final = (
    lexicon.PLACE_PREPOSITIONS | lexicon.VERBS_OF_PLACE | frozenset({"to", "from", "between"})
)
SHORTEST_ALONE: Final = 4  # letters; shorter names need their country
_WIDE: Final = frozenset({"country", "region", "former-country", "sea"})


@dataclass(frozen=True, slots=True)
class Occurrence:
    """A name where it stands."""

    sentence: Sentence
    name: Name


def plausible(
    occurrences: Sequence[Occurrence], gazetteer: Gazetteer
) -> tuple[tuple[Occurrence, ...], frozenset[str]]:
    """Return the occurrences that name places, and the countries the document speaks of."""
    sentences = dict.fromkeys(each.sentence for each in occurrences)
    people = names_of_people(sentences)
    surnames = people | longer_names(sentences)
    sure = {each.name.span for each in occurrences if _is_sure(each, people, gazetteer)}
    countries = _countries(each for each in occurrences if each.name.span in sure)
    kept = tuple(
        each
        for each in occurrences
        if each.name.span in sure or _is_supported(each, surnames, countries, gazetteer)
    )
    return kept, countries


def _is_sure(occurrence: Occurrence, people: frozenset[str], gazetteer: Gazetteer) -> bool:
    """Tell whether an occurrence is a place's name whatever else the document says."""
    sentence, name = occurrence.sentence, occurrence.name
    known = [entry for entry in name.entries if _stands_alone(entry, name)]
    if not known:
        return False
    if any(entry.kind != "place" for entry in known) or name.last > name.first:
        return True
    if is_person(surroundings(sentence, name.first, name.last), sentence, name.first):
        return False
    word = name.surface.lower()
    is_longer = _is_part_of_longer_name(occurrence, gazetteer)
    if word in namesakes.GIVEN_NAMES and is_longer:
        return False
    if any(entry.place.kind != "settlement" or entry.is_capital for entry in known):
        return word not in people or any(entry.place.kind in _WIDE for entry in known)
    return not is_longer and not _is_ambiguous(name, people)


def _is_ambiguous(name: Name, people: frozenset[str]) -> bool:
    word = name.surface.lower()
    return word in people or word in namesakes.COMMON_WORDS or word in namesakes.GIVEN_NAMES


def _stands_alone(entry: Entry, name: Name) -> bool:
    if entry.is_short:
        return False
    if entry.place.feature_id:
        return name.surface.lower() not in namesakes.COMMON_WORDS
    return (
        entry.place.kind != "settlement"
        or not entry.place.id.startswith("geonames:")
        or entry.is_capital
        or entry.place.population >= CITY
    )


def _countries(occurrences: Iterable[Occurrence]) -> frozenset[str]:
    """Return the countries that names say without doubt: a city with namesakes says none."""
    found = set()
    for each in occurrences:
        first = each.name.entries[0]
        is_certain = first.is_capital or first.place.kind != "settlement"
        if is_certain or len({entry.place.country for entry in each.name.entries}) == 1:
            found.add(first.place.country)
    return frozenset(found - {""})


def _is_supported(
    occurrence: Occurrence,
    surnames: frozenset[str],
    countries: frozenset[str],
    gazetteer: Gazetteer,
) -> bool:
    """Tell whether the text says enough for a name that may be none."""
    sentence, name = occurrence.sentence, occurrence.name
    around = surroundings(sentence, name.first, name.last)
    if sentence.passage.role is Role.BOILERPLATE or is_person(around, sentence, name.first):
        return False
    if contained_in(occurrence, gazetteer) or _is_called_place(occurrence):
        return True
    is_city = any(e.is_capital or e.place.population >= CITY for e in name.entries)
    size = _largest(name, countries)
    if inside_organisation(sentence, name.first, name.last):
        return (is_city or size >= TOWN) and not _is_ambiguous(name, surnames)
    if _is_part_of_longer_name(occurrence, gazetteer):
        return False
    if _is_ambiguous(name, surnames):
        # "in London", but neither "London said" nor "in Hope"
        is_word = name.surface.lower() in (namesakes.COMMON_WORDS | surnames)
        return is_city and not is_word and _is_located(sentence, name.first)
    return _is_enough(occurrence, size, countries)


def _is_enough(occurrence: Occurrence, size: int, countries: frozenset[str]) -> bool:
    """Tell whether a name that is no word or person has a country or a preposition for it."""
    sentence, name = occurrence.sentence, occurrence.name
    if any(entry.is_short and entry.place.country in countries for entry in name.entries):
        return True
    is_located = _is_located(sentence, name.first) or _is_venue(sentence, name.last)
    is_known = any(entry.place.population >= KNOWN_TOWN for entry in name.entries)
    if is_known and is_located and len(name.surface) > SHORTEST_ALONE:
        return True
    return size > 0 and (is_located or _is_distinct(name, countries))


def _is_distinct(name: Name, countries: frozenset[str]) -> bool:
    """Tell whether a town's name can hardly be a word: a long one from another script."""
    return len(name.surface) > SHORTEST_ALONE and any(
        entry.place.country in namesakes.TRANSLITERATED
        and entry.place.country in countries
        and entry.place.population >= TOWN
        for entry in name.entries
    )


def _largest(name: Name, countries: frozenset[str]) -> int:
    """Return the greatest population among what a name may mean in countries spoken of, or 0.

    Places whose size is unknown count as one inhabitant.
    """
    return max(
        (max(e.place.population, 1) for e in name.entries if e.place.country in countries),
        default=0,
    )


def _is_located(sentence: Sentence, first: int) -> bool:
    """Tell whether a preposition, another name in a list, or an event there makes it a place."""
    index = first
    while index > 0 and sentence.is_joined(index):
        word = sentence.words[index - 1].lower
        if word in _LEADING_TO_A_PLACE:
            return True
        if word not in lexicon.MODIFIERS:
            break
        index -= 1
    return _is_listed(sentence, index)


def _is_venue(sentence: Sentence, last: int) -> bool:
    """Tell whether a name says where something happens: "the Geneva conference"."""
    following = last + 1
    return sentence.is_joined(following) and (
        sentence.words[following].lower in nouns.EVENTS | namesakes.FACILITIES
    )


def _is_listed(sentence: Sentence, first: int) -> bool:
    """Tell whether a name continues a list: ", Kunduz" or "and Kunduz" after a capital."""
    index = first - 1
    if index < 1:
        return False
    if sentence.words[index].lower in {"and", "or"}:
        index -= 1
    elif sentence.gap(first) != ", ":
        return False
    if not sentence.words[index].is_capitalised:
        return False
    return _is_located(sentence, index)


def _is_part_of_longer_name(occurrence: Occurrence, gazetteer: Gazetteer) -> bool:
    sentence, name = occurrence.sentence, occurrence.name
    around = surroundings(sentence, name.first, name.last)
    if sentence.is_hyphenated(name.first) or sentence.is_hyphenated(name.last + 1):
        return True
    if around.before and not _may_precede(around.before[0].text, gazetteer):
        return True
    return bool(around.after) and not _may_follow(around.after[0].text, gazetteer)


def _may_precede(word: str, gazetteer: Gazetteer) -> bool:
    return word.lower() in nouns.DIRECTIONS | nouns.NAME_MAKERS or any(
        entry.kind == "demonym" or entry.place.kind == "country" for entry in gazetteer.find(word)
    )


def _may_follow(word: str, gazetteer: Gazetteer) -> bool:
    lower = word.lower()
    return (
        lower in nouns.GEOGRAPHIC_NOUNS
        or lower in nouns.OFFICES | nouns.STATE_ORGANS | nouns.ORGANISATION_NOUNS
        or lower in nouns.CAPITALISED_EVENTS
        or any(entry.place.kind == "country" for entry in gazetteer.find(word))
    )


def contained_in(occurrence: Occurrence, gazetteer: Gazetteer) -> frozenset[str]:
    """Return the ids of the entries that "X, Y" says are meant; none if it says nothing."""
    sentence, name = occurrence.sentence, occurrence.name
    index = container_index(sentence, name.last)
    before = surroundings(sentence, name.first, name.last).before
    if index < 0 or (before and not _may_precede(before[0].text, gazetteer)):
        return frozenset()
    wanted: set[str] = set()
    for last in range(index, min(index + LONGEST_CONTAINER, len(sentence.words))):
        container = sentence.text[sentence.words[index].start : sentence.words[last].end]
        if _is_apart(sentence, last, container):
            wanted.update(_codes(gazetteer.find(container)))
    return frozenset(
        entry.place.id
        for entry in name.entries
        if entry.place.kind == "settlement"
        and (entry.place.country in wanted or f"{entry.place.country}-{entry.admin1}" in wanted)
    )


def container_index(sentence: Sentence, last: int) -> int:
    """Return where Y begins in "X, Y" and "X, northern Y", -1 if no comma follows the name."""
    index = last + 1
    if index >= len(sentence.words) or sentence.gap(index) != ", ":
        return -1
    is_modified = sentence.words[index].lower in nouns.DIRECTIONS and sentence.is_joined(index + 1)
    return index + 1 if is_modified and not sentence.words[index].is_capitalised else index


def _is_apart(sentence: Sentence, last: int, container: str) -> bool:
    """Tell whether a name after a comma does nothing: "…, Iran denied" contains nothing."""
    following = last + 1
    if sentence.is_possessive(last):
        return False
    return not sentence.is_joined(following) or not (
        is_abbreviation(container) or is_verb(sentence, following)
    )


def _codes(entries: Iterable[Entry]) -> Iterator[str]:
    """Yield the countries' codes, and those of the states of the US: "KZ", "US-ID"."""
    for entry in entries:
        if entry.place.kind == "country":
            yield entry.place.country
        elif entry.place.id.startswith("province:US-"):
            yield entry.place.id.removeprefix("province:")


def _is_called_place(occurrence: Occurrence) -> bool:
    """Tell whether the text itself says that it is one: "the town of X", "X province"."""
    sentence, name = occurrence.sentence, occurrence.name
    before = [word.lower for word in sentence.words[max(0, name.first - 2) : name.first]]
    if len(before) == 2 and before[0] in namesakes.CONTAINER_NOUNS and before[1] == "of":  # noqa: PLR2004
        return True
    following = name.last + 1
    return (
        sentence.is_joined(following)
        and sentence.words[following].lower in {"province", "district"}
        and name.surface.lower() not in namesakes.COMMON_WORDS
    )


def folded(name: Name) -> str:
    """Return the key that the occurrences of one name in a document share."""
    return fold(name.surface)
