"""Imports at scale and under fire: `python -m benchmarks.imports`.

1,000 mixed documents of 100 MB are imported beside a running app, whose answers are timed; then
an import is killed at a hundred random moments, and each time taken up again.
"""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import sys
import time
import urllib.request
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import Final

import psutil

from groundtext.decision import Verdict
from groundtext.model import Span
from groundtext.project import open_project
from groundtext.project.documents import read_documents
from groundtext.review import append_decisions, make_decision, read_decisions
from groundtext.review.log import decisions_path
from groundtext.settings import ROOT
from groundtext.workspace import Workspace
from scripts.build_example import files as example_files

_N_DOCUMENTS: Final = 1_000
_BYTES: Final = 100_000_000
_KILLS: Final = 100
_MIB: Final = 1024 * 1024


def make_corpus(folder: Path, number: int, size: int) -> None:
    """Write documents of four formats and about so many bytes in all, no two alike."""
    chance = random.Random(5)  # noqa: S311  a repeatable corpus is the point
    texts = [path.read_text(encoding="utf-8") for path in _sources()]
    sentences = [
        s.strip() for text in texts for s in text.replace("\n", " ").split(". ") if s.strip()
    ]
    folder.mkdir(parents=True)
    for n in range(number):
        lines = [f"Report {n}."]
        while sum(map(len, lines)) < size / number * 0.95:
            some = chance.sample(sentences, 4)
            lines.append(f"{'. '.join(some)}. Note {chance.randrange(10**9)}.")
        kind = ("txt", "md", "html", "eml")[n % 4]
        (folder / f"report-{n:04}.{kind}").write_bytes(_written(kind, n, lines))


def _sources() -> list[Path]:
    return sorted((ROOT / "scripts" / "example_sources").glob("*.txt"))


def _written(kind: str, number: int, lines: list[str]) -> bytes:
    if kind == "html":
        body = "".join(f"<p>{line}</p>\n" for line in lines)
        head = f"<!doctype html><html><head><title>{number}</title></head>"
        return f"{head}<body>{body}</body></html>".encode()
    head = f"From: desk\nSubject: Report {number}\nDate: Tue, 06 Jul 2021 10:00:00 +0000\n\n"
    return (head * (kind == "eml") + "\n\n".join(lines)).encode()


def start_import(folder: Path, project: Path) -> subprocess.Popen[bytes]:
    """Start an import as a user would."""
    command = [
        sys.executable,
        "-m",
        "groundtext.cli",
        "import",
        str(folder),
        "--project",
        str(project),
    ]
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def measure_large(work: Path) -> None:
    """Import the large corpus beside a running app, and print what it took."""
    make_corpus(work / "corpus", _N_DOCUMENTS, _BYTES)
    app, address = start_app()
    begun = time.monotonic()
    process = start_import(work / "corpus", work / "large")
    peak, answers = 0, []
    watched = psutil.Process(process.pid)
    while process.poll() is None:
        peak = max(peak, _memory(watched))
        answers.append(_answer_ms(address))
        time.sleep(0.5)
    seconds = time.monotonic() - begun
    app.terminate()
    held, damaged = read_documents(open_project(work / "large"))
    print(
        f"{len(held):,} documents, {sum(len(each.document.text) for each in held) / 1e6:.0f} MB of "
        f"text, {len(damaged)} damaged: {seconds:.0f} s, peak {peak / _MIB:.0f} MiB with all "
        f"processes, exit {process.returncode}; the app answered meanwhile in "
        f"{median(answers):.0f} ms (median), {max(answers):.0f} ms at most"
    )


def start_app() -> tuple[subprocess.Popen[bytes], str]:
    """Start the app over the shipped example on a port of its own."""
    command = [sys.executable, "-m", "streamlit", "run", "app.py", "--server.port", "8590"]
    app = subprocess.Popen(
        [*command, "--server.headless", "true"],
        cwd=ROOT,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    address = "http://127.0.0.1:8590/groundtext/imports.json"
    for _ in range(120):
        try:
            urllib.request.urlopen(address, timeout=2).close()
        except OSError:
            time.sleep(0.5)
        else:
            break
    return app, address


def _memory(process: psutil.Process) -> int:
    try:
        family = [process, *process.children(recursive=True)]
        return sum(each.memory_info().rss for each in family)
    except psutil.Error:
        return 0  # it has just ended


def _answer_ms(address: str) -> float:
    begun = time.monotonic()
    with urllib.request.urlopen(address, timeout=30) as answer:  # noqa: S310  our own server
        answer.read()
    return (time.monotonic() - begun) * 1_000


def measure_kills(work: Path) -> None:
    """Kill an import at random moments, decide in between, go on, and look for damage."""
    source = work / "example"
    source.mkdir()
    for name, contents in example_files().items():
        (source / name).write_bytes(contents)
    project = work / "killed"
    start_import(source, project).wait()
    whole = len(read_documents(open_project(project))[0])
    chance = random.Random(9)  # noqa: S311  likewise
    damaged = lost = unfinished = 0
    for number in range(_KILLS):
        for part in ("documents", "texts", "originals", "layers"):
            shutil.rmtree(project / part, ignore_errors=True)
        process = start_import(source, project)
        time.sleep(chance.uniform(0.3, 2.4))
        process.send_signal(signal.SIGKILL)
        process.wait()
        held, bad = read_documents(open_project(project))
        damaged += bool(bad) or not _opens(project / "groundtext.gpkg")
        append_decisions(decisions_path(project / "groundtext.gpkg"), [_decision(held, number)])
        lost += len(read_decisions(decisions_path(project / "groundtext.gpkg"))[0]) != number + 1
        start_import(source, project).wait()
        unfinished += len(read_documents(open_project(project))[0]) != whole
    print(
        f"{_KILLS} kills: {damaged} damaged workspaces, {lost} lost decisions, "
        f"{unfinished} imports that did not resume"
    )


def _decision(held, number: int):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN202
    if not held:
        from groundtext.model import Document  # noqa: PLC0415

        document = Document("none", "none.txt", "No words.", "0" * 64)
    else:
        document = held[0].document
    return make_decision(document, Span(0, 5), "gauge-kaub", Verdict.CONFIRMED, by=f"R{number}")


def _opens(path: Path) -> bool:
    workspace = Workspace.open(path)
    workspace.coverage()
    workspace.close()
    return True


def main() -> None:
    """Measure both."""
    os.environ["PYTHONPATH"] = str(ROOT)
    with TemporaryDirectory() as folder:
        work = Path(folder)
        measure_kills(work)
        measure_large(work)


if __name__ == "__main__":
    main()
