"""How long a build of the default corpus takes."""

from __future__ import annotations

import subprocess
import sys
import time
from typing import TYPE_CHECKING

from benchmarks.figures import BenchmarkError, Build
from groundtext.settings import ROOT

if TYPE_CHECKING:
    from pathlib import Path


def timed_build(workspace: Path) -> Build:
    """Build in a fresh process, from starting the interpreter to its end.

    Raises
    ------
    BenchmarkError
        If the build fails.
    """
    workspace.unlink(missing_ok=True)
    start = time.perf_counter()
    finished = subprocess.run(
        [sys.executable, "-m", "benchmarks.timed_build", str(workspace)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    whole_s = time.perf_counter() - start
    if finished.returncode:
        raise BenchmarkError(f"the build failed: {finished.stderr.strip()}")
    return Build(whole_s=whole_s, after_imports_s=float(finished.stdout.split()[-1]))
