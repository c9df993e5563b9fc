"""Measure speed and size beside the usual way to build such a page: `make bench`.

Prints whether each bar is met and writes all figures to docs/benchmarks.md. Exits with 1 only
if something could not be measured: a missed bar is a finding, not a fault.
"""

from __future__ import annotations

import argparse
import json
import shutil
import subprocess
import sys
from contextlib import ExitStack
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from playwright.sync_api import sync_playwright

from benchmarks.builds import timed_build
from benchmarks.chromium import find_chromium
from benchmarks.figures import BenchmarkError, Figures, PageFigures, judge
from benchmarks.machine import calibration_ms, describe_machine, wait_until_quiet
from benchmarks.memory import measure_memory
from benchmarks.pages import naive_page, our_page, read_scene
from benchmarks.report import render_bars, render_report
from benchmarks.servers import HOST, running
from benchmarks.vendor import fetch_assets
from benchmarks.visits import visit
from groundtext.settings import DEFAULT_WORKSPACE, LAYERS, ROOT

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from contextlib import AbstractContextManager

    from playwright.sync_api import Browser

    from benchmarks.figures import Build, Memory, Visit
    from benchmarks.pages import Scene, TestedPage
    from benchmarks.servers import Server

FOLDER: Final = DEFAULT_WORKSPACE.parent / "benchmark"
WORKSPACE: Final = FOLDER / "groundtext.gpkg"
EVIDENCE: Final = FOLDER / "evidence.jsonl"
REPORT: Final = ROOT / "docs" / "benchmarks.md"
RUNS: Final = 7


@dataclass(frozen=True, slots=True)
class Contestant:
    """A page and the way to start its server."""

    tested: TestedPage
    start: Callable[[], AbstractContextManager[Server]]


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, print and write; return the exit code."""
    options = _parser().parse_args(arguments)
    try:
        _run(options.runs, options.output)
    except BenchmarkError as error:
        print(f"bench: {error}", file=sys.stderr)
        return 1
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.run", description=__doc__)
    parser.add_argument("--runs", metavar="N", type=int, default=RUNS, help=f"default: {RUNS}")
    parser.add_argument(
        "--output", metavar="FILE", type=Path, default=REPORT, help="default: docs/benchmarks.md"
    )
    return parser


def _run(n_runs: int, output: Path) -> None:
    chromium = find_chromium()
    fetch_assets(FOLDER / "static" / "vendor")
    # Streamlit serves static files from beside the script.
    shutil.copyfile(ROOT / "benchmarks" / "naive_app.py", FOLDER / "naive_app.py")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium)
        machine = describe_machine(browser.version)
        _tell(f"load average {machine.load:.2f}; {n_runs} builds")
        wait_until_quiet()
        builds = tuple(timed_build(WORKSPACE) for _ in range(n_runs))
        export_evidence()
        figures = _measure(browser, read_scene(LAYERS, EVIDENCE), builds, n_runs)
        browser.close()
    (FOLDER / "figures.json").write_text(json.dumps(asdict(figures), indent=1), encoding="utf-8")
    date = datetime.now(UTC).date().isoformat()
    output.write_text(render_report(figures, machine, date), encoding="utf-8")
    print(render_bars(judge(figures)))


def export_evidence() -> None:
    """Write the links of the built workspace as the naive page reads them."""
    command = [sys.executable, "-m", "groundtext.cli", "export", "--format", "evidence-jsonl"]
    command += ["--workspace", str(WORKSPACE), "--output", str(EVIDENCE)]
    subprocess.run(command, cwd=ROOT, check=True)


def _measure(browser: Browser, scene: Scene, builds: tuple[Build, ...], n_runs: int) -> Figures:
    contestants = (
        Contestant(naive_page(scene), naive_server),
        Contestant(our_page(scene), our_server),
    )
    memory = [_memory(browser, contestant, scene) for contestant in contestants]
    calibration, busy = [], []
    visits: list[list[Visit]] = [[], []]
    with ExitStack() as running_servers:
        urls = [running_servers.enter_context(each.start()).url for each in contestants]
        turns = [
            partial(visit, browser, contestant.tested, url, scene)
            for contestant, url in zip(contestants, urls, strict=True)
        ]
        first_loads = [turn().load_ms for turn in turns]
        for n_round in range(n_runs):
            _tell(f"round {n_round + 1} of {n_runs}")
            busy.append(wait_until_quiet())
            calibration.append(calibration_ms())
            for turn, done in zip(turns, visits, strict=True):
                done.append(turn())
    naive, ours = (
        PageFigures(first_load_ms=first_load, visits=tuple(done), memory=taken)
        for first_load, done, taken in zip(first_loads, visits, memory, strict=True)
    )
    return Figures(
        naive=naive,
        ours=ours,
        builds=builds,
        calibration_ms=tuple(calibration),
        busy=tuple(busy),
    )


def _memory(browser: Browser, contestant: Contestant, scene: Scene) -> Memory:
    _tell(f"memory of {contestant.tested.name}")
    with contestant.start() as server:
        return measure_memory(browser, contestant.tested, server, scene)


def naive_server() -> AbstractContextManager[Server]:
    """Start the naive page."""

    def command(port: int) -> list[str]:
        options = {
            "server.address": HOST,
            "server.port": port,
            "server.headless": "true",
            "server.enableStaticServing": "true",
            "server.fileWatcherType": "none",
            "browser.gatherUsageStats": "false",
        }
        flags = [f"--{name}={value}" for name, value in options.items()]
        return ["streamlit", "run", "naive_app.py", *flags, "--", str(LAYERS), str(EVIDENCE)]

    return running(command, FOLDER, FOLDER / "naive.log")


def our_server() -> AbstractContextManager[Server]:
    """Start our pages."""

    def command(port: int) -> list[str]:
        program = ["groundtext.cli", "serve", "--headless"]
        return [*program, "--workspace", str(WORKSPACE), "--port", str(port)]

    return running(command, ROOT, FOLDER / "groundtext.log")


def _tell(step: str) -> None:
    print(step, file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
