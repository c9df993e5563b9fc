"""A place name beside a noun: part of a longer name, a possessor, a compound, an attribute."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from groundtext.gazetteer.names import is_abbreviation
from groundtext.mentions import lexicon, nouns
from groundtext.mentions.clause import is_verb
from groundtext.mentions.persons import surroundings
from groundtext.mentions.recognition import LONGEST_NAME
from groundtext.mentions.usage import Read, Standing, Usage, as_actor, as_place, in_name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from groundtext.mentions.sentence import Sentence, Word

_LONGEST_NOUN_GROUP: Final = 5  # words, from a possessive to the noun it belongs to
# Nouns that are not also verbs, so that "US troops" is not "Moscow hopes".
PLAIN_NOUNS: Final = (nouns.ACTOR_NOUNS | nouns.PLACE_NOUNS) - nouns.ALSO_VERBS


def inside_organisation(sentence: Sentence, first: int, last: int) -> str:
    """Return the word that makes the longer name around a place an organisation's, or nothing."""
    around = surroundings(sentence, first, last)
    for word in (*around.after, *around.before):
        if word.lower in nouns.ORGANISATION_NOUNS:
            return word.text
    if first > 1 and sentence.words[first - 1].lower in {"of", "for"}:
        head = sentence.words[first - 2]
        if head.is_capitalised and head.lower in nouns.ORGANISATION_OF:
            return head.text
    return ""


def organisation(usage: Usage) -> Read | None:
    """Read a name inside a longer capitalised one: "Kabul University", "Kabul Airport"."""
    around = surroundings(usage.sentence, usage.name.first, usage.name.last)
    following = around.after[0].lower if around.after else ""
    if usage.standing is Standing.STATE and following in nouns.STATE_ORGANS:
        return as_actor(f"‘{around.after[0].text}’ after it names an organ or office of the state")
    noun = inside_organisation(usage.sentence, usage.name.first, usage.name.last)
    if noun:
        return in_name(f"the longer name is that of a ‘{noun}’")
    if following in nouns.OFFICES:
        return as_actor(f"‘{around.after[0].text}’ after it is an office")
    if following in nouns.GEOGRAPHIC_NOUNS or following in nouns.CAPITALISED_EVENTS:
        return as_place(f"‘{around.after[0].text}’ is there")
    return None


def compound(usage: Usage) -> Read | None:
    """Read a name with a hyphen: "Moscow-backed", "Kabul-based", "the Kabul–Herat road"."""
    sentence, name = usage.sentence, usage.name
    following = name.last + 1
    if sentence.is_hyphenated(following):
        word = sentence.words[following]
        if word.lower in nouns.LED_BY:
            return as_actor(f"‘-{word.text}’ is what an actor does")
        if word.lower in nouns.BASED_IN:
            return as_place(f"‘-{word.text}’ is said of places")
        if word.is_capitalised:
            return _joined_names(usage, following)
    if sentence.is_hyphenated(name.first):
        before = sentence.words[name.first - 1]
        if before.lower in nouns.PRO_AND_ANTI:
            return as_actor(f"one is ‘{before.text}-’ an actor")
        if before.is_capitalised:
            return _joined_names(usage, following)
    return None


def _joined_names(usage: Usage, index: int) -> Read:
    """Read names joined by hyphens by what they describe: a road joins places, talks actors."""
    sentence = usage.sentence
    for _ in range(LONGEST_NAME):
        if sentence.is_hyphenated(index):
            index += 1
    for ahead in range(index, min(index + 3, len(sentence.words))):
        if sentence.words[ahead].lower in nouns.ROUTE_NOUNS:
            return as_place(f"the names joined are the ends of a ‘{sentence.words[ahead].text}’")
    return as_actor("names joined by a hyphen act on each other")


def possessive(usage: Usage) -> Read | None:
    """Read a possessor by what it has: "Kabul’s streets", "Kabul’s demands"."""
    clause = usage.clause
    if not clause.is_possessive:
        return None
    for word in _possessed(usage):
        if word.lower in nouns.ACTOR_NOUNS and usage.standing is not Standing.SPOT:
            return as_actor(f"‘{word.text}’ is what an actor has")
        if word.lower in nouns.PLACE_NOUNS or (
            word.is_capitalised and word.lower in nouns.GEOGRAPHIC_NOUNS
        ):
            return as_place(f"‘{word.text}’ is what a place has")
    if usage.can_act:
        return as_actor("a possessor that can act")
    return as_place("a possessor that cannot act")


