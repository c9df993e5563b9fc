"""Bases by the province or lake that they lie in: "the camp in the Helmand desert".

A province holds many camps. It takes a noun that only one site there fits, and a word of who runs
it where the noun is one that any army's or police's place is called by.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from shapely.geometry import Point

from groundtext.geodesy import is_within_m
from groundtext.linking.found import Found
from groundtext.linking.vocabulary import DENIED_BEFORE
from groundtext.model import Span

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from shapely.geometry.base import BaseGeometry

    from groundtext.linking.base_index import Base
    from groundtext.linking.reading import PassageReading
    from groundtext.linking.site_nouns import SiteNoun
    from groundtext.model import Feature, Mention, Place

_REACH: Final = 60  # code points between a noun and the area
_LAKE_M: Final = 100_000.0  # from the middle of a lake of which no more is known
_NOT_AREAS: Final = frozenset(("country", "settlement", "former-country", "continent"))
# "the camp in the desert of …", "the torpedo range on …", "the old British airfield in northern …"
_IN: Final = re.compile(
    r"(?:\s+[\w-]+){0,2}\s+(?:in|on|at|of|beside|by|near)\s+(?:the\s+)?(?:[\w-]+\s+){0,2}"
    r"(?:of\s+)?(?:the\s+)?",
    re.IGNORECASE,
)
# The army's or the police's own places are nobody's bases abroad.
_OTHERS: Final = re.compile(
    r"\b(?:army|police|border|militant|insurgent|terrorist|taliban|training|refugee|labou?r"
    r"|prison|transit)\s+(?:[\w-]+\s+)?$",
    re.IGNORECASE,
)


class _Area(NamedTuple):
    span: Span
    text: str
    place: Place


class LocalityRules:
    """Finds the base that is meant by what it is and the area in which it lies."""

    def __init__(self, bases: Mapping[str, Base], areas: Sequence[Feature]) -> None:
        self._bases = tuple(base for base in bases.values() if not base.is_country_wide)
        self._areas: dict[str, BaseGeometry] = {area.id: area.geometry for area in areas}
        self._inside: dict[str, tuple[Base, ...]] = {}  # by area, as they are asked for

    def find(
        self, reading: PassageReading, mentions: Sequence[Mention], nouns: Sequence[SiteNoun]
    ) -> list[Found]:
        """Return the base in each area of the passage that a noun before it describes."""
        if not nouns:
            return []
        found = []
        for area in _areas(reading, mentions, self._areas):
            for noun in nouns:
                between = reading.text[noun.span.end : max(area.span.start, noun.span.end)]
                if noun.span.end > area.span.start or len(between) > _REACH:
                    continue
                if noun.weight == "weak" or not _IN.fullmatch(between):
                    continue
                base = self._meant(noun, area, reading)
                if base and (noun.weight == "strong" or base.site.is_called(noun)):
                    found.append(_found(base, noun, area, reading))
        return found

    def _meant(self, noun: SiteNoun, area: _Area, reading: PassageReading) -> Base | None:
        """Return the only site of the area that the noun and the actors of the passage fit."""
        before = reading.text[max(0, noun.span.start - 60) : noun.span.start]
        if _OTHERS.search(before) or DENIED_BEFORE.search(before):
            return None
        fitting = [base for base in self._within(area.place) if base.site.fits(noun)]
        actors = reading.actors()
        run = [base for base in fitting if not base.operators.isdisjoint(actors)]
        if run:
            return run[0] if len(run) == 1 else None
        is_telling = bool(noun.of) and noun.weight == "strong"
        return fitting[0] if len(fitting) == 1 and is_telling else None

    def _within(self, place: Place) -> tuple[Base, ...]:
        if place.id not in self._inside:
            self._inside[place.id] = tuple(
                base for base in self._bases if self._lies_in(base, place)
            )
        return self._inside[place.id]

    def _lies_in(self, base: Base, place: Place) -> bool:
        geometry = self._areas.get(place.feature_id)
        if geometry is not None:
            return bool(geometry.covers(Point(base.position)))
        if place.kind == "lake" and place.bbox is None and place.position is not None:
            return is_within_m(base.position, place.position, _LAKE_M)
        if place.bbox is None or (place.country and place.country != base.country):
            return False
        west, south, east, north = place.bbox
        return west <= base.position.lon <= east and south <= base.position.lat <= north


def _areas(
    reading: PassageReading, mentions: Sequence[Mention], areas: Mapping[str, BaseGeometry]
) -> list[_Area]:
    start = reading.passage.span.start
    found = []
    for mention in mentions:
        first = mention.candidates[0].place.feature_id if mention.candidates else ""
        if first and first not in areas:
            continue  # a river that shares its name with a province
        place = next(
            (
                each.place
                for each in mention.candidates
                if each.place.feature_id in areas
                or (
                    (each.place.bbox is not None or each.place.kind == "lake")
                    and not each.place.feature_id
                    and each.place.kind not in _NOT_AREAS
                )
            ),
            None,
        )
        if place is not None and mention.kind == "place":
            span = Span(mention.span.start - start, mention.span.end - start)
            found.append(_Area(span, mention.text, place))
    return found


def _found(base: Base, noun: SiteNoun, area: _Area, reading: PassageReading) -> Found:
    return Found(
        target_id=base.id,
        score=0.65,
        reason=f"‘{reading.words(noun.span)}’ + area ‘{area.text}’: {base.name} is there",
        method="base-in-area",
        matches=(noun.span, area.span),
    )
