"""What is wrong with a layer: the file, the place in it, the fault and the remedy."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """One fault that a user can mend."""

    file: str
    place: str  # a feature's id or its number in the file, a collection's id; empty: the file
    message: str  # without a full stop
    remedy: str  # likewise; begins with a verb

    @property
    def reason(self) -> str:
        """Place, fault and remedy in one line."""
        return f"{self.place}: {self._sentence}" if self.place else self._sentence

    @property
    def _sentence(self) -> str:
        return f"{self.message}; {self.remedy}."

    def __str__(self) -> str:
        return f"{self.file}: {self.reason}"


class Fault(ValueError):  # noqa: N818 -- it ends in a Finding and never reaches a user
    """A fault on its way to becoming a finding, raised where file and place are not known.

    Parameters
    ----------
    message
        What is wrong, without a full stop.
    remedy
        What to do about it, without a full stop; begins with a verb.
    """

    def __init__(self, message: str, remedy: str) -> None:
        super().__init__(message)
        self.remedy = remedy
