from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING, Any

import pytest

from groundtext.pipeline import Sources, build
from groundtext.portrayal.countries import Countries
from groundtext.ui.panels import Panels
from groundtext.workspace import Workspace
from tests.export import zoo

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
