"""Take the pictures of the README anew: `python -m scripts.take_screenshots`.

The map and the documents are those that ship; Evidence and Import show the example of
`examples/`, imported into a project that is thrown away.
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
from typing import TYPE_CHECKING, Final

from playwright.sync_api import sync_playwright

from benchmarks.chromium import find_chromium
from groundtext.project import find_sources
from groundtext.project.building import import_into, open_or_create
from groundtext.settings import DEFAULT_WORKSPACE, ROOT, WORKSPACE_VARIABLE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Page, ViewportSize

_FOLDER: Final = ROOT / "docs" / "screenshots"
_PORT: Final = 8_571
_SIZE: Final[ViewportSize] = {"width": 1440, "height": 900}
_PASSAGE: Final = "document=gas-transit-and-peace&start=870&end=1190"
_FLAGS: Final = ("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic")


def main() -> None:
    """Take all four."""
    with TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=list(_FLAGS))
        page = browser.new_page(viewport=_SIZE)
        with _served(DEFAULT_WORKSPACE) as address:
            _take(page, f"{address}/?feature=tapi", "map", '[data-ready="true"]')
            _take(page, f"{address}/documents?{_PASSAGE}", "documents", '[data-ready="true"]')
        project = open_or_create(Path(folder) / "low-water-on-the-rhine")
        import_into(project, find_sources([ROOT / "examples" / "rhine-low-water"]))
        page.add_init_script("localStorage.setItem('groundtext-reviewer', 'A. Reader')")
        with _served(project.workspace) as address:
            _take(page, f"{address}/evidence?feature=gauge-kaub", "evidence", '[data-ready="true"]')
            _take(page, f"{address}/import", "import", '[data-testid="import-report"]')
        browser.close()


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
