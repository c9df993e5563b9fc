"""The documents page, opened by deep links as Streamlit runs it."""

from __future__ import annotations

import json
from contextlib import closing
from typing import TYPE_CHECKING, Any

import pytest
from streamlit.testing.v1 import AppTest

from groundtext.settings import ROOT, WORKSPACE_VARIABLE
from tests.export import zoo
from tests.ui import disputed

if TYPE_CHECKING:
    from pathlib import Path

FORT = zoo.span_of(zoo.SENTENCES[1])


@pytest.fixture(scope="module")
def workspace_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    with closing(zoo.workspace(tmp_path_factory.mktemp("documents"))) as workspace:
        return workspace.path


@pytest.fixture
def app(workspace_file: Path, monkeypatch: pytest.MonkeyPatch) -> AppTest:
    monkeypatch.setenv(WORKSPACE_VARIABLE, str(workspace_file))
    app = AppTest.from_file(ROOT / "groundtext" / "ui" / "main.py", default_timeout=30)
    return app.switch_page(str(ROOT / "pages" / "documents.py"))


def opened(app: AppTest, **query: str) -> dict[str, Any]:
    """Open the page by a link and return what it tells the browser."""
    for name, value in query.items():
        app.query_params[name] = value
    app.run()
    assert not app.exception
    part, _box = (element for element in app.main if element.type == "bidi_component")
    fields: dict[str, Any]
    (fields,) = json.loads(part.proto.json)
    return fields


def test_a_link_to_a_passage_opens_it(app: AppTest) -> None:
    link = {"document": "workshops", "start": str(FORT.start), "end": str(FORT.end)}
    view = opened(app, **link)["view"]
    assert (view["document"], view["start"], view["end"]) == ("workshops", FORT.start, FORT.end)


def test_without_a_document_the_page_opens_on_the_list(app: AppTest) -> None:
    fields = opened(app)
    assert fields["view"]["document"] == ""
    assert fields["notices"] == []


def test_a_document_that_is_gone_says_so(app: AppTest) -> None:
    fields = opened(app, document="burnt", start="3", end="9")
    assert fields["view"]["document"] == ""
    assert "“burnt”" in fields["notices"][0]


def test_a_span_without_a_passage_says_so_and_opens_the_document(app: AppTest) -> None:
    fields = opened(app, document="workshops", start="99999", end="100000")
    assert (fields["view"]["document"], fields["view"]["start"]) == ("workshops", None)
    assert "No passage stands at characters 99999 to 100000" in fields["notices"][0]


def test_a_feature_that_is_gone_says_so(app: AppTest) -> None:
    fields = opened(app, document="workshops", feature="fort-nowhere")
    assert fields["view"]["feature"] == ""
    assert "“fort-nowhere”" in fields["notices"][0]


def test_the_text_stays_out_of_what_is_sent_on_every_run(app: AppTest) -> None:
    fields = opened(app, document="workshops")
    assert zoo.SENTENCES[1] not in json.dumps(fields)
    assert len(json.dumps(fields)) < 2_000


def test_a_missing_workspace_says_how_to_make_one(
    app: AppTest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(WORKSPACE_VARIABLE, str(tmp_path / "none.gpkg"))
    assert "groundtext build" in opened(app)["reason"]


def test_a_link_to_a_statement_opens_it_beside_its_feature(
    app: AppTest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with closing(disputed.workspace(tmp_path)) as workspace:
        monkeypatch.setenv(WORKSPACE_VARIABLE, str(workspace.path))
    link = {"document": "almanac", "start": "0", "end": str(len(disputed.ALMANAC))}
    fields = opened(app, **link, feature="rowan-2")
    assert fields["notices"] == []
    assert (fields["view"]["document"], fields["view"]["feature"]) == ("almanac", "rowan-2")
