"""An address without a page."""

from __future__ import annotations

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.responses import PlainTextResponse
from starlette.routing import Route

from groundtext.ui.frame import PAGES
from groundtext.ui.unknown import UnknownPages
from tests.ui.asgi import Answer, get

HTML = "text/html,application/xhtml+xml"


async def passed_on(_request: object) -> PlainTextResponse:
    return PlainTextResponse("passed on")


def ask(path: str, accept: str = HTML) -> Answer:
    app = Starlette(
        routes=[Route("/{path:path}", passed_on)], middleware=[Middleware(UnknownPages)]
    )
    return get(app, path, accept=accept)


def test_a_page_that_is_not_there_is_named_and_those_that_are_are_linked() -> None:
    answer = ask("/nope")
    assert answer.status == 404
    assert "There is no page “nope”" in answer.text
    assert all(f'href="/{page}"' in answer.text for page in PAGES)


@pytest.mark.parametrize("name", ["<script>alert(1)<script>", '"onload="x', "$title", "x" * 500])
def test_whatever_is_asked_for_is_text(name: str) -> None:
    text = ask(f"/{name}").text
    assert "<script" not in text
    assert 'onload="' not in text
    assert "x" * 100 not in text
    assert text.count("No page here") == 1


@pytest.mark.parametrize(
    "path",
    ["/", *(f"/{page}" for page in PAGES), "/timeline/", "/_stcore/health", "/static/js/a.js"],
)
def test_pages_and_all_that_is_no_page_are_passed_on(path: str) -> None:
    assert ask(path).text == "passed on"


def test_a_program_that_asks_for_no_page_is_passed_on() -> None:
    assert ask("/nope", accept="application/json").text == "passed on"
