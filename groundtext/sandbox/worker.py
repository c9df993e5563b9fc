"""The worker: reads one file after another from its input, and answers; it knows nothing else.

A request is a line of JSON with the file's name and the number of bytes that follow. An answer
is a line with the number of bytes that follow, then these: extracts as `codec` writes them.
"""

from __future__ import annotations

import json
import os
import sys
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from groundtext.formats import Extract, Refused
from groundtext.sandbox.codec import encode
from groundtext.sandbox.guards import guard, limit
from groundtext.sandbox.limits import Limits

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    Door = Callable[[str, bytes], Iterable[Extract]]


def main(door: str, folder: str, limits: str) -> None:
    """Serve until the input ends."""
    requests = os.fdopen(os.dup(0), "rb")
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)  # what a library prints is no answer
    module, _, name = door.partition(":")
    read: Door = getattr(import_module(module), name)
    warm = getattr(import_module(module), "WARM", ())
    for each in warm:
        import_module(each)
    limit(Limits(**json.loads(limits)))
    held = guard(folder, Path(__file__).resolve().parent.parent.parent)
    _send(answers, json.dumps(held).encode())
    while header := requests.readline():
        request = json.loads(header)
        source = requests.read(request["size"])
        _send(answers, encode(_read(read, request["file"], source)))


def _read(read: Door, file: str, source: bytes) -> list[Extract]:
    try:
        return list(read(file, source))
    except MemoryError:
        return [
            Refused(file, "takes more memory than one file may have; divide it, or simplify it.")
        ]
    except Exception as error:  # noqa: BLE001  whatever a file does to a reader costs no other file
        kind = type(error).__name__
        sys.stderr.write(f"{kind} in a reader: {error!r:.200}\n")
        return [
            Refused(
                file, f"could not be read ({kind}); it is damaged, or of a kind that is not known."
            )
        ]


def _send(answers: BinaryIO, contents: bytes) -> None:
    answers.write(f"{len(contents)}\n".encode() + contents)
    answers.flush()


if __name__ == "__main__":
    main(*sys.argv[1:4])
