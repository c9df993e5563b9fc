"""Which places a name may mean, best first, with a score and the reason for it."""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING, Final

from groundtext.mentions.plausibility import contained_in, folded
from groundtext.model import Candidate

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from groundtext.gazetteer import Entry, Gazetteer
    from groundtext.mentions.plausibility import Occurrence

MOST_CANDIDATES: Final = 6
_FEATURE_SCORE: Final = 0.97
# What a country that the document does not name costs: about a third of the inhabitants.
_ELSEWHERE: Final = 0.85
_AREA_WORDS: Final = frozenset(
    {"province", "provinces", "provincial", "governorate", "region", "district"}
)
_LISTED: Final = r"(?:[^\W\d_a-z][\w’'-]*|and|or|of|such|as|like|including|the|both)"
_LIST_OF_AREAS_BEFORE: Final = re.compile(rf"\b[Pp]rovinces(?:[\s,:(–—]+{_LISTED})*[\s,:(–—]+$")
_LIST_OF_AREAS_AFTER: Final = re.compile(rf"(?:[\s,]+{_LISTED})*\s+provinces\b")
_REACH: Final = 240  # code points within which a list names its kind
_SHORT_CONTEXT: Final = frozenset(
    {
        "base",
        "bases",
        "airbase",
        "airfield",
        "airport",
        "field",
        "pipeline",
        "cosmodrome",
        "garrison",
    }
)


def anchors(
    occurrences: Iterable[Occurrence], gazetteer: Gazetteer
) -> Mapping[str, frozenset[str]]:
    """Return the ids that "X, Y" fixes somewhere in the document, by X: one sense a document."""
    fixed: dict[str, frozenset[str]] = {}
    for each in occurrences:
        ids = contained_in(each, gazetteer)
        if ids:
            fixed.setdefault(folded(each.name), ids)
    return fixed


def resolve(
    occurrence: Occurrence, countries: frozenset[str], fixed: Mapping[str, frozenset[str]]
) -> tuple[Candidate, ...]:
    """Return the candidates of one occurrence, best first; equal scores keep their order."""
    anchored = fixed.get(folded(occurrence.name), frozenset())
    candidates = [
        _candidate(entry, occurrence, countries, anchored)
        for entry in _distinct(occurrence.name.entries)
    ]
    candidates.sort(key=lambda candidate: -candidate.score)
    return tuple(candidates[:MOST_CANDIDATES])


def _distinct(entries: Sequence[Entry]) -> list[Entry]:
    """Leave out the supplement's areas that a layer draws itself."""
    drawn = {(entry.place.kind, entry.place.country) for entry in entries if entry.place.feature_id}
    is_drawn = any(entry.place.feature_id for entry in entries)
    return [
        entry
        for entry in entries
        if entry.place.feature_id
        or not is_drawn
        or (
            (entry.place.kind, entry.place.country) not in drawn
            and not entry.place.id.startswith("collective:")
        )
    ]


def _candidate(
    entry: Entry, occurrence: Occurrence, countries: frozenset[str], anchored: frozenset[str]
) -> Candidate:
    place = entry.place
    if place.kind == "province" and _shares_name(entry, occurrence):
        score, reason = _shared_area(occurrence)
    elif entry.is_short:
        score, reason = _short(occurrence)
    elif place.feature_id:
        score, reason = _FEATURE_SCORE, "named so by a layer"
    elif place.kind == "settlement":
        score, reason = _settlement(entry, countries, anchored)
    else:
        score, reason = 0.95, f"the {place.kind} of that name"
    return Candidate(place, round(score, 3), reason)


def _settlement(
    entry: Entry, countries: frozenset[str], anchored: frozenset[str]
) -> tuple[float, str]:
    place = entry.place
    if place.id in anchored:
        return 0.96, "the text says in which country or state it lies"
    if entry.is_capital:
        return 0.92, "a capital"
    size = min(0.13 * math.log10(max(place.population, 100)), 0.88)
    reason = f"{place.population:,} inhabitants" if place.population else "of unknown size"
    if place.country in countries:
        return size, f"{reason}, in a country that the document speaks of"
    return size * _ELSEWHERE, f"{reason}, in a country that the document does not name"


def _shares_name(entry: Entry, occurrence: Occurrence) -> bool:
    return entry.place.country not in {"", "US"} and any(
        other.place.kind == "settlement" and other.place.country == entry.place.country
        for other in occurrence.name.entries
    )


def _shared_area(occurrence: Occurrence) -> tuple[float, str]:
    """Score a province that shares its name with a town: the passage must say which it means."""
    if _says_area(occurrence):
        return 0.95, "the passage speaks of a province"
    return 0.5, "a province shares the settlement's name"


def _says_area(occurrence: Occurrence) -> bool:
    """Tell whether the words around a name, or around its list, speak of provinces."""
    words, name = occurrence.sentence.words, occurrence.name
    near = (*words[max(0, name.first - 2) : name.first], *words[name.last + 1 : name.last + 2])
    if any(word.lower in _AREA_WORDS for word in near):
        return True
    text, (start, end) = occurrence.sentence.text, occurrence.sentence.passage.span
    before = text[max(start, name.span.start - _REACH) : name.span.start]
    after = text[name.span.end : min(end, name.span.end + _REACH)]
    return (
        _LIST_OF_AREAS_BEFORE.search(before) is not None
        or _LIST_OF_AREAS_AFTER.match(after) is not None
    )


def _short(occurrence: Occurrence) -> tuple[float, str]:
    """Score a feature whose generic word the name leaves out."""
    sentence, name = occurrence.sentence, occurrence.name
    near = sentence.words[max(0, name.first - 3) : name.last + 4]
    said = next((word.text for word in near if word.lower in _SHORT_CONTEXT), "")
    if said:
        return 0.96, f"named by a layer, and the passage says ‘{said}’"
    return 0.45, "part of the name of a feature of a layer"
