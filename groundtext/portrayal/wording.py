"""Every phrase that is made of a value: how exact, how sure, when, how many."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from groundtext.edtf import in_words
from groundtext.errors import DateError
from groundtext.model import Precision

if TYPE_CHECKING:
    from groundtext.model import Element, EvidenceLink, Feature, Layer
    from groundtext.workspace import Coverage, DocumentCard

_KILOMETRE_M: Final = 1_000
_PRECISIONS: Final = {
    Precision.SITE: "site",
    Precision.SETTLEMENT: "settlement",
    Precision.DISTRICT: "district",
    Precision.PROVINCE: "province",
    Precision.COUNTRY: "country only",
    Precision.CORRIDOR: "corridor",
}

# Properties beyond those that every feature has: how they are called, and their unit. Others are
# a layer's own bookkeeping.
_MORE: Final = {
    "length_km": ("Length", "km"),
    "diameter_in": ("Diameter", "inches"),
    "capacity_bcm": ("Capacity", "billion m³ a year"),
    "waypoints": ("By way of", ""),
    "venue": ("Venue", ""),
    "capital": ("Capital", ""),
    "iso": ("ISO 3166-2", ""),
}


def distance_in_words(metres: float) -> str:
    """Return a length with its unit: "200 m", "1 km", "1.5 km"."""
    if metres < _KILOMETRE_M:
        return f"{metres:.0f} m"
    kilometres = metres / _KILOMETRE_M
    return f"{kilometres:,.1f} km".replace(".0 km", " km")


def precision_in_words(feature: Feature) -> str:
    """Say how well the place is known: "site ±1 km", "corridor, 15 km either way"."""
    words = _PRECISIONS[feature.precision]
    if not feature.uncertainty_m or feature.precision is Precision.COUNTRY:
        return words
    distance = distance_in_words(feature.uncertainty_m)
    if feature.precision is Precision.CORRIDOR:
        return f"{words}, about {distance} either way"
    return f"{words} ±{distance}"


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
        ("Kind", feature.kind),
        ("Operator", feature.operator),
        ("Country", country),
        ("Status", feature.status),
        ("When", validity_in_words(feature)),
        ("Planned until", date_in_words(feature.planned_end) if feature.planned_end else ""),
        ("Where", precision_in_words(feature)),
        ("Boundary", layer.notice if feature.geometry.geom_type.endswith("Polygon") else ""),
        *_more_of(feature),
        ("Also called", ", ".join(feature.aliases)),
        ("Note", feature.note),
        ("Confidence", feature.confidence),
        ("Sources", "; ".join(feature.sources)),
        ("Layer", layer.title),
    ]
    return [(name, phrase) for name, phrase in pairs if phrase]


def _more_of(feature: Feature) -> list[tuple[str, str]]:
    return [
        (name, f"{_number_in_words(feature.properties[key])} {unit}".strip())
        for key, (name, unit) in _MORE.items()
        if feature.properties.get(key)
    ]


def _number_in_words(text: str) -> str:
    """Return a whole number with its thousands apart, and anything else as it is."""
    return f"{int(text):,}" if text.isascii() and text.isdigit() else text


def document_in_words(card: DocumentCard) -> str:
    """Return the title, or the file's name where there is no title."""
    return card.title or card.file


def published_in_words(card: DocumentCard) -> str:
    """Return when a document was published, or say that it is not known."""
    return date_in_words(card.published) if card.published else "no date known"


def disagreements_in_words(count: int) -> str:
    """Return the line "1 disagreement between documents"."""
    return f"{count:,} disagreement{'' if count == 1 else 's'} between documents"


def coverage_in_words(coverage: Coverage) -> str:
    """Return the line "57 of 63 passages are on the map"."""
    return f"{coverage.n_on_map} of {coverage.n_passages} passages are on the map"


def place_kind_in_words(kind: str) -> str:
    """Return what a place of the gazetteer is, as one says it."""
    return {"settlement": "town or city", "district": "district", "base": "base"}.get(kind, kind)


def place_in_words(element: Element | None) -> str:
    """Return where in its original a piece of text stands: "page 3", "table 2, row 1"."""
    if element is None:
        return ""
    page = f"page {element.page}" if element.page else ""
    return ", ".join(part for part in (page, element.path) if part)
