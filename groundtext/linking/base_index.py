"""The bases of all layers, with the groups of them, to be looked up by operator, kind and host."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from groundtext.geodesy import is_within_m
from groundtext.linking.actors import actors_in, state_code
from groundtext.linking.profiles import leaves_of
from groundtext.linking.site_nouns import SiteKind, singular, site_kind
from groundtext.linking.vocabulary import BASE_NOUNS, NO_BASE_NOUNS
from groundtext.model import LonLat, Precision

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from collections.abc import Set as AbstractSet

    from groundtext.linking.found import Found
    from groundtext.model import Collection, Feature

_SETTLEMENT_M: Final = 30_000
# Words of a manifest that military sites are called by, besides bases.
_MILITARY: Final = frozenset(
    (
        "military base", "installation", "installations", "airfield", "airfields", "test range",
        "transit center", "transit centre", "cosmodrome", "naval base", "naval bases", "radar",
        "outpost",
    )
)  # fmt: skip
# What aircraft use; where it is on the map, it is so as an air base.
FOR_AIRCRAFT: Final = frozenset(
    (
        "airfield",
        "airfields",
        "airport",
        "airports",
        "airstrip",
        "airstrips",
        "strip",
        "strips",
        "hub",
        "hubs",
    )
)
_PARENTHESIS: Final = re.compile(r"\([^)]*\)")
# "Massoud's bases": a person's, where the operator of the bases is a state.
_OWNER: Final = re.compile(r"\b(?P<owner>[A-Z][\w-]+)[’']s\b")


@dataclass(frozen=True, slots=True)
class Base:
    """A base in the terms in which a passage can describe it."""

    id: str
    name: str
    operators: frozenset[str]  # who runs it; not who else is said to use it
    country: str
    kind: str
    is_country_wide: bool
    position: LonLat
    reach_m: float
    site: SiteKind
    is_closed: bool


@dataclass(frozen=True, slots=True)
class BaseGroup:
    """A collection of bases in the terms in which a passage can describe it."""

    id: str
    name: str
    bases: frozenset[str]
    countries: frozenset[str]
    operators: frozenset[str]  # actors in the collection's own name that are not its countries
    owners: frozenset[str]  # persons whose bases they are by the collection's own name


class BaseIndex:
    """The bases, and the collections of them, smallest first."""

    def __init__(
        self, features: Sequence[Feature], collections: Sequence[Collection], nouns: Iterable[str]
    ) -> None:
        self.bases: Mapping[str, Base] = {feature.id: _base(feature) for feature in features}
        self.groups: Sequence[BaseGroup] = _groups(collections, self.bases)
        self.countries = tuple({base.country for base in self.bases.values()})
        self._group_countries = {group.id: group.countries for group in self.groups}
        self._civil = frozenset(nouns) - BASE_NOUNS - NO_BASE_NOUNS - _MILITARY

    def countries_of(self, target_id: str) -> frozenset[str]:
        """Return the countries of a group; none of anything else."""
        return self._group_countries.get(target_id, frozenset())

    def near(self, operators: Sequence[str], position: LonLat) -> list[str]:
        """Return the bases of the operators at a place."""
        return [
            base.id
            for base in self.bases.values()
            if base.operators.intersection(operators)
            and is_within_m(base.position, position, base.reach_m)
        ]

    def only_between(self, actors: AbstractSet[str], noun: str) -> Base | None:
        """Return the only base of a kind that one of some states has in another of them."""
        fitting = [
            base
            for base in self.bases.values()
            if base.country in actors
            and base.country not in base.operators
            and not base.is_country_wide
            and not base.operators.isdisjoint(actors)
            and self._is_called(base, noun)
        ]
        return fitting[0] if len(fitting) == 1 else None

    def mostly(self, counts: Mapping[str, int]) -> tuple[str, ...]:
        """Return who runs the base of which a text has spoken most, and then most of the others.

        `counts` are the passages about each: a list of sites in one sentence is soon told.
        """
        of: dict[str, list[int]] = {}
        for each, count in counts.items():
            for operator in self.bases[each].operators:
                of.setdefault(operator, []).append(count)
        ranked = sorted(((max(c), sum(c)), who) for who, c in of.items())
        is_clear = len(ranked) == 1 or (len(ranked) > 1 and ranked[-1][0] > ranked[-2][0])
        return (ranked[-1][1],) if is_clear else ()

    def regional(self, operators: Sequence[str], spoken: AbstractSet[str]) -> str:
        """Return the only group of an operator's bases in several countries, some spoken of."""
        of_region = [
            group
            for group in self.groups
            if len(group.countries) > 1
            and not group.countries.isdisjoint(spoken)
            and self._is_run_by(group, operators)
        ]
        return of_region[0].id if len(of_region) == 1 else ""

    def other_of(self, operators: Sequence[str], noun: str, recent: Iterable[Found]) -> str:
        """Return the base that an operator has besides one of which a text has just spoken."""
        own = {
            base.id
            for base in self.bases.values()
            if not base.operators.isdisjoint(operators)
            and base.country not in base.operators
            and self._is_called(base, noun)
        }
        others = own - {one.target_id for one in recent}
        return min(others) if len(others) == 1 and len(own) > 1 else ""

    def only_group(self, countries: Sequence[str]) -> str:
        """Return the only group of the bases that others have in one country."""
        of_others = [
            group
            for group in self.groups
            if group.countries == set(countries)
            and len(group.bases) > 1
            and not any(self._is_own(self.bases[base]) for base in group.bases)
        ]
        return of_others[0].id if len(of_others) == 1 else ""

    def _is_own(self, base: Base) -> bool:
        return base.country in base.operators or self._is_civil(base.kind)

    def countries_about(self, target_ids: Iterable[str]) -> frozenset[str]:
        """Return the countries in which bases are, and the groups of bases among some targets."""
        of_bases = {self.bases[each].country for each in target_ids if each in self.bases}
        return frozenset(of_bases)

    def only_in(
        self, countries: Sequence[str], noun: str, seen: Iterable[str], *, is_over: bool
    ) -> Base | None:
        """Return the only base of a kind in a country, of those no longer in use if `is_over`.

        Of several it is the one that a text has `seen`.
        """
        fitting = [
            base
            for base in self.bases.values()
            if base.country in countries
            and not base.is_country_wide
            and (base.is_closed or not is_over)
            and self._is_called(base, noun)
        ]
        if len(fitting) > 1:
            known = set(seen)
            fitting = [base for base in fitting if base.id in known]
        return fitting[0] if len(fitting) == 1 else None

    def covering(
        self,
        operators: Sequence[str],
        hosts: Sequence[str],
        noun: str,
        *,
        is_exact: bool = False,
    ) -> str:
        """Return the smallest target that holds every base of the operators in the hosts.

        "The air base" can only be one of that kind; "its bases" are all that there are. What is
        on the map as the use of a country's bases is those bases, however many they are. If
        `is_exact`, one base is never several.
        """
        is_plural = noun.endswith(("s", "basing"))
        fitting = {
            base.id: base.kind
            for base in self.bases.values()
            if base.operators.intersection(operators) and base.country in hosts
        }
        is_for_aircraft = noun.startswith("air") or noun in FOR_AIRCRAFT
        wanted = "air" if is_for_aircraft else singular(noun.rpartition(" ")[2])
        of_kind = {
            base
            for base, kind in fitting.items()
            if wanted in kind or (is_for_aircraft and self.bases[base].is_country_wide)
        }
        if noun in BASE_NOUNS and (is_plural or not of_kind):
            # "Bases" are of every military kind: air bases, garrisons, test ranges.
            of_kind = {base for base, kind in fitting.items() if not self._is_civil(kind)}
            if wanted == "garrison":  # those that are called so, if any are
                named = {base for base in of_kind if wanted in self.bases[base].site.words}
                of_kind = named or of_kind
        if len(of_kind) == 1 and (not is_plural or self.bases[min(of_kind)].is_country_wide):
            return min(of_kind)
        if is_exact and not is_plural:
            return min(of_kind) if len(of_kind) == 1 else ""
        for group in self.groups:
            is_covering = of_kind <= group.bases and group.countries <= set(hosts)
            if of_kind and is_covering and self._is_run_by(group, operators):
                return group.id
        return min(of_kind) if len(of_kind) == 1 else ""

    def _is_civil(self, kind: str) -> bool:
        """Tell whether a kind is one of the nouns that the layers added to the military ones."""
        return any(kind.endswith(noun) for noun in self._civil)

    def _is_run_by(self, group: BaseGroup, operators: Sequence[str]) -> bool:
        """Tell whether a group is the operator's: by the group's name, else by every base in it."""
        if group.operators:
            return not group.operators.isdisjoint(operators)
        return all(self.bases[base].operators.intersection(operators) for base in group.bases)

    def _is_called(self, base: Base, noun: str) -> bool:
        """Tell whether a base is of the kind that a noun says, or an airport by its name."""
        if noun in ("airport", "port", "harbour"):
            return noun in base.site.words
        if noun in BASE_NOUNS and not noun.startswith("air"):
            return not self._is_civil(base.kind)
        if noun in FOR_AIRCRAFT or noun.startswith("air"):
            return "air" in base.kind
        return singular(noun.rpartition(" ")[2]) in base.kind


