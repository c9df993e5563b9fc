"""Prepositions before a place name: what asks for them tells whether they take a place."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from groundtext.mentions import lexicon, nouns
from groundtext.mentions.usage import Read, Standing, Usage, as_actor, as_place

if TYPE_CHECKING:
    from collections.abc import Callable


def governed(usage: Usage) -> Read | None:
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
        return as_place("one borders ‘with’ a place")
    if preposition in lexicon.ACTOR_PREPOSITIONS:
        return as_actor(f"‘{preposition}’ takes somebody one deals with")
    return None


def _asked(usage: Usage, index: int, words: frozenset[str]) -> str:
    """Return the nearest word before a preposition that is in a list, or nothing."""
    return next((word for word in usage.clause.governors(index) if word in words), "")


def _after_in(usage: Usage, index: int) -> Read:
    preposition = usage.clause.word(index)
    nearest = next(usage.clause.governors(index), "")
    if preposition == "in" and nearest in lexicon.BELIEFS and usage.can_act:
        return as_actor(f"one has ‘{nearest} in’ an actor")
    if preposition == "at" and nearest in lexicon.AIMED_AT and usage.can_act:
        return as_actor(f"‘{nearest} at’ is aimed at an actor")
    return as_place(f"‘{preposition}’ before it")


def _after_to(usage: Usage, index: int) -> Read | None:
    nearest = list(usage.clause.governors(index))
    for word in nearest[:3]:
        if word in lexicon.MOTION:
            return as_place(f"‘{word} … to’ is a movement")
        if word in lexicon.ACTOR_TO and usage.standing is not Standing.SPOT:
            return as_actor(f"‘{word} to’ is addressed to an actor")
    return as_place("‘to’ before it")


def _after_from(usage: Usage, index: int) -> Read:
    for word in list(usage.clause.governors(index))[:2]:
        if word in lexicon.ACTOR_FROM and usage.standing is not Standing.SPOT:
            return as_actor(f"‘{word} from’ parts or comes from an actor")
    return as_place("‘from’ before it")


def _after_of(usage: Usage, index: int) -> Read:
    nearest = list(usage.clause.governors(index))[:3]
    for word in nearest:
        if word in lexicon.PLACE_OF:
            return as_place(f"‘{word} of’ is said of places")
        if word in lexicon.ACTOR_OF and usage.can_act:
            return as_actor(f"‘{word} of’ is said of actors")
    if usage.standing in {Standing.SEAT, Standing.PALACE}:
        return as_actor("‘of’ a seat of government")
    return as_place("‘of’ before it")


def _after_for(usage: Usage, index: int) -> Read:
    word = _asked(usage, index, lexicon.MOTION)
    if word:
        return as_place(f"‘{word} for’ is a movement")
    if usage.can_act:
        return as_actor("something is so ‘for’ an actor")
    return as_place("‘for’ before it")


def _after_on(usage: Usage, index: int) -> Read:
    word = _asked(usage, index, lexicon.ON_PLACE)
    if word:
        return as_place(f"‘{word} on’ is said of places")
    word = _asked(usage, index, lexicon.ON_ACTOR) if usage.can_act else ""
    if word or usage.standing in {Standing.SEAT, Standing.PALACE}:
        return as_actor(f"‘{word or 'to depend or press'} … on’ is said of actors")
    return as_place("‘on’ before it")


def _after_between(usage: Usage, index: int) -> Read:
    around = [*usage.clause.governors(index), usage.clause.word(usage.clause.last + 1)]
    word = next((word for word in around if word in nouns.ROUTE_NOUNS), "")
    if word:
        return as_place(f"the ‘{word}’ has two ends")
    if usage.can_act or usage.standing is Standing.AREA:
        return as_actor("something is ‘between’ actors")
    return as_place("‘between’ before it")


def _after_against(usage: Usage, index: int) -> Read:
    word = _asked(usage, index, lexicon.AGAINST_PLACE)
    if word:
        return as_place(f"‘{word} against’ is aimed at a place")
    return (
        as_actor("‘against’ takes an opponent")
        if usage.can_act
        else as_place("‘against’ before it")
    )


def _after_toward(usage: Usage, index: int) -> Read:
    word = _asked(usage, index, lexicon.MOTION)
    if word or not usage.can_act:
        return as_place(f"‘{word or 'movement'} … towards’ has a direction")
    return as_actor("‘towards’ somebody one has an attitude to")


def _after_other(usage: Usage, index: int) -> Read | None:
    if usage.standing in {Standing.SEAT, Standing.PALACE}:
        return as_actor(f"‘{usage.clause.word(index)}’ before a seat of government")
    return as_place(f"‘{usage.clause.word(index)}’ before it")


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
