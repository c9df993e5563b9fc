"""A made-up workspace to read in: a long document with headings, and one in Persian without."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Final

from groundtext.model import (
    Candidate,
    Document,
    EvidenceLink,
    LinkKind,
    LonLat,
    Mention,
    Passage,
    Place,
    Reading,
    Role,
    Span,
)
from groundtext.workspace import Analysis, Contents, Workspace, write_workspace
from tests.export import zoo

if TYPE_CHECKING:
    from pathlib import Path

N_SECTIONS: Final = 12
N_PARAGRAPHS: Final = 8  # of a section
ALDER: Final = "Envoys came to Fort Alder, and left it on the second day."  # in sections 3, 6, 9
HEADINGS: Final = tuple(f"Part {number}: what was said" for number in range(1, N_SECTIONS + 1))
PERSIAN: Final = (
    "سفیران در مزار شریف دیدار کردند و دربارهٔ خط لوله سخن گفتند.",
    "NATO نیروهای خود را از پایگاه بیرون برد، و هیچ‌کس چیزی نگفت.",  # opens with a Latin word
    "روز دوم کسی نیامد، و هوا آرام بود.",
    "The communiqué was printed in English.",
)
_PLACE: Final = Place("feature:fort-alder", "Fort Alder", "base", "", LonLat(69.2, 34.9))


def _paragraphs() -> list[tuple[str, Role]]:
    paragraphs: list[tuple[str, Role]] = []
    for number, heading in enumerate(HEADINGS, start=1):
        paragraphs.append((heading, Role.HEADING))
        plain = (
            f"In part {number} nothing was said of any place, at length and more than once. " * 4
        )
        paragraphs += [(plain.strip(), Role.BODY)] * N_PARAGRAPHS
        if number % 3 == 0:
            paragraphs.append((ALDER, Role.BODY))
    return [*paragraphs, ("Subscribe to our newsletter.", Role.BOILERPLATE)]


def _analysis(document_id: str, paragraphs: list[tuple[str, Role]], language: str) -> Analysis:
    """Return a document of one passage a paragraph, with what Fort Alder is named in."""
    text = "\n\n".join(words for words, _ in paragraphs)
    document = Document(
        id=document_id,
        file=f"{document_id}.txt",
        text=text,
        sha256=hashlib.sha256(text.encode()).hexdigest(),
        title=document_id.title(),
        author="A. Writer",
        published="2021~",
        language=language,
    )
    passages, mentions, links, start = [], [], [], 0
    for ordinal, (words, role) in enumerate(paragraphs):
        span = Span(start, start + len(words))
        passages.append(Passage(document_id, ordinal, span, role=role, paragraph=ordinal))
        start = span.end + 2
        if "Fort Alder" not in words:
            continue
        at = span.start + words.index("Fort Alder")
        name = Span(at, at + len("Fort Alder"))
        candidate = Candidate(_PLACE, 0.9)
        mentions.append(Mention(document_id, name, "Fort Alder", Reading.LITERAL, (candidate,)))
        links.append(
            EvidenceLink(
                target_id="fort-alder",
                document_id=document_id,
                span=span,
                kind=LinkKind.NAMED,
                score=0.9,
                reason="“Fort Alder” is its name.",
                method="alias",
                matches=(name,),
            )
        )
    return Analysis(document, tuple(passages), tuple(mentions), tuple(links))


def workspace(folder: Path) -> Workspace:
    """Write the workspace into a folder and open it."""
    path = folder / "reading.gpkg"
    analyses = (
        _analysis("chronicle", _paragraphs(), "en"),
        _analysis("gozaresh", [(words, Role.BODY) for words in PERSIAN], "fa"),
    )
    write_workspace(path, Contents(zoo.LAYERS, zoo.FEATURES, (), analyses))
    return Workspace.open(path)
