"""Bases by the place that they are at: "fighter aircraft at Kant", "the air base outside Bishkek".

A town is no base. It takes a noun of the base's kind, or people of the base's operator, or both;
and where several bases are at one place, something that tells them apart.
"""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING, Final, NamedTuple

from groundtext.geodesy import is_within_m
from groundtext.linking.around import Around
from groundtext.linking.found import Found, Thread
from groundtext.linking.noun_reach import (
    DEEDS,
    described_by,
    is_elsewhere,
    is_of_other,
    nearest_noun,
    told_best,
    was_met_at,
)
from groundtext.linking.presence import may_be_used, people_at, user_of
from groundtext.linking.reading import gap
from groundtext.linking.standpoints import OwnPlaces, Standpoint, standpoints
from groundtext.linking.vocabulary import LIST_SEPARATOR, TOWN_AFTER
from groundtext.words import words_in

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from groundtext.linking.base_index import Base
    from groundtext.linking.reading import Name, PassageReading
    from groundtext.linking.site_nouns import SiteNoun
    from groundtext.model import LonLat, Mention, Span

_BESIDE: Final = 28  # "runway at Ayni", "the air base outside Bishkek"
_OPENING: Final = 4  # code points before the first word of an entry
_ENOUGH: Final = 2.5  # points
_SHORTEST_WORD: Final = 5  # letters of a word that can tell a base from others
_MARGIN: Final = 0.4
_TRAVEL: Final = DEEDS - {"handed"} | {"airport", "airports", "planes", "aircraft"}
_ONE: Final = re.compile(r"\b(?:ones?|another|the\s+other)\s+(?:at|in|near|outside)\s+$")
_THE_ONE: Final = re.compile(r"\bthe\s+ones?\s+(?:at|in|near|outside)\s+$", re.IGNORECASE)
_AT: Final = frozenset(("at", "from", "to", "into"))


class _Context(NamedTuple):
    """What a passage offers to tell which base a place stands for."""

    reading: PassageReading
    thread: Thread
    nouns: Sequence[SiteNoun]
    areas: Sequence[Span]  # names that are an area's here: "the provinces of Helmand and Kandahar"
    bases: Sequence[Span]  # names of bases
    has_bases: bool  # whether the passage, or those just before it, are about bases


class StationRules:
    """Finds the base that a passage means by where it is."""

    def __init__(self, bases: Mapping[str, Base]) -> None:
        self._bases = {base.id: base for base in bases.values() if not base.is_country_wide}
        self._own = OwnPlaces(self._bases.values())
        self.own_words = self._own.first_words  # of the places that only bases' names know
        self._words = _telling_words(self._bases.values())
        self._around = Around(self._bases.values(), _is_at)

    def find(
        self,
        reading: PassageReading,
        thread: Thread,
        mentions: Sequence[Mention],
        named: Sequence[Found],
        nouns: Sequence[SiteNoun],
    ) -> list[Found]:
        """Return the base at each place of the passage that is spoken of as one.

        `named` is what the passage names: a name may be an area's that shares it with a town.
        """
        if not self._bases:
            return []
        taken = [span for one in named if one.target_id not in self._bases for span in one.matches]
        whole = [span for one in named if one.target_id in self._bases for span in one.matches]
        is_spoken = bool(nouns or whole or thread.has_bases or self._own.may_be_in(reading))
        if not (is_spoken or may_be_used(reading)):
            return []
        context = _Context(reading, thread, nouns, taken, whole, thread.has_bases or bool(whole))
        found = []
        for place in standpoints(reading, thread, mentions, self._bases, nouns, self._own):
            near = self._near(place, context)
            chosen = _choose(near, place, context) if near else None
            if chosen and not (place.is_before and self._is_left(chosen, context)):
                found.append(chosen)
        return told_best(found, nouns) if len(found) > 1 else found

    def _is_left(self, chosen: Found, context: _Context) -> bool:
        """Tell whether "the camp" goes back to another base than the one at the town named last."""
        recent = context.thread.lately() & self._bases.keys()
        span, actors = chosen.matches[0], context.reading.actors()
        if not self._bases[chosen.target_id].operators.isdisjoint(actors):
            recent = {each for each in recent if self._bases[each].operators & actors}
        return chosen.target_id not in recent and any(
            self._bases[each].site.fits(noun)
            for noun in context.nouns
            if noun.span == span
            for each in recent
        )

    def _near(self, place: Standpoint, context: _Context) -> list[Base]:
        """Return the bases at a place, named after it, or at a namesake if who runs them acts."""
        position, here = place.name.position, place.base_ids
        if position is not None:
            here = here.union(base.id for base in self._around.at(position))
        near = [base for base in self._bases.values() if base.id in here]
        part = self._words.get(place.name.text.lower())
        if part is not None and part not in near:
            near.append(part)
        if context.nouns and place.namesakes:
            actors = context.reading.actors()
            near += [
                base
                for base in self._bases.values()
                if not base.operators.isdisjoint(actors)
                and base not in near
                and any(_is_at(base, each) for each in place.namesakes)
            ]
        return near


