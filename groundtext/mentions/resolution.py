"""Which places a name may mean, best first, with a score and the reason for it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from groundtext.mentions.context import settle
from groundtext.model import Candidate

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from groundtext.gazetteer import Entry
    from groundtext.mentions.context import Contender
    from groundtext.mentions.plausibility import Occurrence, Weighed

MOST_CANDIDATES: Final = 6
_FEATURE_SCORE: Final = 0.97
_ANCHORED_SCORE: Final = 0.96
_SAID_SCORE: Final = 0.955
_SHARED_SCORE: Final = 0.965
# A place that leads scores from here to 0.95, by how far it leads; one that follows less than half.
_LEADING: Final = 0.55
_LED: Final = 0.4
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


class _Said(NamedTuple):
    """What the words around a name say of which of its places is meant."""

    shared: frozenset[str]  # ids of the provinces that share the name with a town
    is_area: bool  # that a province is
    kind: str  # the generic word near it, where a feature's name may leave it out


def resolve_all(weighed: Sequence[Weighed]) -> list[tuple[Candidate, ...]]:
    """Return the candidates of each occurrence of a document's names, best first.

    A name has one sense in a document, but for provinces and features, which their own passage
    must speak of. Equal scores keep the gazetteer's order.
    """
    fixed = _fixed(weighed)
    names: dict[str, Sequence[Entry]] = {}
    for each in weighed:
        key = each.occurrence.key
        if key in names:
            continue
        # What a layer draws is weighed by its own rules, and does not compete.
        distinct = _distinct(each.occurrence.name.entries)
        entries = [entry for entry in distinct if not entry.place.feature_id] or distinct
        meant = fixed.get(key, frozenset())
        # What the text itself fixes stands alone, so that it votes with full weight.
        names[key] = [e for e in entries if e.place.id in meant] or entries
    settled = settle(names)
    ranked: dict[tuple[str, int, _Said], tuple[Candidate, ...]] = {}
    return [_ranked(each, settled[each.occurrence.key], fixed, ranked) for each in weighed]


def _ranked(
    weighed: Weighed,
    contenders: Sequence[Contender],
    fixed: Mapping[str, frozenset[str]],
    ranked: dict[tuple[str, int, _Said], tuple[Candidate, ...]],
) -> tuple[Candidate, ...]:
    """Return the candidates of an occurrence, which all that are spoken of alike share."""
    name, said = weighed.occurrence.name, _said(weighed.occurrence)
    key = name.surface, len(name.entries), said
    if key not in ranked:
        ranked[key] = _candidates(weighed, contenders, fixed, said)
    return ranked[key]


def _fixed(weighed: Sequence[Weighed]) -> Mapping[str, frozenset[str]]:
    """Return the ids that "X, Y" fixes somewhere in the document, by X: one sense a document."""
    fixed: dict[str, frozenset[str]] = {}
    for each in weighed:
        if each.contained:
            fixed.setdefault(each.occurrence.key, each.contained)
    return fixed


def _candidates(
    weighed: Weighed,
    contenders: Sequence[Contender],
    fixed: Mapping[str, frozenset[str]],
    said: _Said,
) -> tuple[Candidate, ...]:
    occurrence = weighed.occurrence
    anchored = fixed.get(occurrence.key, frozenset())
    known = {contender.entry.place.id: contender for contender in contenders}
    entries = _distinct(occurrence.name.entries)
    entries.sort(key=lambda e: -known[e.place.id].share if e.place.id in known else 0.0)
    leader = next((e.place.id for e in entries if e.place.id in known), "")
    candidates = [
        _candidate(entry, said, known.get(entry.place.id), anchored, leader)
        for entry in entries[: MOST_CANDIDATES * 2]
    ]
    candidates.sort(key=lambda candidate: -candidate.score)
    return tuple(candidates[:MOST_CANDIDATES])


def _distinct(entries: Sequence[Entry]) -> list[Entry]:
    """Leave out the gazetteer's areas that a layer draws itself."""
    drawn = {(entry.place.kind, entry.place.country) for entry in entries if entry.place.feature_id}
    if not drawn:
        return list(entries)
    return [
        entry
        for entry in entries
        if entry.place.feature_id
        or (
            (entry.place.kind, entry.place.country) not in drawn
            and not entry.place.id.startswith("collective:")
        )
    ]


