"""What lies at a place: the same towns are named again and again, and each is measured once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from groundtext.model import LonLat

_Member = TypeVar("_Member")
_MOST_REMEMBERED: Final = 20_000  # positions


class Around(Generic[_Member]):
    """Some meetings or bases, by the positions of the settlements that they are at."""

    def __init__(
        self, members: Iterable[_Member], is_at: Callable[[_Member, LonLat], bool]
    ) -> None:
        self.members = tuple(members)
        self._is_at = is_at
        self._at: dict[LonLat, tuple[_Member, ...]] = {}  # as they are asked for

    def at(self, position: LonLat) -> tuple[_Member, ...]:
        """Return those that a settlement at this position stands for, in order."""
        found = self._at.get(position)
        if found is None:
            if len(self._at) >= _MOST_REMEMBERED:
                self._at.clear()
            found = tuple(each for each in self.members if self._is_at(each, position))
            self._at[position] = found
        return found
