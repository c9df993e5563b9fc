"""How fast search, timeline and the change of pages answer: `make bench-pages`.

Writes docs/benchmarks-pages.md. Medians of seven in one run; the naive page of `make bench` stands
beside them with what it has instead: a rerun of its whole script. Exits with 1 only if something
could not be measured.
"""

from __future__ import annotations

import shutil
import sys
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, Final

from playwright.sync_api import sync_playwright

from benchmarks.builds import timed_build
from benchmarks.chromium import find_chromium
from benchmarks.figures import BenchmarkError
from benchmarks.machine import calibration_ms, describe_machine, wait_until_quiet
from benchmarks.pages import naive_page, read_scene
from benchmarks.run import (
    EVIDENCE,
    FOLDER,
    RUNS,
    WORKSPACE,
    export_evidence,
    naive_server,
    our_server,
)
from benchmarks.vendor import fetch_assets
from benchmarks.visits import Traffic, visit
from groundtext.settings import LAYERS, ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from playwright.sync_api import Browser, Page

_REPORT: Final = ROOT / "docs" / "benchmarks-pages.md"
_READY: Final = '[data-testid="evidence-map"][data-ready="true"]'
# Where each page is seen to be there, by its path.
_PAGES: Final = {
    "/documents": '.gt-documents [data-ready="true"]',
    "/evidence": ".gt-evidence tbody tr:not(.gt-spacer)",
    "/timeline": '.gt-timeline [data-ready="true"]',
    "/compare": ".gt-compare tbody tr",
    "/sources": '[data-testid="sources"]',
    "/search": '.gt-searchpage [data-ready="true"]',
    "/": '.gt-root:not(.gt-documents, .gt-timeline, .gt-searchpage) [data-ready="true"]',
}
_WORDS: Final = ("moscow", "pipeline", "northern prov", "tapi", "bagram", "taliban", "mazar")
_SEARCH_MS, _BRUSH_MS, _SWITCH_MS, _SOCKET_KB = 150.0, 50.0, 500.0, 100.0
_CLOCK: Final = Path(__file__).with_name("rooms.js").read_text(encoding="utf-8")
_NOTES: Final = Path(__file__).with_name("rooms.md").read_text(encoding="utf-8")


@dataclass(frozen=True, slots=True)
class Row:
    """One figure with what is asked of it."""

    name: str
    values: tuple[float, ...]
    asked: float
    unit: str = "ms"

    @property
    def is_met(self) -> bool:
        """Whether the median is as good as is asked."""
        return median(self.values) <= self.asked


def main() -> int:
    """Measure, print and write; return the exit code."""
    try:
        rows, usual, conditions = _measure()
    except BenchmarkError as error:
        print(f"bench: {error}", file=sys.stderr)
        return 1
    _REPORT.write_text(render(rows, usual, conditions), encoding="utf-8")
    for row in rows:
        print(f"{row.name}: {median(row.values):.1f} {row.unit}, asked {row.asked:g}: {row.is_met}")
    return 0


