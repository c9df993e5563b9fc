"""What the timeline is told: days, fuzzy where dates are."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import pytest

from groundtext.edtf import bounds, is_valid
from groundtext.pipeline import Sources, build
from groundtext.ui.timeline_payload import timeline_payload
from groundtext.workspace import Analysis, Workspace, write_workspace
from tests import zoo

if TYPE_CHECKING:
    from pathlib import Path

EPOCH = date(1970, 1, 1)


def payload_of(path: Path, **changes: object) -> dict[str, Any]:
    write_workspace(path, zoo.contents(**changes))
    with closing(Workspace.open(path)) as workspace:
        return timeline_payload(workspace)


def iso(day: int | None) -> str:
    return "" if day is None else (EPOCH + timedelta(days=day)).isoformat()


@pytest.mark.parametrize(
    ("valid_from", "valid_to", "start", "end"),
    [
        ("2020-02-28", "2020-02-29", ["2020-02-28"] * 2, ["2020-02-29"] * 2),
        ("2001", "2014-07", ["2001-01-01", "2001-12-31"], ["2014-07-01", "2014-07-31"]),
        ("199X", "", ["1990-01-01", "1999-12-31"], None),
        ("", "2005~", None, ["2005-01-01", "2005-12-31"]),
    ],
)
def test_the_ends_of_a_feature_are_as_fuzzy_as_its_dates(
    tmp_path: Path, valid_from: str, valid_to: str, start: object, end: object
) -> None:
    changed = zoo.feature(valid_from=valid_from, valid_to=valid_to)
    payload = payload_of(tmp_path / "w.gpkg", features=(changed, *zoo.features()[1:]))
    told = payload["features"]["geneva-talks"]
    shown = [told[edge] and [iso(day) for day in told[edge]] for edge in ("start", "end")]
    assert shown == [start, end]
    assert told["unsure"] == [False, "~" in valid_to]


def test_what_has_no_date_is_counted_and_not_drawn(tmp_path: Path) -> None:
    undated = zoo.feature(id="b-road", valid_from="", valid_to="")
    payload = payload_of(tmp_path / "w.gpkg", features=(*zoo.features(), undated))
    assert payload["undated"] == 1
    assert "b-road" not in payload["features"]


def test_a_passage_bears_the_days_of_its_event_and_of_its_publication(tmp_path: Path) -> None:
    [row] = payload_of(tmp_path / "w.gpkg")["evidence"]
    assert row["quote"] == zoo.TEXT[zoo.FIRST.start : zoo.FIRST.end]
    assert [iso(day) for day in row["said"]] == ["2020-03-01", "2020-03-01"]
    assert iso(row["event"][0]).startswith("2020-02")


def test_more_passages_than_can_be_listed_are_counted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("groundtext.ui.timeline_payload._MOST_EVIDENCE", 0)
    payload = payload_of(tmp_path / "w.gpkg")
    assert payload["evidence"] == []
    assert payload["unlisted"] == 1


@pytest.mark.parametrize(
    ("dates", "event", "words"),
    [
        ([("2016-12", "since")], ["2016-12-01", ""], "since December 2016"),
        ([("2014", "bound")], ["2020-02-28", "2020-02-29"], "28–29 February 2020"),
        ([("2019-05", "at"), ("XXXX-03-18", "at")], ["2019-05-01", "2019-05-31"], "May 2019"),
    ],
)
def test_an_event_is_when_the_passage_tells_of_it(
    tmp_path: Path, dates: list[tuple[str, str]], event: list[str], words: str
) -> None:
    [made] = zoo.dates()
    found = tuple(replace(made, edtf=edtf, mode=mode) for edtf, mode in dates)
    link = replace(zoo.link(), said_date="")
    analysis = Analysis(zoo.document(), zoo.passages(), zoo.mentions(), (link,), found)
    [row] = payload_of(tmp_path / "w.gpkg", analyses=(analysis,))["evidence"]
    assert [iso(day) for day in row["event"]] == event
    assert row["when"] == words


def test_every_feature_and_link_of_the_shipped_map_has_its_place(tmp_path: Path) -> None:
    build(Sources(), tmp_path / "shipped.gpkg")
    with closing(Workspace.open(tmp_path / "shipped.gpkg")) as workspace:
        payload = timeline_payload(workspace)
        assert len(payload["features"]) + payload["undated"] == len(workspace.features())
        assert len(payload["evidence"]) == len(workspace.evidence())
        assert payload["unlisted"] == 0
        for feature in workspace.features():
            if is_valid(feature.valid_from):
                first, last = bounds(feature.valid_from)
                start = payload["features"][feature.id]["start"]
                assert [iso(day) for day in start] == [first.isoformat(), last.isoformat()]
