"""An export of our own that comes back: its layers, groups, quotations and links, checked anew."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from groundtext.errors import ProjectError, QuoteError
from groundtext.files import write_whole
from groundtext.formats.returns import (
    GivenLink,
    document_from_json,
    link_from_json,
    with_quotes,
)
from groundtext.layers import feature_from_json
from groundtext.layers.finding import Fault
from groundtext.layers.manifest import collection_from_table, layer_from_table
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
    from groundtext.model import Document, EvidenceLink, Feature
    from groundtext.project.folder import Project
    from groundtext.project.tally import Tally

_LINKS: Final = "links.json"


def take_return(extract: ReturnExtract, project: Project, tally: Tally) -> None:
    """Take in what an export holds and the project does not; faults are listed one by one.

    A layer or a document that is here already stays as it is: only links to it are added.

    Raises
    ------
    OSError
        If the project cannot be written.
    """
    _take_layers(extract, project, tally)
    given = list(_given(extract, tally))
    ids = _take_documents(extract, given, project, tally)
    fitting = list(_fitting(given, ids, project, tally, extract.file))
    _keep_links(project, fitting)
    tally.used += len(fitting)


def read_given(project: Project) -> dict[str, tuple[EvidenceLink, ...]]:
    """Return the links that came with exports, by document.

    Raises
    ------
    ProjectError
        If the file of them is damaged.
    """
    found: dict[str, list[EvidenceLink]] = {}
    for link, *_ in _read_kept(project):
        found.setdefault(link.document_id, []).append(link)
    return {document: tuple(links) for document, links in found.items()}


def _read_kept(project: Project) -> list[GivenLink]:
    path = project.folder / _LINKS
    if not path.is_file():
        return []
    try:
        return [link_from_json(fields) for fields in json.loads(path.read_text(encoding="utf-8"))]
    except (ValueError, TypeError, AttributeError) as error:
        raise ProjectError(
            f"is damaged ({error}); remove it, and import the exports again.", source=_LINKS
        ) from error


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


def _given(extract: ReturnExtract, tally: Tally) -> Iterator[GivenLink]:
    """Yield the links that are what they must be, whether or not they fit a document."""
    for number, fields in enumerate(extract.links, 1):
        try:
            yield link_from_json(fields)
        except Fault as fault:
            tally.refuse(
                f"has a link, number {number}, that cannot be used: {fault}; {fault.remedy}.",
                extract.file,
            )


def _take_documents(
    extract: ReturnExtract, given: Sequence[GivenLink], project: Project, tally: Tally
) -> dict[str, str]:
    """Keep documents as the quotations that links give; return their ids here by those there."""
    held = {each.document.sha256: each for each in read_documents(project)[0]}
    taken = {each.document.id for each in held.values()}
    ids: dict[str, str] = {}
    for fields in extract.documents:
        try:
            document = document_from_json(fields, given)
        except Fault as fault:
            tally.refuse(
                f"has a document that cannot be used: {fault}; {fault.remedy}.", extract.file
            )
            continue
        there, here = document.id, to_id(document.id, "document")
        if document.sha256 in held:
            ids[there] = held[document.sha256].document.id
            _add_quotes(held[document.sha256], there, given, project)
            continue
        if here in taken:
            tally.refuse(
                f"has a document {here!r}, and another of that name is here; rename one.",
                extract.file,
            )
            continue
        ids[there] = here
        taken.add(here)
        held[document.sha256] = Held(replace(document, id=here), extract.format)
        write_document(project, held[document.sha256])
        tally.documents.append(here)
        tally.used += 1
    return ids


def _add_quotes(held: Held, there: str, given: Sequence[GivenLink], project: Project) -> None:
    """Keep what is quoted of a document of which only other quotations are here."""
    if held.document.complete:
        return
    as_there = with_quotes(replace(held.document, id=there), given)
    if as_there.held != held.document.held:
        write_document(project, replace(held, document=replace(as_there, id=held.document.id)))


def _fitting(
    given: Sequence[GivenLink], ids: Mapping[str, str], project: Project, tally: Tally, file: str
) -> Iterator[GivenLink]:
    """Yield the links whose words stand in the documents that are here, under their ids here."""
    documents = {each.document.id: each.document for each in read_documents(project)[0]}
    for each in given:
        link = each.link
        document = documents.get(ids.get(link.document_id, ""))
        fault = _misfit(document, each)
        if document is None or fault:
            where = f"{link.document_id}:{link.span.start}-{link.span.end}"
            tally.refuse(f"has a link at {where} that cannot be used: {fault}.", file)
            continue
        yield each._replace(link=replace(link, document_id=document.id))


def _misfit(document: Document | None, given: GivenLink) -> str:
    if document is None:
        return "the file does not say which document that is; export it again"
    if not all(span.end <= len(document.text) for span in given.link.also_at):
        return "one of its other places is outside the document"
    try:
        is_there = document.quote(given.link.span) == given.quote
    except QuoteError as error:
        return error.reason.rstrip(".")
    return "" if is_there else "other words stand there; it may be of another version"


def _keep_links(project: Project, links: Sequence[GivenLink]) -> None:
    given = {
        (each.link.document_id, each.link.span, each.link.target_id): each
        for each in (*_read_kept(project), *links)
    }
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
            "quote": quote,
            **{name: getattr(link, name) for name in names},
        }
        for _, (link, quote, _) in sorted(given.items())
    ]
    write_whole(project.folder / _LINKS, json.dumps(rows, ensure_ascii=False, indent=1).encode())
