from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

import pytest
from starlette.applications import Starlette

from groundtext.settings import WORKSPACE_VARIABLE
from groundtext.ui.server import middleware, routes
from tests.export import zoo
from tests.ui.asgi import get

if TYPE_CHECKING:
    from pathlib import Path

FORT = zoo.span_of(zoo.SENTENCES[1])
ASK = f"/groundtext/cite/workshops.json?start={FORT.start}&end={FORT.end}"


@pytest.fixture(params=[True, False], ids=["whole", "quotations"])
def app(
    request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Starlette:
    with closing(zoo.workspace(tmp_path, complete=request.param)) as workspace:
        monkeypatch.setenv(WORKSPACE_VARIABLE, str(workspace.path))
    return Starlette(routes=routes(), middleware=middleware())


def test_a_passage_is_cited_in_four_forms(app: Starlette) -> None:
    forms = get(app, ASK).json()["forms"]
    assert [style for style, *_ in forms] == ["Plain", "APA", "Chicago", "BibTeX"]
    quote, place = zoo.SENTENCES[1], f"characters {FORT.start}–{FORT.end}"
    assert all(quote in before and place in before for _, before, _ in forms)
    assert "(Writer, 2021, " in forms[1][1]


def test_no_citation_says_under_which_name_the_server_was_asked(app: Starlette) -> None:
    answer = get(app, ASK, x_forwarded_host="evil.example", host="127.0.0.1:8501")
    assert answer.status == 200
    assert not any(word in answer.text for word in ("evil.example", "127.0.0.1", "localhost"))


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("", "Say which passage is cited"),
        ("?start=9&end=3", "Say which passage is cited"),
        ("?start=-1&end=x", "Say which passage is cited"),
        (f"?start={FORT.start + 1}&end={FORT.end}", "are no passage here"),
        ("?start=0&end=999999999999", "are no passage here"),
    ],
)
def test_a_span_that_is_no_passage_is_told(app: Starlette, query: str, words: str) -> None:
    answer = get(app, f"/groundtext/cite/workshops.json{query}")
    assert answer.status == 404
    assert words in answer.json()["error"]


def test_a_document_that_is_gone_has_no_passage(app: Starlette) -> None:
    answer = get(app, f"/groundtext/cite/burnt.json?start={FORT.start}&end={FORT.end}")
    assert (answer.status, "burnt" in answer.json()["error"]) == (404, True)


def test_a_workspace_that_is_gone_is_named(app: Starlette, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(WORKSPACE_VARIABLE, "gone.gpkg")
    answer = get(app, ASK)
    assert (answer.status, "gone.gpkg" in answer.json()["error"]) == (503, True)
