from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
import shapely

from groundtext.export.table import COLUMNS, csv_text
from groundtext.settings import ROOT
from groundtext.workspace import Workspace
from tests.export import gdal, hostile, zoo

FORMULAS = tuple("=+-@\t\r\n＝＋－＠")
NUMBERS = ("score", "start", "end", "lon", "lat", "uncertainty_m")


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline="")))


def test_a_row_for_each_link_and_for_each_thing_that_none_is_about(
    zoo_workspace: Workspace,
) -> None:
    found = rows(csv_text(zoo_workspace))
    targets = sorted(row["target"] for row in found)
    assert targets == sorted([*(f.id for f in zoo.FEATURES), "northern-vales"])
    silent = [row["target"] for row in found if not row["quote"]]
    assert silent == ["access-oakland", "rowan-2"]


def test_what_supports_is_told_from_what_does_not(zoo_workspace: Workspace) -> None:
    found = {row["target"]: row for row in rows(csv_text(zoo_workspace))}
    assert found["fort-alder"]["supports"] == "yes"
    assert (found["alder-line"]["supports"], found["alder-line"]["status"]) == ("no", "rejected")
    assert (found["north-vale"]["supports"], found["north-vale"]["kind"]) == ("no", "located")


def test_no_cell_can_be_taken_for_a_formula(hostile_workspace: Workspace) -> None:
    found = rows(csv_text(hostile_workspace))
    texts = [cell for row in found for name, cell in row.items() if name not in NUMBERS]
    assert [text for text in texts if text.startswith(FORMULAS)] == []
    assert any(text.startswith("'=HYPERLINK(\"https") for text in texts)


def test_numbers_stay_numbers(hostile_workspace: Workspace) -> None:
    row = rows(csv_text(hostile_workspace))[0]
    assert (float(row["lon"]), float(row["lat"])) == (-3.2, 0.3)


def test_the_file_begins_with_the_mark_that_spreadsheets_need(zoo_workspace: Workspace) -> None:
    assert csv_text(zoo_workspace).encode().startswith(b"\xef\xbb\xbftarget,")


def test_gdal_reads_as_many_rows(hostile_workspace: Workspace, tmp_path: Path) -> None:
    text = csv_text(hostile_workspace)
    (layer,) = gdal.read(text.encode(), tmp_path / "a.csv").values()
    assert len(layer.columns["target"]) == len(rows(text)) == len(hostile.LINKS)
    assert tuple(layer.columns) == COLUMNS


def test_the_outline_is_the_features_to_eleven_centimetres(shipped_workspace: Workspace) -> None:
    shapes = {feature.id: feature.geometry for feature in shipped_workspace.features()}
    for row in rows(csv_text(shipped_workspace)):
        if row["wkt"]:
            outline = shapely.from_wkt(row["wkt"])
            assert outline.hausdorff_distance(shapes[row["target"]]) < 1e-6


@pytest.mark.parametrize("column", COLUMNS)
def test_every_column_is_documented(column: str) -> None:
    assert f"`{column}`" in (ROOT / "docs" / "exports.md").read_text(encoding="utf-8")
