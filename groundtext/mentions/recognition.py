"""Names in a passage: the longest stretches of words that the gazetteer knows."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from groundtext.mentions import nouns
from groundtext.mentions.sentence import WORD
from groundtext.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from groundtext.gazetteer import Entry, Gazetteer
    from groundtext.mentions.sentence import Sentence

LONGEST_NAME: Final = 8  # words
# What may stand between two words of one name, how far it may reach, and the next word.
_NEXT_WORD: Final = re.compile(
    rf"(?:[ \t\u00a0\u202f]{{1,3}}+|[-\u2010-\u2013’']|, |(?P<stop>\. ))(?:{WORD})"
)
_STOPPED: Final = frozenset({"st", "mt", "ft", "ste"})  # "St. Louis": the stop is the word's own


class Name(NamedTuple):
    """A stretch of words that the gazetteer knows, with what it may mean."""

    first: int  # of the sentence's words
    last: int  # inclusive
    span: Span
    surface: str
    entries: tuple[Entry, ...]


def recognise(sentence: Sentence, gazetteer: Gazetteer) -> Iterator[Name]:
    """Yield the names of a passage from left to right, with their words."""
    return with_words(
        sentence, find_names(sentence.text, sentence.passage.span, gazetteer), gazetteer
    )


def with_words(
    sentence: Sentence, found: Iterable[tuple[Span, tuple[Entry, ...]]], gazetteer: Gazetteer
) -> Iterator[Name]:
    """Yield the names of a passage, as they were found in its text, with their words."""
    for span, entries in found:
        if sentence.text[span.end : span.end + 1] == "$":  # "US$5"
            continue
        first = sentence.index_at(span.start)
        last = sentence.index_at(span.end) - 1
        if first <= last and not _is_direction_of(sentence, first, last):
            name = Name(first, last, span, sentence.slice(span), entries)
            yield _without_tail(sentence, name, gazetteer)


def _is_direction_of(sentence: Sentence, first: int, last: int) -> bool:
    """Tell whether a name only says which side of the next one: "Northern" of "Northern Iraq".

    There are provinces of that name, but they are then called provinces, or stand by themselves.
    """
    return (
        first == last
        and sentence.lowers[first] in nouns.DIRECTIONS
        and sentence.is_joined(last + 1)
        and sentence.capitals[last + 1]
    )


def find_names(
    text: str, within: Span, gazetteer: Gazetteer
) -> Iterator[tuple[Span, tuple[Entry, ...]]]:
    """Yield each stretch of a text that the gazetteer knows, with its entries.

    From left to right; the longest wins, and none overlap. Spans count from the text's start.
    """
    start, end = within
    position = start
    opening_by_word = gazetteer.opening_by_word
    for match in gazetteer.opening_pattern.finditer(text, start, end):
        begin, stop = match.span()
        if begin < position:
            continue
        word = match.group()
        if text[begin - 2 : begin] == ", ":
            abbreviated = _abbreviation(text, match, gazetteer)
            if abbreviated:
                yield Span(begin, stop), abbreviated
                position = stop
                continue
        opening = opening_by_word[word]
        if opening.goes_on:
            found = _longest(text, match, end, gazetteer)
            if found is not None:
                yield found
                position = found[0].end
        elif opening.begins:
            yield Span(begin, stop), gazetteer.find(word)
            position = stop


def _abbreviation(text: str, match: re.Match[str], gazetteer: Gazetteer) -> tuple[Entry, ...]:
    """Return what a short form of a state means, which is one only after a comma: "Paris, Tex."."""
    start = match.start()
    if not text[start - 3 : start - 2].isalpha():
        return ()
    word = match.group()
    is_marked = "." in word or word.isupper() or text[match.end() : match.end() + 1] == "."
    return gazetteer.abbreviations.get(word.replace(".", ""), ()) if is_marked else ()


def _longest(
    text: str, match: re.Match[str], end: int, gazetteer: Gazetteer
) -> tuple[Span, tuple[Entry, ...]] | None:
    """Return the longest name, if any, from a word on with which names of more words begin."""
    start, stop = match.span()
    surface = match.group()
    entries = gazetteer.find(surface)
    best = (Span(start, stop), entries) if entries else None
    for _ in range(LONGEST_NAME - 1):
        following = _NEXT_WORD.match(text, stop, end)
        if following is None or (following["stop"] and not _is_stopped(surface)):
            break
        stop = following.end()
        surface = text[start:stop]
        opening = gazetteer.opening_by_word[surface]
        if not opening.begins:
            break
        entries = gazetteer.find(surface)
        if entries:
            best = Span(start, stop), entries
        if not opening.goes_on:
            break
    return best


def _is_stopped(surface: str) -> bool:
    """Tell whether a full stop after a name's last word may be the word's own."""
    return surface.rpartition(" ")[2].lower() in _STOPPED


def _without_tail(sentence: Sentence, name: Name, gazetteer: Gazetteer) -> Name:
    """Leave out the words in lower case with which a name ends, if it is a name without them.

    "Bagram military base" is a mention of Bagram; what the further words say stays in the
    candidates, which are those of the longer name first.
    """
    last = name.last
    while last > name.first and not sentence.capitals[last]:
        last -= 1
    if last == name.last or not sentence.capitals[last]:
        return name
    if any(entry.kind == "collective" for entry in name.entries):
        return name
    span = Span(name.span.start, sentence.ends[last])
    shorter = gazetteer.find(sentence.slice(span))
    if not shorter:
        return name
    known = {entry.place.id for entry in name.entries}
    entries = (*name.entries, *(entry for entry in shorter if entry.place.id not in known))
    return Name(name.first, last, span, sentence.slice(span), entries)
