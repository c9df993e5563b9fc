from __future__ import annotations

import argparse
import json
from pathlib import Path

import pytest

from groundtext.cli import main
from groundtext.cli_quality import Bar, parse_bar

TEXT = (
    "Envoys held a summit in Geneva on 4 May 2020.\n"
    "The TAPI pipeline crosses Herat.\nMoscow denies it.\n"
)
GOLD = [
    {"document": "a.txt", "start": 46, "end": 78, "feature": "tapi"},
    {"document": "a.txt", "start": 24, "end": 30, "reading": "literal", "lon": 6.15, "lat": 46.2},
    {"document": "a.txt", "start": 72, "end": 77, "reading": "literal"},
    {"document": "a.txt", "start": 79, "end": 85, "reading": "associative"},
]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder: Path = tmp_path_factory.mktemp("quality")
    (folder / "documents").mkdir()
    (folder / "documents" / "a.txt").write_text(TEXT, encoding="utf-8")
    lines = "\n".join(json.dumps(fields) for fields in GOLD)
    (folder / "gold.jsonl").write_text(lines, encoding="utf-8")
    workspace = str(folder / "w.gpkg")
    documents = str(folder / "documents")
    assert main(["build", documents, "--no-review", "--workspace", workspace]) == 0
    return folder


def evaluate(folder: Path, *options: str, gold: str = "gold.jsonl") -> int:
    return main(["evaluate", str(folder / gold), "--workspace", str(folder / "w.gpkg"), *options])


def test_all_that_the_gold_allows_is_scored(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert evaluate(folder, "--json") == 0
    found = json.loads(capsys.readouterr().out)
    assert [key for key in found if key not in {"refused", "notes"}] == [
        *("links", "readings", "recognition", "resolution", "end_to_end")
    ]
    assert found["links"]["figures"]["recall"]["value"] == 1.0
    assert found["readings"]["figures"]["accuracy"]["value"] == 1.0
    assert found["resolution"]["figures"]["within_20_km"]["value"] == 1.0


def test_documents_give_the_same_figures_without_a_workspace(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert evaluate(folder, "--show") == 0
    shown = capsys.readouterr().out
    assert (
        main(
            [
                "evaluate",
                str(folder / "gold.jsonl"),
                "--show",
                "--documents",
                str(folder / "documents"),
            ]
        )
        == 0
    )
    assert capsys.readouterr().out == shown


@pytest.mark.parametrize(
    ("bar", "code", "said"),
    [
        ("readings.accuracy=1", 0, ""),
        ("recognition.precision=1", 1, "recognition.precision is 0.750, and has to be at least 1."),
    ],
)
def test_a_figure_below_its_bar_is_exit_code_1(
    folder: Path, capsys: pytest.CaptureFixture[str], bar: str, code: int, said: str
) -> None:
    assert evaluate(folder, "--at-least", bar) == code
    assert capsys.readouterr().err.strip() == said


def test_a_bar_for_what_the_gold_cannot_measure_is_wrong_usage(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "links.jsonl").write_text(json.dumps(GOLD[0]), encoding="utf-8")
    assert evaluate(folder, "--at-least", "readings.accuracy=0.5", gold="links.jsonl") == 2
    assert "measured are links" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("f1=0.8", "'f1' is no figure; there are links.precision, .*end_to_end.f1"),
        ("links.f1", "'' is no number from 0 to 1; say links.f1=0.8"),
        ("links.f1=80", "'80' is no number from 0 to 1"),
        ("links.f1=nan", "'nan' is no number from 0 to 1"),
        ("resolution.median_error_km=1", "is no figure"),
    ],
)
def test_a_bar_that_is_none_is_told_how_to_be_one(text: str, fault: str) -> None:
    with pytest.raises(argparse.ArgumentTypeError, match=fault):
        parse_bar(text)


def test_a_bar_names_a_figure() -> None:
    assert parse_bar("links.f1=0.8") == Bar("links", "f1", 0.8)


