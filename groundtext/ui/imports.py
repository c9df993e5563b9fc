"""The routes of the Import page: files come in, a process of its own reads them, a report stays."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final
from urllib.parse import unquote

from starlette.concurrency import run_in_threadpool
from starlette.responses import FileResponse, Response
from starlette.routing import Route

from groundtext.errors import GroundtextError
from groundtext.messages import message
from groundtext.project import read_report, report_json, report_names
from groundtext.project.known import known_documents, layer_fields, say_fields, say_known
from groundtext.project.sources import MOST_BYTES
from groundtext.project.staging import batch_named, new_batch
from groundtext.ui.answers import to_json
from groundtext.ui.library import open_workspace
from groundtext.ui.originals import original_of
from groundtext.ui.projects import (
    current_project,
    is_importing,
    known_projects,
    own_project,
    show_example,
    show_project,
    start_import,
    start_project,
)
from groundtext.ui.requests import answered, changed, is_ours, said

if TYPE_CHECKING:
    from pathlib import Path

    from starlette.requests import Request
    from starlette.routing import BaseRoute

    from groundtext.project import Project


_MOST_TITLE: Final = 200
# Only these are shown in the browser; what could run scripts is only ever saved.
_SHOWN: Final = {"pdf": "application/pdf", "txt": "text/plain", "md": "text/plain"}


def import_routes() -> list[BaseRoute]:
    """Return the routes."""
    below = "/groundtext/imports"
    return [
        Route(below + ".json", _state, name="imports"),
        Route(below + "/{name}.json", _report, name="import-report"),
        Route("/groundtext/original/{document_id}", _original, name="original"),
        Route("/groundtext/projects", _start, methods=["POST"], name="start-project"),
        Route("/groundtext/projects/shown", _show, methods=["POST"], name="show-project"),
        Route(below, _begin, methods=["POST"], name="begin-import"),
        Route(below + "/{batch}/{number:int}", _receive, methods=["PUT"], name="send-file"),
        Route(below + "/{batch}/start", _take, methods=["POST"], name="start-import"),
        Route("/groundtext/known", _say, methods=["POST"], name="say-known"),
    ]


async def _state(_request: Request) -> Response:
    """Answer with the project that is shown, the others, and its reports."""

    def make() -> object:
        project = current_project()
        importing = bool(project and is_importing(project))
        # While files come in, what they lack is not yet settled, and nobody is asked.
        is_settled = project is not None and not importing
        return {
            "project": project and {"title": project.title, "folder": project.folder.name},
            "projects": [
                {"title": each.title, "folder": each.folder.name} for each in known_projects()
            ],
            "reports": report_names(project) if project else [],
            "importing": importing,
            "documents": known_documents(project) if project and is_settled else [],
            "layers": layer_fields(project) if project and is_settled else [],
        }

    return await answered(make)


def _project_of(request: Request) -> Project:
    """Return the project that the asking page shows, see `own_project`."""
    return own_project(unquote(request.headers.get("x-groundtext-project", "")))


async def _report(request: Request) -> Response:
    def make() -> object:
        project = _project_of(request)
        report = read_report(project, request.path_params["name"])
        return {
            "name": report.name,
            "started": report.started,
            "n_files": report.n_files,
            "files": report_json(report),
            "finished": report.is_finished,
            "fault": report.fault,
            "stage": report.stage,
        }

    return await answered(make)


async def _original(request: Request) -> Response:
    """Answer with the file that a document was read out of; only harmless kinds are shown."""

    def find() -> tuple[Path, str] | None:
        workspace = open_workspace()
        cards = {card.id: card for card in workspace.document_cards()}
        card = cards.get(request.path_params["document_id"])
        path = original_of(workspace.path, card.sha256) if card else None
        return (path, card.file) if card and path else None

    found = await run_in_threadpool(find)
    if found is None:
        return said(message("imports.no-original"), 404)
    path, file = found
    shown = _SHOWN.get(path.suffix[1:])
    return FileResponse(
        path,
        media_type=f"{shown}; charset=utf-8" if shown else "application/octet-stream",
        filename=file.rpartition("/")[2],
        content_disposition_type="inline" if shown else "attachment",
    )


async def _start(request: Request) -> Response:
    def make(fields: dict[str, Any]) -> object:
        project = start_project(
            str(fields.get("title", ""))[:_MOST_TITLE] or message("imports.my-project")
        )
        return {"title": project.title}

    return await changed(request, make)


async def _show(request: Request) -> Response:
    def make(fields: dict[str, Any]) -> object:
        wanted = [each for each in known_projects() if each.folder.name == fields.get("folder")]
        if wanted:
            show_project(wanted[0])
        else:
            show_example()
        return {"shown": wanted[0].title if wanted else ""}

    return await changed(request, make)


async def _begin(request: Request) -> Response:
    return await changed(request, lambda _fields: {"batch": new_batch(_project_of(request)).name})


async def _receive(request: Request) -> Response:
    """Write the body to the numbered file of a batch, as it comes."""
    if not is_ours(request):
        return said(message("requests.not-ours"), 403)
    try:
        batch = batch_named(_project_of(request), request.path_params["batch"])
    except GroundtextError as error:
        return said(str(error), 409)
    size = 0
    with batch.open(request.path_params["number"]) as file:
        async for piece in request.stream():
            size += len(piece)
            # One byte too many stays: the import then says that the file is too large.
            if size > MOST_BYTES + 1:
                return said(message("imports.too-large", most=MOST_BYTES // 1024**2), 413)
            await run_in_threadpool(file.write, piece)
    return Response(to_json({"bytes": size}), media_type="application/json")


async def _take(request: Request) -> Response:
    def make(fields: dict[str, Any]) -> object:
        project = _project_of(request)
        batch = batch_named(project, request.path_params["batch"])
        names = [str(name) for name in fields.get("names", [])]
        batch.close(names)
        start_import(project, batch)
        return {"files": len(names)}

    return await changed(request, make)


async def _say(request: Request) -> Response:
    """Take in what the user knows of documents, and which properties of layers mean what."""

    def make(fields: dict[str, Any]) -> object:
        project = _project_of(request)
        say_known(project, fields.get("documents", {}))
        say_fields(project, fields.get("layers", {}))
        start_import(project, None)
        return {}

    return await changed(request, make)
