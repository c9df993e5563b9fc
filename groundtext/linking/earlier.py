"""The dates that the passages before have told, from which a passage counts on."""

from __future__ import annotations

from functools import reduce
from typing import TYPE_CHECKING, Final, NamedTuple, TypeAlias

from groundtext.dates.expressions import find_dates, follow
from groundtext.dates.meaning import Known

if TYPE_CHECKING:
    from collections.abc import Sequence

    from groundtext.dates.windows import Window

REMEMBERED: Final = 6  # passages back to which "nine days later" may count


# In which paragraph a passage before stood, and what it said.
Earlier: TypeAlias = tuple[int, str]


class Told(NamedTuple):
    """What the passages before told of dates."""

    year: int = 0  # the one that the document named last, 0 if it named none
    passages: tuple[Earlier, ...] = ()  # those just before


NOTHING: Final = Told()


def known_after(earlier: Sequence[Earlier], paragraph: int, published: Window | None) -> Known:
    """Return what is known of dates where a passage of a paragraph begins.

    What another paragraph told is a date to count from, and no year for days without one.
    """
    known, current = Known(published), paragraph
    for number, text in earlier:
        if number != current:
            known, current = known._replace(is_told=False), number
        known = reduce(follow, find_dates(text, published, known=known), known)
    return known if current == paragraph else known._replace(is_told=False)
