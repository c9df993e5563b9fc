"""Which of a name's places the other names of a document lie near: votes of all for each.

Every name spreads one vote over the places it may mean, by how likely each is; the votes are
counted by country, by state and by square degrees, and make the places that share them likelier.
A few rounds settle it. The work grows with the names and their candidates, not with their pairs.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from groundtext.gazetteer.names import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from groundtext.gazetteer import Entry

_ROUNDS: Final = 2
_UNITS: Final = frozenset({"country", "province", "district"})
_NAMED_ITSELF: Final = 3.0  # votes
_LEAST_SHARE: Final = 0.01  # of a vote
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
    country: str = ""  # ISO 3166-1 alpha-2
    state: str = ""  # "US-TX"; empty where unknown
    worth: float = 1.0  # votes for its country and state, where it is meant for sure
    cell: int | None = None  # of the grid; None for what no point stands for
    near: Iterable[int] = ()  # that cell and those around in which contenders lie


@dataclass(slots=True)
class _Votes:
    """The votes of names, by what they are for."""

    countries: dict[str, float] = field(default_factory=dict)
    states: dict[str, float] = field(default_factory=dict)
    cells: dict[int, float] = field(default_factory=dict)  # and those around


_POINTS: Final = frozenset({"settlement", "district"})
_ROWS: Final = 1_000  # from a cell's number to the next column's: more than a globe's rows
_AROUND: Final = tuple(dx * _ROWS + dy for dx in (-1, 0, 1) for dy in (-1, 0, 1))


def settle(names: Mapping[str, Sequence[Entry]]) -> dict[str, list[Contender]]:
    """Return the contenders of each name, likeliest first; equal ones keep their order."""
    contenders = {name: _contenders(name, entries) for name, entries in names.items()}
    groups = list(contenders.values())
    for each in groups:
        _share(each)
    if len(groups) > 1:
        _find_near(groups)
        for _ in range(_ROUNDS):
            votes = _count(groups)
            for each in groups:
                _add_support(each, votes)
                _share(each)
    for each in groups:
        if len(each) > 1:
            each.sort(key=lambda contender: -contender.share)
    return contenders


def _find_near(groups: Iterable[Sequence[Contender]]) -> None:
    """Set the cells to which each contender's votes go: nobody asks for the others."""
    located = [
        (contender, contender.cell)
        for each in groups
        for contender in each
        if contender.cell is not None
    ]
    cells = {cell for _, cell in located}
    for contender, cell in located:
        contender.near = cells.intersection([cell + offset for offset in _AROUND])


def _count(groups: Iterable[Sequence[Contender]]) -> _Votes:
    """Count the votes of contenders; what is next to nothing is not counted."""
    votes = _Votes()
    countries, states, cells = votes.countries, votes.states, votes.cells
    for each in groups:
        _add(each, countries, states)
        for contender in each:
            share = contender.share
            if share >= _LEAST_SHARE:
                for cell in contender.near:
                    cells[cell] = cells.get(cell, 0.0) + share
    return votes


def _add(
    contenders: Iterable[Contender], countries: dict[str, float], states: dict[str, float]
) -> None:
    """Add the votes for countries and states."""
    for contender in contenders:
        share, country = contender.share, contender.country
        if share < _LEAST_SHARE or not country:
            continue
        weight = share * contender.worth
        countries[country] = countries.get(country, 0.0) + weight
        state = contender.state
        if state:
            states[state] = states.get(state, 0.0) + weight


def _add_support(contenders: Sequence[Contender], votes: _Votes) -> None:
    """Set what the votes of the other names are worth to each place of a name."""
    countries, states, cells = votes.countries, votes.states, votes.cells
    own_countries: dict[str, float] = {}
    own_states: dict[str, float] = {}
    _add(contenders, own_countries, own_states)
    for contender in contenders:
        country, state, cell = contender.country, contender.state, contender.cell
        worth = 0.0
        if country:
            others = countries.get(country, 0.0) - own_countries.get(country, 0.0)
            if others > _LEAST_SHARE:
                worth += _COUNTRY_WORTH * _doublings(others)
        if state:
            others = states.get(state, 0.0) - own_states.get(state, 0.0)
            if others > _LEAST_SHARE:
                worth += _STATE_WORTH * _doublings(others)
        if cell is not None:
            # Places of one name seldom lie in one cell: its own vote is its share.
            others = cells.get(cell, 0.0) - contender.share
            if others > _LEAST_SHARE:
                worth += _NEAR_WORTH * _doublings(others)
        contender.support = worth


