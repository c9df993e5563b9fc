from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from tests.export import zoo

if TYPE_CHECKING:
    from collections.abc import Iterator

    from groundtext.workspace import Workspace


@pytest.fixture(scope="session")
def zoo_workspace(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    with closing(zoo.workspace(tmp_path_factory.mktemp("zoo"))) as workspace:
        yield workspace
