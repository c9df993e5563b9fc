"""Who acts and where: states, their demonyms, regions and organisations, as texts say them.

A state is written as its ISO 3166-1 alpha-2 code, any other actor as a lower-case word, so that a
feature's operator ("United States/NATO") and a passage ("American forces") can be compared.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Final, NamedTuple

from groundtext.model import Span
from groundtext.words import alternation, longest_words

# code|names|demonyms and adjectives; names as they stand in running text, case matters.
_STATES: Final = """
AE|United Arab Emirates,UAE,Emirates|Emirati,Emiratis
AF|Afghanistan|Afghan,Afghans
AL|Albania|Albanian,Albanians
AM|Armenia|Armenian,Armenians
AR|Argentina|Argentine,Argentinian
AT|Austria|Austrian,Austrians
AU|Australia|Australian,Australians
AZ|Azerbaijan|Azerbaijani,Azerbaijanis,Azeri
BA|Bosnia and Herzegovina,Bosnia|Bosnian,Bosnians
BD|Bangladesh|Bangladeshi
BE|Belgium|Belgian
BG|Bulgaria|Bulgarian
BH|Bahrain|Bahraini
BR|Brazil|Brazilian
BY|Belarus|Belarusian,Belarusians
CA|Canada|Canadian,Canadians
CH|Switzerland|Swiss
CL|Chile|Chilean
CN|China,People’s Republic of China,People's Republic of China|Chinese
CO|Colombia|Colombian
CU|Cuba|Cuban,Cubans
CY|Cyprus|Cypriot
CZ|Czech Republic,Czechia|Czech
DE|Germany|German,Germans
DJ|Djibouti|Djiboutian
DK|Denmark|Danish
DZ|Algeria|Algerian
EE|Estonia|Estonian
EG|Egypt|Egyptian,Egyptians
ER|Eritrea|Eritrean
ES|Spain|Spanish
ET|Ethiopia|Ethiopian
FI|Finland|Finnish
FR|France|French
GB|United Kingdom,UK,U.K.,Britain,Great Britain|British
GE|Georgia|Georgian,Georgians
GR|Greece|Greek
HR|Croatia|Croatian
HU|Hungary|Hungarian
ID|Indonesia|Indonesian
IE|Ireland|Irish
IL|Israel|Israeli,Israelis
IN|India|Indian,Indians
IQ|Iraq|Iraqi,Iraqis
IR|Iran|Iranian,Iranians
IT|Italy|Italian,Italians
JO|Jordan|Jordanian
JP|Japan|Japanese
KE|Kenya|Kenyan
KG|Kyrgyzstan,Kyrgyz Republic|Kyrgyz,Kyrgyzstani
KP|North Korea|North Korean
KR|South Korea|South Korean
KW|Kuwait|Kuwaiti
KZ|Kazakhstan|Kazakh,Kazakhs,Kazakhstani
LB|Lebanon|Lebanese
LT|Lithuania|Lithuanian
LV|Latvia|Latvian
LY|Libya|Libyan,Libyans
MA|Morocco|Moroccan
MD|Moldova|Moldovan
ML|Mali|Malian
MM|Myanmar,Burma|Burmese
MN|Mongolia|Mongolian
MX|Mexico|Mexican
MY|Malaysia|Malaysian
NE|Niger|Nigerien
NG|Nigeria|Nigerian
NL|Netherlands|Dutch
NO|Norway|Norwegian,Norwegians
NP|Nepal|Nepali,Nepalese
OM|Oman|Omani
PH|Philippines|Filipino,Philippine
PK|Pakistan|Pakistani,Pakistanis
PL|Poland|Polish
PS|Palestine|Palestinian,Palestinians
PT|Portugal|Portuguese
QA|Qatar|Qatari,Qataris
RO|Romania|Romanian
RS|Serbia|Serbian
RU|Russia,Russian Federation,Kremlin|Russian,Russians
SA|Saudi Arabia|Saudi,Saudis,Saudi Arabian
SD|Sudan|Sudanese
SE|Sweden|Swedish
SG|Singapore|Singaporean
SK|Slovakia|Slovak
SO|Somalia|Somali
SY|Syria|Syrian,Syrians
TD|Chad|Chadian
TH|Thailand|Thai
TJ|Tajikistan|Tajik,Tajikistani
TM|Turkmenistan|Turkmen
TN|Tunisia|Tunisian
TR|Turkey,Türkiye|Turkish
TW|Taiwan|Taiwanese
UA|Ukraine|Ukrainian,Ukrainians
US|United States,U.S.,US,USA,U.S.A.,America,White House,Pentagon|American,Americans
UZ|Uzbekistan|Uzbek,Uzbekistani
VE|Venezuela|Venezuelan
VN|Vietnam|Vietnamese
YE|Yemen|Yemeni
ZA|South Africa|South African
"""

# Governments are also called by who leads them; only with "administration", "team" and the like.
_ADMINISTRATIONS: Final = {
    **dict.fromkeys(("Clinton", "Bush", "Obama", "Trump", "Biden"), "US"),
    **dict.fromkeys(("Yeltsin", "Putin", "Medvedev"), "RU"),
    **dict.fromkeys(("Karzai", "Ghani"), "AF"),
}

_ORGANISATIONS: Final = {
    "taliban": ("Taliban", "Taleban"),
    "nato": ("NATO", "North Atlantic Treaty Organization", "ISAF"),
    "csto": ("CSTO", "Collective Security Treaty Organization"),
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
        found.update(code for code in _CODE.findall(text) if code in _state_codes())
    return frozenset(found)


def state_code(country: str) -> str:
    """Return the alpha-2 code of a country given by code or name; "" if it is not known."""
    if country.upper() in _state_codes():
        return country.upper()
    if country.upper() in _ALPHA_3:
        return _ALPHA_3[country.upper()]
    actors, form = _lexicon().get(country, ((), ""))
    return actors[0] if form == "state" else ""


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
    for line in _STATES.strip().splitlines():
        code, names, demonyms = line.split("|")
        lexicon.update(dict.fromkeys(names.split(","), ((code,), "state")))
        lexicon.update(dict.fromkeys(demonyms.split(","), ((code,), "demonym")))
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
    return frozenset(line.split("|")[0] for line in _STATES.strip().splitlines())


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w.])(?P<name>{alternation(_lexicon())})(?!\w)")


@cache
def naming_words() -> frozenset[str]:
    """Return the longest word of each name: a text that names an actor holds one of them."""
    return longest_words(_lexicon())
