"""Which line of a group a clause means: the branch that joins the states that it names.

"A third branch, through Kyrgyzstan"; "the first proceeds by rail from the Baltic", after "three
variants"; "a smaller share goes by way of Georgia".
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from groundtext.linking.actors import find_actors
from groundtext.linking.lines import spots_in
from groundtext.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from groundtext.linking.found import Thread
    from groundtext.linking.lines import Line, LineGroup, Spot
    from groundtext.linking.reading import Name, PassageReading

_BRANCH_NOUN: Final = r"(?:branch|limb|arm|leg|spur|trunk|stem|strand|fork|line|route|track)"
_COURSE: Final = (
    r"(?=,|\s+(?:is|was|runs?|ran|goes|went|leads?|led|cross\w+|w[io]u?nds?|pass\w+|uses?|used"
    r"|climb\w*|through|across|via|over)\b)"
)
_BRANCH: Final = re.compile(
    rf"\W*(?:and\s+)?(?:(?:its|the|one|an?|another|the\s+other)\s+(?:(?:\w+\s+)?{_BRANCH_NOUN}\b"
    rf"|(?:second|third|fourth|last){_COURSE})|(?:another|the\s+other){_COURSE})",
    re.IGNORECASE,
)
_AVOIDED: Final = re.compile(
    r"\b(?:clear\s+of|avoid\w*|bypass\w*|around|skirt\w*|without|not)\s+(?:the\s+)?$"
    r"|\bnot\b[^,;.]{0,34}$",
    re.IGNORECASE,
)
_PEOPLE: Final = re.compile(r"\bthe\s+([A-Z]\w+)s\b")
_NUMBERED: Final = re.compile(
    r"\W*(?:and\s+)?the\s+(?:first|second|third|fourth)(?:\s+and\s+by\s+far\s+the\s+\w+)?"
    r"(?=,|\s+(?:is|was|would|will|runs?|ran|goes|went|leads?|led|cross\w+|pass\w+|proceeds?|starts?"
    r"|begins?|climb\w*|through|across|via|over)\b)",
    re.IGNORECASE,
)
ORDINALS: Final = frozenset(("first", "second", "third", "fourth"))
_COUNTED: Final = re.compile(
    r"\b(?:two|three|four|several)\s+(?:\w+\s+)?(?:variants|branches|routes|lines|alignments|legs"
    r"|options|ways|corridors|lanes|arms)\b",
    re.IGNORECASE,
)
_COUNTED_BACK: Final = 3  # passages
# What is carried, or a part of it, in the place of a subject.
_SHARE: Final = re.compile(
    r"\W*(?:(?:but|and|while)\s+)?(?:the\s+)?(?:an?\s+)?(?:\w+\s+){0,2}"
    r"(?:share|rest|most|half|quarter|some|part|more|cargo|freight|goods|traffic|supplies|loads?"
    r"|containers|wagons)\b",
    re.IGNORECASE,
)
_SHARES: Final = frozenset(
    (
        "share", "rest", "most", "half", "quarter", "some", "part", "more", "cargo", "freight",
        "goods", "traffic", "supplies", "load", "loads", "containers", "wagons",
    )
)  # fmt: skip
_WAYS: Final = frozenset(("through", "across", "via"))
_BY_WAY_OF: Final = re.compile(r"\bby\s+way\s+of\s+(?:the\s+)?$", re.IGNORECASE)
_REACH: Final = 40  # code points before a name
# Up to a semicolon, or to ", and a third".
_CLAUSE: Final = re.compile(
    r"(?:[,\s]+)?(?:(?!,\s+(?:and|while|but)\s+(?:an?|the)\s+(?:second|third|fourth|other)\b)[^;])+"
)
_FEWEST_STATES: Final = 2


class Meant(NamedTuple):
    """A line or a group that words mean, and why."""

    target_id: str
    words: Span
    reason: str


def are_counted(thread: Thread) -> bool:
    """Tell whether a passage just before speaks of "three variants"."""
    return any(_COUNTED.search(text) for _, text in thread.earlier[-_COUNTED_BACK:])


def branches(group: LineGroup, reading: PassageReading, *, is_counted: bool) -> Iterator[Meant]:
    """Yield the line of a group that alone joins all the states of a clause about a branch.

    Of two that fit, a clause means the one that no other clause means.
    """
    fitting: list[tuple[Span, list[Line], str]] = []
    for clause in _CLAUSE.finditer(reading.text):
        branch = _BRANCH.match(clause[0]) or (_NUMBERED.match(clause[0]) if is_counted else None)
        if branch is not None:
            span = Span(clause.start(), clause.start() + branch.end())
            fitting.append((span, *_fitting(group, Span(*clause.span()), reading)))
    taken = {lines[0].id for _, lines, _ in fitting if len(lines) == 1}
    for span, lines, words in fitting:
        left = lines if len(lines) == 1 else [line for line in lines if line.id not in taken]
        if len(left) == 1:
            yield _line_of(group, left[0], span, words, reading)


def _fitting(group: LineGroup, clause: Span, reading: PassageReading) -> tuple[list[Line], str]:
    """Return the lines that a clause about a branch fits best, and how."""
    states = _states_joined(clause, reading)
    regions = [
        name.actors
        for name in reading.names
        if name.form == "region" and name.span.overlaps(clause)
    ]
    spots = [spot for spot in spots_in(reading, led=False) if spot.span.overlaps(clause)]
    if len(states) + len(regions) < _FEWEST_STATES:
        return _by_town(group, spots, reading)
    fits = [
        (sum(line.has(spot.name, spot.at) for spot in spots), line)
        for line in group.lines
        if states <= line.states and not any(line.states.isdisjoint(region) for region in regions)
    ]
    most = max((count for count, _ in fits), default=0)
    lines = [line for count, line in fits if count == most]
    return lines, "joins all states that the clause names"


def _by_town(
    group: LineGroup, spots: Sequence[Spot], reading: PassageReading
) -> tuple[list[Line], str]:
    """Return the line that alone passes a town from or to which a branch leads."""
    led = [spot for spot in spots if spot.at and spot.governor in ("from", "to")]
    for spot in led:
        on = [line for line in group.lines if line.has(spot.name, spot.at)]
        if len(on) == 1 and all(on[0].has(each.name, each.at) for each in led):
            return on, f"on which alone ‘{reading.words(spot.span)}’ lies"
    return [], ""


def shares(group: LineGroup, reading: PassageReading) -> Iterator[Meant]:
    """Yield the line that alone passes the states by way of which a part of the goods goes."""
    if _SHARES.isdisjoint(reading.vocabulary):
        return
    subject = _SHARE.match(reading.text)
    passed = [name for name in reading.names if _is_passed(name, reading)] if subject else []
    states = {actor for name in passed for actor in name.actors if actor.isupper()}
    lines = [line for line in group.lines if states and states <= line.states]
    if len(lines) == 1:
        span = Span(passed[0].span.start, passed[-1].span.end)
        words = "which no other line passes"
        yield _line_of(group, lines[0], span, words, reading)


def _is_passed(name: Name, reading: PassageReading) -> bool:
    if name.form != "state" or name.is_negated:
        return False
    start = max(0, name.span.start - _REACH)
    is_on_way = _BY_WAY_OF.search(reading.text, start, name.span.start) is not None
    return is_on_way or name.governor in _WAYS


def _line_of(
    group: LineGroup, line: Line, span: Span, words: str, reading: PassageReading
) -> Meant:
    return Meant(line.id, span, f"‘{reading.words(span)}’ of {group.name}, {words}: {line.name}")


def _states_joined(clause: Span, reading: PassageReading) -> set[str]:
    """Return the states that a clause names, also by their people, unless they are avoided."""
    names = [
        name
        for name in reading.names
        if name.form in ("state", "demonym") and name.span.overlaps(clause)
    ]
    found = [(name.span, name.actors) for name in names]
    for people in _PEOPLE.finditer(reading.text, *clause):
        span = Span(*people.span())
        if not any(name.span.overlaps(span) for name in names):
            found += [(span, one.actors) for one in find_actors(people[1]) if one.actors]
    return {
        actor
        for span, actors in found
        if not _AVOIDED.search(reading.text, max(0, span.start - _REACH), span.start)
        for actor in actors
        if actor.isupper()
    }
