"""Documents may be more than memory holds: a workspace is written one by one of them."""

from __future__ import annotations

import hashlib
import tracemalloc
from typing import TYPE_CHECKING

from groundtext.model import Document, Passage, Span
from groundtext.workspace import Analysis, write_workspace
from tests import zoo

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

N_DOCUMENTS = 24
N_CHARACTERS = 1_000_000
SENTENCE = "Nothing is said of any place here.\n"


class Analyses:
    """Documents of a million characters each, made when they are asked for."""

    def __iter__(self) -> Iterator[Analysis]:
        text = SENTENCE * (N_CHARACTERS // len(SENTENCE))
        for number in range(N_DOCUMENTS):
            # Each is a text of its own, not the same one again.
            own = f"{number:08}" + text
            digest = hashlib.sha256(own.encode()).hexdigest()
            document = Document(f"d{number}", f"d{number}.txt", own, digest)
            passages = (Passage(document.id, 0, Span(0, len(SENTENCE) + 7), paragraph=0),)
            yield Analysis(document, passages, (), ())


def test_texts_are_never_in_memory_all_at_once(tmp_path: Path) -> None:
    contents = zoo.contents(analyses=Analyses(), disagreements=())
    tracemalloc.start()
    try:
        write_workspace(tmp_path / "large.gpkg", contents)
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert peak < N_DOCUMENTS * N_CHARACTERS / 2
