"""One hostile or odd file, and what a sensible user would expect of its import."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from groundtext.project.report import Outcome

USED: Final = frozenset({Outcome.USED})
WARNED: Final = frozenset({Outcome.WARNED})
REFUSED: Final = frozenset({Outcome.REFUSED})
USABLE: Final = USED | WARNED  # used; whether something is said of it does not matter
CANARY: Final = "CANARY-7d1f"  # stands in a file that nothing may read
CANARY_PATH: Final = "/tmp/groundtext-canary.txt"  # noqa: S108  it must have one name that is known
PORT: Final = 45_871  # where a server counts who asks
URL: Final = f"http://127.0.0.1:{PORT}/asked"


@dataclass(frozen=True, slots=True)
class Case:
    """A file with its expected outcome."""

    file: str
    source: bytes
    expected: frozenset[Outcome]
    said: str = ""  # words that its reasons hold
    absent: str = ""  # words that nothing of it may hold once it is read

    @property
    def id(self) -> str:
        """Its name, as tests show it."""
        return self.file.encode("unicode_escape").decode()[:60]
