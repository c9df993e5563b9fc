"""Tasks → workers → results: each task's result once, whatever dies on the way."""

from __future__ import annotations

from time import monotonic
from typing import TYPE_CHECKING, Any, Final

from distributed import Client, KilledWorker, wait
from distributed.client import FuturesCancelledError

from groundtext.engines.engine import Died
from groundtext.engines.worker import deliver, run_task
from groundtext.errors import EngineError, GroundtextError

if TYPE_CHECKING:
    from collections.abc import Generator, Iterable, Iterator, Sequence

    from distributed import Future

    from groundtext.engines.engine import Result, Task, Work

# Tasks under way for each thread: one is run, the others wait beside it. More would only fill
# the scheduler's memory with copies of what is to be read.
_IN_HAND: Final = 4
_LOOK_S: Final = 1.0  # seconds between looks at who is there
_PATIENCE_S: Final = 60.0  # seconds without any worker


def dispatch(
    client: Client, work: Work[Task, Result], tasks: Sequence[Task], name: str
) -> Generator[tuple[int, Result | Died]]:
    """Yield the number of each task with its result, as they become ready.

    When a worker dies, Dask suspects every task that it had in hand. The suspects are therefore
    run once more, one at a time, and only what dies alone is given up.

    Raises
    ------
    EngineError
        If the cluster is lost, or the work cannot be opened there; `name` says which it was.
    """
    crew = _Crew(client, name)
    delivered = client.submit(deliver, work, pure=False)
    suspects = []
    for number, result in _run(crew, delivered, enumerate(tasks)):
        if isinstance(result, Died):
            suspects.append(number)
        else:
            yield number, result
    for number in suspects:
        yield from _run(crew, delivered, [(number, tasks[number])])


class _Crew:
    """The workers, looked at now and then."""

    def __init__(self, client: Client, name: str) -> None:
        self.client = client
        self.name = name
        self._n_threads = 0
        self._looked = self._seen = monotonic() - _LOOK_S

    def capacity(self) -> int:
        """Return how many tasks may be under way now."""
        now = monotonic()
        if now - self._looked >= _LOOK_S:
            self._looked = now
            try:
                self._n_threads = sum(self.client.nthreads().values())
            except OSError as error:
                raise self.lost() from error
            if self._n_threads:
                self._seen = now
            elif now - self._seen > _PATIENCE_S:
                raise EngineError(
                    f"{self.name}: no worker has been left for {_PATIENCE_S:.0f} seconds; "
                    "what is done is kept: start workers, and give the same command again."
                )
        return max(self._n_threads, 1) * _IN_HAND

    def lost(self) -> EngineError:
        """Return the error for a cluster that does not answer any more."""
        return EngineError(
            f"{self.name}: the connection was lost; what is done is kept: "
            "give the same command again to go on."
        )


def _run(
    crew: _Crew, delivered: Future[Any], tasks: Iterable[tuple[int, Any]]
) -> Iterator[tuple[int, Any]]:
    waiting = iter(tasks)
    under_way: dict[Future[Any], int] = {}
    while True:
        for _ in range(crew.capacity() - len(under_way)):
            number, task = next(waiting, (-1, None))
            if number < 0:
                break
            under_way[crew.client.submit(run_task, delivered, task, pure=False)] = number
        if not under_way:
            return
        for future in _ready(crew, list(under_way)):
            yield under_way.pop(future), _result(crew, future)


def _ready(crew: _Crew, futures: list[Future[Any]]) -> list[Future[Any]]:
    """Return those that are done, after at most `_LOOK_S` seconds."""
    try:
        done = wait(futures, timeout=_LOOK_S, return_when="FIRST_COMPLETED").done
    except TimeoutError:
        return []
    except FuturesCancelledError as error:
        raise crew.lost() from error
    # "lost": its worker died before the result was fetched. Dask is doing it again.
    return [future for future in done if future.status != "lost"]


def _result(crew: _Crew, future: Future[Any]) -> object:
    error = future.exception()
    if error is None:
        return future.result()
    if isinstance(error, KilledWorker):
        return Died()
    if isinstance(error, GroundtextError):
        raise error
    raise EngineError(
        f"{crew.name}: a worker cannot do the work ({type(error).__name__}: {error}); "
        "install the same Groundtext there as here."
    ) from error
