"""Which words a text holds: a look into a set, where a search for them costs far more."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

_WORD: Final = re.compile(r"[^\W_]+")


def words_in(text: str) -> frozenset[str]:
    """Return the words of a text in lower case; hyphens and full stops part them."""
    return frozenset(_WORD.findall(text.lower()))


def first_words(phrases: Iterable[str]) -> frozenset[str]:
    """Return the words with which phrases begin, one of which a text must hold to hold one."""
    return frozenset(_WORD.findall(phrase.lower())[0] for phrase in phrases)


def alternation(phrases: Iterable[str]) -> str:
    """Return a pattern for any of the phrases, the longest first; a space is any white space."""
    longest_first = sorted(phrases, key=lambda phrase: (-len(phrase), phrase))
    return "|".join(re.escape(phrase).replace(r"\ ", r"\s+") for phrase in longest_first)
