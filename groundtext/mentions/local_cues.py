"""What the words around a name say of its being a place's."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from groundtext.mentions import lexicon, namesakes, nouns
from groundtext.mentions.attributes import inside_organisation
from groundtext.mentions.clause import verb_after
from groundtext.mentions.containment import container_index
from groundtext.mentions.persons import is_function_word, surroundings
from groundtext.model import Role

if TYPE_CHECKING:
    from collections.abc import Iterator

    from groundtext.gazetteer import Gazetteer
    from groundtext.mentions.recognition import Name
    from groundtext.mentions.sentence import Sentence, Word

_STRONG: Final = lexicon.PLACE_PREPOSITIONS - {
    "into",
    "via",
    "through",
    "at",
    "off",
    "on",
    "upon",
    "beyond",
    "above",
}
_WEAK: Final = frozenset(
    {
        "to",
        "from",
        "between",
        "of",
        "at",
        "into",
        "through",
        "via",
        "off",
        "beyond",
        "toward",
        "towards",
        "for",
        "around",
    }
)
_GRAMMAR: Final = (
    lexicon.PREPOSITIONS
    | lexicon.ARTICLES
    | lexicon.CONJUNCTIONS
    | lexicon.AUXILIARIES
    | lexicon.LIST_JOINERS
)
_AGE: Final = re.compile(r",\s\d{1,2}(?:,|\.|\s|$)")
_WHO: Final = re.compile(r",?\s(?:who|whose)\b")
_DATELINE: Final = re.compile(
    r"(?:,\s[A-Z][\w. ]{1,24})?,?\s?(?:\([^)\n]{2,30}\)\s?)?(?:[-–—]{1,2})\s|,\s(?:Jan|Feb|March|April|May|June|July|Aug|Sept|Oct|Nov|Dec)[a-z.]*\s\d"
)
_DATELINE_AGENCY: Final = re.compile(
    r"(?:,\s[A-Z][\w. ]{1,24})?\s\((?:AP|AFP|Reuters|Xinhua|UPI|IRIN|TASS|dpa|DPA|CNN|ANI|PTI|IANS|NNA)\)"
)
_PLACE_AFTER: Final = nouns.PLACE_NOUNS | namesakes.FACILITIES | namesakes.CONTAINER_NOUNS
_CALLED: Final = namesakes.CONTAINER_NOUNS | {
    *("province", "district", "county", "region", "state", "governorate", "suburb", "island"),
    *("municipality", "community", "hamlet", "township", "neighbourhood", "neighborhood"),
    *("prefecture", "department", "territory", "republic", "area", "cities", "towns", "villages"),
    *("suburbs", "provinces", "districts", "counties", "states", "islands", "parish", "resort"),
    *("outskirts", "parts"),
}
_UNITS_AFTER: Final = frozenset(
    {
        "province",
        "district",
        "county",
        "governorate",
        "municipality",
        "oblast",
        "prefecture",
        "township",
        "parish",
        "provinces",
        "districts",
        "counties",
    }
)


def local_cues(
    sentence: Sentence, name: Name, gazetteer: Gazetteer, *, is_contained: bool
) -> tuple[str, ...]:
    """Return what the sentence says of a name's being a place's."""
    return (
        *_before(sentence, name, gazetteer),
        *_after(sentence, name, gazetteer),
        *_comma(sentence, name, gazetteer, is_contained=is_contained),
        *_position(sentence, name),
    )


def _before(sentence: Sentence, name: Name, gazetteer: Gazetteer) -> Iterator[str]:
    first = name.first
    if first == 0:
        return
    before = sentence.words[first - 1]
    gap = sentence.gap(first)
    if gap in {". ", ".\u00a0"} and (len(before.text) == 1 or before.lower in namesakes.TITLES):
        yield "title-before" if before.lower in namesakes.TITLES else "initial-before"
        return
    if not sentence.is_joined(first):
        if sentence.is_hyphenated(first):
            yield "hyphen"
        elif _is_listed(sentence, first, gazetteer):
            yield "listed"
        return
    if before.is_capitalised and _is_part_of_name(before, first - 1, gazetteer):
        yield from _after_capitalised(
            before.text, before.lower, gazetteer, sentence.is_possessive(first - 1)
        )
        return
    if before.lower in namesakes.TITLES:
        yield "title-before"
        return
    yield from _governor(sentence, first, gazetteer)


def _is_part_of_name(word: Word, index: int, gazetteer: Gazetteer) -> bool:
    """Tell whether a word is capitalised for itself, and not because a sentence begins."""
    if index > 0 or word.lower in _GRAMMAR:
        return word.lower not in _GRAMMAR
    return not is_function_word(word.lower) and (
        len(word.text) == 1
        or word.lower in namesakes.GIVEN_NAMES | namesakes.TITLES | nouns.DIRECTIONS
        or word.lower in gazetteer.namesakes.given
        or bool(gazetteer.find(word.text))
    )


def _after_capitalised(
    text: str,
    lower: str,
    gazetteer: Gazetteer,
    is_possessive: bool,  # noqa: FBT001
) -> Iterator[str]:
    if is_possessive:
        return
    if len(text) == 1 or text.endswith("."):
        yield "initial-before"
    elif lower in namesakes.TITLES:
        yield "title-before"
    elif lower in nouns.PHYSICAL_NOUNS:
        yield "feature-name"
    elif lower in nouns.DIRECTIONS | nouns.NAME_MAKERS:
        yield "to"
    elif any(e.kind == "demonym" or e.place.kind == "country" for e in gazetteer.find(text)):
        return
    elif lower in namesakes.GIVEN_NAMES or lower in gazetteer.namesakes.given:
        yield "given-before"
    else:
        yield "name-before"


def _governor(sentence: Sentence, first: int, gazetteer: Gazetteer) -> Iterator[str]:
    """Yield what the preposition or verb before a name says, past what only describes it."""
    index = first - 1
    while (
        index > 0 and sentence.words[index].lower in lexicon.MODIFIERS and sentence.is_joined(index)
    ):
        if sentence.words[index].lower in _CALLED:
            yield "called"
            return
        index -= 1
    word = sentence.words[index].lower
    if word == "of" and index > 0 and sentence.words[index - 1].lower in _CALLED:
        yield "called"
    elif word in _STRONG:
        yield "in"
    elif word in _WEAK:
        yield "to"
    elif word in lexicon.VERBS_OF_PLACE:
        yield "visited"
    elif word in {"and", "or"} and _is_place_before(sentence, index, gazetteer):
        yield "listed"


def _is_listed(sentence: Sentence, first: int, gazetteer: Gazetteer) -> bool:
    return sentence.gap(first) == ", " and _is_place_before(sentence, first, gazetteer)


def _is_place_before(sentence: Sentence, index: int, gazetteer: Gazetteer) -> bool:
    """Tell whether the word before an index ends a name that needs nobody's support."""
    if index == 0:
        return False
    before = sentence.words[index - 1]
    return before.is_capitalised and any(
        entry.is_capital
        or entry.place.kind in {"country", "province", "region"}
        or entry.place.population >= _KNOWN
        for entry in gazetteer.find(before.text)
    )


