"""One value of every kind, made by hand: what tests of several modules start from."""

from __future__ import annotations

import hashlib

from shapely.geometry import LineString, Point, Polygon

from groundtext.disagreement import Disagreement, Statement
from groundtext.model import (
    Candidate,
    Collection,
    DateMention,
    Description,
    Document,
    EvidenceLink,
    Feature,
    Layer,
    LinkKind,
    Listed,
    LonLat,
    Mention,
    Passage,
    Place,
    Precision,
    Reading,
    Role,
    Span,
)
from groundtext.workspace import Analysis, Contents

# Two sentences of a made-up dispatch, with what trips offsets up: a combining mark, an emoji
# outside the Basic Multilingual Plane, a non-breaking space and right-to-left letters.
TEXT = "The café 🛰 talks in Geneva ended (جنيف). Vesland denied it.\nSubscribe now!"
FIRST = Span(0, TEXT.index(" Vesland"))
SECOND = Span(TEXT.index("Vesland"), TEXT.index("\n"))
THIRD = Span(TEXT.index("Subscribe"), len(TEXT))


def document(**changes: object) -> Document:
    fields: dict[str, object] = {
        "id": "dispatch",
        "file": "dispatch.txt",
        "text": TEXT,
        "sha256": hashlib.sha256(TEXT.encode()).hexdigest(),
        "title": "A dispatch",
        "published": "2020-03-01",
    }
    return Document(**{**fields, **changes})  # type: ignore[arg-type]  # the fields above fit


def passages() -> tuple[Passage, ...]:
    return (
        Passage("dispatch", 0, FIRST),
        Passage("dispatch", 1, SECOND),
        Passage("dispatch", 2, THIRD, Role.BOILERPLATE, "asks for a subscription", 1),
    )


def geneva() -> Place:
    return Place("geonames:2660646", "Geneva", "settlement", "CH", LonLat(6.14569, 46.20222))


def mentions() -> tuple[Mention, ...]:
    start = TEXT.index("Geneva")
    actor = TEXT.index("Vesland")
    return (
        Mention(
            "dispatch",
            Span(start, start + 6),
            "Geneva",
            Reading.LITERAL,
            (Candidate(geneva(), 0.9, "the largest of that name"),),
        ),
        Mention("dispatch", Span(actor, actor + 7), "Vesland", Reading.ASSOCIATIVE),
    )


def link(**changes: object) -> EvidenceLink:
    fields: dict[str, object] = {
        "target_id": "geneva-talks",
        "document_id": "dispatch",
        "span": FIRST,
        "kind": LinkKind.DESCRIBED,
        "score": 0.8,
        "reason": "‘talks in Geneva’: talks + Geneva",
        "method": "meeting",
        "matches": (Span(11, 16),),
    }
    return EvidenceLink(**{**fields, **changes})  # type: ignore[arg-type]  # the fields above fit


def layers() -> tuple[Layer, ...]:
    return (
        Layer(
            *("summits", "Summits", "point", "summits.geojson", "made up", "CC0", "2020"),
            described=Description("meeting", ("talks",)),
        ),
        Layer("routes", "Routes", "line", "routes.geojson", "made up", "CC0", "2020"),
    )


def feature(**changes: object) -> Feature:
    fields: dict[str, object] = {
        "id": "geneva-talks",
        "layer_id": "summits",
        "name": "Talks in Geneva",
        "kind": "talks",
        "geometry": Point(6.1, 46.2),
        "precision": Precision.SETTLEMENT,
        "uncertainty_m": 5_000.0,
        "status": "held",
        "sources": ("made up",),
        "confidence": "high",
        "valid_from": "2020-02-28",
        "valid_to": "2020-02-29",
    }
    return Feature(**{**fields, **changes})  # type: ignore[arg-type]  # the fields above fit


def features() -> tuple[Feature, ...]:
    route = LineString([(6.1, 46.2), (8.5, 47.4)])
    area = Polygon([(6, 46), (9, 46), (9, 48), (6, 48)], [[(7, 47), (8, 47), (7.5, 47.5)]])
    return (
        feature(),
        feature(id="a-road", layer_id="routes", geometry=route, precision=Precision.CORRIDOR),
        feature(id="an-area", layer_id="routes", geometry=area, precision=Precision.COUNTRY),
    )


def collections() -> tuple[Collection, ...]:
    return (
        Collection("swiss-talks", "The Swiss talks", ("geneva-talks",)),
        Collection("everything", "Everything", ("swiss-talks", "a-road", "an-area")),
    )


def dates() -> tuple[DateMention, ...]:
    span = Span(FIRST.start, FIRST.start + 2)
    text = TEXT[span.start : span.end]
    return (DateMention("dispatch", span, text, "2020-02", "at", "month", "says February 2020"),)


def contents(**changes: object) -> Contents:
    fields: dict[str, object] = {
        "layers": layers(),
        "features": features(),
        "collections": collections(),
        "analyses": (Analysis(document(), passages(), mentions(), (link(),), dates()),),
        "listed": (Listed("broken.txt", "not UTF-8 (byte 3)."),),
        "disagreements": (
            Disagreement(
                "geneva-talks",
                "date",
                (
                    Statement("dispatch", FIRST, "28 February 2020", "2020-02-28"),
                    Statement("other", FIRST, "March 2020", "2020-03"),
                ),
            ),
        ),
    }
    return Contents(**{**fields, **changes})  # type: ignore[arg-type]  # the fields above fit
