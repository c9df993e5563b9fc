"""Build the default corpus in this process, and say how long it took after the imports.

Run by `benchmarks.builds` with the workspace to write; prints seconds on the last line.
"""

from __future__ import annotations

import sys
import time
from importlib import import_module

from groundtext.cli import main

# The command imports it by itself, but only once it runs.
import_module("groundtext.pipeline")
start = time.perf_counter()
code = main(["build", "--workspace", sys.argv[1]])
print(time.perf_counter() - start)
sys.exit(code)
