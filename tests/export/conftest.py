from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from groundtext.pipeline import Sources, build
from groundtext.workspace import Workspace
from tests.export import hostile, zoo

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture(scope="session")
def zoo_workspace(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    with closing(zoo.workspace(tmp_path_factory.mktemp("zoo"))) as workspace:
        yield workspace


@pytest.fixture(scope="session")
def hostile_workspace(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    with hostile.workspace(tmp_path_factory.mktemp("hostile")) as workspace:
        yield workspace


@pytest.fixture(scope="session")
def shipped_workspace(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    path = tmp_path_factory.mktemp("shipped") / "shipped.gpkg"
    build(Sources(), path)
    with closing(Workspace.open(path)) as workspace:
        yield workspace