def _telling_words(bases: Iterable[Base]) -> dict[str, Base]:
    """Return the bases that have a word of their names to themselves, by that word."""
    of: dict[str, list[Base]] = defaultdict(list)
    for base in bases:
        for word in words_in(base.name):
            if len(word) >= _SHORTEST_WORD:
                of[word].append(base)
    return {word: each[0] for word, each in of.items() if len(each) == 1}


def _is_here(base: Base, place: Standpoint) -> bool:
    position = place.name.position
    return base.id in place.base_ids or (position is not None and _is_at(base, position))


def _is_at(base: Base, position: LonLat) -> bool:
    return is_within_m(base.position, position, base.reach_m)


def _choose(bases: Sequence[Base], place: Standpoint, context: _Context) -> Found | None:
    people = people_at(place.name, context.reading) or user_of(place.name, context.reading)
    is_area = any(place.name.span.overlaps(span) for span in context.areas)
    claims = []
    for base in bases:
        fitting = (
            noun
            for noun in context.nouns
            if base.site.fits(noun)
            and not is_elsewhere(noun, base.country, context.reading)
            and not is_of_other(noun, place.name, context.reading)
        )
        noun = nearest_noun(
            place.name, fitting, context.reading.text, is_only=place.is_only(base.id)
        )
        if noun and noun.weight == "weak" and was_met_at(place.name, context.reading):
            continue
        is_bare = noun is None and people is None
        if is_bare and not _is_known(base, place, context):
            continue
        is_doubtful = is_area or not _is_here(base, place)
        if is_doubtful and not (noun and _is_its(base, noun, context.reading)):
            continue
        points = _points(base, place, noun, context, bases)
        is_theirs = people is not None and people.actors[0] in base.operators
        points += 0.7 * (is_theirs and (noun is None or noun.weight == "weak"))
        claims.append((points, base.id, base, noun))
    if not claims:
        return None
    claims.sort(key=lambda claim: claim[:2], reverse=True)
    points, _, base, noun = claims[0]
    if points < _ENOUGH or (len(claims) > 1 and points - claims[1][0] < _MARGIN):
        why = f"{_ENOUGH} would be enough" if points < _ENOUGH else "another has nearly as much"
        for own, _, each, _ in claims if context.reading.rejected is not None else ():
            about, said = (
                f"‘{place.name.text}’ as {each.name}",
                f"{own:.1f} points for it; {why}",
            )
            context.reading.reject(place.name.span, about, said, each.id)
        return None
    return _found(base, place, noun, people, context.reading)


def _is_known(base: Base, place: Standpoint, context: _Context) -> bool:
    """Tell whether the name of a place means its base without a noun, where bases are spoken of.

    "Ayni has a new fence": a small town known for its base, or one that stands beside another's.
    """
    text, span = context.reading.text, place.name.span
    if TOWN_AFTER.match(text, span.end):
        return False
    if place.is_only(base.id):
        is_its = place.is_own and not base.operators.isdisjoint(context.reading.actors())
        before = text[max(0, span.start - 16) : span.start]
        return context.has_bases or is_its or _ONE.search(before) is not None
    before = text[max(0, span.start - 20) : span.start]
    if context.has_bases and place.has_name_of(base) and _THE_ONE.search(before):
        return True
    is_run = not base.operators.isdisjoint(context.reading.actors())
    return (
        is_run
        and base.id in place.base_ids
        and any(
            LIST_SEPARATOR.fullmatch(text[min(span.end, other.end) : max(span.start, other.start)])
            for other in context.bases
        )
    )


def _is_its(base: Base, noun: SiteNoun, reading: PassageReading) -> bool:
    """Tell whether a noun says what a base is, beside a word of who runs it."""
    says_kind = noun.weight != "weak" or base.site.is_called(noun)
    return says_kind and not base.operators.isdisjoint(reading.actors())


