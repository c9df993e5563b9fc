"""Names that say where another lies: "X, Y", "X (Y)", "X, northern Y"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from groundtext.gazetteer.names import is_abbreviation
from groundtext.mentions import nouns
from groundtext.mentions.clause import is_verb

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from groundtext.gazetteer import Entry, Gazetteer
    from groundtext.mentions.recognition import Name
    from groundtext.mentions.sentence import Sentence

LONGEST_CONTAINER: Final = 3  # words
_OPENING_GAPS: Final = frozenset({", ", " (", ",\u00a0"})


def contained_in(sentence: Sentence, name: Name, gazetteer: Gazetteer) -> frozenset[str]:
    """Return the ids of the entries that "X, Y" says are meant; none if it says nothing."""
    index = container_index(sentence, name.last)
    if index < 0:
        return frozenset()
    wanted: set[str] = set()
    for last in range(index, min(index + LONGEST_CONTAINER, len(sentence.lowers))):
        container = sentence.text[sentence.starts[index] : sentence.ends[last]]
        if _is_apart(sentence, last, container):
            wanted.update(_codes(gazetteer.find_container(container)))
    is_list = _is_wide(name) and _goes_on(sentence, index) and not any("-" in w for w in wanted)
    if not wanted or is_list:
        return frozenset()
    return frozenset(
        entry.place.id
        for entry in name.entries
        if not wanted.isdisjoint(
            (
                entry.place.country,
                f"{entry.place.country}-{entry.admin1}",
                f"{entry.place.country}-{entry.admin1}-{entry.admin2}",
            )
        )
        and wanted.isdisjoint(_codes((entry,)))
    )


def _is_wide(name: Name) -> bool:
    """Tell whether a name is first of all a country's: "Russia, America and China" is a list."""
    return name.entries[0].place.kind in {"country", "region", "former-country"}


def _goes_on(sentence: Sentence, index: int) -> bool:
    """Tell whether a list goes on after the word at an index: ", and Z", " and Z", ", Z"."""
    following = index + 1
    while (
        following < len(sentence.lowers)
        and sentence.is_joined(following)
        and sentence.capitals[following]
    ):
        following += 1
    if following >= len(sentence.lowers):
        return False
    is_joiner = sentence.lowers[following] in {"and", "or"}
    return is_joiner or (sentence.gap(following) == ", " and sentence.capitals[following])


def container_index(sentence: Sentence, last: int) -> int:
    """Return where Y begins in "X, Y", "X (Y" and "X, northern Y", -1 if neither follows."""
    index = last + 1
    if index >= len(sentence.lowers) or sentence.gap(index) not in _OPENING_GAPS:
        return -1
    while (
        index < len(sentence.lowers) - 1
        and not sentence.capitals[index]
        and (sentence.lowers[index] in nouns.DIRECTIONS or sentence.lowers[index] in {"in", "the"})
        and sentence.is_joined(index + 1)
    ):
        index += 1
    return index if sentence.capitals[index] else -1


def _is_apart(sentence: Sentence, last: int, container: str) -> bool:
    """Tell whether a name after a comma does nothing: "…, Iran denied" contains nothing."""
    following = last + 1
    if sentence.is_possessive(last):
        return False
    return not sentence.is_joined(following) or not (
        is_abbreviation(container) or is_verb(sentence, following)
    )


def _codes(entries: Iterable[Entry]) -> Iterator[str]:
    """Yield the codes of countries and of units: "KZ", "US-ID", "US-ID-057"."""
    for entry in entries:
        place = entry.place
        if place.kind == "country":
            yield place.country
        elif place.kind == "province" and entry.admin1:
            yield f"{place.country}-{entry.admin1}"
        elif place.kind == "district" and entry.admin2:
            yield f"{place.country}-{entry.admin1}-{entry.admin2}"
