"""The server's sockets: small answers must not wait."""

from __future__ import annotations

import os
import socket
import stat
from pathlib import Path
from typing import Final

_DESCRIPTORS: Final = Path("/dev/fd")  # Linux and macOS


def send_at_once() -> tuple[int, ...]:
    """Switch Nagle's algorithm off for every connection that this process accepts from now on.

    Returns the ports that it listens on, in ascending order.

    Streamlit opens its socket without naming the protocol, so that asyncio does not do it:
    an answer's head and body go out apart, and the body then waits for the browser's delayed
    acknowledgement, 40 ms for each of the page's hundred files. Connections inherit the option
    from the socket that listens, which is open when the app is imported.
    """
    if not _DESCRIPTORS.is_dir():
        return ()
    entries = os.listdir(_DESCRIPTORS)  # noqa: PTH208  the names are wanted, not paths
    return tuple(sorted({port for entry in entries if (port := _quicken(int(entry)))}))


def _quicken(descriptor: int) -> int | None:
    """Return the port, if the descriptor is a socket that listens on one."""
    try:
        if not stat.S_ISSOCK(os.fstat(descriptor).st_mode):
            return None
        copy = os.dup(descriptor)
    except OSError:
        return None  # closed meanwhile, such as the one that listed the folder
    # The option belongs to the socket and not to the descriptor: a copy of it will do.
    with socket.socket(fileno=copy) as opened:
        is_tcp = opened.family in (socket.AF_INET, socket.AF_INET6)
        if not (is_tcp and opened.type == socket.SOCK_STREAM and _listens(opened)):
            return None
        opened.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        return int(opened.getsockname()[1])


def _listens(opened: socket.socket) -> bool:
    return bool(opened.getsockopt(socket.SOL_SOCKET, socket.SO_ACCEPTCONN))
