"""Place names beside right ones: whether they were found, and whether the place is right."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import groupby
from typing import TYPE_CHECKING, Final

from groundtext.evaluation.pairing import pair, touching
from groundtext.evaluation.tally import Mark, Miss, Scored, Wrong
from groundtext.geodesy import distance_m
from groundtext.model import Reading

if TYPE_CHECKING:
    from collections.abc import Collection as AnyCollection
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from groundtext.evaluation.gold import GoldMention
    from groundtext.model import DocumentId, Mention

NEAR_KM: Final = 20  # within a town and its surroundings
FAR_KM: Final = 161  # 100 miles: the field's usual bound
_KILOMETRE_M: Final = 1_000


@dataclass(frozen=True, slots=True)
class Paired:
    """The mentions of one document beside the right ones."""

    pairs: tuple[tuple[GoldMention, Mention], ...]
    missed: tuple[GoldMention, ...]  # that must be found
    spurious: tuple[Mention, ...]


def pair_mentions(
    gold: Iterable[GoldMention],
    mentions: Mapping[DocumentId, Sequence[Mention]],
    kinds: AnyCollection[str],
) -> tuple[Paired, ...]:
    """Put mentions beside the right mentions of the same document, one for one, best fit first.

    Mentions of other kinds are not looked at. Right mentions of other kinds, or inside the name of
    an organisation, are neutral: they need not be found, and what overlaps them is not spurious.
    Nor is a mention that the program itself reads as part of a name. Several answers about one
    span are one.
    """
    ordered = sorted(gold, key=lambda one: (one.document_id, one.span))
    return tuple(
        _pair(
            [_merged(same) for _, same in groupby(ones, key=lambda one: one.span)],
            [found for found in mentions.get(document_id, ()) if found.kind in kinds],
            kinds,
        )
        for document_id, ones in groupby(ordered, key=lambda one: one.document_id)
    )


def _merged(same: Iterable[GoldMention]) -> GoldMention:
    first, *others = same
    for other in others:
        first = replace(
            first,
            reading=first.reading or other.reading,
            is_placed=first.is_placed or other.is_placed,
            place_id=first.place_id or other.place_id,
            position=first.position or other.position,
        )
    return first


def _pair(
    gold: Sequence[GoldMention], mentions: Sequence[Mention], kinds: AnyCollection[str]
) -> Paired:
    spans = [mention.span for mention in mentions]
    pairs = pair([one.span for one in gold], spans)
    required = [index for index, one in enumerate(gold) if _is_required(one, kinds)]
    accounted = set(pairs.values())
    for one in gold:
        if not _is_required(one, kinds):
            accounted.update(touching(one.span, spans))
    return Paired(
        pairs=tuple((gold[n], mentions[pairs[n]]) for n in required if n in pairs),
        missed=tuple(gold[n] for n in required if n not in pairs),
        spurious=tuple(
            mention
            for index, mention in enumerate(mentions)
            if index not in accounted and mention.reading is not Reading.ORGANISATION
        ),
    )


def _is_required(one: GoldMention, kinds: AnyCollection[str]) -> bool:
    return one.reading is not Reading.ORGANISATION and one.kind in kinds


def score_recognition(paired: Iterable[Paired]) -> Scored:
    """Count the names found, by overlap and to the letter.

    Marks: `predicted`, `right` and `required`, `found` by overlap; `exact` where the spans are
    equal.
    """
    marks: list[Mark] = []
    wrong: list[Wrong] = []
    for document in paired:
        for one, mention in document.pairs:
            measures = ["predicted", "right", "required", "found"]
            if one.span == mention.span:
                measures.append("exact")
            else:
                wrong.append(_inexact(one, mention))
            marks += [Mark(one.document_id, one.span.start, measure) for measure in measures]
        for one in document.missed:
            marks.append(Mark(one.document_id, one.span.start, "required"))
            wrong.append(Wrong("missed", one.document_id, one.span, "a place's name", "no mention"))
        for mention in document.spurious:
            marks.append(Mark(mention.document_id, mention.span.start, "predicted"))
            wrong.append(_spurious(mention))
    return Scored(tuple(marks), tuple(wrong))


def _inexact(one: GoldMention, mention: Mention) -> Wrong:
    found = f"‘{mention.text}’ at {mention.span.start}-{mention.span.end}"
    return Wrong("inexact", one.document_id, one.span, "this span", found, mention.reason)


def _spurious(mention: Mention) -> Wrong:
    return Wrong(
        "wrong",
        mention.document_id,
        mention.span,
        "no place's name",
        _place_in_words(mention),
        mention.reason,
    )


def score_resolution(paired: Iterable[Paired]) -> Scored:
    """Compare the places of the names that were found, where the right place is known.

    The best candidate counts. It is right where its id is the right one, else by its geodesic
    distance from the right position; without a position it is nowhere near.

    Marks: `placed` for each such name, `located` where a distance is known, `near` and `far`
    within `NEAR_KM` and `FAR_KM`, `identified` where the right id is known, `same` where it was
    found. Misses hold the distances.
    """
    marks: list[Mark] = []
    wrong: list[Wrong] = []
    misses: list[Miss] = []
    for one, mention in _placed(paired):
        at = (one.document_id, one.span.start)
        km = error_km(one, mention)
        marks += [Mark(*at, measure) for measure in _resolution_measures(one, mention, km)]
        if km is not None:
            misses.append(Miss(*at, km))
        if km is None or km > NEAR_KM:
            wrong.append(_misplaced(one, mention, km))
    return Scored(tuple(marks), tuple(wrong), tuple(misses))


def score_end_to_end(paired: Iterable[Paired]) -> Scored:
    """Count the names that were found and put within `FAR_KM` of the right place.

    A mention without a position claims nothing. What stands where the right place is not known is
    neutral.

    Marks: `predicted` and `right` for mentions that claim a place, `required` and `found` for
    names whose place is known.
    """
    marks: list[Mark] = []
    for document in paired:
        for one, mention in document.pairs:
            if one.has_place:
                km = error_km(one, mention)
                is_right = km is not None and km <= FAR_KM
                measures = ["required"] + ["predicted"] * (is_right or _is_located(mention))
                measures += ["right", "found"] * is_right
                marks += [Mark(one.document_id, one.span.start, measure) for measure in measures]
        for one in document.missed:
            if one.has_place:
                marks.append(Mark(one.document_id, one.span.start, "required"))
        for mention in document.spurious:
            if _is_located(mention):
                marks.append(Mark(mention.document_id, mention.span.start, "predicted"))
    return Scored(tuple(marks), ())  # what is wrong is said by recognition and resolution


def error_km(one: GoldMention, mention: Mention) -> float | None:
    """Return how far a mention's place is from the right one in kilometres, if it can be told."""
    place = mention.place
    if place is None:
        return None
    if one.place_id and place.id == one.place_id:
        return 0.0
    if one.position is None or place.position is None:
        return None
    return distance_m(one.position, place.position) / _KILOMETRE_M


