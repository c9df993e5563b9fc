"""A place name beside a noun: part of a longer name, a possessor, a compound, an attribute."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from groundtext.gazetteer.names import is_abbreviation
from groundtext.mentions import lexicon, nouns
from groundtext.mentions.clause import is_verb
from groundtext.mentions.forms import words
from groundtext.mentions.persons import surroundings
from groundtext.mentions.recognition import LONGEST_NAME
from groundtext.mentions.usage import Read, Usage, as_actor, as_place

if TYPE_CHECKING:
    from groundtext.mentions.line import Line
    from groundtext.mentions.sentence import Sentence

_LONGEST_NOUN_GROUP: Final = 5  # words, from a possessive to the noun it belongs to
# Nouns that are not also verbs, so that "US troops" is not "Moscow hopes".
PLAIN_NOUNS: Final = (
    nouns.ACTOR_NOUNS | nouns.PLACE_NOUNS | nouns.PERSONS | nouns.HAPPENINGS
) - nouns.ALSO_VERBS
_KNOWN_NOUNS: Final = PLAIN_NOUNS | nouns.EVENTS | nouns.ALSO_VERBS | nouns.LANDSCAPE
_OWNED: Final = words("base bases camp camps garrison airbase outpost side")
# "Russia’s attack on" somebody is its own deed, "Oslo’s attacks" were suffered there.
_DEEDS: Final = words("war wars attack attacks conflict riots protests capture takeover")
_DONE_TO: Final = frozenset({"on", "against", "with", "upon", "in", "of"})
_HEADS: Final = (
    nouns.PLACE_NOUNS - nouns.PLACE_ADJECTIVES
    | nouns.LANDSCAPE
    | nouns.HAPPENINGS
    | nouns.BUILT_NOUNS
)
_NAMED_HEADS: Final = nouns.GEOGRAPHIC_NOUNS | nouns.PHYSICAL_NOUNS | nouns.BUILT_NOUNS - {"house"}
_ACTOR_HEADS: Final = nouns.ACTOR_NOUNS | nouns.PERSONS
_ADJECTIVE_ENDINGS: Final = ("al", "ic", "ary", "ous", "ive")
_NOUN_ENDINGS: Final = ("tion", "tions", "ment", "ments", "ship", "ism", "ity", "ance", "ence")


def inside_organisation(sentence: Sentence, first: int, last: int) -> str:
    """Return the word that makes the longer name around a place an organisation's, or nothing."""
    around = surroundings(sentence, first, last)
    for word in (*around.after, *around.before):
        if word.lower in nouns.ORGANISATION_NOUNS:
            return word.text
    if first > 1 and sentence.lowers[first - 1] in {"of", "for"}:
        head = first - 2
        if sentence.capitals[head] and sentence.lowers[head] in nouns.ORGANISATION_OF:
            return sentence.texts[head]
    return ""


def compound(usage: Usage) -> Read | None:
    """Read a name with a hyphen: "Moscow-backed", "Kabul-based", "the Kabul–Herat road"."""
    line, name = usage.line, usage.name
    following = name.last + 1
    if line.is_hyphenated(following):
        word = line.lowers[following]
        if word in nouns.LED_BY:
            return as_actor(f"‘-{word}’ is what an actor does")
        if word in nouns.BASED_IN:
            return as_place(f"‘-{word}’ is said of places")
        if line.is_capitalised(following):
            return _joined_names(usage, following)
    if line.is_hyphenated(name.first):
        word = line.lowers[name.first - 1]
        if word in nouns.PRO_AND_ANTI:
            return as_actor(f"one is ‘{word}-’ an actor")
        if line.is_capitalised(name.first - 1):
            return _joined_names(usage, following)
    return None


def _joined_names(usage: Usage, index: int) -> Read:
    """Read names joined by hyphens by what they describe: a road joins places, talks actors."""
    line = usage.line
    for _ in range(LONGEST_NAME):
        if line.is_hyphenated(index):
            index += 1
    for word in line.lowers[index : index + 3]:
        if word in nouns.ROUTE_NOUNS:
            return as_place(f"the names joined are the ends of a ‘{word}’")
    if usage.can_act:
        return as_actor("names joined by a hyphen act on each other")
    return as_place("names joined by a hyphen, of places that cannot act")


def possessive(usage: Usage) -> Read | None:
    """Read a possessor by what it has: "Kabul’s streets", "Kabul’s demands"."""
    if not usage.clause.is_possessive:
        return None
    index = usage.clause.last + 1
    group = noun_group(usage.line, index)
    if usage.can_act and group and group[-1] in _OWNED:
        return as_actor(f"‘{group[-1]}’ is what an actor keeps")
    found = _of_noun(usage, group, index + len(group))
    if found is not None:
        return found
    if usage.can_act:
        return as_actor("a possessor that can act")
    return as_place("a possessor that cannot act")


def noun_group(line: Line, index: int) -> list[str]:
    """Return the words of a noun and what describes it, from a word on, in lower case."""
    group: list[str] = []
    for ahead in range(index, min(index + _LONGEST_NOUN_GROUP, len(line.lowers))):
        if ahead > index and not (line.is_joined(ahead) or line.is_hyphenated(ahead)):
            break
        word = line.lowers[ahead]
        if word == "and" and group and group[-1].endswith(_ADJECTIVE_ENDINGS):
            continue  # "political and economic crisis"
        if word in lexicon.ENDING_NOUNS:
            break
        group.append(word)
        if line.is_possessive(ahead):
            break
    return group


