"""The words by which meetings, bases and routes are described, as tables."""

from __future__ import annotations

import re
from functools import cache
from typing import Final, NamedTuple

from groundtext.model import Span
from groundtext.words import alternation, first_words, longest_words, words_in

# Event words by class. A class says what the words can stand for: see MEETING_CLASSES.
_EVENT_WORDS: Final = {
    "gathering": (
        "summit summits conference conferences meeting meetings forum forums session sessions "
        "gathering gatherings symposium encounter encounters"
    ),
    "talks": "talks negotiations negotiation dialogue dialogues consultations discussions",
    "visit": "visit visits trip trips",
    "agreement": (
        "agreement agreements deal deals accord accords pact signed sign signing memorandum "
        "memorandums treaty treaties declaration"
    ),
    "meet": "met meet meets conferred confer",
    "go": "traveled travelled went came come arrived flew visited travel",
    "host": "host hosts hosted hosting",
}
# Of more words than one: people come together for it.
IDIOMS: Final = {
    "put their names": "agreement",
    "shook hands": "meet",
    "sat down": "meet",
}
_PLURALS: Final = frozenset(
    (
        "summits", "conferences", "meetings", "forums", "sessions", "gatherings", "talks",
        "encounters", "memorandums", "treaties", "negotiations", "dialogues", "consultations",
        "discussions", "visits", "trips",
        "agreements", "deals",
    )
)  # fmt: skip
# Plurals of which each is a meeting by itself; "talks" may be one.
COUNTABLE: Final = frozenset(
    ("summits", "conferences", "meetings", "forums", "sessions", "gatherings", "visits", "trips")
)
# These go with meetings, and do not by themselves say that there was one.
_COMPANIONS: Final = frozenset(
    ("delegation", "envoys", "format", "event", "talk", "contacts", "round")
)
_AFTER_TO: Final = ("host", "meet", "visit", "travel", "sign", "come")
# What a layer's manifest adds to the table counts as this class.
_OTHER_EVENTS: Final = "gathering"

# Words of a meeting's name that say nothing about which meeting it was.
COMMON_WORDS: Final = frozenset(
    (
        "the", "and", "with", "for", "from", "until", "after", "before", "between", "against",
        "about", "its", "their", "meeting", "meetings", "meets", "talks", "negotiations",
        "consultations", "dialogue", "summit", "conference", "format", "visit", "round", "contacts",
        "first", "second", "third", "fourth", "fifth", "years", "days", "group", "coordination",
        "process", "peace", "parties", "city", "country", "state", "states", "level", "foreign",
        "reported", "guess", "likely", "source", "document", "says", "arrived", "held", "signed",
        "announced", "unknown",
    )
)  # fmt: skip
NUMBER_WORDS: Final = {
    "two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7", "eight": "8",
    "nine": "9", "ten": "10", "eleven": "11", "twelve": "12", "trilateral": "3", "tripartite": "3",
    "bilateral": "2", "quadrilateral": "4", "quadripartite": "4",
}  # fmt: skip
AGREEMENT_WORDS: Final = frozenset(
    (
        "agreement", "deal", "accord", "pact", "signed", "signing", "treaty", "memorandum",
        "declaration",
    )
)  # fmt: skip


class EventWord(NamedTuple):
    """One word that tells of a meeting, with how it is determined."""

    span: Span
    word: str
    family: str  # gathering | talks | visit | agreement | meet | go | host
    is_plural: bool
    is_definite: bool  # "the summit", "these talks", "the Russian-backed conference"
    is_new: bool  # "an emergency summit", "another round of talks"
    is_group: bool  # "all the … talks", "regular negotiations", "numerous rounds of …"
    modifiers: str  # the words between the determiner and the event word


_DETERMINERS: Final = frozenset(("the", "this", "that", "these", "those"))
_NEWNESS: Final = frozenset(("a", "an", "another", "one"))
_DETERMINED: Final = re.compile(
    r"\b(?P<determiner>the|this|that|these|those)\s+(?P<modifiers>(?:[\w’'.-]+\s+){0,2})$",
    re.IGNORECASE,
)
_NEW: Final = re.compile(
    r"\b(?:an?|another|one)\s+(?:new\s+)?(?:[\w’'.-]+\s+){0,3}$", re.IGNORECASE
)
_GROUP: Final = re.compile(
    r"\b(?:all(?:\s+(?:of\s+)?the)?|regular|several|numerous|multiple|various|successive|previous"
    r"|repeated|many|series\s+of|rounds\s+of|trilateral|annual)\s+(?:[\w’'.-]+\s+){0,3}$",
    re.IGNORECASE,
)


