"""What an address without a page is answered with: a page that says so, and where the pages are."""

from __future__ import annotations

from html import escape
from string import Template
from typing import TYPE_CHECKING, Final

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from groundtext.messages import LANGUAGE, message
from groundtext.ui.assets import asset_url, read_asset
from groundtext.ui.frame import PAGES

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Receive, Scope, Send

_LONGEST: Final = 60  # code points of a name that are said again
_MISSING: Final = 404


class UnknownPages:
    """ASGI middleware that answers where Streamlit would open the map under a dialogue.

    Pages have one name, without a full stop and without a folder; all else is a file's address
    or a program's, which is none of our business.
    """

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on what is no reader's wish for a page that is not there."""
        name = scope["path"].strip("/") if scope["type"] == "http" else ""
        if _is_unknown(name) and _is_readers(Request(scope)):
            await no_page(name)(scope, receive, send)
        else:
            await self._app(scope, receive, send)


def _is_unknown(name: str) -> bool:
    return bool(name) and name not in PAGES and not name.startswith("_") and not set("/.") & {*name}


def _is_readers(request: Request) -> bool:
    return request.method == "GET" and "text/html" in request.headers.get("accept", "")


def no_page(name: str) -> Response:
    """Return the page that names what is not there, and links to what is."""
    said = name if len(name) <= _LONGEST else f"{name[:_LONGEST]}…"
    fields = {
        "language": LANGUAGE,
        "title": message("frame.title", page=message("no-page.title")),
        "icon": asset_url("icon.svg"),
        "heading": message("no-page.heading", name=said),
        "hint": message("no-page.hint"),
        "pages": message("no-page.pages"),
    }
    links = "".join(
        f'<li><a href="/{escape(page)}">{escape(message(f"frame.{page}"))}</a></li>'
        for page in PAGES
    )
    escaped = {key: escape(text) for key, text in fields.items()}
    template = Template(read_asset("no-page.html").decode())
    return HTMLResponse(template.substitute(escaped, links=links), status_code=_MISSING)
