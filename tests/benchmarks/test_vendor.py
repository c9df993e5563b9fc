from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.figures import BenchmarkError
from benchmarks.vendor import fetch_assets


def test_without_npm_it_says_how_to_get_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(BenchmarkError, match="npm is missing.*apt install npm"):
        fetch_assets(tmp_path / "vendor")


def test_what_is_there_is_not_fetched_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    (tmp_path / "vendor").mkdir()
    fetch_assets(tmp_path / "vendor")
    assert list(tmp_path.iterdir()) == [tmp_path / "vendor"]