def find_events(
    text: str, nouns: frozenset[str], vocabulary: frozenset[str]
) -> tuple[EventWord, ...]:
    """Find the event words of a text, in order; spans count from 0.

    `nouns` are those that the layers' manifest adds to the common ones, `vocabulary` the words of
    the text in lower case.
    """
    if first_event_words(nouns).isdisjoint(vocabulary):
        return ()
    events = []
    for match in _event_pattern(nouns).finditer(text):
        word, before = (
            " ".join(match[0].lower().split()),
            text[max(0, match.start() - 60) : match.start()],
        )
        family = _families().get(word, _OTHER_EVENTS)
        near = words_in(before)
        determined = None if _DETERMINERS.isdisjoint(near) else _DETERMINED.search(before)
        events.append(
            EventWord(
                span=Span(*match.span()),
                word=word,
                family=family,
                is_plural=word in _PLURALS or (word in nouns and word.endswith("ies")),
                is_definite=determined is not None,
                is_new=not _NEWNESS.isdisjoint(near) and _NEW.search(before) is not None,
                is_group=word in _PLURALS and _GROUP.search(before) is not None,
                modifiers=determined["modifiers"] if determined else "",
            )
        )
    return tuple(events)


@cache
def _families() -> dict[str, str]:
    single = {word: family for family, words in _EVENT_WORDS.items() for word in words.split()}
    return single | IDIOMS


def _event_words(nouns: frozenset[str]) -> frozenset[str]:
    return frozenset(_families()) | (nouns - _COMPANIONS)


@cache
def first_event_words(nouns: frozenset[str]) -> frozenset[str]:
    """Return words of which a text with an event word holds one; `nouns` as for `find_events`."""
    single = _event_words(nouns).difference(IDIOMS)
    return first_words((*single, *_AFTER_TO)) | longest_words(IDIOMS)


@cache
def _event_pattern(nouns: frozenset[str]) -> re.Pattern[str]:
    alternatives = alternation(_event_words(nouns))
    # "to deal with" and "a great deal of" are no agreements.
    return re.compile(
        rf"(?<![\w-])(?<!\bto\s)(?<!\bgreat\s)(?:{alternatives})(?![\w-])"
        rf"|(?<=\bto\s)(?:{alternation(_AFTER_TO)})(?![\w-])",
        re.IGNORECASE,
    )


# Verbs of speech before a date: the date is the statement's, not the meeting's.
SPEECH_BEFORE_DATE: Final = re.compile(
    r"\b(?:said|says|told|wrote|announced|argued|declared|warned|stated|claimed|remarked|added)"
    r"\s+(?:[\w.’']+\s+){0,3}(?:in|on)?\s*(?:the\s+)?$",
    re.IGNORECASE,
)
DELEGATES: Final = re.compile(
    r"\b(?:delegations?|delegates?|envoys?|negotiators?)\b", re.IGNORECASE
)
# Nouns of one in a series.
SERIES_NOUNS: Final = (
    r"(?:meetings?|rounds?|sessions?|sittings?|talks|gatherings?|summits?|conferences?"
    r"|consultations|negotiations|editions?)"
)
IN_SERIES: Final = frozenset(
    (
        "meeting", "meetings", "round", "rounds", "session", "sessions", "sitting", "sittings",
        "talks", "gathering", "gatherings", "summit", "summits", "conference", "conferences",
        "consultations", "negotiations", "edition", "editions",
    )
)  # fmt: skip
# Words that say of people that they came together, though not for what.
CONVENING: Final = frozenset(
    (
        "sat", "gathered", "convened", "assembled", "conferred", "reconvened", "assembly",
        "encounter", "delegates", "delegations", "negotiators", "envoys", "diplomats", "emissaries",
        "representatives", "participants", "together", "session", "sitting", "sittings",
        "communiqué", "communique", "round", "rounds", "mediators", "parley", "congress",
        "colloquium",
    )
)  # fmt: skip
# Those who come together, beside a date with its year: "five ministers", "three of them".
SEVERAL: Final = re.compile(
    r"\b(?:two|three|four|five|six|seven|eight)\s+(?:of\s+(?:them|the|these|those)|states|countries"
    r"|republics|powers)\b|\b(?:ministers|presidents|heads\s+of\s+state)\b",
    re.IGNORECASE,
)
# Words of those who come, and of being received.
ATTENDING: Final = frozenset(
    (
        "delegation", "delegations", "delegates", "envoy", "envoys", "negotiators", "emissaries",
        "received", "hosted", "host", "ministers", "mediators", "diplomats", "table",
    )
)  # fmt: skip
# These two are for what stands before a name in lower case: they are asked of every name. With
# most of the last words they cannot fit, and looking for that is far cheaper.
_NEGATED_BEFORE: Final = re.compile(
    r"\b(?:not|rather\s+than|instead\s+of|unlike|neither|nor|without)\s+(?:in\s+|at\s+|to\s+)?"
    r"(?:the\s+)?$"
)
_GOVERNOR: Final = re.compile(
    r"\b(?P<preposition>in|at|to|from|through|across|near|into|inside|within|via|outside"
    r"|cross|crosses|crossed|crossing|traverse|traverses|traversing)\s+"
    r"(?:the\s+)?(?:neighbouring\s+|neighboring\s+|nearby\s+|northern\s+|southern\s+|eastern\s+"
    r"|western\s+|central\s+)?"
    r"(?:[\w’']+\s+capital(?:\s+city)?(?:\s+of)?,?\s+|(?:capital|city|town)\s+of\s+)?"
    r"(?:(?:[\w-]+\s+){0,2}(?:parts?|areas?|districts?|provinces?|regions?|valleys?|mountains?|highlands?|deserts?|territory|soil|republics?|countries|states"
    r"|north|south|east|west|corner)\s+of\s+"
    r"(?:the\s+)?(?:(?:north|south|east|west)ern\s+|central\s+)?)?$"
)
_LAST_OF_NEGATION: Final = frozenset(
    ("not", "than", "of", "unlike", "neither", "nor", "without", "in", "at", "to")
)
_LAST_OF_GOVERNOR: Final = frozenset(
    (
        "in", "at", "to", "from", "through", "across", "near", "into", "inside", "within", "via",
        "outside", "cross", "crosses", "crossed", "crossing", "traverse", "traverses",
        "traversing", "the", "neighbouring", "neighboring", "nearby", "northern", "southern",
        "eastern", "western", "central", "capital", "city", "of",
    )
)  # fmt: skip


