"""What every answer carries: the browser may fetch from this server and from nowhere else."""

from __future__ import annotations

import re
from base64 import b64encode
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Final

import streamlit as st
from starlette.datastructures import MutableHeaders

if TYPE_CHECKING:
    from collections.abc import Callable

    from starlette.types import ASGIApp, Message, Receive, Scope, Send

_INLINE_SCRIPT: Final = re.compile(r"<script>(.*?)</script>", re.DOTALL)


@cache
def content_policy() -> str:
    """Return the Content-Security-Policy.

    Streamlit's page has an inline script, which is named by its digest, writes styles from
    scripts, loads the code of components from `blob:` addresses, and compiles the expressions of
    its charts (`unsafe-eval`). No other inline script runs, and none from another host.
    """
    page = Path(st.__file__).parent / "static" / "index.html"
    digests = [
        b64encode(sha256(script.encode()).digest()).decode()
        for script in _INLINE_SCRIPT.findall(page.read_text(encoding="utf-8"))
    ]
    scripts = " ".join(
        ["'self'", "blob:", "'unsafe-eval'", *(f"'sha256-{digest}'" for digest in digests)]
    )
    return "; ".join(
        [
            "default-src 'self'",
            f"script-src {scripts}",
            "style-src 'self' 'unsafe-inline'",
            "img-src 'self' data: blob:",
            "font-src 'self' data:",
            "connect-src 'self'",
            "worker-src 'self' blob:",
            "object-src 'none'",
            "base-uri 'none'",
            "form-action 'self'",
            "frame-ancestors 'self'",
        ]
    )


class SecurityHeaders:
    """ASGI middleware that adds the headers to every answer over HTTP."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on; websockets go through untouched."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                headers["Content-Security-Policy"] = content_policy()
                headers["X-Content-Type-Options"] = "nosniff"
                headers["Referrer-Policy"] = "no-referrer"
                headers["X-Frame-Options"] = "SAMEORIGIN"
                headers["Cross-Origin-Opener-Policy"] = "same-origin"
            await send(message)

        await self._app(scope, receive, send_with_headers)


class Preload:
    """ASGI middleware that names, with the map page, what the page is going to fetch.

    Parameters
    ----------
    app
        What answers.
    wanted
        Returns paths and their `Link` relations.
    """

    def __init__(self, app: ASGIApp, wanted: Callable[[], list[tuple[str, str]]]) -> None:
        self._app = app
        self._wanted = wanted

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on; only the page at `/` is touched."""
        if scope["type"] != "http" or scope["path"] != "/":
            await self._app(scope, receive, send)
            return

        async def send_with_links(message: Message) -> None:
            if message["type"] == "http.response.start":
                links = [f"<{path}>; {relation}" for path, relation in self._wanted()]
                if links:
                    MutableHeaders(scope=message)["Link"] = ", ".join(links)
            await send(message)

        await self._app(scope, receive, send_with_links)