def _contenders(name: str, entries: Sequence[Entry]) -> list[Contender]:
    found = [_contender(entry, name) for entry in entries]
    _prefer_seats(found)
    if len(found) > _MOST_CONSIDERED:
        found.sort(key=lambda contender: -contender.prior)
        del found[_MOST_CONSIDERED:]
    return found


def _contender(entry: Entry, name: str) -> Contender:
    place = entry.place
    position = place.position if place.kind in _POINTS else None
    return Contender(
        entry,
        prior(entry, name),
        country=place.country,
        state=entry.division if entry.admin1 else "",
        # Who names a country or a state speaks of it more plainly than who names a town there.
        worth=_NAMED_ITSELF if place.kind in _UNITS else 1.0,
        cell=_cell(position) if position else None,
    )


def prior(entry: Entry, name: str) -> float:
    """Return the log-odds that a folded name means this place, before anything else is known."""
    place = entry.place
    if place.feature_id or place.kind not in _PRIORS:
        return _NAMED.get(place.kind, _MINOR)
    is_known = entry.is_capital or place.kind == "province"  # authored ones have no count
    least = _LEAST_CAPITAL if is_known and not place.population else _LEAST_VILLAGE
    powers = math.log10(max(place.population, least))
    size = _SHARPNESS * powers + _RENOWN * max(0.0, powers - _RENOWNED)
    other = _OTHER_NAME if not entry.is_capital and _is_other(entry, name) else 0.0
    return size + _PRIORS[place.kind] + other + (_CAPITAL if entry.is_capital else 0.0)


def _is_other(entry: Entry, name: str) -> bool:
    """Tell whether a folded name is another one than a settlement's first."""
    place = entry.place
    if entry.kind != "place" or place.kind != "settlement":
        return False
    return place.name.lower() != name and fold(place.name) != name


def _prefer_seats(contenders: Sequence[Contender]) -> None:
    """Make a province less likely than the town in it that has its name, unless the town is small.

    "Kandahar" is the city, "Quebec" is the province.
    """
    if not any(each.entry.place.kind == "province" for each in contenders):
        return
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


# What is not counted in inhabitants, as likely as a city of so many: powers of ten and more.
_NAMED: Final = {
    "country": 10.5,
    **dict.fromkeys(("region", "sea", "former-country", "collective", "continent", "seat"), 9.0),
    **dict.fromkeys(("river", "mountains", "demonym"), 8.5),
    **dict.fromkeys(("lake", "island", "islands", "peninsula", "desert", "valley"), 7.5),
}
_MINOR: Final = 6.0
# From a hundred thousand inhabitants on, a place is known far beyond its country.
_RENOWN: Final = 1.0
_RENOWNED: Final = 5.0
_CAPITAL: Final = 1.6
_OTHER_NAME: Final = -2.0  # it has the name only as another name
_PRIORS: Final = {"settlement": 0.0, "province": -0.6, "district": -1.2}
_LEAST_CAPITAL: Final = 2_000_000  # inhabitants where none are known
_LEAST_VILLAGE: Final = 60
_SEAT_SHARE: Final = 0.15  # of a province's inhabitants
_SEAT: Final = 3.0


def _share(contenders: Sequence[Contender]) -> None:
    """Turn log-odds into the probabilities of each contender."""
    if len(contenders) == 1:
        contenders[0].share = 1.0
        return
    odds = [contender.prior + contender.support for contender in contenders]
    most = max(odds)
    weights = [math.exp(each - most) for each in odds]
    whole = sum(weights)
    for contender, weight in zip(contenders, weights, strict=True):
        contender.share = weight / whole


def _doublings(votes: float) -> float:
    return math.log2(1.0 + min(votes, _MOST_VOTES))


def _cell(position: tuple[float, float]) -> int:
    lon, lat = position
    return math.floor(lon / _CELL_DEG) * _ROWS + math.floor(lat / _CELL_DEG)