def _points(
    base: Base,
    place: Standpoint,
    noun: SiteNoun | None,
    context: _Context,
    rivals: Sequence[Base],
) -> float:
    """Return how much speaks for a base: its operator, its kind, its name, and what came before."""
    reading, thread, name = context.reading, context.thread, place.name
    actors = {
        actor
        for other in reading.names
        if not other.span.overlaps(name.span)
        for actor in other.actors
    }
    alike = [each for each in rivals if each.site.is_military == base.site.is_military]
    points = 1.0 if len(alike) == 1 else 0.0
    is_named = place.has_name_of(base)
    # "Kant (since 2003) …": an entry of a list of bases.
    listed = is_named and name.span.start <= _OPENING and thread.has_bases
    known = _is_known(base, place, context)
    points += 0.6 * is_named + 0.9 * (listed or known)
    if base.operators & actors and not (noun is not None and _is_stretch(name, reading)):
        points += 1.5
    elif not (listed or known or _speaks_of(base, place, noun, context)):
        return 0.0  # soldiers in a town make no base of it
    elif base.operators & {actor for rival in rivals for actor in rival.operators} & thread.actors:
        points += 0.8
    if noun is not None:
        points += _noun_points(base, name, noun, reading)
        points += 0.5 * (len(rivals) > 1 and _alone_called(base, noun, rivals))
        points += 0.5 * (is_named and sum(map(place.has_name_of, rivals)) == 1 < len(rivals))
    return points + 0.4 * (base.id in thread.seen)


def _speaks_of(base: Base, place: Standpoint, noun: SiteNoun | None, context: _Context) -> bool:
    """Tell whether a noun makes a site of a place without a word of who runs it."""
    if noun is None or _is_stretch(place.name, context.reading):
        return False
    if base.site.is_military and noun.of == {"naval"}:
        return False  # a harbour is a port's, if no navy is spoken of
    if noun.weight == "strong" or base.site.is_called(noun):
        # Everybody flies from an airport.
        return noun.text not in ("airport", "airports") or _is_of_soldiers(context)
    is_named = place.has_name_of(base)
    if noun.weight == "weak":
        # "Warplanes at Kant"; "flights from Jacobabad", after a word of the Americans.
        is_airborne = bool(noun.of) and place.name.governor in _AT and place.is_only(base.id)
        return is_airborne or (is_named and not base.operators.isdisjoint(context.thread.actors))
    return is_named and context.has_bases


def _is_stretch(name: Name, reading: PassageReading) -> bool:
    """Tell whether a place is an end of a stretch of country: "from Kunduz to the Pamirs"."""
    after = reading.text[name.span.end : name.span.end + 4]
    return name.governor == "from" and after == " to "


def _is_of_soldiers(context: _Context) -> bool:
    """Tell whether a passage is about bases, or names soldiers or what is theirs."""
    return context.has_bases or any(
        noun.weight != "shared" and noun.text not in _TRAVEL for noun in context.nouns
    )


def _noun_points(base: Base, place: Name, noun: SiteNoun, reading: PassageReading) -> float:
    """Return how much a noun speaks for a base: whose it is, how near, and of which kind."""
    beside = described_by(noun, place, reading)
    points = 0.0
    if beside:
        points += 1.2 if base.operators & beside else -1.2
    points += 0.4 if noun.weight == "weak" else 1.0
    points += 0.6 * (gap(place.span, noun.span) <= _BESIDE)
    return points + 0.5 * base.site.is_called(noun)


def _alone_called(base: Base, noun: SiteNoun, rivals: Sequence[Base]) -> bool:
    """Tell whether a noun of a class is one base's only, of those at a place: its "airport"."""
    return bool(noun.of) and all(each.site.is_called(noun) == (each is base) for each in rivals)


def _found(
    base: Base,
    place: Standpoint,
    noun: SiteNoun | None,
    people: Name | None,
    reading: PassageReading,
) -> Found:
    words = [f"‘{reading.words(noun.span)}’"] if noun else []
    words += [f"‘{people.text}’"] if people and not noun else []
    words += [place.words]
    spans = {place.name.span, *([noun.span] if noun else []), *([people.span] if people else [])}
    return Found(
        target_id=base.id,
        score=0.7,
        reason=f"{' + '.join(words)}: {base.name} is there",
        method="base-at-place",
        matches=tuple(sorted(spans)),
    )
