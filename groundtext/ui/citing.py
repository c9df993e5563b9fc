"""The route that cites a passage: four forms to copy, each open where its address goes.

The server does not know under which name a browser reaches it, and takes no header's word for
it: every form comes in two parts, between which the page puts its own address of the passage.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from starlette.concurrency import run_in_threadpool
from starlette.responses import Response

from groundtext.errors import GroundtextError
from groundtext.model import Span
from groundtext.portrayal.citations import Cited, Source, citations, place_of
from groundtext.ui.answers import missing, to_json, unreadable
from groundtext.ui.library import open_workspace
from groundtext.ui.state import as_offset

if TYPE_CHECKING:
    from starlette.requests import Request

    from groundtext.ui.source_fields import Fields
    from groundtext.workspace import Workspace


async def cite(request: Request) -> Response:
    """Answer with the citations of a passage, or 404 for a span that is none.

    Answers are not kept in memory: addresses with any two numbers would fill it.
    """
    document_id = request.path_params["document_id"]
    start = as_offset(request.query_params.get("start", ""))
    end = as_offset(request.query_params.get("end", ""))
    if start is None or end is None or end <= start:
        return missing("Say which passage is cited: ?start=…&end=…, as characters of the text.")
    span = Span(start, end)
    try:
        found = await run_in_threadpool(lambda: citing_payload(open_workspace(), document_id, span))
    except GroundtextError as error:
        return unreadable(error)
    if found is None:
        return missing(f"Characters {start} to {end} of {document_id!r} are no passage here.")
    headers = {"Cache-Control": "no-store"}
    return Response(to_json(found), headers=headers, media_type="application/json")


def citing_payload(workspace: Workspace, document_id: str, span: Span) -> Fields | None:
    """Return the citations of a passage, or None for a span that is neither passage nor link.

    `forms` hold a style's name and its text before and after the passage's address. The span of
    a link is cited as the panels show it, also where it holds more than one passage.
    """
    document = workspace.document(document_id)
    if document is None:
        return None
    known = {passage.span for passage in workspace.passages(document_id)}
    if span not in known:
        known = {link.span for link in workspace.links(document_id)}
    if span not in known:
        return None
    source = Source(
        document.id,
        document.file,
        document.title,
        document.author,
        document.publisher,
        document.published,
        document.language,
    )
    place = place_of(document.elements, span)
    forms = citations(Cited(source, document.quote(span), place, span.start))
    return {"forms": [[form.style, form.before, form.after] for form in forms]}
