"""Which features and groups, documents and places the operators of a query leave."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Final

import shapely
from shapely.geometry import Point, box

from groundtext.edtf import bounds, stretch
from groundtext.messages import message
from groundtext.model import LinkKind, Precision
from groundtext.search.marks import fold
from groundtext.workspace import features_below

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from shapely.geometry.base import BaseGeometry

    from groundtext.model import Collection, Feature, Place
    from groundtext.search.query import Query
    from groundtext.workspace import DocumentCard

_KINDS = frozenset(kind.value for kind in LinkKind)
_LEAST_SHARED: Final = 0.01  # of the smaller area: neighbours' borders are not drawn quite alike


@dataclass(frozen=True)
class Subject:
    """What a workspace is about."""

    features: Mapping[str, Feature]
    collections: Mapping[str, Collection]
    cards: Sequence[DocumentCard]
    places: Sequence[Place]
    country_in_words: Callable[[str], str]  # from codes separated by spaces

    def name(self, target_id: str) -> str:
        """Return the name of a feature or a group, empty for an unknown id."""
        named = self.features.get(target_id) or self.collections.get(target_id)
        return named.name if named else ""

    def countries(self, feature: Feature) -> list[str]:
        """Return the countries of a feature in words, one by one."""
        parts = feature.country.split()
        are_codes = all(len(part) == 2 and part.isupper() for part in parts)  # noqa: PLR2004  ISO 3166-1 alpha-2
        return [self.country_in_words(part) for part in (parts if are_codes else [feature.country])]

    def members(self, target_id: str) -> set[str]:
        """Return the ids of the features that a target stands for."""
        if target_id in self.features:
            return {target_id}
        return set(features_below(target_id, self.collections)) & self.features.keys()


def link_kinds(query: Query) -> frozenset[str] | None:
    """Return the kinds of evidence that are asked for, or None."""
    asked = {value.lower() for value in query.limits.get("kind", ())} & _KINDS
    return frozenset(asked) or None


def targets_left(query: Query, subject: Subject, notes: list[str]) -> frozenset[str] | None:
    """Return the ids of the features and groups that are left, or None where all are.

    A group is left if one of its members is.
    """
    tests = list(_tests(query, subject, notes))
    named = query.limits.get("feature")
    if not tests and not named:
        return None
    left = {
        id_ for id_, feature in subject.features.items() if all(test(feature) for test in tests)
    }
    left |= {group for group in subject.collections if subject.members(group) & left}
    if named:
        left &= {id_ for value in named for id_ in _about(value, subject, notes)}
    return frozenset(left)


def _tests(query: Query, subject: Subject, notes: list[str]) -> Iterable[Callable[[Feature], bool]]:
    readers: Mapping[str, Callable[[Feature], Sequence[str]]] = {
        "layer": lambda feature: [feature.layer_id],
        "kind": lambda feature: [feature.kind],
        "operator": lambda feature: [feature.operator],
        "country": subject.countries,
        "precision": lambda feature: [feature.precision.value],
    }
    for name, reader in readers.items():
        values = list(query.limits.get(name, ()))
        if name == "kind":
            values = [value for value in values if value.lower() not in _KINDS]
        if values:
            yield lambda feature, name=name, reader=reader, values=values: any(  # type: ignore[misc]
                _fits(query, (name, value), text) for value in values for text in reader(feature)
            )
    area = area_of(query, subject, notes)
    if area is not None:
        yield lambda feature: _lies_in(feature, area)
    since, until = period_of(query)
    if since != date.min or until != date.max:
        yield lambda feature: _overlaps(feature.valid_from, feature.valid_to, since, until)


def _fits(query: Query, limit: tuple[str, str], text: str) -> bool:
    """Tell whether a text is what a limit says: the whole of it where that stands in quotes."""
    wanted, known = fold(limit[1]), fold(text).replace('"', "")
    return wanted == known if limit in query.exact else wanted in known


def period_of(query: Query) -> tuple[date, date]:
    """Return the first and the last day that are asked for."""
    since = max((bounds(edtf)[0] for edtf in query.limits.get("from", ())), default=date.min)
    until = min((bounds(edtf)[1] for edtf in query.limits.get("to", ())), default=date.max)
    return since, until


def area_of(query: Query, subject: Subject, notes: list[str]) -> BaseGeometry | None:
    """Return the area that `in:` names, EPSG:4326, or None where it names none."""
    areas: list[BaseGeometry] = [box(*query.box)] if query.box else []
    for value in query.limits.get("in", ()):
        found = [
            subject.features[id_].geometry
            for target in _called(value, subject, [])
            for id_ in subject.members(target)
            if subject.features[id_].geometry.area > 0
        ]
        if not found:
            notes.append(message("query.no-area", name=value))
        areas += found or [Point()]
    return shapely.union_all(areas) if areas else None


def _lies_in(feature: Feature, area: BaseGeometry) -> bool:
    """Tell whether more of a feature lies in an area than a border that they share.

    Where only the country of something is known, it may be anywhere in that.
    """
    geometry = feature.geometry
    if feature.precision is Precision.COUNTRY or not geometry.intersects(area):
        return False
    if geometry.area == 0 or area.area == 0:
        return not geometry.touches(area)
    shared = geometry.intersection(area).area
    return bool(shared > _LEAST_SHARED * min(geometry.area, area.area))


def places_in(area: BaseGeometry, subject: Subject) -> frozenset[str]:
    """Return the ids of the places that lie in an area."""
    return frozenset(
        place.id
        for place in subject.places
        if place.position and area.intersects(Point(place.position))
    )


def documents_left(query: Query, subject: Subject, notes: list[str]) -> frozenset[str] | None:
    """Return the ids of the documents that are left, or None where all are."""
    tests: list[Callable[[DocumentCard], bool]] = []
    wanted = [fold(value) for value in query.limits.get("document", ())]
    if wanted:
        tests.append(lambda card: any(_is_called(card, value) for value in wanted))
    publishers = [("publisher", value) for value in query.limits.get("publisher", ())]
    if publishers:
        tests.append(lambda card: any(_fits(query, each, card.publisher) for each in publishers))
    years = query.limits.get("year", ())
    if years:
        tests.append(lambda card: year_of(card) in years)
    since, until = period_of(query)
    if since != date.min or until != date.max:
        tests.append(
            lambda card: (
                bool(card.published) and _overlaps(card.published, card.published, since, until)
            )
        )
    if not tests:
        return None
    left = frozenset(card.id for card in subject.cards if all(test(card) for test in tests))
    if wanted and not any(_is_called(card, value) for card in subject.cards for value in wanted):
        notes.append(message("query.no-document", name=query.limits["document"][0]))
    return left


def year_of(card: DocumentCard) -> str:
    """Return the year in which a document was published, empty where it is not known."""
    first, _ = stretch(card.published, "")
    return "" if first == date.min else str(first.year)


def _is_called(card: DocumentCard, folded: str) -> bool:
    return folded == fold(card.id) or folded in fold(card.title) or folded == fold(card.file)


def _called(value: str, subject: Subject, notes: list[str]) -> set[str]:
    """Return the ids of what is called so: by id, by a whole name, or else by a part of one."""
    wanted = fold(value)
    targets: dict[str, Feature | Collection] = {**subject.features, **subject.collections}
    if wanted in targets:
        found = {wanted}
    else:
        names = {id_: [fold(n) for n in (one.name, *one.aliases)] for id_, one in targets.items()}
        found = {id_ for id_, known in names.items() if wanted in known} or {
            id_ for id_, known in names.items() if any(wanted in name for name in known)
        }
    if not found:
        notes.append(message("query.no-feature", name=value))
    return found


def _about(value: str, subject: Subject, notes: list[str]) -> set[str]:
    """Return what is called so, what belongs to it, and the groups that it belongs to."""
    found = _called(value, subject, notes)
    members = {id_ for target in found for id_ in subject.members(target)}
    groups = {group for group in subject.collections if subject.members(group) & found}
    return found | members | groups


def _overlaps(valid_from: str, valid_to: str, since: date, until: date) -> bool:
    first, last = stretch(valid_from, valid_to)
    return first <= until and last >= since
