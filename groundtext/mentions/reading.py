"""How a place name is meant, told by the grammar around it, with the reason in words.

The rules are asked in order and the first that knows an answer gives it. None of them knows a
particular place: only whether the name is a state's or a seat of government, which can act.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, Final, NamedTuple, TypeAlias

from groundtext.gazetteer.names import is_abbreviation
from groundtext.mentions import lexicon
from groundtext.mentions.clause import Clause, clause_of, is_verb, verb_after
from groundtext.mentions.persons import surroundings
from groundtext.model import Reading

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from groundtext.mentions.recognition import Name
    from groundtext.mentions.sentence import Sentence, Word


class Standing(Enum):
    """What a place can be besides itself."""

    STATE = "state"  # countries, and unions of them
    SEAT = "seat"  # capitals, and what stands for a government
    PALACE = "palace"  # the Kremlin and the like: an actor unless the text says otherwise
    AREA = "area"  # regions and groups of states
    SPOT = "spot"  # everything else


class Read(NamedTuple):
    """A reading and why."""

    reading: Reading
    reason: str


@dataclass(frozen=True, slots=True)
class Usage:
    """A name in its sentence, as the rules see it."""

    sentence: Sentence
    name: Name
    standing: Standing
    own: Clause  # of the name alone
    clause: Clause  # of the list it belongs to

    @property
    def can_act(self) -> bool:
        """Whether the name may stand for an actor by default."""
        return self.standing in {Standing.STATE, Standing.SEAT, Standing.PALACE}


_LONGEST_NOUN_GROUP: Final = 5  # words, from a possessive to the noun it belongs to
_PREPOSITIONS: Final = (
    lexicon.PLACE_PREPOSITIONS | lexicon.OTHER_PREPOSITIONS | lexicon.ACTOR_PREPOSITIONS
)
# Nouns that are not also verbs, so that "US troops" is not "Moscow hopes".
_PLAIN_NOUNS: Final = (lexicon.ACTOR_NOUNS | lexicon.PLACE_NOUNS) - lexicon.ALSO_VERBS

_Rule: TypeAlias = "Callable[[Usage], Read | None]"


def read(sentence: Sentence, name: Name, standing: Standing) -> Read:
    """Return how a name is meant where it stands."""
    own = Clause(sentence, name.first, name.last)
    usage = Usage(sentence, name, standing, own, clause_of(sentence, name.first, name.last))
    for rule in _RULES:
        found = rule(usage)
        if found is not None:
            return found
    if usage.can_act:
        return _actor("a state or seat of government, and nothing in the sentence says a place")
    return _place("nothing in the sentence says otherwise")


def _place(reason: str) -> Read:
    return Read(Reading.LITERAL, f"the place itself: {reason}")


def _actor(reason: str) -> Read:
    return Read(Reading.ASSOCIATIVE, f"an actor: {reason}")


def _in_name(reason: str) -> Read:
    return Read(Reading.ORGANISATION, f"part of another name: {reason}")


def inside_organisation(sentence: Sentence, first: int, last: int) -> str:
    """Return the word that makes the longer name around a place an organisation's, or nothing."""
    around = surroundings(sentence, first, last)
    for word in (*around.after, *around.before):
        if word.lower in lexicon.ORGANISATION_NOUNS:
            return word.text
    if first > 1 and sentence.words[first - 1].lower in {"of", "for"}:
        head = sentence.words[first - 2]
        if head.is_capitalised and head.lower in lexicon.ORGANISATION_OF:
            return head.text
    return ""


def _organisation(usage: Usage) -> Read | None:
    around = surroundings(usage.sentence, usage.name.first, usage.name.last)
    following = around.after[0].lower if around.after else ""
    if usage.standing is Standing.STATE and following in lexicon.STATE_ORGANS:
        return _actor(f"‘{around.after[0].text}’ after it names an organ or office of the state")
    noun = inside_organisation(usage.sentence, usage.name.first, usage.name.last)
    if noun:
        return _in_name(f"the longer name is that of a ‘{noun}’")
    if following in lexicon.OFFICES:
        return _actor(f"‘{around.after[0].text}’ after it is an office")
    if following in lexicon.GEOGRAPHIC_NOUNS or following in lexicon.CAPITALISED_EVENTS:
        return _place(f"‘{around.after[0].text}’ is there")
    return None


