"""Invented layers of sites – bases, ports, mines, dams – and texts read against them."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from shapely.geometry import box

from groundtext.documents import split_passages
from groundtext.linking import Linker
from groundtext.model import (
    Candidate,
    Collection,
    Description,
    LonLat,
    Mention,
    Place,
    Precision,
    Reading,
    Span,
)
from tests.linking.world import document, feature, layer

if TYPE_CHECKING:
    from groundtext.model import Feature

# Name: country, position, inhabitants.
SETTLEMENTS = {
    "Adana": ("TR", LonLat(35.32, 37.0), 1_700_000),
    "Gyumri": ("AM", LonLat(43.85, 40.79), 112_000),
    "Rota": ("ES", LonLat(-6.36, 36.62), 29_000),
    "Mombasa": ("KE", LonLat(39.66, -4.05), 1_200_000),
    "Tartus": ("SY", LonLat(35.89, 34.89), 115_000),
    "Agadez": ("NE", LonLat(7.99, 16.97), 120_000),
    "Calama": ("CL", LonLat(-68.93, -22.46), 140_000),
    "Lima": ("PE", LonLat(-77.03, -12.05), 8_000_000),
    "Cadiz": ("ES", LonLat(-6.29, 36.53), 115_000),
}
# Features whose names are settlements' as well.
OWN_NAMES = {"Rota": "rota", "Gyumri": "gyumri", "Incirlik Air Base": "incirlik"}
AREAS = {"Andalusia": (-7.5, 36.0, -1.6, 38.7), "Atacama": (-71.0, -27.0, -67.0, -21.0)}
ACTORS = {"London": "GB", "Madrid": "ES"}


def site(
    feature_id: str, name: str, kind: str, operator: str, country: str, position: LonLat
) -> Feature:
    fields = {"kind": kind, "operator": operator, "country": country}
    return feature(feature_id, "sites", name, position, **fields)


FEATURES = (
    site("incirlik", "Incirlik Air Base", "air base", "United States", "TR", LonLat(35.43, 37.0)),
    site("gyumri", "Gyumri garrison", "garrison", "Russia", "AM", LonLat(43.83, 40.8)),
    site("erebuni", "Erebuni airfield", "air base", "Russia", "AM", LonLat(44.46, 40.12)),
    site("rota", "Rota naval base", "naval base", "United States", "ES", LonLat(-6.33, 36.63)),
    site("moron", "Moron Air Base", "air base", "United States", "ES", LonLat(-5.62, 37.17)),
    site("hmeimim", "Hmeimim (Latakia)", "air base", "Russia", "SY", LonLat(35.95, 35.4)),
    site("tartus-navy", "Tartus supply point", "naval base", "Russia", "SY", LonLat(35.86, 34.91)),
    replace(
        site("gabala", "Gabala station", "radar", "Russia", "AZ", LonLat(47.8, 40.87)),
        valid_to="2012-12",
    ),
    site("agadez", "Base 201st", "air base", "United States", "NE", LonLat(8.0, 16.95)),
    site("tuz", "Signals post, Kirazli", "listening post", "Germany", "TR", LonLat(26.6, 40.0)),
    site("andoya", "Andoya range", "missile range", "United States", "NO", LonLat(16.0, 69.3)),
    site("arica", "Arica laboratory", "seismic station", "Germany", "CL", LonLat(-70.3, -18.5)),
    site("mombasa", "Port of Mombasa", "port", "Kenya Ports", "KE", LonLat(39.62, -4.05)),
    site("tartus-port", "Port of Tartus", "port", "", "SY", LonLat(35.87, 34.9)),
    site("nazca", "Nazca mine", "copper mine", "Aurum Mining/Rio Verde", "PE", LonLat(-75, -15)),
    site("calama-pit", "Calama mine", "copper mine", "Codex", "CL", LonLat(-68.9, -22.3)),
    site("spence", "Spence mine", "copper mine", "Codex", "CL", LonLat(-69.2, -22.8)),
    replace(
        site("us-access-kuwait", "US access", "access", "United States", "KW", LonLat(47, 29)),
        precision=Precision.COUNTRY,
    ),
)
COLLECTIONS = (
    Collection("bases-us-spain", "US bases in Spain", ("rota", "moron")),
    Collection("bases-russian-armenia", "Russian bases in Armenia", ("gyumri", "erebuni")),
    Collection("bases-russian-syria", "Russian bases in Syria", ("hmeimim", "tartus-navy")),
    Collection(
        "bases-russian",
        "Russian bases abroad",
        ("bases-russian-armenia", "bases-russian-syria", "gabala"),
    ),
    Collection("bases-us-south", "US bases in the south of Europe", ("bases-us-spain", "incirlik")),
    Collection("mines-codex", "Codex mines", ("calama-pit", "spence")),
)
_NOUNS = ("base", "bases", "air base", "airfield", "garrison", "radar", "port", "mine", "mines")
_AREA = feature("andalusia", "areas", "Andalusia", LonLat(-4.5, 37.3), kind="region", country="ES")
LAYERS = (
    replace(layer("sites", "point", "base"), described=Description("base", _NOUNS)),
    layer("areas", "area", ""),
)
LINKER = Linker(LAYERS, (*FEATURES, replace(_AREA, geometry=box(*AREAS["Andalusia"]))), COLLECTIONS)


def _candidates(name: str) -> tuple[Candidate, ...]:
    places = []
    if name in SETTLEMENTS:
        country, position, inhabitants = SETTLEMENTS[name]
        places.append(Place(f"town:{name}", name, "settlement", country, position))
        places[0] = replace(places[0], population=inhabitants)
    if name in OWN_NAMES:
        places.append(Place(f"f:{name}", name, "base", feature_id=OWN_NAMES[name]))
    if name in AREAS:
        own = "andalusia" if name == "Andalusia" else ""
        places.append(Place(f"area:{name}", name, "province", bbox=AREAS[name], feature_id=own))
    if name in ACTORS:
        places.append(Place(f"seat:{name}", name, "settlement", ACTORS[name], LonLat(0, 51)))
    return tuple(Candidate(place, 0.9 - n / 10) for n, place in enumerate(places))


def targets(text: str) -> list[str]:
    """Return what a text links to, but for the areas that it names."""
    names = sorted({*SETTLEMENTS, *OWN_NAMES, *AREAS, *ACTORS}, key=len, reverse=True)
    mentions = tuple(
        Mention(
            "report",
            Span(*match.span()),
            match[0],
            Reading.ASSOCIATIVE if match[0] in ACTORS else Reading.LITERAL,
            _candidates(match[0]),
        )
        for match in re.finditer("|".join(map(re.escape, names)), text)
    )
    read = document(text)
    links = LINKER.link(read, split_passages(read), mentions)
    return [link.target_id for link in links if link.target_id != "andalusia"]


def reasons(text: str) -> list[str]:
    names = sorted({*SETTLEMENTS, *AREAS}, key=len, reverse=True)
    mentions = tuple(
        Mention("report", Span(*m.span()), m[0], Reading.LITERAL, _candidates(m[0]))
        for m in re.finditer("|".join(map(re.escape, names)), text)
    )
    read = document(text)
    return [link.reason for link in LINKER.link(read, split_passages(read), mentions)]
