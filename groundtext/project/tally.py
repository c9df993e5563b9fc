"""What is known so far of one file of an import."""

from __future__ import annotations

from dataclasses import dataclass, field

from groundtext.project.report import FileReport, Outcome


@dataclass(slots=True)
class Tally:
    """Counts and sentences that add up to a `FileReport`."""

    file: str
    reasons: list[str] = field(default_factory=list)
    used: int = 0
    listed: int = 0
    documents: list[str] = field(default_factory=list)
    layers: list[str] = field(default_factory=list)
    missing: list[str] = field(default_factory=list)
    n_refused: int = 0

    def say(self, reason: str, file: str = "") -> None:
        """Add a sentence about the file, or about a file inside it, which it names."""
        file = file or self.file
        self.reasons.append(reason if reason.startswith(file) else f"{file} {reason}")

    def refuse(self, reason: str, file: str = "") -> None:
        """Count something as read and not used, with the reason."""
        self.say(reason, file)
        self.listed += 1
        self.n_refused += 1

    def report(self) -> FileReport:
        """Return the row: refused if nothing of it could be used and something was refused."""
        if not self.used and self.n_refused:
            outcome = Outcome.REFUSED
        else:
            outcome = Outcome.WARNED if self.reasons else Outcome.USED
        return FileReport(
            file=self.file,
            outcome=outcome,
            reasons=tuple(dict.fromkeys(self.reasons)),
            read=self.used + self.listed,
            used=self.used,
            listed=self.listed,
            documents=tuple(self.documents),
            layers=tuple(self.layers),
            missing=tuple(dict.fromkeys(self.missing)),
        )