def governor_in(before: str) -> str:
    """Return the preposition that governs a name, by the lower-case text before it; "" if none."""
    last = before.split()[-1:]
    if not last or last[0].rstrip(",") not in _LAST_OF_GOVERNOR:
        return ""
    match = _GOVERNOR.search(before)
    return match["preposition"] if match else ""


def is_negated(before: str) -> bool:
    """Tell whether the lower-case text before a name says that it is not meant."""
    last = before.split()[-1:]
    return bool(last) and last[0] in _LAST_OF_NEGATION and bool(_NEGATED_BEFORE.search(before))


LIST_SEPARATOR: Final = re.compile(r"\s*(?:,|,?\s+(?:and|or|&))\s+(?:the\s+)?", re.IGNORECASE)
HOST_ADJECTIVE: Final = re.compile(
    r"[-–\s](?:backed|hosted|brokered|sponsored|organi[sz]ed|mediated|convened)\s+(?:[\w-]+\s+){0,2}$",
    re.IGNORECASE,
)

BASE_NOUNS: Final = frozenset(
    (
        "base", "bases", "basing", "air base", "air bases", "airbase", "airbases", "garrison",
        "garrisons", "guard post", "guard posts", "military facility", "military facilities",
        "outpost", "outposts", "post",
    )
)  # fmt: skip
# What a manifest may call a base, but is one only with "military" or not at all.
NO_BASE_NOUNS: Final = frozenset(
    ("contingent", "division", "facility", "facilities", "military presence")
)
# "a support base" is no base.
NO_BASE_QUALIFIERS: Final = frozenset(
    (
        "support", "power", "tax", "industrial", "customer", "voter", "social", "resource",
        "mineral", "knowledge", "data", "fan", "economic", "manufacturing", "legal",
        "trading", "diplomatic",
    )
)  # fmt: skip
NO_BASE_BEFORE: Final = re.compile(rf"\b(?:{alternation(NO_BASE_QUALIFIERS)})\s+$", re.IGNORECASE)
# What follows says which one, or where: it is not the one of the sentence before.
# "Nurek, a quiet town with a bazaar": not the dam there.
TOWN_AFTER: Final = re.compile(r",\s+an?\s+(?:[\w-]+\s+){0,3}(?:town|city|village)\b")
PLACE_AFTER: Final = re.compile(r"\s+(?:of|in(?!\s+\d)|at|near|outside)\b")
DENIED_BEFORE: Final = re.compile(
    r"\b(?:no|not(?!\s+(?:only|just|merely))|never|without|denied|denies|deny|denying|refused|refuses|rejected|rejects"
    r"|ruled\s+out|rules\s+out|nor)\b(?:[^,.;:]|(?<=[A-Z])\.){0,50}$",
    re.IGNORECASE,
)