def test_faulty_lines_are_named_cost_no_other_and_are_exit_code_3(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    moved = {**GOLD[3], "text": "Mosco"}
    lines = [json.dumps(GOLD[0]), "{", json.dumps(moved)]
    (folder / "faulty.jsonl").write_text("\n".join(lines), encoding="utf-8")
    assert evaluate(folder, gold="faulty.jsonl") == 3
    shown = capsys.readouterr()
    assert "1 required, 1 found" in shown.out
    first, second = shown.err.splitlines()
    assert first.startswith("not used: faulty.jsonl: line 2: Expecting property name")
    assert "line 3: a.txt says 'Moscow' at 79 to 85, not 'Mosco'; count code points" in second


def test_gold_without_an_answer_is_exit_code_3(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert evaluate(folder, gold="none.jsonl") == 3
    assert "none.jsonl: no right answer can be used" in capsys.readouterr().err


def test_gold_about_other_documents_is_wrong_usage(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    line = json.dumps({**GOLD[0], "document": "elsewhere.txt"})
    (folder / "other.jsonl").write_text(line, encoding="utf-8")
    assert evaluate(folder, gold="other.jsonl") == 2
    assert "not one of the 1 documents" in capsys.readouterr().err


def test_layers_without_documents_are_wrong_usage(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert evaluate(folder, "--layers", str(folder)) == 2
    assert "--layers goes with --documents" in capsys.readouterr().err


@pytest.mark.parametrize("options", [["--kinds", "guessed"], ["--mentions", "rivers"]])
def test_unknown_kinds_are_wrong_usage(
    folder: Path, capsys: pytest.CaptureFixture[str], options: list[str]
) -> None:
    with pytest.raises(SystemExit, match="2"):
        evaluate(folder, *options)
    assert f"'{options[1]}' is none of" in capsys.readouterr().err


def test_only_the_kinds_named_count(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert evaluate(folder, "--kinds", "located", "--json") == 0
    assert json.loads(capsys.readouterr().out)["links"]["counts"]["predicted"] == 0


def test_a_reviewed_workspace_agrees_with_the_gold_that_it_exports(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    workspace = str(tmp_path / "w.gpkg")
    own = str(tmp_path / "own.jsonl")
    assert main(["build", "--workspace", workspace]) == 0
    export = ["export", "--format", "gold-jsonl", "--workspace", workspace, "--output", own]
    assert main(export) == 0
    assert main(["evaluate", own, "--workspace", workspace, "--at-least", "links.f1=1"]) == 0
    assert "Links" in capsys.readouterr().out


def explain(folder: Path, target: str, *options: str) -> int:
    return main(["explain", target, "--workspace", str(folder / "w.gpkg"), *options])


@pytest.mark.parametrize("target", ["a:50", "a.txt:46-78"])
def test_a_place_in_a_document_is_explained(
    folder: Path, capsys: pytest.CaptureFixture[str], target: str
) -> None:
    assert explain(folder, target) == 0
    shown = capsys.readouterr().out
    assert "“The TAPI pipeline crosses Herat.”" in shown
    assert "[tapi]: named" in shown
    assert "‘Herat’ (72-77) is read as literal" in shown
    assert "72-77 ‘Herat’ as " in shown.partition("Considered and rejected\n")[2]


def test_a_stretch_explains_every_passage_that_it_touches(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert explain(folder, "a:0-90", "--json") == 0
    found = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [one["ordinal"] for one in found] == [0, 1, 2]
    assert found[0]["dates"][0]["edtf"] == "2020-05-04"
    assert {one["rule"] for one in found[0]["rejected"]} >= {"resolution"}


@pytest.mark.parametrize(
    ("target", "fault"),
    [
        ("b:50", "there is no document 'b' among 1; the nearest name is 'a'"),
        ("a:5000", "a.txt has 97 characters"),
        ("a:45", "lies in no passage; the nearest are at 0-45 and 46-78"),
        ("a", "names no place in a document"),
    ],
)
def test_a_place_that_is_not_there_is_wrong_usage(
    folder: Path, capsys: pytest.CaptureFixture[str], target: str, fault: str
) -> None:
    assert explain(folder, target) == 2
    assert fault in capsys.readouterr().err


def test_other_layers_names_can_be_considered(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert explain(folder, "a:50", "--layers", str(folder / "nowhere")) == 3
    assert "manifest.toml" in capsys.readouterr().err
