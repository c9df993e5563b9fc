from __future__ import annotations

import socket
from contextlib import closing
from pathlib import Path

from groundtext.ui.sockets import send_at_once


def waits(opened: socket.socket) -> bool:
    return not opened.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY)


def test_a_connection_accepted_afterwards_sends_at_once() -> None:
    with closing(socket.create_server(("127.0.0.1", 0))) as listening:
        assert waits(listening)
        address = listening.getsockname()
        assert address[1] in send_at_once()
        assert not waits(listening)
        with closing(socket.create_connection(address)), closing(listening.accept()[0]) as accepted:
            assert not waits(accepted)


def test_other_sockets_and_files_are_left_alone() -> None:
    with (
        closing(socket.socket()) as idle,
        closing(socket.socket(type=socket.SOCK_DGRAM)) as letters,
    ):
        send_at_once()
        assert waits(idle)
        assert letters.fileno() >= 0


def test_no_descriptor_stays_open(tmp_path: Path) -> None:
    with (tmp_path / "file").open("w"), closing(socket.socket()):
        before = sorted(Path("/dev/fd").iterdir())
        send_at_once()
        assert sorted(Path("/dev/fd").iterdir()) == before
