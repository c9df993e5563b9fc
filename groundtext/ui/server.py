"""The routes beside Streamlit's own, and the middleware: what `app.py` hands to `st.App`."""

from __future__ import annotations

import sys
from functools import lru_cache
from hashlib import sha256
from typing import TYPE_CHECKING, Final

from starlette.concurrency import run_in_threadpool
from starlette.middleware import Middleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from groundtext.errors import GroundtextError, InputError
from groundtext.messages import message
from groundtext.portrayal.countries import BASEMAP, Countries, read_countries
from groundtext.settings import DEFAULT_WORKSPACE, known_hosts, workspace_path
from groundtext.ui.answers import FOREVER, answer, from_workspace, kept, missing, unreadable
from groundtext.ui.assets import (
    PARTS,
    PREFIX,
    asset_names,
    asset_url,
    assets_digest,
    media_type,
    read_asset,
)
from groundtext.ui.citing import cite
from groundtext.ui.compare_payload import compare_payload, silent_payload
from groundtext.ui.deciding import review_routes
from groundtext.ui.documents_payload import document_payload, documents_payload
from groundtext.ui.headers import Preload, SecurityHeaders
from groundtext.ui.imports import import_routes
from groundtext.ui.library import note_failure, open_workspace
from groundtext.ui.panels import Panels
from groundtext.ui.payload import bundle_payload, layers_payload
from groundtext.ui.searching import search_routes
from groundtext.ui.sockets import send_at_once
from groundtext.ui.timeline_payload import timeline_payload
from groundtext.ui.unknown import UnknownPages

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.routing import BaseRoute

    from groundtext.workspace import Workspace

# A page of another site whose name is made to lead here asks with that name.
_OWN_HOSTS: Final = ("localhost", "127.0.0.1", "::1", "[::1]")
# What the map page starts with: the scripts, and the style sheets of the map and the search box.
_SCRIPTS: Final = ("leaflet.js", PARTS)
_STYLES: Final = ("leaflet.css", "map.css", "search.css")


def prepare() -> None:
    """Build the default workspace where it is missing or outdated; a chosen one is only read.

    What goes wrong is said on standard error, and by the pages.
    """
    for port in send_at_once():
        sys.stderr.write(f"Groundtext is on http://localhost:{port} (Ctrl-C stops it).\n")
    if workspace_path() != DEFAULT_WORKSPACE:
        return
    # What builds is not needed to serve: its tables are loaded here, not with the app.
    from groundtext import pipeline  # noqa: PLC0415

    try:
        pipeline.ensure_workspace()
    except GroundtextError as error:
        note_failure(error)
        sys.stderr.write(f"{error}\n")


def routes() -> list[BaseRoute]:
    """Return the routes for `st.App`; all of them answer GET only."""
    return [
        Route("/map", _to_map, name="map"),
        Route("/{page}/_stcore/{probe}", _not_the_root, name="probe"),
        Route(f"{PREFIX}/{{digest}}/{{name}}", _asset, name="asset"),
        Route("/groundtext/layers/{stamp}.json", _layers, name="layers"),
        Route("/groundtext/panels/{stamp}.json", _panels, name="panels"),
        Route("/groundtext/evidence/{target_id}.json", _evidence, name="evidence"),
        Route("/groundtext/documents/{stamp}.json", _documents, name="documents"),
        Route("/groundtext/document/{document_id}.json", _document, name="document"),
        Route("/groundtext/compare/{stamp}.json", _compare, name="compare"),
        Route("/groundtext/silent.json", _silent, name="silent"),
        Route("/groundtext/timeline/{stamp}.json", _timeline, name="timeline"),
        Route("/groundtext/cite/{document_id}.json", cite, name="cite"),
        Route("/groundtext/basemap/{digest}.json", _basemap, name="basemap"),
        Route("/groundtext/dossier.html", _export, name="dossier"),
        Route("/groundtext/export/{form}", _export, name="export"),
        *search_routes(_country_in_words),
        *import_routes(),
        *review_routes(),
    ]


def middleware() -> list[Middleware]:
    """Return the middleware for `st.App`."""
    return [
        Middleware(TrustedHostMiddleware, allowed_hosts=[*known_hosts(), *_OWN_HOSTS]),
        Middleware(SecurityHeaders),
        Middleware(UnknownPages),
        Middleware(Preload, wanted=first_needs),
    ]


def basemap_url() -> str:
    """Return the path of the base map, which changes with its contents; empty without one."""
    return "" if basemap_fault() else f"/groundtext/basemap/{_basemap_edition()}.json"


def basemap_fault() -> str:
    """Say why the map has no ground under it, and how to get it back; empty where it has."""
    if not BASEMAP.is_file():
        fault = message("notice.no-ground-file", file=BASEMAP.name)
        return message("notice.no-ground", fault=fault)
    try:
        read_countries(BASEMAP)
    except InputError as error:
        return message("notice.no-ground", fault=error)
    return ""


def _countries() -> Countries:
    return Countries() if basemap_fault() else read_countries(BASEMAP)