def _compound(usage: Usage) -> Read | None:
    sentence, name = usage.sentence, usage.name
    following = name.last + 1
    if sentence.is_hyphenated(following):
        word = sentence.words[following]
        if word.lower in lexicon.LED_BY:
            return _actor(f"‘-{word.text}’ is what an actor does")
        if word.lower in lexicon.BASED_IN:
            return _place(f"‘-{word.text}’ is said of places")
        if word.is_capitalised:
            return _joined_names(usage, following)
    if sentence.is_hyphenated(name.first):
        before = sentence.words[name.first - 1]
        if before.lower in lexicon.PRO_AND_ANTI:
            return _actor(f"one is ‘{before.text}-’ an actor")
        if before.is_capitalised:
            return _joined_names(usage, following)
    return None


def _joined_names(usage: Usage, index: int) -> Read:
    """Read names joined by hyphens by what they describe: a road joins places, talks actors."""
    sentence = usage.sentence
    while sentence.is_hyphenated(index):
        index += 1
    for ahead in range(index, min(index + 3, len(sentence.words))):
        if sentence.words[ahead].lower in lexicon.ROUTE_NOUNS:
            return _place(f"the names joined are the ends of a ‘{sentence.words[ahead].text}’")
    return _actor("names joined by a hyphen act on each other")


def _possessive(usage: Usage) -> Read | None:
    clause = usage.clause
    if not clause.is_possessive:
        return None
    for word in _possessed(usage):
        if word.lower in lexicon.ACTOR_NOUNS and usage.standing is not Standing.SPOT:
            return _actor(f"‘{word.text}’ is what an actor has")
        if word.lower in lexicon.PLACE_NOUNS or (
            word.is_capitalised and word.lower in lexicon.GEOGRAPHIC_NOUNS
        ):
            return _place(f"‘{word.text}’ is what a place has")
    if usage.can_act:
        return _actor("a possessor that can act")
    return _place("a possessor that cannot act")


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


def _attribute(usage: Usage) -> Read | None:
    """Read a name that describes the noun after it: "the Moscow talks", "Kabul officials"."""
    index = usage.own.after
    if index < 0:
        return None
    word = usage.sentence.words[index]
    before = usage.own.word(usage.name.first - 1)
    is_determined = before in lexicon.ARTICLES
    if not is_determined and before not in _PREPOSITIONS and word.lower not in _PLAIN_NOUNS:
        if is_verb(usage.sentence, index):
            return None
        is_determined = not word.lower.endswith("s")
    if word.lower in lexicon.EVENTS and (is_determined or before in _PREPOSITIONS):
        return _event(usage, index)
    if usage.standing is Standing.STATE:
        is_plain = word.lower in _PLAIN_NOUNS or word.lower in lexicon.HAPPENINGS
        # "in Chad align" is no noun group, and "in US custody" is one.
        is_group = is_abbreviation(usage.name.surface) and not is_verb(usage.sentence, index)
        if before not in _PREPOSITIONS or is_plain or is_group:
            return _attribute_of_state(word)
        return None
    if word.lower in lexicon.PLACE_NOUNS:
        return _place(f"‘{word.text}’ is what a place has")
    if word.lower in lexicon.ACTOR_NOUNS and usage.can_act:
        return _actor(f"‘{word.text}’ is what an actor has")
    return None


def _event(usage: Usage, index: int) -> Read:
    event = usage.sentence.words[index].text
    partner = usage.own.word(index + 1)
    if usage.standing is Standing.STATE and partner in {"with", "between", "to"}:
        return _actor(f"who holds the ‘{event} {partner}’ somebody")
    return _place(f"the ‘{event}’ is there")


def _attribute_of_state(word: Word) -> Read | None:
    """Read a state's name before a noun: "the Syria conflict" is there, "US troops" are its own."""
    if word.lower in lexicon.HAPPENINGS:
        return _place(f"the ‘{word.text}’ is there")
    if word.text.islower() and not _is_function_word(word.lower):
        return _actor(f"describes whose ‘{word.text}’")
    return None


