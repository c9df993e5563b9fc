"""The routes and headers, without Streamlit around them."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from contextlib import closing
from typing import TYPE_CHECKING

import pytest
from starlette.applications import Starlette

from groundtext.export import FORMS
from groundtext.settings import ROOT, WORKSPACE_VARIABLE
from groundtext.ui import answers, server
from groundtext.ui.assets import asset_url
from groundtext.ui.library import open_workspace
from groundtext.ui.server import basemap_url, first_needs, middleware, routes
from tests.export import zoo
from tests.ui.asgi import get

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def app(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Starlette:
    with closing(zoo.workspace(tmp_path)) as workspace:
        monkeypatch.setenv(WORKSPACE_VARIABLE, str(workspace.path))
    return Starlette(routes=routes(), middleware=middleware())


def test_the_map_lives_at_the_root(app: Starlette) -> None:
    answer = get(app, "/map?feature=fort-alder")
    assert (answer.status, answer.headers["location"]) == (308, "/?feature=fort-alder")


@pytest.mark.parametrize("probe", ["health", "host-config"])
def test_a_page_is_told_that_it_is_not_the_root(app: Starlette, probe: str) -> None:
    assert get(app, f"/documents/_stcore/{probe}").status == 300


def test_assets_are_kept_for_good(app: Starlette) -> None:
    answer = get(app, asset_url("parts.js"))
    assert answer.status == 200
    assert "immutable" in answer.headers["cache-control"]


def test_an_old_asset_address_leads_to_the_new_one(app: Starlette) -> None:
    answer = get(app, "/groundtext/assets/0123456789abcdef/parts.js")
    assert answer.headers["location"] == asset_url("parts.js")


def test_layers_of_this_edition_are_kept_and_of_another_asked_again(app: Starlette) -> None:
    stamped = get(app, f"/groundtext/layers/{open_workspace().stamp}.json")
    other = get(app, "/groundtext/layers/old.json")
    assert "immutable" in stamped.headers["cache-control"]
    assert other.headers["cache-control"] == "no-cache"
    assert stamped.json() == other.json()


def test_what_the_browser_has_is_not_sent_again(app: Starlette) -> None:
    tag = get(app, "/groundtext/evidence/fort-alder.json").headers["etag"]
    again = get(app, "/groundtext/evidence/fort-alder.json", if_none_match=tag)
    assert (again.status, again.content) == (304, b"")


@pytest.mark.parametrize("coding", ["gzip", "identity"])
def test_a_quote_arrives_to_the_letter(app: Starlette, coding: str) -> None:
    path = "/groundtext/evidence/rowan-1.json"
    panel = get(app, path, accept_encoding=coding).json()
    assert [passage["quote"] for passage in panel["passages"]] == [zoo.SENTENCES[3]]


@pytest.mark.parametrize(
    "path", ["/groundtext/evidence/gone.json", "/groundtext/assets/0/app.py", "/groundtext/x"]
)
def test_what_is_not_there_is_404(app: Starlette, path: str) -> None:
    assert get(app, path).status == 404


def test_a_workspace_that_cannot_be_read_says_so(
    app: Starlette, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(WORKSPACE_VARIABLE, str(tmp_path / "gone.gpkg"))
    answer = get(app, "/groundtext/panels/x.json")
    assert answer.status == 503
    assert "gone.gpkg" in answer.json()["error"]


def test_a_damaged_workspace_is_named_whatever_is_asked(
    app: Starlette, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(answers, "_bodies", {})  # its stamp does not tell of the damage
    workspace = open_workspace()
    with closing(sqlite3.connect(workspace.path)) as connection, connection:
        connection.execute("UPDATE features SET precision = 'elsewhere'")
    paths = ["layers/x.json", "panels/x.json", "evidence/fort-alder.json", "dossier.html"]
    said = [get(app, f"/groundtext/{path}") for path in paths]
    assert [answer.status for answer in said] == [503] * 4
    assert all("zoo.gpkg" in answer.json()["error"] for answer in said)


@pytest.fixture
def broken_basemap(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "basemap.json"
    path.write_text("{", encoding="utf-8")
    monkeypatch.setattr(server, "BASEMAP", path)
    return path


@pytest.mark.usefixtures("broken_basemap")
def test_over_a_broken_base_map_the_features_are_still_drawn(app: Starlette) -> None:
    assert get(app, "/groundtext/layers/x.json").status == 200
    assert server.basemap_url() == ""
    assert "basemap.json: it is no base map" in server.basemap_fault()
    assert "make layers" in get(app, "/groundtext/basemap/0.json").json()["error"]


def test_a_base_map_that_was_mended_is_there_again(broken_basemap: Path) -> None:
    assert server.basemap_fault()
    broken_basemap.write_text('{"features": []}', encoding="utf-8")
    assert server.basemap_fault() == ""
    assert server.basemap_url().endswith(".json")


def test_every_answer_keeps_the_browser_at_home(app: Starlette) -> None:
    headers = get(app, asset_url("map.css")).headers
    assert "default-src 'self'" in headers["content-security-policy"]
    assert "unsafe-inline" not in headers["content-security-policy"].split("style-src")[0]
    assert headers["x-content-type-options"] == "nosniff"


def test_what_the_page_needs_first_is_there(app: Starlette) -> None:
    paths = [path for path, _ in first_needs()]
    assert basemap_url() in paths
    assert [path for path in paths if get(app, path).status != 200] == []


def test_serving_loads_nothing_that_only_building_and_exporting_need() -> None:
    heavy = "{'pandas', 'pyarrow', 'geopandas', 'pyogrio', 'folium'} & set(sys.modules)"
    probe = f"import sys; import groundtext.ui.server, groundtext.ui.map_view; print({heavy})"
    command = [sys.executable, "-c", probe]
    found = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    assert found.stdout == "set()\n"


def test_the_view_can_be_taken_away_as_one_file(app: Starlette) -> None:
    answer = get(app, "/groundtext/dossier.html?layers=forts&feature=fort-alder")
    assert answer.headers["content-disposition"].startswith("attachment")
    assert "Fort Alder" in answer.text


def test_every_form_can_be_saved_under_a_name_that_says_what_it_is(app: Starlette) -> None:
    for name, form in FORMS.items():
        answer = get(app, f"/groundtext/export/{name}")
        file = f'attachment; filename="groundtext-{name}.{form.suffix}"'
        assert (answer.status, answer.headers["content-disposition"]) == (200, file)
        assert answer.headers["content-type"].startswith(form.media_type)
        assert answer.headers["cache-control"] == "no-store"


def test_only_the_layers_that_are_on_are_saved(app: Starlette) -> None:
    path = "/groundtext/export/geojson?layers=routes"
    features = get(app, path).json()["features"]
    assert [feature["id"] for feature in features] == ["alder-line"]


def test_a_form_that_is_none_is_named(app: Starlette) -> None:
    answer = get(app, "/groundtext/export/poem")
    assert answer.status == 404
    assert "gpkg" in answer.json()["error"]


def test_a_name_that_is_not_this_machines_is_not_answered(app: Starlette) -> None:
    assert get(app, "/groundtext/imports.json", host="evil.example").status == 400
    assert get(app, "/groundtext/imports.json", host="127.0.0.1:8501").status == 200
    assert get(app, "/groundtext/imports.json", host="[::1]:8501").status == 200
