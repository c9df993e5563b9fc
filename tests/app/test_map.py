"""The map page, opened by deep links as Streamlit runs it."""

from __future__ import annotations

import json
from contextlib import closing
from typing import TYPE_CHECKING, Any

import pytest
from streamlit.testing.v1 import AppTest

from groundtext.settings import ROOT, WORKSPACE_VARIABLE
from tests.export import zoo

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="module")
def workspace_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    with closing(zoo.workspace(tmp_path_factory.mktemp("map"))) as workspace:
        return workspace.path


@pytest.fixture
def app(workspace_file: Path, monkeypatch: pytest.MonkeyPatch) -> AppTest:
    monkeypatch.setenv(WORKSPACE_VARIABLE, str(workspace_file))
    return AppTest.from_file(ROOT / "groundtext" / "ui" / "main.py", default_timeout=30)


def opened(app: AppTest, **query: str) -> dict[str, Any]:
    """Open the page by a link and return what it tells the browser."""
    for name, value in query.items():
        app.query_params[name] = value
    return told(app.run())


def told(app: AppTest) -> dict[str, Any]:
    assert not app.exception
    part, _box = (element for element in app.main if element.type == "bidi_component")
    fields: dict[str, Any]
    (fields,) = json.loads(part.proto.json)
    return fields


def report(app: AppTest, name: str, **value: object) -> dict[str, Any]:
    """Let the browser report something, and return what the page answers."""
    app.session_state["map"] = {name: value}
    return told(app.run())


def test_without_a_link_every_layer_is_on_and_nothing_is_picked(app: AppTest) -> None:
    fields = opened(app)
    assert (fields["view"]["feature"], fields["view"]["layers"]) == ("", None)
    assert fields["notices"] == []


def test_a_link_opens_the_same_view(app: AppTest) -> None:
    view = opened(app, feature="fort-alder", layers="forts,routes", q="alder")["view"]
    assert view["feature"] == "fort-alder"
    assert view["layers"] == ["forts", "routes"]
    assert view["q"] == "alder"


def test_a_group_can_be_linked_to(app: AppTest) -> None:
    assert opened(app, feature="northern-vales")["view"]["feature"] == "northern-vales"


def test_an_id_that_is_gone_says_so_and_opens_the_rest(app: AppTest) -> None:
    fields = opened(app, feature="burnt-bridge", document="lost", layers="forts,seas")
    assert fields["view"]["feature"] == ""
    assert fields["view"]["layers"] == ["forts"]
    said = " ".join(fields["notices"])
    assert all(f"“{gone}”" in said for gone in ("burnt-bridge", "lost", "seas"))


def test_a_period_is_told_in_days_and_words(app: AppTest) -> None:
    period = opened(app, **{"from": "2010", "to": "2012"})["period"]
    assert (period["since"], period["until"]) == ("2010-01-01", "2012-12-31")


def test_what_is_no_date_is_named_and_dropped(app: AppTest) -> None:
    fields = opened(app, **{"from": "zzz"})
    assert fields["notices"][0].startswith("‘zzz’ is not a date;")
    assert (fields["view"]["from_"], fields["period"]["words"]) == ("", "")


def test_the_browser_lifts_a_limit_and_python_writes_it(app: AppTest) -> None:
    opened(app, **{"from": "2010", "document": "workshops"})
    every = [layer.id for layer in zoo.LAYERS]
    view = report(app, "view", layers=every, from_="", to="", document="", sequence=1)["view"]
    assert (view["from_"], view["document"]) == ("", "")
    assert app.query_params == {}


def test_a_click_keeps_the_period(app: AppTest) -> None:
    opened(app, to="2012")
    report(app, "picked", feature="fort-alder", to="2012", sequence=1)
    assert dict(app.query_params) == {"feature": "fort-alder", "to": "2012"}


def test_hostile_parameters_are_only_named(app: AppTest) -> None:
    (notice,) = opened(app, feature=zoo.HOSTILE)["notices"]
    assert zoo.HOSTILE in notice


def test_what_the_page_tells_the_browser_is_small(app: AppTest) -> None:
    assert len(json.dumps(opened(app, feature="fort-alder"))) < 2_000


def test_without_a_workspace_the_page_says_what_to_do(
    app: AppTest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(WORKSPACE_VARIABLE, str(tmp_path / "gone.gpkg"))
    assert "groundtext build" in told(app.run())["reason"]


def test_a_click_is_written_into_the_address_bar(app: AppTest) -> None:
    opened(app)
    fields = report(app, "picked", feature="fort-alder", sequence=1)
    assert dict(app.query_params) == {"feature": "fort-alder"}
    assert (fields["view"]["feature"], fields["sequence"]) == ("fort-alder", 1)


def test_a_second_click_takes_the_place_of_the_first(app: AppTest) -> None:
    opened(app, feature="fort-alder", document="workshops", start="5", end="9")
    view = report(app, "picked", feature="north-vale", sequence=1)["view"]
    assert (view["feature"], view["document"], view["start"]) == ("north-vale", "", None)


def test_closing_the_panel_clears_the_address_bar(app: AppTest) -> None:
    opened(app, feature="fort-alder")
    report(app, "picked", feature="", sequence=1)
    assert app.query_params == {}


def test_switching_a_layer_off_keeps_what_is_picked(app: AppTest) -> None:
    opened(app, feature="fort-alder")
    on = ["forts", "meetings"]
    view = report(app, "view", feature="fort-alder", layers=on, q="alder", sequence=1)["view"]
    assert (view["feature"], view["layers"]) == ("fort-alder", ["forts", "meetings"])
    assert view["q"] == "alder"


def test_all_layers_on_is_not_worth_a_parameter(app: AppTest) -> None:
    opened(app, layers="forts")
    every = [layer.id for layer in zoo.LAYERS]
    assert report(app, "view", layers=every, q="", sequence=1)["view"]["layers"] is None


def test_of_two_reports_the_newer_one_holds(app: AppTest) -> None:
    opened(app)
    older = {"feature": "fort-alder", "layers": ["forts"], "sequence": 1}
    newer = {"feature": "", "layers": ["routes"], "sequence": 2}
    app.session_state["map"] = {"picked": older, "view": newer}
    view = told(app.run())["view"]
    assert (view["feature"], view["layers"]) == ("", ["routes"])


def test_an_old_report_is_passed_over(app: AppTest) -> None:
    opened(app)
    report(app, "picked", feature="fort-alder", sequence=2)
    app.query_params.clear()
    assert report(app, "picked", feature="rowan-1", sequence=2)["view"]["feature"] == ""


@pytest.mark.parametrize(
    "value",
    [{"feature": "burnt"}, {"feature": 7}, {"feature": None}, {"feature": zoo.HOSTILE}, {}],
)
def test_a_report_of_nonsense_picks_nothing(app: AppTest, value: dict[str, object]) -> None:
    opened(app)
    assert report(app, "picked", sequence=1, **value)["view"]["feature"] == ""
