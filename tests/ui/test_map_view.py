from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from groundtext.model import Listed
from groundtext.ui.map_view import known_part, unused_in_words
from groundtext.ui.state import View
from tests.export import zoo

if TYPE_CHECKING:
    from pathlib import Path


def test_one_thing_that_was_not_used_says_why() -> None:
    words = unused_in_words([Listed("seas.geojson", "it is no JSON; write it anew.")])
    assert words == "Not used: seas.geojson. it is no JSON; write it anew."


def test_several_are_counted_and_the_first_named() -> None:
    words = unused_in_words([Listed(f"{name}.txt", "empty") for name in "abcde"])
    assert words == "5 things could not be used, in a.txt, b.txt, c.txt and 2 more."


def test_what_is_simply_none_of_ours_is_not_worth_a_word() -> None:
    assert unused_in_words([Listed("picture.png", "a picture", is_refused=False)]) == ""


@pytest.mark.parametrize(
    ("asked", "shown"),
    [
        (("routes",), ("routes",)),
        (("routes", "reefs"), ("routes",)),
        (("reefs", "seas"), None),  # of another project: here nobody switched anything off
        ((), ()),
    ],
)
def test_layers_of_another_project_switch_none_off(
    tmp_path: Path, asked: tuple[str, ...], shown: tuple[str, ...] | None
) -> None:
    with closing(zoo.workspace(tmp_path)) as workspace:
        view, notices = known_part(View(layers=asked), workspace)
    assert view.layers == shown
    assert len(notices) == len(set(asked) - {"routes"})
