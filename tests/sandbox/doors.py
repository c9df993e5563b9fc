"""Readers that misbehave, each in its own way; the sandbox runs them in its worker."""

from __future__ import annotations

import ctypes
import os
import socket
import subprocess
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

from groundtext.formats import Extract, Member, Refused, TextExtract

if TYPE_CHECKING:
    from collections.abc import Iterator


def _text(file: str, text: str) -> TextExtract:
    return TextExtract(file, "txt", "0" * 64, text)


def door(file: str, source: bytes) -> Iterator[Extract]:
    """Do what the source says."""
    deed, _, rest = source.decode().partition(" ")
    done: Any = _DEEDS[deed](rest)
    yield _text(file, f"{deed}: {done}")


def _hang(_rest: str) -> str:
    time.sleep(60)
    return "woke"


def _eat(_rest: str) -> str:
    eaten = [bytes(64 * 1024 * 1024) for _ in range(200)]
    return str(len(eaten))


def _crash(_rest: str) -> str:
    return str(ctypes.string_at(1))  # no memory of ours is there


def _fail(rest: str) -> str:
    raise ValueError(rest)


def _open(rest: str) -> str:
    return Path(rest).read_text(encoding="utf-8")


def _connect(rest: str) -> str:
    with socket.create_connection(("127.0.0.1", int(rest)), timeout=2):
        return "connected"


def _run(_rest: str) -> str:
    return str(subprocess.run(["/bin/true"], check=True).args[0])


def _print(rest: str) -> str:
    print(rest)  # noqa: T201  what a library might do
    os.write(1, b"999999999\n")
    return "printed"


def _write(rest: str) -> str:
    return str(Path(rest).write_text("x", encoding="utf-8"))


def _say(rest: str) -> str:
    return rest


def _environment(_rest: str) -> str:
    return " ".join(sorted(os.environ))


_DEEDS = {
    "hang": _hang,
    "eat": _eat,
    "crash": _crash,
    "fail": _fail,
    "open": _open,
    "connect": _connect,
    "run": _run,
    "print": _print,
    "write": _write,
    "say": _say,
    "environment": _environment,
}


def members(_file: str, source: bytes) -> Iterator[Extract]:
    """Yield the bytes back."""
    yield Member("back", source)
    yield Refused("other", "is refused.")
