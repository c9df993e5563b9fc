"""The routes of the search and of what is silent."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING
from urllib.parse import quote

import pytest
from starlette.applications import Starlette

from groundtext.settings import WORKSPACE_VARIABLE
from groundtext.ui.server import middleware, routes
from tests.export import zoo
from tests.ui.asgi import get

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def app(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Starlette:
    with closing(zoo.workspace(tmp_path)) as workspace:
        monkeypatch.setenv(WORKSPACE_VARIABLE, str(workspace.path))
    return Starlette(routes=routes(), middleware=middleware())


def test_what_is_found_bears_what_a_page_shows_of_it(app: Starlette) -> None:
    found = get(app, "/groundtext/search.json?q=alder").json()
    assert found["counts"]["features"] == len(found["features"]) > 0
    passage = found["passages"][0]
    text = zoo.document().text
    assert passage["quote"] == text[passage["start"] : passage["end"]]
    assert {text[start:end].casefold() for start, end in passage["marks"]} >= {"alder"}


def test_answers_are_kept_by_nobody(app: Starlette) -> None:
    assert get(app, "/groundtext/search.json?q=alder").headers["cache-control"] == "no-store"


@pytest.mark.parametrize(
    "q", ["", "   ", '"', "* ^ {", "a" * 5_000, "feature:", "in:1,2,3", "\0", "<script>", "-"]
)
def test_whatever_is_asked_is_answered(app: Starlette, q: str) -> None:
    answer = get(app, f"/groundtext/search.json?q={quote(q)}&offset=x&most=-1")
    assert answer.status == 200
    assert answer.json()["q"] == q


def test_a_workspace_that_is_gone_is_said(app: Starlette, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(WORKSPACE_VARIABLE, "/nowhere/w.gpkg")
    answer = get(app, "/groundtext/search.json?q=alder")
    assert answer.status == 503
    assert "there is no such workspace" in answer.json()["error"]


def test_only_a_reason_that_is_there_has_passages(app: Starlette) -> None:
    with_reasons = get(app, "/groundtext/compare/now.json").json()["passages"]
    for entry in with_reasons:
        answer = get(app, f"/groundtext/silent.json?reason={quote(entry['reason'])}")
        assert len(answer.json()["passages"]) == entry["count"]
    assert get(app, "/groundtext/silent.json?reason=made+up").status == 404
