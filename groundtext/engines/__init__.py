"""Where the steps of a build run: in this process, in several, or on a Dask cluster."""

from __future__ import annotations

from typing import TYPE_CHECKING

from groundtext.engines.engine import Died as Died
from groundtext.engines.in_process import InProcess as InProcess

if TYPE_CHECKING:
    from groundtext.engines.engine import Engine as Engine
    from groundtext.engines.engine import Work as Work


def choose_engine(n_workers: int | None = None, scheduler: str | None = None) -> Engine:
    """Return the engine for so many processes, or for the cluster at an address."""
    if n_workers is None and scheduler is None:
        return InProcess()
    # Dask takes a second to import, which most builds need not spend.
    from groundtext.engines.cluster import Cluster, LocalProcesses  # noqa: PLC0415

    return Cluster(scheduler) if scheduler is not None else LocalProcesses(n_workers or 1)
