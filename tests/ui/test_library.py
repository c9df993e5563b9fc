from __future__ import annotations

import os
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from groundtext.errors import ManifestError, WorkspaceError
from groundtext.settings import WORKSPACE_VARIABLE
from groundtext.ui import library
from groundtext.ui.library import build_failure, note_failure, open_workspace
from tests.export import zoo

if TYPE_CHECKING:
    from pathlib import Path

BROKEN = ManifestError("no layer is named; add one", source="manifest.toml")


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return where the default workspace is, which is not there yet."""
    monkeypatch.setattr(library, "_failures", [])
    monkeypatch.setattr(library, "DEFAULT_WORKSPACE", tmp_path / "zoo.gpkg")
    monkeypatch.setenv(WORKSPACE_VARIABLE, str(tmp_path / "zoo.gpkg"))
    return tmp_path


def write(place: Path) -> None:
    with closing(zoo.workspace(place)):
        pass


def test_a_workspace_is_opened_once(place: Path) -> None:
    write(place)
    assert open_workspace() is open_workspace()


def test_a_new_edition_is_opened_anew(place: Path) -> None:
    write(place)
    before = open_workspace()
    os.utime(place / "zoo.gpkg", ns=(1, 1))
    assert open_workspace() is not before


@pytest.mark.usefixtures("place")
def test_a_missing_workspace_says_how_to_make_it() -> None:
    with pytest.raises(WorkspaceError, match="no such workspace.*groundtext build"):
        open_workspace()


@pytest.mark.usefixtures("place")
def test_a_build_that_failed_says_why_there_is_none() -> None:
    note_failure(BROKEN)
    with pytest.raises(ManifestError, match="no layer is named"):
        open_workspace()


def test_a_build_that_failed_is_forgotten_once_one_succeeds(place: Path) -> None:
    note_failure(BROKEN)
    write(place)
    assert open_workspace().features()
    assert build_failure() is None


def test_over_an_older_workspace_the_failure_is_still_known(place: Path) -> None:
    write(place)
    note_failure(BROKEN)
    assert open_workspace().features()
    assert build_failure() is BROKEN


def test_a_chosen_workspace_has_no_part_in_it(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    note_failure(BROKEN)
    monkeypatch.setenv(WORKSPACE_VARIABLE, str(place / "other.gpkg"))
    assert build_failure() is None
