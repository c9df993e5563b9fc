"""What a name says by itself: the places that have it, and the kind of word it is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from groundtext.gazetteer.names import fold
from groundtext.mentions import namesakes as lists
from groundtext.mentions.cues import CUES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from groundtext.gazetteer import Entry
    from groundtext.gazetteer.namesakes import Namesakes
    from groundtext.mentions.recognition import Name

_SIZES: Final = (
    (1_000_000, "million"),
    (300_000, "city"),
    (100_000, "large-town"),
    (15_000, "town"),
    (2_000, "small-town"),
)
_COMMONEST, _COMMON, _USUAL = 10, 20, 40  # SCOWL's sizes
_COMMON_GIVEN: Final = 300  # rank
_COMMON_SURNAME: Final = 1_000
_SHORT: Final = 3  # letters
_LARGE_PROVINCE: Final = 1_000_000  # inhabitants
_LONGEST_CODE: Final = 4
_MINOR_KINDS: Final = frozenset(
    ("neighbourhood", "park", "forest", "crossing", "field", "dam", "pass", "cape", "glacier")
)
_NEEDS_NO_WORD: Final = frozenset({"feature", "people", "country", "region"})
_UNIT_ENDINGS: Final = (" county", " district", " parish", " borough", " province", " state")


def name_cues(name: Name, namesakes: Namesakes) -> tuple[str, ...]:
    """Return what speaks for and against a name before its sentence is looked at."""
    kinds = tuple(_kind_cues(name, is_word=_is_plain_word(name, namesakes)))
    if _NEEDS_NO_WORD.isdisjoint(kinds):
        return (*kinds, *_word_cues(name, namesakes))
    # Its letter case was checked by the gazetteer: "US" is not "us". People may have the name.
    words = fold(name.surface).split(" ")
    is_single = len(words) == 1
    return (*kinds, *(_person_cues(words[0], namesakes) if is_single else ("several-words",)))


def _kind_cues(name: Name, *, is_word: bool) -> Iterator[str]:
    kinds = {_kind(entry) for entry in name.entries}
    for kind in ("feature", "people", "country", "region"):
        if kind in kinds:
            yield kind
            return
    # What is both a state and its capital is one thing that everybody knows, not two.
    # A province called "West" or "Islands" is met only with what says that it is one.
    found = [*(() if is_word else _unit_cue(name, kinds)), *_size_cues(name)]
    found += [kind for kind in ("feature-short", "minor") if kind in kinds]
    if found:
        yield max(found, key=lambda cue: CUES[cue].weight)
    if "alternate" in found:
        yield "alternate"


def _kind(entry: Entry) -> str:
    place = entry.place
    if entry.is_short:
        return "feature-short"
    if place.feature_id:
        return "feature"
    if entry.kind != "place":
        return "people"
    if place.kind in {"country", "former-country"}:
        return "country"
    if place.kind in {"settlement", "province", "district"}:
        return place.kind
    return "minor" if place.kind in _MINOR_KINDS else "region"


def _unit_cue(name: Name, kinds: set[str]) -> Iterator[str]:
    if "province" in kinds:
        largest = max(e.place.population for e in name.entries if e.place.kind == "province")
        is_authored = any(
            e.place.kind == "province" and "GeoNames" not in e.place.source for e in name.entries
        )
        yield "state" if largest >= _LARGE_PROVINCE or is_authored else "province"
    elif "district" in kinds:
        yield "county" if name.surface.lower().endswith(_UNIT_ENDINGS) else "district"


def _size_cues(name: Name) -> Iterator[str]:
    settlements = [entry for entry in name.entries if entry.place.kind == "settlement"]
    if not settlements:
        return
    if any(entry.is_capital for entry in settlements):
        yield "capital"
        return
    largest = max(entry.place.population for entry in settlements)
    yield next((cue for least, cue in _SIZES if largest >= least), "village")
    key = fold(name.surface)
    if all(fold(entry.place.name) != key for entry in settlements):
        yield "alternate"


def _word_cues(name: Name, namesakes: Namesakes) -> Iterator[str]:
    words = fold(name.surface).split(" ")
    if len(words) > 1:
        yield "several-words"
        if all(_is_common(word, namesakes) for word in words):
            yield "common-words"
        return
    word = words[0]
    if word in lists.NO_PLACES:
        yield "no-place"
    if namesakes.words.get(word, _USUAL + 1) <= _COMMONEST:
        yield "word-1"
    elif word in namesakes.words or word in lists.COMMON_WORDS:
        size = namesakes.words.get(word, _COMMON)
        yield "word-2" if size <= _COMMON else "word-3" if size <= _USUAL else "word-4"
    yield from _person_cues(word, namesakes)
    if len(word) <= _SHORT:
        yield "short"
    if name.surface.isupper() and len(name.surface) <= _LONGEST_CODE:
        yield "code"


def _is_plain_word(name: Name, namesakes: Namesakes) -> bool:
    return name.first == name.last and _is_common(fold(name.surface), namesakes)


def _is_common(word: str, namesakes: Namesakes) -> bool:
    return word in lists.COMMON_WORDS or namesakes.words.get(word, _USUAL + 1) <= _COMMON


def _person_cues(word: str, namesakes: Namesakes) -> Iterator[str]:
    if word in lists.GIVEN_NAMES or word in namesakes.given:
        is_common = namesakes.given.get(word, _COMMON_GIVEN + 1) <= _COMMON_GIVEN
        yield "given-common" if is_common else "given"
    elif word in namesakes.surnames:
        is_common = namesakes.surnames[word] <= _COMMON_SURNAME
        yield "surname-common" if is_common else "surname"
