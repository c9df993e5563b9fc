"""Mutated files against every reader: `make fuzz`, or `python -m tests.hostile.fuzz N`.

Good files of each format are flipped, cut, spliced and renumbered; each result is read in the
sandbox as an import would. A reader may refuse, and may not crash, hang, or raise anything that
it does not turn into a refusal. What does is kept in `.fuzz/`, and the exit code is 1.
"""

from __future__ import annotations

import random
import sys
import time
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Final

from groundtext.formats import Refused
from groundtext.sandbox import Sandbox
from tests.hostile import geojson_cases, layer_cases, text_cases

if TYPE_CHECKING:
    from collections.abc import Callable

_KEPT: Final = Path(".fuzz")
_MOST_SEED: Final = 60_000  # bytes; larger seeds are slow and mutate no better
# What the sandbox says when a reader failed in a way that it should not.
_FAULTS: Final = ("could not be read (", "reader crash", "never should", "seconds to read")
_NUMBERS: Final = (0, 1, 0x7F, 0x80, 0xFF, 0x7FFF, 0xFFFF, 0x7FFFFFFF, 0xFFFFFFFF)


def seeds() -> list[tuple[str, bytes]]:
    """Return the files of the corpus that are small enough, by name."""
    cases = [*geojson_cases.cases(), *layer_cases.cases(), *text_cases.cases()]
    return [(case.file, case.source) for case in cases if 0 < len(case.source) <= _MOST_SEED]


def mutate(source: bytes, other: bytes, chance: random.Random) -> bytes:
    """Return the bytes of a file changed in one to six ways."""
    changed = bytearray(source)
    for _ in range(chance.randint(1, 6)):
        if changed:
            chance.choice(_MUTATIONS)(changed, other, chance)
    return bytes(changed)


def _flip(changed: bytearray, _other: bytes, chance: random.Random) -> None:
    changed[chance.randrange(len(changed))] ^= 1 << chance.randrange(8)


def _put(changed: bytearray, _other: bytes, chance: random.Random) -> None:
    changed[chance.randrange(len(changed))] = chance.randrange(256)


def _cut(changed: bytearray, _other: bytes, chance: random.Random) -> None:
    del changed[chance.randrange(len(changed)) :]


def _drop(changed: bytearray, _other: bytes, chance: random.Random) -> None:
    start = chance.randrange(len(changed))
    del changed[start : start + chance.randint(1, 64)]


def _repeat(changed: bytearray, _other: bytes, chance: random.Random) -> None:
    start = chance.randrange(len(changed))
    piece = changed[start : start + chance.randint(1, 64)]
    changed[start:start] = piece * chance.randint(1, 50)


def _splice(changed: bytearray, other: bytes, chance: random.Random) -> None:
    at, start = chance.randrange(len(changed)), chance.randrange(len(other))
    changed[at : at + chance.randint(0, 64)] = other[start : start + chance.randint(1, 256)]


def _renumber(changed: bytearray, _other: bytes, chance: random.Random) -> None:
    size = chance.choice((1, 2, 4))
    at = chance.randrange(len(changed))
    number = chance.choice(_NUMBERS) & (256**size - 1)
    changed[at : at + size] = number.to_bytes(size, chance.choice(("big", "little")))


def _digits(changed: bytearray, _other: bytes, chance: random.Random) -> None:
    digits = [at for at, byte in enumerate(changed) if 0x30 <= byte <= 0x39]
    if digits:
        at = chance.choice(digits)
        changed[at : at + 1] = chance.choice((b"-", b"1e999", b"99999999", b"", b"0.", b"NaN"))


_MUTATIONS: Final[tuple[Callable[[bytearray, bytes, random.Random], None], ...]] = (
    *(_flip, _put, _cut, _drop, _repeat, _splice, _renumber, _digits),
)


def main(number: int, seed: int) -> int:
    """Read so many mutated files, print what became of them, and return the exit code."""
    chance = random.Random(seed)  # noqa: S311  a repeatable sequence is the point
    sources = seeds()
    outcomes: Counter[str] = Counter()
    faults = 0
    begun = time.monotonic()
    with Sandbox() as sandbox:
        for count in range(number):
            file, source = chance.choice(sources)
            mutant = mutate(source, chance.choice(sources)[1], chance)
            extracts = sandbox.read(file, mutant)
            reasons = [each.reason for each in extracts if isinstance(each, Refused)]
            outcomes["refused" if reasons else "used"] += 1
            if any(fault in reason for reason in reasons for fault in _FAULTS):
                faults += 1
                _keep(file, mutant, reasons, count)
            if count and count % 5_000 == 0:
                print(f"{count:,} read, {faults} faults", flush=True)  # noqa: T201  it is a command
    rate = number / (time.monotonic() - begun)
    print(f"{number:,} files, {dict(outcomes)}, {faults} faults, {rate:.0f} a second")  # noqa: T201
    return 1 if faults else 0


def _keep(file: str, mutant: bytes, reasons: list[str], count: int) -> None:
    _KEPT.mkdir(exist_ok=True)
    safe = "".join(letter if letter.isalnum() or letter in ".-" else "_" for letter in file)[-60:]
    (_KEPT / f"{count:06d}-{safe}").write_bytes(mutant)
    (_KEPT / f"{count:06d}-{safe}.txt").write_text("\n".join(reasons), encoding="utf-8")


if __name__ == "__main__":
    n_files = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    sys.exit(main(n_files, int(sys.argv[2]) if len(sys.argv) > 2 else 1))
