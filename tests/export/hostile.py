"""A small workspace in which every text would like to run, to end something, or to be lost."""

from __future__ import annotations

import hashlib
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

from shapely.geometry import Point, Polygon

from groundtext.model import (
    Collection,
    Document,
    Element,
    EvidenceLink,
    Feature,
    Layer,
    LinkKind,
    LinkStatus,
    LonLat,
    Passage,
    Precision,
    SaidPlace,
    Span,
)
from groundtext.workspace import Analysis, Contents, Workspace, write_workspace

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

# What each would do: run, end a CDATA section, run in a template, run in a spreadsheet, end a
# text in C, steer a terminal, end a line, turn the line round, and be no character at all.
NASTY: Final = (
    "<script>window.ran=1</script>",
    "]]> <![CDATA[",
    "${window.ran=1} {{7*7}} %s",
    '=HYPERLINK("https://example.org","x")',
    "before\0after \x1b[2J\x07",
    "one\rtwo\r\nthree\u2028four\x85five",
    "\u202egnp.exe\u2066",
    "\ufffe\uffff &amp; &#0; &lt;b&gt;",
    "-1+1 | @SUM(A1) | \t=1",
    "Ταλίν \U0001f310 e\u0301 \u00a0 \u05d0\u05d1",
)
ALL: Final = "=" + " ¶ ".join(NASTY)
TEXT: Final = "\n\n".join(NASTY)
_LAYERS: Final = (
    Layer("a-1", ALL, "point", "a-1.geojson", ALL, ALL, "2026-01-02", notice=ALL),
    # Its table would have a name that the exports need for one of their own.
    Layer("evidence", ALL, "area", "evidence.geojson", ALL, ALL, "2026", colour="#009e73"),
)


def _feature(feature_id: str, layer_id: str, **fields: object) -> Feature:
    plain: dict[str, object] = {
        "id": feature_id,
        "layer_id": layer_id,
        "name": ALL,
        "kind": ALL,
        "geometry": Point(-3.2, 0.1 + 0.2),
        "precision": Precision.SITE,
        "uncertainty_m": 12.5,
        "status": ALL,
        "sources": (ALL, "another"),
        "confidence": "high",
        "aliases": (ALL,),
        "operator": ALL,
        "note": ALL,
        # Names that the exports use themselves, and one that would be markup.
        "properties": dict.fromkeys(("evidence", "_layer", "groundtext", "<b>", "id"), ALL),
    }
    return Feature(**{**plain, **fields})  # type: ignore[arg-type]  # the fields above fit


FEATURES: Final = (
    _feature("a", "a-1"),
    _feature("b", "evidence", geometry=Polygon([(0, 0), (1, 0), (1, 1)]), confidence="low"),
)


def _link(number: int, target_id: str, **fields: object) -> EvidenceLink:
    start = TEXT.index(NASTY[number])
    span = Span(start, start + len(NASTY[number]))
    plain: dict[str, object] = {
        "target_id": target_id,
        "document_id": "the-text",
        "span": span,
        "kind": LinkKind.NAMED,
        "score": 1 / 3,
        "reason": ALL,
        "method": "alias",
        "matches": (Span(span.start, span.start + 2),),
        "note": ALL,
        "decided_by": ALL,
        "decided_at": "2026-11-23",
        "said_date": "2020~",
        "said_outcome": ALL,
        "said_place": SaidPlace(ALL, LonLat(1.5, 2.5)),
    }
    return EvidenceLink(**{**plain, **fields})  # type: ignore[arg-type]  # likewise


LINKS: Final = (
    *(_link(number, "a") for number in range(len(NASTY))),
    _link(1, "b", status=LinkStatus.REJECTED),
    _link(2, "b", kind=LinkKind.LOCATED),
    _link(3, "both", kind=LinkKind.DESCRIBED, status=LinkStatus.CONFIRMED),
)


@contextmanager
def workspace(folder: Path) -> Iterator[Workspace]:
    """Write the workspace into a folder, and open it for a while."""
    document = Document(
        id="the-text",
        file="the text <b>.txt",
        text=TEXT,
        sha256=hashlib.sha256(TEXT.encode()).hexdigest(),
        title=ALL,
        author=ALL,
        publisher=ALL,
        published="2021-03-01/2021-03-17",
        basis=ALL,
        elements=(Element(Span(0, 40), 1, ALL), Element(Span(40, len(TEXT)), 2, "", "table")),
    )
    spans = sorted({link.span for link in LINKS})
    passages = tuple(Passage("the-text", number, span) for number, span in enumerate(spans))
    analysis = Analysis(document, passages, (), LINKS)
    groups = (Collection("both", ALL, ("a", "b"), (ALL,), ALL),)
    write_workspace(folder / "hostile.gpkg", Contents(_LAYERS, FEATURES, groups, (analysis,)))
    opened = Workspace.open(folder / "hostile.gpkg")
    try:
        yield opened
    finally:
        opened.close()
