"""Dask distributed: several processes on this machine, or a cluster at an address.

The only module that imports Dask. One client and one loop serve both; they differ in who
started the workers.
"""

from __future__ import annotations

import logging
import warnings
from contextlib import contextmanager
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Final, cast

import dask.config
from distributed import Client, LocalCluster
from distributed.utils import silence_logging_cmgr
from distributed.versions import VersionMismatchWarning

from groundtext.engines.dispatch import dispatch
from groundtext.errors import EngineError

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator, Mapping, Sequence

    from distributed.client import VersionsDict

    from groundtext.engines.engine import Died, Result, Task, Work

_CONNECT_S: Final = 10  # seconds; a scheduler that is there answers in less than one
_START_S: Final = 30  # seconds until a first worker must be there
# One death may be an accident (memory, somebody's kill); the task that is run alone is asked again.
_ALLOWED_DEATHS: Final = 1
# What both ends must have alike to understand each other; Python to its minor version.
_ALIKE: Final = ("python", "dask", "distributed", "cloudpickle", "msgpack")


class LocalProcesses:
    """So many processes on this machine, started for one run and ended with it.

    They talk through the loopback address; there is no dashboard, and no page is served.
    """

    def __init__(self, n_workers: int) -> None:
        self._n_workers = n_workers

    def run(
        self, work: Work[Task, Result], tasks: Sequence[Task]
    ) -> Generator[tuple[int, Result | Died]]:
        """Start the processes, yield results as they become ready, and end the processes."""
        name = f"{self._n_workers} processes on this machine"
        with _settings(), TemporaryDirectory(prefix="groundtext-") as scratch:
            try:
                # No more processes than tasks: each takes a second to start.
                cluster = _local_cluster(min(self._n_workers, len(tasks)), scratch)
            except (OSError, RuntimeError) as error:
                raise EngineError(
                    f"{name} cannot be started ({error}); give a smaller number to --workers."
                ) from error
            with cluster, Client(cluster) as client:
                yield from dispatch(client, work, tasks, name)


class Cluster:
    """The workers of a scheduler that somebody else runs."""

    def __init__(self, address: str) -> None:
        self._address = address

    def run(
        self, work: Work[Task, Result], tasks: Sequence[Task]
    ) -> Generator[tuple[int, Result | Died]]:
        """Connect, yield results as they become ready, and leave the cluster as it was."""
        with _settings(), _connect(self._address) as client:
            _wait_for_workers(client, self._address)
            _refuse_other_versions(client, self._address)
            yield from dispatch(client, work, tasks, self._address)


@contextmanager
def _settings() -> Iterator[None]:
    """Serve no page, send nothing unasked, and leave it to us to say what went wrong."""
    changes = {
        "distributed.scheduler.http.routes": [],
        "distributed.worker.http.routes": [],
        # The work travels once to each worker, as a part of the graph: unlike scattered data it
        # can then be sent anew when every worker that held it has died.
        "distributed.admin.large-graph-warning-threshold": "1 GiB",
    }
    with dask.config.set(changes), silence_logging_cmgr(logging.CRITICAL + 1):
        yield


def _local_cluster(n_workers: int, scratch: str) -> LocalCluster:
    return LocalCluster(
        n_workers=n_workers,
        threads_per_worker=1,  # the steps are Python: threads would only take turns
        host="127.0.0.1",
        dashboard_address=None,
        # Without an address of its own, the scheduler would try Dask's usual port.
        scheduler_kwargs={
            "dashboard_address": "127.0.0.1:0",
            "dashboard": False,
            "allowed_failures": _ALLOWED_DEATHS,
        },
        local_directory=scratch,
        silence_logs=logging.CRITICAL + 1,
    )


def _connect(address: str) -> Client:
    try:
        with warnings.catch_warnings():
            # We look ourselves, below, and say which worker differs in what.
            warnings.simplefilter("ignore", VersionMismatchWarning)
            return Client(address, timeout=_CONNECT_S)
    except (OSError, ValueError, ImportError) as error:
        raise EngineError(
            f"{address}: no Dask scheduler can be reached there within {_CONNECT_S} seconds "
            f"({error}); start one with `dask scheduler`, correct the address given to "
            "--scheduler, or leave it out to build on this machine."
        ) from error


def _wait_for_workers(client: Client, address: str) -> None:
    try:
        client.wait_for_workers(1, timeout=_START_S)
    except TimeoutError as error:
        raise EngineError(
            f"{address}: the scheduler has had no worker for {_START_S} seconds; start some with "
            f"`dask worker {address}`, or leave --scheduler out to build on this machine."
        ) from error


def _refuse_other_versions(client: Client, address: str) -> None:
    versions = cast("VersionsDict", client.get_versions())
    ours = _alike(versions["client"])
    others = {"the scheduler": versions["scheduler"], **versions["workers"]}
    differences = [
        f"{name} has {package} {version} (here: {ours[package]})"
        for name, found in others.items()
        for package, version in _alike(found).items()
        if version != ours[package]
    ]
    if differences:
        raise EngineError(
            f"{address}: other versions than here: {'; '.join(differences)}; "
            "install the same there, from requirements.txt."
        )


def _alike(versions: Mapping[str, Mapping[str, object]]) -> dict[str, str]:
    packages = versions["packages"]
    found = {name: str(packages.get(name)) for name in _ALIKE}
    return found | {"python": ".".join(found["python"].split(".")[:2])}
