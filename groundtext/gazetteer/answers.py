"""Answers that are found once: a look into a `dict`, which asks only for what it does not hold."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

_Answer = TypeVar("_Answer")
_MOST_REMEMBERED: Final = 200_000  # pieces of text whose answers are kept


class Answers(dict[str, _Answer], Generic[_Answer]):
    """Answers by the piece of text asked about, each made once; all are dropped when too many."""

    def __init__(self, answer: Callable[[str], _Answer]) -> None:
        super().__init__()
        self._answer = answer

    def __missing__(self, surface: str) -> _Answer:
        if len(self) > _MOST_REMEMBERED:
            self.clear()
        answer = self[surface] = self._answer(surface)
        return answer
