"""Text → sentences: where one ends and the next begins, as a careful reader would say."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from groundtext.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterator


def _words(words: str) -> frozenset[str]:
    return frozenset(words.split())


# A full stop, question or exclamation mark, with the quotes and brackets that close after it.
# Possessive, and from the first of a run only: a megabyte of full stops must not cost its square.
# It begins with one class for all of them, because the search then leaps from sign to sign.
_STOP: Final = re.compile(
    r"[.!?…。！？؟۔](?:(?<=[。！？؟۔])[”’»)\]]*+"
    r"|(?<![.!?…]{2})[.!?…]*+[\"'”’»)\]]*+(?=\s|$))"
)
_PARAGRAPH: Final = re.compile(r"[^\r\n\u2028\u2029]+")
# Words that are followed by more of the sentence, and never end one.
_TITLES: Final = _words(
    "mr mrs ms dr prof sr jr st sgt maj gen col lt capt cpl pvt cmdr adm gov sen rep hon rev "
    "fr brig pres amb no nos vol fig pp ed eds al ca cf vs approx est e.g i.e"
)
# After a comma, these are states: "Paris, Tex., and"; what follows "Inc." may be a name.
_STATES: Final = _words(
    "ala ariz ark calif colo conn del fla ga ill ind kan ky la md mass mich minn miss mo mont neb "
    "nev okla pa tenn tex vt va wash wis wyo ont que alta sask man inc co corp ltd bros"
)
_MONTHS: Final = _words("jan feb mar apr jun jul aug sep sept oct nov dec")
_INITIAL: Final = re.compile(r"[^\W\d_]")
_INITIALISM: Final = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]")
_ITEM_NUMBER: Final = re.compile(r"\(?(?:\d{1,3}|[a-z]|[ivx]{1,4})")
_WINDOW: Final = 120  # code points on either side of a full stop that tell what it is
_OPENING: Final = "\"'“‘«([¿¡"
# After “U.S.” a sentence may go on with a name; with one of these words a new one begins.
_STARTERS: Final = _words(
    "the a an in on at by for from to with since as after before when while although though "
    "however but and or yet so if it its this that these those there here he she they we you i "
    "his her their our my what who why how where both some many most all no not despite because "
    "moreover meanwhile thus then also until during under over according"
)


def split_paragraphs(text: str) -> Iterator[Span]:
    """Yield the lines that hold more than white space, trimmed, in order."""
    for line in _PARAGRAPH.finditer(text):
        span = _trim(text, line.start(), line.end())
        if span.start < span.end:
            yield span


def split_sentences(text: str, paragraph: Span) -> Iterator[Span]:
    """Yield the sentences of one paragraph, trimmed, in order; together they hold all but space."""
    start = paragraph.start
    for stop in _STOP.finditer(text, paragraph.start, paragraph.end):
        first, after = stop.span()
        if after < paragraph.end and not _ends_sentence(text, start, first, after, paragraph.end):
            continue
        while text[start].isspace():  # it ends with a stop, so that there is nothing to trim there
            start += 1
        yield Span(start, after)
        start = after
    if start < paragraph.end:
        rest = _trim(text, start, paragraph.end)
        if rest.start < rest.end:
            yield rest


def _ends_sentence(text: str, start: int, stop: int, after: int, end: int) -> bool:
    """Tell whether a sentence that began at `start` ends with the sign at `stop`."""
    # A window is enough either way; a paragraph without sentences must not cost its square.
    following = text[after : min(end, after + _WINDOW)].lstrip()
    first = following.lstrip(_OPENING)[:1]
    if not first or first.islower():
        return not first
    if text[stop] != ".":
        return True
    near = max(start, stop - _WINDOW)
    words = text[near:stop].rsplit(None, 1)  # the last one and all before it
    before = words[-1].lstrip(_OPENING) if words else ""
    if len(words) == 1 and near == start and _ITEM_NUMBER.fullmatch(before.lower()):
        return False
    return not _is_abbreviation(before, following)


def _is_abbreviation(before: str, following: str) -> bool:
    """Tell whether the full stop after `before` belongs to it and the sentence goes on."""
    lower = before.lower()
    if lower in _TITLES:
        return True
    if lower in _MONTHS:
        return following[:1].isdigit()
    if len(before) == 1 and _INITIAL.fullmatch(before) and before.isupper():
        return True
    if lower in _STATES or ("." in before and _INITIALISM.fullmatch(before)):
        next_word = re.match(r"\w+", following.lstrip(_OPENING))
        return next_word is None or next_word.group().lower() not in _STARTERS
    return False


def _trim(text: str, start: int, end: int) -> Span:
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return Span(start, end)
