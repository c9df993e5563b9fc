from __future__ import annotations

import io
import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import pytest

from groundtext.cli import main
from groundtext.settings import DATA, LAYERS, ROOT
from groundtext.workspace import Workspace


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("cli") / "w.gpkg"
    assert main(["build", "--workspace", str(path)]) == 0
    return path


def run(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "groundtext.cli", *arguments],
        capture_output=True,
        text=True,
        check=False,
        cwd=ROOT,
        env={**os.environ, **environment},
    )


def test_every_exported_quote_is_one_of_the_quotations(workspace: Path) -> None:
    exported = run("export", "--format", "evidence-jsonl", "--workspace", str(workspace))
    lines = [json.loads(line) for line in exported.stdout.splitlines()]
    shipped = (DATA / "quotations.jsonl").read_text(encoding="utf-8").splitlines()
    held = {(q["document"], q["start"], q["end"]): q["quote"] for q in map(json.loads, shipped)}
    assert lines
    assert [held[line["document"], line["start"], line["end"]] for line in lines] == [
        line["quote"] for line in lines
    ]


def test_export_writes_the_same_to_a_file_as_to_standard_output(
    workspace: Path, tmp_path: Path
) -> None:
    common = ["export", "--format", "mentions-jsonl", "--workspace", str(workspace)]
    assert main([*common, "--output", str(tmp_path / "m.jsonl")]) == 0
    shown = run(*common, PYTHONIOENCODING="ascii").stdout
    assert (tmp_path / "m.jsonl").read_text(encoding="utf-8") == shown


class _Terminal(io.StringIO):
    """Standard output that a person looks at."""

    def isatty(self) -> bool:
        return True


def test_a_terminal_is_spared_what_is_no_text(
    workspace: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "stdout", _Terminal())
    assert main(["export", "--format", "gpkg", "--workspace", str(workspace)]) == 2
    assert "--output map.gpkg" in capsys.readouterr().err


def test_an_export_that_fails_leaves_the_older_file(workspace: Path, tmp_path: Path) -> None:
    older = tmp_path / "map.gpkg"
    older.write_bytes(b"older")
    gone = str(tmp_path / "gone.gpkg")
    assert main(["export", "--format", "gpkg", "--workspace", gone, "--output", str(older)]) == 1
    assert older.read_bytes() == b"older"
    arguments = ["export", "--format", "gpkg", "--workspace", str(workspace)]
    assert main([*arguments, "--output", str(older)]) == 0
    assert [path.name for path in tmp_path.iterdir()] == ["map.gpkg"]
    assert older.read_bytes().startswith(b"SQLite format 3")


def test_without_review_the_decisions_are_left_out(tmp_path: Path) -> None:
    path = tmp_path / "w.gpkg"
    assert main(["build", "--no-review", "--workspace", str(path)]) == 0
    exported = run("export", "--format", "evidence-jsonl", "--workspace", str(path)).stdout
    assert {json.loads(line)["status"] for line in exported.splitlines()} == {"suggested"}


def test_what_ships_passes_its_check(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check"]) == 0
    assert capsys.readouterr().out == "Everything holds.\n"


def test_check_names_a_moved_quotation_and_fails(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    data = shutil.copytree(DATA, tmp_path / "data")
    lines = (data / "quotations.jsonl").read_text(encoding="utf-8").splitlines()
    moved = json.loads(lines[2])
    moved["end"] += 1
    lines[2] = json.dumps(moved)
    (data / "quotations.jsonl").write_text("\n".join(lines), encoding="utf-8")
    assert main(["check", "--data", str(data)]) == 1
    assert "quotations.jsonl: line 3" in capsys.readouterr().out


def test_without_layers_check_says_so_once(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", "--layers", str(tmp_path)]) == 1
    [fault, count] = capsys.readouterr().out.splitlines()
    assert fault.startswith("manifest.toml: no such file")
    assert count == "1 finding."


def test_a_broken_layer_costs_no_other(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    layers = shutil.copytree(LAYERS, tmp_path / "layers")
    (layers / "bases.geojson").write_text('{"type": "FeatureCollection", "features": [', "utf-8")
    common = ["--layers", str(layers)]
    assert main(["build", *common, "--workspace", str(tmp_path / "w.gpkg")]) == 3
    assert "not used: bases.geojson" in capsys.readouterr().err
    assert main(["check", *common]) == 1
    assert "bases.geojson" in capsys.readouterr().out


def test_no_document_at_all_is_an_error_with_the_folder_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["build", str(tmp_path), "--workspace", str(tmp_path / "w.gpkg")]) == 3
    assert str(tmp_path) in capsys.readouterr().err
    assert not (tmp_path / "w.gpkg").exists()


def test_what_is_no_document_is_listed_and_refuses_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.txt").write_text("A summit was held in Geneva.", encoding="utf-8")
    (tmp_path / "picture.png").write_bytes(b"x")
    workspace = str(tmp_path / "w.gpkg")
    assert main(["build", str(tmp_path / "a.txt"), str(tmp_path), "--workspace", workspace]) == 0
    assert "not used: picture.png: is not a text document" in capsys.readouterr().err


def test_a_document_that_is_no_text_is_refused_and_costs_no_other(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("A summit was held in Geneva.", encoding="utf-8")
    (tmp_path / "b.txt").write_bytes(b"\xff\xfe")
    assert main(["build", str(tmp_path), "--workspace", str(tmp_path / "w.gpkg")]) == 3
    assert [card.id for card in Workspace.open(tmp_path / "w.gpkg").document_cards()] == ["a"]


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["build", "--workspace", "{file}/w.gpkg"], 1),
        (["export", "--format", "dossier", "--output", "{file}/x.html"], 2),
    ],
)
def test_a_place_that_cannot_be_written_is_named_without_a_trace(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], code: int
) -> None:
    file = tmp_path / "file"
    file.write_text("", encoding="utf-8")
    assert main([argument.format(file=file) for argument in arguments]) == code
    assert f"groundtext: {file}/" in capsys.readouterr().err


def test_a_missing_workspace_says_how_to_make_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = str(tmp_path / "none.gpkg")
    assert main(["export", "--format", "evidence-jsonl", "--workspace", path]) == 1
    assert "make it with `groundtext build`" in capsys.readouterr().err


@pytest.mark.parametrize("arguments", [[], ["export"], ["export", "--format", "poem"], ["fly"]])
def test_wrong_usage_is_exit_code_2(arguments: list[str]) -> None:
    with pytest.raises(SystemExit, match="2"):
        main(arguments)


def test_serve_answers_and_stops_on_sigterm(workspace: Path) -> None:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [sys.executable, "-m", "groundtext.cli", "serve", "--headless"]
    command += ["--port", str(port), "--workspace", str(workspace)]
    server = subprocess.Popen(
        command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        assert _answers(f"http://127.0.0.1:{port}/_stcore/health")
        server.send_signal(signal.SIGTERM)
        server.wait(timeout=30)
    finally:
        server.kill()
        server.wait()
    assert server.returncode in {0, -signal.SIGTERM}


def _answers(url: str) -> bool:
    for _ in range(300):
        try:
            with urllib.request.urlopen(url, timeout=5) as answer:  # noqa: S310  our own server
                return bool(answer.status == 200)
        except OSError:
            time.sleep(0.1)
    return False