def _is_function_word(word: str) -> bool:
    return (
        word in _PREPOSITIONS
        or word in lexicon.CONJUNCTIONS
        or word in lexicon.LIST_JOINERS
        or word in lexicon.AUXILIARIES
        or word in lexicon.ADVERBS
        or word in lexicon.ARTICLES
        or word in {"who", "whom", "whose", "such", "including", "itself", "alike", "during"}
        or word.endswith(("ing", "ly"))
    )


def _governed(usage: Usage) -> Read | None:
    """Read a name by the preposition before it, and that by what asks for it."""
    index = usage.clause.before
    if index < 0:
        return None
    preposition = usage.clause.word(index)
    rule = _GOVERNED.get(preposition)
    if rule is not None:
        return rule(usage, index)
    if preposition in lexicon.PLACE_PREPOSITIONS:
        return _after_in(usage, index)
    if preposition == "with" and next(usage.clause.governors(index), "") in lexicon.BORDERING:
        return _place("one borders ‘with’ a place")
    if preposition in lexicon.ACTOR_PREPOSITIONS:
        return _actor(f"‘{preposition}’ takes somebody one deals with")
    return None


def _asked(usage: Usage, index: int, words: frozenset[str]) -> str:
    """Return the nearest word before a preposition that is in a list, or nothing."""
    return next((word for word in usage.clause.governors(index) if word in words), "")


def _after_in(usage: Usage, index: int) -> Read:
    preposition = usage.clause.word(index)
    nearest = next(usage.clause.governors(index), "")
    if preposition == "in" and nearest in lexicon.BELIEFS and usage.can_act:
        return _actor(f"one has ‘{nearest} in’ an actor")
    if preposition == "at" and nearest in lexicon.AIMED_AT and usage.can_act:
        return _actor(f"‘{nearest} at’ is aimed at an actor")
    return _place(f"‘{preposition}’ before it")


def _after_to(usage: Usage, index: int) -> Read | None:
    nearest = list(usage.clause.governors(index))
    for word in nearest[:3]:
        if word in lexicon.MOTION:
            return _place(f"‘{word} … to’ is a movement")
        if word in lexicon.ACTOR_TO and usage.standing is not Standing.SPOT:
            return _actor(f"‘{word} to’ is addressed to an actor")
    return _place("‘to’ before it")


def _after_from(usage: Usage, index: int) -> Read:
    for word in list(usage.clause.governors(index))[:2]:
        if word in lexicon.ACTOR_FROM and usage.standing is not Standing.SPOT:
            return _actor(f"‘{word} from’ parts or comes from an actor")
    return _place("‘from’ before it")


def _after_of(usage: Usage, index: int) -> Read:
    nearest = list(usage.clause.governors(index))[:3]
    for word in nearest:
        if word in lexicon.PLACE_OF:
            return _place(f"‘{word} of’ is said of places")
        if word in lexicon.ACTOR_OF and usage.can_act:
            return _actor(f"‘{word} of’ is said of actors")
    if usage.standing in {Standing.SEAT, Standing.PALACE}:
        return _actor("‘of’ a seat of government")
    return _place("‘of’ before it")


def _after_for(usage: Usage, index: int) -> Read:
    word = _asked(usage, index, lexicon.MOTION)
    if word:
        return _place(f"‘{word} for’ is a movement")
    if usage.can_act:
        return _actor("something is so ‘for’ an actor")
    return _place("‘for’ before it")


def _after_on(usage: Usage, index: int) -> Read:
    word = _asked(usage, index, lexicon.ON_PLACE)
    if word:
        return _place(f"‘{word} on’ is said of places")
    if usage.standing in {Standing.SEAT, Standing.PALACE}:
        return _actor("one depends or presses ‘on’ an actor")
    return _place("‘on’ before it")


def _after_between(usage: Usage, index: int) -> Read:
    around = [*usage.clause.governors(index), usage.clause.word(usage.clause.last + 1)]
    word = next((word for word in around if word in lexicon.ROUTE_NOUNS), "")
    if word:
        return _place(f"the ‘{word}’ has two ends")
    if usage.can_act or usage.standing is Standing.AREA:
        return _actor("something is ‘between’ actors")
    return _place("‘between’ before it")