_KNOWN: Final = 100_000  # inhabitants of a settlement that makes its list one of places


def _after(sentence: Sentence, name: Name, gazetteer: Gazetteer) -> Iterator[str]:
    following = name.last + 1
    if following >= len(sentence.words):
        return
    word = sentence.words[following]
    if sentence.is_hyphenated(following):
        yield "hyphen"
        return
    text, end = sentence.text, name.span.end
    if _AGE.match(text, end):
        yield "age"
    elif _WHO.match(text, end):
        yield "who"
    if sentence.is_possessive(name.last) or not sentence.is_joined(following):
        return
    if word.lower in _UNITS_AFTER:
        yield "called"
    elif word.is_capitalised:
        yield from _before_capitalised(sentence, name, gazetteer)
    elif word.lower in _PLACE_AFTER:
        yield "generic-after"
    elif word.lower in nouns.EVENTS:
        yield "event-after"
    elif set(verb_after(sentence, following)) & _HUMAN_VERBS:
        yield "said"


_HUMAN_VERBS: Final = lexicon.SAYING | {
    *(
        "added",
        "asked",
        "thinks",
        "knows",
        "knew",
        "recalled",
        "explained",
        "smiled",
        "laughed",
        "died",
    ),
    *("born", "married", "scored", "wrote", "joked", "testified", "pleaded", "admitted", "replied"),
    *(
        "stated",
        "noted",
        "claimed",
        "claims",
        "joined",
        "resigned",
        "tweeted",
        "played",
        "plays",
        "hit",
    ),
}


def _before_capitalised(sentence: Sentence, name: Name, gazetteer: Gazetteer) -> Iterator[str]:
    around = surroundings(sentence, name.first, name.last)
    if inside_organisation(sentence, name.first, name.last):
        yield "organisation"
        return
    if not around.after:
        return
    word = around.after[0]
    lower = word.lower
    is_known = (
        lower in nouns.GEOGRAPHIC_NOUNS
        or lower in nouns.OFFICES | nouns.STATE_ORGANS
        or lower in nouns.CAPITALISED_EVENTS
    )
    if lower in nouns.PHYSICAL_NOUNS:
        yield "feature-name"
    elif lower in nouns.GEOGRAPHIC_NOUNS:
        yield "generic-after"
    elif not is_known and not any(
        entry.place.kind == "country" or entry.kind == "demonym"
        for entry in gazetteer.find(word.text)
    ):
        yield "name-after"


def _comma(
    sentence: Sentence, name: Name, gazetteer: Gazetteer, *, is_contained: bool
) -> Iterator[str]:
    if is_contained:
        yield "contained"
        return
    index = container_index(sentence, name.last)
    if index >= 0 and any(
        entry.place.kind in {"country", "province"}
        for entry in gazetteer.find_container(sentence.words[index].text)
    ):
        yield "comma-place"


def _position(sentence: Sentence, name: Name) -> Iterator[str]:
    if sentence.passage.role is Role.BOILERPLATE:
        yield "boilerplate"
    if name.first > 0:
        return
    text, end = sentence.text, name.span.end
    if _DATELINE_AGENCY.match(text, end) or (
        name.surface.isupper() and len(name.surface) > 3 and _DATELINE.match(text, end)
    ):  # noqa: PLR2004  "NATO –"
        yield "dateline"
    elif name.last == 0:
        yield "opens-sentence"
