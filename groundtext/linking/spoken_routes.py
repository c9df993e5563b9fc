"""Lines by little, once a text has spoken of them: what they are for, one state, their start."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from groundtext.linking.reading import gap
from groundtext.linking.route_profiles import RouteMatch
from groundtext.linking.route_words import firm_words, is_on, is_origin, names_near

if TYPE_CHECKING:
    from collections.abc import Container

    from groundtext.linking.reading import Name, PassageReading
    from groundtext.linking.route_profiles import RouteProfile
    from groundtext.model import Span

_ACTING_REACH: Final = 30
_STUFF: Final = frozenset(("gas", "oil", "energy", "fuel", "water", "food", "power"))
_ACTING: Final = frozenset(("state", "organisation", "demonym"))
_ACROSS: Final = re.compile(r"\s+(?:across|through)\s+(?:the\s+)?", re.IGNORECASE)
_THROUGH: Final = frozenset(("through", "across"))
_WORD: Final = re.compile(r"[^\W\d_]+")


def in_use(
    route: RouteProfile, words: list[Span], reading: PassageReading, spoken: Container[str]
) -> RouteMatch | None:
    """Match "the supply routes that NATO opened" by what the lines are for, and by whom.

    Who runs them need not be said where the document has spoken of them. Another state that is
    named has other ones.
    """
    if not route.use or route.use not in reading.vocabulary:
        return None
    used = [word for word in words if _is_after(word, route.use, reading)]
    if not used:
        return None
    run_by = [
        name
        for name in names_near(used, reading, _ACTING)
        if _runs(route, name) and gap(name.span, used[0]) <= _ACTING_REACH
    ]
    named = [name for name in names_near(used, reading) if name.form != "region"]
    is_elsewhere = any(not (is_on(route, name) or _runs(route, name)) for name in named)
    if is_elsewhere or not (run_by or _is_spoken(route, spoken)):
        return None
    told = f"of {run_by[0].text}" if run_by else "for what the document has spoken of"
    spans = (used[0], *(name.span for name in run_by[:1]))
    return RouteMatch(route, 0.6, f"{route.use}, {told}", spans)


def _is_spoken(route: RouteProfile, ids: Container[str]) -> bool:
    return any(each in ids for each in (route.id, *sorted(route.leaves)))


def across(
    route: RouteProfile, words: list[Span], reading: PassageReading, spoken: Container[str]
) -> RouteMatch | None:
    """Match "the pipeline across Georgia" by one state, if the document has spoken of the line."""
    firm = firm_words(words, reading)
    if not firm or not _is_spoken(route, spoken):
        return None
    for name in reading.names:
        if name.form == "state" and name.governor in _THROUGH and is_on(route, name):
            led = [w for w in firm if _ACROSS.fullmatch(reading.text[w.end : name.span.start])]
            if led:
                told = f"across {name.text}, spoken of before"
                return RouteMatch(route, 0.55, told, (led[0], name.span))
    return None


def started(
    route: RouteProfile, words: list[Span], reading: PassageReading, recent: Container[str]
) -> RouteMatch | None:
    """Match "a pipeline for Iraqi oil" by the start of a line spoken of just before."""
    firm = firm_words(words, reading)
    if not firm or not _is_spoken(route, recent):
        return None
    names = names_near(firm, reading)
    if any(name.form == "state" and not is_on(route, name) for name in names):
        return None
    starts = [
        name
        for name in names
        if set(route.states[:1]) & set(name.actors)
        and (name.governor == "from" or is_origin(name, reading))
    ]
    if not starts:
        return None
    told = f"from {starts[0].text}, spoken of just before"
    return RouteMatch(route, 0.58, told, (firm[0], starts[0].span))


def _is_after(word: Span, use: str, reading: PassageReading) -> bool:
    """Tell whether a word is that of a use, and not "gas supply routes"."""
    before = _WORD.findall(reading.text, max(0, word.start - _ACTING_REACH), word.start)[-2:]
    return [each.lower() for each in before][-1:] == [use] and before[0].lower() not in _STUFF


def _runs(route: RouteProfile, name: Name) -> bool:
    return not route.operators.isdisjoint(name.actors)
