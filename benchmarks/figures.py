"""What was measured, and whether it is good enough: values and arithmetic only."""

from __future__ import annotations

from dataclasses import dataclass
from statistics import mean, median
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

LOAD_RATIO: Final = 0.8
REACTION_RATIO: Final = 1 / 20
REACTION_MS: Final = 50.0
CLICK_BYTES: Final = 10_000
BUILD_S: Final = 3.0
SESSION_BYTES: Final = 200_000_000
FURTHER_SESSION_BYTES: Final = 3_000_000
_SMALL: Final = 1 / 10


class BenchmarkError(Exception):
    """What keeps the benchmark from measuring; the message says what to do."""


@dataclass(frozen=True, slots=True)
class Visit:
    """One visit to one page, in a browser context of its own. Times are milliseconds."""

    load_ms: float
    idle_press_ms: float  # a press that changes nothing: what the way of measuring costs
    off_ms: float
    on_ms: float
    click_ms: float
    is_view_kept: bool  # centre and zoom are the same after toggling and after clicking
    toggle_bytes: float  # websocket, both ways, mean of off and on
    click_bytes: float  # websocket, both ways
    http_bytes: float  # as sent, until the page had loaded
    foreign_requests: int  # to another host than the page's own


@dataclass(frozen=True, slots=True)
class Memory:
    """Resident memory of a server's processes, in bytes."""

    idle: int  # before the first session
    one_session: int
    further: tuple[int, ...]  # growth with each further session, in order


@dataclass(frozen=True, slots=True)
class Build:
    """One build of the default corpus in a fresh process, in seconds."""

    whole_s: float
    after_imports_s: float


@dataclass(frozen=True, slots=True)
class PageFigures:
    """All figures of one page."""

    first_load_ms: float  # the first visit after the server started
    visits: tuple[Visit, ...]
    memory: Memory


@dataclass(frozen=True, slots=True)
class Figures:
    """All figures of one run."""

    naive: PageFigures
    ours: PageFigures
    builds: tuple[Build, ...]
    calibration_ms: tuple[float, ...]
    busy: tuple[float, ...]  # per cent of all cores, before each round


@dataclass(frozen=True, slots=True)
class Spread:
    """The middle of some figures, and how far they reach."""

    median: float
    least: float
    greatest: float

    @classmethod
    def of(cls, values: Sequence[float]) -> Spread:
        """Return the spread of at least one figure."""
        return cls(median(values), min(values), max(values))


@dataclass(frozen=True, slots=True)
class Bar:
    """What is asked, what was measured, and whether it is met."""

    what: str
    asked: str
    measured: str
    is_met: bool


def judge(figures: Figures) -> tuple[Bar, ...]:
    """Hold the figures against what is asked of them, in a fixed order."""
    return (
        *_judge_speed(figures),
        *_judge_traffic(figures.ours.visits),
        _judge_build(figures.builds),
        *_judge_memory(figures.ours.memory),
    )


def ratio(figures: Figures, of: Callable[[Visit], float]) -> float:
    """Return our median divided by the naive one; infinite where the naive one is zero."""
    ours, naive = (median(map(of, page.visits)) for page in (figures.ours, figures.naive))
    return ours / naive if naive else float("inf")


def as_fraction(part: float) -> str:
    """Write a ratio as people compare: 0.73, or 1/38 where it is small."""
    return f"1/{1 / part:.0f}" if 0 < part < _SMALL else f"{part:.2f}"


def _judge_speed(figures: Figures) -> list[Bar]:
    load = ratio(figures, lambda visit: visit.load_ms)
    bars = [Bar("load, against naive", f"≤ {LOAD_RATIO}", f"{load:.3f}", load <= LOAD_RATIO)]
    reactions: tuple[tuple[str, Callable[[Visit], float]], ...] = (
        ("layer off", lambda visit: visit.off_ms),
        ("layer on", lambda visit: visit.on_ms),
        ("click → text", lambda visit: visit.click_ms),
    )
    for what, of in reactions:
        part, ms = ratio(figures, of), median(map(of, figures.ours.visits))
        bars += [
            Bar(f"{what}, against naive", "≤ 1/20", as_fraction(part), part <= REACTION_RATIO),
            Bar(what, f"≤ {REACTION_MS:.0f} ms", f"{ms:.1f} ms", ms <= REACTION_MS),
        ]
    return bars


def _judge_traffic(visits: Sequence[Visit]) -> list[Bar]:
    kept = sum(visit.is_view_kept for visit in visits)
    clicked = max(visit.click_bytes for visit in visits)
    foreign = sum(visit.foreign_requests for visit in visits)
    return [
        Bar(
            "pan and zoom survive toggling and clicking",
            f"{len(visits)} of {len(visits)}",
            f"{kept} of {len(visits)}",
            kept == len(visits),
        ),
        Bar(
            "websocket per click, at most",
            f"≤ {CLICK_BYTES / 1e3:.0f} kB",
            f"{clicked / 1e3:.1f} kB",
            clicked <= CLICK_BYTES,
        ),
        Bar("requests to another host", "0", str(foreign), foreign == 0),
    ]


def _judge_build(builds: Sequence[Build]) -> Bar:
    seconds = median(build.after_imports_s for build in builds)
    return Bar(
        "build of the default corpus, after imports",
        f"≤ {BUILD_S:.0f} s",
        f"{seconds:.2f} s",
        seconds <= BUILD_S,
    )


def _judge_memory(memory: Memory) -> list[Bar]:
    growth = mean(memory.further)
    return [
        Bar(
            "server memory with one session",
            f"≤ {SESSION_BYTES / 1e6:.0f} MB",
            f"{memory.one_session / 1e6:.0f} MB",
            memory.one_session <= SESSION_BYTES,
        ),
        Bar(
            f"each of {len(memory.further)} further sessions, on average",
            f"≤ {FURTHER_SESSION_BYTES / 1e6:.0f} MB",
            f"{growth / 1e6:.1f} MB",
            growth <= FURTHER_SESSION_BYTES,
        ),
    ]
