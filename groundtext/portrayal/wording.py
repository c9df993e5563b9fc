"""Every phrase that is made of a value: how exact, how sure, when, how many."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from groundtext.edtf import in_words
from groundtext.errors import DateError
from groundtext.messages import message
from groundtext.model import Precision

if TYPE_CHECKING:
    from collections.abc import Iterable

    from groundtext.model import Element, EvidenceLink, Feature, Layer
    from groundtext.workspace import Coverage, DocumentCard

_KILOMETRE_M: Final = 1_000

# Properties beyond those that every feature has: the facts that they are, and the messages of
# their units. Others are a layer's own bookkeeping.
_MORE: Final = {
    "length_km": ("length", "wording.kilometres"),
    "diameter_in": ("diameter", "wording.inches"),
    "capacity_bcm": ("capacity", "wording.bcm-a-year"),
    "waypoints": ("waypoints", ""),
    "venue": ("venue", ""),
    "capital": ("capital", ""),
    "iso": ("iso", ""),
}
_PLACE_KINDS: Final = {
    "settlement": "wording.town-or-city",
    "district": "wording.district",
    "base": "wording.base",
}


def distance_in_words(metres: float) -> str:
    """Return a length with its unit: "200 m", "1 km", "1.5 km"."""
    if metres < _KILOMETRE_M:
        return message("wording.metres", number=f"{metres:.0f}")
    kilometres = f"{metres / _KILOMETRE_M:,.1f}".removesuffix(".0")
    return message("wording.kilometres", number=kilometres)


def precision_in_words(feature: Feature) -> str:
    """Say how well the place is known: "site ±1 km", "corridor, 15 km either way"."""
    words = message(f"wording.{feature.precision.value}")
    if not feature.uncertainty_m or feature.precision is Precision.COUNTRY:
        return words
    distance = distance_in_words(feature.uncertainty_m)
    if feature.precision is Precision.CORRIDOR:
        return message("wording.about-either-way", precision=words, distance=distance)
    return message("wording.plus-minus", precision=words, distance=distance)


def validity_in_words(feature: Feature) -> str:
    """Say from when to when: "December 2001 to July 2021", "since 1993", or nothing."""
    since, until = feature.valid_from, feature.valid_to
    if not since and not until:
        return ""
    return date_in_words(since if since == until else f"{since}/{until}")


def date_in_words(edtf: str) -> str:
    """Say a date or an interval in words; what is no date is shown as it was written."""
    try:
        return in_words(edtf)
    except DateError:
        return edtf


def said_in_words(link: EvidenceLink) -> str:
    """Say what a passage says of its feature: "27 March 2021, Doha, took place", or nothing."""
    date = date_in_words(link.said_date) if link.said_date else ""
    place = link.said_place.name if link.said_place else ""
    return ", ".join(part for part in (date, place, link.said_outcome) if part)


def facts_of(feature: Feature, layer: Layer, country: str) -> list[tuple[str, str]]:
    """Return what is known of a feature as pairs of a name and a phrase, without empty ones.

    Parameters
    ----------
    feature, layer
        The feature and its layer.
    country
        The names of the feature's countries.
    """
    pairs = [
        ("kind", feature.kind),
        ("operator", feature.operator),
        ("country", country),
        ("status", feature.status),
        ("when", validity_in_words(feature)),
        ("planned-until", date_in_words(feature.planned_end) if feature.planned_end else ""),
        ("where", precision_in_words(feature)),
        ("boundary", layer.notice if feature.geometry.geom_type.endswith("Polygon") else ""),
        *_more_of(feature),
        ("also-called", ", ".join(feature.aliases)),
        ("note", feature.note),
        ("confidence", feature.confidence),
        ("sources", "; ".join(feature.sources)),
        ("layer", layer.title),
    ]
    return named_facts(pairs)


def named_facts(pairs: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    """Return facts, given by their keys in the catalogue, under their names; no empty ones."""
    return [(message(f"fact.{key}"), phrase) for key, phrase in pairs if phrase]


def _more_of(feature: Feature) -> list[tuple[str, str]]:
    return [
        (fact, message(unit, number=number) if unit else number)
        for key, (fact, unit) in _MORE.items()
        if (number := _number_in_words(feature.properties.get(key, "")))
    ]


def _number_in_words(text: str) -> str:
    """Return a whole number with its thousands apart, and anything else as it is."""
    return f"{int(text):,}" if text.isascii() and text.isdigit() else text


def document_in_words(card: DocumentCard) -> str:
    """Return the title, or the file's name where there is no title."""
    return card.title or card.file


def published_in_words(card: DocumentCard) -> str:
    """Return when a document was published, or say that it is not known."""
    return date_in_words(card.published) if card.published else message("wording.no-date")


def disagreements_in_words(count: int) -> str:
    """Return the line "1 disagreement between documents"."""
    return message("wording.disagreements", count=count)


def coverage_in_words(coverage: Coverage) -> str:
    """Return the line "57 of 63 passages have a place"."""
    return evidence_in_words(coverage.n_on_map, coverage.n_passages)


def evidence_in_words(n_on_map: int, n_passages: int) -> str:
    """Return how many of so many passages have a place, whatever a view shows of them."""
    return message("sources.coverage", on_map=n_on_map, passages=n_passages)


def place_kind_in_words(kind: str) -> str:
    """Return what a place of the gazetteer is, as one says it."""
    return message(_PLACE_KINDS[kind]) if kind in _PLACE_KINDS else kind


def place_in_words(element: Element | None) -> str:
    """Return where in its original a piece of text stands: "page 3", "table 2, row 1"."""
    if element is None:
        return ""
    page = message("wording.page", page=element.page) if element.page else ""
    return ", ".join(part for part in (page, element.path) if part)
