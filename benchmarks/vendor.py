"""What folium would load from other hosts, fetched once from the npm registry."""

from __future__ import annotations

import shutil
import subprocess
from typing import TYPE_CHECKING, Final

from benchmarks.figures import BenchmarkError

if TYPE_CHECKING:
    from pathlib import Path

# The versions that folium 0.20 names; of leaflet.awesome-markers npm has no 2.0.2.
_PACKAGES: Final = (
    "leaflet@1.9.3",
    "jquery@3.7.1",
    "bootstrap@5.2.2",
    "leaflet.awesome-markers@2.0.5",
    "@fortawesome/fontawesome-free@6.2.0",
)


def fetch_assets(folder: Path) -> None:
    """Make sure that `folder` holds the assets, one package a folder; a second call does nothing.

    They are moved and not linked, because Streamlit's static serving does not follow links.

    Raises
    ------
    BenchmarkError
        If npm is missing or cannot fetch them.
    """
    if folder.is_dir():
        return
    npm = shutil.which("npm")
    if npm is None:
        raise BenchmarkError(
            "npm is missing; the page to compare with needs it once, to fetch its scripts "
            "(Debian: apt install npm; macOS: brew install node)."
        )
    scratch = folder.with_name("npm")
    scratch.mkdir(parents=True, exist_ok=True)
    fetched = subprocess.run(
        [npm, "install", "--no-audit", "--no-fund", "--ignore-scripts", *_PACKAGES],
        cwd=scratch,
        capture_output=True,
        text=True,
        check=False,
    )
    if fetched.returncode:
        raise BenchmarkError(f"npm could not fetch {', '.join(_PACKAGES)}: {fetched.stderr}")
    (scratch / "node_modules").rename(folder)
    shutil.rmtree(scratch)
