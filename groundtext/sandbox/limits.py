"""What a worker may use for one file."""

from __future__ import annotations

from dataclasses import dataclass

_MIB = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Limits:
    """The limits of a worker; one that passes any of them is killed."""

    seconds: float = 10.0  # by the clock, for one file
    memory: int = 768 * _MIB  # bytes of data; with its libraries a worker has some 150 MiB
    answer: int = 320 * _MIB  # bytes of what it says of one file
    open_files: int = 64
    file_size: int = 320 * _MIB  # bytes of a file that it writes, all of them temporary
    files: int = 200  # after which a worker is replaced by a fresh one
