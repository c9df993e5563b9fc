"""The routes beside Streamlit's own, and what every answer carries."""

from __future__ import annotations

import gzip
import json
import sys
from dataclasses import dataclass
from hashlib import sha256
from threading import Lock
from typing import TYPE_CHECKING, Final

from starlette.concurrency import run_in_threadpool
from starlette.middleware import Middleware
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from groundtext.errors import GroundtextError
from groundtext.settings import DATA, workspace_path
from groundtext.ui.assets import (
    PREFIX,
    asset_names,
    asset_url,
    assets_digest,
    media_type,
    read_asset,
)
from groundtext.ui.documents_payload import document_payload, documents_payload
from groundtext.ui.headers import SecurityHeaders
from groundtext.ui.library import open_workspace
from groundtext.ui.outlines import read_countries
from groundtext.ui.panels import Panels
from groundtext.ui.payload import bundle_payload, layers_payload

if TYPE_CHECKING:
    from collections.abc import Callable

    from starlette.requests import Request
    from starlette.routing import BaseRoute

    from groundtext.workspace import Workspace

BASEMAP: Final = DATA / "basemap.json"
_FOREVER: Final = "public, max-age=31536000, immutable"
_ASK_AGAIN: Final = "no-cache"


@dataclass(frozen=True, slots=True)
class _Body:
    """An answer, compressed once and kept."""

    packed: bytes  # gzip
    media_type: str
    tag: str  # strong ETag


_bodies: dict[tuple[str, ...], _Body | None] = {}
_lock = Lock()


def prepare() -> None:
    """Make sure that there is a workspace; say so and go on when it cannot be made."""
    # What builds is not needed to serve: its tables are loaded here, not with the app.
    from groundtext import pipeline  # noqa: PLC0415

    try:
        pipeline.ensure_workspace(workspace_path())
    except GroundtextError as error:
        sys.stderr.write(f"{error}\n")


def routes() -> list[BaseRoute]:
    """Return the routes for `st.App`; all of them answer GET only."""
    return [
        Route("/map", _to_map, name="map"),
        Route(f"{PREFIX}/{{digest}}/{{name}}", _asset, name="asset"),
        Route("/groundtext/layers/{stamp}.json", _layers, name="layers"),
        Route("/groundtext/panels/{stamp}.json", _panels, name="panels"),
        Route("/groundtext/evidence/{target_id}.json", _evidence, name="evidence"),
        Route("/groundtext/documents/{stamp}.json", _documents, name="documents"),
        Route("/groundtext/document/{document_id}.json", _document, name="document"),
        Route("/groundtext/basemap/{digest}.json", _basemap, name="basemap"),
    ]


def middleware() -> list[Middleware]:
    """Return the middleware for `st.App`."""
    return [Middleware(SecurityHeaders)]


def basemap_url() -> str:
    """Return the path of the base map, which changes with its contents; empty without one."""
    if not BASEMAP.is_file():
        return ""
    stat = BASEMAP.stat()
    digest = sha256(f"{stat.st_size} {stat.st_mtime_ns}".encode()).hexdigest()[:16]
    return f"/groundtext/basemap/{digest}.json"


async def _to_map(request: Request) -> Response:
    query = f"?{request.url.query}" if request.url.query else ""
    return RedirectResponse(f"/{query}", status_code=308)


async def _asset(request: Request) -> Response:
    name, digest = request.path_params["name"], request.path_params["digest"]
    if name not in asset_names():
        return _missing(f"There is no file {name}.")
    if digest != assets_digest():
        return RedirectResponse(asset_url(name), headers={"Cache-Control": "no-store"})
    body = _kept(("asset", name, digest), lambda: (read_asset(name), media_type(name)))
    return _answer(request, body, _FOREVER)


async def _layers(request: Request) -> Response:
    def make(workspace: Workspace) -> object:
        return layers_payload(workspace, read_countries(BASEMAP))

    return await _from_workspace(request, ("layers",), make)


async def _panels(request: Request) -> Response:
    def make(workspace: Workspace) -> object:
        return bundle_payload(workspace, read_countries(BASEMAP))

    return await _from_workspace(request, ("panels",), make)


async def _evidence(request: Request) -> Response:
    target_id = request.path_params["target_id"]

    def make(workspace: Workspace) -> object:
        return Panels(workspace, read_countries(BASEMAP)).panel(target_id)

    return await _from_workspace(request, ("evidence", target_id), make)


async def _documents(request: Request) -> Response:
    return await _from_workspace(request, ("documents",), documents_payload)


async def _document(request: Request) -> Response:
    document_id = request.path_params["document_id"]

    def make(workspace: Workspace) -> object:
        return document_payload(workspace, document_id)

    return await _from_workspace(request, ("document", document_id), make)


async def _basemap(request: Request) -> Response:
    if not BASEMAP.is_file():
        return _missing("There is no base map; make it with scripts/build_basemap.py.")
    body = _kept(("basemap", basemap_url()), lambda: (BASEMAP.read_bytes(), "application/json"))
    return _answer(request, body, _FOREVER)


async def _from_workspace(
    request: Request, key: tuple[str, ...], make: Callable[[Workspace], object]
) -> Response:
    """Answer with JSON made from the workspace, made once for each edition of it."""

    def produce() -> _Body | None:
        workspace = open_workspace()

        def serialise() -> tuple[bytes, str] | None:
            value = make(workspace)
            return (_json(value), "application/json") if value is not None else None

        return _kept((workspace.stamp, *key), serialise)

    try:
        body = await run_in_threadpool(produce)
    except GroundtextError as error:
        return Response(_json({"error": str(error)}), 503, media_type="application/json")
    # Under a stamp of its own the contents never change; otherwise the browser asks again.
    stamped = bool(body) and request.path_params.get("stamp") == open_workspace().stamp
    return _answer(request, body, _FOREVER if stamped else _ASK_AGAIN)


def _kept(key: tuple[str, ...], make: Callable[[], tuple[bytes, str] | None]) -> _Body | None:
    with _lock:
        if key not in _bodies:
            made = make()
            _bodies[key] = _pack(*made) if made else None
        return _bodies[key]


def _pack(content: bytes, content_type: str) -> _Body:
    tag = sha256(content).hexdigest()[:32]
    return _Body(gzip.compress(content, mtime=0), content_type, f'"{tag}"')


def _answer(request: Request, body: _Body | None, caching: str) -> Response:
    if body is None:
        return _missing("There is nothing under this address in this workspace.")
    headers = {"Cache-Control": caching, "ETag": body.tag, "Vary": "Accept-Encoding"}
    if request.headers.get("if-none-match") == body.tag:
        return Response(status_code=304, headers=headers)
    if "gzip" not in request.headers.get("accept-encoding", ""):
        return Response(gzip.decompress(body.packed), 200, headers, body.media_type)
    headers["Content-Encoding"] = "gzip"
    return Response(body.packed, 200, headers, body.media_type)


def _missing(reason: str) -> Response:
    return Response(_json({"error": reason}), 404, media_type="application/json")


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
