"""The server's sockets: small answers must not wait."""

from __future__ import annotations

import os
import socket
import stat
from pathlib import Path
from typing import Final

_DESCRIPTORS: Final = Path("/dev/fd")  # Linux and macOS


def send_at_once() -> None:
    """Switch Nagle's algorithm off for every connection that this process accepts from now on.

    Streamlit opens its socket without naming the protocol, so that asyncio does not do it:
    an answer's head and body go out apart, and the body then waits for the browser's delayed
    acknowledgement, 40 ms for each of the page's hundred files. Connections inherit the option
    from the socket that listens, which is open when the app is imported.
    """
    if not _DESCRIPTORS.is_dir():
        return
    for entry in os.listdir(_DESCRIPTORS):  # noqa: PTH208  the names are wanted, not paths
        _quicken(int(entry))


def _quicken(descriptor: int) -> None:
    try:
        if not stat.S_ISSOCK(os.fstat(descriptor).st_mode):
            return
        copy = os.dup(descriptor)
    except OSError:
        return  # closed meanwhile, such as the one that listed the folder
    # The option belongs to the socket and not to the descriptor: a copy of it will do.
    with socket.socket(fileno=copy) as opened:
        if opened.family not in (socket.AF_INET, socket.AF_INET6):
            return
        if opened.type == socket.SOCK_STREAM and _listens(opened):
            opened.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)


def _listens(opened: socket.socket) -> bool:
    return bool(opened.getsockopt(socket.SOL_SOCKET, socket.SO_ACCEPTCONN))
