from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from groundtext.ui.documents_view import held_part
from groundtext.ui.state import View
from tests.export import zoo

if TYPE_CHECKING:
    from collections.abc import Iterator

    from groundtext.workspace import Workspace

FORT = zoo.span_of(zoo.SENTENCES[1])
OFFSETS = st.none() | st.integers(0, 5_000)


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    with closing(zoo.workspace(tmp_path_factory.mktemp("documents-view"))) as workspace:
        yield workspace


def test_a_span_with_a_passage_stays(workspace: Workspace) -> None:
    view = View(document="workshops", start=FORT.start, end=FORT.end)
    assert held_part(view, workspace) == (view, [])


def test_a_start_alone_is_one_character(workspace: Workspace) -> None:
    view, said = held_part(View(document="workshops", start=FORT.start), workspace)
    assert (view.end, said) == (FORT.start + 1, [])


def test_a_span_without_a_passage_is_named_and_dropped(workspace: Workspace) -> None:
    asked = View(document="workshops", start=90_000, end=90_001)
    view, (notice,) = held_part(asked, workspace)
    assert view == View(document="workshops")
    assert "characters 90000 to 90001" in notice


def test_without_a_document_a_span_means_nothing(workspace: Workspace) -> None:
    assert held_part(View(start=3, end=9), workspace) == (View(), [])


@given(OFFSETS, OFFSETS)
@settings(deadline=None)
def test_what_is_held_once_is_held_again(
    workspace: Workspace, start: int | None, end: int | None
) -> None:
    view, _ = held_part(View(document="workshops", start=start, end=end), workspace)
    assert held_part(view, workspace) == (view, [])
