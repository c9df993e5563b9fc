"""Measure reading, recognition and linking on generated text: `make bench-text`.

Writes docs/benchmarks-text.md. Each round is a fresh process on one core; a missed bar is a
finding, not a fault.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from datetime import UTC, datetime
from statistics import median
from typing import TYPE_CHECKING, Final

from benchmarks.figures import BenchmarkError
from benchmarks.machine import calibration_ms, describe_machine, wait_until_quiet
from groundtext.settings import ROOT
from scripts.compile import OUTPUT, compile_into

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

REPORT: Final = ROOT / "docs" / "benchmarks-text.md"
_SIZE: Final = 20_000_000  # characters
_ROUNDS: Final = 3
_STEPS: Final = (
    ("opening the gazetteer", "gazetteer_s"),
    ("passages", "split_s"),
    ("names, by this program", "recognition_s"),
    ("names, by a look-up of every run of up to four words", "lookup_s"),
    ("everything: passages, names, readings, places, dates, links", "whole_s"),
)
_LEAST_MB_S: Final = 1.0
_MOST_BYTES: Final = 500e6


def main() -> int:
    """Run all rounds and write the report.

    Raises
    ------
    BenchmarkError
        If a round fails.
    """
    wait_until_quiet()
    machine = describe_machine("not used")
    rounds = [{"calibration_ms": calibration_ms()} | _round(ROOT) for _ in range(_ROUNDS)]
    compile_into(OUTPUT)
    wait_until_quiet()
    compiled = [{"calibration_ms": calibration_ms()} | _round(OUTPUT) for _ in range(_ROUNDS)]
    report = render(rounds, compiled, f"{machine.cpu}, {machine.cores} cores, {machine.system}")
    REPORT.write_text(report, encoding="utf-8")
    print(report)
    return 0


def _round(code: Path) -> dict[str, float]:
    """Measure the package in a folder: the working directory is where Python looks first."""
    command = [sys.executable, "-m", "benchmarks.timed_text", str(_SIZE)]
    finished = subprocess.run(
        command,
        cwd=code,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    if finished.returncode:
        raise BenchmarkError(f"a round failed: {finished.stderr.strip()}")
    figures: dict[str, float] = json.loads(finished.stdout)
    return figures


def render(
    rounds: Sequence[Mapping[str, float]], compiled: Sequence[Mapping[str, float]], machine: str
) -> str:
    """Return the report in Markdown: medians, with the least and the greatest in brackets.

    `compiled` are the rounds of the same code after `make compiled`.
    """
    first = rounds[0]
    rows = [
        f"| {step} | {_spread(rounds, key, 2)} | {_speed(rounds, key)} "
        f"| {_spread(compiled, key, 2)} | {_speed(compiled, key)} |"
        for step, key in _STEPS
    ]
    speed = _megabytes_per_s(rounds, "whole_s")
    fastest = _megabytes_per_s(compiled, "whole_s")
    peak = max(_median(rounds, "peak_bytes"), _median(compiled, "peak_bytes"))
    return _TEXT.format(
        rows="\n".join(rows),
        ratio=_median(rounds, "recognition_s") / _median(rounds, "lookup_s"),
        speed=speed,
        speed_verdict="met" if speed >= _LEAST_MB_S else "**not met**",
        fastest=fastest,
        fastest_verdict="met" if fastest >= _LEAST_MB_S else "**not met**",
        peak=peak / 1e6,
        peak_verdict="met" if peak <= _MOST_BYTES else "**not met**",
        megabytes=first["megabytes"],
        documents=int(first["documents"]),
        words=first["words_per_mention"],
        machine=machine,
        date=datetime.now(UTC).date().isoformat(),
        calibration=_spread([*rounds, *compiled], "calibration_ms", 1),
        n_rounds=len(rounds),
    )


def _megabytes_per_s(rounds: Sequence[Mapping[str, float]], key: str) -> float:
    return rounds[0]["megabytes"] / _median(rounds, key)


def _speed(rounds: Sequence[Mapping[str, float]], key: str) -> str:
    return "" if key == "gazetteer_s" else f"{_megabytes_per_s(rounds, key):.2f}"


def _median(rounds: Sequence[Mapping[str, float]], key: str) -> float:
    return median(each[key] for each in rounds)


def _spread(rounds: Sequence[Mapping[str, float]], key: str, digits: int) -> str:
    values = [each[key] for each in rounds]
    return f"{median(values):.{digits}f} ({min(values):.{digits}f}–{max(values):.{digits}f})"


_TEXT: Final = """# Speed on text

`make bench-text` writes this page: {megabytes:.1f} MB of generated text in {documents}
documents, with a place name in every {words:.0f} words (`benchmarks/generated.py`), read in a
fresh process on one core, {n_rounds} times, as it is and after `make compiled`.

| step | seconds | MB/s | compiled, s | MB/s |
| --- | --- | --- | --- | --- |
{rows}

Names take {ratio:.1f} times as long as the plain look-up in the same table, which is what one
writes first; that one knows nothing of overlaps, and stops before anything is weighed.

| bar | is | |
| --- | --- | --- |
| everything at 1 MB/s or more on one core, as it is | {speed:.2f} MB/s | {speed_verdict} |
| the same, compiled | {fastest:.2f} MB/s | {fastest_verdict} |
| at most 500 MB at the peak | {peak:.0f} MB | {peak_verdict} |

Medians, with the least and the greatest in brackets. Measured on {date}: {machine};
calibration (a million additions in Python) {calibration} ms, about 26 on the same machine when
it is quiet.
"""


if __name__ == "__main__":
    sys.exit(main())
