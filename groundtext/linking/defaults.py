"""How the features of a layer are described where its manifest does not say so.

Derived from what the user's own properties say: the kinds of the features, who took part, when.
"""

from __future__ import annotations

import re
from datetime import timedelta
from typing import TYPE_CHECKING, Final

from groundtext import edtf
from groundtext.errors import DateError
from groundtext.linking.line_words import ROUTE_WORDS
from groundtext.linking.vocabulary import find_events
from groundtext.model import Description
from groundtext.words import words_in

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from groundtext.model import Feature, Layer

_WORD: Final = re.compile(r"[^\W\d_]+")
_LINES: Final = frozenset().union(*ROUTE_WORDS.values()) - {"gas", "oil", "energy"}
_HALF: Final = 0.5
_BRIEF: Final = timedelta(days=31)


def describe(layer: Layer, features: Sequence[Feature]) -> Description:
    """Return how the layer's features are described: as the manifest says, else as derived."""
    if layer.described.form or layer.geometry_kind == "area" or not features:
        return layer.described
    if layer.geometry_kind == "line":
        return Description("route") if _share(features, _is_route) >= _HALF else layer.described
    if _share(features, _is_meeting) >= _HALF:
        return Description("meeting", kind_nouns(features))
    return Description("base", kind_nouns(features))


def kind_nouns(features: Iterable[Feature]) -> tuple[str, ...]:
    """Return the nouns of the features' kinds, singular and plural: "dam", "dams", "air base"."""
    kinds = {feature.kind.lower() for feature in features if feature.kind}
    nouns = kinds | {kind.rpartition(" ")[2] for kind in kinds}
    return tuple(sorted(nouns | {plural(noun) for noun in nouns}))


def plural(noun: str) -> str:
    """Return the plural of a noun, as English forms it by rule."""
    if re.search(r"(?:s|x|z|ch|sh)$", noun):
        return f"{noun}es"
    return f"{noun[:-1]}ies" if re.search(r"[^aeiou]y$", noun) else f"{noun}s"


def _share(features: Sequence[Feature], is_such: Callable[[Feature], bool]) -> float:
    return sum(map(is_such, features)) / len(features)


def _is_route(feature: Feature) -> bool:
    words = {word.lower() for word in _WORD.findall(f"{feature.name} {feature.kind}")}
    return not words.isdisjoint(_LINES)


def _is_meeting(feature: Feature) -> bool:
    if feature.properties.get("participants"):
        return True
    events = find_events(feature.name, frozenset(), words_in(feature.name))
    return bool(feature.valid_from and events) or _is_brief(feature)


def _is_brief(feature: Feature) -> bool:
    """Tell whether a feature was there for a month at most: a rally, a ruling, a launch."""
    try:
        first, last = edtf.bounds(feature.valid_from), edtf.bounds(feature.valid_to)
    except DateError:
        return False
    return last[1] - first[0] <= _BRIEF
