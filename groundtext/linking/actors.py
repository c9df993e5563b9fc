"""Who acts and where: states, their demonyms, regions and organisations, as texts say them.

A state is written as its ISO 3166-1 alpha-2 code, any other actor as a lower-case word, so that a
feature's operator ("United States/NATO") and a passage ("American forces") can be compared.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Final, NamedTuple

from groundtext.linking.states import STATES
from groundtext.model import Span
from groundtext.words import alternation, longest_words

# Governments are also called by who leads them; only with "administration", "team" and the like.
_ADMINISTRATIONS: Final = {
    **dict.fromkeys(("Clinton", "Bush", "Obama", "Trump", "Biden"), "US"),
    **dict.fromkeys(("Yeltsin", "Putin", "Medvedev"), "RU"),
    **dict.fromkeys(("Karzai", "Ghani"), "AF"),
}

_ORGANISATIONS: Final = {
    "taliban": ("Taliban", "Taleban"),
    "nato": ("NATO", "North Atlantic Treaty Organization", "ISAF"),
    "csto": (
        "CSTO",
        "Collective Security Treaty Organization",
        "Collective Security Treaty Organisation",
        "Russian-led alliance",
        "Russian-led military alliance",
        "Russian-led security alliance",
        "Moscow-led alliance",
    ),
    "sco": ("SCO", "Shanghai Cooperation Organization", "Shanghai Cooperation Organisation"),
    "un": ("United Nations", "UN", "U.N."),
    "eu": ("European Union", "EU", "E.U."),
    "osce": ("OSCE",),
    "DE": ("Bundeswehr", "Luftwaffe"),
    "GB": ("Royal Air Force", "RAF", "Royal Marines", "Royal Navy"),
    "african-union": ("African Union",),
    "arab-league": ("Arab League",),
}

_REGIONS: Final = {
    ("KZ", "KG", "TJ", "TM", "UZ"): ("Central Asia", "Central Asian"),
    (
        *("AM", "AZ", "BY", "EE", "GE", "KG", "KZ", "LT", "LV", "MD", "RU", "TJ", "TM", "UA", "UZ"),
    ): (
        *("former Soviet republics", "former Soviet states", "ex-Soviet republics"),
        *("ex-Soviet states", "post-Soviet states", "post-Soviet republics", "post-Soviet space"),
    ),
    ("AF", "BD", "IN", "NP", "PK"): ("South Asia", "South Asian"),
    ("AM", "AZ", "GE"): ("South Caucasus", "Caucasus"),
    ("EE", "LT", "LV"): (
        "Baltic states",
        "Baltics",
        "Baltic ports",
        "Baltic harbours",
        "Baltic coast",
    ),
    ("AE", "BH", "KW", "OM", "QA", "SA"): ("Gulf states", "Persian Gulf"),
    ("DJ", "ER", "ET", "SO"): ("Horn of Africa",),
    ("BH", "EG", "IL", "IQ", "JO", "KW", "LB", "OM", "QA", "SA", "SY", "AE", "YE"): (
        "Middle East",
        "Middle Eastern",
    ),
    ("TD", "ML", "NE"): ("Sahel",),
}


class ActorName(NamedTuple):
    """One occurrence of a name that stands for a state, a region or an organisation."""

    span: Span
    actors: tuple[str, ...]  # one, or the states of a region
    form: str  # state | demonym | region | organisation
    text: str


def find_actors(text: str) -> tuple[ActorName, ...]:
    """Find the names of actors in a text, in order and disjoint; spans count from 0."""
    return tuple(
        ActorName(Span(*match.span("name")), *_lexicon()[_one_line(match["name"])], match["name"])
        for match in _pattern().finditer(text)
    )


def may_name_actors(vocabulary: frozenset[str]) -> bool:
    """Tell whether a text of these words, in lower case, can name any actor."""
    return not naming_words().isdisjoint(vocabulary)


def actors_in(text: str, *, codes: bool = False) -> frozenset[str]:
    """Return the actors that a text names; with `codes`, "RU" and "PK" count as names too."""
    found = {actor for name in find_actors(text) for actor in name.actors}
    if codes:
        known = [code for code in _CODE.findall(text) if code in _state_codes()]
        found.update(known if len(known) > 1 else ())  # one alone may be "TV"
    return frozenset(found)


def state_code(country: str) -> str:
    """Return the alpha-2 code of a country given by code or name; "" if it is not known."""
    if country.upper() in _state_codes():
        return country.upper()
    if country.upper() in _ALPHA_3:
        return _ALPHA_3[country.upper()]
    actors, form = _lexicon().get(country, ((), ""))
    return actors[0] if form == "state" else ""


def state_codes(countries: str) -> list[str]:
    """Return the codes of one country, or of several between commas, spaces or the like."""
    whole = state_code(countries)
    parts = [whole] if whole else map(state_code, re.split(r"[\s,;/–-]+", countries))
    return [code for code in parts if code]


_CODE: Final = re.compile(r"\b[A-Z]{2}\b")
# The alpha-3 codes that are not the alpha-2 code and a letter.
_ALPHA_3: Final = {
    "AFG": "AF", "ARE": "AE", "CHN": "CN", "DEU": "DE", "DJI": "DJ", "FRA": "FR", "GBR": "GB",
    "IND": "IN", "IRN": "IR", "KAZ": "KZ", "KGZ": "KG", "PAK": "PK", "QAT": "QA", "RUS": "RU",
    "TJK": "TJ", "TKM": "TM", "TUR": "TR", "USA": "US", "UZB": "UZ",
}  # fmt: skip


def _one_line(name: str) -> str:
    return " ".join(name.split())


@cache
def _lexicon() -> dict[str, tuple[tuple[str, ...], str]]:
    """Return what each name stands for, and its form."""
    lexicon: dict[str, tuple[tuple[str, ...], str]] = {}
    for state in STATES:
        lexicon.update(dict.fromkeys(state.names, ((state.code,), "state")))
        lexicon.update(dict.fromkeys(state.demonyms, ((state.code,), "demonym")))
    for actor, names_of_actor in _ORGANISATIONS.items():
        lexicon.update(dict.fromkeys(names_of_actor, ((actor,), "organisation")))
    for states, region_names in _REGIONS.items():
        lexicon.update(dict.fromkeys(region_names, (states, "region")))
    for leader, code in _ADMINISTRATIONS.items():
        for noun in ("administration", "team", "government"):
            lexicon[f"{leader} {noun}"] = ((code,), "organisation")
    return lexicon


@cache
def _state_codes() -> frozenset[str]:
    return frozenset(state.code for state in STATES)


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w.])(?P<name>{alternation(_lexicon())})(?!\w)")


@cache
def naming_words() -> frozenset[str]:
    """Return the longest word of each name: a text that names an actor holds one of them."""
    return longest_words(_lexicon())
