from __future__ import annotations

import os
import socket
from pathlib import Path

import pytest

from benchmarks.figures import BenchmarkError
from benchmarks.servers import HOST, Server, free_port, running


def test_a_free_port_can_be_bound() -> None:
    with socket.socket() as listener:
        port = free_port()
        listener.bind((HOST, port))
        assert listener.getsockname() == (HOST, port)


def test_resident_memory_is_that_of_the_process_and_its_children() -> None:
    assert Server(url="", process_id=os.getpid()).resident_bytes() > 1_000_000


def test_a_server_that_ends_by_itself_is_reported_with_its_words(tmp_path: Path) -> None:
    def command(port: int) -> list[str]:
        return ["platform", str(port)]

    log = tmp_path / "server.log"
    with pytest.raises(BenchmarkError, match="not ready"), running(command, tmp_path, log):
        pass
    assert log.read_text(encoding="utf-8")
