"""Which noun goes with a place, and who describes it: "the American air base near Bishkek"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from groundtext.linking.found import Found
    from groundtext.linking.reading import Name, PassageReading
    from groundtext.linking.site_nouns import SiteNoun

_REACH: Final = 90  # code points between a place and the noun that goes with it
_SHARED_REACH: Final = 50
_FAR: Final = 160  # between a town that is known for its base only, and a noun for that
_WEAKER: Final = {"strong": 0, "shared": 15, "weak": 30}  # counted as distance
_IN: Final = len(" in ")
# What is done with aircraft or a base, and is said of many a place.
DEEDS: Final = frozenset(("flew", "fly", "flights", "flown", "closed", "shut", "handed"))
_OF: Final = re.compile(r"\s+(?:of|at|in)\s+(?:the\s+)?")
_MET_AT: Final = re.compile(
    r"\b(?:concluded|signed|reached|struck|negotiated|agreed|met|talks|agreement|accord|deal|pact"
    r"|summit|meeting|conference|negotiations)\s+(?:in|at)\s+$",
    re.IGNORECASE,
)
_MET_REACH: Final = 30
_DESCRIBES: Final = re.compile(r"(?:[’']s)?\s+(?:[a-z-]+\s+){0,2}")


def nearest_noun(
    place: Name, nouns: Iterable[SiteNoun], text: str, *, is_only: bool
) -> SiteNoun | None:
    """Return the noun that goes with a place; it may be far off if a base is all that is there.

    A semicolon parts what is said of two places, but not a runway from its town.
    """
    near = []
    for noun in nouns:
        is_strong = noun.weight == "strong"
        reach = _SHARED_REACH if noun.weight == "shared" else _REACH
        between = text[min(place.span.end, noun.span.end) : max(place.span.start, noun.span.start)]
        if len(between) > (_FAR if is_only and is_strong else reach):
            continue
        if is_strong or ";" not in between:
            weaker = _FAR if is_only and noun.weight == "weak" else _WEAKER[noun.weight]
            near.append((len(between) + weaker, noun.span, noun))
    return min(near, key=lambda each: each[:2])[2] if near else None


def is_of_other(noun: SiteNoun, place: Name, reading: PassageReading) -> bool:
    """Tell whether a noun belongs to another town: "the airport of Osh, from which … Bishkek"."""
    # "The bases at Osh and Bishkek" are at both.
    of = None if noun.text.endswith("s") else _OF.match(reading.text, noun.span.end)
    return of is not None and any(
        name.span.start == of.end() and name.form == "settlement" and name.span != place.span
        for name in reading.names
    )


def was_met_at(place: Name, reading: PassageReading) -> bool:
    """Tell whether a place is only where something was agreed: "the accord signed in Osh"."""
    start = place.span.start
    return _MET_AT.search(reading.text, max(0, start - _MET_REACH), start) is not None


def is_elsewhere(noun: SiteNoun, country: str, reading: PassageReading) -> bool:
    """Tell whether a noun has another country beside it: "the base in Chad", near Bishkek."""
    end = noun.span.end
    return any(
        name.form == "state"
        and name.governor == "in"
        and 0 < name.span.start - end <= _IN
        and country not in name.actors
        for name in reading.names
    )


def described_by(noun: SiteNoun, place: Name, reading: PassageReading) -> set[str]:
    """Return the actors that describe a noun, but for the place: "the American air base"."""
    return {
        actor
        for name in reading.names
        if noun.span.start - name.span.end >= 0
        and name.form != "capital"
        and name.actors
        and name.span != place.span
        and _DESCRIBES.fullmatch(reading.text[name.span.end : noun.span.start])
        for actor in name.actors
    }


def told_best(found: list[Found], nouns: Sequence[SiteNoun]) -> list[Found]:
    """Leave out what only flights or a closure tell, beside what is called a site.

    "The base at A, from which they used to fly to B" is about A.
    """
    weak = {noun.span for noun in nouns if noun.text in DEEDS}
    strong = {noun.span for noun in nouns if noun.weight == "strong"}
    if not any(strong.intersection(one.matches) for one in found):
        return found
    return [one for one in found if not weak.intersection(one.matches)]