def _possessed(usage: Usage) -> Iterator[Word]:
    """Yield the words after a possessive, as far as the noun that it belongs to may be."""
    index = usage.clause.last + 1
    for ahead in range(index, min(index + _LONGEST_NOUN_GROUP, len(usage.sentence.words))):
        if ahead > index and not usage.sentence.is_joined(ahead):
            return
        word = usage.sentence.words[ahead]
        if word.lower in lexicon.PLACE_PREPOSITIONS or word.lower in lexicon.OTHER_PREPOSITIONS:
            return
        yield word


def attribute(usage: Usage) -> Read | None:
    """Read a name that describes the noun after it: "the Moscow talks", "Kabul officials"."""
    index = usage.own.after
    if index < 0 or _is_subject(usage, index):
        return None
    word = usage.sentence.words[index]
    before = usage.own.word(usage.name.first - 1)
    is_bare = before not in lexicon.ARTICLES and before not in lexicon.PREPOSITIONS
    if word.lower in nouns.EVENTS and not (is_bare and word.lower.endswith("s")):
        return _event(usage, index)
    if usage.standing is Standing.STATE:
        return _attribute_of_state(usage, index)
    if word.lower in nouns.PLACE_NOUNS:
        return as_place(f"‘{word.text}’ is what a place has")
    if word.lower in nouns.ACTOR_NOUNS and usage.can_act:
        return as_actor(f"‘{word.text}’ is what an actor has")
    return None


def _is_subject(usage: Usage, index: int) -> bool:
    """Tell whether the word after a name is no noun beside it, but the verb of the clause.

    So it is in "Moscow views" and "officials in Moscow fear", not in "US troops".
    """
    before = usage.own.word(usage.name.first - 1)
    if before == "the" and usage.standing is Standing.STATE:
        # The article of "the US" belongs to the name, that of "the Moscow talks" to the noun.
        before = usage.own.word(usage.name.first - 2)
    word = usage.sentence.words[index].lower
    if before in lexicon.PREPOSITIONS:
        return word in nouns.ALSO_VERBS
    is_noun = word in PLAIN_NOUNS or word in nouns.EVENTS
    return before not in lexicon.ARTICLES and not is_noun and is_verb(usage.sentence, index)


def _event(usage: Usage, index: int) -> Read:
    event = usage.sentence.words[index].text
    partner = usage.own.word(index + 1)
    if usage.standing is Standing.STATE and partner in {"with", "between", "to"}:
        return as_actor(f"who holds the ‘{event} {partner}’ somebody")
    return as_place(f"the ‘{event}’ is there")


def _attribute_of_state(usage: Usage, index: int) -> Read | None:
    """Read a state's name before a noun: "the Syria conflict" is there, "US troops" are its own."""
    word = usage.sentence.words[index]
    if usage.own.word(usage.name.first - 1) in lexicon.PREPOSITIONS:
        # "in Chad align" is no noun group, and "in US custody" is one.
        is_group = is_abbreviation(usage.name.surface) and not is_verb(usage.sentence, index)
        if not (is_group or word.lower in PLAIN_NOUNS or word.lower in nouns.HAPPENINGS):
            return None
    if word.lower in nouns.HAPPENINGS:
        return as_place(f"the ‘{word.text}’ is there")
    if word.text.islower() and not _is_function_word(word.lower):
        return as_actor(f"describes whose ‘{word.text}’")
    return None


def _is_function_word(word: str) -> bool:
    return (
        word in lexicon.PREPOSITIONS
        or word in lexicon.CONJUNCTIONS
        or word in lexicon.LIST_JOINERS
        or word in lexicon.AUXILIARIES
        or word in lexicon.ADVERBS
        or word in lexicon.ARTICLES
        or word in {"who", "whom", "whose", "such", "including", "itself", "alike", "during"}
        or word.endswith(("ing", "ly"))
    )
