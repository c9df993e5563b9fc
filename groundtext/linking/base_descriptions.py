"""What a passage says of bases: a noun, who runs it and where, by the grammar around it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from groundtext.linking.base_roles import hosts_of, lent, operator_of, owner_of
from groundtext.linking.vocabulary import DENIED_BEFORE, NO_BASE_BEFORE
from groundtext.model import Span
from groundtext.words import alternation

if TYPE_CHECKING:
    from collections.abc import Iterator

    from groundtext.linking.reading import Name, PassageReading

_ONES: Final = re.compile(r"\b(?P<noun>ones?)\b")
_THE_ONE_IN: Final = re.compile(r"\b(?:the|and)\s+ones?\s+(?:in|at|across)\s", re.IGNORECASE)
# What is said not to be: "The American base in Chad doesn’t exist".
_DENIED_AFTER: Final = re.compile(
    r"[^.;]{0,40}?[\s:,](?:does\s+not|do\s+not|doesn[’']t|don[’']t|did\s+not|didn[’']t|never)"
    r"\s+(?:really\s+|even\s+)?exist(?:ed)?\b"
)
# More words for the sites of a state, where its name stands directly before them; a presence is
# one of bases where it is said of a whole region.
OWNED_WORDS: Final = frozenset(
    ("facilities", "installations", "establishments", "sites", "leases", "outposts", "presence")
)
_OWNED: Final = re.compile(rf"(?<![\w-])(?:{alternation(OWNED_WORDS)})(?![\w-])")
_TROOPS: Final = frozenset(("troops", "soldiers", "tanks", "division", "brigade", "armour"))
KEEPING_WORDS: Final = frozenset(
    ("keep", "keeps", "kept", "station", "stations", "stationed", "maintains", "maintained")
)
_KEEPING: Final = re.compile(
    rf"\b(?:{alternation(KEEPING_WORDS)})\s+(?:[\w,-]+\s+){{0,3}}"
    rf"(?P<noun>{alternation(_TROOPS)})\b"
)
_THESE: Final = re.compile(r"\b(?:these|those)\s+$", re.IGNORECASE)
_CLAUSE: Final = re.compile(r",\s+(?:an?|the|he|she|they|it|which|who)\s")


class Description(NamedTuple):
    """A base noun with who runs it and where."""

    noun: Span
    said: str  # the noun that it stands for, lower case
    operator: Name | None
    hosts: tuple[Name, ...]
    owner: Name | None = None  # the state whose it is, directly before: "Sudan’s dams"


def descriptions(pattern: re.Pattern[str], reading: PassageReading) -> list[Description]:
    """Return what a passage says of bases; `pattern` finds the nouns for them."""
    text, described = reading.text, []
    for match in pattern.finditer(text):
        noun, before = Span(*match.span()), text[: match.start()]
        if NO_BASE_BEFORE.search(before) or DENIED_BEFORE.search(before):
            continue
        if not reading.vocabulary.isdisjoint(("exist", "existed")) and _DENIED_AFTER.match(
            text, noun.end
        ):
            continue
        owner = owner_of(noun, reading)
        hosts = hosts_of(noun, reading)
        if owner and hosts and _CLAUSE.search(text[noun.end : hosts[0].span.start]):
            hosts = ()  # "its Afghan bases, a spokesman in Kabul said"
        of_loan = lent(noun, reading)
        if of_loan and not hosts:
            lessee, lender = of_loan
            described.append(Description(noun, match[0].lower(), lessee, (lender,)))
            continue
        described.append(
            Description(noun, match[0].lower(), operator_of(noun, reading), hosts, owner)
        )
    described += [*_kept(reading), *_owned(pattern, reading)]
    if described and not reading.vocabulary.isdisjoint(("one", "ones")):
        described += _instead(described[0], reading)
    return described


def _instead(first: Description, reading: PassageReading) -> Iterator[Description]:
    """Yield what "the Russian ones", "the one in Chad" describe, after a word of bases."""
    noun = first.said.removesuffix("s")
    for match in _ONES.finditer(reading.text, first.noun.end):
        span = Span(*match.span("noun"))
        said = f"{noun}s" if match[0] == "ones" else noun
        owner = owner_of(span, reading)
        hosts = hosts_of(span, reading)
        if owner is not None and (owner.form == "demonym" or not owner.governor):
            yield Description(span, said, owner, hosts or first.hosts, owner)
        elif hosts and _THE_ONE_IN.match(reading.text, max(0, span.start - 4)):
            yield Description(span, said, first.operator, hosts)


def _kept(reading: PassageReading) -> Iterator[Description]:
    """Yield the garrison that troops kept in a state make: "keeps its tanks in Chad"."""
    if reading.vocabulary.isdisjoint(_TROOPS):
        return
    for match in _KEEPING.finditer(reading.text):
        noun = Span(*match.span("noun"))
        hosts = hosts_of(noun, reading)
        is_denied = DENIED_BEFORE.search(reading.text[: match.start()]) is not None
        if hosts and hosts[0].span.start - noun.end <= len(" in neighbouring ") and not is_denied:
            yield Description(noun, "garrison", operator_of(noun, reading), hosts)


def _owned(pattern: re.Pattern[str], reading: PassageReading) -> Iterator[Description]:
    """Yield the sites that a state is said to have: "the Russian facilities in Armenia"."""
    if reading.vocabulary.isdisjoint(OWNED_WORDS):
        return
    for match in _OWNED.finditer(reading.text):
        span = Span(*match.span())
        owner = owner_of(span, reading)
        if owner is None or pattern.match(reading.text, span.start):
            continue
        hosts = hosts_of(span, reading)
        if match[0] == "presence" and not (hosts and hosts[0].form == "region"):
            continue
        if hosts and hosts[0].span.start - span.end <= len(" in neighbouring "):
            yield Description(span, "bases", owner, hosts, owner)
        elif not hosts and _THESE.search(reading.text[: owner.span.start][-12:]):
            yield Description(span, "bases", owner, (), owner)
