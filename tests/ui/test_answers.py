from __future__ import annotations

import gzip
import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from starlette.requests import Request

from groundtext.errors import WorkspaceError
from groundtext.ui import answers
from groundtext.ui.answers import FOREVER, Body, answer, kept, missing, to_json, unreadable


def request(**headers: str) -> Request:
    pairs = [(name.replace("_", "-").encode(), value.encode()) for name, value in headers.items()]
    return Request({"type": "http", "method": "GET", "path": "/", "headers": pairs})


@pytest.fixture
def body(monkeypatch: pytest.MonkeyPatch) -> Body:
    monkeypatch.setattr(answers, "_bodies", {})
    made = kept(("greeting",), lambda: (b"good day", "text/plain"))
    assert made is not None
    return made


@pytest.mark.usefixtures("body")
def test_a_body_is_made_once() -> None:
    again = kept(("greeting",), lambda: (b"something else", "text/plain"))
    assert again is not None
    assert gzip.decompress(again.packed) == b"good day"


def test_more_bodies_than_are_kept_start_afresh(
    body: Body, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(answers, "_MOST_KEPT", 1)
    kept(("other",), lambda: None)
    assert kept(("greeting",), lambda: (b"new", "text/plain")) != body


@pytest.mark.parametrize(("coding", "packed"), [("gzip, br", True), ("identity", False)])
def test_a_body_comes_as_the_browser_can_take_it(body: Body, coding: str, packed: bool) -> None:  # noqa: FBT001 -- parametrised
    response = answer(request(accept_encoding=coding), body, FOREVER)
    assert (response.headers.get("content-encoding") == "gzip") is packed
    assert bytes(response.body) == (body.packed if packed else b"good day")


def test_what_the_browser_has_is_not_sent_again(body: Body) -> None:
    response = answer(request(if_none_match=body.tag), body, FOREVER)
    assert (response.status_code, bytes(response.body)) == (304, b"")


def test_nothing_is_a_404_that_says_so() -> None:
    response = answer(request(), None, FOREVER)
    assert response.status_code == missing("").status_code == 404
    assert "nothing under this address" in json.loads(bytes(response.body))["error"]


def test_what_cannot_be_read_is_a_503_with_the_reason() -> None:
    response = unreadable(WorkspaceError("zoo.gpkg: damaged"))
    assert response.status_code == 503
    assert json.loads(bytes(response.body)) == {"error": "zoo.gpkg: damaged"}


@given(st.text())
@settings(deadline=None)
def test_letters_of_every_script_survive(text: str) -> None:
    if text.isprintable():
        assert json.loads(to_json([text])) == [text]