def _country_in_words(codes: str) -> str:
    return _countries().in_words(codes)


def _basemap_edition() -> str:
    if not BASEMAP.is_file():
        return ""
    stat = BASEMAP.stat()
    return sha256(f"{stat.st_size} {stat.st_mtime_ns}".encode()).hexdigest()[:16]


def first_needs() -> list[tuple[str, str]]:
    """Return the paths that the map page is going to fetch, each with its `Link` relation.

    The browser fetches them while Streamlit starts, after what Streamlit itself needs for that.
    """
    scripts = [(asset_url(name), "rel=modulepreload; fetchpriority=low") for name in _SCRIPTS]
    styles = [(asset_url(name), "rel=preload; as=style; fetchpriority=low") for name in _STYLES]
    try:
        layers = f"/groundtext/layers/{open_workspace().stamp}.json"
    except GroundtextError:
        return []
    fetched = [path for path in (layers, basemap_url()) if path]
    return (
        scripts
        + styles
        + [
            (path, "rel=preload; as=fetch; crossorigin=anonymous; fetchpriority=low")
            for path in fetched
        ]
    )


async def _to_map(request: Request) -> Response:
    query = f"?{request.url.query}" if request.url.query else ""
    return RedirectResponse(f"/{query}", status_code=308)


async def _not_the_root(_request: Request) -> Response:
    """Tell Streamlit's page, opened by a deep link, that the server's root is not below it.

    It asks below its own path first, and at the root if that is not answered with 2xx. A 404
    would serve, but browsers put that on the console as an error; 300 without a choice is none.
    """
    return Response(status_code=300)


async def _asset(request: Request) -> Response:
    name, digest = request.path_params["name"], request.path_params["digest"]
    if name not in asset_names():
        return missing(f"There is no file {name}.")
    if digest != assets_digest():
        return RedirectResponse(asset_url(name), headers={"Cache-Control": "no-store"})
    body = kept(("asset", name, digest), lambda: (read_asset(name), media_type(name)))
    return answer(request, body, FOREVER)


async def _layers(request: Request) -> Response:
    def make(workspace: Workspace) -> object:
        return layers_payload(workspace, _countries())

    return await from_workspace(request, ("layers", _basemap_edition()), make)


async def _panels(request: Request) -> Response:
    def make(workspace: Workspace) -> object:
        return bundle_payload(workspace, _countries())

    return await from_workspace(request, ("panels", _basemap_edition()), make)


async def _evidence(request: Request) -> Response:
    target_id = request.path_params["target_id"]

    def make(workspace: Workspace) -> object:
        return _panels_of(workspace, _basemap_edition()).panel(target_id)

    return await from_workspace(request, ("evidence", _basemap_edition(), target_id), make)


@lru_cache(maxsize=1)
def _panels_of(workspace: Workspace, _edition: str) -> Panels:
    return Panels(workspace, _countries())


async def _documents(request: Request) -> Response:
    return await from_workspace(request, ("documents",), documents_payload)


async def _document(request: Request) -> Response:
    document_id = request.path_params["document_id"]

    def make(workspace: Workspace) -> object:
        return document_payload(workspace, document_id)

    return await from_workspace(request, ("document", document_id), make)


async def _compare(request: Request) -> Response:
    def make(workspace: Workspace) -> object:
        return compare_payload(workspace, _countries())

    return await from_workspace(request, ("compare", _basemap_edition()), make)


async def _silent(request: Request) -> Response:
    reason = request.query_params.get("reason", "")

    def make(workspace: Workspace) -> object:
        known = reason in dict(workspace.coverage().silent)
        return silent_payload(workspace, reason) if known else None

    return await from_workspace(request, ("silent", reason), make)


async def _timeline(request: Request) -> Response:
    return await from_workspace(request, ("timeline",), timeline_payload)


async def _basemap(request: Request) -> Response:
    fault = basemap_fault()
    if fault:
        return missing(fault)
    body = kept(("basemap", basemap_url()), lambda: (BASEMAP.read_bytes(), "application/json"))
    return answer(request, body, FOREVER)


async def _export(request: Request) -> Response:
    """Answer with the layers that are on, as one file to keep; all layers where none is named.

    A dossier opens with the feature that is picked.
    """
    from groundtext.export import FORMS, export  # noqa: PLC0415  for those who ask for a file

    name = request.path_params.get("form", "dossier")
    if name not in FORMS:
        return missing(f"There is no form {name!r}; there are {', '.join(FORMS)}.")
    layers, picked = request.query_params.get("layers"), request.query_params.get("feature", "")
    layer_ids = None if layers is None else layers.split(",")
    try:
        contents = await run_in_threadpool(
            lambda: export(open_workspace(), name, layer_ids, picked=picked)
        )
    except GroundtextError as error:
        return unreadable(error)
    file = f"groundtext-{name}.{FORMS[name].suffix}"
    headers = {
        "Content-Disposition": f'attachment; filename="{file}"',
        "Cache-Control": "no-store",  # it holds what documents say, and belongs to who asked
    }
    return Response(contents, headers=headers, media_type=FORMS[name].media_type)
