from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.figures import Bar, Build, Figures, Memory, PageFigures, Spread, Visit, judge, ratio

OURS = Visit(
    load_ms=800,
    idle_press_ms=20,
    off_ms=30,
    on_ms=30,
    click_ms=30,
    is_view_kept=True,
    toggle_bytes=2_000,
    click_bytes=9_000,
    http_bytes=500_000,
    foreign_requests=0,
)
NAIVE = replace(OURS, load_ms=2_000, off_ms=900, on_ms=900, click_ms=900, is_view_kept=False)
MEMORY = Memory(idle=90_000_000, one_session=150_000_000, further=(1_000_000, 3_000_000))


def figures(*visits: Visit, memory: Memory = MEMORY, build_s: float = 2.0) -> Figures:
    return Figures(
        naive=PageFigures(first_load_ms=4_000, visits=(NAIVE,) * len(visits), memory=MEMORY),
        ours=PageFigures(first_load_ms=2_000, visits=visits, memory=memory),
        builds=(Build(whole_s=build_s + 1, after_imports_s=build_s),),
        calibration_ms=(50.0,),
        busy=(2.0,),
    )


def missed(measured: Figures) -> list[str]:
    return [bar.what for bar in judge(measured) if not bar.is_met]


def test_good_figures_meet_every_bar() -> None:
    assert missed(figures(OURS)) == []


@pytest.mark.parametrize(
    ("faulty", "what"),
    [
        (replace(OURS, load_ms=1_700), ["load, against naive"]),
        (replace(OURS, off_ms=49), ["layer off, against naive"]),
        (replace(OURS, on_ms=51), ["layer on, against naive", "layer on"]),
        (replace(OURS, click_ms=51), ["click → text, against naive", "click → text"]),
        (replace(OURS, is_view_kept=False), ["pan and zoom survive toggling and clicking"]),
        (replace(OURS, click_bytes=10_001), ["websocket per click, at most"]),
        (replace(OURS, foreign_requests=1), ["requests to another host"]),
    ],
)
def test_a_fault_misses_its_bar_and_no_other(faulty: Visit, what: list[str]) -> None:
    assert missed(figures(faulty)) == what


def test_one_visit_of_many_that_loses_the_view_is_one_too_many() -> None:
    lost = figures(OURS, OURS, replace(OURS, is_view_kept=False))
    bar = next(bar for bar in judge(lost) if bar.what.startswith("pan and zoom"))
    assert (bar.asked, bar.measured, bar.is_met) == ("3 of 3", "2 of 3", False)


def test_memory_and_build_have_bars_of_their_own() -> None:
    heavy = Memory(idle=0, one_session=200_000_001, further=(0, 0, 9_000_003))
    assert missed(figures(OURS, memory=heavy, build_s=3.01)) == [
        "build of the default corpus, after imports",
        "server memory with one session",
        "each of 3 further sessions, on average",
    ]


def test_a_single_slow_visit_does_not_decide_a_time() -> None:
    measured = figures(OURS, OURS, replace(OURS, load_ms=60_000))
    assert ratio(measured, lambda visit: visit.load_ms) == 0.4


def test_a_bar_says_what_was_measured() -> None:
    assert judge(figures(OURS))[2] == Bar("layer off", "≤ 50 ms", "30.0 ms", is_met=True)


@given(st.lists(st.floats(0, 1e6), min_size=1))
@settings(deadline=None)
def test_the_median_lies_within_the_spread(values: list[float]) -> None:
    spread = Spread.of(values)
    assert min(values) == spread.least <= spread.median <= spread.greatest == max(values)
