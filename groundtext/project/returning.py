"""An export of our own that comes back: its layers, groups, quotations and links, checked anew."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final

from groundtext.edtf import is_valid
from groundtext.files import write_whole
from groundtext.layers import feature_from_json
from groundtext.layers.finding import Fault
from groundtext.layers.manifest import collection_from_table, layer_from_table
from groundtext.model import (
    Document,
    EvidenceLink,
    LinkKind,
    LinkStatus,
    LonLat,
    SaidPlace,
    Span,
)
from groundtext.naming import to_id
from groundtext.project.documents import Held, read_documents, write_document
from groundtext.project.layers import (
    HeldLayer,
    Origin,
    held_layers,
    read_layer_set,
    write_collections,
    write_layer,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from groundtext.formats import ReturnExtract
    from groundtext.layers.geojson import Json
    from groundtext.model import Feature
    from groundtext.project.folder import Project
    from groundtext.project.tally import Tally

_LINKS: Final = "links.json"
_MOST_CHARACTERS: Final = 20_000_000  # of a document that comes as quotations
_DAMAGE: Final = (ValueError, TypeError, KeyError)


def take_return(extract: ReturnExtract, project: Project, tally: Tally) -> None:
    """Take in what an export holds and the project does not; faults are listed one by one.

    A layer or a document that is here already stays as it is: only links to it are added.

    Raises
    ------
    OSError
        If the project cannot be written.
    """
    _take_layers(extract, project, tally)
    ids = _take_documents(extract, project, tally)
    links = list(_links(extract, ids, project, tally))
    _keep_links(project, links)
    tally.used += len(links)


def read_given(project: Project) -> dict[str, tuple[EvidenceLink, ...]]:
    """Return the links that came with exports, by document."""
    path = project.folder / _LINKS
    if not path.is_file():
        return {}
    found: dict[str, list[EvidenceLink]] = {}
    for fields in json.loads(path.read_text(encoding="utf-8")):
        link = _link(fields, fields["document"])
        found.setdefault(link.document_id, []).append(link)
    return {document: tuple(links) for document, links in found.items()}


def _take_layers(extract: ReturnExtract, project: Project, tally: Tally) -> None:
    here = {held.layer_id for held in held_layers(project)}
    taken = {feature.id for feature in read_layer_set(project).features}
    for entry in extract.layers:
        try:
            layer = layer_from_table(entry)
        except Fault as fault:
            tally.refuse(f"has a layer that cannot be used: {fault}; {fault.remedy}.", extract.file)
            continue
        if layer.id in here:
            tally.say(f"has the layer {layer.id!r}, which is here already; it is kept as it is.")
            continue
        members = [each for each in extract.features if each.get("layer") == layer.id]
        features = list(_features(members, layer.id, taken, tally, extract.file))
        if features:
            origin = Origin(extract.file, layer.id, extract.sha256, extract.format)
            write_layer(project, layer, features, HeldLayer(layer.id, origin))
            tally.layers.append(layer.id)
            tally.used += len(features)
    groups = []
    for group in extract.collections:
        try:
            groups.append(collection_from_table(group))
        except Fault as fault:
            tally.refuse(f"has a group that cannot be used: {fault}; {fault.remedy}.", extract.file)
    if groups:
        write_collections(project, groups)


def _features(
    members: Sequence[Mapping[str, Json]], layer_id: str, taken: set[str], tally: Tally, file: str
) -> Iterator[Feature]:
    for member in members:
        try:
            feature = feature_from_json(dict(member), layer_id)
        except Fault as fault:
            tally.refuse(f"has a feature that cannot be used: {fault}; {fault.remedy}.", file)
            continue
        if feature.id in taken:
            tally.refuse(f"has a feature {feature.id!r}, which another layer has.", file)
            continue
        taken.add(feature.id)
        yield feature


def _take_documents(extract: ReturnExtract, project: Project, tally: Tally) -> dict[str, str]:
    """Keep documents as the quotations that links give; return their ids here by those there."""
    held = read_documents(project)[0]
    by_digest = {each.document.sha256: each.document.id for each in held}
    taken = {each.document.id for each in held}
    ids: dict[str, str] = {}
    for fields in extract.documents:
        try:
            there = str(fields["id"])
            digest = str(fields["sha256"])
            if digest in by_digest:
                ids[there] = by_digest[digest]
                continue
            document = _document(fields, extract.links)
        except _DAMAGE as error:
            tally.refuse(f"has a document that cannot be used ({error}).", extract.file)
            continue
        if document.id in taken:
            tally.refuse(
                f"has a document {document.id!r}, and another of that name is here; rename one.",
                extract.file,
            )
            continue
        ids[there] = document.id
        taken.add(document.id)
        write_document(project, Held(document, extract.format))
        tally.documents.append(document.id)
        tally.used += 1
    return ids


def _document(fields: Mapping[str, Any], links: Sequence[Mapping[str, Any]]) -> Document:
    """Return an incomplete document: its quotes at their places, and spaces between."""
    there, length = str(fields["id"]), fields["characters"]
    if not isinstance(length, int) or not 0 < length <= _MOST_CHARACTERS:
        raise ValueError(f"{length!r} is no number of characters")
    quotes: dict[Span, str] = {}
    for link in links:
        if link.get("document") == there:
            for start, end in [(link["start"], link["end"]), *link.get("also_at", ())]:
                quotes[Span(int(start), int(end))] = str(link["quote"])
    pieces, position, held = [], 0, []
    for span, quote in sorted(quotes.items()):
        if span.start < position or span.end > length or len(quote) != span.end - span.start:
            continue  # its link will not fit either, and is listed with the reason
        pieces += [" " * (span.start - position), quote]
        position = span.end
        held.append(span)
    pieces.append(" " * (length - position))
    published = str(fields.get("published", ""))
    known: dict[str, Any] = {
        name: str(fields.get(name, ""))
        for name in ("title", "author", "publisher", "basis", "language")
    }
    return Document(
        id=to_id(there, "document"),
        file=str(fields.get("file") or there),
        text="".join(pieces),
        sha256=str(fields["sha256"]),
        published=published if not published or is_valid(published) else "",
        **known,
        complete=False,
        held=tuple(held),
    )


def _links(
    extract: ReturnExtract, ids: Mapping[str, str], project: Project, tally: Tally
) -> Iterator[EvidenceLink]:
    documents = {each.document.id: each.document for each in read_documents(project)[0]}
    for fields in extract.links:
        try:
            document = documents[ids[str(fields["document"])]]
            link = _link(fields, document.id)
            if document.quote(link.span) != fields["quote"]:
                raise ValueError("its quote is not what stands there")
        except _DAMAGE as error:
            where = f"{fields.get('document')}:{fields.get('start')}"
            tally.refuse(f"has a link at {where} that cannot be used ({error}).", extract.file)
            continue
        yield link


def _link(fields: Mapping[str, Any], document_id: str) -> EvidenceLink:
    score = float(fields["score"])
    if not 0 <= score <= 1:
        raise ValueError(f"{score} is no score")
    said = fields.get("said_place")
    names = ("method", "decided_by", "decided_at", "note", "said_date", "said_outcome")
    return EvidenceLink(
        target_id=str(fields["target"]),
        document_id=document_id,
        span=Span(int(fields["start"]), int(fields["end"])),
        kind=LinkKind(fields["kind"]),
        score=score,
        reason=str(fields["reason"]),
        **{name: str(fields.get(name) or "") for name in names},
        matches=tuple(Span(int(a), int(b)) for a, b in fields.get("matches", ())),
        also_at=tuple(Span(int(a), int(b)) for a, b in fields.get("also_at", ())),
        status=LinkStatus(fields["status"]),
        said_place=SaidPlace(str(said[0]), LonLat(*map(float, said[1]))) if said else None,
    )


def _keep_links(project: Project, links: Sequence[EvidenceLink]) -> None:
    given = {
        (link.document_id, link.span, link.target_id): link
        for held in read_given(project).values()
        for link in held
    }
    given |= {(link.document_id, link.span, link.target_id): link for link in links}
    names = (
        *("kind", "score", "reason", "method", "matches", "also_at", "status", "decided_by"),
        *("decided_at", "note", "said_date", "said_outcome", "said_place"),
    )
    rows = [
        {
            "target": link.target_id,
            "document": link.document_id,
            "start": link.span.start,
            "end": link.span.end,
            **{name: getattr(link, name) for name in names},
        }
        for _, link in sorted(given.items())
    ]
    write_whole(project.folder / _LINKS, json.dumps(rows, ensure_ascii=False, indent=1).encode())
