"""What happens inside a worker process. It must not import Dask: the worker has done so."""

from __future__ import annotations

from threading import Lock
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Callable

    from groundtext.engines.engine import Result, Task, Work

_opened: Final[dict[str, Callable[[Any], Any]]] = {}
# A worker of somebody's cluster may have several threads. Steps are Python and would only take
# turns; and what they keep for later tasks need not be safe for threads.
_turn: Final = Lock()


def deliver(work: Work[Task, Result]) -> Work[Task, Result]:
    """Return the work: as a task of its own it travels to each worker once, not with each task."""
    return work


def run_task(work: Work[Task, Result], task: Task) -> Result:
    """Run one task with the step that this process has opened."""
    with _turn:
        step: Callable[[Task], Result] = _opened_step(work)
        return step(task)


def _opened_step(work: Work[Any, Any]) -> Callable[[Any], Any]:
    if work.key not in _opened:
        step = work.open()
        _opened.clear()  # one at a time: what a step needs may take a hundred megabytes
        _opened[work.key] = step
    return _opened[work.key]
