"""One browser and one server for all browser tests; every page is watched for leaving requests."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from contextlib import closing
from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import expect, sync_playwright

from benchmarks.chromium import find_chromium
from groundtext.pipeline import Sources, build
from groundtext.settings import ROOT, WORKSPACE_VARIABLE
from tests.export import zoo

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page

FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
READY = '[data-testid="evidence-map"][data-ready="true"]'
_START_S = 60  # a server that has not answered by then has failed


# Tests say what a page shows in the end; how soon is for `make bench`, on a machine without load.
expect.set_options(timeout=30_000)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Start Chromium; where there is none, the tests fail and say how to get it."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=list(FLAGS))
        yield browser
        browser.close()


def serve(workspace: Path, log: Path, **environment: str) -> Iterator[str]:
    """Run the app over a workspace on a free port, and give its address."""
    with closing(socket.socket()) as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [sys.executable, "-m", "streamlit", "run", str(ROOT / "app.py")]
    command += ["--server.port", str(port), "--server.headless", "true"]
    whole = {**os.environ, WORKSPACE_VARIABLE: str(workspace), **environment}
    with log.open("wb") as output:
        server = subprocess.Popen(
            command, cwd=ROOT, env=whole, stdout=output, stderr=subprocess.STDOUT
        )
        try:
            _wait_for(server, f"http://127.0.0.1:{port}/_stcore/health", log)
            yield f"http://127.0.0.1:{port}"
        finally:
            server.terminate()
            server.wait(timeout=20)


def _wait_for(server: subprocess.Popen[bytes], address: str, log: Path) -> None:
    deadline = time.monotonic() + _START_S
    while time.monotonic() < deadline and server.poll() is None:
        try:
            with urllib.request.urlopen(address, timeout=2):  # noqa: S310 -- our own server
                return
        except (urllib.error.URLError, OSError):
            time.sleep(0.1)
    pytest.fail(f"The app did not start:\n{log.read_text(encoding='utf-8', errors='replace')}")


@pytest.fixture(scope="session")
def zoo_address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Serve the made-up workspace, hostile text and all."""
    folder = tmp_path_factory.mktemp("zoo")
    with closing(zoo.workspace(folder)) as workspace:
        path = workspace.path
    yield from serve(path, folder / "server.log")


@pytest.fixture(scope="session")
def shipped(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the workspace that the repository's own layers and quotations make."""
    path = tmp_path_factory.mktemp("shipped") / "shipped.gpkg"
    build(Sources(), path)
    return path


@pytest.fixture(scope="session")
def address(shipped: Path) -> Iterator[str]:
    """Serve the shipped workspace; a module with a fixture of that name serves its own."""
    yield from serve(shipped, shipped.with_suffix(".log"))


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """Open a page that fails the test if it asks another host, runs foreign text, or errs."""
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    page = context.new_page()
    foreign: list[str] = []
    faults: list[str] = []
    page.on("request", lambda request: foreign.append(request.url) if leaves(request.url) else None)
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("dialog", lambda dialog: faults.append(f"dialog: {dialog.message}"))
    yield page
    ran: Any = page.evaluate("window.ran")
    context.close()
    assert (foreign, faults, ran) == ([], [], None)


def leaves(url: str) -> bool:
    """Tell whether a request leaves this machine."""
    return not url.startswith(("http://127.0.0.1:", "data:", "blob:"))
