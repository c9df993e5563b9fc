"""A name in its sentence, as the rules of reading see it, and the answers they may give."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, NamedTuple

from groundtext.model import Reading

if TYPE_CHECKING:
    from groundtext.mentions.clause import Clause
    from groundtext.mentions.recognition import Name
    from groundtext.mentions.sentence import Sentence


class Standing(Enum):
    """What a place can be besides itself."""

    STATE = "state"  # countries, and unions of them
    SEAT = "seat"  # capitals, and what stands for a government
    PALACE = "palace"  # the Kremlin and the like: an actor unless the text says otherwise
    AREA = "area"  # regions and groups of states
    SPOT = "spot"  # everything else


class Read(NamedTuple):
    """A reading and why."""

    reading: Reading
    reason: str


@dataclass(frozen=True, slots=True)
class Usage:
    """A name in its sentence, as the rules see it."""

    sentence: Sentence
    name: Name
    standing: Standing
    own: Clause  # of the name alone
    clause: Clause  # of the list it belongs to

    @property
    def can_act(self) -> bool:
        """Whether the name may stand for an actor by default."""
        return self.standing in {Standing.STATE, Standing.SEAT, Standing.PALACE}


def as_place(reason: str) -> Read:
    """Read the name as the place itself."""
    return Read(Reading.LITERAL, f"the place itself: {reason}")


def as_actor(reason: str) -> Read:
    """Read the name as an actor, by metonymy."""
    return Read(Reading.ASSOCIATIVE, f"an actor: {reason}")


def in_name(reason: str) -> Read:
    """Read the name as part of another name."""
    return Read(Reading.ORGANISATION, f"part of another name: {reason}")
