"""Lists of words, written as one string, with the forms that English gives to nouns and verbs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

_VOWELS: Final = frozenset("aeiou")
_HISSING: Final = ("s", "x", "z", "ch", "sh")
_DOUBLED: Final = frozenset("bdglmnprt")
_SHORT: Final = 4  # letters; "ban" doubles its last one, "border" does not


def words(listed: str) -> frozenset[str]:
    """Return the words of a list that is written as one string."""
    return frozenset(listed.split())


def plurals(listed: str) -> frozenset[str]:
    """Return the nouns of a list with their plurals; one that has no such plural does no harm."""
    singular = words(listed)
    return singular | frozenset(map(_with_s, singular))


def verbs(listed: str) -> frozenset[str]:
    """Return all forms of the verbs of a list; "see/saw/seen" gives those that are irregular."""
    return frozenset(form for verb in listed.split() for form in _forms(verb))


def _with_s(word: str) -> str:
    if word.endswith("man"):
        return f"{word[:-3]}men"
    if _ends_in_y(word):
        return f"{word[:-1]}ies"
    return f"{word}{'es' if word.endswith(_HISSING) else 's'}"


def _ends_in_y(word: str) -> bool:
    return word.endswith("y") and word[-2] not in _VOWELS


def _forms(verb: str) -> Iterator[str]:
    base, *irregular = verb.split("/")
    stem = _stem(base)
    yield from (base, _with_s(base), f"{stem}ing", *irregular)
    if not irregular:
        yield f"{base[:-1]}ied" if _ends_in_y(base) else f"{stem}ed"


def _stem(base: str) -> str:
    """Return what "-ed" and "-ing" are added to: "visit", "rul", "bann"."""
    if base.endswith("e") and not base.endswith("ee"):
        return base[:-1]
    is_short = len(base) <= _SHORT and base[-1] in _DOUBLED
    if is_short and base[-2] in _VOWELS and base[-3] not in _VOWELS:
        return base + base[-1]
    return base