def _measure() -> tuple[list[Row], list[tuple[float, float]], list[tuple[str, str]]]:
    fetch_assets(FOLDER / "static" / "vendor")
    shutil.copyfile(ROOT / "benchmarks" / "naive_app.py", FOLDER / "naive_app.py")
    timed_build(WORKSPACE)
    export_evidence()
    scene = read_scene(LAYERS, EVIDENCE)
    usual: list[tuple[float, float]] = []
    calibration: list[float] = []
    with sync_playwright() as playwright, ExitStack() as servers:
        browser = playwright.chromium.launch(executable_path=find_chromium())
        naive_url = servers.enter_context(naive_server()).url
        ours = servers.enter_context(our_server()).url.rstrip("/")
        visit(browser, naive_page(scene), naive_url, scene)
        search: list[float] = []
        brush: list[float] = []
        switches: dict[str, list[float]] = {path: [] for path in _PAGES}
        for _ in range(RUNS):
            wait_until_quiet()
            calibration.append(calibration_ms())
            seen = visit(browser, naive_page(scene), naive_url, scene)
            usual.append((seen.load_ms, seen.off_ms))
            search.append(_search(browser, ours))
            brush.append(_brush(browser, ours))
            for path, taken in _switches(browser, ours):
                switches[path].append(taken)
        sockets = {path: [_socket_kb(browser, f"{ours}{path}")] for path in _PAGES}
        machine = describe_machine(browser.version)
        browser.close()
    rows = [
        Row("search as you type → results", tuple(search), _SEARCH_MS),
        Row("brush → redraw", tuple(brush), _BRUSH_MS),
        *(Row(f"page switch to {path}", tuple(v), _SWITCH_MS) for path, v in switches.items()),
        *(
            Row(f"websocket on load of {path}", tuple(v), _SOCKET_KB, "kB")
            for path, v in sockets.items()
        ),
    ]
    conditions = [
        ("date", datetime.now(UTC).date().isoformat()),
        ("processor", f"{machine.cpu}, {machine.cores} cores"),
        ("versions", ", ".join(f"{name} {version}" for name, version in machine.versions)),
        ("calibration, ms", f"{median(calibration):.1f}"),
    ]
    return rows, usual, conditions


def _opened(browser: Browser, url: str, sign: str) -> Page:
    page = browser.new_context(viewport={"width": 1280, "height": 800}).new_page()
    page.add_init_script(_CLOCK)
    page.goto(url)
    page.wait_for_selector(sign)
    page.wait_for_timeout(700)
    return page


def _search(browser: Browser, url: str) -> float:
    page = _opened(browser, url, _READY)
    taken = [
        float(page.evaluate("(words) => groundtextRooms.search(words)", words)) for words in _WORDS
    ]
    page.context.close()
    return median(taken)


def _brush(browser: Browser, url: str) -> float:
    page = _opened(browser, f"{url}/timeline", _READY)
    taken = [
        float(page.evaluate("(part) => groundtextRooms.brush(part)", part / 10))
        for part in range(1, 8)
    ]
    page.context.close()
    return median(taken)


def _switches(browser: Browser, url: str) -> Iterator[tuple[str, float]]:
    page = _opened(browser, url, _READY)
    for path, sign in _PAGES.items():
        yield path, float(page.evaluate("(to) => groundtextRooms.turn(to)", [path, sign]))
        page.wait_for_timeout(700)
    page.context.close()


def _socket_kb(browser: Browser, url: str) -> float:
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    page = context.new_page()
    traffic = Traffic()
    protocol = context.new_cdp_session(page)
    protocol.send("Network.enable")
    for event in ("Network.webSocketFrameReceived", "Network.webSocketFrameSent"):
        protocol.on(event, traffic.take_frame)
    page.goto(url)
    page.locator(".gt-root:not(.gt-searchbox)").first.wait_for()
    page.wait_for_timeout(2_500)
    context.close()
    return traffic.socket_bytes / 1_000


def render(
    rows: Sequence[Row],
    usual: Sequence[tuple[float, float]],
    conditions: Sequence[tuple[str, str]],
) -> str:
    """Return the report in Markdown."""
    loads, offs = zip(*usual, strict=True)
    lines = [
        "# Search, timeline and the change of pages",
        "",
        "Written by `make bench-pages`; do not edit it by hand. The shipped corpus, 1280 × 800.",
        "",
        "|  | asked | measured |  |",
        "| --- | --- | --- | --- |",
    ]
    lines += [_line(row) for row in rows]
    notes = _NOTES.format(off=median(offs), load=median(loads))
    machine = "".join(f"| {name} | {words} |\n" for name, words in conditions)
    return "\n".join(lines) + "\n" + notes + machine


def _line(row: Row) -> str:
    middle = f"{median(row.values):.1f}"
    if len(row.values) > 1:
        middle += f" ({min(row.values):.1f}–{max(row.values):.1f})"
    met = "met" if row.is_met else "NOT met"
    return f"| {row.name} | ≤ {row.asked:g} {row.unit} | {middle} {row.unit} | {met} |"


if __name__ == "__main__":
    sys.exit(main())
