"""Decisions that a browser sends: kept, shown at once, and refused to whoever may not decide."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from starlette.applications import Starlette

from groundtext.review import decisions_path, read_decisions
from groundtext.settings import (
    PROJECTS_VARIABLE,
    READ_ONLY_VARIABLE,
    REVIEWER_VARIABLE,
    WORKSPACE_VARIABLE,
)
from groundtext.ui.library import open_workspace
from groundtext.ui.server import middleware, routes
from tests.export import zoo
from tests.ui.asgi import Answer, get, post

if TYPE_CHECKING:
    from pathlib import Path

SPAN = zoo.span_of(zoo.SENTENCES[1])
ASKED = {"document": "workshops", "start": SPAN.start, "end": SPAN.end, "target": "fort-alder"}


@pytest.fixture
def app(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Starlette:
    workspace = zoo.workspace(tmp_path)
    workspace.close()
    monkeypatch.setenv(WORKSPACE_VARIABLE, str(workspace.path))
    monkeypatch.setenv(PROJECTS_VARIABLE, str(tmp_path / "projects"))
    for name in (READ_ONLY_VARIABLE, REVIEWER_VARIABLE):
        monkeypatch.setenv(name, "")
    return Starlette(routes=routes(), middleware=middleware())


def decide(app: Starlette, verdict: str, by: str = "Rhea", **changes: object) -> Answer:
    fields = {"by": by, "decisions": [{**ASKED, "verdict": verdict, "note": "seen", **changes}]}
    return post(app, "/groundtext/decisions", fields)


def kept() -> int:
    return len(read_decisions(decisions_path(open_workspace().path))[0])


def test_a_decision_is_kept_and_comes_back_with_its_rows(app: Starlette) -> None:
    before = open_workspace().stamp
    answer = decide(app, "rejected").json()
    [row] = [row for row in answer["rows"] if row["target"] == "fort-alder"]
    assert (row["status"], row["by"], row["note"]) == ("rejected", "Rhea", "seen")
    assert answer["stamp"] == open_workspace().stamp != before
    found = get(app, f"/groundtext/links/{answer['stamp']}.json").json()
    assert "rejected" in {each["status"] for each in found["rows"]}


def test_what_is_rejected_leaves_the_panel(app: Starlette) -> None:
    decide(app, "rejected")
    panel = get(app, "/groundtext/evidence/fort-alder.json").json()
    assert [each["start"] for each in panel["passages"]] != [SPAN.start]


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"by": " "}, "Say who you are"),
        ({"verdict": "perhaps"}, "no verdict"),
        ({"document": "gone"}, "no document"),
        ({"start": "0"}, "no place"),
        ({"target": "x" * 900, "verdict": "added"}, "no feature"),
        ({"verdict": "added", "target": "atlantis"}, "no feature"),
    ],
)
def test_what_cannot_be_decided_is_refused_with_a_sentence(
    app: Starlette, changes: dict[str, str], said: str
) -> None:
    fields = {"verdict": "confirmed", **changes}
    answer = decide(app, fields.pop("verdict"), fields.pop("by", "Rhea"), **fields)
    assert answer.status == 409
    assert said in answer.json()["error"]
    assert kept() == 0


def test_a_reader_may_report_and_not_decide(
    app: Starlette, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(READ_ONLY_VARIABLE, "1")
    assert decide(app, "rejected").status == 409
    [row] = [r for r in decide(app, "reported", by="").json()["rows"] if r["reports"]]
    assert row["reports"][0]["note"] == "seen"
    assert row["status"] == "confirmed"


def test_who_had_not_seen_the_other_decision_is_in_conflict_with_it(app: Starlette) -> None:
    [first] = [row for row in decide(app, "rejected").json()["rows"] if row["by"] == "Rhea"]
    decide(app, "confirmed", by="Ivo")  # from a page that was fetched before
    [row] = [row for row in _rows(app) if row["against"]]
    assert (row["by"], [each["by"] for each in row["against"]]) == ("Ivo", ["Rhea"])
    assert first["seen"] == row["seen"][:1]
    decide(app, "confirmed", by="Ivo", seen=row["seen"])
    assert [each for each in _rows(app) if each["against"]] == []


@pytest.mark.parametrize("seen", ["all", [{"id": 1}], ["made up"], None])
def test_only_what_was_said_can_have_been_seen(app: Starlette, seen: object) -> None:
    decide(app, "rejected")
    decide(app, "confirmed", by="Ivo", seen=seen)
    decisions, _ = read_decisions(decisions_path(open_workspace().path))
    assert [each.after for each in decisions] == [(), ()]


def _rows(app: Starlette) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = get(
        app, f"/groundtext/links/{open_workspace().stamp}.json"
    ).json()["rows"]
    return rows


def test_who_decides_is_whom_the_app_was_started_for(
    app: Starlette, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(REVIEWER_VARIABLE, "The desk")
    rows = decide(app, "rejected", by="Somebody else").json()["rows"]
    assert "The desk" in {row["by"] for row in rows}


@pytest.mark.parametrize("path", ["decisions", "imports", "projects", "projects/shown", "known"])
def test_other_sites_change_nothing(app: Starlette, path: str) -> None:
    answer = post(app, f"/groundtext/{path}", {}, sec_fetch_site="cross-site")
    assert answer.status == 403


def test_nothing_is_imported_where_no_project_is_open(app: Starlette) -> None:
    answer = post(app, "/groundtext/imports", {})
    assert answer.status == 409
    assert "No project of your own" in answer.json()["error"]


def test_a_project_can_be_started_and_left(app: Starlette, monkeypatch: pytest.MonkeyPatch) -> None:
    assert post(app, "/groundtext/projects", {"title": "Salt <b>"}).json() == {"title": "Salt <b>"}
    state = get(app, "/groundtext/imports.json").json()
    assert state["project"] == {"title": "Salt <b>", "folder": "salt-b"}
    batch = post(app, "/groundtext/imports", {}).json()["batch"]
    late = post(app, f"/groundtext/imports/{batch}/start", {"names": ["a.txt"]})
    assert "was not sent" in late.json()["error"]
    assert post(app, "/groundtext/projects/shown", {"folder": "salt-b"}).json()["shown"]
    monkeypatch.setenv(WORKSPACE_VARIABLE, "")  # what the page changed is undone with the test


@pytest.mark.parametrize("path", ["imports", "imports/x/start", "known"])
def test_nothing_goes_into_a_project_that_the_page_does_not_show(
    app: Starlette, monkeypatch: pytest.MonkeyPatch, path: str
) -> None:
    for title in ("Salt", "Tea"):
        post(app, "/groundtext/projects", {"title": title})
    answer = post(app, f"/groundtext/{path}", {}, x_groundtext_project="salt")
    assert answer.status == 409
    assert "shows “Salt”, and “Tea” is open" in answer.json()["error"]
    assert post(app, "/groundtext/imports", {}, x_groundtext_project="tea").status == 200
    monkeypatch.setenv(WORKSPACE_VARIABLE, "")


def test_no_decision_goes_into_a_project_that_the_page_does_not_show(app: Starlette) -> None:
    asked = [{**ASKED, "verdict": "confirmed"}]
    answer = post(
        app, "/groundtext/decisions", {"by": "Rhea", "project": "salt", "decisions": asked}
    )
    assert answer.status == 409
    assert "shows “salt”, and “the example” is open" in answer.json()["error"]
    assert kept() == 0


@pytest.mark.parametrize("fields", [[1], 5, None])
def test_what_is_no_object_is_refused(app: Starlette, fields: object) -> None:
    assert post(app, "/groundtext/decisions", fields).status == 400
