"""How a place name is meant, told by the grammar around it, with the reason in words.

The rules are asked in order and the first that knows an answer gives it. None of them knows a
particular place: only whether the name is a state's or a seat of government, which can act.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final, TypeAlias

from groundtext.dates.windows import MONTHS, WEEKDAYS
from groundtext.mentions import lexicon, namesakes, nouns
from groundtext.mentions.attributes import attribute, compound, possessive
from groundtext.mentions.governing import governed, inherited
from groundtext.mentions.subjects import clausal_subject, followed_by_infinitive, object_, subject
from groundtext.mentions.titles import in_title
from groundtext.mentions.usage import Read, Standing, Usage, as_actor, as_place

if TYPE_CHECKING:
    from groundtext.mentions.line import Line
    from groundtext.mentions.recognition import Name

_COUNTED: Final = frozenset(
    {"a", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"}
)
_ATTENDED: Final = frozenset({"with", "for", "and", "where"})
_STOPS: Final = frozenset({",", ";", ".", ":", ")", "]", ""})
_SETTLEMENTS: Final = frozenset({"capital", "city", "town", "village", "port"})
_DATELINE: Final = frozenset({", ", " (", " –", " —", " -", ": "})
_LONGEST_CODE: Final = 4  # letters
_LONGEST_HEADING: Final = 6  # words
_LONGEST_SCORE: Final = 3  # digits
_LABELLED_BY: Final = frozenset({"we", "i", "our", "my", "you"})  # it is the speaker that says so
_VERBLESS: Final = frozenset({"was", "is", "then", "first", "next", "finally", "and"})
_LATER: Final = frozenset({"later", "earlier", "before", "after"})
_CALENDAR: Final = frozenset((*MONTHS, *WEEKDAYS, "spring", "summer", "autumn", "winter"))
_LOCATING: Final = lexicon.STANDING_IN | {"from", "of"}
_SEATED: Final = frozenset({"headquarters", "birthplace", "venue", "destination"})
_EXAMPLES: Final = frozenset({"like", "as", "including"})

_Rule: TypeAlias = Callable[[Usage], Read | None]


def read(line: Line, name: Name, standing: Standing) -> Read:
    """Return how a name is meant where it stands."""
    usage = Usage(line, name, standing)
    for rule in _RULES:
        found = rule(usage)
        if found is not None:
            return found
    if usage.can_act:
        return as_actor("a state or seat of government, and nothing in the sentence says a place")
    return as_place("nothing in the sentence says otherwise")


def _dateline(usage: Usage) -> Read | None:
    """Read the place from which a report is dated: "TASHKENT, June 3", "TASHKENT (Agency)"."""
    name = usage.name
    if name.first:
        return None
    if not name.surface.isupper():
        rest = usage.line.lowers[name.last + 1 :]
        is_dated = bool(rest) and all(word.isdigit() or word in _CALENDAR for word in rest)
        return as_place("a text is dated from it") if is_dated else None
    # "NATO, UN" begins no dateline
    is_long = len(name.surface) > _LONGEST_CODE or usage.is_seat
    if is_long and usage.line.gaps[name.last + 1][:2] in _DATELINE:
        return as_place("a report is dated from it")
    return None


def _heading(usage: Usage) -> Read | None:
    """Read a line that only names places: "3. Kenya and Uganda"."""
    words = usage.line.texts
    if len(words) > _LONGEST_HEADING or usage.clause.last != len(words) - 1:
        return None
    if all(word.isdigit() for word in words[: usage.clause.first]):
        return as_place("a heading that names it and nothing else")
    return None


def _directed(usage: Usage) -> Read | None:
    """Read a place by what only a place is: "northern Kenya", "rebel-held Aleppo"."""
    word, index = usage.preceding, usage.name.first - 1
    if usage.line.is_capitalised(index):
        return None
    # "rebel-held Aleppo"
    is_compound = usage.line.is_hyphenated(index) and word in lexicon.HELD
    if (
        word in nouns.DIRECTIONS
        or word in _SEATED
        or (is_compound and usage.line.is_joined(index + 1))
    ):
        return as_place(f"‘{word}’ before it is said of places")
    return None


def _team(usage: Usage) -> Read | None:
    """Read a name with a score after it: "Lagos 2-1", "Lagos 70, Accra 66"."""
    line, index = usage.line, usage.name.last + 1
    if not (line.is_joined(index) and line.lowers[index].isdigit()):
        return None
    following = index + 1
    if len(line.lowers[index]) > _LONGEST_SCORE:
        return None  # "Lagos 2009-2012"
    is_score = line.is_hyphenated(following) and line.lowers[following].isdigit()
    is_table = line.gaps[following] == ", " and line.is_capitalised(following)
    if is_score or (is_table and line.word(following + 1).isdigit()):
        return as_actor("a side in a match, with the score after it")
    return None


def _label(usage: Usage) -> Read | None:
    """Read a name that an entry is about: "Kenya: 480 km of track, none of it laid"."""
    line, following = usage.line, usage.clause.last + 1
    if following >= len(line.lowers) or line.gaps[following] != ": ":
        return None
    is_first = all(word.isdigit() for word in line.lowers[: usage.clause.first])
    if not is_first or line.lowers[following] in _LABELLED_BY:
        return None
    return as_place("what follows the colon is about it")


def _dated(usage: Usage) -> Read | None:
    """Read a stage of a row of events: "Oslo in March, Bergen a month later"."""
    line, index, before = usage.line, usage.own.after, usage.own.before
    if index < 0 or (before >= 0 and line.lowers[before] not in _VERBLESS):
        return None
    end = index + 1
    if line.lowers[index] == "in" and line.word(end) in _CALENDAR:
        end += 1 + line.word(end + 1).isdigit()
    elif line.lowers[index] in _COUNTED and line.word(index + 2) in _LATER:
        end = index + 3
    else:
        return None
    is_over = end >= len(line.lowers) or line.gaps[end][:1] in _STOPS
    if not is_over and line.lowers[end] not in _ATTENDED:
        return None  # "Oslo in March refused"
    return as_place("the sentence says when something was there")


def _built(usage: Usage) -> Read | None:
    """Read a name that says where what is built stands: "the Central Hotel, Oslo"."""
    line, first = usage.line, usage.own.first
    if line.gaps[first] != ", " or usage.clause is not usage.own:
        return None
    if not line.is_capitalised(first - 1) or line.word(first - 1) not in nouns.BUILT_NOUNS:
        return None
    return as_place(f"says where the ‘{line.word(first - 1)}’ before it stands")


def _relative(usage: Usage) -> Read | None:
    line, first, index = usage.line, usage.name.first, usage.name.last + 1
    if line.gaps[first] == ", " and line.word(first - 1) in _SETTLEMENTS:
        return as_place("what stands before calls it a settlement")
    gap = line.gaps[index]
    if gap in {", ", " "} and line.word(index) == "where":
        return as_place("‘where’ refers to it")
    if gap == ", " and line.word(index) in lexicon.ARTICLES:
        following = line.lowers[index : index + 3]
        if not namesakes.CONTAINER_NOUNS.isdisjoint(following):
            return as_place("what follows calls it a settlement")
    return None


def _contained(usage: Usage) -> Read | None:
    """Read a name that says where what stands before it lies: "in Lekki, Nigeria, on Monday"."""
    line, first = usage.line, usage.own.first
    if usage.is_seat or usage.clause is not usage.own or line.gaps[first] != ", ":
        return None
    if not line.is_capitalised(first - 1) or line.is_joined(usage.own.last + 1):
        return None
    index = first - 1
    while line.is_joined(index) and line.is_capitalised(index - 1):
        index -= 1
    if line.is_joined(index) and line.word(index - 1) in _LOCATING:
        return as_place("says where what stands before it lies")
    return None


def _example(usage: Usage) -> Read | None:
    """Read "cities such as Oslo" by the noun that it is an example of."""
    line, index = usage.line, usage.clause.before
    if index < 1 or line.lowers[index] not in _EXAMPLES:
        return None
    noun = line.word(index - 2 if line.lowers[index - 1] == "such" else index - 1)
    if noun in nouns.PLACE_EXAMPLES:
        return as_place(f"it is one of the ‘{noun}’")
    if noun in nouns.ACTOR_NOUNS and usage.can_act:
        return as_actor(f"it is one of the ‘{noun}’")
    return None


_RULES: Final[tuple[_Rule, ...]] = (
    _dateline,
    _heading,
    _label,
    in_title,
    compound,
    possessive,
    _team,
    attribute,
    _directed,
    followed_by_infinitive,
    clausal_subject,
    _contained,
    _built,
    _dated,
    _example,
    governed,
    inherited,
    _relative,
    subject,
    object_,
)
