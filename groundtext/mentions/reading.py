"""How a place name is meant, told by the grammar around it, with the reason in words.

The rules are asked in order and the first that knows an answer gives it. None of them knows a
particular place: only whether the name is a state's or a seat of government, which can act.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final, TypeAlias

from groundtext.mentions import lexicon, namesakes
from groundtext.mentions.attributes import (
    PLAIN_NOUNS,
    attribute,
    compound,
    organisation,
    possessive,
)
from groundtext.mentions.clause import Clause, clause_of, is_verb, verb_after
from groundtext.mentions.governing import governed
from groundtext.mentions.usage import Read, Standing, Usage, as_actor, as_place

if TYPE_CHECKING:
    from groundtext.mentions.recognition import Name
    from groundtext.mentions.sentence import Sentence

_SETTLEMENTS: Final = frozenset({"capital", "city", "town", "village", "port"})
_DATELINE: Final = frozenset({", ", " (", " –", " —", " -"})
_LONGEST_CODE: Final = 4  # letters; "NATO, UN" begins no dateline

_Rule: TypeAlias = Callable[[Usage], Read | None]


def read(sentence: Sentence, name: Name, standing: Standing) -> Read:
    """Return how a name is meant where it stands."""
    own = Clause(sentence, name.first, name.last)
    usage = Usage(sentence, name, standing, own, clause_of(sentence, name.first, name.last))
    for rule in _RULES:
        found = rule(usage)
        if found is not None:
            return found
    if usage.can_act:
        return as_actor("a state or seat of government, and nothing in the sentence says a place")
    return as_place("nothing in the sentence says otherwise")


def _subject(usage: Usage) -> Read | None:
    """Read the subject of a verb: what acts is an actor, what only is or suffers may be a place."""
    index = usage.clause.after
    if index < 0 or not is_verb(usage.sentence, index):
        return None
    word = usage.clause.word(index)
    if word in PLAIN_NOUNS and usage.can_act:
        return as_actor(f"describes whose ‘{word}’")
    group = list(verb_after(usage.sentence, index))
    is_passive = len(group) > 1 and not lexicon.TO_BE.isdisjoint(group)
    if group[-1] in lexicon.PLACE_VERBS or (is_passive and group[-1] in lexicon.PLACE_STATES):
        return as_place(f"‘{' '.join(group)}’ is said of places")
    if usage.can_act or group[-1] in lexicon.SAYING:
        return as_actor(f"the subject of ‘{' '.join(group)}’")
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
        return as_actor(f"somebody whom ‘{before} … to’ is said of")
    return None


def _is_lower_verb(word: str) -> bool:
    return bool(word) and word not in lexicon.PREPOSITIONS and word not in lexicon.ARTICLES


def _object(usage: Usage) -> Read | None:
    """Read the object of a verb: one visits a place, and blames an actor."""
    index = usage.clause.before
    word = usage.clause.word(index) if index >= 0 else ""
    if word in lexicon.VERBS_OF_PLACE:
        return as_place(f"‘{word}’ is done to places")
    if usage.can_act and word.endswith(("s", "ed", "ing")) and word not in lexicon.NOT_VERBS:
        return as_actor(f"‘{word}’ is done to actors")
    return None


def _dateline(usage: Usage) -> Read | None:
    """Read the place from which a report is dated: "TASHKENT, June 3", "TASHKENT (Agency)"."""
    following = usage.name.last + 1
    is_headed = usage.name.surface.isupper() and len(usage.name.surface) > _LONGEST_CODE
    is_parted = usage.sentence.gap(following)[:2] in _DATELINE
    if usage.name.first == 0 and is_headed and is_parted:
        return as_place("a report is dated from it")
    return None


def _relative(usage: Usage) -> Read | None:
    index = usage.own.last + 1
    before = usage.name.first
    if usage.sentence.gap(before) == ", " and usage.own.word(before - 1) in _SETTLEMENTS:
        return as_place("what stands before calls it a settlement")
    if usage.own.word(index) == "where" and usage.sentence.gap(index) in {", ", " "}:
        return as_place("‘where’ refers to it")
    if index < len(usage.sentence.words) and usage.sentence.gap(index) == ", ":
        words = [usage.own.word(ahead) for ahead in range(index, index + 3)]
        if words[0] in lexicon.ARTICLES and namesakes.CONTAINER_NOUNS.intersection(words):
            return as_place("what follows calls it a settlement")
    return None


_RULES: Final[tuple[_Rule, ...]] = (
    _dateline,
    organisation,
    compound,
    possessive,
    attribute,
    _followed_by_infinitive,
    _clausal_subject,
    governed,
    _relative,
    _subject,
    _object,
)
