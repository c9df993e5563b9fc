from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.responses import PlainTextResponse
from starlette.routing import Route

from groundtext.ui.headers import Preload, SecurityHeaders, content_policy
from tests.ui.asgi import get

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response

WANTED = [("/one.js", "rel=modulepreload"), ("/two.json", "rel=preload; as=fetch")]


async def answer(_request: Request) -> Response:
    return PlainTextResponse("here")


def app(*middleware: Middleware) -> Starlette:
    paths = [Route(path, answer) for path in ("/", "/other")]
    return Starlette(routes=paths, middleware=list(middleware))


@pytest.mark.parametrize("path", ["/", "/other", "/nowhere"])
def test_every_answer_bears_the_headers(path: str) -> None:
    headers = get(app(Middleware(SecurityHeaders)), path).headers
    assert headers["content-security-policy"] == content_policy()
    assert headers["referrer-policy"] == "no-referrer"
    assert headers["x-frame-options"] == "SAMEORIGIN"


def test_no_other_host_is_allowed_and_no_inline_script_but_streamlits() -> None:
    rules = dict(rule.split(" ", 1) for rule in content_policy().split("; "))
    assert rules["connect-src"] == "'self'"
    assert "'unsafe-inline'" not in rules["script-src"]
    assert "http" not in content_policy()


def test_the_first_page_names_what_it_is_going_to_fetch() -> None:
    headers = get(app(Middleware(Preload, wanted=lambda: WANTED)), "/").headers
    assert headers["link"] == "</one.js>; rel=modulepreload, </two.json>; rel=preload; as=fetch"


@pytest.mark.parametrize(("path", "wanted"), [("/other", WANTED), ("/", [])])
def test_nothing_is_named_elsewhere_or_where_nothing_is_wanted(
    path: str, wanted: list[tuple[str, str]]
) -> None:
    assert "link" not in get(app(Middleware(Preload, wanted=lambda: wanted)), path).headers
