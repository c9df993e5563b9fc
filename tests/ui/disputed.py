"""The made-up workspace with a second document, which disagrees with the first on a meeting."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from groundtext.disagreement import Disagreement, Statement
from groundtext.model import (
    DateMention,
    Document,
    EvidenceLink,
    LinkKind,
    LonLat,
    Passage,
    SaidPlace,
    Span,
)
from groundtext.workspace import Analysis, Workspace, write_workspace
from tests.export import zoo

if TYPE_CHECKING:
    from pathlib import Path

ALMANAC: Final = "The envoys sat down in Rowan Hall on 3 May 2019."
REPEATED: Final = "An advertisement stands between. " + ALMANAC
VENUE: Final = SaidPlace(f"Rowan {zoo.HOSTILE}", LonLat(10.25, 47.5))
SAID: Final = f"3 May 2019, {VENUE.name}, took place"
_WINTER: Final = zoo.span_of("that winter")
_DAY: Final = Span(ALMANAC.index("3 May"), len(ALMANAC) - 1)
_TOLD: Final = zoo.span_of(zoo.SENTENCES[3])
_WHOLE: Final = Span(0, len(ALMANAC))
_AGAIN: Final = Span(len(ALMANAC) + 2 + REPEATED.index(ALMANAC), len(ALMANAC) + 2 + len(REPEATED))
DATES: Final = Disagreement(
    "rowan-2",
    "date",
    (
        Statement("almanac", _WHOLE, "3 May 2019", "2019-05-03"),
        Statement("workshops", _TOLD, "28–30 May 2019", "2019-05-28/2019-05-30"),
    ),
)
OUTCOMES: Final = Disagreement(
    "rowan-2",
    "outcome",
    (
        Statement("almanac", _WHOLE, "took place"),
        Statement("workshops", _TOLD, "was postponed"),
    ),
)


def _almanac() -> Analysis:
    text = f"{ALMANAC}\n\n{REPEATED}"
    digest = hashlib.sha256(text.encode()).hexdigest()
    document = Document("almanac", "almanac.txt", text, digest, title=f"Almanac {zoo.HOSTILE}")
    passages = tuple(
        Passage("almanac", k, span, paragraph=k)
        for k, span in enumerate((_WHOLE, Span(_WHOLE.end + 2, _AGAIN.start - 1), _AGAIN))
    )
    link = EvidenceLink(
        target_id="rowan-2",
        document_id="almanac",
        span=_WHOLE,
        kind=LinkKind.DESCRIBED,
        score=0.9,
        reason="“Rowan Hall” and the day are its place and date.",
        method="meeting",
        matches=(Span(_DAY.start, _DAY.start + len("3 May")),),
        said_date="2019-05-03",
        said_outcome="took place",
        said_place=VENUE,
        also_at=(_AGAIN,),
    )
    said = DateMention(
        "almanac", _DAY, "3 May 2019", "2019-05-03", "at", "day", f"says 3 May 2019 {zoo.HOSTILE}"
    )
    return Analysis(document, passages, (), (link,), (said,))


def workspace(folder: Path, *disagreements: Disagreement) -> Workspace:
    """Write the workspace into a folder and open it; with other disagreements, if any are given."""
    plain = zoo.contents()
    (workshops,) = plain.analyses
    told = zoo.link("rowan-2", zoo.SENTENCES[3], "Rowan Hall", said_date="2019-05-28/2019-05-30")
    winter = DateMention(
        "workshops", _WINTER, "that winter", "2020-24", "at", "span", "read as winter 2020"
    )
    links = sorted((*workshops.links, told), key=lambda link: (link.span, link.target_id))
    analyses = (_almanac(), replace(workshops, links=tuple(links), dates=(winter,)))
    path = folder / "disputed.gpkg"
    said = disagreements or (DATES, OUTCOMES)
    contents = replace(plain, analyses=analyses, disagreements=said)
    write_workspace(path, contents)
    return Workspace.open(path)
