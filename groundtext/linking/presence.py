"""Who is at a place, and who has the use of it: "The Germans are still at Termez"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from groundtext.linking.reading import gap
from groundtext.words import alternation

if TYPE_CHECKING:
    from groundtext.linking.reading import Name, PassageReading

_REACH: Final = 90  # code points between a place and those who are there
_LEFT: Final = re.compile(
    r"\b(?:left|quit|vacated|shut|closed|gave\s+up|emptied|evacuated"
    r"|(?:struck|lowered|hauled\s+down)\s+(?:its|their|the)\s+flag)\b",
    re.IGNORECASE,
)
# "The French left Dushanbe", "Russian troops are at …"; a Russian frigate is at no base.
_SOLDIERS: Final = re.compile(
    r"\s+(?:[a-z-]+\s+)?(?:troops|forces|soldiers|airmen|servicemen|marines|paratroopers|pilots|crews"
    r"|jets|fighters|aircraft|bombers|helicopters|contingent|detachment|garrison|squadrons?|units?)\b"
)
_ONES: Final = re.compile(r"\s+ones\s+(?:at|to|in)\b")
_SOLDIER: Final = re.compile(r"\b(?:troops|forces|soldiers|airmen|servicemen|units|contingents)\b")
_THEY: Final = re.compile(
    r"\s+(?:also\s+|finally\s+|still\s+|then\s+)?(?:are|were|have|had|will|stayed|remain|remained|left"
    r"|struck|lowered|leave|quit|shut|vacated|closed|gave|emptied|evacuated|came|kept)\b"
)
USES: Final = frozenset(("use", "lease", "rent", "closure", "loss", "handover"))
_USE: Final = re.compile(rf"\b(?:{alternation(USES)})\s+(?:of|on|for)\s+$")


def may_be_used(reading: PassageReading) -> bool:
    """Tell whether a passage may say that anybody is at a place, or has the use of one."""
    return not USES.isdisjoint(reading.vocabulary) or any(
        name.form == "demonym" for name in reading.names
    )


def people_at(place: Name, reading: PassageReading) -> Name | None:
    """Return the people that are said to be at a place: "The Germans are still at Termez"."""
    before = [
        name
        for name in reading.names
        if name.span.end <= place.span.start
        and gap(name.span, place.span) <= _REACH
        and name.form == "demonym"
        and _is_of_people(name, reading)
    ]
    if not before:
        return None
    between = reading.text[before[-1].span.end : place.span.start]
    # "The French left Dushanbe in July and the Germans Kunduz": the verb is said once.
    said = between if between.strip() else reading.text[: before[-1].span.start]
    is_there = (
        place.governor in ("at", "from")
        or between in (" in ", " ones to ", " ones in ")
        or _LEFT.search(said) is not None
    )
    return before[-1] if is_there else None


def _is_of_people(name: Name, reading: PassageReading) -> bool:
    """Tell whether a demonym is of people, and not of their ships or diplomats."""
    end = name.span.end
    is_plural = name.text.endswith("s") and not name.text.endswith("ss")
    if _ONES.match(reading.text, end):  # "American forces to K2 and German ones to Termez"
        return _SOLDIER.search(reading.text, 0, name.span.start) is not None
    # "And the Germans Kunduz": the verb may be said before.
    return is_plural or any(each.match(reading.text, end) for each in (_SOLDIERS, _THEY))


def user_of(place: Name, reading: PassageReading) -> Name | None:
    """Return who has the use of a place: "Germany pays Tashkent for the use of Termez"."""
    before = reading.text[max(0, place.span.start - 30) : place.span.start]
    if _USE.search(before) is None:
        return None
    users = [
        name
        for name in reading.names
        if name.span.end <= place.span.start
        and gap(name.span, place.span) <= _REACH
        and name.actors
        and name.form in ("demonym", "state", "organisation", "government")
    ]
    return users[0] if users else None
