from __future__ import annotations

import csv
import json
import shutil
from pathlib import Path

import pytest

from groundtext.checks import check
from groundtext.settings import DATA, LAYERS


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return shutil.copytree(DATA, tmp_path / "data")


def findings(data: Path, *originals: Path) -> list[str]:
    return [str(finding) for finding in check(LAYERS, data, originals)]


def change_metadata(data: Path, **values: str) -> None:
    path = data / "documents.csv"
    rows = list(csv.DictReader(path.read_text(encoding="utf-8").splitlines()))
    rows[0].update(values)
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)


def test_what_ships_has_no_finding(data: Path) -> None:
    assert findings(data) == []


@pytest.mark.parametrize(
    ("values", "finding"),
    [
        ({"sha256": "0" * 64}, "`sha256` is '000000"),
        ({"sha256": "soon"}, "`sha256` is 'soon'; state the original's"),
        ({"words": ""}, "`words` is missing; count the original's"),
        ({"words": "300"}, "305 of 300 words are quoted, and 36% may be; quote less"),
    ],
)
def test_metadata_are_checked(data: Path, values: dict[str, str], finding: str) -> None:
    change_metadata(data, **values)
    [found] = findings(data)
    assert finding in found
    assert "gas-transit-and-peace.txt" in found


def change_lines(path: Path, change: str) -> None:
    lines = path.read_text(encoding="utf-8").splitlines()
    first = json.loads(lines[0])
    if change == "twice":
        lines.insert(0, lines[0])
    elif change == "gone":
        del lines[0]
    elif change == "other words":
        lines[0] = json.dumps({**first, "quote_sha256": "0" * 64})
    path.write_text("\n".join(lines), encoding="utf-8")


@pytest.mark.parametrize(
    ("file", "change", "finding"),
    [
        ("review.jsonl", "twice", "2 decisions on doha-2020-02-29; keep the last one"),
        ("review.jsonl", "gone", "supports no feature; remove it, or decide what it does"),
        ("review.jsonl", "other words", "the words at its place are not those that were reviewed"),
        ("quotations.jsonl", "gone", "decided on, but not quoted; rebuild the quotations"),
    ],
)
def test_quotations_and_decisions_belong_together(
    data: Path, file: str, change: str, finding: str
) -> None:
    change_lines(data / file, change)
    [found] = findings(data)
    assert finding in found


def test_a_damaged_gazetteer_is_found(data: Path) -> None:
    (data / "gazetteer.tsv.gz").write_bytes(b"no gzip")
    [found] = findings(data)
    assert found.startswith("gazetteer.tsv.gz: is not a whole gzip file")


def test_an_original_of_other_words_is_found(data: Path, tmp_path: Path) -> None:
    original = tmp_path / "gas-transit-and-peace.txt"
    original.write_text("x" * 6196, encoding="utf-8")
    found = findings(data, original)
    assert found[0].startswith("gas-transit-and-peace.txt: its sha256 is not the one")
    assert len(found) == 14
