"""Measure the steps on generated text in this process; print the figures as one JSON line.

Run by `benchmarks.text` with the number of characters to generate. One process, one core.
"""

from __future__ import annotations

import json
import re
import resource
import sys
import time
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
    from collections.abc import Callable, Sequence

    from groundtext.model import Document

_WORD = re.compile(r"\w+")
_MOST_WORDS = 4  # in a name that the look-up knows
_KILOBYTES = 1024  # Linux counts the peak in these


def measure(size: int) -> dict[str, float]:
    """Return seconds, characters and counts of each step over `size` characters."""
    start = time.perf_counter()
    gazetteer = Gazetteer.open(DATA)
    opened = time.perf_counter() - start
    layers = read_layers(LAYERS)
    known = gazetteer.with_features(layers.features, layers.collections)
    linker = Linker(layers.layers, layers.features, layers.collections)
    documents = list(generated_documents(known, size))
    passages = [split_passages(document) for document in documents]
    n_mentions = 0

    def recognise(document: Document, number: int) -> None:
        for passage in passages[number]:
            for _ in find_names(document.text, passage.span, known):
                pass

    def look_up(document: Document, _number: int) -> None:
        words = [*_WORD.finditer(document.text)]
        for number, word in enumerate(words):
            for last in words[number : number + _MOST_WORDS]:
                known.find(document.text[word.start() : last.end()])

    def whole(document: Document, _number: int) -> None:
        nonlocal n_mentions
        n_mentions += len(analyse(document, known, linker).mentions)

    split_s = _timed(documents, lambda document, _: split_passages(document))
    recognition_s = _timed(documents, recognise)
    lookup_s = _timed(documents, look_up)
    whole_s = _timed(documents, whole)
    characters = sum(len(document.text) for document in documents)
    words = sum(len(document.text.split()) for document in documents)
    return {
        "megabytes": sum(len(document.text.encode()) for document in documents) / 1e6,
        "documents": len(documents),
        "characters": characters,
        "words_per_mention": words / n_mentions,
        "gazetteer_s": opened,
        "split_s": split_s,
        "recognition_s": recognition_s,
        "lookup_s": lookup_s,
        "whole_s": whole_s,
        "peak_bytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * _KILOBYTES,
    }


def _timed(documents: Sequence[Document], step: Callable[[Document, int], object]) -> float:
    start = time.perf_counter()
    for number, document in enumerate(documents):
        step(document, number)
    return time.perf_counter() - start


if __name__ == "__main__":
    print(json.dumps(measure(int(sys.argv[1]))))
