"""The sandbox as its users see it: bytes in, extracts out, whatever becomes of the worker."""

from __future__ import annotations

import json
import logging
import os
import selectors
import signal
import subprocess
import sys
import time
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Final, Self

from groundtext.formats import Refused
from groundtext.sandbox.codec import Garbled, decode
from groundtext.sandbox.guards import environment
from groundtext.sandbox.limits import Limits
from groundtext.sandbox.log import escaped

if TYPE_CHECKING:
    from groundtext.formats import Extract

DOOR: Final = "groundtext.formats.reading:read_foreign"
_PACKAGE: Final = Path(__file__).resolve().parent.parent.parent
_START_SECONDS: Final = 60.0  # a busy machine may take long to load libraries
_MOST_HEADER: Final = 20  # bytes of the line before an answer
_PIECE: Final = 1 << 16
_LIMITS: Final = Limits()
_log = logging.getLogger(__name__)


class _Lost(Exception):  # noqa: N818 -- it ends in a refusal and never leaves this module
    """A worker that is no more, or that must be ended; the message says why, in words."""


class Sandbox:
    """Reads foreign files in a worker process; to be used with `with`, by one thread.

    Parameters
    ----------
    limits
        What the worker may use for one file.
    door
        The function that it reads with, as "module:name".
    """

    def __init__(self, limits: Limits = _LIMITS, *, door: str = DOOR) -> None:
        self._limits = limits
        self._door = door
        self._worker: subprocess.Popen[bytes] | None = None
        self._folder: TemporaryDirectory[str] | None = None
        self._n_files = 0
        self.guards: tuple[str, ...] = ()  # those that hold, in words; known once a worker runs

    def __enter__(self) -> Self:
        """Return the sandbox; the worker is started when it is needed."""
        return self

    def __exit__(self, *_: object) -> None:
        """End the worker."""
        self._end()

    def read(self, file: str, source: bytes) -> tuple[Extract, ...]:
        """Return what is in a file; a worker that it kills, or that is killed for it, refuses it.

        Parameters
        ----------
        file
            Its name, as the user knows it; it is shown, and never opened.
        source
            Its bytes.
        """
        try:
            answer = self._ask(file, source)
            return decode(answer)
        except Garbled as fault:
            _log.warning("the answer about %s is garbled: %s", escaped(file), escaped(str(fault)))
            reason = "made its reader say what it never should; it is not used."
        except _Lost as fault:
            _log.warning("the worker for %s was lost: %s", escaped(file), fault)
            reason = str(fault)
        self._end()
        return (Refused(file, reason),)

    def _ask(self, file: str, source: bytes) -> bytes:
        if self._n_files >= self._limits.files:
            self._end()
        worker = self._worker or self._start()
        self._n_files += 1
        header = json.dumps({"file": file, "size": len(source)}).encode() + b"\n"
        deadline = time.monotonic() + self._limits.seconds
        self._write(worker, header + source, deadline)
        return self._answer(worker, deadline)

    def _start(self) -> subprocess.Popen[bytes]:
        self._folder = TemporaryDirectory(prefix="groundtext-")
        limits = json.dumps(asdict(self._limits))
        command = [sys.executable, "-m", "groundtext.sandbox.worker", self._door]
        self._worker = subprocess.Popen(  # noqa: S603  our own interpreter and module
            [*command, self._folder.name, limits],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            cwd=self._folder.name,
            env=environment(self._folder.name, _PACKAGE),
            start_new_session=True,
        )
        for pipe in (self._worker.stdin, self._worker.stdout):
            if pipe is not None:
                os.set_blocking(pipe.fileno(), False)
        self._n_files = 0
        held = self._answer(self._worker, time.monotonic() + _START_SECONDS)
        self.guards = tuple(str(each) for each in json.loads(held))
        return self._worker

    def _write(self, worker: subprocess.Popen[bytes], request: bytes, deadline: float) -> None:
        pipe = worker.stdin
        if pipe is None:
            raise _Lost(self._why(worker))
        view, sent = memoryview(request), 0
        while sent < len(request):
            self._wait(pipe.fileno(), selectors.EVENT_WRITE, deadline)
            try:
                sent += os.write(pipe.fileno(), view[sent : sent + _PIECE])
            except BlockingIOError:
                continue
            except OSError as error:
                raise _Lost(self._why(worker)) from error

    def _answer(self, worker: subprocess.Popen[bytes], deadline: float) -> bytes:
        pipe = worker.stdout
        if pipe is None:
            raise _Lost(self._why(worker))
        received = bytearray()
        size: int | None = None
        while size is None or len(received) < size:
            self._wait(pipe.fileno(), selectors.EVENT_READ, deadline)
            piece = os.read(pipe.fileno(), 1 << 20)
            if not piece:
                raise _Lost(self._why(worker))
            received += piece
            if size is None and (b"\n" in received or len(received) > _MOST_HEADER):
                header, _, rest = bytes(received).partition(b"\n")
                size, received = self._size(header), bytearray(rest)
        return bytes(received[:size])

    def _size(self, header: bytes) -> int:
        if not header.isdigit() or len(header) > _MOST_HEADER:
            raise Garbled("an answer without its size")
        if int(header) > self._limits.answer:
            most = self._limits.answer // 1024**2
            raise _Lost(f"holds more than {most} MiB once it is read; divide it.")
        return int(header)

    def _wait(self, descriptor: int, event: int, deadline: float) -> None:
        with selectors.DefaultSelector() as selector:
            selector.register(descriptor, event)
            left = deadline - time.monotonic()
            if left <= 0 or not selector.select(left):
                raise _Lost(
                    f"takes more than {self._limits.seconds:.0f} seconds to read; divide it, or "
                    "save it in a simpler form."
                )

    def _why(self, worker: subprocess.Popen[bytes]) -> str:
        """Say what became of a worker that does not answer any more."""
        with suppress(subprocess.TimeoutExpired):
            worker.wait(timeout=2)
        code = worker.returncode
        if code in (-signal.SIGKILL, -signal.SIGXFSZ, 1):
            return "takes more memory or space than one file may have; divide it, or simplify it."
        return "made its reader crash; it is damaged. Save it again, or in another format."

    def _end(self) -> None:
        worker, self._worker = self._worker, None
        if worker is not None:
            with suppress(ProcessLookupError, PermissionError):
                os.killpg(worker.pid, signal.SIGKILL)
            for pipe in (worker.stdin, worker.stdout):
                if pipe is not None:
                    with suppress(OSError):
                        pipe.close()
            worker.wait()
        if self._folder is not None:
            self._folder.cleanup()
            self._folder = None
