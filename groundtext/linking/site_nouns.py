"""The words for what a site is, by class: an airfield has runways, a port has quays.

A noun speaks of a site only if the site is of that class by its kind, or by one of its names.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from groundtext.linking.vocabulary import NO_BASE_BEFORE, NO_BASE_QUALIFIERS
from groundtext.model import Span
from groundtext.words import alternation, first_words, words_in

if TYPE_CHECKING:
    from collections.abc import Iterable

    from groundtext.linking.reading import PassageReading

_MILITARY_CLASSES: Final = {
    "air": (
        "airbase airbases airfield airfields airport airports airstrip airstrips aerodrome hangar "
        "hangars runway runways tarmac squadron squadrons"
    ),
    "watch": "radar radars domes telescopes antennas antennae",
    "range": "range ranges",
    "launch": "cosmodrome spaceport launchpad launchpads",
    "naval": "harbour harbor",
    "ground": "brigade brigades battalion battalions regiment regiments",
}
# A site is of a class if its kind or a name of it holds one of these.
_MARKS: Final = {
    "air": "air airbase airfield airport ab transit",
    "watch": "radar surveillance optical tracking communications seismic",
    "range": "range",
    "launch": "cosmodrome",
    "naval": "naval",
    "ground": "ground garrison",
}
# Any military site has these; and people in uniform or with papers may be at one.
_MILITARY: Final = frozenset(
    (
        "base", "bases", "garrison", "garrisons", "contingent", "contingents", "detachment",
        "detachments", "camp", "camps", "barracks", "outpost", "outposts", "hub", "stationed",
        "quartered", "prt", "prts", "installation", "installations", "cantonment",
        "cantonments",
    )
)  # fmt: skip
# Not a site, but those who are at one.
UNITS: Final = frozenset(
    (
        "contingent", "contingents", "detachment", "detachments", "stationed", "quartered",
        "regiment", "regiments", "squadron", "squadrons", "brigade", "brigades", "battalion",
        "battalions",
    )
)  # fmt: skip
# Other things are called by these too: a police station, a party's headquarters, a city hospital.
_SHARED: Final = frozenset(
    (
        "station", "stations", "headquarters", "facility", "facilities", "hospital", "division",
        "complex", "compound", "field", "strip", "centre", "center",
    )
)  # fmt: skip
_FORCES: Final = frozenset(
    (
        "troops", "forces", "soldiers", "aircraft", "jets", "fighters", "planes", "helicopters",
        "military", "airmen", "deployed", "deploy", "deployment", "flew", "fly", "flights", "flown",
        "servicemen", "personnel", "missions", "team", "teams", "emptied", "evacuated", "vacated",
        "withdrew", "withdrawn", "handed", "closed", "shut", "warplanes", "bombers", "drones",
        "airlift", "tankers", "gunships", "sorties", "marines", "pilots",
        "tenant", "tenants",
    )
)  # fmt: skip
_CIVIL_CLASSES: Final = {
    "port": (
        "port ports harbour harbours harbor harbors quay quays quayside berth berths dock docks "
        "dockers dockworkers wharf wharves anchorage terminal gantry gantries loaded loading "
        "unloaded reloaded sailings demurrage"
    ),
    "dam": "dam dams barrage barrages spillway",
    "mine": "mine mines pit pits diggings",
    "crossing": "crossing crossings post posts",
    "airport": "airport airports airfield airfields runway runways hangar hangars terminal",
}
_ARMED: Final = frozenset(
    (
        "base", "air", "airfield", "military", "naval", "navy", "army", "garrison", "camp",
        "barracks", "detachment", "contingent", "outpost", "radar", "cosmodrome", "range",
        "missile", "surveillance", "communications", "seismic", "reconstruction", "fort",
        "installation", "headquarters", "facility", "division", "access", "basing",
    )
)  # fmt: skip
_AIRBORNE: Final = frozenset(
    ("aircraft", "jets", "planes", "helicopters", "warplanes", "bombers", "drones", "sorties")
)
_CARGO: Final = frozenset(("loaded", "loading", "unloaded", "reloaded"))
# What makes a place to watch from of a station or a post.
_WATCHING: Final = re.compile(
    r"\b(?:optical|radar|tracking|listening|monitoring|surveillance|warning|seismic)[\s-]+$",
    re.IGNORECASE,
)
_LANDING: Final = re.compile(r"\b(?:desert|landing|dirt|gravel)[\s-]+$", re.IGNORECASE)
_WATCHED: Final = frozenset(("station", "stations", "complex", "facility", "post", "site"))
# "No base": there is none. Who does not want to see one closed speaks of one that is there.
# Without one of them before a noun, neither it nor `NO_BASE_BEFORE` fits.
_NO_SITE_BEFORE: Final = NO_BASE_QUALIFIERS | {"no", "without", "nor", "neither"}
_NONE: Final = re.compile(r"\b(?:no|without|nor|neither)\s+(?:[\w.-]+\s+){0,3}$", re.IGNORECASE)
# "a camp bed", "a field hospital", "the port city of Aden": the word says what another thing is.
_PART: Final = re.compile(
    r"[\s-]+(?:beds?|cots?|chairs?|stoves?|fires?|hospitals?|city|town|wagons?|commanders?\s+in)\b",
    re.IGNORECASE,
)
_PLURALS: Final = (("ies", "y"), ("s", ""))


# "with snow on the runway": a scene, and nothing that anybody runs.
_SCENE: Final = re.compile(
    r"\b(?:snow|rain|fog|ice|dust|mist)\s+(?:on|over)\s+the\s+$", re.IGNORECASE
)
# "the base of the movement" is no site.
_FIGURE: Final = re.compile(
    r"(?<=\bbase)\s+of\s+(?:the\s+|an?\s+|its\s+)?(?:[\w-]+\s+)?(?:movement|economy|power|party|support"
    r"|wealth|insurgency|mountains?|hills?|deals?|agreements?|arguments?|polic(?:y|ies))\b",
    re.IGNORECASE,
)


class SiteNoun(NamedTuple):
    """One word of a passage that tells of a site; its span counts from the passage."""

    span: Span
    text: str  # lower case
    weight: str  # strong | shared | weak
    of: frozenset[str]  # classes; empty for what any military site has


class SiteKind(NamedTuple):
    """What a site is, as far as nouns can tell."""

    is_military: bool
    classes: frozenset[str]
    words: frozenset[str]  # of its kind and its names, in lower case
    nouns: frozenset[str]  # of a civil site: what it and its parts are called

    def fits(self, noun: SiteNoun) -> bool:
        """Tell whether a noun can speak of such a site."""
        if not self.is_military:
            return noun.text in self.nouns
        if not noun.of.isdisjoint(self.classes) or not noun.of:
            return True
        if noun.of == {"naval base"}:
            return "naval" in self.classes
        # A base of no special kind may have a runway; a place to watch from has none.
        if noun.of == {"air"}:
            return self.classes <= {"naval"}
        return noun.of == {"naval"} and not self.classes

    def is_called(self, noun: SiteNoun) -> bool:
        """Tell whether a noun is in the kind or in a name of the site."""
        return noun.text in self.words or singular(noun.text) in self.words


def site_kind(kind: str, names: Iterable[str]) -> SiteKind:
    """Return what a site is, from its kind and its names."""
    of_kind = words_in(kind)
    words = of_kind.union(*map(words_in, names))
    head = kind.lower().rpartition(" ")[2]
    head = "port" if head in ("seaport", "harbour", "harbor") else head
    is_military = not of_kind or not of_kind.isdisjoint(_ARMED)
    classes = {name for name, marks in _MARKS.items() if not words.isdisjoint(marks.split())}
    nouns = _CIVIL_CLASSES.get(head, f"{head} {head}s").split()
    return SiteKind(is_military, frozenset(classes), words, frozenset(nouns))


def singular(noun: str) -> str:
    """Return the singular of a regular plural, any other word as it is."""
    for ending, instead in _PLURALS:
        if noun.endswith(ending):
            return noun.removesuffix(ending) + instead
    return noun


class SiteNouns:
    """Finds the nouns that tell of the sites of some layers."""

    def __init__(self, kinds: Iterable[SiteKind]) -> None:
        civil = frozenset(
            noun for kind in kinds if not kind.is_military for noun in kind.nouns if noun
        )
        strong: dict[str, set[str]] = {noun: set() for noun in _MILITARY}
        for name, nouns in _MILITARY_CLASSES.items():
            for noun in nouns.split():
                strong.setdefault(noun, set()).add(name)
        strong["launch pad"] = strong["launch pads"] = strong["launch site"] = {"launch"}
        self._of = {noun: frozenset(classes) for noun, classes in strong.items()}
        for noun in civil.difference(strong):
            self._of[noun] = frozenset(("civil",))
        self._weights = {
            **dict.fromkeys(_FORCES, "weak"),
            **dict.fromkeys(_SHARED, "shared"),
            **dict.fromkeys(self._of, "strong"),
        }
        self.first = first_words(self._weights)
        self._pattern = re.compile(
            rf"(?<![\w-])(?:{alternation(self._weights)})(?!\w)", re.IGNORECASE
        )

    def find(self, reading: PassageReading) -> list[SiteNoun]:
        """Return the nouns of a passage that tell of a site, in order."""
        if self.first.isdisjoint(reading.vocabulary):
            return []
        found = []
        is_airborne = not _AIRBORNE.isdisjoint(reading.vocabulary)
        for match in self._pattern.finditer(reading.text):
            if is_airborne and match[0].lower() in _CARGO:
                continue  # from an aircraft, at no port
            before = reading.text[max(0, match.start() - 60) : match.start()]
            if not _NO_SITE_BEFORE.isdisjoint(words_in(before)) and (
                NO_BASE_BEFORE.search(before) or _NONE.search(before)
            ):
                continue
            if not (
                _SCENE.search(before)
                or _PART.match(reading.text, match.end())
                or _FIGURE.match(reading.text, match.end())
            ):
                found.append(self._noun(match, before))
        return found

    def _noun(self, match: re.Match[str], before: str) -> SiteNoun:
        text = " ".join(match[0].lower().split())
        weight, of = self._weights[text], self._of.get(text, frozenset[str]())
        if text in _WATCHED and _WATCHING.search(before):
            weight, of = "strong", frozenset(("watch",))
        elif text == "strip" and _LANDING.search(before):
            weight, of = "strong", frozenset(("air",))
        elif text in _AIRBORNE:
            of = frozenset(("air",))
        elif text in ("base", "bases") and before.lower().endswith("naval "):
            of = frozenset(("naval base",))
        return SiteNoun(Span(*match.span()), text, weight, of)
