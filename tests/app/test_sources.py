"""The sources page, opened by a deep link before any other."""

from __future__ import annotations

import json
from contextlib import closing
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from streamlit.testing.v1 import AppTest

from groundtext.model import Listed
from groundtext.settings import ROOT, WORKSPACE_VARIABLE
from groundtext.workspace import write_workspace
from tests.export import zoo

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def app() -> AppTest:
    app = AppTest.from_file(ROOT / "groundtext" / "ui" / "main.py", default_timeout=30)
    return app.switch_page(str(ROOT / "pages" / "sources.py"))


@pytest.fixture(autouse=True)
def workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    with closing(zoo.workspace(tmp_path)) as workspace:
        monkeypatch.setenv(WORKSPACE_VARIABLE, str(workspace.path))
    return tmp_path / "zoo.gpkg"


def opened(app: AppTest) -> dict[str, Any]:
    """Open the page and return what it tells the browser."""
    app.run()
    assert not app.exception
    part, _box = (element for element in app.main if element.type == "bidi_component")
    fields: dict[str, Any]
    (fields,) = json.loads(part.proto.json)
    return fields


def test_every_layer_and_document_is_there_with_its_origin(app: AppTest) -> None:
    fields = opened(app)
    assert [entry["title"] for entry in fields["layers"]] == [layer.title for layer in zoo.LAYERS]
    assert {entry["source"] for entry in fields["layers"]} == {"Invented"}
    assert [entry["id"] for entry in fields["documents"]] == ["workshops"]


def test_what_was_not_used_is_there_with_the_reason(app: AppTest, workspace: Path) -> None:
    listed = (
        Listed("seas.geojson", "it is no JSON."),
        Listed("a.png", "a picture", is_refused=False),
    )
    write_workspace(workspace, replace(zoo.contents(), listed=listed))
    assert opened(app)["listed"] == [["a.png", "a picture"], ["seas.geojson", "it is no JSON."]]


def test_without_a_workspace_it_says_what_to_do(app: AppTest, workspace: Path) -> None:
    workspace.unlink()
    assert "groundtext build" in opened(app)["reason"]
