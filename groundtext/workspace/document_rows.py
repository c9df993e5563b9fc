"""The rows of one document in each table, numbered on from those of the documents before it."""

from __future__ import annotations

import json
from bisect import bisect_right
from collections import defaultdict
from itertools import count
from typing import TYPE_CHECKING, Any, TypeVar

from groundtext.model import EvidenceLink, LinkStatus, Mention, Place, Reading, Role, Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from groundtext.model import Passage
    from groundtext.workspace.contents import Analysis, Spellings

Row = tuple[Any, ...]
Spanned = TypeVar("Spanned", EvidenceLink, Mention)


class DocumentRows:
    """Makes the rows of documents, one after the other, and remembers the places they name."""

    def __init__(self) -> None:
        self._numbers: dict[str, Iterator[int]] = defaultdict(lambda: count(1))
        self._places: dict[str, Place] = {}

    def of(self, analysis: Analysis) -> Iterator[tuple[str, Row]]:
        """Yield each row of a document with its table."""
        yield "documents", self._document(analysis)
        for each in analysis.document.elements:
            place = (each.page, each.path, each.role)
            yield "elements", self._row("elements", analysis.document.id, *each.span, *place)
        yield from self._passages(analysis)
        for mention in analysis.mentions:
            yield from self._mention(mention)
        for found in analysis.dates:
            told = (found.text, found.edtf, found.mode, found.grain, found.reason)
            yield "dates", self._row("dates", found.document_id, *found.span, *told)
        for link in _in_order(analysis.links):
            yield "links", link_row(next(self._numbers["links"]), link)

    def places(self, spellings: Spellings) -> Iterator[Row]:
        """Yield the places that the documents so far may mean, each once, by id."""
        names = spellings(self._places.keys())
        for number, (place_id, place) in enumerate(sorted(self._places.items()), 1):
            lon, lat = place.position or (None, None)
            yield (
                *(number, place_id, place.name, place.kind, place.country, lon, lat),
                *(_json(place.bbox), place.population, place.source, place.feature_id),
                _json(names.get(place_id, ())),
            )

    def _row(self, table: str, *columns: object) -> Row:
        return (next(self._numbers[table]), *columns)

    def _document(self, analysis: Analysis) -> Row:
        document = analysis.document
        return self._row(
            "documents",
            *(document.id, document.file, document.title, document.author, document.publisher),
            *(document.published, document.basis, document.language, int(document.complete)),
            *(document.sha256, _json(document.held), document.text),
        )

    def _passages(self, analysis: Analysis) -> Iterator[tuple[str, Row]]:
        links = by_passage(analysis.passages, analysis.links)
        mentions = by_passage(analysis.passages, analysis.mentions)
        for passage in analysis.passages:
            silence = why_silent(passage, links[passage.span], mentions[passage.span])
            told = (str(passage.role), passage.note, passage.paragraph, silence)
            place = (passage.document_id, passage.ordinal, *passage.span)
            yield "passages", self._row("passages", *place, *told)

    def _mention(self, mention: Mention) -> Iterator[tuple[str, Row]]:
        told = (mention.text, str(mention.reading), mention.kind, mention.reason)
        row = self._row("mentions", mention.document_id, *mention.span, *told)
        yield "mentions", row
        for candidate in mention.candidates:
            self._places.setdefault(candidate.place.id, candidate.place)
            what = (candidate.place.id, candidate.score, candidate.reason)
            yield "candidates", self._row("candidates", row[0], *what)


def link_rows(links: Iterable[EvidenceLink], first: int) -> Iterator[Row]:
    """Yield the rows of links in order, numbered from `first`."""
    for number, link in enumerate(_in_order(links), first):
        yield link_row(number, link)


def link_row(number: int, link: EvidenceLink) -> Row:
    """Return the row of a link."""
    return (
        *(number, link.target_id, link.document_id, *link.span, str(link.kind), link.score),
        *(link.reason, link.method, _json(link.matches), str(link.status)),
        *(link.decided_by, link.decided_at, link.note, link.said_date),
        *(_json(link.said_place or ()), link.said_outcome, _json(link.also_at)),
    )


def _in_order(links: Iterable[EvidenceLink]) -> list[EvidenceLink]:
    return sorted(links, key=lambda link: (link.document_id, link.span, link.target_id))


def by_passage(
    passages: Sequence[Passage], spanned: Iterable[Spanned]
) -> dict[Span, list[Spanned]]:
    """Sort links or mentions under the passage that they begin in."""
    starts = [passage.span.start for passage in passages]
    by_passage: dict[Span, list[Spanned]] = {passage.span: [] for passage in passages}
    for one in spanned:
        passage = passages[max(bisect_right(starts, one.span.start) - 1, 0)]
        by_passage[passage.span].append(one)
    return by_passage


def why_silent(passage: Passage, links: Iterable[EvidenceLink], mentions: Iterable[Mention]) -> str:
    """Say why a passage supports no feature; empty when it does support one."""
    statuses = {link.status for link in links}
    if statuses - {LinkStatus.REJECTED}:
        return ""
    if passage.role is Role.BOILERPLATE:
        return "around the text, not in it"
    if statuses:
        return "a reviewer found no support in it"
    readings = {mention.reading for mention in mentions}
    if not readings:
        return "names no place"
    if Reading.LITERAL in readings:
        return "names a place, but nothing that is on the map"
    return "names places only as actors"


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
