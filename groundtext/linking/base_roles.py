"""Who runs a base, and in whose country it is, by the grammar around its noun."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from groundtext.linking.vocabulary import LIST_SEPARATOR
from groundtext.words import alternation

if TYPE_CHECKING:
    from collections.abc import Iterator

    from groundtext.linking.reading import Name, PassageReading
    from groundtext.model import Span

_HOST_REACH: Final = 70
_MODIFIERS: Final = re.compile(
    r"(?:[’']s?)?(?:[-\s]+(?!(?:for|of|in|at|to|on|from|with|by|an?|the|that|which|who)\b)[\w-]+){0,2}\s+"
    r"|[’']s?\s+",
    re.IGNORECASE,
)
_BASED_IN: Final = frozenset(("in", "at", "across", "within", "inside", "near", "into"))
_HOST_FORMS: Final = frozenset(("state", "region", "settlement"))
_RUNNERS: Final = frozenset(("state", "organisation", "government"))
_BY: Final = re.compile(r"\s+(?:\w+\s+)?(?:by|of)\s+(?:the\s+)?", re.IGNORECASE)
# "opened an airfield to the Americans", "lent France an airfield".
GRANTING: Final = frozenset(
    (
        "open", "opened", "opens", "lend", "lent", "lends", "lease", "leased", "leases", "rent",
        "rented", "rents", "let", "offer", "offered", "offers", "gave", "give", "gives", "grant",
        "granted", "grants",
    )
)  # fmt: skip
_GRANTED: Final = re.compile(
    rf"\b(?:{alternation(GRANTING)})\s+(?:the\s+)?(?:(?:an?|its|one)\s+(?:[a-z-]+\s+){{0,2}})?$"
)
_TO: Final = re.compile(r"\s+to\s+(?:the\s+)?")
_A: Final = re.compile(r"\s+(?:the\s+use\s+of\s+)?(?:an?|its|one)\s+(?:[a-z-]+\s+){0,2}")
_OWN: Final = re.compile(r"\b(?:its|their)\s+own\s+(?:[\w-]+\s+)?$", re.IGNORECASE)
# "Chad, where it keeps its largest garrison".
_WHERE: Final = re.compile(
    r",?\s+where\s+(?:it|they|he|she)\s+(?:still\s+|also\s+|has\s+|had\s+)?"
    r"(?:keeps?|kept|has|have|had|runs?|ran|maintains?|maintained|operates?|leases?|rents?|holds?)"
    r"\s+(?:[\w-]+\s+){0,4}"
)
_UNIT_OF: Final = re.compile(
    r"\s+(?:district|province|region|county|valley|area)\s+(?:of|in)\s+(?:[a-z]+\s+)?"
)
_THERE: Final = re.compile(r"\s+there\b", re.IGNORECASE)
_OPENING: Final = re.compile(r"\W*(?:In|At|Across)\s+(?:the\s+)?", re.IGNORECASE)
# "in the five Central Asian republics", "across all five".
_COUNTED_IN: Final = re.compile(
    r"\b(?:in|across)\s+(?:all\s+)?(?:the\s+)?(?:two|three|four|five|six|seven|eight|nine|ten)\s+$",
    re.IGNORECASE,
)
DEFINITE_BEFORE: Final = re.compile(
    r"\b(?:the|that|its|whose)\s+(?:[\w-]+\s+){0,3}$", re.IGNORECASE
)
_ANY: Final = re.compile(
    r"\b(?:an?|another|any|some|every|each)\s+(?:[\w-]+\s+){0,3}$", re.IGNORECASE
)
THE_BEFORE: Final = re.compile(r"\bthe\s+$", re.IGNORECASE)
_WITH: Final = re.compile(r"\bwith\s+(?:the\s+)?$", re.IGNORECASE)
_OWNS: Final = re.compile(r"(?:[’'](?:s)?)?\s+(?:[a-z-]+\s+){0,2}")
_FORCES: Final = re.compile(
    r"\s+(?:\w+\s+)?(?:troops|forces|soldiers|aircraft|transports|tankers|airmen|crews|jets|planes|personnel|units|marines"
    r"|helicopters|drones)\b"
)
_WHOSE: Final = re.compile(r",?\s+whose\s+(?:[a-z-]+\s+){0,2}")
_WHO: Final = re.compile(r"[A-Z][\w’'-]+,?\s+(?:who|whose)\b")


def hosts_of(noun: Span, reading: PassageReading) -> tuple[Name, ...]:
    """Return the places that follow a base noun, or that open the sentence."""
    if "where" in reading.vocabulary:
        before = [name for name in reading.names if name.span.end <= noun.start]
        if before and _WHERE.fullmatch(reading.text, before[-1].span.end, noun.start):
            return (before[-1],) if before[-1].form in _HOST_FORMS else ()
    after = [
        name
        for name in reading.names
        if name.span.start >= noun.end and name.form in _HOST_FORMS and _is_in(name, reading)
    ]
    if after and after[0].span.start - noun.end <= _HOST_REACH:
        whole = [n for n in after[1:2] if _is_unit_of(after[0], n, reading)]
        return _run(whole or after, reading)
    first = reading.names[0] if reading.names else None
    if first and first.form in _HOST_FORMS and first.span.end <= noun.start:
        return (first,) if _OPENING.fullmatch(reading.text[: first.span.start]) else ()
    return ()


def _is_unit_of(part: Name, whole: Name, reading: PassageReading) -> bool:
    """Tell whether a name is a district's, and the next one of its state: "the Osh district of"."""
    between = reading.text[part.span.end : whole.span.start]
    return whole.form == "state" and _UNIT_OF.fullmatch(between) is not None


