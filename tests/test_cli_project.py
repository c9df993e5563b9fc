"""`groundtext new` and `import`, as somebody types them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from groundtext.cli import main
from groundtext.exit_codes import REFUSED
from groundtext.workspace import Workspace

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

TEXT = "The last soldiers left Bagram at night, and nobody said so.\n"


def take(folder: Path, *files: Path) -> tuple[int, list[dict[str, object]]]:
    report = folder / "report.json"
    arguments = [*map(str, files), "--project", str(folder / "project"), "--report", str(report)]
    code = main(["import", *arguments])
    return code, json.loads(report.read_text(encoding="utf-8"))


def test_a_new_project_can_be_looked_at(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["new", str(tmp_path / "mine"), "--title", "My subject"]) == 0
    assert "My subject" in capsys.readouterr().out
    Workspace.open(tmp_path / "mine" / "groundtext.gpkg").close()


def test_a_folder_that_holds_other_things_is_left_alone(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "diary.txt").write_text("Dear diary", encoding="utf-8")
    assert main(["new", str(tmp_path)]) == REFUSED
    assert "is not an empty folder" in capsys.readouterr().err


def test_every_file_has_its_row(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "night.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "sites.csv").write_text("name,lon,lat\nBagram,69.26,34.95\n", encoding="utf-8")
    code, rows = take(tmp_path, tmp_path / "night.txt", tmp_path / "sites.csv")
    assert code == 0
    assert [(row["file"], row["outcome"]) for row in rows] == [
        ("night.txt", "used"),
        ("sites.csv", "used"),
    ]
    assert {"reasons", "read", "used", "listed"} <= set(rows[0])
    workspace = Workspace.open(tmp_path / "project" / "groundtext.gpkg")
    assert [found.link.target_id for found in workspace.evidence()] == ["bagram"]
    workspace.close()
    assert "2 files: 2 used" in capsys.readouterr().out


def test_a_refused_file_is_said_and_told_to_scripts(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "evil\x1b[31m.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    code, [row] = take(tmp_path, tmp_path / "evil\x1b[31m.png")
    assert (code, row["outcome"], row["used"]) == (REFUSED, "refused", 0)
    said = capsys.readouterr().err
    assert "is a picture (PNG)" in said
    assert "\x1b" not in said


def test_a_file_that_is_not_there_is_refused_by_name(tmp_path: Path) -> None:
    code, [row] = take(tmp_path, tmp_path / "gone.txt")
    assert (code, row["file"]) == (REFUSED, "gone.txt")
