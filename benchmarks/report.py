"""The figures as a page of Markdown."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from benchmarks.figures import Spread, as_fraction, judge, ratio

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from benchmarks.figures import Bar, Figures, Visit
    from benchmarks.machine import Machine

_TIMES: Final[tuple[tuple[str, Callable[[Visit], float]], ...]] = (
    ("load", lambda visit: visit.load_ms),
    ("a press on nothing", lambda visit: visit.idle_press_ms),
    ("layer off", lambda visit: visit.off_ms),
    ("layer on", lambda visit: visit.on_ms),
    ("click → text", lambda visit: visit.click_ms),
)
_SIZES: Final[tuple[tuple[str, Callable[[Visit], float]], ...]] = (
    ("websocket per toggle", lambda visit: visit.toggle_bytes),
    ("websocket per click", lambda visit: visit.click_bytes),
    ("HTTP on load, as sent", lambda visit: visit.http_bytes),
)

_INTRODUCTION: Final = """\
# Speed and size

Written by `make bench`; do not edit it by hand. *naive* is the usual way to build such a page
(`benchmarks/naive_app.py`: `st_folium`, made anew on every rerun) over the same layers and the
same evidence.
"""

_CONDITIONS: Final = Path(__file__).with_name("conditions.md").read_text(encoding="utf-8")


def render_report(figures: Figures, machine: Machine, date: str) -> str:
    """Return the whole page: bars, figures, machine and conditions; `date` is ISO 8601."""
    return "\n".join(
        (
            _INTRODUCTION,
            _bars_table(judge(figures)),
            _pages_table(figures),
            _builds_table(figures),
            _machine_table(figures, machine, date),
            _CONDITIONS,
        )
    )


def render_bars(bars: Sequence[Bar]) -> str:
    """Return the bars for a terminal, one a line."""
    width = max(len(bar.what) for bar in bars)
    return "\n".join(
        f"{bar.what:{width}}  {bar.asked:>9}  {bar.measured:>9}  {_verdict(bar)}" for bar in bars
    )


def _verdict(bar: Bar) -> str:
    return "met" if bar.is_met else "NOT met"


def _bars_table(bars: Sequence[Bar]) -> str:
    rows = ((bar.what, bar.asked, bar.measured, _verdict(bar)) for bar in bars)
    return "## What is asked\n\n" + _table(("", "asked", "measured", ""), rows)


def _pages_table(figures: Figures) -> str:
    naive, ours = figures.naive.visits, figures.ours.visits
    rows = [
        (
            f"{what}, ms",
            _spread(map(of, naive)),
            _spread(map(of, ours)),
            as_fraction(ratio(figures, of)),
        )
        for what, of in _TIMES
    ]
    rows += [
        (
            f"{what}, kB",
            _spread(of(visit) / 1e3 for visit in naive),
            _spread(of(visit) / 1e3 for visit in ours),
            as_fraction(ratio(figures, of)),
        )
        for what, of in _SIZES
    ]
    rows += [
        (
            "first load after the server started, ms",
            f"{figures.naive.first_load_ms:.0f}",
            f"{figures.ours.first_load_ms:.0f}",
            "",
        ),
        ("pan and zoom survive", _kept(naive), _kept(ours), ""),
        ("requests to another host", _foreign(naive), _foreign(ours), ""),
        *_memory_rows(figures),
    ]
    title = f"## Side by side, {len(ours)} visits each"
    return f"{title}\n\n" + _table(("", "naive", "Groundtext", "ratio"), rows)


def _memory_rows(figures: Figures) -> list[tuple[str, str, str, str]]:
    naive, ours = figures.naive.memory, figures.ours.memory

    def row(what: str, of_naive: str, of_ours: str) -> tuple[str, str, str, str]:
        return f"server memory, {what}, MB", of_naive, of_ours, ""

    return [
        row("before the first session", f"{naive.idle / 1e6:.0f}", f"{ours.idle / 1e6:.0f}"),
        row("one session", f"{naive.one_session / 1e6:.0f}", f"{ours.one_session / 1e6:.0f}"),
        row(
            "each further session",
            _spread(growth / 1e6 for growth in naive.further),
            _spread(growth / 1e6 for growth in ours.further),
        ),
    ]


def _builds_table(figures: Figures) -> str:
    rows = (
        ("whole process, s", _spread((build.whole_s for build in figures.builds), digits=2)),
        (
            "after imports, s",
            _spread((build.after_imports_s for build in figures.builds), digits=2),
        ),
    )
    title = f"## Build of the default corpus, {len(figures.builds)} times"
    return f"{title}\n\n" + _table(("", "Groundtext"), rows)


def _machine_table(figures: Figures, machine: Machine, date: str) -> str:
    rows = (
        ("date", date),
        ("processor", f"{machine.cpu}, {machine.cores} cores"),
        ("memory", f"{machine.ram_gb:.0f} GB"),
        ("system", machine.system),
        ("versions", ", ".join(f"{name} {number}" for name, number in machine.versions)),
        ("load average before (1 minute)", f"{machine.load:.2f}"),
        ("busy before each round, %", _spread(figures.busy)),
        ("calibration, ms", _spread(figures.calibration_ms)),
    )
    return "## Machine\n\n" + _table(("", ""), rows)


def _kept(visits: Sequence[Visit]) -> str:
    return f"{sum(visit.is_view_kept for visit in visits)} of {len(visits)}"


def _foreign(visits: Sequence[Visit]) -> str:
    return str(sum(visit.foreign_requests for visit in visits))


def _spread(values: Iterable[float], *, digits: int = 1) -> str:
    spread = Spread.of(list(values))
    return f"{spread.median:.{digits}f} ({spread.least:.{digits}f}–{spread.greatest:.{digits}f})"


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines) + "\n"
