"""Prepositions before a place name: what asks for them tells whether they take a place."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from groundtext.mentions import lexicon, nouns
from groundtext.mentions.clause import is_verb
from groundtext.mentions.usage import Read, Standing, Usage, as_actor, as_place

if TYPE_CHECKING:
    from collections.abc import Callable

_PLACE_OF: Final = (
    lexicon.PLACE_OF | nouns.GEOGRAPHIC_NOUNS | nouns.LANDSCAPE | nouns.BUILT_NOUNS
) - {"international"}
_REACH: Final = 6  # words from a name back to the preposition of the noun that it goes with
_JOINING: Final = frozenset({"and", "or", "as", "like", "including", "especially", "notably"})
_LONGEST_MEASURE: Final = 8  # words
_MEASURING: Final = frozenset(
    {"of", "more", "than", "some", "about", "nearly", "over", "almost", "long", "km", "miles"}
)
_INDEFINITE: Final = frozenset({"a", "an"})
_ACTOR_OF: Final = lexicon.ACTOR_OF | nouns.ACTOR_NOUNS


def governed(usage: Usage) -> Read | None:
    """Read a name by the preposition before it, and that by what asks for it."""
    index = usage.clause.before
    return None if index < 0 else _read_preposition(usage, index)


def inherited(usage: Usage) -> Read | None:
    """Read a name by the preposition of the noun that it follows in a row, or is an example of.

    "through two countries and Chad", "in republics such as Chad", "in some cities, like Lagos".
    """
    line, index = usage.line, usage.clause.before
    if index < 0 or line.lowers[index] not in _JOINING:
        return None
    if usage.clause.after >= 0 and is_verb(line, usage.clause.after):
        return None  # the subject of another clause
    for back in range(index - 1, max(index - 1 - _REACH, -1), -1):
        word = line.lowers[back]
        if word in lexicon.PREPOSITIONS:
            # "to see Chad and Niger": a preposition only before a noun
            is_verbal = word == "to" and line.lowers[back + 1] not in lexicon.ARTICLES
            return None if is_verbal else _read_preposition(usage, back)
        if word in lexicon.VERBS_OF_PLACE:
            return as_place(f"‘{word}’ is done to places, of which it is one")
        is_aside = line.gaps[index] == ", " and line.lowers[index] not in lexicon.LIST_JOINERS
        is_next = line.is_close(back + 1) or (back == index - 1 and is_aside)
        if not is_next or word in lexicon.AUXILIARIES or word in lexicon.CONJUNCTIONS:
            return None
    return None


def _read_preposition(usage: Usage, index: int) -> Read | None:
    preposition = usage.line.lowers[index]
    rule = _GOVERNED.get(preposition)
    if rule is not None:
        return rule(usage, index)
    if preposition in lexicon.PLACE_PREPOSITIONS or preposition in lexicon.NEXT_TO:
        return _after_in(usage, index)
    if preposition in lexicon.ACTOR_PREPOSITIONS:
        return as_actor(f"‘{preposition}’ takes somebody one deals with")
    return None


_ENVOYS = frozenset(
    (
        "envoy", "envoys", "delegate", "delegates", "delegation", "delegations", "diplomats",
        "negotiators", "representative", "representatives", "ministers",
    )
)  # fmt: skip
# "Through the pass and on towards the capital".
_ONWARD = frozenset(("on", "onward", "onwards", "back", "north", "south", "east", "west"))


def _asked(usage: Usage, index: int, words: frozenset[str]) -> str:
    """Return the nearest word before a preposition that is in a list, or nothing."""
    return next((word for word in usage.line.governors(index) if word in words), "")


def _nearest(usage: Usage, index: int) -> str:
    return next(usage.line.governors(index), "")


def _past_measure(usage: Usage, index: int) -> str:
    """Return the nearest word before a preposition, past "of more than 900 kilometres"."""
    line = usage.line
    for back in range(index - 1, max(index - 1 - _LONGEST_MEASURE, -1), -1):
        word = line.lowers[back]
        if not line.is_close(back + 1):
            return ""
        if not (word.isdigit() or word in _MEASURING or word.startswith("kilomet")):
            return word
    return ""


def _after_in(usage: Usage, index: int) -> Read:
    preposition = usage.line.lowers[index]
    if usage.can_act and preposition in {"in", "at"}:
        nearest = _nearest(usage, index)
        if preposition == "in" and nearest in lexicon.BELIEFS:
            return as_actor(f"one has ‘{nearest} in’ an actor")
        if preposition == "at" and nearest in lexicon.AIMED_AT:
            return as_actor(f"‘{nearest} at’ is aimed at an actor")
    return as_place(f"‘{preposition}’ before it")


def _after_with(usage: Usage, index: int) -> Read:
    border = _past_measure(usage, index)
    if border in lexicon.BORDERING:
        return as_place(f"one has a ‘{border} with’ a place")
    if usage.can_act or usage.line.is_contest or _asked(usage, index, lexicon.DEALING):
        return as_actor("‘with’ takes somebody one deals with")
    return as_place("‘with’ before it")


def _after_by(usage: Usage, index: int) -> Read:
    nearest = _nearest(usage, index)
    if nearest in lexicon.NEXT_BY:
        return as_place(f"‘{nearest} by’ is said of places")
    if usage.can_act or usage.line.is_contest or nearest.endswith("ed"):
        return as_actor("‘by’ takes somebody who acts")
    return as_place("‘by’ before it")


def _after_to(usage: Usage, index: int) -> Read:
    is_spot = usage.standing is Standing.SPOT
    for number, word in enumerate(usage.line.governors(index)):
        if number > 2:  # noqa: PLR2004 a verb, its object and an adverb
            break
        if word in lexicon.MOTION:
            return as_place(f"‘{word} … to’ is a movement")
        if word in lexicon.ACTOR_TO and not is_spot:
            return as_actor(f"‘{word} to’ is addressed to an actor")
    if usage.is_seat and usage.line.word(index - 2) in _INDEFINITE:
        return as_actor(f"‘a {usage.line.word(index - 1)} to’ it is one to somebody")
    if usage.line.is_contest and _asked(usage, index, lexicon.LOSING):
        return as_actor("one loses a match to a side")
    return as_place("‘to’ before it")


def _after_from(usage: Usage, index: int) -> Read:
    for number, word in enumerate(usage.line.governors(index)):
        if number > 1:
            break
        if word in lexicon.ACTOR_FROM and usage.standing is not Standing.SPOT:
            return as_actor(f"‘{word} from’ parts or comes from an actor")
        if word in _ENVOYS and usage.can_act:
            return as_actor(f"‘{word} from’ an actor speak for it")
    return as_place("‘from’ before it")


def _after_of(usage: Usage, index: int) -> Read:
    for number, word in enumerate(usage.line.governors(index)):
        if number > 2:  # noqa: PLR2004 a noun with what describes it
            break
        if word in _PLACE_OF:
            return as_place(f"‘{word} of’ is said of places")
        if word in _ACTOR_OF and usage.can_act:
            return as_actor(f"‘{word} of’ is said of actors")
    if usage.is_seat:
        return as_actor("‘of’ a seat of government")
    return as_place("‘of’ before it")


def _after_for(usage: Usage, index: int) -> Read:
    word = _asked(usage, index, lexicon.FOR_PLACE)
    if word:
        return as_place(f"‘{word} for’ has a place as its end or subject")
    if usage.can_act or (usage.line.is_contest and usage.name.last < len(usage.line.lowers)):
        return as_actor("something is so ‘for’ an actor")
    return as_place("‘for’ before it")


def _after_on(usage: Usage, index: int) -> Read:
    word = _asked(usage, index, lexicon.ON_PLACE)
    if word:
        return as_place(f"‘{word} on’ is said of places")
    word = "" if usage.standing is Standing.SPOT else _asked(usage, index, lexicon.ON_ACTOR)
    if word or usage.is_seat:
        return as_actor(f"‘{word or 'to depend or press'} … on’ is said of actors")
    return as_place("‘on’ before it")


def _after_between(usage: Usage, index: int) -> Read:
    following = usage.line.word(usage.clause.last + 1)
    for word in (*usage.line.governors(index), following):
        if word in nouns.ROUTE_NOUNS or word in lexicon.TRAVEL:
            return as_place(f"‘{word}’ has two ends")
        if word in lexicon.DEALING:
            return as_actor(f"a ‘{word}’ is ‘between’ actors")
    if usage.can_act:
        return as_actor("something is ‘between’ actors")
    return as_place("‘between’ before it")


def _after_against(usage: Usage, index: int) -> Read:
    word = _asked(usage, index, lexicon.AGAINST_PLACE)
    if word:
        return as_place(f"‘{word} against’ is aimed at a place")
    return as_actor("‘against’ takes an opponent")


def _after_toward(usage: Usage, index: int) -> Read:
    word = _asked(usage, index, lexicon.MOTION)
    before = usage.line.word(index - 1)
    word = word or (before if before in _ONWARD else "")
    if word or not usage.can_act:
        return as_place(f"‘{word or 'movement'} … towards’ has a direction")
    return as_actor("‘towards’ somebody one has an attitude to")


def _after_over(usage: Usage, index: int) -> Read:
    word = _asked(usage, index, lexicon.OVER_ACTOR)
    if word:
        return as_actor(f"one has or feels ‘{word} over’ an actor")
    return as_place("‘over’ before it")


def _after_other(usage: Usage, index: int) -> Read:
    preposition = usage.line.lowers[index]
    if usage.is_seat:
        return as_actor(f"‘{preposition}’ before a seat of government")
    return as_place(f"‘{preposition}’ before it")


_GOVERNED: Final[dict[str, Callable[[Usage, int], Read | None]]] = {
    "in": _after_in,
    "to": _after_to,
    "from": _after_from,
    "of": _after_of,
    "for": _after_for,
    "on": _after_on,
    "with": _after_with,
    "by": _after_by,
    "between": _after_between,
    "against": _after_against,
    "toward": _after_toward,
    "towards": _after_toward,
    "about": _after_other,
    "over": _after_over,
    "behind": _after_other,
    "under": _after_other,
}
