"""What the pages show when the app could not build its own workspace."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from streamlit.testing.v1 import AppTest

from groundtext.errors import ManifestError
from groundtext.settings import ROOT, WORKSPACE_VARIABLE
from groundtext.ui import library

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize("page", ["map.py", "documents.py", "sources.py"])
def test_every_page_says_why_the_build_failed_and_what_to_do(
    page: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(WORKSPACE_VARIABLE, str(tmp_path / "none.gpkg"))
    monkeypatch.setattr(library, "DEFAULT_WORKSPACE", tmp_path / "none.gpkg")
    monkeypatch.setattr(library, "_failures", [])
    library.note_failure(ManifestError("it names no layer; add one.", source="manifest.toml"))
    app = AppTest.from_file(ROOT / "groundtext" / "ui" / "main.py", default_timeout=30)
    app.switch_page(str(ROOT / "pages" / page)).run()
    part, _box = (element for element in app.main if element.type == "bidi_component")
    (fields,) = json.loads(part.proto.json)
    assert fields["reason"] == "manifest.toml: it names no layer; add one."
    assert "groundtext build" in fields["remedy"]
