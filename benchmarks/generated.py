"""Generated text for measuring: sentences of the trial articles, shuffled, as dense as real news.

The trial articles name about twice as many places as newspapers do, so their sentences are mixed
with sentences that name none, until a place is named every so many words. Each sentence ends
with a word of its own, so that nothing that was remembered helps with the next. The same seed
gives the same text.
"""

from __future__ import annotations

import random
import re
from itertools import product
from pathlib import Path
from string import ascii_lowercase
from typing import TYPE_CHECKING, Final

from groundtext.documents import read_documents, split_passages
from groundtext.mentions.recognition import find_names
from groundtext.model import Document

if TYPE_CHECKING:
    from collections.abc import Iterator

    from groundtext.gazetteer import Gazetteer

TRIALS: Final = Path(__file__).resolve().parent.parent / "tests" / "trials"
FOLDERS: Final = (TRIALS / "news" / "articles", TRIALS / "region" / "documents")
SHARE_WITH_NAMES: Final = 0.25  # of the sentences: a place every 28 words or so, as in news
SENTENCES: Final = 30  # of a document
PARAGRAPH: Final = 3
_SERIAL: Final = 4  # letters: 456,976 sentences
_ENDING: Final = re.compile(r"([.?”]+)$")
PUBLISHED: Final = "2019-09-20/2019-10-20"


def generated_documents(gazetteer: Gazetteer, size: int, seed: int = 1) -> Iterator[Document]:
    """Yield documents of about 4,000 characters until `size` characters are reached."""
    with_names, without = _sentences(gazetteer)
    dice = random.Random(seed)  # noqa: S311  text for measuring, no secret
    serials = map("".join, product(ascii_lowercase, repeat=_SERIAL))
    done = 0
    while done < size:
        chosen = [
            _ENDING.sub(
                rf" q{next(serials)}\1",
                dice.choice(with_names if dice.random() < SHARE_WITH_NAMES else without),
            )
            for _ in range(SENTENCES)
        ]
        paragraphs = (chosen[n : n + PARAGRAPH] for n in range(0, SENTENCES, PARAGRAPH))
        text = "\n\n".join(" ".join(paragraph) for paragraph in paragraphs)
        name = f"generated-{done}"
        yield Document(name, f"{name}.txt", text, sha256=f"{done:064x}", published=PUBLISHED)
        done += len(text)


def _sentences(gazetteer: Gazetteer) -> tuple[list[str], list[str]]:
    with_names: list[str] = []
    without: list[str] = []
    for document in read_documents(FOLDERS).documents:
        for passage in split_passages(document):
            sentence = " ".join(document.quote(passage.span).split())
            if not sentence.endswith((".", "”", "?")):
                continue
            has_names = next(find_names(document.text, passage.span, gazetteer), None)
            (with_names if has_names else without).append(sentence)
    return with_names, without