def _after_against(usage: Usage, index: int) -> Read:
    word = _asked(usage, index, lexicon.AGAINST_PLACE)
    if word:
        return _place(f"‘{word} against’ is aimed at a place")
    return _actor("‘against’ takes an opponent") if usage.can_act else _place("‘against’ before it")


def _after_toward(usage: Usage, index: int) -> Read:
    word = _asked(usage, index, lexicon.MOTION)
    if word or not usage.can_act:
        return _place(f"‘{word or 'movement'} … towards’ has a direction")
    return _actor("‘towards’ somebody one has an attitude to")


def _after_other(usage: Usage, index: int) -> Read | None:
    if usage.standing in {Standing.SEAT, Standing.PALACE}:
        return _actor(f"‘{usage.clause.word(index)}’ before a seat of government")
    return _place(f"‘{usage.clause.word(index)}’ before it")


_GOVERNED: Final[dict[str, Callable[[Usage, int], Read | None]]] = {
    "to": _after_to,
    "from": _after_from,
    "of": _after_of,
    "for": _after_for,
    "on": _after_on,
    "between": _after_between,
    "against": _after_against,
    "toward": _after_toward,
    "towards": _after_toward,
    "about": _after_other,
    "over": _after_other,
    "behind": _after_other,
    "under": _after_other,
}


def _subject(usage: Usage) -> Read | None:
    """Read the subject of a verb: what acts is an actor, what only is or suffers may be a place."""
    index = usage.clause.after
    if index < 0 or not is_verb(usage.sentence, index):
        return None
    group = list(verb_after(usage.sentence, index))
    if any(word in lexicon.PLACE_VERBS for word in group):
        return _place(f"‘{' '.join(group)}’ is said of places")
    if usage.can_act or group[-1] in lexicon.SAYING:
        return _actor(f"the subject of ‘{' '.join(group)}’")
    return None


def _clausal_subject(usage: Usage) -> Read | None:
    """Read a name after a word that can open a clause: "after Moscow refused"."""
    index = usage.clause.before
    if index >= 0 and usage.clause.word(index) in lexicon.CONJUNCTIONS:
        return _subject(usage)
    return None


def _followed_by_infinitive(usage: Usage) -> Read | None:
    """Read "allows Moscow to act" and "for Moscow to act"."""
    index = usage.clause.after
    before = usage.clause.word(usage.clause.before) if usage.clause.before >= 0 else ""
    if index < 0 or usage.clause.word(index) != "to" or not usage.can_act:
        return None
    if before == "for" or _is_lower_verb(before):
        if before in lexicon.VERBS_OF_PLACE or before in lexicon.MOTION - {"invite", "invited"}:
            return None
        return _actor(f"somebody whom ‘{before} … to’ is said of")
    return None


def _is_lower_verb(word: str) -> bool:
    return bool(word) and word not in _PREPOSITIONS and word not in lexicon.ARTICLES


def _object(usage: Usage) -> Read | None:
    """Read the object of a verb: one visits a place, and blames an actor."""
    index = usage.clause.before
    word = usage.clause.word(index) if index >= 0 else ""
    if word in lexicon.VERBS_OF_PLACE:
        return _place(f"‘{word}’ is done to places")
    if usage.can_act and word.endswith(("s", "ed", "ing")) and word not in lexicon.NOT_VERBS:
        return _actor(f"‘{word}’ is done to actors")
    return None


def _relative(usage: Usage) -> Read | None:
    index = usage.own.last + 1
    if usage.own.word(index) == "where" and usage.sentence.gap(index) in {", ", " "}:
        return _place("‘where’ refers to it")
    if index < len(usage.sentence.words) and usage.sentence.gap(index) == ", ":
        words = [usage.own.word(ahead) for ahead in range(index, index + 3)]
        if words[0] in lexicon.ARTICLES and lexicon.CONTAINER_NOUNS.intersection(words):
            return _place("what follows calls it a settlement")
    return None


_RULES: Final[tuple[_Rule, ...]] = (
    _organisation,
    _compound,
    _possessive,
    _attribute,
    _followed_by_infinitive,
    _clausal_subject,
    _governed,
    _relative,
    _subject,
    _object,
)
