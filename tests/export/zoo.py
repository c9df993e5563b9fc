"""A small workspace of made-up things: every sign of the map, and text that would like to run."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from shapely.geometry import LineString, Point, Polygon

from groundtext.model import (
    Candidate,
    Collection,
    Document,
    EvidenceLink,
    Feature,
    Layer,
    LinkKind,
    LinkStatus,
    LonLat,
    Mention,
    Passage,
    Place,
    Precision,
    Reading,
    Role,
    Span,
)
from groundtext.workspace import Analysis, Contents, Workspace, write_workspace

if TYPE_CHECKING:
    from pathlib import Path

HOSTILE: Final = (
    "</script><script>window.ran=1</script><img src=x onerror='window.ran=1'>"
    "${window.ran=1} {{7*7}} \\u003c\\ \"';window.ran=1;// \u202egnp\u2028end"
)
SENTENCES: Final = (
    "A visit to the workshops.",
    "Tents and fuel pumps still stand at Fort Alder beside the old runway.",
    "The northern valleys stayed quiet that winter \U0001f310, said Oakville.",
    f"Envoys met in Rowan Hall; the communiqué read: {HOSTILE}",
    "Nobody wrote about the weather.",
    "Subscribe to our newsletter.",
)
LAYERS: Final = (
    Layer("provinces", "Provinces", "area", "provinces.geojson", "Invented", "CC0", "2026-01-02"),
    Layer("routes", "Routes", "line", "routes.geojson", "Invented", "CC0", "2026-01-02"),
    Layer(
        "forts",
        f"Forts {HOSTILE}",
        "point",
        "forts.geojson",
        "Invented",
        "CC0",
        "2026-01-02",
        notice=f"For tests only. {HOSTILE}",
        colour="#0072b2",
    ),
    Layer("meetings", "Meetings", "point", "meetings.geojson", "Invented", "CC0", "2026-01-02"),
)
_SQUARE: Final = Polygon([(66, 36), (68, 36), (68, 38), (66, 38)])


def feature(feature_id: str, layer_id: str, geometry: object, **fields: object) -> Feature:
    """Return a feature that is well located unless told otherwise."""
    plain = Feature(
        id=feature_id,
        layer_id=layer_id,
        name=feature_id.replace("-", " ").title(),
        kind="fort",
        geometry=Point(0, 0),
        precision=Precision.SITE,
        uncertainty_m=1_000.0,
        status="active",
        sources=("A gazette of 1999",),
        confidence="high",
    )
    return replace(plain, geometry=geometry, **fields)  # type: ignore[arg-type]  # checked by eye


FEATURES: Final = (
    feature("north-vale", "provinces", _SQUARE, kind="province", precision=Precision.PROVINCE),
    feature(
        "alder-line",
        "routes",
        LineString([(62, 35), (65, 36), (70, 34)]),
        kind="pipeline",
        precision=Precision.CORRIDOR,
        uncertainty_m=20_000.0,
        status="planned",
    ),
    feature(
        "fort-alder",
        "forts",
        Point(69.2, 34.9),
        aliases=("Alder Camp",),
        operator="Oakville",
        country="Nowhere",
        valid_from="2001-12",
        valid_to="2014-06-03",
        status="closed",
        note=HOSTILE,
    ),
    feature(
        "access-oakland",
        "forts",
        Polygon([(58, 38), (61, 38), (61, 41), (58, 41)]),
        precision=Precision.COUNTRY,
        uncertainty_m=200_000.0,
        confidence="low",
    ),
    feature("rowan-1", "meetings", Point(64, 38), name=f"Rowan {HOSTILE}", status="cancelled"),
    feature("rowan-2", "meetings", Point(64, 38), status="held", valid_from="2019-05-28"),
)
COLLECTIONS: Final = (
    Collection("northern-vales", f"The northern vales {HOSTILE}", ("north-vale",)),
)


def document(*, complete: bool = True) -> Document:
    """Return the one document, its sentences joined by blank lines."""
    text = "\n\n".join(SENTENCES)
    held: tuple[Span, ...] = ()
    if not complete:
        held = tuple(span_of(SENTENCES[k]) for k in (1, 2, 3))
        kept = (text[span.start : span.end] for span in held)
        gaps, end = "", 0
        for span, quote in zip(held, kept, strict=True):
            gaps += " " * (span.start - end) + quote
            end = span.end
        text = gaps + " " * (len(text) - end)
    return Document(
        id="workshops",
        file="workshops.txt",
        text=text,
        sha256=hashlib.sha256(text.encode()).hexdigest(),
        title=f"Workshops {HOSTILE}",
        author="A. Writer",
        publisher="The Gazette",
        published="2021-03-01/2021-03-17",
        complete=complete,
        held=held,
    )


def span_of(words: str) -> Span:
    """Return where the words first stand in the document."""
    start = "\n\n".join(SENTENCES).index(words)
    return Span(start, start + len(words))


def link(target_id: str, sentence: str, words: str, **fields: object) -> EvidenceLink:
    """Return a confirmed link of a sentence, made by the words."""
    plain = EvidenceLink(
        target_id=target_id,
        document_id="workshops",
        span=span_of(sentence),
        kind=LinkKind.NAMED,
        score=0.9,
        reason=f"“{words}” is its name.",
        method="alias",
        matches=(span_of(words),),
        status=LinkStatus.CONFIRMED,
    )
    return replace(plain, **fields)  # type: ignore[arg-type]  # checked by eye


LINKS: Final = (
    link("fort-alder", SENTENCES[1], "Fort Alder"),
    link("northern-vales", SENTENCES[2], "northern valleys", kind=LinkKind.DESCRIBED),
    link("rowan-1", SENTENCES[3], "Rowan Hall", kind=LinkKind.DESCRIBED, reason=HOSTILE),
    link("alder-line", SENTENCES[3], "Rowan Hall", status=LinkStatus.REJECTED),
    link("north-vale", SENTENCES[2], "Oakville", kind=LinkKind.LOCATED),
)


def mention(words: str, reading: Reading, *candidates: Candidate) -> Mention:
    """Return a mention of the words."""
    return Mention("workshops", span_of(words), words, reading, candidates)


MENTIONS: Final = (
    mention(
        "Fort Alder",
        Reading.LITERAL,
        Candidate(Place("feature:fort-alder", "Fort Alder", "base", "", LonLat(69.2, 34.9)), 0.9),
    ),
    mention("Oakville", Reading.ASSOCIATIVE, Candidate(Place("country:OAK", "Oak", "country"), 1)),
    mention("Rowan", Reading.ORGANISATION),
)


def contents(*, complete: bool = True) -> Contents:
    """Return everything above as what a build would have found."""
    source = document(complete=complete)
    passages = tuple(
        Passage(
            "workshops",
            ordinal,
            span_of(sentence),
            role={0: Role.HEADING, 5: Role.BOILERPLATE}.get(ordinal, Role.BODY),
            note="a newsletter appeal" if ordinal == 5 else "",
            paragraph=ordinal,
        )
        for ordinal, sentence in enumerate(SENTENCES)
        if complete or ordinal in {1, 2, 3}
    )
    analysis = Analysis(source, passages, MENTIONS, LINKS)
    return Contents(LAYERS, FEATURES, COLLECTIONS, (analysis,))


def workspace(folder: Path, *, complete: bool = True) -> Workspace:
    """Write the workspace into a folder and open it."""
    path = folder / "zoo.gpkg"
    write_workspace(path, contents(complete=complete))
    return Workspace.open(path)
