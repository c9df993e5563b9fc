"""A small world of invented layers, and texts read against it; no shipped layer is needed."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from shapely.geometry import LineString, Point

from groundtext.documents import split_passages
from groundtext.linking import Linker
from groundtext.model import (
    Candidate,
    Collection,
    Description,
    Document,
    EvidenceLink,
    Feature,
    Layer,
    LonLat,
    Mention,
    Place,
    Precision,
    Reading,
    Span,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from groundtext.model import Passage

SETTLEMENTS = {
    "Geneva": ("CH", LonLat(6.14, 46.20)),
    "Astana": ("KZ", LonLat(71.43, 51.13)),
    "Tashkent": ("UZ", LonLat(69.24, 41.30)),
    "Vienna": ("AT", LonLat(16.37, 48.21)),
    "Paris": ("FR", LonLat(2.35, 48.86)),
    "Agadez": ("NE", LonLat(7.99, 16.97)),
    "Kunduz": ("AF", LonLat(68.87, 36.73)),
}
TARGETS = {
    "Agadez International Airport": ("agadez-airport", "airport"),
    "Agadez": ("agadez-airport", "airport"),
    "Kunduz": ("kunduz", "province"),
    "Takhar": ("takhar", "province"),
    "Nord Stream pipeline": ("nord-stream", "pipeline"),
    "Nord Stream": ("nord-stream", "pipeline"),
    "Camp Lemonnier": ("lemonnier", "base"),
    "northern provinces": ("northern", "region"),
}


def layer(layer_id: str, geometry_kind: str, form: str, nouns: tuple[str, ...] = ()) -> Layer:
    return Layer(
        id=layer_id,
        title=layer_id,
        geometry_kind=geometry_kind,
        file=f"{layer_id}.geojson",
        source="invented",
        licence="CC0",
        retrieved="2026",
        described=Description(form=form, nouns=nouns),
    )


def feature(feature_id: str, layer_id: str, name: str, position: LonLat, **fields: str) -> Feature:
    is_line = layer_id == "lines"
    return Feature(
        id=feature_id,
        layer_id=layer_id,
        name=name,
        kind=fields.pop("kind", "meeting"),
        geometry=LineString([position, (0, 0)]) if is_line else Point(position),
        precision=Precision.CORRIDOR if is_line else Precision.SETTLEMENT,
        uncertainty_m=5_000,
        status=fields.pop("status", "held"),
        sources=("invented",),
        confidence="high",
        country=fields.pop("country", ""),
        operator=fields.pop("operator", ""),
        valid_from=fields.pop("valid_from", ""),
        valid_to=fields.pop("valid_to", ""),
        note=fields.pop("note", ""),
    )


def meeting(
    feature_id: str, name: str, settlement: str, days: str, *, status: str = "held", note: str = ""
) -> Feature:
    country, position = SETTLEMENTS[settlement]
    first, _, last = days.partition("/")
    dates = {"valid_from": first, "valid_to": last or first, "status": status, "note": note}
    return feature(feature_id, "meetings", name, position, country=country, **dates)


def base(
    feature_id: str, operator: str, country: str, position: LonLat, *, kind: str = "base"
) -> Feature:
    fields = {"kind": kind, "operator": operator, "country": country}
    return feature(feature_id, "bases", feature_id.title(), position, **fields)


LAYERS = (
    layer("meetings", "point", "meeting", ("summit", "talks", "delegation")),
    layer("bases", "point", "base", ("base", "military presence")),
    layer("lines", "line", "route", ("pipeline",)),
    layer("areas", "area", ""),
)
FEATURES = (
    meeting("geneva-2012", "Geneva I conference on Syria", "Geneva", "2012-06-30"),
    meeting("geneva-2014", "Geneva II conference on Syria", "Geneva", "2014-01-22/2014-01-31"),
    meeting("geneva-2016", "Intra-Syrian talks with de Mistura", "Geneva", "2016-02-01/2016-02-03"),
    meeting("astana-2017-01", "Russia-Turkey-Iran talks", "Astana", "2017-01-23/2017-01-24"),
    meeting("astana-2017-05", "Russia-Turkey-Iran agreement", "Astana", "2017-05-03/2017-05-04"),
    meeting("tashkent-2018", "Conference on Afghanistan", "Tashkent", "2018-03-26/2018-03-27"),
    meeting("tashkent-2022", "Meeting of Muttaqi and West", "Tashkent", "2022-07-25/2022-07-26"),
    meeting("vienna-2015", "Nuclear deal of Zarif and Kerry", "Vienna", "2015-07-14"),
    meeting(
        "paris-2019",
        "Conference on Libya",
        "Paris",
        "2019-05-20",
        status="postponed",
        note="Announced for 9 April 2019, put off twice.",
    ),
    base("lemonnier", "United States", "DJ", LonLat(43.15, 11.54)),
    base("doraleh", "China", "DJ", LonLat(43.06, 11.59)),
    base("base-201", "United States", "NE", LonLat(7.99, 16.97)),
    base("base-101", "United States/France", "NE", LonLat(2.18, 13.48)),
    base("incirlik", "Turkey (US use)", "TR", LonLat(35.4, 37.0)),
    base("tartus", "Russia", "SY", LonLat(35.87, 34.9)),
    base("hmeimim", "Russia", "SY", LonLat(35.95, 35.4), kind="air base"),
    base("palmyra", "Russia", "SY", LonLat(38.3, 34.6), kind="radar station"),
    replace(
        base("us-access-kenya", "United States", "KE", LonLat(37.9, 0.5)),
        precision=Precision.COUNTRY,
    ),
    base("agadez-airport", "Niger", "NE", LonLat(8.0, 16.97), kind="airport"),
    base("faya", "Chad", "TD", LonLat(19.1, 17.9)),
    feature(
        "nord-stream",
        "lines",
        "Nord Stream pipeline (Russia–Germany)",
        LonLat(28, 60),
        kind="gas pipeline",
        country="RU DE",
    ),
    feature(
        "btc",
        "lines",
        "Baku–Tbilisi–Ceyhan pipeline",
        LonLat(49, 40),
        kind="oil pipeline",
        country="AZ GE TR",
    ),
    feature("kunduz", "areas", "Kunduz", LonLat(68.8, 36.7), kind="province", country="AF"),
    feature("takhar", "areas", "Takhar", LonLat(69.5, 36.7), kind="province", country="AF"),
)
COLLECTIONS = (
    Collection("bases-us-niger", "US bases in Niger", ("base-201", "base-101")),
    Collection("bases-us-kenya", "US bases in Kenya", ("us-access-kenya",)),
    Collection("bases-russian-syria", "Russian bases in Syria", ("tartus", "hmeimim", "palmyra")),
    Collection("bases-haftar-chad", "Haftar's bases in Chad", ("faya",)),
    Collection("geneva-talks", "Talks", ("geneva-2012", "geneva-2014", "geneva-2016")),
    Collection("astana-talks", "Talks", ("astana-2017-01", "astana-2017-05")),
    Collection("northern", "Northern provinces", ("kunduz", "takhar")),
)
LINKER = Linker(LAYERS, FEATURES, COLLECTIONS)


def document(text: str, published: str = "", document_id: str = "report") -> Document:
    return Document(document_id, f"{document_id}.txt", text, "0" * 64, published=published)


def mentions_in(text: str, document_id: str = "report") -> tuple[Mention, ...]:
    """Every known name as a literal mention; a name of two kinds has both candidates."""
    names = sorted({*SETTLEMENTS, *TARGETS}, key=len, reverse=True)
    found = re.finditer("|".join(map(re.escape, names)), text)
    return tuple(
        Mention(document_id, Span(*m.span()), m[0], Reading.LITERAL, _candidates(m[0]))
        for m in found
    )


def _candidates(name: str) -> tuple[Candidate, ...]:
    places = []
    if name in TARGETS:
        target_id, kind = TARGETS[name]
        places.append(Place(f"feature:{target_id}", name, kind, feature_id=target_id))
    if name in SETTLEMENTS:
        country, position = SETTLEMENTS[name]
        town = Place(f"settlement:{name}", name, "settlement", country, position)
        places.append(replace(town, population=200_000))
    return tuple(Candidate(place, 0.9 - n / 10) for n, place in enumerate(places))


def link(text: str, published: str = "") -> tuple[EvidenceLink, ...]:
    read = document(text, published)
    return LINKER.link(read, split_passages(read), mentions_in(text))


def targets(text: str, published: str = "") -> list[str]:
    return [found.target_id for found in link(text, published)]


def quotes(links: Iterable[EvidenceLink], text: str) -> list[list[str]]:
    """The matched words of each link."""
    return [[text[span.start : span.end] for span in found.matches] for found in links]


def passages_of(text: str) -> tuple[Passage, ...]:
    return split_passages(document(text))
