"""Names in a passage: the longest stretches of words that the gazetteer knows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from groundtext.mentions.sentence import SPACES
from groundtext.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from groundtext.gazetteer import Entry, Gazetteer
    from groundtext.mentions.sentence import Sentence

LONGEST_NAME: Final = 8  # words


@dataclass(frozen=True, slots=True)
class Name:
    """A stretch of words that the gazetteer knows, with what it may mean."""

    first: int  # of the sentence's words
    last: int  # inclusive
    span: Span
    surface: str
    entries: tuple[Entry, ...]


def recognise(sentence: Sentence, gazetteer: Gazetteer) -> Iterator[Name]:
    """Yield the names of a passage from left to right; the longest wins, and none overlap."""
    index = 0
    while index < len(sentence.words):
        name = _longest(sentence, index, gazetteer)
        if name is not None:
            yield name
            index = name.last
        index += 1


def _longest(sentence: Sentence, first: int, gazetteer: Gazetteer) -> Name | None:
    word = sentence.words[first]
    if not (word.is_capitalised or gazetteer.opens_phrase(word.text)):
        return None
    best = None
    for last in range(first, min(first + LONGEST_NAME, len(sentence.words))):
        if last > first and not _may_join(sentence, last):
            break
        span = Span(word.start, sentence.words[last].end)
        surface = sentence.slice(span)
        entries = gazetteer.find(surface)
        if entries:
            best = Name(first, last, span, surface, entries)
        if not gazetteer.goes_on(surface):
            break
    return _without_tail(sentence, best, gazetteer) if best else None


def _may_join(sentence: Sentence, index: int) -> bool:
    """Tell whether a name may go on over the gap before a word."""
    gap = sentence.gap(index)
    if sentence.is_hyphenated(index) or SPACES.fullmatch(gap):
        return True
    before = sentence.words[index - 1]
    return gap in {"’", "'"} or (gap == ". " and before.lower in {"st", "mt", "ft"}) or gap == ", "


def _without_tail(sentence: Sentence, name: Name, gazetteer: Gazetteer) -> Name:
    """Leave out the words in lower case with which a name ends, if it is a name without them.

    "Bagram military base" is a mention of Bagram; what the further words say stays in the
    candidates, which are those of the longer name first.
    """
    last = name.last
    while last > name.first and not sentence.words[last].is_capitalised:
        last -= 1
    is_group = any(entry.kind == "collective" for entry in name.entries)
    if last == name.last or is_group or not sentence.words[last].is_capitalised:
        return name
    span = Span(name.span.start, sentence.words[last].end)
    shorter = gazetteer.find(sentence.slice(span))
    if not shorter:
        return name
    known = {entry.place.id for entry in name.entries}
    entries = (*name.entries, *(entry for entry in shorter if entry.place.id not in known))
    return Name(name.first, last, span, sentence.slice(span), entries)
