"""Lines and areas of an invented map: a pipeline in sections, a railway in variants, a network."""

from __future__ import annotations

import re
from dataclasses import replace

from shapely.geometry import LineString, box

from groundtext.documents import split_passages
from groundtext.linking import Linker
from groundtext.model import (
    Candidate,
    Collection,
    EvidenceLink,
    Feature,
    LonLat,
    Mention,
    Place,
    Reading,
    Span,
)
from tests.linking.world import document, feature, layer

TOWNS = {
    "Mombasa": LonLat(39.66, -4.05),
    "Nairobi": LonLat(36.82, -1.29),
    "Malaba": LonLat(34.27, 0.64),
    "Kampala": LonLat(32.58, 0.32),
    "Kigali": LonLat(30.06, -1.95),
    "Mbarara": LonLat(30.65, -0.61),
    "Stavanger": LonLat(5.73, 58.97),
    "Gothenburg": LonLat(11.97, 57.71),
    "Gdansk": LonLat(18.65, 54.35),
    "Rijeka": LonLat(14.44, 45.33),
    "Chisinau": LonLat(28.86, 47.01),
    "Sirte": LonLat(16.59, 31.21),
    "Varna": LonLat(27.91, 43.21),
    "Durban": LonLat(31.02, -29.86),
    "Ostrow": LonLat(21.0, 50.5),
}
TARGETS = {
    "Amber pipeline": "amber",
    "Lakes railway": "lakes",
    "Danube Freight Network": "network",
    "Ostrow": "ostrow",
    "Lipin": "lipin",
    "Zamek": "zamek",
    "Morava": "morava",
    "Trent County": "trent",
}


FIGURES = {
    "amber-no": {"capacity_bcm": "10", "diameter_in": "36", "length_km": "830"},
    "amber-se": {"capacity_bcm": "10", "diameter_in": "36", "length_km": "12–14"},
    "amber-pl": {"capacity_bcm": "10", "diameter_in": "36"},
    "lakes-2014": {"length_km": "1450"},
}


def line(feature_id: str, name: str, kind: str, country: str, places: str, since: str) -> Feature:
    """A line through towns, whose names are its waypoints."""
    towns = [TOWNS[place] for place in places.split(" – ") if place in TOWNS]
    made = feature(
        feature_id, "lines", name, towns[0], kind=kind, country=country, valid_from=since
    )
    return replace(
        made,
        geometry=LineString([*towns, towns[-1]]),
        properties={"waypoints": places, **FIGURES.get(feature_id, {})},
    )


def area(feature_id: str, kind: str, country: str, west: float, south: float) -> Feature:
    """A square of three degrees."""
    made = feature(
        feature_id, "areas", feature_id.title(), LonLat(west, south), kind=kind, country=country
    )
    return replace(made, geometry=box(west, south, west + 3, south + 3))


FEATURES = (
    line("amber-no", "Amber pipeline, Norway", "gas pipeline", "NO", "Stavanger – Moss", "2001"),
    line("amber-se", "Amber pipeline, Sweden", "gas pipeline", "SE", "Gothenburg – Ystad", "2001"),
    line("amber-pl", "Amber pipeline, Poland", "gas pipeline", "PL", "Gdansk – Plock", "2001"),
    line(
        "lakes-2014",
        "Lakes railway, route of 2014",
        "railway",
        "KE UG RW",
        "Mombasa – Nairobi – Malaba – Kampala – Kigali",
        "2014-05",
    ),
    line(
        "lakes-2019",
        "Lakes railway, route of 2019",
        "railway",
        "KE UG RW",
        "Mombasa – Nairobi – Mbarara – Kagitumba – Kigali",
        "2019-03",
    ),
    line("net-coast", "Freight network, coast", "supply corridor", "RO HU HR", "Rijeka – Pecs", ""),
    line("net-plain", "Freight network, plain", "supply corridor", "RO MD PL", "Chisinau", ""),
    line("net-south", "Freight network, south", "supply corridor", "RO BG GR", "Varna", ""),
    line("levant", "Gulf of Sidra shipping lane", "sea lane", "", "Sirte", ""),
    area("ostrow", "province", "PL", 20, 50),
    area("lipin", "province", "PL", 17, 53),
    area("zamek", "province", "PL", 18, 54),
    area("morava", "province", "PL", 30, 40),
    area("trent", "county", "GB", -2, 52),
)
COLLECTIONS = (
    Collection("amber", "Amber pipeline", ("amber-no", "amber-se", "amber-pl")),
    Collection("lakes", "Lakes railway", ("lakes-2014", "lakes-2019")),
    Collection("network", "Danube Freight Network", ("net-coast", "net-plain", "net-south")),
    Collection(
        "eastern",
        "Eastern provinces of Poland",
        ("ostrow", "lipin", "zamek"),
        note="Those on the borders of Belarus and Ukraine.",
    ),
    Collection("frontier", "Provinces that border Prussia", ("zamek", "morava")),
)
LINKER = Linker(
    (layer("lines", "line", "route", ("pipeline",)), layer("areas", "area", "")),
    FEATURES,
    COLLECTIONS,
)


def link(text: str) -> tuple[EvidenceLink, ...]:
    read = document(text)
    return LINKER.link(read, split_passages(read), town_mentions(text))


def town_mentions(text: str) -> list[Mention]:
    """Return the towns and targets that a text names, in order."""
    names = sorted({*TOWNS, *TARGETS}, key=len, reverse=True)
    found = re.finditer("|".join(map(re.escape, names)), text)
    return [
        Mention("report", Span(*m.span()), m[0], Reading.LITERAL, _candidates(m[0])) for m in found
    ]


def _candidates(name: str) -> tuple[Candidate, ...]:
    places = []
    if name in TOWNS:
        town = Place(f"settlement:{name}", name, "settlement", "", TOWNS[name])
        places.append(replace(town, population=200_000))
    if name in TARGETS:
        places.append(Place(f"feature:{name}", name, "feature", feature_id=TARGETS[name]))
    return tuple(Candidate(place, 0.9 - n / 10) for n, place in enumerate(places))


def last(text: str) -> list[str]:
    """The targets of the last passage of a text."""
    read = document(text)
    end = split_passages(read)[-1].span
    return [found.target_id for found in link(text) if found.span == end]
