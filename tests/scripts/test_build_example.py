from __future__ import annotations

import pytest

from scripts.build_example import TARGET, files

MADE = files()


@pytest.mark.parametrize("name", sorted(MADE))
def test_the_example_is_what_its_texts_say(name: str) -> None:
    if not name.endswith(".gpkg"):  # SQLite writes its own version into the file
        assert (TARGET / name).read_bytes() == MADE[name]


def test_nothing_else_is_in_the_example() -> None:
    assert sorted(path.name for path in TARGET.iterdir()) == sorted(MADE)
