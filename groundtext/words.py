"""Which words a text holds: a look into a set, where a search for them costs far more."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

_WORD: Final = re.compile(r"[^\W_]+")
# ASCII by its codes: letters in lower case, and a space for each sign.
_PLAIN: Final = "".join(sign.lower() if sign.isalnum() else " " for sign in map(chr, range(128)))

_SIGNS: Final = "’“”–—‘…"


@lru_cache(maxsize=256)  # asked whether a passage may speak of anything, and again to read it
def words_in(text: str) -> frozenset[str]:
    """Return the words of a text in lower case; hyphens and full stops part them."""
    if not text.isascii():
        for sign in _SIGNS:  # mostly, nothing else is there that is not ASCII
            text = text.replace(sign, " ")
    if text.isascii():
        return frozenset(text.translate(_PLAIN).split())
    return frozenset(_WORD.findall(text.lower()))


def first_words(phrases: Iterable[str]) -> frozenset[str]:
    """Return the words with which phrases begin, one of which a text must hold to hold one."""
    return frozenset(_WORD.findall(phrase.lower())[0] for phrase in phrases)


def longest_words(phrases: Iterable[str]) -> frozenset[str]:
    """Return the longest word of each phrase: few texts hold one that do not hold the phrase."""
    return frozenset(max(_WORD.findall(phrase.lower()), key=len) for phrase in phrases)


def alternation(phrases: Iterable[str]) -> str:
    """Return a pattern for any of the phrases, the longest first; a space is any white space.

    Those of one first letter stand together: at any other letter of a text that letter alone is
    looked at, and not each phrase, which takes a third to a sixth of the time. Where case is to
    be ignored, the phrases must begin with small letters all, or with capitals.
    """
    by_letter: dict[str, list[str]] = {}
    for phrase in sorted(phrases, key=lambda phrase: (-len(phrase), phrase)):
        by_letter.setdefault(phrase[:1], []).append(_spaced(phrase[1:]))
    return "|".join(
        f"{_spaced(letter)}(?:{'|'.join(rests)})" for letter, rests in by_letter.items()
    )


def _spaced(text: str) -> str:
    return re.escape(text).replace(r"\ ", r"\s+")
