"""Where this machine's browser is."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import Final

from benchmarks.figures import BenchmarkError

_NAMES: Final = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
_MAC_PROGRAMS: Final = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
)


def find_chromium() -> str:
    """Return the path of Chromium or Chrome; the variable CHROMIUM names another one.

    Raises
    ------
    BenchmarkError
        If there is none.
    """
    candidates = [os.environ.get("CHROMIUM"), *map(shutil.which, _NAMES), *_MAC_PROGRAMS]
    for program in candidates:
        if program and Path(program).is_file():
            return program
    raise BenchmarkError(
        "no Chromium or Chrome was found; install one (Debian: apt install chromium; "
        "macOS: brew install --cask chromium) or name it: make bench CHROMIUM=/path/to/it"
    )
