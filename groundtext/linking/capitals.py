"""Where the capitals are: "the airport of the Tajik capital" is a place as exact as its name."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from groundtext.gazetteer.supplement import read_capitals
from groundtext.settings import DATA

if TYPE_CHECKING:
    from collections.abc import Mapping

    from groundtext.model import LonLat


def capital_of(state: str) -> LonLat | None:
    """Return where the capital of a state is, given by its alpha-2 code; None if not known."""
    return _positions().get(state)


def is_capital(position: LonLat) -> bool:
    """Tell whether a position is that of a capital, as the gazetteer gives it."""
    return position in _positions().values()


@cache
def _positions() -> Mapping[str, LonLat]:
    return read_capitals(DATA)
