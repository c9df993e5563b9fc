"""Measure the steps on generated text in this process; print the figures as one JSON line.

Run by `benchmarks.text` with the number of characters to generate. One process, one core.
"""

from __future__ import annotations

import gc
import json
import re
import sys
import time
from collections import Counter, defaultdict
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.generated import generated_documents
from groundtext.documents import split_passages
from groundtext.gazetteer import Gazetteer
from groundtext.layers import read_layers
from groundtext.linking import Linker
from groundtext.mentions.recognition import find_names
from groundtext.pipeline import analyse
from groundtext.settings import DATA, LAYERS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from groundtext.model import Document

_WORD = re.compile(r"\w+")
_MOST_WORDS = 4  # in a name that the look-up knows
_KILOBYTES = 1024


def measure(size: int) -> dict[str, float]:
    """Return the seconds of each step over `size` characters, and what was read in them."""
    start = time.perf_counter()
    gazetteer = Gazetteer.open(DATA)
    opened = time.perf_counter() - start
    layers = read_layers(LAYERS)
    known = gazetteer.with_features(layers.features, layers.collections)
    # Names that are looked up in one are remembered there: each way of doing it has its own.
    whole = gazetteer.with_features(layers.features, layers.collections)
    plain = gazetteer.with_features(layers.features, layers.collections)
    linker = Linker(layers.layers, layers.features, layers.collections)
    seconds: defaultdict[str, float] = defaultdict(float)
    counts: Counter[str] = Counter()
    documents = list(generated_documents(known, size))
    gc.freeze()  # as the engine does
    # One step after the other, so that none finds the processor's caches full of another's.
    for document in documents:
        with _timed(seconds, "whole_s"):
            analysis = analyse(document, whole, linker)
        counts["mentions"] += len(analysis.mentions)
    peak = _peak_bytes()
    for document in documents:
        with _timed(seconds, "split_s"):
            passages = split_passages(document)
        with _timed(seconds, "recognition_s"):
            for passage in passages:
                for _ in find_names(document.text, passage.span, known):
                    pass
        counts["documents"] += 1
        counts["bytes"] += len(document.text.encode())
        counts["words"] += len(document.text.split())
    for document in documents:
        with _timed(seconds, "lookup_s"):
            _look_up(document, plain)
    return {
        "megabytes": counts["bytes"] / 1e6,
        "documents": counts["documents"],
        "words_per_mention": counts["words"] / counts["mentions"],
        "gazetteer_s": opened,
        **seconds,
        "peak_bytes": peak,
    }


def _peak_bytes() -> int:
    """Return the most memory that this process has held, as Linux counts it.

    `getrusage` would count what the process that started this one held as well.
    """
    status = Path("/proc/self/status").read_text(encoding="ascii")
    [kilobytes] = re.findall(r"^VmHWM:\s+(\d+) kB$", status, re.MULTILINE)
    return int(kilobytes) * _KILOBYTES


def _look_up(document: Document, known: Gazetteer) -> None:
    words = [*_WORD.finditer(document.text)]
    for number, word in enumerate(words):
        for last in words[number : number + _MOST_WORDS]:
            known.find(document.text[word.start() : last.end()])


@contextmanager
def _timed(seconds: dict[str, float], step: str) -> Iterator[None]:
    start = time.perf_counter()
    yield
    seconds[step] += time.perf_counter() - start


if __name__ == "__main__":
    print(json.dumps(measure(int(sys.argv[1]))))
