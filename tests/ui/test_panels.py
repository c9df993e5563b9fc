from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from groundtext.model import Collection
from groundtext.pipeline import Sources, build
from groundtext.portrayal.countries import Countries
from groundtext.ui.panels import Panels
from groundtext.workspace import Workspace, write_workspace
from tests import zoo as made_up
from tests.export import zoo
from tests.ui import disputed

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def panels(tmp_path: Path) -> Iterator[Panels]:
    with closing(zoo.workspace(tmp_path)) as workspace:
        yield Panels(workspace, Countries())


def panel(panels: Panels, target_id: str) -> dict[str, Any]:
    found = panels.panel(target_id)
    assert found is not None
    return found


def test_a_quote_is_the_sentence_to_the_letter(panels: Panels) -> None:
    (passage,) = panel(panels, "fort-alder")["passages"]
    assert passage["quote"] == zoo.SENTENCES[1]
    assert passage["quote"] == zoo.document().text[passage["start"] : passage["end"]]


def test_the_words_that_made_the_link_lie_inside_the_quote(panels: Panels) -> None:
    (passage,) = panel(panels, "fort-alder")["passages"]
    ((start, end),) = passage["matches"]
    assert zoo.document().text[start:end] == "Fort Alder"


def test_mentions_come_with_their_reading(panels: Panels) -> None:
    (passage,) = panel(panels, "northern-vales")["passages"]
    assert [reading for *_, reading in passage["mentions"]] == ["associative"]


def test_a_member_shows_what_is_said_of_its_group(panels: Panels) -> None:
    (passage,) = panel(panels, "north-vale")["passages"]
    assert passage["group"] == zoo.COLLECTIONS[0].name
    assert panels.counts("north-vale") == (0, 1)


def test_a_rejected_link_is_no_evidence(panels: Panels) -> None:
    assert panel(panels, "alder-line")["passages"] == []


def test_a_group_lists_its_members(panels: Panels) -> None:
    assert panel(panels, "northern-vales")["members"] == [
        {"id": "north-vale", "name": "North Vale"}
    ]
    assert panels.members("northern-vales") == ["north-vale"]


def test_an_id_that_is_gone_has_no_panel(panels: Panels) -> None:
    assert panels.panel("burnt-bridge") is None


def test_everything_has_a_panel(panels: Panels) -> None:
    assert len(panels.ids()) == len(zoo.FEATURES) + len(zoo.COLLECTIONS)
    assert all(panels.panel(target_id) for target_id in panels.ids())


def test_a_panel_says_what_documents_say_differently(tmp_path: Path) -> None:
    build(Sources(), tmp_path / "w.gpkg")
    with closing(Workspace.open(tmp_path / "w.gpkg")) as workspace:
        (found,) = panel(Panels(workspace, Countries()), "istanbul-2021-04")["disagreements"]
    assert found["aspect"] == "date"
    assert [said["says"] for said in found["statements"]] == ["27 March 2021", "April 2021"]


@pytest.fixture
def disagreeing(tmp_path: Path) -> Iterator[Panels]:
    with closing(disputed.workspace(tmp_path)) as workspace:
        yield Panels(workspace, Countries())


def test_a_disagreement_shows_who_says_what_to_the_letter(disagreeing: Panels) -> None:
    dates, outcomes = panel(disagreeing, "rowan-2")["disagreements"]
    assert (dates["aspect"], outcomes["aspect"]) == ("date", "outcome")
    assert [(said["document"], said["says"], said["quote"]) for said in dates["statements"]] == [
        ("almanac", "3 May 2019", disputed.ALMANAC),
        ("workshops", "28–30 May 2019", zoo.SENTENCES[3]),
    ]
    assert dates["statements"][1]["author"] == "A. Writer"


def test_what_nobody_disagrees_about_has_no_disagreement(disagreeing: Panels) -> None:
    ids = set(disagreeing.ids()) - {"rowan-2"}
    assert all(panel(disagreeing, target)["disagreements"] == [] for target in ids)


def test_a_group_s_disagreement_is_shown_with_its_members(tmp_path: Path) -> None:
    group = replace(disputed.DATES, target_id="northern-vales")
    with closing(disputed.workspace(tmp_path, group)) as workspace:
        shown = panel(Panels(workspace, Countries()), "north-vale")["disagreements"]
    assert [dispute["target"] for dispute in shown] == ["northern-vales"]


def test_a_passage_says_when_it_was_and_where_else_it_stands(disagreeing: Panels) -> None:
    first, second = panel(disagreeing, "rowan-2")["passages"]
    assert (first["said"], first["also"]) == (disputed.SAID, 1)
    assert (second["said"], second["also"], second["also_at"]) == ("28–30 May 2019", 0, [])


def test_a_route_of_sections_says_of_each_how_exact_it_is(tmp_path: Path) -> None:
    groups = (Collection("roads", "Roads", ("a-road",)), Collection("all", "All", ("an-area",)))
    write_workspace(tmp_path / "w.gpkg", made_up.contents(collections=groups, disagreements=()))
    with closing(Workspace.open(tmp_path / "w.gpkg")) as workspace:
        every = Panels(workspace, Countries())
        facts = {id_: dict(panel(every, id_)["facts"]) for id_ in ("roads", "all")}
    assert facts["roads"]["Exactness"].startswith("Talks in Geneva: corridor")
    assert "Exactness" not in facts["all"]


def test_sections_are_told_by_what_tells_them_apart(tmp_path: Path) -> None:
    road = next(feature for feature in made_up.features() if feature.id == "a-road")
    parts = tuple(
        replace(road, id=id_, name=f"Great road, {id_} section") for id_ in ("north", "south")
    )
    group = Collection("whole", "The great road", ("north", "south"))
    given = made_up.contents(
        features=(*made_up.features(), *parts), collections=(group,), disagreements=()
    )
    write_workspace(tmp_path / "w.gpkg", given)
    with closing(Workspace.open(tmp_path / "w.gpkg")) as workspace:
        facts = dict(panel(Panels(workspace, Countries()), "whole")["facts"])
    first, second = facts["Exactness"].split("; ")
    assert first.startswith("north section: ")
    assert second.startswith("south section: ")
