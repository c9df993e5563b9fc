"""How the routes answer: each body made once, kept compressed, and told apart by its digest."""

from __future__ import annotations

import gzip
import json
from dataclasses import dataclass
from hashlib import sha256
from threading import Lock
from typing import TYPE_CHECKING, Final

from starlette.concurrency import run_in_threadpool
from starlette.responses import Response

from groundtext.errors import GroundtextError
from groundtext.ui.library import open_workspace

if TYPE_CHECKING:
    from collections.abc import Callable

    from starlette.requests import Request

    from groundtext.workspace import Workspace

FOREVER: Final = "public, max-age=31536000, immutable"
_ASK_AGAIN: Final = "no-cache"
_MOST_KEPT: Final = 2_000  # bodies; a small workspace has fewer, a large one starts afresh


@dataclass(frozen=True, slots=True)
class Body:
    """An answer, compressed once and kept."""

    packed: bytes  # gzip
    media_type: str
    tag: str  # strong ETag


_bodies: dict[tuple[str, ...], Body | None] = {}
_lock = Lock()


def kept(key: tuple[str, ...], make: Callable[[], tuple[bytes, str] | None]) -> Body | None:
    """Return the body under a key, made when it is asked for first; None where there is none.

    Parameters
    ----------
    key
        What the body depends on, its edition included.
    make
        Returns the bytes and their media type.
    """
    with _lock:
        if key not in _bodies:
            if len(_bodies) >= _MOST_KEPT:
                _bodies.clear()
            made = make()
            _bodies[key] = _pack(*made) if made else None
        return _bodies[key]


def _pack(content: bytes, media_type: str) -> Body:
    tag = sha256(content).hexdigest()[:32]
    return Body(gzip.compress(content, mtime=0), media_type, f'"{tag}"')


async def from_workspace(
    request: Request, key: tuple[str, ...], make: Callable[[Workspace], object]
) -> Response:
    """Answer with JSON made from the workspace, made once for each edition of it.

    A workspace that cannot be read is answered with 503 and the reason, what `make` returns None
    for with 404. Under a `stamp` of its own in the path an answer never changes.
    """

    def produce() -> tuple[Body | None, str]:
        workspace = open_workspace()

        def serialise() -> tuple[bytes, str] | None:
            value = make(workspace)
            return (to_json(value), "application/json") if value is not None else None

        return kept((workspace.stamp, *key), serialise), workspace.stamp

    try:
        body, stamp = await run_in_threadpool(produce)
    except GroundtextError as error:
        return unreadable(error)
    is_stamped = body is not None and request.path_params.get("stamp") == stamp
    return answer(request, body, FOREVER if is_stamped else _ASK_AGAIN)


def answer(request: Request, body: Body | None, caching: str) -> Response:
    """Return the body as the request can take it: unchanged, compressed or plain; or 404."""
    if body is None:
        return missing("There is nothing under this address in this workspace.")
    headers = {"Cache-Control": caching, "ETag": body.tag, "Vary": "Accept-Encoding"}
    if request.headers.get("if-none-match") == body.tag:
        return Response(status_code=304, headers=headers)
    if "gzip" not in request.headers.get("accept-encoding", ""):
        return Response(gzip.decompress(body.packed), 200, headers, body.media_type)
    return Response(body.packed, 200, headers | {"Content-Encoding": "gzip"}, body.media_type)


def missing(reason: str) -> Response:
    """Return a 404 that says what is not there."""
    return Response(to_json({"error": reason}), 404, media_type="application/json")


def unreadable(error: GroundtextError) -> Response:
    """Return a 503 that says why the workspace, or what stands under the map, cannot be read."""
    return Response(to_json({"error": str(error)}), 503, media_type="application/json")


def to_json(value: object) -> bytes:
    """Return compact JSON in UTF-8, letters of every script as they are."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
