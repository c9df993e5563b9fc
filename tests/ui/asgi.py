"""A client for an ASGI app in this process: one request, one answer."""

from __future__ import annotations

import asyncio
import gzip
import json
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from collections.abc import Mapping, MutableMapping

    from starlette.types import ASGIApp


@dataclass(frozen=True, slots=True)
class Answer:
    status: int
    headers: Mapping[str, str]
    content: bytes

    def json(self) -> Any:  # noqa: ANN401 -- JSON may be anything
        return json.loads(self.text)

    @property
    def text(self) -> str:
        is_packed = self.headers.get("content-encoding") == "gzip"
        return (gzip.decompress(self.content) if is_packed else self.content).decode()


def get(app: ASGIApp, address: str, **headers: str) -> Answer:
    """Ask for an address; an underscore in a header's name stands for a hyphen."""
    # The browser tests' Playwright keeps a loop running in the main thread until the session ends.
    with ThreadPoolExecutor(max_workers=1) as elsewhere:
        return elsewhere.submit(asyncio.run, _ask(app, "GET", address, b"", headers)).result()


def post(app: ASGIApp, address: str, fields: object, **headers: str) -> Answer:
    """Send JSON to an address, as a page of the app does; headers as in `get`."""
    own = {"x_groundtext": "1", "content_type": "application/json", **headers}
    body = json.dumps(fields).encode()
    with ThreadPoolExecutor(max_workers=1) as elsewhere:
        return elsewhere.submit(asyncio.run, _ask(app, "POST", address, body, own)).result()


async def _ask(
    app: ASGIApp, method: str, address: str, body: bytes, headers: Mapping[str, str]
) -> Answer:
    parts = urlsplit(address)
    sent: list[MutableMapping[str, Any]] = []

    async def receive() -> MutableMapping[str, Any]:
        return {"type": "http.request", "body": body, "more_body": False}

    async def send(message: MutableMapping[str, Any]) -> None:
        sent.append(message)

    scope = {
        "type": "http",
        "asgi": {"version": "3.0"},
        "http_version": "1.1",
        "method": method,
        "scheme": "http",
        "server": ("localhost", 80),
        "path": parts.path,
        "raw_path": parts.path.encode(),
        "root_path": "",
        "query_string": parts.query.encode(),
        "headers": [
            (name.replace("_", "-").encode(), value.encode())
            for name, value in {"host": "localhost", **headers}.items()
        ],
    }
    await app(scope, receive, send)
    start = next(message for message in sent if message["type"] == "http.response.start")
    content = b"".join(message.get("body", b"") for message in sent)
    pairs = {name.decode(): value.decode() for name, value in start["headers"]}
    return Answer(start["status"], pairs, content)