def _candidate(
    entry: Entry,
    said: _Said,
    contender: Contender | None,
    anchored: frozenset[str],
    leader: str,
) -> Candidate:
    place = entry.place
    if place.id in said.shared and place.feature_id:
        score, reason = _shared_area(is_said=said.is_area)
    elif entry.is_short:
        score, reason = _short(said.kind)
    elif place.feature_id:
        score, reason = _FEATURE_SCORE, "named so by a layer"
    elif place.id in said.shared and said.is_area:
        score, reason = _SAID_SCORE, "the passage speaks of a province"
    elif place.id in anchored:
        score, reason = _ANCHORED_SCORE, "the text says in which country or state it lies"
    else:
        score, reason = _settled(entry, contender, is_leader=place.id == leader)
    return Candidate(place, round(score, 3), reason)


def _settled(entry: Entry, contender: Contender | None, *, is_leader: bool) -> tuple[float, str]:
    """Score a place by its size and by the other names of the document."""
    share = contender.share if contender else 0.0
    score = _LEADING + _LED * share if is_leader else _LED * share
    place = entry.place
    if place.kind not in {"settlement", "province", "district"}:
        return score, f"the {place.kind} of that name"
    size = f"{place.population:,} inhabitants" if place.population else "of unknown size"
    known = "a capital" if entry.is_capital else f"{_ARTICLES[place.kind]}, {size}"
    if contender and contender.support >= 1.0:
        return score, f"{known}; other names of the document lie in its country or near it"
    return score, f"{known}; no other name of the document lies near it"


_ARTICLES: Final = {
    "settlement": "a settlement",
    "province": "a province or state",
    "district": "a county or district",
}


_NOTHING_SAID: Final = _Said(frozenset(), is_area=False, kind="")


def _said(occurrence: Occurrence) -> _Said:
    entries = occurrence.name.entries
    if len(entries) == 1 and not entries[0].is_short:
        return _NOTHING_SAID
    shared = frozenset(
        entry.place.id
        for entry in entries
        if entry.place.kind == "province" and _shares_name(entry, occurrence)
    )
    is_short = any(entry.is_short for entry in entries)
    return _Said(
        shared,
        is_area=bool(shared) and _says_area(occurrence),
        kind=_kind_beside(occurrence) if is_short else "",
    )


def _shares_name(entry: Entry, occurrence: Occurrence) -> bool:
    return entry.place.country not in {"", "US"} and any(
        other.place.kind == "settlement" and other.place.country == entry.place.country
        for other in occurrence.name.entries
    )


def _shared_area(*, is_said: bool) -> tuple[float, str]:
    """Score a province that shares its name with a town: the passage must say which it means."""
    if is_said:
        return _SHARED_SCORE, "the passage speaks of a province"
    return 0.5, "a province shares the settlement's name"


def _says_area(occurrence: Occurrence) -> bool:
    """Tell whether the words around a name, or around its list, speak of provinces."""
    words, name = occurrence.sentence.lowers, occurrence.name
    near = (*words[max(0, name.first - 2) : name.first], *words[name.last + 1 : name.last + 2])
    if not _AREA_WORDS.isdisjoint(near):
        return True
    text, (start, end) = occurrence.sentence.text, occurrence.sentence.passage.span
    before = text[max(start, name.span.start - _REACH) : name.span.start]
    after = text[name.span.end : min(end, name.span.end + _REACH)]
    return (
        _LIST_OF_AREAS_BEFORE.search(before) is not None
        or _LIST_OF_AREAS_AFTER.match(after) is not None
    )


def _kind_beside(occurrence: Occurrence) -> str:
    """Return the generic word near a name, if there is one."""
    sentence, name = occurrence.sentence, occurrence.name
    near = sentence.texts[max(0, name.first - 3) : name.last + 4]
    return next((word for word in near if word.lower() in _SHORT_CONTEXT), "")


def _short(kind: str) -> tuple[float, str]:
    """Score a feature whose generic word the name leaves out, and the passage may say."""
    if kind:
        return 0.96, f"named by a layer, and the passage says ‘{kind}’"
    return 0.45, "part of the name of a feature of a layer"