def _is_in(name: Name, reading: PassageReading) -> bool:
    if name.governor in _BASED_IN:
        return True
    before = reading.text[max(0, name.span.start - 30) : name.span.start]
    return name.form == "region" and _COUNTED_IN.search(before) is not None


def _run(names: list[Name], reading: PassageReading) -> tuple[Name, ...]:
    """Return the first name and those that a list joins to it."""
    run = [names[0]]
    for name in names[1:]:
        between = reading.text[run[-1].span.end : name.span.start]
        if not LIST_SEPARATOR.fullmatch(between):
            break
        run.append(name)
    return tuple(run)


def operator_of(noun: Span, reading: PassageReading) -> Name | None:
    """Return who runs the base: its adjective, its agent, else the actor named last before it."""
    before = [name for name in reading.names if name.span.end <= noun.start]
    after = (name for name in reading.names if name.span.start > noun.end)
    for name in after:
        by = _BY.fullmatch(reading.text[noun.end : name.span.start])
        if by and name.form in _RUNNERS | {"demonym"}:
            return name
    if before and before[-1].form not in ("region", "capital"):
        between = reading.text[before[-1].span.end : noun.start]
        if _MODIFIERS.fullmatch(between):
            return before[-1]
    return runner_before(noun, reading)


def lent(noun: Span, reading: PassageReading) -> tuple[Name, Name] | None:
    """Return to whom a state lends a base, and the state: "Chad opened an airfield to the French".

    Also "Chad lent France an airfield".
    """
    if GRANTING.isdisjoint(reading.vocabulary):
        return None
    before = [name for name in reading.names if name.span.end <= noun.start and name.actors]
    after = next((name for name in reading.names if name.span.start > noun.end), None)
    text, lessee, end = reading.text, None, noun.start
    if after and after.actors and _TO.fullmatch(text[noun.end : after.span.start]):
        lessee = after
    elif len(before) > 1 and _A.fullmatch(text[before[-1].span.end : noun.start]):
        lessee = before.pop()
        end = lessee.span.start
    hosts = [name for name in before if name.form == "state" and not name.governor]
    if lessee is None or not hosts or _GRANTED.search(text[hosts[-1].span.end : end]) is None:
        return None
    return lessee, hosts[-1]


def runner_before(span: Span, reading: PassageReading) -> Name | None:
    """Return the actor that is named last before a span and may run something."""
    runners = [
        name
        for name in reading.names
        if name.span.end <= span.start and (_may_run(name) or _has_forces(name, reading))
    ]
    alone = [name for name in runners if not _is_partner(name, reading)]
    last = alone[-1:]
    return last[0] if last and not _is_person_between(last[0], span, reading) else None


def _is_partner(name: Name, reading: PassageReading) -> bool:
    """Tell whether somebody does a thing with an actor: "signed with Khartoum"."""
    before = reading.text[max(0, name.span.start - 12) : name.span.start]
    return _WITH.search(before) is not None


def _may_run(name: Name) -> bool:
    is_people = name.form == "demonym" and name.text.endswith("s")
    return bool(name.actors) and not name.governor and (name.form in _RUNNERS or is_people)


def _is_person_between(runner: Name, noun: Span, reading: PassageReading) -> bool:
    """Tell whether a person stands between: "…, Massoud, who had bases in …"."""
    return _WHO.search(reading.text[runner.span.end : noun.start]) is not None


def region_before(noun: Span, reading: PassageReading) -> Name | None:
    """Return the region that stands directly before a noun: "the Central Asian bases"."""
    before = [name for name in reading.names if name.span.end <= noun.start]
    if not before or before[-1].form != "region":
        return None
    return before[-1] if reading.text[before[-1].span.end : noun.start].isspace() else None


def owner_of(noun: Span, reading: PassageReading) -> Name | None:
    """Return the state that stands directly before a noun as its owner: "the Ethiopian dams"."""
    before = [name for name in reading.names if name.span.end <= noun.start]
    if not before or before[-1].form not in ("state", "demonym", "government"):
        return None
    between = reading.text[before[-1].span.end : noun.start]
    if before[-1].form == "government" and between[:1] not in "’'":
        return None
    is_owner = _OWNS.fullmatch(between) or _WHOSE.fullmatch(between)
    return before[-1] if is_owner else None


def runners_of(noun: Span, owner: Name, reading: PassageReading) -> Iterator[Name]:
    """Yield who may run the base besides its owner: whom "by" names, and who is named before."""
    agent = operator_of(noun, reading)
    for name in (agent, runner_before(owner.span, reading)):
        if name is not None and name.span != owner.span and name.actors != owner.actors:
            yield name


def _has_forces(name: Name, reading: PassageReading) -> bool:
    """Tell whether the forces of a people act: "American crews left the Uzbek airfield"."""
    is_people = name.form in ("demonym", "state") and not name.governor
    return is_people and _FORCES.match(reading.text, name.span.end) is not None


def names_another_place(noun: Span, owner: Name | None, reading: PassageReading) -> bool:
    """Tell whether a passage says where a base is, or that it speaks of others than its owner."""
    return any(
        (owner is None or name.span != owner.span)
        and (name.governor in _BASED_IN or (name.form == "region" and name.span.start > noun.end))
        for name in reading.names
    )


def is_any(noun: Span, reading: PassageReading) -> bool:
    """Tell whether a noun means one of many: "a Turkish base"; not with a word of who uses it."""
    before = reading.text[max(0, noun.start - 60) : noun.start]
    return _ANY.search(before) is not None


def refers_back(noun: Span, reading: PassageReading) -> bool:
    """Tell whether the host is that of the base before: "its own bases", "a base there"."""
    own = _OWN.search(reading.text[max(0, noun.start - 60) : noun.start])
    return own is not None or _THERE.match(reading.text, noun.end) is not None
