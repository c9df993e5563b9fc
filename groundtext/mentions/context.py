"""Which of a name's places the other names of a document lie near: votes of all for each.

Every name spreads one vote over the places it may mean, by how likely each is; the votes are
counted by country, by state and by square degrees, and make the places that share them likelier.
A few rounds settle it. The work grows with the names and their candidates, not with their pairs.
"""

from __future__ import annotations

import math
from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from groundtext.gazetteer.names import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from groundtext.gazetteer import Entry

_ROUNDS: Final = 3
_MOST_CONSIDERED: Final = 40  # candidates of one name, the likeliest
_CELL_DEG: Final = 1.0
# What votes are worth, per doubling: in log-odds.
_COUNTRY_WORTH: Final = 0.8
_STATE_WORTH: Final = 1.2
_NEAR_WORTH: Final = 0.8
_MOST_VOTES: Final = 8.0  # further ones say nothing new
_SHARPNESS: Final = 1.2  # log-odds for one power of ten of inhabitants


@dataclass(slots=True)
class Contender:
    """One place that a name may mean, with what speaks for it."""

    entry: Entry
    prior: float  # log-odds, without the other names
    support: float = 0.0  # log-odds, from them
    share: float = 0.0  # probability among the name's contenders


@dataclass(slots=True)
class _Votes:
    """The votes of all names, by what they are for."""

    countries: defaultdict[str, float] = field(default_factory=lambda: defaultdict(float))
    states: defaultdict[str, float] = field(default_factory=lambda: defaultdict(float))
    cells: defaultdict[tuple[int, int], float] = field(default_factory=lambda: defaultdict(float))

    def add(self, contender: Contender, weight: float) -> None:
        place = contender.entry.place
        if place.country:
            self.countries[place.country] += weight
            if contender.entry.admin1:
                self.states[f"{place.country}-{contender.entry.admin1}"] += weight
        if place.position and place.kind in _POINTS:
            self.cells[_cell(place.position)] += weight


_POINTS: Final = frozenset({"settlement", "district"})


def settle(names: Mapping[str, Sequence[Entry]]) -> dict[str, list[Contender]]:
    """Return the contenders of each name, likeliest first; equal ones keep their order."""
    contenders = {name: _contenders(name, entries) for name, entries in names.items()}
    for each in contenders.values():
        _share(each)
    for _ in range(_ROUNDS if len(contenders) > 1 else 0):
        votes = _count(contender for each in contenders.values() for contender in each)
        for each in contenders.values():
            own = _count(each)
            for contender in each:
                contender.support = _support(contender, votes, own)
            _share(each)
    for each in contenders.values():
        each.sort(key=lambda contender: -contender.share)
    return contenders


def _count(contenders: Iterable[Contender]) -> _Votes:
    votes = _Votes()
    for contender in contenders:
        votes.add(contender, contender.share)
    return votes


def _contenders(name: str, entries: Sequence[Entry]) -> list[Contender]:
    found = [Contender(entry, prior(entry, name)) for entry in entries]
    _prefer_seats(found)
    if len(found) > _MOST_CONSIDERED:
        found.sort(key=lambda contender: -contender.prior)
        del found[_MOST_CONSIDERED:]
    return found


def prior(entry: Entry, name: str) -> float:
    """Return the log-odds that a folded name means this place, before anything else is known."""
    place = entry.place
    if place.feature_id or place.kind not in {"settlement", "province", "district"}:
        return _WIDE
    is_known = entry.is_capital or place.kind == "province"  # authored ones have no count
    least = _LEAST_CAPITAL if is_known and not place.population else _LEAST_VILLAGE
    size = _SHARPNESS * math.log10(max(place.population, least))
    is_other = entry.kind == "place" and place.kind == "settlement" and fold(place.name) != name
    other = _OTHER_NAME if is_other and not entry.is_capital else 0.0
    return size + _PRIORS[place.kind] + other + (_CAPITAL if entry.is_capital else 0.0)


def _prefer_seats(contenders: Sequence[Contender]) -> None:
    """Make a province less likely than the town in it that has its name, unless the town is small.

    "Kandahar" is the city, "Quebec" is the province.
    """
    towns = {
        (each.entry.place.country, each.entry.admin1): each.entry.place.population
        for each in reversed(contenders)
        if each.entry.place.kind == "settlement"
    }
    for each in contenders:
        place = each.entry.place
        town = towns.get((place.country, each.entry.admin1), -1)
        if place.kind == "province" and town >= _SEAT_SHARE * place.population:
            each.prior -= _SEAT


_WIDE: Final = 10.5  # countries, seas, ranges: about a city of eighty million
_CAPITAL: Final = 1.6
_OTHER_NAME: Final = -2.0  # it has the name only as another name
_PRIORS: Final = {"settlement": 0.0, "province": -0.6, "district": -1.2}
_LEAST_CAPITAL: Final = 2_000_000  # inhabitants where none are known
_LEAST_VILLAGE: Final = 60
_SEAT_SHARE: Final = 0.15  # of a province's inhabitants
_SEAT: Final = 3.0


def _share(contenders: Sequence[Contender]) -> None:
    """Turn log-odds into the probabilities of each contender."""
    most = max(contender.prior + contender.support for contender in contenders)
    weights = [math.exp(each.prior + each.support - most) for each in contenders]
    whole = sum(weights)
    for contender, weight in zip(contenders, weights, strict=True):
        contender.share = weight / whole


def _support(contender: Contender, votes: _Votes, own: _Votes) -> float:
    """Return what the votes of the other names are worth to a place."""
    place = contender.entry.place
    worth = 0.0
    if place.country:
        others = votes.countries[place.country] - own.countries[place.country]
        worth += _COUNTRY_WORTH * _doublings(others)
        if contender.entry.admin1:
            state = f"{place.country}-{contender.entry.admin1}"
            worth += _STATE_WORTH * _doublings(votes.states[state] - own.states[state])
    if place.position and place.kind in _POINTS:
        column, row = _cell(place.position)
        near = sum(
            votes.cells.get((column + dx, row + dy), 0.0)
            - own.cells.get((column + dx, row + dy), 0.0)
            for dx in (-1, 0, 1)
            for dy in (-1, 0, 1)
        )
        worth += _NEAR_WORTH * _doublings(near)
    return worth


def _doublings(votes: float) -> float:
    return math.log2(1.0 + min(max(votes, 0.0), _MOST_VOTES))


def _cell(position: tuple[float, float]) -> tuple[int, int]:
    return math.floor(position[0] / _CELL_DEG), math.floor(position[1] / _CELL_DEG)