def _of_noun(usage: Usage, group: list[str], end: int) -> Read | None:
    """Read a name by the noun that it describes, the last known one of a group of words."""
    for place in range(len(group) - 1, -1, -1):
        word = group[place]
        if place and word in nouns.ALSO_VERBS and group[place - 1] in PLAIN_NOUNS:
            continue  # "Kabul’s airport demands attention"
        if word in _DEEDS and usage.can_act and usage.line.word(end) in _DONE_TO:
            return as_actor(f"‘{word} {usage.line.word(end)}’ somebody is what an actor has")
        is_name = usage.line.is_capitalised(end - len(group) + place)
        if word in nouns.ROUTE_NOUNS and not usage.can_act:
            return as_place(f"a ‘{word}’ runs there")
        if word in (_NAMED_HEADS if is_name else _HEADS):
            return as_place(f"‘{word}’ is what a place has")
        if word in _ACTOR_HEADS:
            return as_actor(f"‘{word}’ is what an actor has")
    return None


def attribute(usage: Usage) -> Read | None:
    """Read a name that describes the noun after it: "the Moscow talks", "Kabul officials"."""
    index = usage.own.after
    if index < 0 or _is_subject(usage, index):
        return None
    if index < usage.clause.last:
        return _attribute_of_list(usage)
    return None if _is_apart(usage, index) else _described(usage, index)


def _described(usage: Usage, index: int) -> Read | None:
    """Read a name by what follows it, if that is a noun that it describes."""
    line = usage.line
    word, before = line.lowers[index], usage.preceding
    is_bare = before not in lexicon.ARTICLES and before not in lexicon.PREPOSITIONS
    if word in nouns.EVENTS and not (is_bare and word.endswith("s")):
        return _event(usage, index)
    if word in nouns.PERSONS:
        return as_actor(f"describes whose, or from where, the ‘{word}’")
    if usage.is_state:
        return _attribute_of_state(usage, index)
    group = noun_group(line, index)
    return _of_noun(usage, group, index + len(group))


def _attribute_of_list(usage: Usage) -> Read | None:
    """Read a state's name in a list that describes a noun: "the spread of US and EU influence"."""
    index = usage.clause.after
    word = usage.line.word(index) if index >= 0 else ""
    if not usage.is_state or word not in nouns.ACTOR_NOUNS or word in nouns.ALSO_VERBS:
        return None
    return as_actor(f"describes, with others, whose ‘{word}’")


def _is_apart(usage: Usage, index: int) -> bool:
    """Tell whether a noun after a name is the next subject: "In Lagos traders fear"."""
    word = usage.line.lowers[index]
    preposition = usage.line.word(usage.clause.first - 1)
    if preposition not in lexicon.STANDING_IN or is_abbreviation(usage.name.surface):
        return False
    return word in nouns.PERSONS or word.endswith("s")


def _is_subject(usage: Usage, index: int) -> bool:
    """Tell whether the word after a name is no noun beside it, but the verb of the clause.

    So it is in "Moscow views" and "officials in Moscow fear", not in "US troops".
    """
    line, before = usage.line, usage.preceding
    if before == "the" and usage.is_state:
        # The article of "the US" belongs to the name, that of "the Moscow talks" to the noun.
        before = line.word(usage.name.first - 2)
    word = line.lowers[index]
    if before in lexicon.PREPOSITIONS:
        return word in nouns.ALSO_VERBS
    is_noun = word in PLAIN_NOUNS or word in nouns.EVENTS
    is_described = before in lexicon.ARTICLES and before != "that"
    return not is_described and not is_noun and is_verb(line, index)


def _event(usage: Usage, index: int) -> Read:
    event, partner = usage.line.texts[index], usage.line.word(index + 1)
    if usage.is_state and partner in {"with", "between", "to"}:
        return as_actor(f"who holds the ‘{event} {partner}’ somebody")
    return as_place(f"the ‘{event}’ is there")


def _attribute_of_state(usage: Usage, index: int) -> Read | None:
    """Read a state's name before a noun: "the Syria conflict" is there, "US troops" are its own."""
    line = usage.line
    word = line.lowers[index]
    if not line.texts[index].islower() or word in lexicon.NO_NOUNS:
        return None
    if not _is_attribute(usage, index):
        return None
    group = noun_group(line, index)
    for noun in (word, *group[-1:]):
        if noun in nouns.HAPPENINGS:
            return as_place(f"the ‘{noun}’ is there")
    return as_actor(f"describes whose ‘{word}’")


def _is_attribute(usage: Usage, index: int) -> bool:
    """Tell a noun after a state's name from what merely follows: "in Chad align"."""
    word, before = usage.line.lowers[index], usage.preceding
    if before in lexicon.ARTICLES and not (before == "the" and usage.takes_article):
        return True
    if before == "the":
        before = usage.line.word(usage.name.first - 2)
    if word in _KNOWN_NOUNS or word.endswith(_NOUN_ENDINGS):
        return word not in nouns.ALSO_VERBS or before not in lexicon.PREPOSITIONS
    if is_abbreviation(usage.name.surface):
        return True
    if word.endswith(("ing", "ly")):
        return False
    return before not in lexicon.PREPOSITIONS and before not in lexicon.PLACED
