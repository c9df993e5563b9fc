"""A name in its sentence, as the rules of reading see it, and the answers they may give."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, Final, NamedTuple

from groundtext.mentions.clause import Clause, clause_of
from groundtext.model import Reading

if TYPE_CHECKING:
    from groundtext.mentions.line import Line
    from groundtext.mentions.recognition import Name


class Standing(Enum):
    """What a place can be besides itself."""

    STATE = "state"  # countries, and groups of them
    SEAT = "seat"  # capitals, and what stands for a government
    PALACE = "palace"  # the Kremlin and the like: an actor unless the text says otherwise
    AREA = "area"  # regions and provinces
    SPOT = "spot"  # everything else


_SPEAKING: Final = frozenset({Standing.STATE, Standing.SEAT, Standing.PALACE})
_SEATS: Final = frozenset({Standing.SEAT, Standing.PALACE})


class Read(NamedTuple):
    """A reading and why."""

    reading: Reading
    reason: str


class Usage:
    """A name in its sentence, as the rules see it."""

    __slots__ = ("can_act", "clause", "is_seat", "line", "name", "own", "standing")

    def __init__(self, line: Line, name: Name, standing: Standing) -> None:
        self.line = line
        self.name = name
        self.standing = standing
        self.can_act = standing in _SPEAKING  # may stand for an actor by default
        self.is_seat = standing in _SEATS  # stands for a government
        self.own = Clause(line, name.first, name.last)  # the name alone
        self.clause = clause_of(self.own)  # the list it belongs to

    @property
    def is_state(self) -> bool:
        """Whether the name is that of a state, or of a group of states."""
        return self.standing is Standing.STATE

    @property
    def takes_article(self) -> bool:
        """Whether "the" before the name may be its own, as in "the US", "the Netherlands"."""
        surface = self.name.surface
        return surface.isupper() or "." in surface or surface.endswith("s") or " " in surface

    @property
    def preceding(self) -> str:
        """The word directly before the name, in lower case; empty if there is none."""
        return self.line.word(self.name.first - 1)


def as_place(reason: str) -> Read:
    """Read the name as the place itself."""
    return Read(Reading.LITERAL, f"the place itself: {reason}")


def as_actor(reason: str) -> Read:
    """Read the name as an actor, by metonymy."""
    return Read(Reading.ASSOCIATIVE, f"an actor: {reason}")


def in_name(reason: str) -> Read:
    """Read the name as part of another name."""
    return Read(Reading.ORGANISATION, f"part of another name: {reason}")
