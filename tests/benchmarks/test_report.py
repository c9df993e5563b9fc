from __future__ import annotations

from dataclasses import replace

from benchmarks.figures import Bar, Build, Figures, Memory, PageFigures, Visit
from benchmarks.machine import Machine
from benchmarks.report import render_bars, render_report

VISIT = Visit(
    load_ms=1_000,
    idle_press_ms=20,
    off_ms=20,
    on_ms=20,
    click_ms=20,
    is_view_kept=True,
    toggle_bytes=1_500,
    click_bytes=2_500,
    http_bytes=600_000,
    foreign_requests=0,
)
PAGE = PageFigures(
    first_load_ms=3_000,
    visits=(VISIT, replace(VISIT, load_ms=1_200), replace(VISIT, load_ms=1_100)),
    memory=Memory(idle=80_000_000, one_session=150_000_000, further=(1_000_000,)),
)
FIGURES = Figures(
    naive=replace(PAGE, visits=(replace(VISIT, load_ms=2_200, on_ms=800),)),
    ours=PAGE,
    builds=(Build(whole_s=3.25, after_imports_s=2.25),),
    calibration_ms=(41.0,),
    busy=(3.5,),
)
MACHINE = Machine(
    cpu="Invented 3000",
    cores=2,
    ram_gb=16.4,
    system="Linux x86_64",
    versions=(("Python", "3.11.7"),),
    load=0.12,
)
REPORT = render_report(FIGURES, MACHINE, "2026-01-31")


def test_a_row_gives_both_pages_and_their_ratio() -> None:
    row = "| load, ms | 2200.0 (2200.0–2200.0) | 1100.0 (1000.0–1200.0) | 0.50 |"
    assert row in REPORT


def test_a_small_ratio_reads_as_a_fraction() -> None:
    assert "| layer on, ms | 800.0 (800.0–800.0) | 20.0 (20.0–20.0) | 1/40 |" in REPORT


def test_a_missed_bar_is_called_missed() -> None:
    assert "| layer off, against naive | ≤ 1/20 | 1.00 | NOT met |" in REPORT


def test_the_report_names_machine_versions_date_and_way_to_repeat() -> None:
    for words in ("Invented 3000, 2 cores", "Python 3.11.7", "2026-01-31", "`make bench`"):
        assert words in REPORT


def test_every_table_has_rows_of_one_width() -> None:
    tables = [part for part in REPORT.split("\n\n") if part.startswith("|")]
    assert len(tables) == 4
    for table in tables:
        assert len({line.count("|") for line in table.splitlines() if line}) == 1


def test_the_terminal_shows_one_bar_a_line() -> None:
    bars = [Bar("load", "≤ 1", "2", is_met=False), Bar("build", "≤ 3 s", "1 s", is_met=True)]
    shown = render_bars(bars).splitlines()
    assert [line.split()[-2:] for line in shown] == [["NOT", "met"], ["s", "met"]]
