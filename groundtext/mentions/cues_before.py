"""What stands before a name, and what it says of the name's being a place's."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from groundtext.mentions import lexicon, namesakes, nouns
from groundtext.mentions.persons import is_function_word

if TYPE_CHECKING:
    from collections.abc import Iterator

    from groundtext.gazetteer import Gazetteer
    from groundtext.mentions.recognition import Name
    from groundtext.mentions.sentence import Sentence, Word

_WEAK: Final = lexicon.words(
    "to from between of at into through via off beyond toward towards for around"
)
_STRONG: Final = lexicon.PLACE_PREPOSITIONS - _WEAK - {"on", "upon", "above"}
_GRAMMAR: Final = (
    lexicon.PREPOSITIONS
    | lexicon.ARTICLES
    | lexicon.CONJUNCTIONS
    | lexicon.AUXILIARIES
    | lexicon.LIST_JOINERS
)
# What the text itself may call a place: "the town of X", "the village X".
CALLED: Final = namesakes.CONTAINER_NOUNS | lexicon.words(
    "province district county region state governorate suburb island municipality community "
    "hamlet township neighbourhood neighborhood prefecture department territory republic "
    "area cities towns villages suburbs provinces districts counties states islands parish "
    "resort outskirts parts"
)
_NAME_BEGINNINGS: Final = namesakes.GIVEN_NAMES | namesakes.TITLES | nouns.DIRECTIONS
_LONGEST_LIST: Final = 6  # members, back to the preposition that governs them all
_KNOWN: Final = 15_000  # inhabitants of a settlement that makes its list one of places


def cues_before(sentence: Sentence, name: Name, gazetteer: Gazetteer) -> Iterator[str]:
    """Yield what the words before a name say."""
    first = name.first
    if first == 0:
        return
    before = first - 1
    if not sentence.is_joined(first):
        yield from _after_sign(sentence, first, sentence.word_at(before), gazetteer)
    elif sentence.capitals[before] and _is_part_of_name(
        sentence.word_at(before), before, gazetteer
    ):
        if not sentence.is_possessive(before):
            yield from _after_capitalised(sentence.word_at(before), gazetteer)
    elif sentence.lowers[before] in namesakes.TITLES:
        yield "title-before"
    else:
        yield from _governor(sentence, first, gazetteer)


def _after_sign(
    sentence: Sentence, first: int, before: Word, gazetteer: Gazetteer
) -> Iterator[str]:
    """Yield what a word says that a stop, a comma or a hyphen parts from the name."""
    gap = sentence.gap(first)
    if gap in {". ", ".\u00a0"}:
        if before.lower in namesakes.TITLES:
            yield "title-before"
        elif len(before.text) == 1 and before.is_capitalised:
            yield "initial-before"
    elif sentence.is_hyphenated(first):
        yield "hyphen"
    elif gap == ", " and _is_place_before(sentence, first, gazetteer):
        yield "listed"
        yield from _shared_governor(sentence, first, gazetteer)


def _is_part_of_name(word: Word, index: int, gazetteer: Gazetteer) -> bool:
    """Tell whether a word is capitalised for itself, and not because a sentence begins."""
    if word.lower in _GRAMMAR:
        return False
    if index > 0:
        return True
    return not is_function_word(word.lower) and (
        len(word.text) == 1
        or word.lower in _NAME_BEGINNINGS
        or word.lower in gazetteer.namesakes.given
        or bool(gazetteer.find(word.text))
    )


def _after_capitalised(before: Word, gazetteer: Gazetteer) -> Iterator[str]:
    if len(before.text) == 1 or before.text.endswith("."):
        yield "initial-before"
    elif before.lower in namesakes.TITLES:
        yield "title-before"
    elif before.lower in nouns.PHYSICAL_NOUNS:
        yield "feature-name"
    elif before.lower in nouns.DIRECTIONS or before.lower in nouns.NAME_MAKERS:
        yield "to"
    elif any(e.kind == "demonym" or e.place.kind == "country" for e in gazetteer.find(before.text)):
        return
    elif before.lower in namesakes.GIVEN_NAMES or before.lower in gazetteer.namesakes.given:
        yield "given-before"
    else:
        yield "name-before"


def _governor(sentence: Sentence, first: int, gazetteer: Gazetteer) -> Iterator[str]:
    """Yield what the preposition or verb before a name says, past what only describes it."""
    index = first - 1
    while index > 0 and sentence.lowers[index] in lexicon.MODIFIERS and sentence.is_joined(index):
        if sentence.lowers[index] in CALLED:
            yield "called"
            return
        index -= 1
    word = sentence.lowers[index]
    if word == "of" and index > 0 and sentence.lowers[index - 1] in CALLED:
        yield "called"
    elif word in _STRONG:
        yield "in"
    elif word in _WEAK:
        yield "to"
    elif word in lexicon.VERBS_OF_PLACE:
        yield "visited"
    elif word in {"and", "or"} and _is_place_before(sentence, index, gazetteer):
        yield "listed"
        yield from _shared_governor(sentence, index, gazetteer)


def _shared_governor(sentence: Sentence, index: int, gazetteer: Gazetteer) -> Iterator[str]:
    """Yield what governs the whole list whose member ends before an index: "in A, B and C"."""
    for _ in range(_LONGEST_LIST):
        while index > 0 and sentence.capitals[index - 1]:
            index -= 1
            if index == 0 or not sentence.is_joined(index):
                break
        if index == 0:
            return
        if sentence.gap(index) == ", ":
            continue
        before = sentence.lowers[index - 1]
        if before not in {"and", "or", "the"}:
            yield from (cue for cue in _governor(sentence, index, gazetteer) if cue != "listed")
            return
        index -= 1


def _is_place_before(sentence: Sentence, index: int, gazetteer: Gazetteer) -> bool:
    """Tell whether the word before an index ends a name that needs nobody's support."""
    if index == 0:
        return False
    before = index - 1
    if not sentence.capitals[before] or sentence.lowers[before] in gazetteer.namesakes.given:
        return False
    return any(
        entry.is_capital
        or entry.place.kind in {"country", "province", "region"}
        or entry.place.population >= _KNOWN
        for entry in gazetteer.find(sentence.texts[before])
    )
