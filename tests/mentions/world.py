"""The shipped gazetteer, and short texts read against it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from groundtext.documents import split_passages
from groundtext.gazetteer import Gazetteer
from groundtext.mentions import find_mentions
from groundtext.mentions.sentence import Sentence
from groundtext.model import Document
from groundtext.settings import DATA

if TYPE_CHECKING:
    from groundtext.model import Mention

GAZETTEER = Gazetteer.open(DATA)


def document(text: str) -> Document:
    return Document("note", "note.txt", text, sha256="")


def mentions_of(text: str, gazetteer: Gazetteer = GAZETTEER) -> tuple[Mention, ...]:
    note = document(text)
    return find_mentions(note, split_passages(note), gazetteer)


def names_in(text: str, gazetteer: Gazetteer = GAZETTEER) -> list[str]:
    return [found.text for found in mentions_of(text, gazetteer)]


def sentence(text: str) -> Sentence:
    (passage,) = split_passages(document(text))
    return Sentence(text, passage)
