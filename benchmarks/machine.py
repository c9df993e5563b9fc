"""On what was measured, and how busy it was."""

from __future__ import annotations

import os
import platform
import subprocess
import time
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from typing import Final

import psutil

_CPUINFO: Final = Path("/proc/cpuinfo")
_LOOPS: Final = 1_000_000
_QUIET: Final = 10.0  # per cent of all cores
_LOOK_S: Final = 1.0
_PATIENCE_S: Final = 60


@dataclass(frozen=True, slots=True)
class Machine:
    """The machine and the versions that a figure depends on."""

    cpu: str
    cores: int
    ram_gb: float  # 10⁹ bytes
    system: str
    versions: tuple[tuple[str, str], ...]  # program and version
    load: float  # runnable processes, mean of the last minute before measuring


def describe_machine(chromium: str) -> Machine:
    """Return what this machine is, with the browser's version as the caller knows it."""
    packages = ("streamlit", "folium", "streamlit-folium", "xstatic-leaflet", "geopandas")
    return Machine(
        cpu=_cpu_model(),
        cores=os.cpu_count() or 1,
        ram_gb=psutil.virtual_memory().total / 1e9,
        system=f"{platform.system()} {platform.machine()}",
        versions=(
            ("Python", platform.python_version()),
            ("Chromium", chromium),
            *((package, version(package)) for package in packages),
        ),
        load=os.getloadavg()[0],
    )


def calibration_ms() -> float:
    """Return how long a fixed loop takes now, in milliseconds: it tells a busy machine."""
    start = time.perf_counter()
    total = 0
    for number in range(_LOOPS):
        total += number & 7
    return (time.perf_counter() - start) * 1_000


def wait_until_quiet() -> float:
    """Wait until the machine has little else to do, but not for ever.

    Returns
    -------
    float
        How busy all its cores were at the end of the wait, from 0 to 100.
    """
    limit = time.monotonic() + _PATIENCE_S
    while True:
        busy = float(psutil.cpu_percent(interval=_LOOK_S))
        if busy <= _QUIET or time.monotonic() > limit:
            return busy


def _cpu_model() -> str:
    if _CPUINFO.is_file():
        for line in _CPUINFO.read_text(encoding="utf-8").splitlines():
            if line.startswith("model name"):
                return line.split(":", 1)[1].strip()
    if platform.system() == "Darwin":
        command = ["/usr/sbin/sysctl", "-n", "machdep.cpu.brand_string"]
        return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()
    return platform.processor() or "unknown"
