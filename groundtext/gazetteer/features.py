"""The names by which a layer's features and collections are known in a text."""

from __future__ import annotations

import re
from calendar import month_name
from typing import TYPE_CHECKING

from groundtext.gazetteer.supplement import COLLECTIVE, Entry
from groundtext.model import LonLat, Place

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from shapely.geometry.base import BaseGeometry

    from groundtext.model import Collection, Feature

SOURCE = "the layers"

# A meeting's title describes it; it is no place name. Meetings are found by place, word and date.
_EVENT = re.compile(
    r"\b(talks?|meetings?|summits?|conferences?|consultations?|negotiations?|dialogues?|contacts?|"
    r"agreements?|trilaterals?|relations|signed|meets|visits?|conversations?|forums?|rounds?)\b"
    # "International Conference Centre", "Summit County"
    r"(?!\s+(?:cent(?:re|er)|hall|house|room|palace|hotel|building|complex|county|road|street|tower)s?\b)",
    re.IGNORECASE,
)
# After a comma or "in", before the date or the end.
_TOWN = re.compile(
    r"(?:,\s+|\s(?:in|at)\s+)(?P<town>[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+){0,2})(?=,|\s+\d|\s+on\b|$)"
)
# "The Supreme Court of Kenya" is the Supreme Court where Kenya is spoken of.
_BODY = re.compile(
    r"(?P<body>[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+)+)\sof\s(?:the\s)?[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+)?"
)
_PARENTHESIS = re.compile(r"\s*\([^()]*\)")
_PREFIXED = re.compile(r"^(?:Trans|Pan|Inter|Intra|Cross)(?=-[A-Z])")
_CODE = re.compile(r"\(([A-Z][A-Z0-9]{1,5})\)")
# What a name may end or begin with that says what the thing is, and not which one.
_GENERIC = re.compile(
    r"\s+(?:military\s+base|air\s*base|air\s*field|international\s+airport|airport|cosmodrome|"
    r"(?:gas\s+)?field|province|test\s+range|base|AB|gas\s+pipeline|pipeline)$",
    re.IGNORECASE,
)
_SHORTEST_NAME = 2


def feature_entries(feature: Feature, country: str) -> list[Entry]:
    """Return the entries of a feature; `country` is ISO 3166-1 alpha-2, or empty."""
    written = (feature.name, *feature.aliases)
    names = [*_names(written), *_codes(written)]
    place = Place(
        id=f"feature:{feature.id}",
        name=feature.name,
        kind=feature.kind,
        country=country,
        position=_point(feature.geometry),
        bbox=_bounds(feature.geometry),
        source=SOURCE,
        feature_id=feature.id,
    )
    short = {_without_kind(name, feature.kind) for name in names}
    short |= {match["body"] for name in names if (match := _BODY.fullmatch(name))}
    shortened = [name for name in short if name not in names and len(name) > _SHORTEST_NAME]
    return [Entry(place, name) for name in names] + [
        Entry(place, name, is_short=True) for name in sorted(shortened)
    ]


def town_entries(feature: Feature, country: str) -> list[Entry]:
    """Return the towns that a meeting's title gives for where it was: "Round talks, Bagan, 2022".

    A gazetteer of towns may lack a small one, or know the name elsewhere only.
    """
    point = _point(feature.geometry) if feature.geometry.geom_type == "Point" else None
    if point is None or not _EVENT.search(feature.name):
        return []
    after = [match["town"] for match in _TOWN.finditer(feature.name)]
    towns = [each for each in after if each not in month_name and not _EVENT.search(each)]
    return [
        Entry(Place(f"venue:{feature.id}", town, "venue", country, point, source=SOURCE), town)
        for town in towns[-1:]
    ]


def _without_kind(name: str, kind: str) -> str:
    """Return a name without the words at its end, or its beginning, that say what the thing is."""
    short = _GENERIC.sub("", name)
    for word in kind.split():
        short = re.sub(
            rf"\s+{re.escape(word)}$|^{re.escape(word)}\s+of\s+",
            "",
            short,
            flags=re.IGNORECASE,
        )
    return short


def collection_entries(collection: Collection, members: Mapping[str, Feature]) -> list[Entry]:
    """Return the entries of a collection; its extent is that of the members given."""
    shapes = [members[member].geometry for member in collection.members if member in members]
    place = Place(
        id=f"feature:{collection.id}",
        name=collection.name,
        kind=COLLECTIVE,
        bbox=_union([_bounds(shape) for shape in shapes]),
        source=SOURCE,
        feature_id=collection.id,
    )
    return [
        Entry(place, name, COLLECTIVE if name[0].islower() or name.startswith("The ") else "place")
        for name in _names((collection.name, *collection.aliases))
    ]


def _names(written: Iterable[str]) -> Iterator[str]:
    """Yield each name that a text might use, once, without notes in parentheses."""
    parts = (part.strip() for name in written for part in _PARENTHESIS.sub("", name).split(" / "))
    bare = (part.removeprefix("the ").removeprefix("The ") for part in parts)
    # Whoever writes "Trans-Asian Railway" as a name writes "the trans-Asian railway" in a sentence.
    whole = (each for name in bare for each in (name, _PREFIXED.sub(_in_small, name)))
    for name in dict.fromkeys(whole):
        is_word = name.islower() and " " not in name
        if len(name) >= _SHORTEST_NAME and not is_word and not _EVENT.search(name):
            yield name


def _in_small(match: re.Match[str]) -> str:
    return match[0].lower()


def _codes(written: Iterable[str]) -> Iterator[str]:
    """Yield the abbreviations in parentheses: "K2" of "Karshi-Khanabad Air Base (K2)"."""
    for name in written:
        yield from _CODE.findall(name)


def _point(geometry: BaseGeometry) -> LonLat | None:
    if geometry.is_empty:
        return None
    point = geometry.representative_point()
    return LonLat(float(point.x), float(point.y))


def _bounds(geometry: BaseGeometry) -> tuple[float, float, float, float] | None:
    if geometry.is_empty:
        return None
    west, south, east, north = geometry.bounds
    return float(west), float(south), float(east), float(north)


def _union(
    boxes: Iterable[tuple[float, float, float, float] | None],
) -> tuple[float, float, float, float] | None:
    sides = list(zip(*(box for box in boxes if box), strict=True))
    if not sides:
        return None
    return min(sides[0]), min(sides[1]), max(sides[2]), max(sides[3])
