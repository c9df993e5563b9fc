"""The servers that are measured: started on a free port of this machine, ended by their id."""

from __future__ import annotations

import socket
import subprocess
import sys
import time
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection
from typing import TYPE_CHECKING, Final

import psutil

from benchmarks.figures import BenchmarkError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

HOST: Final = "127.0.0.1"
_HEALTH: Final = "/_stcore/health"
_START_S: Final = 60
_STOP_S: Final = 15
_LOOK_AGAIN_S: Final = 0.1


@dataclass(frozen=True, slots=True)
class Server:
    """A running server."""

    url: str
    process_id: int

    def resident_bytes(self) -> int:
        """Return the resident memory of the server's process and of all that it started."""
        process = psutil.Process(self.process_id)
        family = [process, *process.children(recursive=True)]
        return sum(int(member.memory_info().rss) for member in family)


def free_port() -> int:
    """Return a port on which nothing listens at the moment."""
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        return int(probe.getsockname()[1])


@contextmanager
def running(command: Callable[[int], Sequence[str]], folder: Path, log: Path) -> Iterator[Server]:
    """Start a server, wait until it is healthy, and end it afterwards.

    Parameters
    ----------
    command
        The program and its arguments, for the port to listen on.
    folder
        Where it runs; Streamlit reads its configuration there.
    log
        Where its output goes.

    Raises
    ------
    BenchmarkError
        If it ends by itself or is not healthy in time.
    """
    port = free_port()
    with log.open("wb") as output:
        process = subprocess.Popen(
            [sys.executable, "-m", *command(port)], cwd=folder, stdout=output, stderr=output
        )
        try:
            _wait_until_healthy(process, port, log)
            yield Server(f"http://{HOST}:{port}/", process.pid)
        finally:
            process.terminate()
            try:
                process.wait(_STOP_S)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()


def _wait_until_healthy(process: subprocess.Popen[bytes], port: int, log: Path) -> None:
    limit = time.monotonic() + _START_S
    while time.monotonic() < limit and process.poll() is None:
        if _is_healthy(port):
            return
        time.sleep(_LOOK_AGAIN_S)
    said = log.read_text(encoding="utf-8", errors="replace").strip()
    raise BenchmarkError(f"the server was not ready after {_START_S} s; it said: {said}")


def _is_healthy(port: int) -> bool:
    connection = HTTPConnection(HOST, port, timeout=5)
    try:
        connection.request("GET", _HEALTH)
        return connection.getresponse().status == 200  # noqa: PLR2004  OK
    except ConnectionError:
        return False
    finally:
        connection.close()
