"""Right answers and findings about a document of ten sentences, ten characters each."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from hypothesis import strategies as st

from groundtext.evaluation import Subject
from groundtext.evaluation.gold import GoldLink, GoldMention, GoldStatus, Origin
from groundtext.model import (
    Candidate,
    Collection,
    Document,
    EvidenceLink,
    LinkKind,
    LonLat,
    Mention,
    Passage,
    Place,
    Reading,
    Span,
)
from groundtext.workspace import Analysis

PASSAGES = tuple(Span(start, start + 9) for start in range(0, 100, 10))
TEXT = " ".join(["A phrase."] * 10)
TARGETS = ("fort", "bridge", "north", "all")
COLLECTIONS = {
    "north": Collection("north", "The north", ("fort", "bridge")),
    "all": Collection("all", "Everything", ("north",)),
}


def origin(document: str, span: Span, line: int = 1) -> Origin:
    return Origin("gold.jsonl", line, f"{document}.txt", span)


def gold_link(
    document: str, span: Span, target: str, status: GoldStatus = GoldStatus.CORE
) -> GoldLink:
    return GoldLink(origin(document, span), document, span, target, status)


def gold_mention(span: Span, document: str = "a", **fields: object) -> GoldMention:
    plain = GoldMention(origin(document, span), document, span)
    return replace(plain, **fields)  # type: ignore[arg-type]  # checked by eye


def link(document: str, span: Span, target: str, kind: LinkKind = LinkKind.NAMED) -> EvidenceLink:
    return EvidenceLink(target, document, span, kind, 0.9, f"‘{target}’ is its name", "alias")


def mention(
    span: Span,
    position: LonLat | None = None,
    *,
    document: str = "a",
    reading: Reading = Reading.LITERAL,
    kind: str = "place",
    place_id: str = "p",
) -> Mention:
    place = Place(place_id, "Fort Alder", "settlement", "CH", position)
    candidates = (Candidate(place, 0.9, "the largest of that name"),)
    return Mention(document, span, "Fort", reading, candidates, kind, "‘in’ before it")


def subject(
    links: Iterable[EvidenceLink] = (),
    mentions: Iterable[Mention] = (),
    documents: Iterable[str] = ("a", "b"),
) -> Subject:
    links, mentions = tuple(links), tuple(mentions)
    analyses: Mapping[str, Analysis] = {
        key: Analysis(
            Document(key, f"{key}.txt", TEXT, "0" * 64),
            tuple(Passage(key, number, span) for number, span in enumerate(PASSAGES)),
            tuple(sorted((m for m in mentions if m.document_id == key), key=lambda m: m.span)),
            tuple(one for one in links if one.document_id == key),
        )
        for key in documents
    }
    return Subject(analyses, COLLECTIONS, frozenset(TARGETS))


documents = st.sampled_from(["a", "b"])
spans = st.sampled_from(PASSAGES) | st.builds(
    lambda start, length: Span(start, start + length), st.integers(0, 80), st.integers(1, 19)
)
links = st.lists(st.builds(link, documents, spans, st.sampled_from(TARGETS)), max_size=8)
gold_links = st.lists(
    st.builds(gold_link, documents, spans, st.sampled_from(TARGETS), st.sampled_from(GoldStatus)),
    max_size=8,
)
readings = st.sampled_from(Reading)


@st.composite
def disjoint_spans(draw: st.DrawFn) -> list[Span]:
    """Return spans in order that do not overlap."""
    edges = sorted(draw(st.sets(st.integers(0, 99), max_size=16)))
    return [Span(*pair) for pair in zip(edges[::2], edges[1::2], strict=False)]


@st.composite
def mentions(draw: st.DrawFn) -> list[Mention]:
    """Return the mentions of one document."""
    return [mention(span, reading=draw(readings)) for span in draw(disjoint_spans())]
