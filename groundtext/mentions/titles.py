"""A place name inside a longer capitalised one: a body's, an office's, a street's, an event's."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final, TypeAlias

from groundtext.gazetteer.names import is_abbreviation
from groundtext.mentions import lexicon, nouns
from groundtext.mentions.clause import is_verb
from groundtext.mentions.persons import is_function_word
from groundtext.mentions.recognition import LONGEST_NAME
from groundtext.mentions.usage import Read, Standing, Usage, as_actor, as_place, in_name

if TYPE_CHECKING:
    from groundtext.mentions.line import Line

_Rule: TypeAlias = Callable[[Usage, list[str]], Read | None]

_CONNECTORS: Final = frozenset({"of", "and", "for"})
_OFFICES_OF: Final = nouns.PUBLIC_OFFICES_OF | nouns.OFFICES
# Bodies that no state has: "US Army" is an organ of the state, "Army Radio" a station.
_PRIVATE: Final = (
    nouns.ORGANISATION_NOUNS
    - nouns.STATE_ORGANS
    - frozenset(
        [
            "ministry",
            "department",
            "police",
            "council",
            "commission",
            "committee",
            "agency",
            "service",
            "services",
            "party",
            "federation",
            "union",
            "office",
            "bureau",
            "cooperation",
        ]
    )
)
_BODIES: Final = nouns.ORGANISATION_NOUNS | nouns.FURTHER_BODIES
_HEADS_OF_OFFICES: Final = frozenset(
    ["minister", "president", "secretary", "premier", "governor", "ambassador", "commissioner"]
)
_ADJECTIVE_ENDINGS: Final = ("an", "ish", "ese", "ic", "al", "ite", "im")
_THERE: Final = (
    (nouns.GEOGRAPHIC_NOUNS | nouns.CAPITALISED_EVENTS | nouns.FURTHER_LANDS)
    - nouns.BUILT_NOUNS
    - nouns.NAMED_EVENTS
    - {"international"}
)


def in_title(usage: Usage) -> Read | None:
    """Read a name inside a longer capitalised one: "Lagos University", "University of Lagos"."""
    line, name = usage.line, usage.name
    following = name.last + 1
    if line.is_capitalised(following) and line.is_joined(following) and not usage.own.is_possessive:
        after = _capitalised_after(line, following)
        for rule in _BEFORE:
            found = rule(usage, after)
            if found is not None:
                return found
    if name.first == 0:
        return None
    if line.is_capitalised(name.first - 1):
        return _after_capitalised(line, name.first)
    return _after_of(usage)


def _capitalised_after(line: Line, index: int) -> list[str]:
    """Return the capitalised words from a word on, with those that "of", "and" or "&" join."""
    found = [line.lowers[index]]
    while len(found) < LONGEST_NAME:
        index += 1
        if line.word(index) in _CONNECTORS and line.is_joined(index):
            index += 1
        gap = line.gaps[index] if index < len(line.lowers) else ""
        if not line.is_capitalised(index) or not (line.is_joined(index) or gap == " & "):
            break
        found.append(line.lowers[index])
    return found


def _before_government(usage: Usage, after: list[str]) -> Read | None:
    """Read "Kenya Government", "US State Department": organs of the place itself."""
    nearest = after[0]
    if nearest in nouns.GOVERNING:
        return as_actor(f"a ‘{nearest}’ is its government")
    if usage.is_state and nearest in nouns.STATE_ORGANS and _PRIVATE.isdisjoint(after):
        return as_actor(f"‘{nearest}’ after it names an organ or office of the state")
    return None


def _before_office(usage: Usage, after: list[str]) -> Read | None:
    """Read "Kenya President Ruto"; but "in Kabul President Karzai said" only lacks a comma."""
    is_apart = usage.preceding in lexicon.STANDING_IN and not is_abbreviation(usage.name.surface)
    office = "" if is_apart else _office(usage, after)
    return as_actor(f"‘{office}’ after it is an office") if office else None


def _office(usage: Usage, after: list[str]) -> str:
    """Return the office that the capitalised words after a name begin with, or name further on."""
    if after[0] in nouns.OFFICES and nouns.ORGANISATION_NOUNS.isdisjoint(after[:2]):
        return after[0]
    if usage.standing is Standing.SPOT or not _PRIVATE.isdisjoint(after):
        return ""
    # "Industrial Relations Minister", where no body of the state stands first
    return next((word for word in after if word in _HEADS_OF_OFFICES), "")


def _before_body(_usage: Usage, after: list[str]) -> Read | None:
    """Read "Lagos University", "the Lagos Marathon"."""
    kind = next((word for word in after if word in _BODIES or word in nouns.NAMED_EVENTS), "")
    return in_name(f"the longer name is that of a ‘{kind}’") if kind else None


def _before_land(_usage: Usage, after: list[str]) -> Read | None:
    """Read "Lagos Province", "the Lagos Conference": what is there."""
    if after[-1] in nouns.BUILT_NOUNS:
        return None
    if after[0] in _THERE or not nouns.PHYSICAL_NOUNS.isdisjoint(after):
        return as_place(f"‘{after[0]}’ after it names what is there")
    return None


def _before_building(usage: Usage, after: list[str]) -> Read | None:
    """Read "Lagos Street", "Lagos International Airport": what is called after the place."""
    kind = next((word for word in after if word in nouns.BUILT_NOUNS), "")
    if kind or (after[0] == "international" and not usage.is_state):
        return in_name(f"the longer name is that of a ‘{kind or 'airport or the like'}’")
    return None


def _before_unknown(usage: Usage, after: list[str]) -> Read | None:
    """Read "the Durham Bulls": a capitalised word of no known kind makes a name of something."""
    line, index, nearest = usage.line, usage.name.last + 1, after[0]
    if is_abbreviation(usage.name.surface) and usage.is_state and nearest not in nouns.NAMED_BY_DAY:
        return as_actor(f"describes whose ‘{line.texts[index]}’")
    is_apart = (
        usage.is_state
        or usage.preceding in lexicon.PREPOSITIONS
        or nearest in nouns.NAMED_BY_DAY
        or nearest in lexicon.NO_NOUNS
        or line.texts[index].isupper()
        or line.is_headline
        or _is_adjective(line, index)
    )
    return None if is_apart else in_name(f"‘{line.texts[index]}’ after it makes a longer name")


def _is_adjective(line: Line, index: int) -> bool:
    """Tell whether a capitalised word describes the noun after it: "a Lagos Anglican school"."""
    following = index + 1
    if not line.lowers[index].endswith(_ADJECTIVE_ENDINGS) or not line.is_joined(following):
        return False
    if line.is_capitalised(following):
        return False
    return line.lowers[following] not in lexicon.ENDING_NOUNS and not is_verb(line, following)


def _after_capitalised(line: Line, first: int) -> Read | None:
    """Read a name by the capitalised words before it: "Radio Lagos", "Lokomotiv Sofia"."""
    index = first
    while (
        first - index < LONGEST_NAME
        and line.is_joined(index)
        and line.is_capitalised(index - 1)
        and not line.is_possessive(index - 1)
    ):
        index -= 1
        word = line.lowers[index]
        # A sentence's first word may have its capital from there: "Today Lagos …"
        is_body = word in nouns.ORGANISATION_NOUNS and (index or not is_function_word(word))
        if is_body or word in nouns.BODIES_BEFORE:
            return in_name(f"the longer name is that of a ‘{word}’")
    return None


def _after_of(usage: Usage) -> Read | None:
    """Read a name after "of" and a capitalised noun: "Bank of Lagos", "President of Kenya"."""
    line = usage.line
    index = usage.name.first - 1
    if line.lowers[index] == "the":
        index -= 1
    if line.word(index) not in {"of", "for"} or not line.is_joined(index + 1):
        return None
    head = index - 1
    if not line.is_capitalised(head) or not line.is_joined(index):
        return None
    word = line.lowers[head]
    if word in nouns.LANDS_OF or word in lexicon.PLACE_OF:
        return None
    return _read_head(usage, word, head)


def _read_head(usage: Usage, word: str, head: int) -> Read | None:
    line = usage.line
    if word in nouns.BODIES_OF:
        return in_name(f"the longer name is that of a ‘{word}’")
    if word in _OFFICES_OF or line.word(head - 2) in _OFFICES_OF:
        return as_actor(f"‘{word} of’ it is an organ or office") if usage.can_act else None
    if line.lowers[head + 1] != "of" or line.is_headline:
        return None
    while head and line.is_capitalised(head - 1) and line.is_joined(head):
        head -= 1
    # "the Order of …"; without the article it may be somebody, or a firm: "Ann Smith of …"
    if line.word(head - 1) == "the" or (head == 0 and line.lowers[0] == "the"):
        return in_name(f"the longer name is that of a ‘{word}’")
    return None


_BEFORE: Final[tuple[_Rule, ...]] = (
    _before_government,
    _before_office,
    _before_body,
    _before_land,
    _before_building,
    _before_unknown,
)
