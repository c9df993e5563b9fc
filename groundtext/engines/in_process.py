"""One task after the other, here: nothing is started, and nothing is imported."""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Generator, Sequence

    from groundtext.engines.engine import Result, Task, Work


class InProcess:
    """The engine for most builds."""

    def run(self, work: Work[Task, Result], tasks: Sequence[Task]) -> Generator[tuple[int, Result]]:
        """Yield the tasks' results in their order."""
        step = work.open()
        # What a step needs lives as long as the run: no collection has to go through it again.
        gc.freeze()
        try:
            for number, task in enumerate(tasks):
                yield number, step(task)
        finally:
            gc.unfreeze()