def _base(feature: Feature) -> Base:
    point = feature.geometry.representative_point()
    country = state_code(feature.country)
    # "Tajikistan (India-renovated; India/Russia use)" is run by Tajikistan.
    operators = actors_in(_PARENTHESIS.sub("", feature.operator))
    return Base(
        id=feature.id,
        name=feature.name,
        # What no state is named to run belongs to where it is: "the Ethiopian dams".
        operators=operators or frozenset({country} - {""}),
        country=country,
        kind=feature.kind.lower(),
        is_country_wide=feature.precision is Precision.COUNTRY,
        position=LonLat(point.x, point.y),
        reach_m=_SETTLEMENT_M + min(feature.uncertainty_m, _SETTLEMENT_M),
        site=site_kind(feature.kind, (feature.name, *feature.aliases)),
        is_closed=bool(feature.valid_to),
    )


def _groups(collections: Sequence[Collection], bases: Mapping[str, Base]) -> tuple[BaseGroup, ...]:
    """Return the collections of bases, smallest first."""
    by_id = {collection.id: collection for collection in collections}
    groups = []
    for collection in collections:
        leaves = leaves_of(collection.id, by_id)
        if leaves and leaves <= bases.keys():
            countries = frozenset(bases[leaf].country for leaf in leaves)
            actors = actors_in(collection.name)
            owners = () if actors - countries else _OWNER.findall(collection.name)
            groups.append(
                BaseGroup(
                    id=collection.id,
                    name=collection.name,
                    bases=leaves,
                    countries=countries,
                    operators=actors - countries,
                    owners=frozenset(owners),
                )
            )
    return tuple(sorted(groups, key=lambda group: (len(group.bases), group.id)))
