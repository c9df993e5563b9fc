"""A place name as the subject or the object of a verb."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from groundtext.mentions import lexicon, nouns
from groundtext.mentions.attributes import PLAIN_NOUNS
from groundtext.mentions.clause import is_verb, verb_after
from groundtext.mentions.forms import words
from groundtext.mentions.usage import Read, Standing, as_actor, as_place

if TYPE_CHECKING:
    from groundtext.mentions.usage import Usage

_PREDICATE: Final = 6  # words after "is" in which its noun may come
_LEFT: Final = frozenset({"up", "left", "falls", "fell"})  # … to somebody to do
_LEFT_SO: Final = frozenset({"as", "with", "without", "alone", "no"})  # with nothing, not a place
_FELL_SO: Final = frozenset({"out", "behind", "silent", "short", "back"})  # as nobody's city falls
_TAKING: Final = frozenset({"take", "takes", "taking", "took", "taken"})
_COPULAS: Final = frozenset({"is", "was", "are", "were", "be", "become", "became", "remains"})
_INVITING: Final = lexicon.MOTION - {"invite", "invited"}
_BEFORE_BASE: Final = words("to would will can could should may might must cannot not let")


def subject(usage: Usage) -> Read | None:
    """Read the subject of a verb: what acts is an actor, what only is or suffers may be a place."""
    index = usage.clause.after
    if index < 0:
        return None
    if not is_verb(usage.line, index):
        return _acting(usage, index)
    word = usage.line.lowers[index]
    if word in PLAIN_NOUNS and usage.can_act:
        return as_actor(f"describes whose ‘{word}’")
    group = list(verb_after(usage.line, index))
    if _is_of_places(usage, group, index):
        return as_place(f"‘{' '.join(group)}’ is said of places")
    if usage.can_act or _acts(usage, group):
        return as_actor(f"the subject of ‘{' '.join(group)}’")
    return None


def _is_of_places(usage: Usage, group: list[str], index: int) -> bool:
    """Tell whether a verb says what places do, are, or suffer."""
    is_passive = len(group) > 1 and not lexicon.TO_BE.isdisjoint(group)
    if is_passive and group[-1] in lexicon.PLACE_STATES:
        # "hit by an earthquake" is a place, "hit by sanctions" a state
        following = usage.line.lowers[index : index + len(group) + _PREDICATE]
        return not usage.can_act or nouns.MEASURES.isdisjoint(following)
    if group[-1] in lexicon.PLACE_VERBS:
        so = usage.line.word(index + len(group))
        return not (group[-1] == "fell" and usage.can_act and so in _FELL_SO)
    return group[0] in _COPULAS and _is_called_place(usage, index + 1)


def _acts(usage: Usage, group: list[str]) -> bool:
    """Tell whether a verb makes an actor of a name that is none by default."""
    if usage.standing is Standing.AREA and lexicon.UNDERGOING.isdisjoint(group):
        return True
    return not lexicon.ACTING.isdisjoint(group)


def _acting(usage: Usage, index: int) -> Read | None:
    """Read "Oslo and Bergen agree", "Lagos beat Accra": verbs that show no ending."""
    word = usage.line.lowers[index]
    is_governed = usage.clause.before >= 0
    if word not in lexicon.ACTING or (is_governed and not usage.can_act):
        return None
    return as_actor(f"the subject of ‘{word}’")


def _is_called_place(usage: Usage, index: int) -> bool:
    """Tell whether "is a …" goes on with a noun for a place, before the phrase ends."""
    line = usage.line
    if line.word(index) not in lexicon.ARTICLES:
        return False
    for ahead in range(index + 1, min(index + _PREDICATE, len(line.lowers))):
        if not line.is_close(ahead) or line.lowers[ahead] in lexicon.PREPOSITIONS:
            return False
        if line.lowers[ahead] in lexicon.PLACE_PREDICATES:
            return True
    return False


def clausal_subject(usage: Usage) -> Read | None:
    """Read a name after a word that can open a clause: "after Moscow refused"."""
    index = usage.clause.before
    if index >= 0 and usage.line.lowers[index] in lexicon.CONJUNCTIONS:
        return subject(usage)
    return None


def followed_by_infinitive(usage: Usage) -> Read | None:
    """Read "allows Moscow to act" and "for Moscow to act"."""
    index = usage.clause.after
    if index < 0 or not usage.can_act or usage.line.lowers[index] != "to":
        return None
    before = usage.line.word(usage.clause.before) if usage.clause.before >= 0 else ""
    is_up_to = before == "to" and usage.line.word(usage.clause.before - 1) in _LEFT
    if before != "for" and not is_up_to and not _may_be_verb(before):
        return None
    if before in lexicon.VERBS_OF_PLACE or before in _INVITING:
        return None
    if before == "for" and next(usage.line.governors(usage.clause.before), "") in lexicon.FOR_PLACE:
        return None  # "the first cargo for Chad to arrive"
    return as_actor(f"somebody whom ‘{before} … to’ is said of")


def _may_be_verb(word: str) -> bool:
    return bool(word) and word not in lexicon.PREPOSITIONS and word not in lexicon.ARTICLES


def object_(usage: Usage) -> Read | None:
    """Read the object of a verb: one visits a place, and blames an actor."""
    index = usage.clause.before
    if index < 0:
        return None
    word = usage.line.lowers[index]
    following = usage.line.word(usage.clause.last + 1)
    if usage.line.is_contest and word in lexicon.BEATING:
        return as_actor(f"‘{word}’ is done to a side in a match")
    # … but somebody is taken to court, or to task
    is_taken = usage.can_act and word in _TAKING and following == "to"
    is_left = usage.can_act and word == "left" and following in _LEFT_SO
    if word in lexicon.PLACED and not (is_taken or is_left):
        return as_place(f"‘{word}’ is done to places")
    if not usage.can_act or word in lexicon.NOT_VERBS:
        return None
    is_verb_form = word.endswith(("s", "ed", "ing")) or word in _TAKING
    if is_verb_form or usage.line.word(index - 1) in _BEFORE_BASE:
        return as_actor(f"‘{word}’ is done to actors")
    return None