def _placed(paired: Iterable[Paired]) -> Iterator[tuple[GoldMention, Mention]]:
    for document in paired:
        for one, mention in document.pairs:
            if one.has_place:
                yield one, mention


def _resolution_measures(one: GoldMention, mention: Mention, km: float | None) -> Iterator[str]:
    yield "placed"
    if km is not None:
        yield "located"
        if km <= NEAR_KM:
            yield "near"
        if km <= FAR_KM:
            yield "far"
    if one.place_id:
        yield "identified"
        if mention.place is not None and mention.place.id == one.place_id:
            yield "same"


def _is_located(mention: Mention) -> bool:
    return mention.place is not None and mention.place.position is not None


def _misplaced(one: GoldMention, mention: Mention, km: float | None) -> Wrong:
    known = [one.place_id] if one.place_id else []
    if one.position is not None:
        known.append(f"{one.position.lon:.4f}, {one.position.lat:.4f}")
    found = _place_in_words(mention)
    if km is not None:
        found = f"{found}, {km:,.0f} km off"
    reason = mention.candidates[0].reason if mention.candidates else ""
    return Wrong("far", one.document_id, one.span, " at ".join(known), found, reason)


def _place_in_words(mention: Mention) -> str:
    place = mention.place
    if place is None:
        return "a name of no known place"
    country = f", {place.country}" if place.country else ""
    return f"{place.name} ({place.kind}{country}; {place.id})"
