"""SQLite's functions end a text at NUL; a quote behind one is a slice all the same."""

from __future__ import annotations

from pathlib import Path

from tests.export import hostile


def test_a_quote_with_a_nul_in_it_is_whole(tmp_path: Path) -> None:
    with hostile.workspace(tmp_path) as workspace:
        quotes = {evidence.quote for evidence in workspace.evidence()}
    assert quotes == set(hostile.NASTY)
