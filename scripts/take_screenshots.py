"""Take the pictures of every page anew, light, dark and on a phone: `make screenshots`.

Most pages show what ships; Evidence and Import show the example of `examples/`, imported into a
project that is thrown away. `docs/screens.md` shows all of them.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
import urllib.request
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Final, Literal, NamedTuple

from playwright.sync_api import sync_playwright

from benchmarks.chromium import find_chromium
from groundtext.pipeline import Sources, build
from groundtext.project import find_sources
from groundtext.project.building import import_into, open_or_create
from groundtext.settings import ROOT, WORKSPACE_VARIABLE

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from playwright.sync_api import Browser, Page, ViewportSize

_FOLDER: Final = ROOT / "docs" / "screenshots"
_PORT: Final = 8_571
_FLAGS: Final = ("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic")
_READY: Final = '[data-ready="true"]'
_PASSAGE: Final = "document=gas-transit-and-peace&start=870&end=1190"


class _Look(NamedTuple):
    """A way to look at a page."""

    suffix: str
    size: ViewportSize
    scheme: Literal["light", "dark"]
    has_touch: bool = False


class _Shot(NamedTuple):
    """A page in a state, and the sign that it is there."""

    name: str
    path: str
    sign: str = _READY


_LOOKS: Final = (
    _Look("", {"width": 1440, "height": 900}, "light"),
    _Look("-dark", {"width": 1440, "height": 900}, "dark"),
    _Look("-phone", {"width": 390, "height": 844}, "light", has_touch=True),
)
_SHIPPED: Final = (
    _Shot("map", "/?feature=tapi"),
    _Shot("documents", f"/documents?{_PASSAGE}"),
    _Shot("timeline", "/timeline?from=2009&to=2016"),
    _Shot("compare", "/compare?feature=istanbul-2021-04", '[data-testid="sides"]'),
    _Shot("coverage", "/compare", '[data-testid="matrix"]'),
    _Shot("search", "/search?q=moscow"),
    _Shot("sources", "/sources", '[data-testid="sources"]'),
)
_EXAMPLE: Final = (
    _Shot("evidence", "/evidence?feature=gauge-kaub"),
    _Shot("import", "/import", '[data-testid="import-report"]'),
)


def main() -> None:
    """Take all of them."""
    with TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=list(_FLAGS))
        # What decisions somebody has made here beside the workspace is nobody else's picture.
        build(Sources(), Path(folder) / "shipped.gpkg")
        _take_all(browser, Path(folder) / "shipped.gpkg", _SHIPPED)
        project = open_or_create(Path(folder) / "low-water-on-the-rhine")
        import_into(project, find_sources([ROOT / "examples" / "rhine-low-water"]))
        _take_all(browser, project.workspace, _EXAMPLE)
        browser.close()


def _take_all(browser: Browser, workspace: Path, shots: Iterable[_Shot]) -> None:
    with _served(workspace) as address:
        for look in _LOOKS:
            context = browser.new_context(
                viewport=look.size, color_scheme=look.scheme, has_touch=look.has_touch
            )
            context.add_init_script(
                "localStorage.setItem('groundtext-reviewer', 'A. Reader');"
                "localStorage.setItem('groundtext-tour', 'seen');"
            )
            page = context.new_page()
            for shot in shots:
                _take(page, f"{address}{shot.path}", f"{shot.name}{look.suffix}", shot.sign)
            context.close()


@contextmanager
def _served(workspace: Path) -> Iterator[str]:
    command = [sys.executable, "-m", "streamlit", "run", "app.py", "--server.headless", "true"]
    environment = {**os.environ, WORKSPACE_VARIABLE: str(workspace)}
    server = subprocess.Popen(  # noqa: S603  our own app
        [*command, "--server.port", str(_PORT)],
        cwd=ROOT,
        env=environment,
        stdout=subprocess.DEVNULL,
    )
    address = f"http://127.0.0.1:{_PORT}"
    try:
        for _ in range(120):
            try:
                urllib.request.urlopen(f"{address}/_stcore/health", timeout=2).close()  # noqa: S310
            except OSError:
                time.sleep(0.5)
            else:
                break
        yield address
    finally:
        server.terminate()
        server.wait(timeout=20)


def _take(page: Page, address: str, name: str, ready: str) -> None:
    page.goto(address)
    page.wait_for_selector(ready)
    page.wait_for_timeout(1_500)  # until signs and names have found their places
    page.screenshot(path=_FOLDER / f"{name}.png")
    print(f"{name}.png")


if __name__ == "__main__":
    main()
