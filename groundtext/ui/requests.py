"""Requests that change something: told from those of other sites, read within bounds, answered."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final

from starlette.concurrency import run_in_threadpool
from starlette.responses import Response

from groundtext.errors import GroundtextError
from groundtext.messages import message
from groundtext.ui.answers import to_json

if TYPE_CHECKING:
    from collections.abc import Callable

    from starlette.requests import Request

# No page of another site can set it without asking first, and it is never allowed.
OUR_HEADER: Final = "x-groundtext"
_MOST_JSON: Final = 4 * 1024 * 1024  # bytes


def is_ours(request: Request) -> bool:
    """Tell whether a request comes from a page of this app."""
    site = request.headers.get("sec-fetch-site", "same-origin")
    return OUR_HEADER in request.headers and site == "same-origin"


async def changed(request: Request, make: Callable[[dict[str, Any]], object]) -> Response:
    """Do what a request asks for, with the JSON object that it brings, and answer with JSON."""
    if not is_ours(request):
        return said(message("requests.not-ours"), 403)
    body = bytearray()
    async for piece in request.stream():
        body += piece
        if len(body) > _MOST_JSON:
            return said(message("requests.too-much"), 413)
    try:
        fields = json.loads(bytes(body) or b"{}")
    except (ValueError, RecursionError):
        return said(message("requests.no-json"), 400)
    if not isinstance(fields, dict):
        return said(message("requests.no-object"), 400)
    return await answered(lambda: make(fields))


async def answered(make: Callable[[], object]) -> Response:
    """Answer with what a function returns, or with the sentence of what it raises."""
    try:
        value = await run_in_threadpool(make)
    except GroundtextError as error:
        return said(str(error), 409)
    except OSError as error:
        return said(message("requests.no-room", reason=error.strerror), 507)
    headers = {"Cache-Control": "no-store"}
    return Response(to_json(value), headers=headers, media_type="application/json")


def said(reason: str, status: int) -> Response:
    """Answer with a sentence that says why nothing was done."""
    return Response(to_json({"error": reason}), status, media_type="application/json")
